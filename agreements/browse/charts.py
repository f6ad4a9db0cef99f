"""Numbers for charts; every number says which list it counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from agreements.browse import options
from agreements.browse.areas import AreaTree
from agreements.browse.options import Option
from agreements.browse.querystrings import Choice, encoded, replaced
from agreements.browse.tallies import Tally
from agreements.vocabulary.areas import Axis


@dataclass(frozen=True, slots=True)
class Bar:
    """One number, and the query string of the list that holds as many agreements.

    `query` is "" where no list does: two values of one facet widen it, so that agreements of
    one partner with another are no list.
    """

    label: str
    value: int
    query: str


Within = Sequence[Choice]
"""The choices that led to a chart's agreements, as `AgreementFilterSet.choices` gives them."""


def by_year(tally: Tally, within: Within = ()) -> list[Bar]:
    """Agreements of every year from the first to the last, years without any included."""
    counts = {int(o.value): o.count for o in options.years(tally)}
    return [
        Bar(str(year), counts.get(year, 0), _years(within, year))
        for year in range(min(counts, default=1), max(counts, default=0) + 1)
    ]


def top_partners(tally: Tally, n: int = 10, within: Within = ()) -> list[Bar]:
    """The partners with the most agreements."""
    return _organisations("partner", tally, n, within)


def top_institutions(tally: Tally, n: int = 10, within: Within = ()) -> list[Bar]:
    """The institutions with the most agreements."""
    return _organisations("institution", tally, n, within)


def top_areas(
    tally: Tally, tree: AreaTree, axis: Axis, n: int = 10, within: Within = ()
) -> list[Bar]:
    """The areas of one axis that most agreements name, in these or in narrower terms.

    The broadest terms, which nearly all agreements share, are left out.
    """
    broadest = {area.code for area in tree.areas.values() if area.parent_id is None}
    on_axis = {area.code for area in tree.areas.values() if area.axis == axis}
    found = options.areas(axis, tree, tally)
    others = [choice for choice in within if choice[0] == "area" and choice[1] not in on_axis]
    narrower = [option for option in found if option.value not in broadest][:n]
    return _bars("area", narrower, within, apart_from=others)


def by_kind(tally: Tally, within: Within = ()) -> list[Bar]:
    """Agreements of every kind that there is."""
    kinds = options.kinds(tally)
    return [Bar(o.label, o.count, replaced(list(within), kind=o.value)) for o in kinds]


def by_country(tally: Tally, n: int = 10, within: Within = ()) -> list[Bar]:
    """The countries whose organisations are party to the most agreements."""
    return _bars("country", options.countries(tally)[:n], within)


def _organisations(name: str, tally: Tally, n: int, within: Within) -> list[Bar]:
    found = tally.leading(name, n)
    return _bars(name, [Option(row.slug, row.name, row.number) for row in found], within)


def _years(within: Within, year: int) -> str:
    return replaced(list(within), year_min=str(year), year_max=str(year))


def _bars(
    name: str, found: list[Option], within: Within, apart_from: Sequence[Choice] = ()
) -> list[Bar]:
    chosen = any(choice[0] == name for choice in within if choice not in apart_from)
    return [
        Bar(o.label, o.count, "" if chosen else encoded([*within, (name, o.value)])) for o in found
    ]
