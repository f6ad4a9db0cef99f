"""What is exported, can be imported elsewhere, and gives the same catalogue."""

import csv
import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agreements.browse import chunks
from agreements.browse.export import csv_lines, json_texts
from agreements.browse.renderings import escaped, guarded
from agreements.importing.run import Options, import_paths
from agreements.models import Agreement, AgreementLink, Citation, Organisation, Participation, Party
from agreements.readers.cells import escape, guard
from agreements.readers.columns import COLUMNS
from agreements.readers.tables import to_row
from agreements.records import AgreementRecord
from tests import factories

pytestmark = pytest.mark.django_db

EXAMPLES = Path(__file__).resolve().parents[2] / "fixtures" / "agreements.jsonl"
TEXT = "On 22 October 2018, Lu Yong of Huawei and Han Jiecai of HIT signed a framework agreement."


def span(quotation: str) -> dict[str, int]:
    start = TEXT.index(quotation)
    return {"source": 1, "start": start, "end": start + len(quotation)}


RECORD: dict[str, Any] = {
    "key": "hit-huawei-2018",
    "title": "Framework agreement of HIT and Huawei",
    "kind": "framework_agreement",
    "summary": "Research and training.",
    "signed_on": "2018-10-22",
    "effective_from": "2018-11",
    "expires_on": "2023",
    "place": "Harbin",
    "institutions": [
        {
            "name": "Harbin Institute of Technology",
            "stated_as": "HIT",
            "unit": "School of Computing",
            "type": "university",
            "country": "CN",
            "ror": "https://ror.org/01yqg2h08",
            "wikidata": "Q850918",
            "aliases": [
                {"name": "HIT", "kind": "acronym"},
                {"name": "哈尔滨工业大学", "kind": "native", "language": "zh"},
            ],
            "evidence": span("HIT"),
        }
    ],
    "partners": [
        {
            "name": "Huawei Device Co., Ltd.",
            "type": "company",
            "country": "CN",
            "parent": "Huawei Technologies Co., Ltd.",
            "evidence": span("Huawei"),
        }
    ],
    "signatories": [
        {
            "name": "Lu Yong",
            "position": "Vice President",
            "on_behalf_of": "Huawei Device",
            "role": "signatory",
            "evidence": span("Lu Yong"),
        },
        {"name": "Han Jiecai", "on_behalf_of": "HIT", "role": "signatory"},
    ],
    "people": [{"name": "Zhou Yu", "on_behalf_of": "HIT", "role": "speaker"}],
    "areas": [
        {"phrase": "joint research", "code": "joint-rd"},
        {"phrase": "something quite new"},
    ],
    "lifecycle": [{"status": "signed", "on": "2018-10-22", "evidence": span("signed")}],
    "sources": [
        {"url": "https://news.example/table", "voice": "unknown", "text_kind": "original"},
        {
            "url": "https://news.example/1",
            "title": "HIT and Huawei",
            "publisher": "HIT",
            "published_on": "2018-11-05",
            "retrieved_on": "2026-01-01",
            "language": "en",
            "voice": "institution",
            "text_kind": "abstract",
            "text": TEXT,
        },
    ],
    "evidence": {"signed_on": span("On 22 October 2018"), "kind": span("framework agreement")},
}
RENEWAL: dict[str, Any] = {
    "key": "hit-huawei-2023",
    "title": "Renewal",
    "kind": "other",
    "institutions": RECORD["institutions"][:1],
    "partners": RECORD["partners"][:1],
    "links": [{"relation": "renews", "key": "hit-huawei-2018"}],
    "sources": RECORD["sources"],
}


def exported() -> list[dict[str, Any]]:
    return [json.loads(text) for text in json_texts(Agreement.objects.order_by("key"))]


def tabulated() -> list[dict[str, str]]:
    """The rows of the same agreements, by the names of their columns."""
    lines = csv_lines(Agreement.objects.order_by("key"))
    rows = csv.reader(line.decode() for line in lines)
    return [dict(zip([c.name for c in COLUMNS], row, strict=True)) for row in rows]


def imported(folder: Path, *given: dict[str, Any]) -> list[dict[str, Any]]:
    path = folder / "records.jsonl"
    path.write_text("".join(f"{json.dumps(record)}\n" for record in given))
    report = import_paths([path], Options(publish=True))
    assert report.exit_status == 0
    return exported()


@pytest.fixture(autouse=True)
def _vocabulary() -> None:
    factories.area("joint-rd")


def test_what_was_imported_comes_out_again(tmp_path: Path) -> None:
    [said] = imported(tmp_path, RECORD)
    given = AgreementRecord.model_validate(RECORD)
    assert said == given.model_dump(mode="json", exclude_none=True)


def test_an_export_imported_into_an_empty_catalogue_gives_the_same(
    tmp_path: Path,
) -> None:
    before = imported(tmp_path, RECORD, RENEWAL)
    assert [record["key"] for record in before] == ["hit-huawei-2018", "hit-huawei-2023"]
    assert before[1]["links"]
    Citation.objects.all().delete()
    Party.objects.all().delete()
    Agreement.objects.all().delete()
    Organisation.objects.update(parent=None)
    assert exported() == []
    assert imported(tmp_path, *before) == before


def test_the_example_catalogue_survives_the_way_out_and_in(tmp_path: Path) -> None:
    with transaction.atomic():
        import_paths([EXAMPLES], Options(publish=True))
        before = exported()
        transaction.set_rollback(True)
    assert exported() == []
    assert len(before) == len(EXAMPLES.read_text("utf-8").splitlines())
    assert imported(tmp_path, *before) == before


def test_every_record_is_one_that_an_import_takes(tmp_path: Path) -> None:
    for said in imported(tmp_path, RECORD, RENEWAL):
        AgreementRecord.model_validate(said)


def test_only_published_agreements_and_references_to_them_come_out() -> None:
    draft = factories.agreement("Draft", status="draft")
    shown = factories.agreement("Shown")
    AgreementLink.objects.create(from_agreement=shown, to_agreement=draft, relation="renews")
    [record] = exported()
    assert record["title"] == "Shown"
    assert record["links"] == []


def test_a_row_that_an_import_would_refuse_still_comes_out() -> None:
    row = factories.agreement("Bare")
    row.citations.all().delete()
    row.parties.all().delete()
    [record] = exported()
    assert (record["title"], record["sources"], record["partners"]) == ("Bare", [], [])


def test_the_value_that_stands_is_the_one_quoted() -> None:
    source = factories.source(text=TEXT)
    row = factories.agreement(signed_on="2018-10-22", cite=source)
    for value, start in (("2018-10-21", 0), ("2018-10-22", 3)):
        Citation.objects.create(
            agreement=row, source=source, slot="signed_on", value=value, start=start, end=19
        )
    [record] = exported()
    assert record["evidence"] == {"signed_on": {"source": 0, "start": 3, "end": 19}}


def test_a_state_that_an_editor_set_without_a_step_is_kept() -> None:
    factories.agreement(lifecycle="expired")
    [record] = exported()
    assert record["lifecycle"] == [{"status": "expired"}]


def assert_says_what_the_record_classes_print() -> None:
    """Every text is what its record prints, and every row what `to_row` makes of the record."""
    records = [AgreementRecord.model_validate(record) for record in exported()]
    assert records
    assert exported() == [r.model_dump(mode="json", exclude_none=True) for r in records]
    assert tabulated() == [to_row(record) for record in records]


def test_example_records_and_rows_are_what_the_record_classes_print(tmp_path: Path) -> None:
    import_paths([EXAMPLES], Options(publish=True))
    imported(tmp_path, RECORD, RENEWAL)
    assert_says_what_the_record_classes_print()


_PRINTABLE = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
_NASTY = st.sampled_from([*";|\\=+-@'\"\t\r\n,() \u00a0\u3000＝＠", "zh", "a", "学", "; ", "\\;"])
_TEXTS = st.lists(_NASTY | _PRINTABLE, min_size=1, max_size=8).map("".join)


@given(st.lists(_TEXTS, min_size=1, max_size=50))
@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
def test_cells_are_escaped_and_guarded_alike_in_sql_and_python(texts: list[str]) -> None:
    select = f"SELECT {escaped('t')}, {guarded('t')} FROM unnest(%(texts)s::text[]) t"
    with connection.cursor() as cursor:
        cursor.execute(select, {"texts": texts})
        assert cursor.fetchall() == [(escape(text), guard(text)) for text in texts]


_WORDS = _TEXTS.map(str.strip).filter(bool)


@given(st.lists(_WORDS, min_size=14, max_size=14))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_texts_are_printed_as_the_record_classes_print_them(words: list[str]) -> None:
    with transaction.atomic():
        university = factories.institution(words[0], country="CN")
        factories.alias(university, words[1], kind="acronym")
        factories.alias(university, words[2] + "x", language="zh")
        source = factories.source(text=words[3], title=words[4], publisher=words[5])
        row = factories.agreement(
            words[6], institutions=[words[0]], partners=[words[7] + " Ltd."], cite=source,
            place=words[8], summary=words[9],
        )  # fmt: skip
        Party.objects.filter(agreement=row).update(unit=words[10], stated_name=words[11])
        signed = factories.signatory(row, f"A {words[12]}", university, position=words[13])
        Participation.objects.filter(pk=signed.pk).update(on_behalf_of=words[1])
        factories.signatory(row, f"B {words[13]}", university, role="host")
        row.agreement_areas.create(phrase=words[5])
        Citation.objects.create(
            agreement=row, source=factories.source(text=words[2]), slot="title", start=0, end=1,
            confidence=0.25,
        )  # fmt: skip
        assert_says_what_the_record_classes_print()
        transaction.set_rollback(True)


def test_an_export_takes_few_statements_and_reads_many_chunks_in_their_order(
    django_assert_num_queries: Callable[[int], AbstractContextManager[Any]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(chunks, "FIRST_CHUNK", 2)
    monkeypatch.setattr(chunks, "CHUNK", 3)
    titles = [f"Agreement {number}" for number in range(9)]
    for title in titles:
        factories.agreement(title, key=title, areas=["smart-campus"])
    with django_assert_num_queries(4):  # a savepoint and its end, settings, the keys
        assert [record["title"] for record in exported()] == titles
    assert [row["title"] for row in tabulated()] == titles


@pytest.mark.django_db(transaction=True)
def test_several_connections_read_what_was_there_at_one_moment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(chunks, "FIRST_CHUNK", 2)
    monkeypatch.setattr(chunks, "CHUNK", 1)
    titles = [f"Agreement {number}" for number in range(9)]
    for title in titles:
        factories.agreement(title, key=title)
    texts = json_texts(Agreement.objects.order_by("key"))
    found = [json.loads(next(texts))["title"]]
    writer = connection.copy()
    with writer.cursor() as cursor:  # as another process would, while the export runs
        cursor.execute("UPDATE agreements_agreement SET title = 'Changed'")
    writer.close()
    found += [json.loads(text)["title"] for text in texts]
    assert found == titles
    assert {record["title"] for record in exported()} == {"Changed"}
