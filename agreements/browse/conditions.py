"""What each filter asks of an agreement, one class a kind of filter.

Each says it twice: as a condition of a query (`filter`) and as a set of the catalogue in memory
(`among`). Tests hold both to the same answers.
"""

import copy
from typing import Any, Self

from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django_filters import Filter
from pyroaring import BitMap

from agreements.browse.fields import RowsField, TermsField, TextField
from agreements.browse.memory.catalogue import UNDATED, Catalogue, united
from agreements.browse.questions import Question
from agreements.browse.search import search
from agreements.models import Agreement, AgreementArea, CooperationArea, Organisation, Party
from agreements.vocabulary.areas import Axis


class Condition(Filter):  # type: ignore[misc]
    """A filter whose copies for a FilterSet of their own share what they are made of."""

    def __deepcopy__(self, memo: Any) -> Self:
        return copy.copy(self)


class RowsFilter(Condition):
    """A filter whose values name rows."""

    field_class = RowsField

    def rows(self, names: list[str]) -> dict[str, Any]:
        """Those of these names that readers may choose."""
        raise NotImplementedError


class SearchFilter(Condition):
    """Full text, parts of names, misspellings."""

    field_class = TextField
    _question: Question | None = None

    def filter(self, qs: QuerySet[Agreement], value: str) -> QuerySet[Agreement]:
        """See `search`."""
        return search(qs, self._asked(value)) if value else qs

    def among(self, catalogue: Catalogue, value: str) -> BitMap:
        """Those that the words find."""
        question, texts, shown = self._asked(value), catalogue.texts, catalogue.published
        found = texts.found(question.exact, shown) if question.wanted else shown
        if question.wanted and not found:
            found = texts.found(question.respelt, shown)
        return found.difference(*(texts.found(query, shown) for query in question.excluded))

    def _asked(self, value: str) -> Question:
        """The question, read once however often it is put to the database."""
        if self._question is None or self._question.q != value:
            self._question = Question(value)
        return self._question


class PartyFilter(RowsFilter):
    """Agreements to which one of the organisations is a party."""

    def rows(self, names: list[str]) -> dict[str, Organisation]:
        """Parties by slug; those of memory have what filters and facets show, and no more."""
        catalogue, role = self.parent.catalogue, self.field_name
        if catalogue is not None:
            known: dict[str, Organisation] = catalogue.parties_named(role, names)
            return known
        found = Organisation.objects.published().filter(role=role, slug__in=names)
        return {row.slug: row for row in found}

    def filter(self, qs: QuerySet[Agreement], value: list[Organisation]) -> QuerySet[Agreement]:
        """Keep those of at least one of the organisations."""
        parties = Party.objects.filter(agreement=OuterRef("pk"), organisation__in=value)
        return qs.filter(Exists(parties)) if value else qs

    def among(self, catalogue: Catalogue, value: list[Organisation]) -> BitMap:
        """Those of at least one of the organisations."""
        return united(catalogue.terms["party"], [row.pk for row in value])


class AreaFilter(RowsFilter):
    """Agreements that name one of the areas, on each axis of which one is chosen."""

    def rows(self, names: list[str]) -> dict[str, CooperationArea]:
        """Areas by code."""
        return {area.code: area for area in self.parent.area_tree.areas.values()}

    def filter(self, qs: QuerySet[Agreement], value: list[CooperationArea]) -> QuerySet[Agreement]:
        """Keep those that name, on every axis, a chosen area or a narrower one."""
        for axis in Axis:
            chosen = [area.pk for area in value if area.axis == axis]
            if chosen:
                areas = self.parent.area_tree.with_narrower(chosen)
                named = AgreementArea.objects.filter(agreement=OuterRef("pk"), area__in=areas)
                qs = qs.filter(Exists(named))
        return qs

    def among(self, catalogue: Catalogue, value: list[CooperationArea]) -> BitMap:
        """Those that name, on every axis, a chosen area or a narrower one."""
        found = catalogue.published
        for axis in Axis:
            chosen = [area.pk for area in value if area.axis == axis]
            if chosen:
                found = found & united(catalogue.areas, chosen)
        return found


class TermsFilter(Condition):
    """Agreements with one of the terms of a closed list in one of their own columns."""

    field_class = TermsField

    def filter(self, qs: QuerySet[Agreement], value: list[str]) -> QuerySet[Agreement]:
        """Keep those with one of the terms."""
        return qs.filter(**{f"{self.field_name}__in": value}) if value else qs

    def among(self, catalogue: Catalogue, value: list[str]) -> BitMap:
        """Those with one of the terms."""
        return united(catalogue.terms[self.field_name], value)


class CountryFilter(Condition):
    """Agreements of which any party is from one of the countries."""

    field_class = TermsField

    def filter(self, qs: QuerySet[Agreement], value: list[str]) -> QuerySet[Agreement]:
        """Keep those with a party from there."""
        parties = Party.objects.filter(agreement=OuterRef("pk"), organisation__country__in=value)
        return qs.filter(Exists(parties)) if value else qs

    def among(self, catalogue: Catalogue, value: list[str]) -> BitMap:
        """Those with a party from there."""
        return united(catalogue.terms["country"], value)


class YearFilter(Condition):
    """Agreements from or up to a year."""

    field_class = forms.IntegerField

    def among(self, catalogue: Catalogue, value: int) -> BitMap:
        """Those of the years on the right side."""
        first, last = (value, 9999) if self.lookup_expr == "gte" else (1, value)
        years = catalogue.terms["year"]
        return united(years, (year for year in years if first <= year <= last and year != UNDATED))


class SortFilter(Condition):
    """Order, which leaves out nothing."""

    field_class = forms.ChoiceField

    def filter(self, qs: QuerySet[Agreement], value: str) -> QuerySet[Agreement]:
        """Keep all; see `AgreementFilterSet.ordered`."""
        return qs

    def among(self, catalogue: Catalogue, value: str) -> BitMap:
        """All."""
        return catalogue.published
