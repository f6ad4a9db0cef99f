"""Numbers for charts; every number says which list it counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from agreements.browse import options
from agreements.browse.areas import AreaTree
from agreements.browse.options import Option
from agreements.browse.querystrings import Choice, encoded, replaced
from agreements.models.agreements import AgreementQuerySet
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


def by_year(agreements: AgreementQuerySet, within: Within = ()) -> list[Bar]:
    """Agreements of every year from the first to the last, years without any included."""
    counts = {int(o.value): o.count for o in options.years(agreements.published())}
    return [
        Bar(str(year), counts.get(year, 0), _years(within, year))
        for year in range(min(counts, default=1), max(counts, default=0) + 1)
    ]


def top_partners(agreements: AgreementQuerySet, n: int = 10, within: Within = ()) -> list[Bar]:
    """The partners with the most agreements."""
    return _bars("partner", options.organisations("partner", agreements.published())[:n], within)


def top_institutions(agreements: AgreementQuerySet, n: int = 10, within: Within = ()) -> list[Bar]:
    """The institutions with the most agreements."""
    found = options.organisations("institution", agreements.published())
    return _bars("institution", found[:n], within)


def top_areas(
    agreements: AgreementQuerySet, axis: Axis, n: int = 10, within: Within = ()
) -> list[Bar]:
    """The areas of one axis that most agreements name, in these or in narrower terms.

    The broadest terms, which nearly all agreements share, are left out.
    """
    tree = AreaTree.load()
    broadest = {area.code for area in tree.areas.values() if area.parent_id is None}
    on_axis = {area.code for area in tree.areas.values() if area.axis == axis}
    found = options.areas(axis, tree, agreements.published())
    others = [choice for choice in within if choice[0] == "area" and choice[1] not in on_axis]
    narrower = [option for option in found if option.value not in broadest][:n]
    return _bars("area", narrower, within, apart_from=others)


def by_kind(agreements: AgreementQuerySet, within: Within = ()) -> list[Bar]:
    """Agreements of every kind that there is."""
    kinds = options.kinds(agreements.published())
    return [Bar(o.label, o.count, replaced(list(within), kind=o.value)) for o in kinds]


def by_country(agreements: AgreementQuerySet, n: int = 10, within: Within = ()) -> list[Bar]:
    """The countries whose organisations are party to the most agreements."""
    return _bars("country", options.countries(agreements.published())[:n], within)


def _years(within: Within, year: int) -> str:
    return replaced(list(within), year_min=str(year), year_max=str(year))


def _bars(
    name: str, found: list[Option], within: Within, apart_from: Sequence[Choice] = ()
) -> list[Bar]:
    chosen = any(choice[0] == name for choice in within if choice not in apart_from)
    return [
        Bar(o.label, o.count, "" if chosen else encoded([*within, (name, o.value)])) for o in found
    ]
