"""A record as a row and back."""

import string
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreements.readers.columns import COLUMNS
from agreements.readers.rows import Fault
from agreements.readers.tables import from_row, to_row
from agreements.readers.template_files import example
from agreements.records import AgreementRecord
from agreements.vocabulary.kinds import (
    INSTITUTION_TYPES,
    AgreementKind,
    AliasKind,
    Lifecycle,
    OrganisationType,
    PersonRole,
    Relation,
    TextKind,
    Voice,
)
from tests.readers.files import GOOD

characters = st.one_of(
    st.sampled_from(";|\\=' ,()-+@\n\t"),
    st.characters(codec="utf-8", exclude_characters="\0"),
)
texts = st.text(characters, min_size=1, max_size=20).filter(lambda text: text.strip())
dates = st.sampled_from(["2018", "2018-10", "2018-10-22"])
languages = st.sampled_from(["en", "zh-Hans"])


def organisations(types: list[OrganisationType]) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(
        st.fixed_dictionaries(
            {"name": texts},
            optional={
                "stated_as": texts,
                "unit": texts,
                "type": st.sampled_from(types),
                "country": st.text(string.ascii_uppercase, min_size=2, max_size=2),
                "ror": st.just("https://ror.org/00a2xv884"),
                "wikidata": st.just("Q42"),
                "lei": st.just("213800KUD8LAJWSQ9D15"),
                "parent": texts,
                "aliases": st.lists(
                    st.fixed_dictionaries(
                        {"name": texts, "kind": st.sampled_from(AliasKind)},
                        optional={"language": languages},
                    ),
                    max_size=2,
                ),
            },
        ),
        min_size=1,
        max_size=2,
    )


def people(**more: Any) -> st.SearchStrategy[list[dict[str, Any]]]:
    optional = {"position": texts, "on_behalf_of": texts, **more}
    return st.lists(st.fixed_dictionaries({"name": texts}, optional=optional), max_size=2)


described = {
    "title": texts,
    "publisher": texts,
    "published_on": dates,
    "retrieved_on": dates,
    "language": languages,
    "voice": st.sampled_from(Voice),
    "text_kind": st.sampled_from(TextKind),
}
sources = st.one_of(
    st.fixed_dictionaries({"url": st.just("https://a.example/b;c|d=e")}, optional=described),
    st.fixed_dictionaries({"text": texts}, optional=described),
)
records = st.fixed_dictionaries(
    {
        "title": texts,
        "institutions": organisations(list(INSTITUTION_TYPES)),
        "partners": organisations(list(OrganisationType)),
        "sources": st.lists(sources, min_size=1, max_size=3),
    },
    optional={
        "key": texts,
        "kind": st.sampled_from(AgreementKind),
        "summary": texts,
        "signed_on": dates,
        "effective_from": st.just("2018-11"),
        "expires_on": st.just("2023"),
        "place": texts,
        "signatories": people(),
        "people": people(role=st.sampled_from(PersonRole)),
        "areas": st.lists(
            st.fixed_dictionaries({"phrase": texts}, optional={"code": st.just("joint-rd")}),
            max_size=2,
        ),
        "lifecycle": st.lists(
            st.fixed_dictionaries({"status": st.sampled_from(Lifecycle)}, optional={"on": dates}),
            max_size=2,
        ),
        "links": st.lists(
            st.fixed_dictionaries({"relation": st.sampled_from(Relation), "key": texts}), max_size=2
        ),
    },
).map(AgreementRecord.model_validate)


@settings(deadline=None)
@given(records)
def test_a_record_comes_back_from_its_row(record: AgreementRecord) -> None:
    assert from_row(to_row(record)) == record


@settings(deadline=None)
@given(records)
def test_no_cell_begins_as_a_formula(record: AgreementRecord) -> None:
    row = to_row(record)
    assert list(row) == [column.name for column in COLUMNS]
    assert not [cell for cell in row.values() if cell.lstrip()[:1] in tuple("=+-@")]
    assert not [cell for cell in row.values() if cell[:1] in tuple("\t\r\n")]


def test_the_example_reads_as_documented() -> None:
    assert to_row(example())["institutions"] == (
        "Harbin Institute of Technology | type=university | country=CN | alias=HIT (acronym)"
    )


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        ("kind", "Memorandum of Understanding", "memorandum_of_understanding"),
        ("kind", "MoU", "memorandum_of_understanding"),
        ("kind", "joint-laboratory", "joint_laboratory"),
        ("summary", "'=1+1", "=1+1"),
        ("summary", "'so called'", "'so called'"),
        ("summary", "-5 per cent", "-5 per cent"),
        ("source_text", "  kept as it is\r\n", "  kept as it is\r\n"),
    ],
)
def test_a_single_value_is_understood(column: str, cell: str, expected: str) -> None:
    record = _record(**{column: cell})
    got = record.sources[0].text if column == "source_text" else getattr(record, column)
    assert got == expected


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("A; B", ["A", "B"]),
        ("A;; ;B;", ["A", "B"]),
        (r"AT\;T; R\|D; C:\\D; C:\E", ["AT;T", "R|D", r"C:\D", r"C:\E"]),
        ("Universität Siegen | Unit = Lehrstuhl 1 | COUNTRY=DE", ["Universität Siegen"]),
    ],
)
def test_items_are_split_at_semicolons(cell: str, names: list[str]) -> None:
    assert [party.name for party in _record(partners=cell).partners] == names


@pytest.mark.parametrize(
    ("cell", "name", "kind", "language"),
    [
        ("华为 (native, zh)", "华为", "native", "zh"),
        ("HIT (Acronym)", "HIT", "acronym", None),
        ("FAU (Erlangen)", "FAU (Erlangen)", "spelling", None),
        ("MIT (Cambridge, MA)", "MIT (Cambridge, MA)", "spelling", None),
    ],
)
def test_an_alias_says_its_kind_in_brackets(
    cell: str, name: str, kind: str, language: str | None
) -> None:
    (alias,) = _record(partners=f"Huawei | alias={cell}").partners[0].aliases
    assert (alias.name, alias.kind, alias.language) == (name, kind, language)


@pytest.mark.parametrize(
    ("column", "cell", "field", "value", "mend"),
    [
        ("title", "", "title", "", "fill it in"),
        ("institutions", " ; ", "institutions", "", "fill it in"),
        ("signed_on", "22/10/2018", "signed_on", "22/10/2018", "2018-10-22"),
        ("signed_on", "2018-02-30", "signed_on", "2018-02-30", "a day of the calendar"),
        ("kind", "memo", "kind", "memo", "memorandum_of_understanding"),
        ("institutions", "A | country=cn", "institutions[0].country", "cn", "ISO 3166"),
        ("institutions", "A; B | ror=02xx", "institutions[1].ror", "02xx", "https://ror.org/"),
        ("institutions", "A | type=company", None, "", "not an institution"),
        ("partners", "A | untit=B", "partners[0]", "untit=B", "write unit"),
        ("partners", "A | CN", "partners[0]", "CN", "country=…"),
        ("partners", "A | unit=B | unit=C", "partners[0]", "unit=C", "once"),
        ("partners", "A | lei=123", "partners[0].lei", "123", "check digits"),
        ("partners", "A | alias=B (nativ, zh)", "partners[0].aliases[0].kind", "nativ", "native"),
        ("signatories", "A | role=witness", "signatories[0]", "role=witness", "position"),
        ("people", "A | role=guest", "people[0].role", "guest", "attendee"),
        ("areas", "a | code=Smart Campus", "areas[0].code", "Smart Campus", "smart-campus"),
        ("lifecycle", "singed", "lifecycle[0].status", "singed", "signed"),
        ("links", "renews", "links[0].key", "", "fill it in"),
        ("source_url", "", "source_url", "", "source_text"),
        ("source_url", "zju.edu.cn", "source_url", "zju.edu.cn", "http://"),
        ("source_published_on", "May 2017", "source_published_on", "May 2017", "2018-10"),
        ("sources", "b.example", "sources[0].url", "b.example", "http://"),
        ("sources", "| title=A", "sources[0]", "", "url"),
        ("title", "a\0b", "title", "a\\x00b", "NUL"),
        ("title", "x" * 501, "title", "x" * 79 + "…", "500"),
    ],
)
def test_a_wrong_cell_is_explained(
    column: str, cell: str, field: str | None, value: str, mend: str
) -> None:
    (fault,) = _faults(**{column: cell})
    assert (fault.field, fault.value) == (field, value)
    assert mend in fault.mend


def test_all_that_is_wrong_with_a_row_is_said_at_once() -> None:
    faults = _faults(title="", signed_on="soon", partners="A | boss=B | country=China")
    assert {f.field for f in faults} == {
        "title",
        "signed_on",
        "partners[0]",
        "partners[0].country",
    }


def _record(**cells: str) -> AgreementRecord:
    record = from_row(GOOD | cells)
    assert isinstance(record, AgreementRecord), record
    return record


def _faults(**cells: str) -> list[Fault]:
    faults = from_row(GOOD | cells)
    assert isinstance(faults, list), faults
    return faults
