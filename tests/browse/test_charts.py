"""Every number of a chart leads to a list with as many agreements."""

import pytest
from django.http import QueryDict

from agreements.browse import charts
from agreements.browse.areas import AreaTree
from agreements.browse.charts import Bar
from agreements.browse.filters import AgreementFilterSet
from agreements.browse.tallies import DatabaseTally
from agreements.models import Agreement
from agreements.models.agreements import AgreementQuerySet
from agreements.vocabulary.areas import Axis

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]


def tally_of(agreements: AgreementQuerySet) -> DatabaseTally:
    return DatabaseTally(agreements, AreaTree.load())


def every_chart(query: str) -> list[list[Bar]]:
    filterset = AgreementFilterSet(QueryDict(query))
    shown, tree, within = filterset.tally(), filterset.area_tree, filterset.choices()
    return [
        charts.by_year(shown, within),
        charts.top_partners(shown, 10, within),
        charts.top_institutions(shown, 10, within),
        charts.top_areas(shown, tree, Axis.ACTIVITY, 10, within),
        charts.top_areas(shown, tree, Axis.FIELD, 10, within),
        charts.by_kind(shown, within),
        charts.by_country(shown, 10, within),
    ]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "partner=siemens",
        "partner=siemens&partner=huawei-technologies&year_min=2018&q=research",
        "area=smart-campus&kind=memorandum_of_understanding",
        "country=DE&institution=technische-universitat-munchen",
        "year_min=2018&year_max=2018&area=artificial-intelligence",
    ],
)
def test_the_list_behind_a_bar_holds_what_the_bar_says(query: str) -> None:
    linked = [bar for chart in every_chart(query) for bar in chart if bar.query]
    assert linked
    for bar in linked:
        assert AgreementFilterSet(QueryDict(bar.query)).qs.count() == bar.value, bar


def test_a_number_that_no_list_shows_has_no_link() -> None:
    _, partners, institutions, *_ = every_chart("partner=siemens")
    assert [(bar.label, bar.query) for bar in partners] == [
        ("Siemens AG", ""),
        ("Huawei Technologies Co., Ltd.", ""),
    ]
    assert all(bar.query.startswith("partner=siemens&institution=") for bar in institutions)


def test_an_area_of_the_other_axis_narrows_further() -> None:
    charts_of = every_chart("area=artificial-intelligence")
    activities, fields = charts_of[3], charts_of[4]
    assert activities[0].query == "area=artificial-intelligence&area=joint-laboratory"
    assert [bar.query for bar in fields] == [""] * len(fields)


def test_years_without_agreements_stand_between_those_with_some() -> None:
    by_year = charts.by_year(tally_of(Agreement.objects.all()))
    assert [(bar.label, bar.value) for bar in by_year] == [
        ("2017", 1), ("2018", 2), ("2019", 0), ("2020", 0), ("2021", 2),
    ]  # fmt: skip


def test_a_chart_of_nothing_is_empty() -> None:
    nothing = tally_of(Agreement.objects.none())
    fields = charts.top_areas(nothing, nothing.tree, Axis.FIELD)
    assert charts.by_year(nothing) == fields == []
    assert charts.by_kind(nothing) == charts.top_partners(nothing) == []


def test_drafts_are_counted_nowhere() -> None:
    everything = tally_of(Agreement.objects.all())
    labels = {bar.label for bar in charts.by_year(everything)}
    labels |= {bar.label for bar in charts.top_partners(everything)}
    labels |= {bar.label for bar in charts.by_country(everything)}
    assert not labels & {"1999", "Ministry of Silly Walks", "United Kingdom"}


def test_the_leading_values_come_first_and_no_more_than_asked_for() -> None:
    [bar] = charts.top_partners(tally_of(Agreement.objects.all()), 1)
    assert (bar.label, bar.value) == ("Huawei Technologies Co., Ltd.", 4)
    assert len(charts.by_country(tally_of(Agreement.objects.all()), 2)) == 2
