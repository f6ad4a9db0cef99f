"""Facets: the values that a list can be narrowed by, with how many agreements each would show.

Values of one facet widen, facets narrow. A facet's own choice is left out of its own counts,
so that alternatives stay visible: every count is what the list shows if that value alone is
chosen in the facet.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from agreements.browse import options
from agreements.browse.filters import AgreementFilterSet
from agreements.browse.options import Option
from agreements.browse.querystrings import Choice, replaced, toggled
from agreements.browse.tallies import Tally
from agreements.vocabulary.areas import Axis

LABELS = {
    "partner": "Partner",
    "institution": "Institution",
    "year": "Year",
    "activity": "How they cooperate",
    "field": "Field",
    "kind": "Kind of agreement",
    "country": "Country",
}
"""The facets by name, in the order in which readers see them."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value: what the list would hold, and the query string that adds or drops it."""

    value: str
    label: str
    native_label: str
    count: int
    selected: bool
    toggle: str


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow the list.

    `total` counts the values that there are, or that `needle` finds; `more` those of them
    that are not in `values`.
    """

    name: str
    label: str
    values: list[FacetValue]
    total: int
    more: int
    needle: str


def facets(
    filterset: AgreementFilterSet, needles: Mapping[str, str] | None = None, limit: int = 10
) -> list[Facet]:
    """All facets, each with its `limit` most frequent values and all that are chosen.

    `needles` searches within facets, by their name.
    """
    return [facet(filterset, name, (needles or {}).get(name, ""), limit) for name in LABELS]


def facet(filterset: AgreementFilterSet, name: str, needle: str = "", limit: int = 50) -> Facet:
    """One facet of `LABELS`; `needle` finds values by parts of any of their names."""
    chosen = _chosen(filterset, name)
    shown, total = _options(filterset, name, needle, limit, chosen)
    if not needle.strip():
        lacking = _without_agreements(filterset, name, chosen, shown)
        shown, total = shown + lacking, total + len(lacking)
    given = filterset.choices()
    values = [_value(given, name, option, chosen) for option in shown]
    return Facet(name, LABELS[name], values, total, total - len(shown), needle)


def _options(
    filterset: AgreementFilterSet, name: str, needle: str, limit: int, chosen: Collection[str]
) -> tuple[list[Option], int]:
    """The first values and those that are chosen, and how many there are in all."""
    tally = filterset.tally(name)
    if name in ("partner", "institution"):
        ranking = options.organisations(name, tally, needle)
        keys = [row.pk for row in filterset.chosen_without("").get(name, ())]
        return options.of_organisations(ranking.first(limit, keys)), len(ranking)
    found = _closed(filterset, name, tally, needle)
    return [o for i, o in enumerate(found) if i < limit or o.value in chosen], len(found)


def _closed(filterset: AgreementFilterSet, name: str, tally: Tally, needle: str) -> list[Option]:
    """All values of a facet that has no more than a few hundred."""
    match name:
        case "year":
            return [year for year in options.years(tally) if needle.strip() in year.label]
        case "kind":
            return options.kinds(tally, needle)
        case "country":
            return options.countries(tally, needle)
        case _:
            return options.areas(Axis(name), filterset.area_tree, tally, needle)


def _chosen(filterset: AgreementFilterSet, name: str) -> Collection[str]:
    chosen = filterset.chosen_without("")
    if name == "year":
        first, last = chosen.get("year_min"), chosen.get("year_max")
        if not (first or last):
            return ()
        there = filterset.tally(name).years()
        return {str(year) for year in there if (first or year) <= year <= (last or year)}
    if name in list(Axis):
        return {area.code for area in chosen.get("area", ()) if area.axis == name}
    return {getattr(value, "slug", value) for value in chosen.get(name, ())}


def _without_agreements(
    filterset: AgreementFilterSet, name: str, chosen: Collection[str], found: list[Option]
) -> list[Option]:
    """The chosen values that the other facets leave nothing of: they can still be dropped."""
    if name == "year":
        return []
    missing = set(chosen) - {option.value for option in found}
    labels = filterset.labels()
    return [Option(value, labels[_parameter(name), value], 0) for value in sorted(missing)]


def _value(given: list[Choice], name: str, option: Option, chosen: Collection[str]) -> FacetValue:
    value = option.value
    if name != "year":
        toggle = toggled(given, (_parameter(name), value))
    elif len(chosen) == 1 and value in chosen:
        toggle = replaced(given, year_min=None, year_max=None)
    else:
        toggle = replaced(given, year_min=value, year_max=value)
    return FacetValue(
        value, option.label, option.native_label, option.count, value in chosen, toggle
    )


def _parameter(name: str) -> str:
    return "area" if name in list(Axis) else name
