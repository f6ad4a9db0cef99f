"""The pages of institutions and partners, and the lists of them."""

import pytest
from django.test import Client

from agreements.models import Organisation
from tests import factories
from tests.web.conftest import Get, links, text_of

pytestmark = pytest.mark.django_db


def test_an_institution_shows_names_identifiers_and_family(get: Get) -> None:
    parent = factories.institution("University of Malaya System")
    row = factories.institution(
        "University of Malaya", country="MY", ror="https://ror.org/00rzspn62", parent=parent
    )
    factories.alias(row, "马来亚大学", kind="translation", language="zh")
    factories.agreement(institutions=["University of Malaya"], signed_on="2018")
    factories.agreement(institutions=["University of Malaya System"])
    page = get(row.get_absolute_url())
    beside = text_of(page, "//aside")
    assert "马来亚大学 translation, zh" in beside
    assert "Part of University of Malaya System" in beside
    assert "https://ror.org/00rzspn62" in links(page, "//aside")
    assert "Includes University of Malaya" in text_of(get(parent.get_absolute_url()), "//aside")


def test_a_family_member_without_published_agreement_stays_hidden(get: Get) -> None:
    parent = factories.organisation("Hidden Holding")
    child = factories.organisation("Shown Works", parent=parent)
    factories.agreement(partners=["Shown Works"])
    assert "Hidden" not in get(child.get_absolute_url()).text_content()


def test_a_partner_shows_its_institutions_areas_people_and_agreements(get: Get) -> None:
    factories.area("smart-campus", parent=factories.area("shared-resources"))
    row = factories.agreement(
        "A memorandum", partners=["Huawei", "ZTE"], areas=["smart-campus"], signed_on="2018"
    )
    huawei = Organisation.objects.get(name="Huawei")
    factories.signatory(row, "Guo Ping", huawei)
    page = get(huawei.get_absolute_url())
    assert "Zhejiang University" in text_of(page, "//section[h2/@id='with']")
    assert "Smart campus" in text_of(page, "//section[h2/@id='with']")
    assert "ZTE" in text_of(page, "//section[h2/@id='with']")
    assert "Guo Ping" in text_of(page, "//aside")
    assert page.xpath("//article/h3/a/text()") == ["A memorandum"]


def test_every_bar_of_an_organisation_leads_to_as_many_agreements_as_it_counts(get: Get) -> None:
    factories.agreement(partners=["Huawei"], signed_on="2018", areas=["smart-campus"])
    factories.agreement(partners=["Huawei"], signed_on="2017")
    factories.agreement(partners=["ZTE"], signed_on="2018", areas=["smart-campus"])
    for path in ("/partners/huawei/", "/institutions/zhejiang-university/"):
        bars = get(path).xpath("//figure//tr[td]")
        assert bars
        for bar in bars:
            for address in bar.xpath(".//a/@href"):
                heading = text_of(get(address), "//h1")
                assert heading.startswith(f"{bar.xpath('td')[0].text} agreement")


def test_a_merged_organisation_leads_to_the_one_that_it_became(client: Client) -> None:
    factories.agreement(partners=["Huawei"])
    huawei = Organisation.objects.get(name="Huawei")
    middle = factories.organisation("Huawei Tech", merged_into=huawei)
    old = factories.organisation("Hua Wei", merged_into=middle)
    response = client.get(old.get_absolute_url())
    assert (response.status_code, response.headers["Location"]) == (301, "/partners/huawei/")


def test_an_institution_asked_for_as_a_partner_leads_to_its_address(client: Client) -> None:
    factories.agreement()
    response = client.get("/partners/zhejiang-university/")
    assert response.status_code == 301
    assert response.headers["Location"] == "/institutions/zhejiang-university/"


def test_a_name_in_another_script_has_an_address(get: Get) -> None:
    factories.agreement(institutions=["浙江大学"])
    page = get("/institutions/浙江大学/")
    assert page.xpath("//h1/bdi/@lang") == ["zh"]


@pytest.mark.parametrize("path", ["institutions", "partners", "people", "sources"])
def test_an_empty_list_says_so(get: Get, path: str) -> None:
    assert "Nothing here yet" in text_of(get(f"/{path}/"))


def test_the_list_is_alphabetical_and_counts_agreements(get: Get) -> None:
    factories.agreement(partners=["ZTE", "Älmhult AB"])
    factories.agreement(partners=["ZTE", "Bosch"])
    rows = [" ".join(row.text_content().split()) for row in get("/partners/").xpath("//main//li")]
    assert rows[-3:] == ["1 Älmhult AB", "1 Bosch", "2 ZTE"]


@pytest.mark.parametrize("needle", ["zhejiang", "ZHEJIANG univ", "浙江", "ZJU"])
def test_the_list_is_searched_by_parts_of_any_name(get: Get, needle: str) -> None:
    university = factories.institution("Zhejiang University")
    factories.alias(university, "浙江大学", kind="native", language="zh")
    factories.alias(university, "ZJU", kind="acronym")
    factories.agreement()
    factories.agreement(institutions=["Tsinghua University"])
    page = get(f"/institutions/?q={needle}")
    assert links(page, "//ul[@class='plain wide']") == ["/institutions/zhejiang-university/"]


def test_a_search_that_finds_nothing_leads_to_the_search_that_forgives(get: Get) -> None:
    factories.agreement()
    assert "/agreements/?q=Zheejang" in links(get("/institutions/?q=Zheejang"))


@pytest.mark.parametrize("query", ["name=x", "q=a%00b", f"q={'x' * 300}"])
def test_a_parameter_that_makes_no_sense_shows_nothing(get: Get, query: str) -> None:
    factories.agreement()
    page = get(f"/institutions/?{query}", status=400)
    assert "Nothing is shown rather than too much" in text_of(page)
    assert "Zhejiang" not in text_of(page)
