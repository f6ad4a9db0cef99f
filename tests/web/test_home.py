"""The home page says what the catalogue holds and leads into it."""

import pytest

from tests import factories
from tests.web.conftest import Get, links, text_of

pytestmark = pytest.mark.django_db


def test_an_empty_catalogue_says_so(get: Get) -> None:
    assert "The catalogue is empty" in text_of(get("/"))


def test_numbers_count_published_things_only(get: Get) -> None:
    factories.agreement(signed_on="2018")
    factories.agreement(institutions=["Draft University"], status="draft")
    numbers = text_of(get("/"), "//dl[@class='numbers']")
    assert numbers == "agreements 1 institutions 1 partners 1 people 0 sources 1"


def test_every_bar_of_a_chart_leads_to_as_many_agreements_as_it_counts(get: Get) -> None:
    for signed_on, area in (("2017", "smart-campus"), ("2018", "smart-campus"), ("2018-10", "")):
        factories.agreement(signed_on=signed_on, areas=[area] if area else [])
    page = get("/")
    bars = page.xpath("//figure//tr[td]")
    assert len(bars) >= 4
    for bar in bars:
        count = bar.xpath("td")[0].text
        for address in bar.xpath(".//a/@href"):
            assert text_of(get(address), "//h1").startswith(f"{count} agreement")


def test_bars_in_the_drawing_lead_where_the_table_leads(get: Get) -> None:
    factories.agreement(signed_on="2018")
    page = get("/")
    for figure in page.xpath("//figure"):
        assert links(figure, ".//svg") == links(figure, ".//table")


def test_a_chart_says_how_many_agreements_have_no_year(get: Get) -> None:
    factories.agreement(signed_on="2018")
    factories.agreement()
    assert "1 without a year left out" in text_of(get("/"), "//figcaption")


def test_a_long_name_is_cut_in_the_drawing_and_whole_in_the_table(get: Get) -> None:
    name = "Corporation of Exceedingly Long Names and Their Subsidiaries of Elsewhere"
    factories.agreement(partners=[name])
    page = get("/")
    assert any(text.endswith("…") for text in page.xpath("//svg//text/text()"))
    assert name in page.xpath("//figure//table//a/text()")
