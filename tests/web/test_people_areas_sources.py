"""The pages of people, areas and sources."""

from typing import Any

import pytest

from agreements.models import Agreement, Citation, Organisation, Participation, Slot
from tests import factories
from tests.web.conftest import Get, links, text_of

pytestmark = pytest.mark.django_db
TEXT = "The president,\nWu Zhaohui, signed in <Hangzhou> on 22 October 2018."


def _cite(row: Agreement, quoted: str, **fields: Any) -> Citation:
    source = row.citations.all()[0].source
    start = source.text.index(quoted)
    return Citation.objects.create(
        agreement=row,
        source=source,
        start=start,
        end=start + len(quoted),
        **fields,
    )


@pytest.fixture
def signed() -> Participation:
    """Somebody's signature under an agreement, with the passage that tells of it."""
    row = factories.agreement("A memorandum", signed_on="2018-10-22", cite=factories.source(TEXT))
    university = Organisation.objects.get(name="Zhejiang University")
    part = factories.signatory(row, "Wu Zhaohui", university, position="President")
    _cite(row, "Wu Zhaohui", slot=Slot.PARTICIPATION, participation=part)
    return part


def test_a_person_shows_what_they_did_in_which_position(get: Get, signed: Participation) -> None:
    page = get(signed.person.get_absolute_url())
    assert text_of(page, "//h1") == "Wu Zhaohui"
    assert "Signatory, President, for Zhejiang University" in text_of(page)
    assert page.xpath("//mark/text()") == ["Wu Zhaohui"]
    assert "/agreements/a-memorandum/" in links(page)


def test_people_are_found_by_part_of_their_name(get: Get, signed: Participation) -> None:
    assert links(get("/people/?q=zhao"), "//ul[@class='plain wide']") == ["/people/wu-zhaohui/"]
    assert "Nothing here has" in text_of(get("/people/?q=nobody"))


def test_an_area_shows_its_place_in_the_vocabulary_and_what_is_narrower(get: Get) -> None:
    broad = factories.area("shared-resources", label_zh="资源共享")
    narrow = factories.area("smart-campus", parent=broad)
    factories.agreement("Narrow", areas=["smart-campus"], signed_on="2018")
    page = get(broad.get_absolute_url())
    assert page.xpath("//h1/following-sibling::p[@lang='zh']/text()") == ["资源共享"]
    assert page.xpath("//article/h3/a/text()") == ["Narrow"]
    assert narrow.get_absolute_url() in links(page, "//aside")
    assert broad.get_absolute_url() in links(get(narrow.get_absolute_url()), "//aside")


def test_an_area_that_nobody_named_yet_says_so(get: Get) -> None:
    page = get(factories.area("poetry").get_absolute_url())
    assert "No published agreement names it yet" in text_of(page)


@pytest.mark.parametrize(("needle", "found"), [("campus", True), ("校园", True), ("poetry", False)])
def test_areas_are_found_in_either_language(get: Get, needle: str, found: bool) -> None:
    broad = factories.area("shared-resources")
    factories.area("smart-campus", parent=broad, label_zh="智慧校园")
    addresses = links(get(f"/areas/?q={needle}"))
    assert ("/areas/smart-campus/" in addresses) is found
    assert ("/areas/shared-resources/" in addresses) is found, "its broader term shows the way"


def test_a_source_shows_its_text_unchanged_with_cited_passages_linked(
    get: Get, signed: Participation
) -> None:
    _cite(signed.agreement, "22 October 2018", slot=Slot.SIGNED_ON)
    page = get(signed.agreement.citations.all()[0].source.get_absolute_url())
    (document,) = page.xpath("//div[@class='document']")
    assert document.text_content() == TEXT
    assert document.xpath("./mark/a/text()") == ["Wu Zhaohui", "22 October 2018"]
    assert set(links(document, ".")) == {"/agreements/a-memorandum/"}
    assert document.xpath("./mark/@id") == [f"c{TEXT.index(words)}" for words in ("Wu", "22")]


def test_overlapping_passages_of_two_agreements_lead_to_both(
    get: Get, signed: Participation
) -> None:
    source = signed.agreement.citations.all()[0].source
    other = factories.agreement("Another", cite=source)
    _cite(other, "Wu Zhaohui, signed", slot=Slot.TITLE)
    (document,) = get(source.get_absolute_url()).xpath("//div[@class='document']")
    assert document.xpath("string(./mark[1])").startswith("Wu Zhaohui")
    assert links(document, "./mark[1]") == ["/agreements/a-memorandum/", "/agreements/another/"]
    assert links(document, "./mark[2]") == ["/agreements/another/"]


@pytest.mark.parametrize(
    ("kind", "words"),
    [("abstract", "Our abstract of the announcement"), ("original", "The publisher’s own text")],
)
def test_a_source_says_whose_words_it_holds(get: Get, kind: str, words: str) -> None:
    source = factories.source(TEXT, text_kind=kind)
    factories.agreement(cite=source)
    assert words in text_of(get(source.get_absolute_url()))


def test_copies_of_one_text_know_each_other(get: Get) -> None:
    first, second = factories.source(TEXT), factories.source(TEXT, publisher="The Daily")
    factories.agreement(cite=first)
    assert "The Daily" not in text_of(get(first.get_absolute_url()))
    factories.agreement(cite=second)
    assert "The Daily" in text_of(get(first.get_absolute_url()), "//aside")


def test_a_source_without_text_shows_its_address(get: Get) -> None:
    source = factories.source(url="https://news.example/a?b=1&c=2")
    factories.agreement(cite=source)
    assert "https://news.example/a?b=1&c=2" in links(get(source.get_absolute_url()), "//aside")
