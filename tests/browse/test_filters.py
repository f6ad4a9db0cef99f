"""What the filters find, and what they refuse."""

import random
import re
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from django.http import QueryDict

from agreements.browse.filters import AgreementFilterSet
from agreements.models import Agreement

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

ALL = {"Campus", "Laboratory", "Research", "Intelligence", "Everything", "Nothing"}


def filtered(query: str) -> AgreementFilterSet:
    return AgreementFilterSet(QueryDict(query))


def titles(query: str) -> set[str]:
    return set(filtered(query).qs.values_list("title", flat=True))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ALL),
        ("partner=siemens", {"Research", "Intelligence", "Everything"}),
        ("partner=siemens&partner=huawei-technologies", ALL),
        ("institution=zhejiang-university", {"Campus", "Laboratory"}),
        ("institution=zhejiang-university&partner=siemens", set()),
        ("year_min=2018", {"Laboratory", "Research", "Intelligence", "Nothing"}),
        ("year_max=2018", {"Campus", "Laboratory", "Research"}),
        ("year_min=2018&year_max=2018", {"Laboratory", "Research"}),
        ("area=smart-campus", {"Campus", "Research"}),
        ("area=shared-resources", {"Campus", "Research"}),
        ("area=research", {"Laboratory", "Research", "Everything"}),
        ("area=research&area=smart-campus", {"Campus", "Laboratory", "Research", "Everything"}),
        ("area=research&area=artificial-intelligence", {"Laboratory"}),
        ("area=law", set()),
        ("kind=memorandum_of_understanding", {"Laboratory", "Research"}),
        ("kind=framework_agreement&kind=other", ALL - {"Laboratory", "Research"}),
        ("country=SG", {"Everything", "Nothing"}),
        ("country=SG&country=DE", {"Research", "Intelligence", "Everything", "Nothing"}),
        ("lifecycle=expired", {"Nothing"}),
        ("partner=huawei-technologies&year_min=2018&area=joint-rd&country=DE", {"Research"}),
        ("partner=&institution=&year_min=&q=&kind=&sort=&country=&area=", ALL),
        ("page=7", ALL),
        ("sort=title", ALL),
    ],
)  # fmt: skip
def test_values_of_one_facet_widen_and_facets_narrow(query: str, found: set[str]) -> None:
    assert filtered(query).is_sound()
    assert titles(query) == found


def test_without_any_parameters_all_published_agreements_are_shown() -> None:
    assert set(AgreementFilterSet().qs.values_list("title", flat=True)) == ALL


def test_drafts_stay_hidden_whatever_queryset_is_given() -> None:
    everything = AgreementFilterSet(QueryDict(), Agreement.objects.all())
    assert set(everything.qs.values_list("title", flat=True)) == ALL


@pytest.mark.parametrize(
    ("query", "parameter", "message"),
    [
        ("year_min=abc", "year_min", "Write a year: 2018."),
        ("year_min=2018.5", "year_min", "Write a year: 2018."),
        ("year_max=-1", "year_max", "greater than or equal to 1"),
        ("year_max=99999", "year_max", "less than or equal to 9999"),
        ("year_min=" + "9" * 5000, "year_min", "Write a year"),
        ("year_min=2020&year_max=2019", "year_max", "The last year, 2019, lies before the first"),
        ("partner=huwaei", "partner", "names the partner “huwaei”"),
        ("partner=zhejiang-university", "partner", "names the partner “zhejiang-university”"),
        ("partner=ministry-of-silly-walks", "partner", "names the partner"),
        ("institution=university-of-nowhere", "institution", "names the institution"),
        ("area=magic", "area", "no code “magic”"),
        ("kind=treaty", "kind", "“treaty” is unknown; write one of: mem"),
        ("country=cn", "country", "write two capital letters"),
        ("sort=random", "sort", "write one of: newest, oldest"),
        ("q=" + "a" * 201, "q", "at most 200 characters"),
        ("q=a%00b", "q", "null character"),
        ("partner=a%00b", "partner", "null character"),
        ("&".join(f"partner={n}" for n in range(900)), "partner", "at most 50 values"),
        ("&".join(f"country={n}" for n in range(900)), "country", "at most 50 values"),
    ],
)
def test_a_malformed_value_shows_nothing_and_says_why(
    query: str, parameter: str, message: str
) -> None:
    filterset = filtered(query)
    assert message in filterset.errors[parameter].as_text()
    assert not filterset.qs.exists()
    assert not filterset.qs_without(parameter).exists()


@pytest.mark.parametrize(
    ("query", "unknown", "nearest"),
    [
        ("yeer=2019", "yeer", "year_min"),
        ("partners=siemens", "partners", "partner"),
        ("Partner=siemens", "Partner", "partner"),
        ("country[]=DE", "country[]", "country"),
        ("utm_campaign=x", "utm_campaign", None),
        ("x" * 5000 + "=1", "x" * 5000, None),
    ],
)
def test_an_unknown_parameter_shows_nothing_and_names_the_nearest(
    query: str, unknown: str, nearest: str | None
) -> None:
    filterset = filtered(query)
    assert filterset.unknown_parameters() == [unknown]
    assert not filterset.is_sound()
    assert not filterset.qs.exists()
    assert filterset.nearest(unknown) == nearest


def test_no_parameter_whatsoever_raises() -> None:
    chance = random.Random(1)
    scraps = [
        "", " ", "\x00", "\ud800", "𝔘", "\u202e", "%", "'", '"', "\\", "-", "(", "|", "&", "!",
        ":*", "or", "2018", "-1", "1e9", "٢٠١٨", "huawei-technologies", "CN", "华为", "<b>",
        "\ue000", "a" * 99,
    ]  # fmt: skip
    for _ in range(150):
        data = QueryDict(mutable=True)
        for name in chance.sample([*AgreementFilterSet.base_filters, "page", "\x00"], 3):
            words = ["".join(chance.choices(scraps, k=chance.randint(1, 4))) for _ in range(2)]
            data.setlist(name, words)
        filterset = AgreementFilterSet(data)
        assert {row.title for row in filterset.ordered()} <= ALL
        filterset.sentence()
        filterset.chips()


NEWEST = ["Nothing", "Intelligence", "Laboratory", "Research", "Campus", "Everything"]
OLDEST = ["Campus", "Research", "Laboratory", "Intelligence", "Nothing", "Everything"]


@pytest.mark.parametrize(
    ("query", "order"),
    [
        ("", NEWEST),
        ("sort=newest", NEWEST),
        ("sort=relevance", NEWEST),
        ("sort=oldest", OLDEST),
        ("sort=title", sorted(ALL)),
        ("q=research", ["Research", "Everything"]),
        ("q=research&sort=oldest", ["Research", "Everything"]),
        ("q=intelligence", ["Intelligence", "Laboratory"]),
        ("q=intelligence&sort=oldest", ["Laboratory", "Intelligence"]),
    ],
)
def test_the_order_is_as_asked_and_undated_agreements_come_last(
    query: str, order: list[str]
) -> None:
    assert [row.title for row in filtered(query).ordered()] == order


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("", "Agreements"),
        ("partner=siemens", "Agreements with Siemens AG"),
        (
            "partner=huawei-technologies&partner=siemens&year_min=2017&year_max=2019",
            "Agreements with Huawei Technologies Co., Ltd. or Siemens AG, signed 2017 to 2019",
        ),
        ("year_min=2018&year_max=2018", "Agreements, signed in 2018"),
        ("year_min=2018", "Agreements, signed since 2018"),
        ("year_max=2018", "Agreements, signed until 2018"),
        (
            "institution=zhejiang-university&area=smart-campus&area=law",
            "Agreements of Zhejiang University on smart campus in the field of law",
        ),
        (
            "kind=framework_agreement&country=DE&country=SG&q=5G",
            "Agreements, with a party from Germany or Singapore, of the kind framework agreement, "
            "found by “5G”",
        ),
        (
            "country=DE&country=SG&country=CN&country=GB&country=FR",
            "Agreements, with a party from Germany, Singapore, China or 2 others",
        ),
    ],
)
def test_the_list_says_in_words_what_it_holds(query: str, sentence: str) -> None:
    assert filtered(query).sentence() == sentence


def test_every_choice_has_a_chip_that_takes_it_away() -> None:
    query = "q=5G&partner=siemens&partner=huawei-technologies&year_min=2017&country=DE"
    chips = filtered(f"{query}&page=3&sort=title").chips()
    assert [(chip.name, chip.label) for chip in chips] == [
        ("q", "“5G”"),
        ("partner", "Siemens AG"),
        ("partner", "Huawei Technologies Co., Ltd."),
        ("year_min", "since 2017"),
        ("country", "Germany"),
    ]
    assert parse_qs(chips[1].remove) == {
        "q": ["5G"],
        "partner": ["huawei-technologies"],
        "year_min": ["2017"],
        "country": ["DE"],
        "sort": ["title"],
    }


def test_a_malformed_choice_has_a_chip_too() -> None:
    chips = filtered("partner=siemnes&year_min=soon").chips()
    assert [(chip.value, chip.label, chip.remove) for chip in chips] == [
        ("siemnes", "siemnes", "year_min=soon"),
        ("soon", "since soon", "partner=siemnes"),
    ]


def test_every_filter_that_the_design_promises_exists(shared: Path) -> None:
    design = (shared / "design.md").read_text("utf-8")
    promise = re.search(r"filters as query parameters ([^)]*)\)", design)
    assert promise
    promised = set(re.findall(r"`(\w+)`", promise[1]))
    assert len(promised) > 5
    assert promised <= set(AgreementFilterSet.base_filters) | AgreementFilterSet.not_filters
