"""How sure extraction was comes in with its facts, changes quietly, and orders what waits."""

from pathlib import Path

import pytest

from agreements.importing.entry import Entry, SetAside
from agreements.importing.outcome import Outcome, Result
from agreements.importing.run import Options, Run, import_paths
from agreements.models import Agreement, Citation, ImportBatch, ImportedRecord, Proposal, Source
from agreements.records import AgreementRecord
from tests.importing.given import TEXT, batch_of, record

pytestmark = pytest.mark.django_db

KIND, CITY = TEXT.index("memorandum"), TEXT.index("Oslo")


def said(kind: float | None, place: float | None, **fields: object) -> AgreementRecord:
    """A record that is so sure of its kind and its place."""
    evidence = {
        "kind": {"start": KIND, "end": KIND + 10, "confidence": kind},
        "place": {"start": CITY, "end": CITY + 4, "confidence": place},
    }
    return record(place="Oslo", evidence=evidence, **fields)


def taken(given: AgreementRecord, read_by: str = "rules 1", *aside: SetAside) -> Result:
    """What comes of a document with this record."""
    entry = Entry("news.txt", None, given, set_aside=aside, read_by=read_by)
    return Run(ImportBatch.objects.create()).take(entry)


def confidences() -> dict[str, float | None]:
    rows = Citation.objects.filter(start__isnull=False)
    return dict(rows.values_list("slot", "confidence"))


def test_each_fact_keeps_its_confidence() -> None:
    taken(said(0.9, 0.4))
    assert confidences() == {"kind": 0.9, "place": 0.4}


def test_an_agreement_is_as_sure_as_its_least_certain_main_fact() -> None:
    start = TEXT.index("Acme")
    partner = {"name": "Acme", "evidence": {"start": start, "end": start + 4, "confidence": 0.7}}
    taken(said(0.9, 0.4, partners=[partner]))
    assert Agreement.objects.get().confidence == 0.7


def test_an_agreement_of_a_table_has_none() -> None:
    taken(said(None, None), read_by="")
    assert Agreement.objects.get().confidence is None


def test_another_confidence_alone_changes_nothing_under_the_same_rules() -> None:
    taken(said(0.9, 0.4))
    assert taken(said(0.8, 0.5)).outcome is Outcome.UNCHANGED
    assert confidences() == {"kind": 0.9, "place": 0.4}


def test_newer_rules_are_surer_without_asking_an_editor() -> None:
    taken(said(0.9, 0.4))
    again = taken(said(0.95, 0.6), "rules 2")
    assert (again.outcome, again.changes) == (Outcome.UPDATED, ("citations",))
    assert confidences() == {"kind": 0.95, "place": 0.6}
    assert Agreement.objects.get().confidence == 0.95
    assert ImportedRecord.objects.get().read_by == "rules 2"
    assert not Proposal.objects.exists()


def test_a_quotation_that_an_editor_took_away_does_not_come_back_with_newer_rules() -> None:
    taken(said(0.9, 0.4))
    Citation.objects.filter(slot="place").delete()
    taken(said(0.95, 0.6), "rules 2")
    assert confidences() == {"kind": 0.95}


def test_a_reader_that_tells_no_confidence_leaves_what_is_known() -> None:
    taken(said(0.9, 0.4))
    taken(said(None, None), "model other")
    assert confidences() == {"kind": 0.9, "place": 0.4}


def test_what_was_set_aside_stays_with_the_source_and_is_no_failure() -> None:
    aside = SetAside("the signing told here is an earlier one", 0, 8, "Northern")
    result = taken(said(0.9, 0.4), "rules 1", aside)
    assert (result.outcome, result.set_aside) == (Outcome.CREATED, (aside,))
    assert Source.objects.get().set_aside == [{"why": aside.why, "start": 0, "end": 8}]


def test_a_table_does_not_take_back_what_was_set_aside() -> None:
    aside = SetAside("the signing told here is an earlier one", 0, 8, "Northern")
    taken(said(0.9, 0.4), "rules 1", aside)
    taken(said(None, None, title="Another title"), read_by="")
    assert Source.objects.get().set_aside


DOCUMENT = (
    "University of Oslo and Nokia signed a memorandum of understanding on 3 May 2019 in Oslo.\n\n"
    "The university plans to sign a framework agreement with Ericsson next year.\n"
)


def test_a_document_with_an_agreement_tells_what_it_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text(DOCUMENT)
    report = import_paths([path], Options())
    assert report.exit_status == 0
    [result] = report.results
    [aside] = result.set_aside
    assert "intended" in aside.why
    assert aside.quotation == DOCUMENT.splitlines()[2]
    [kept] = batch_of(report).report["records"]
    assert kept["set_aside"][0]["quotation"] == aside.quotation
    assert ImportedRecord.objects.get().read_by.startswith("rules ")


def test_a_document_without_an_agreement_tells_it_too(tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text(DOCUMENT.splitlines()[2])
    report = import_paths([path], Options())
    assert report.exit_status == 1
    assert [aside.quotation for aside in report.results[0].set_aside] == [path.read_text()]
