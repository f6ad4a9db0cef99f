"""What words find, and which of them are shown."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.db.models import F

from agreements.browse.search import search, snippets
from agreements.models import Agreement
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _catalogue() -> None:
    zhejiang = factories.institution("Zhejiang University")
    factories.alias(zhejiang, "浙江大学", kind="native", language="zh")
    huawei = factories.organisation("Huawei Technologies Co., Ltd.")
    factories.alias(huawei, "华为技术有限公司", kind="native", language="zh")
    factories.area("smart-campus", label_zh="智慧校园")
    first = factories.agreement(
        "Talent cultivation",
        areas=["smart-campus"],
        cite=factories.source(text="Both sides will train engineers for 5G networks."),
    )
    factories.signatory(first, "Zoë Müller", huawei)
    factories.agreement(
        "Hydrogen & storage",
        institutions=["Université de Liège"],
        partners=["Hunan Steel"],
        summary="Scholarships for students of metallurgy.",
    )
    factories.agreement(
        "Shanghai pilot", institutions=["Aix-Marseille University"], partners=["Siemens AG"]
    )
    factories.agreement("Hauwei hidden", partners=["Quux"], status="draft")
    Agreement.objects.all().refresh_search()


def found(q: str) -> list[str]:
    rows = search(Agreement.objects.published(), q).order_by(F("rank").desc(), "title")
    return [row.title for row in rows]


TALENT, HYDROGEN, PILOT = "Talent cultivation", "Hydrogen & storage", "Shanghai pilot"


@pytest.mark.parametrize(
    ("q", "titles"),
    [
        ("talent", [TALENT]),
        ("TALENTS", [TALENT]),
        ("scholarship", [HYDROGEN]),
        ("5g network", [TALENT]),
        ("smart campus", [TALENT]),
        ("智慧校园", [TALENT]),
        ("浙江大学", [TALENT]),
        ("浙江", [TALENT]),
        ("华为", [TALENT]),
        ("华为 浙江", [TALENT]),
        ("muller", [TALENT]),
        ("Müller", [TALENT]),
        ("liege", [HYDROGEN]),
        ("LIÈGE", [HYDROGEN]),
        ("hydro", [HYDROGEN]),
        ("zhej huaw", [TALENT]),
        ("hunan huawei", []),
        ("ai", []),
        ("aix", [PILOT]),
        ("the", []),
        ("%", []),
        ("_", []),
        ("nothing like that", []),
    ],
)
def test_words_parts_of_names_and_other_scripts_are_found(q: str, titles: list[str]) -> None:
    assert found(q) == titles


@pytest.mark.parametrize(
    ("q", "titles"),
    [
        ("huwaei", [TALENT]),
        ("hwawei", [TALENT]),
        ("hauwei", [TALENT]),
        ("zheijang", [TALENT]),
        ("zhejang huwaei", [TALENT]),
        ("hydrogn", [HYDROGEN]),
        ("siemnes", [PILOT]),
        ("xqzkw", []),
    ],
)
def test_a_misspelt_word_finds_the_closest_one(q: str, titles: list[str]) -> None:
    assert found(q) == titles


def test_similar_words_do_not_count_where_the_word_itself_is_found() -> None:
    factories.agreement("Smart grids", partners=["Startup House"])
    assert found("start") == ["Smart grids"]
    assert found("grids") == ["Smart grids"]
    assert "Smart grids" not in found("talent")


@pytest.mark.parametrize(
    ("q", "titles"),
    [
        ('"talent cultivation"', [TALENT]),
        ('"networks engineers"', []),
        ("talent or pilot", [PILOT, TALENT]),
        ("university -huawei", [PILOT]),
        ('university -"zhejiang university"', [PILOT]),
        ("-university", [HYDROGEN]),
        ("shanghai -pilots", []),
    ],
)
def test_operators_are_those_of_web_search(q: str, titles: list[str]) -> None:
    assert sorted(found(q)) == titles


def test_a_title_counts_more_than_a_name_and_a_name_more_than_the_text() -> None:
    for title, text in [("Robotics", ""), ("Welding", "All about robotics.")]:
        factories.agreement(title, partners=["Acme"], cite=factories.source(text=text))
    factories.agreement("Painting", partners=["Robotics Inc."])
    assert found("robotics") == ["Robotics", "Painting", "Welding"]


def shown(q: str) -> dict[str, str]:
    rows = list(search(Agreement.objects.published(), q))
    titles = {row.pk: row.title for row in rows}
    return {titles[key]: str(passage) for key, passage in snippets(list(titles), q).items()}


def test_the_words_are_marked_in_the_summary_or_else_in_a_source() -> None:
    assert shown("scholarships") == {
        HYDROGEN: "<mark>Scholarships</mark> for students of metallurgy"
    }
    assert shown("network") == {
        TALENT: "Both sides will train engineers for 5G <mark>networks</mark>"
    }


def test_what_was_found_by_a_name_alone_has_no_passage() -> None:
    assert shown("华为") == shown("huwaei") == shown("hydro") == {}


@pytest.mark.parametrize("q", ["", " ", "-", "-x", "!", '"', "a" * 200, "& | ! : * ( ) \\ '"])
def test_odd_questions_have_an_answer(q: str) -> None:
    found(q)
    shown(q)


def test_a_source_cannot_smuggle_html_into_a_passage() -> None:
    text = "1 < 2 \ue000robots\ue001 & <img src=x onerror=robots <script> robots 'quoted' "
    factories.agreement("Robots", summary=text)
    [passage] = shown("robots").values()
    assert passage.count("<mark>robots</mark>") == passage.count("</mark>") == 2
    assert "<" not in passage.replace("<mark>", "").replace("</mark>", "")


def test_passages_take_one_query_however_many_agreements(
    django_assert_num_queries: Callable[[int], AbstractContextManager[Any]],
) -> None:
    rows = list(search(Agreement.objects.published(), "students or train or university"))
    assert len(rows) == 3
    with django_assert_num_queries(1):
        snippets([row.pk for row in rows], "students or train")
