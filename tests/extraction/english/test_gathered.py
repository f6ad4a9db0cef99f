"""Which headings of a page begin an item of its own, and that each item is read by itself."""

import pytest

from agreements.extraction import Document, extract
from agreements.records import AgreementRecord

_NEWSLETTER = """Skane Campus Newsletter

Spring in brief

Nokia to train our engineers

Lund University signed a memorandum of understanding with Nokia on 3 March 2024 in Malmo. \
Rector Anna Berg signed for the university and Director Lars Holm for Nokia. They cooperate in \
radio engineering.

Bridges made of wood

A framework agreement with Alva Timber Ltd was signed by the university on 9 April 2024. \
Dean Maria Lind and Chief Executive Per Sand signed it. It covers timber and fire safety.
"""
_ARCHIVE = """Industry news archive

Siemens goes to campus
4 May 2023

Ghent University and Siemens signed an agreement on Tuesday. Students will learn automation.

A chair for Orbis
11 June 2022

On Friday Orbis Mining Ltd entered into a memorandum of understanding with Aalto University.

New library for Malmo
2 January 2022

Malmo University opened its library at the harbour, which Brightwell Ltd had built for \
renewable energy studies.
"""


def _records(text: str) -> tuple[AgreementRecord, ...]:
    return extract(Document("a", text)).agreements


def _names(record: AgreementRecord) -> tuple[list[str], list[str]]:
    return [p.name for p in record.institutions], [p.name for p in record.partners]


def test_each_item_has_its_own_title_parties_and_day() -> None:
    first, second = _records(_NEWSLETTER)
    assert first.title == "Nokia to train our engineers"
    assert second.title == "Bridges made of wood"
    assert _names(first) == (["Lund University"], ["Nokia"])
    assert _names(second) == (["Lund University"], ["Alva Timber Ltd"])
    assert [first.signed_on, second.signed_on] == ["2024-03-03", "2024-04-09"]


def test_signatories_place_and_areas_are_those_of_the_item() -> None:
    first, second = _records(_NEWSLETTER)
    assert [person.name for person in first.signatories] == ["Anna Berg", "Lars Holm"]
    assert [person.name for person in second.signatories] == ["Maria Lind", "Per Sand"]
    assert [first.place, second.place] == ["Malmo", None]
    assert {area.phrase for area in first.areas}.isdisjoint(a.phrase for a in second.areas)


def test_days_of_an_archive_count_from_that_beside_the_heading() -> None:
    first, second = _records(_ARCHIVE)
    assert [first.signed_on, second.signed_on] == ["2023-05-02", "2022-06-10"]


def test_an_item_that_tells_no_agreement_gives_none_its_facts() -> None:
    *_, last = _records(_ARCHIVE)
    assert all("energy" not in area.phrase for area in last.areas)


@pytest.mark.parametrize(
    "text",
    [
        "Lund University and Nokia sign memorandum\n\nLund University and Nokia signed an "
        "agreement on 3 May 2021.\n\nWhat the agreement covers\n\nThe memorandum between "
        "Lund University and Nokia was signed for research in radio engineering.\n\nAbout Nokia\n\n"
        "Nokia is a maker of networks. It has cooperated with Siemens for years.",
        "Lund University and Nokia sign memorandum\n\nLund University and Nokia signed an "
        "agreement on 3 May 2021.\n\nOther news\n\nThe library opens on Sundays again, said "
        "the head of Malmo University.",
    ],
)
def test_headings_within_one_report_begin_no_items(text: str) -> None:
    (record,) = _records(text)
    assert record.title == "Lund University and Nokia sign memorandum"
    assert _names(record) == (["Lund University"], ["Nokia"])


def test_an_item_about_schools_alone_gives_its_facts_to_no_other() -> None:
    text = (
        "Archive of partnerships\n\nNokia comes to Lund University\nMay 2024\n\nLund University "
        "signed an MoU with Nokia on 3 May 2024. Rector Anna Berg and Director Lars Holm signed "
        "it.\n\nGhent University and Lund University in Alliance\nApril 2024\n\nA memorandum of "
        "understanding between Ghent University and Lund University was signed by Rector Per Sand "
        "on 2 April 2024."
    )
    (record,) = _records(text)
    assert _names(record) == (["Lund University"], ["Nokia"])
    assert [person.name for person in record.signatories] == ["Anna Berg", "Lars Holm"]
