"""Facets count exactly what choosing a value shows."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.http import QueryDict

from agreements.browse.facets import Facet, facet, facets
from agreements.browse.filters import AgreementFilterSet
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

QUERIES = [
    "",
    "partner=siemens",
    "partner=siemens&partner=huawei-technologies&institution=zhejiang-university",
    "institution=nanyang-technological-university&kind=framework_agreement",
    "year_min=2018&year_max=2018",
    "year_min=2018&country=DE",
    "area=smart-campus",
    "area=research&area=artificial-intelligence&partner=huawei-technologies",
    "area=research&area=smart-campus&area=law",
    "kind=memorandum_of_understanding&country=CN&country=SG",
    "q=research",
    "q=reserach&partner=siemens",
    "q=华为 -laboratory&year_min=2018",
]


def filtered(query: str) -> AgreementFilterSet:
    return AgreementFilterSet(QueryDict(query))


def named(name: str, query: str = "", needle: str = "", limit: int = 50) -> Facet:
    return facet(filtered(query), name, needle, limit)


def alone(query: str, facet: Facet, value: str) -> str:
    """The query with this value as the only choice in the facet."""
    data = QueryDict(query, mutable=True)
    if facet.name == "year":
        data["year_min"] = data["year_max"] = value
        return data.urlencode()
    parameter = "area" if facet.name in ("activity", "field") else facet.name
    own = {v.value for v in facet.values}
    data.setlist(parameter, [v for v in data.getlist(parameter) if v not in own] + [value])
    return data.urlencode()


@pytest.mark.parametrize("query", QUERIES)
def test_every_count_is_what_choosing_that_value_shows(query: str) -> None:
    every = facets(filtered(query))
    assert [f.name for f in every] == [
        "partner", "institution", "year", "activity", "field", "kind", "country",
    ]  # fmt: skip
    for each in every:
        for value in each.values:
            assert value.count == filtered(alone(query, each, value.value)).qs.count(), value


@pytest.mark.parametrize("query", QUERIES)
def test_toggling_a_value_twice_leads_back(query: str) -> None:
    for each in facets(filtered(query)):
        if each.name == "year" and any(v.selected for v in each.values):
            continue  # a click on a year narrows a span of years
        for value in filter(lambda v: v.count, each.values):
            there = filtered(value.toggle)
            [same] = [v for v in facet(there, each.name).values if v.value == value.value]
            assert same.selected is not value.selected
            back, before = filtered(same.toggle).choices(), filtered(query).choices()
            assert sorted(back) == sorted(before)


def test_a_value_of_a_facet_without_choice_shows_its_count_when_clicked() -> None:
    for each in facets(filtered("q=research")):
        for value in each.values:
            assert filtered(value.toggle).qs.count() == value.count > 0


def test_alternatives_of_a_chosen_value_stay_visible() -> None:
    partners = named("partner", "partner=siemens&kind=memorandum_of_understanding")
    assert [(v.value, v.count, v.selected) for v in partners.values] == [
        ("huawei-technologies", 2, False),
        ("siemens", 1, True),
    ]


def test_a_chosen_value_of_which_nothing_is_left_can_still_be_dropped() -> None:
    partners = named("partner", "partner=siemens&institution=zhejiang-university")
    assert [(v.value, v.label, v.count, v.selected) for v in partners.values] == [
        ("huawei-technologies", "Huawei Technologies Co., Ltd.", 2, False),
        ("siemens", "Siemens AG", 0, True),
    ]
    assert partners.values[1].toggle == "institution=zhejiang-university"


def test_a_broader_area_counts_agreements_of_its_narrower_ones_once() -> None:
    counts = {v.value: v.count for v in named("activity").values}
    assert counts["research"] == 3
    assert counts["joint-rd"] == 2
    assert counts["shared-resources"] == 2


def test_clicking_a_year_of_a_span_narrows_to_it_and_again_lifts_it() -> None:
    years = named("year", "year_min=2017&year_max=2019")
    assert [(v.value, v.selected) for v in years.values] == [
        ("2021", False), ("2018", True), ("2017", True),
    ]  # fmt: skip
    assert years.values[1].toggle == "year_min=2018&year_max=2018"
    assert named("year", years.values[1].toggle).values[1].toggle == ""


def test_names_stand_in_their_own_script_too() -> None:
    natives = {v.value: v.native_label for v in named("institution").values}
    assert natives["zhejiang-university"] == "浙江大学"
    assert natives["technische-universitat-munchen"] == ""
    assert "智慧校园" in {v.native_label for v in named("activity").values}


@pytest.mark.parametrize(
    ("name", "needle", "found"),
    [
        ("partner", "siem", ["siemens"]),
        ("partner", "HUAWEI technologies co., ltd.", ["huawei-technologies"]),
        ("partner", "华为", ["huawei-technologies"]),
        ("partner", "walks", []),
        ("partner", "!!!", []),
        ("partner", "\x00", []),
        ("partner", "\ud800", []),
        ("partner", "%", []),
        ("institution", "munchen", ["technische-universitat-munchen"]),
        ("institution", "MÜNCHEN techn", ["technische-universitat-munchen"]),
        ("institution", "浙江", ["zhejiang-university"]),
        ("institution", "zju", ["zhejiang-university"]),
        ("activity", "校园", ["smart-campus"]),
        ("field", "ARTIFICIAL", ["artificial-intelligence"]),
        ("country", "deu", ["DE"]),
        ("country", "people's republic", ["CN"]),
        ("kind", "memo", ["memorandum_of_understanding"]),
        ("year", "20", ["2021", "2018", "2017"]),
        ("year", "17", ["2017"]),
    ],
)
def test_values_are_found_by_any_name_in_any_script(
    name: str, needle: str, found: list[str]
) -> None:
    result = named(name, needle=needle)
    assert [v.value for v in result.values] == found
    assert (result.total, result.more, result.needle) == (len(found), 0, needle)


def test_a_long_facet_says_how_much_more_there_is_and_keeps_what_is_chosen() -> None:
    for number in range(12):
        factories.agreement(partners=[f"Firm {number}"])
    partners = named("partner", limit=5)
    assert (len(partners.values), partners.total, partners.more) == (5, 14, 9)
    partners = named("partner", "partner=firm-9", limit=5)
    assert [v.value for v in partners.values if v.selected] == ["firm-9"]
    assert partners.more == 14 - len(partners.values)


def test_needles_search_each_facet_on_its_own() -> None:
    found = {f.name: f for f in facets(filtered(""), {"partner": "siem"})}
    assert [v.value for v in found["partner"].values] == ["siemens"]
    assert len(found["institution"].values) == 3


def test_unsound_filters_have_no_values() -> None:
    assert not any(f.values for f in facets(filtered("year_min=soon")))
    assert not any(f.values for f in facets(filtered("yeer=2018")))


@pytest.mark.parametrize(
    ("query", "queries"),
    [
        ("", 11),
        # one more for the values of each of partner, institution and area, and one for the words
        ("partner=siemens&institution=zhejiang-university&area=smart-campus&q=huawei", 15),
    ],
)
def test_the_number_of_queries_does_not_grow_with_the_catalogue(
    query: str,
    queries: int,
    django_assert_num_queries: Callable[[int], AbstractContextManager[Any]],
) -> None:
    """The look at the revision is among them."""
    for number in range(5):
        factories.agreement(institutions=[f"University {number}"], partners=[f"Firm {number}"])
    with django_assert_num_queries(queries):
        facets(filtered(query))
