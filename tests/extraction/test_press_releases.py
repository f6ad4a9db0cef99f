"""Whole press releases, against records made by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from agreements.extraction import Extraction, extract, load
from agreements.names import normalise_organisation

SEEDS = [
    ("000_e38f1f0492d68e60.txt", "001.json"),
    ("001_ea3218052a742a96.txt", "002.json"),
    ("002_63dc837bb871ef43.txt", "003.json"),
    ("003_609439e24f14e085.txt", "004.json"),
    ("004_1b6ce1c92709f430.txt", "005.json"),
]
Case = tuple[Extraction, dict[str, Any], str]


@pytest.fixture(scope="module", params=SEEDS, ids=lambda pair: pair[0])
def case(request: pytest.FixtureRequest, shared: Path) -> Case:
    """What was read, what should be, and the text."""
    seed, gold = request.param
    document = load(shared / "seeds" / seed)
    wanted = json.loads((shared / "corpus" / gold).read_text("utf-8"))
    return extract(document), wanted, document.text


def _names(parties: Any) -> set[str]:
    return {
        normalise_organisation(party if isinstance(party, str) else party.name) for party in parties
    }


def test_it_knows_the_day_of_publication(case: Case) -> None:
    found, wanted, _ = case
    assert str(found.published) == wanted["published"]


def test_it_tells_agreements_from_mere_meetings(case: Case) -> None:
    found, wanted, _ = case
    assert len(found.agreements) == len(wanted["agreements"])
    assert bool(found.agreements) or bool(found.rejected)


def test_kind_and_day_of_each_agreement_are_right(case: Case) -> None:
    found, wanted, _ = case
    assert {(r.kind.value, r.signed_on) for r in found.agreements} == {
        (a["type"], a["signed_on"]) for a in wanted["agreements"]
    }


def test_parties_of_each_agreement_are_right(case: Case) -> None:
    found, wanted, text = case
    by_kind = {record.kind.value: record for record in found.agreements}
    for agreement in wanted["agreements"]:
        record = by_kind[agreement["type"]]
        stated = [
            text[p.evidence.start : p.evidence.end] for p in record.institutions if p.evidence
        ]
        assert _names(stated) == _names(agreement["institutions"])
        assert _names(record.partners) == _names(agreement["partners"])


def test_signatories_have_their_positions_and_sides(case: Case) -> None:
    found, wanted, _ = case
    by_kind = {record.kind.value: record for record in found.agreements}
    for agreement in wanted["agreements"]:
        record = by_kind[agreement["type"]]
        assert {(s.name, s.position, s.on_behalf_of) for s in record.signatories} == {
            (s["name"], s["position"], s["on_behalf_of"]) for s in agreement["signatories"]
        }


def test_everybody_named_has_the_position_of_that_day(case: Case) -> None:
    found, wanted, _ = case
    assert {p.name: p.position for p in found.people} == {
        p["name"]: p["position"] for p in wanted["people"]
    }


def test_every_agreement_has_a_title_of_its_own(case: Case) -> None:
    found, _, _ = case
    titles = [record.title for record in found.agreements]
    assert len(set(titles)) == len(titles)


def test_every_slot_stands_in_the_text_at_its_evidence(case: Case) -> None:
    found, _, text = case
    for record in found.agreements:
        for person in (*record.signatories, *record.people):
            assert person.evidence is not None
            quotation = " ".join(text[person.evidence.start : person.evidence.end].split())
            assert person.name in quotation
            assert (person.position or "") in quotation
        for area in record.areas:
            assert area.evidence is not None
            assert area.phrase == " ".join(text[area.evidence.start : area.evidence.end].split())
