"""The list of agreements: filters, facets, search, order, pages, and what cannot be answered."""

import pytest

from tests import factories
from tests.web.conftest import Get, Page, links, text_of

pytestmark = pytest.mark.django_db


def titles(page: Page) -> list[str]:
    """The titles of the agreements shown."""
    return [str(title) for title in page.xpath("//article/h2/a/text()")]


def test_the_heading_says_what_is_shown_and_how_many(get: Get) -> None:
    factories.agreement(partners=["Huawei"], signed_on="2018")
    factories.agreement(partners=["ZTE"], signed_on="2018")
    page = get("/agreements/?partner=huawei&year_min=2017&year_max=2019")
    assert text_of(page, "//h1") == "1 agreement with Huawei, signed 2017 to 2019"
    assert "Agreements with Huawei" in text_of(page, "//title")


def test_a_facet_value_narrows_and_its_chip_widens_again(get: Get) -> None:
    factories.agreement("First", partners=["Huawei"])
    factories.agreement("Second", partners=["ZTE"])
    page = get("/agreements/")
    (toggle,) = page.xpath("//a[@id='partner-zte']/@href")
    narrowed = get(toggle)
    assert titles(narrowed) == ["Second"]
    assert narrowed.xpath("//a[@id='partner-zte']/@aria-current") == ["true"]
    (remove,) = links(narrowed, "//ul[@class='chips']")
    assert len(titles(get(remove))) == 2


def test_a_long_facet_is_searched_and_opened_without_scripts(get: Get) -> None:
    for number in range(12):
        factories.agreement(partners=[f"Firm {number:02}"], signed_on="2018")
    page = get("/agreements/?year_min=2018")
    values = "//div[@id='facet-partner']//li"
    assert len(page.xpath(values)) == 8
    (more,) = [address for address in links(page) if "all=partner" in address]
    assert len(get(f"/agreements/{more}").xpath(values)) == 12
    found = get("/agreements/?year_min=2018&find_partner=firm+11")
    assert text_of(found, values).startswith("Firm 11")
    assert "year_min=2018" in links(found, values)[0]


def test_a_needle_that_finds_nothing_says_so(get: Get) -> None:
    factories.agreement()
    assert "Nothing here has “zz”" in text_of(get("/agreements/?find_partner=zz"))


def test_search_marks_the_words_it_found(get: Get) -> None:
    text = "They will build a <b>smart</b> campus together in Hangzhou."
    factories.agreement("Found", cite=factories.source(text))
    page = get("/agreements/?q=campus")
    assert page.xpath("//p[@class='snippet']/mark/text()") == ["campus"]
    assert not page.xpath("//p[@class='snippet']/b")


def test_a_chinese_name_is_found_and_marked_as_chinese(get: Get) -> None:
    factories.agreement("Found")
    university = factories.institution("Zhejiang University")
    factories.alias(university, "浙江大学", kind="native", language="zh")
    row = factories.agreement("Found too")
    page = get("/agreements/?q=浙江大学")
    assert row.title in titles(page)
    assert "浙江大学" in page.xpath("//bdi[@lang='zh']/text()")


@pytest.mark.parametrize(
    ("sort", "first"), [("newest", "B"), ("oldest", "A"), ("title", "A"), ("", "B")]
)
def test_the_list_is_sorted_as_asked(get: Get, sort: str, first: str) -> None:
    factories.agreement("A", signed_on="2001")
    factories.agreement("B", signed_on="2002")
    page = get(f"/agreements/?sort={sort}")
    assert titles(page)[0] == first
    assert len(page.xpath("//div[@class='toolbar']//*[@aria-current]")) == 1


def test_pages_keep_the_filter(get: Get) -> None:
    for number in range(30):
        factories.agreement(f"Agreement {number}", signed_on="2018")
    page = get("/agreements/?year_min=2018")
    (following,) = page.xpath("//a[@rel='next']/@href")
    second = get(f"/agreements/{following}")
    assert len(titles(second)) == 5
    assert text_of(second, "//h1").startswith("30 agreements, signed since 2018")


def test_the_canonical_address_does_not_depend_on_the_order_of_choices(get: Get) -> None:
    factories.agreement(signed_on="2018", partners=["Huawei"])
    addresses = {
        get(f"/agreements/?{query}").xpath("//link[@rel='canonical']/@href")[0]
        for query in ("partner=huawei&year_min=2018&q=", "year_min=2018&partner=huawei")
    }
    assert len(addresses) == 1


def test_an_empty_result_says_which_filter_to_drop(get: Get) -> None:
    factories.agreement("Kept", signed_on="2018")
    page = get("/agreements/?year_min=2018&q=zzzzzz")
    assert text_of(page, "//h1").startswith("No agreements")
    addresses = links(page, "//section[@class='empty']")
    assert "/agreements/?year_min=2018" in addresses
    assert titles(get(addresses[0])) == ["Kept"]


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("partnr=huawei", "There is no filter partnr; did you mean partner?"),
        ("year_min=abc", "From year: Write a year: 2018."),
        ("year_min=2019&year_max=2017", "lies before the first"),
        ("partner=nobody", "No published agreement names the partner"),
        ("kind=treaty", "Kind:"),
        ("q=a%00b", "null"),
        ("%00=1", "There is no filter"),
    ],
)
def test_what_cannot_be_answered_shows_nothing_and_says_why(
    get: Get, query: str, message: str
) -> None:
    factories.agreement("Shown", signed_on="2018")
    page = get(f"/agreements/?{query}", status=400)
    assert message in text_of(page)
    assert not titles(page)


def test_the_message_stands_beside_its_field(get: Get) -> None:
    page = get("/agreements/?year_min=abc", status=400)
    (field,) = page.xpath("//input[@name='year_min']")
    assert field.get("aria-invalid") == "true"
    assert "Write a year" in text_of(page, f"//*[@id='{field.get('aria-describedby')}']")
