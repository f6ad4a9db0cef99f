"""Agreements as programs read them."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from agreements.browse.facets import facet
from agreements.browse.filters import AgreementFilterSet
from agreements.models import Agreement, Source
from tests import factories
from tests.api.conftest import Ask


def test_every_fact_comes_with_its_quotation(ask: Ask, laboratory: Agreement) -> None:
    row = ask("agreements/smart-campus-2018/")
    text = ask("sources/announcement/")["text"]
    cited = {
        "Zhejiang University": row["institutions"][0]["evidence"],
        "Wu Zhaohui": row["signatories"][0]["evidence"],
        "smart campus": row["areas"][0]["evidence"],
        "agreement": row["evidence"]["kind"],
    }
    for words, [evidence] in cited.items():
        assert evidence["quotation"] == words == text[evidence["start"] : evidence["end"]]
        assert evidence["source"] == "announcement"


def test_names_are_those_of_the_record_format_and_nothing_known_is_null(
    ask: Ask, laboratory: Agreement
) -> None:
    row = ask("agreements/smart-campus-2018/")
    assert (row["title"], row["signed_on"], row["place"]) == ("Smart campus", "2018-10-22", None)
    assert row["signatories"][0]["position"] == "President"
    assert row["areas"][0]["label_zh"] == "智慧校园"
    assert row["partners"][0]["slug"] == "huawei-technologies"


def test_every_row_gives_its_page_and_its_address_here(
    client: Client, ask: Ask, laboratory: Agreement
) -> None:
    for name in ("agreements", "institutions", "partners", "people", "areas", "sources"):
        for row in ask(f"{name}/")["results"]:
            assert client.get(row["page_url"]).status_code == 200
            assert client.get(row["api_url"]).status_code == 200


@pytest.mark.usefixtures("draft")
def test_nothing_of_a_draft_shows_anywhere(client: Client, laboratory: Agreement) -> None:
    for name in ("agreements", "institutions", "partners", "people", "sources"):
        content = client.get(f"/api/v1/{name}/").content.decode()
        for hidden in ("Secret", "Nowhere", "Silly", "Teabag"):
            assert hidden not in content
    for address in (
        "agreements/secret",
        "institutions/university-of-nowhere",
        "partners/silly-walks",
        "people/teabag-putey",
        "people/teabag-putey/participations",
        f"sources/{Source.objects.get(title='Secret announcement').slug}",
        f"sources/{Source.objects.get(title='Secret announcement').slug}/citations",
    ):
        assert client.get(f"/api/v1/{address}/").status_code == 404, address


@pytest.mark.usefixtures("laboratory", "draft")
@pytest.mark.parametrize(
    "parameters", [{}, {"year_min": "2018"}, {"q": "campus"}, {"kind": "licence"}]
)
def test_rows_and_total_are_those_of_the_pages(
    client: Client, ask: Ask, parameters: dict[str, str]
) -> None:
    page = client.get("/agreements/", parameters).content.decode()
    found = ask("agreements/", total="true", **parameters)
    number = re.search(r'<h1 id="result">(\w+) agreement', page)
    assert number
    assert number[1] == (str(found["total"]) if found["total"] else "No")
    assert [row["slug"] for row in found["results"]] == re.findall(
        r'<h2><a href="/agreements/([^/]+)/">', page
    )


def test_no_total_is_counted_unless_asked_for(ask: Ask, laboratory: Agreement) -> None:
    assert "total" not in ask("agreements/")


@pytest.mark.usefixtures("laboratory", "draft")
def test_facets_count_as_the_page_does(ask: Ask) -> None:
    counted = {one["name"]: one for one in ask("agreements/facets/", limit=50)["facets"]}
    assert len(counted) == 7
    for name, one in counted.items():
        expected = facet(AgreementFilterSet(), name)
        assert [(v["value"], v["count"]) for v in one["values"]] == [
            (v.value, v.count) for v in expected.values
        ]


def test_only_the_fields_asked_for_are_there(ask: Ask, laboratory: Agreement) -> None:
    [row] = ask("agreements/", fields="title,areas")["results"]
    assert list(row) == ["title", "areas"]


@pytest.mark.parametrize("name", ["agreements", "institutions", "partners", "people", "sources"])
def test_many_rows_take_no_more_queries_than_few(
    client: Client,
    laboratory: Agreement,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    name: str,
) -> None:
    for number in range(12):
        row = factories.agreement(
            institutions=[f"University {number}"], partners=[f"Company {number}"], areas=["law"]
        )
        factories.signatory(row, f"Person {number}", factories.institution(f"University {number}"))
    with django_assert_max_num_queries(14):
        assert len(client.get(f"/api/v1/{name}/").json()["results"]) > 12


def test_a_merged_organisation_leads_to_the_one_that_is_left(
    client: Client, laboratory: Agreement
) -> None:
    huawei = factories.organisation("Huawei Technologies Co., Ltd.")
    factories.organisation("Huawei", merged_into=huawei)
    answer = client.get("/api/v1/partners/huawei/")
    assert (answer.status_code, answer["Location"]) == (
        301,
        "/api/v1/partners/huawei-technologies/",
    )
    assert client.get("/api/v1/institutions/huawei-technologies/").status_code == 301


def test_what_a_person_did_and_a_source_says_can_be_listed(ask: Ask, laboratory: Agreement) -> None:
    [did] = ask("people/wu-zhaohui/participations/")["results"]
    assert (did["role"], did["agreement"]["slug"]) == ("signatory", "smart-campus-2018")
    said = ask("sources/announcement/citations/")["results"]
    assert {one["slot"] for one in said} == {"record", "party", "participation", "area", "kind"}
