"""The filters of agreements: one set behind pages, counts, exports and feeds."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

from django import forms
from django.db.models import F
from django.db.models.functions import Lower
from django.utils.datastructures import MultiValueDict
from pyroaring import BitMap

from agreements.browse.areas import AreaTree
from agreements.browse.conditions import (
    AreaFilter,
    CountryFilter,
    PartyFilter,
    SearchFilter,
    SortFilter,
    TermsFilter,
    YearFilter,
)
from agreements.browse.countries import country_name, country_names
from agreements.browse.fields import RowsField, TermsField
from agreements.browse.memory import current as memory
from agreements.browse.memory.catalogue import Catalogue
from agreements.browse.memory.selection import Selection
from agreements.browse.querystrings import Choice, toggled
from agreements.browse.strict import StrictFilterSet
from agreements.browse.tallies import DatabaseTally, Tally
from agreements.browse.wording import sentence, span_of_years
from agreements.models import Agreement, CooperationArea, Organisation
from agreements.models.agreements import AgreementQuerySet
from agreements.models.fields import choices
from agreements.vocabulary.areas import Axis
from agreements.vocabulary.kinds import AgreementKind, Lifecycle

NEWEST, OLDEST, TITLE, RELEVANCE = "newest", "oldest", "title", "relevance"
SORTS = {
    NEWEST: "Newest first",
    OLDEST: "Oldest first",
    TITLE: "By title",
    RELEVANCE: "Best match first",
}
_ORDER: dict[str, list[Any]] = {
    NEWEST: ["-sort_date", "-id"],
    OLDEST: [F("year").asc(nulls_last=True), "sort_date", "id"],
    TITLE: [Lower("title"), "id"],
    RELEVANCE: ["-rank", "-sort_date", "-id"],
}


@dataclass(frozen=True, slots=True)
class Chip:
    """A choice that narrows the list, and the query string without it."""

    name: str
    value: str
    label: str
    remove: str


class AgreementForm(forms.Form):
    """What the filters have to say to each other."""

    def clean(self) -> dict[str, Any]:
        """Years that run backwards find nothing, so they are an error."""
        first, last = (self.cleaned_data.get(name) for name in ("year_min", "year_max"))
        if first is not None and last is not None and first > last:
            self.add_error("year_max", f"The last year, {last}, lies before the first, {first}.")
        return self.cleaned_data


def _organisations(role: str) -> PartyFilter:
    missing = f"No published agreement names the {role} “%(value)s”."
    return PartyFilter(
        role,
        label=role.capitalize(),
        error_messages={"invalid_choice": missing},
    )


def _year(lookup: str, label: str) -> YearFilter:
    messages = {"invalid": "Write a year: 2018."}
    return YearFilter(
        "year", lookup, label=label, min_value=1, max_value=9999, error_messages=messages
    )


def _one_of(terms: Iterable[str]) -> dict[str, str]:
    return {"invalid_choice": f"“%(value)s” is unknown; write one of: {', '.join(terms)}."}


class AgreementFilterSet(StrictFilterSet):
    """Which agreements to show. Only ever published ones, whatever queryset is given."""

    q = SearchFilter(label="Search", max_length=200)
    partner = _organisations("partner")
    institution = _organisations("institution")
    year_min = _year("gte", "From year")
    year_max = _year("lte", "To year")
    area = AreaFilter(
        label="Area",
        error_messages={"invalid_choice": "The list of areas has no code “%(value)s”."},
    )
    kind = TermsFilter(
        "kind",
        label="Kind",
        choices=choices(AgreementKind),
        error_messages=_one_of(AgreementKind),
    )
    country = CountryFilter(
        label="Country",
        choices=list(country_names().items()),
        error_messages={
            "invalid_choice": "“%(value)s” is no country code; write two capital letters: CN."
        },
    )
    lifecycle = TermsFilter(
        "lifecycle",
        label="Status",
        choices=choices(Lifecycle),
        error_messages=_one_of(Lifecycle),
    )
    sort = SortFilter(label="Sort", choices=list(SORTS.items()), error_messages=_one_of(SORTS))

    class Meta:
        model = Agreement
        fields: tuple[str, ...] = ()
        form = AgreementForm

    def __init__(
        self,
        data: MultiValueDict[str, str] | None = None,
        queryset: AgreementQuerySet | None = None,
        **options: Any,
    ) -> None:
        self._given = queryset is not None
        self._selections: dict[str, Selection] = {}
        self._sets: dict[str, tuple[Any, BitMap]] = {}
        rows = Agreement.objects.all() if queryset is None else queryset
        super().__init__(data, rows.published(), **options)

    @classmethod
    def naming(
        cls, row: Organisation | CooperationArea, catalogue: Catalogue | None = None
    ) -> Self:
        """The agreements of one organisation or area, which need not be looked up again.

        Nor need the catalogue be, where it is given.
        """
        if isinstance(row, CooperationArea):
            name, value = "area", row.code
        else:
            name, value = row.role, row.slug
        made = cls(MultiValueDict({name: [value]}))
        made.sound, made.cleaned = True, {name: [row]}
        if catalogue:
            made.catalogue = catalogue
        return made

    @cached_property
    def area_tree(self) -> AreaTree:
        """The vocabulary, read once for all filters and facets."""
        return self.catalogue.tree if self.catalogue else AreaTree.load()

    @cached_property
    def catalogue(self) -> Catalogue | None:
        """The catalogue in memory, None where the database has to be asked."""
        return None if self._given else memory.catalogue()

    def selection(self, facet: str = "") -> Selection | None:
        """In memory, the agreements as they would be if nothing were chosen in `facet`."""
        if self.catalogue is None:
            return None
        chosen = self.chosen_without(facet)
        if facet and chosen == self.chosen_without(""):
            return self.selection()
        if facet not in self._selections:
            self._selections[facet] = Selection(self.catalogue, self._among(chosen))
        return self._selections[facet]

    def tally(self, facet: str = "") -> Tally:
        """Counts of the agreements as they would be if nothing were chosen in `facet`."""
        return self.selection(facet) or DatabaseTally(self.qs_without(facet), self.area_tree)

    def _among(self, chosen: dict[str, Any]) -> BitMap:
        """What these cleaned values of filters leave, nothing when any is unsound."""
        if self.catalogue is None or not self.is_sound():
            return BitMap()
        found = self.catalogue.published
        for name, value in chosen.items():
            if value:
                if name not in self._sets or self._sets[name][0] != value:
                    among = self.filters[name].among(self.catalogue, value)
                    self._sets[name] = value, among
                found = found & self._sets[name][1]
        return found

    @property
    def order(self) -> str:
        """The order asked for; best match first where words are searched."""
        chosen = self.chosen_without("")
        searching = bool(chosen.get("q")) and self.is_sound()
        sort: str = chosen.get("sort") or (RELEVANCE if searching else NEWEST)
        return sort if searching or sort != RELEVANCE else NEWEST

    def ordered(self) -> AgreementQuerySet:
        """The agreements as a query, in the order asked for."""
        rows: AgreementQuerySet = self.qs.order_by(*_ORDER[self.order])
        return rows

    def chosen_without(self, facet: str) -> dict[str, Any]:
        """As ever; but years are one facet, and `area` holds one for each axis."""
        chosen = super().chosen_without(facet)
        if facet == "year":
            return chosen | {"year_min": None, "year_max": None}
        if facet in list(Axis):
            return chosen | {
                "area": [area for area in chosen.get("area", ()) if area.axis != facet]
            }
        return chosen

    def choices(self) -> list[Choice]:
        """Every value that is given to a filter, in the order of the filters."""
        given: list[Choice] = []
        for name, each in self.filters.items():
            values = self.data.getlist(name)
            if not issubclass(each.field_class, RowsField | TermsField):
                values = values[-1:]
            given += [(name, value) for value in dict.fromkeys(values) if value.strip()]
        return given

    def labels(self) -> dict[Choice, str]:
        """What readers call the values that make sense."""
        chosen = self.chosen_without("")
        labels = {("q", text): f"“{text}”" for text in [chosen.get("q")] if text}
        for name in ("partner", "institution"):
            labels |= {(name, row.slug): row.name for row in chosen.get(name, ())}
        labels |= {("area", row.code): row.label_en for row in chosen.get("area", ())}
        labels |= {("country", code): country_name(code) for code in chosen.get("country", ())}
        for name in ("kind", "lifecycle"):
            words = dict(self.filters[name].extra["choices"])
            labels |= {(name, term): words[term] for term in chosen.get(name, ())}
        return labels

    def chips(self) -> list[Chip]:
        """One for every choice that narrows the list, malformed ones included."""
        given, labels = self.choices(), self.labels()
        words = {"year_min": "since {}", "year_max": "until {}"}
        return [
            Chip(
                name,
                value,
                labels.get((name, value), words.get(name, "{}").format(value)),
                toggled(given, (name, value)),
            )
            for name, value in given
            if name != "sort"
        ]

    def sentence(self) -> str:
        """What the list holds, for titles, feeds and exports."""
        chosen = self.chosen_without("")
        named: dict[str, list[str]] = {}
        for (name, _), label in self.labels().items():
            named.setdefault(name, []).append(label)
        for area in chosen.get("area", ()):
            named.setdefault(area.axis, []).append(area.label_en)
        return sentence(named, span_of_years(chosen.get("year_min"), chosen.get("year_max")))
