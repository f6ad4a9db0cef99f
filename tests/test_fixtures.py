"""The example data is valid, complete, true to its vocabulary and written in our own words."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from agreements.names import normalise_organisation
from agreements.records import AgreementRecord
from agreements.vocabulary.areas import AREAS_FILE, Axis, areas
from agreements.vocabulary.kinds import Voice

FIXTURES = AREAS_FILE.parent
DOCUMENTS = sorted((FIXTURES / "documents").glob("*.txt"))
ROWS = (FIXTURES / "agreements.jsonl").read_text("utf-8").splitlines()
RECORDS = [AgreementRecord.model_validate_json(row) for row in ROWS]

# Words of a borrowed sentence, not counting capitalised ones: names and positions are facts
# that every telling shares, however long they are.
BORROWED_WORDS = 9

every_document = pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
every_record = pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.key)


def header_and_body(path: Path) -> tuple[dict[str, str], str]:
    header, body = path.read_text("utf-8").split("\n\n", 1)
    return dict(line.split(": ", 1) for line in header.splitlines()), body


def runs_of_words(text: str) -> set[tuple[str, ...]]:
    words = [word for word in re.findall(r"\w+", text) if word == word.lower()]
    return set(zip(*(words[i:] for i in range(BORROWED_WORDS)), strict=False))


# --- areas


def test_broader_terms_stand_before_narrower_ones_of_the_same_axis() -> None:
    seen: dict[str, Axis] = {}
    for area in areas().values():
        assert not area.parent or seen[area.parent] == area.axis
        seen[area.code] = area.axis


def test_every_term_is_stated_once_and_in_full() -> None:
    rows = json.loads(AREAS_FILE.read_text("utf-8"))["areas"]
    assert len(rows) == len(areas())
    for area in areas().values():
        assert re.fullmatch(r"[a-z0-9-]+", area.code)
        assert re.search(r"[\u4e00-\u9fff]", area.label_zh)
        assert area.label_en
        assert area.keywords
        assert area.source


def test_a_keyword_leads_to_one_term_only() -> None:
    uses = Counter(word for area in areas().values() for word in area.keywords)
    assert [word for word, count in uses.items() if count > 1] == []


def test_keywords_are_written_as_they_are_looked_up() -> None:
    for area in areas().values():
        for word in area.keywords:
            assert word == " ".join(word.split()).lower()


@pytest.mark.parametrize(
    ("parents", "count"),
    [
        ({"research", "education", "valorisation", "management"}, 14),
        (
            {
                "natural-sciences",
                "engineering-and-technology",
                "medical-and-health-sciences",
                "agricultural-and-veterinary-sciences",
                "social-sciences",
                "humanities-and-the-arts",
            },
            42,
        ),
    ],
)
def test_the_published_classifications_are_whole(parents: set[str], count: int) -> None:
    published = ("State of University-Business", "OECD")
    narrower = [a for a in areas().values() if a.parent in parents]
    assert len([a for a in narrower if a.source.startswith(published)]) == count


# --- records


def test_there_are_enough_examples_and_their_keys_are_unique() -> None:
    assert len(RECORDS) + len(DOCUMENTS) >= 30
    assert len({record.key for record in RECORDS}) == len(RECORDS)


@every_record
def test_a_record_names_terms_of_the_vocabulary(record: AgreementRecord) -> None:
    assert {area.code for area in record.areas} <= set(areas())


@every_record
def test_a_record_is_summarised_and_has_the_address_of_its_source(record: AgreementRecord) -> None:
    assert record.summary
    for source in record.sources:
        assert source.url
        assert source.title
        assert source.publisher
        assert source.text is None


@every_record
def test_people_act_for_a_party_of_the_agreement(record: AgreementRecord) -> None:
    parties = {party.name for party in (*record.institutions, *record.partners)}
    parents = {party.parent for party in record.partners}
    for person in (*record.signatories, *record.people):
        assert person.on_behalf_of in parties | parents | {None}


def test_an_organisation_is_told_alike_everywhere() -> None:
    told: dict[str, str] = {}
    for record in RECORDS:
        for party in (*record.institutions, *record.partners):
            facts = party.model_dump_json(exclude={"unit"})
            assert told.setdefault(normalise_organisation(party.name), facts) == facts


# --- documents


@every_document
def test_a_document_has_a_header_and_a_body(path: Path) -> None:
    header, body = header_and_body(path)
    required = {"Source", "Title", "Publisher", "Language", "Voice", "Abstract"}
    assert required <= set(header) <= required | {"Published"}
    assert header["Source"].startswith(("http://", "https://"))
    assert header["Voice"] in list(Voice)
    assert header["Abstract"] == "yes"
    assert 80 <= len(body.split()) <= 220


def test_no_source_is_both_a_document_and_a_record() -> None:
    told = {header_and_body(path)[0]["Source"] for path in DOCUMENTS}
    assert len(told) == len(DOCUMENTS)
    assert told.isdisjoint(source.url for record in RECORDS for source in record.sources)


def test_no_sentence_is_borrowed_from_a_press_release(shared: Path) -> None:
    originals = [*(shared / "corpus").glob("*.txt"), *(shared / "seeds").glob("*.txt")]
    assert originals
    theirs = set().union(*(runs_of_words(p.read_text("utf-8")) for p in originals))
    ours = {path.stem: header_and_body(path)[1] for path in DOCUMENTS}
    ours |= {str(record.key): record.summary or "" for record in RECORDS}
    borrowed = {name: runs_of_words(text) & theirs for name, text in ours.items()}
    assert {name: runs for name, runs in borrowed.items() if runs} == {}
