"""Walking through a list page by page."""

import pytest

from tests import factories
from tests.api.conftest import Ask

DATES = ["2018-10-22", "", "2017", "2018-10-22", "2021-03", "", "2017-01", "2018"]


@pytest.fixture
def many(db: None) -> None:
    """Agreements with equal dates, with none, and of every precision."""
    for number, date in enumerate(DATES):
        factories.agreement(f"Campus {number % 3} {'campus ' * (number % 2)}", signed_on=date)


def _walk(ask: Ask, way: str, start: str, **parameters: object) -> tuple[list[str], str]:
    """The slugs of all pages, and the last page's cursor backwards."""
    slugs: list[str] = []
    cursor = start
    while True:
        given = {"cursor": cursor} if cursor else {}
        page = ask("agreements/", limit=3, **given, **parameters)
        slugs += [row["slug"] for row in page["results"]]
        if not page[way]:
            return slugs, page["previous"].partition("cursor=")[2].partition("&")[0]
        cursor = page[way].partition("cursor=")[2].partition("&")[0].replace("%3A", ":")


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("sort", ["newest", "oldest", "title", "relevance"])
@pytest.mark.parametrize("words", [{}, {"q": "campus"}])
def test_pages_hold_every_row_once_in_the_order_of_the_list(
    ask: Ask, sort: str, words: dict[str, str]
) -> None:
    whole = [row["slug"] for row in ask("agreements/", sort=sort, limit=100, **words)["results"]]
    assert len(whole) == len(DATES)
    forwards, back = _walk(ask, "next", "", sort=sort, **words)
    assert forwards == whole
    page = ask("agreements/", limit=3, sort=sort, cursor=back.replace("%3A", ":"), **words)
    assert [row["slug"] for row in page["results"]] == whole[3:6]
    first = ask(page["previous"].partition("/api/v1/")[2])
    assert [row["slug"] for row in first["results"]] == whole[:3]
    assert first["previous"] is None


@pytest.mark.usefixtures("many")
def test_a_row_that_comes_in_between_moves_no_other(ask: Ask) -> None:
    first = ask("agreements/", limit=3)
    rest = [row["slug"] for row in ask("agreements/", limit=100)["results"]][3:]
    factories.agreement("Latest", signed_on="2025")
    second = ask(first["next"].partition("/api/v1/")[2])
    assert [row["slug"] for row in second["results"]] == rest[:3]


@pytest.mark.usefixtures("many")
def test_a_cursor_belongs_to_its_order(ask: Ask) -> None:
    following = ask("agreements/", limit=3)["next"].partition("/api/v1/")[2]
    assert "another order" in ask(following + "&sort=title", 400)["errors"][0]["detail"]
