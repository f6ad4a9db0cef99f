"""What each filter asks of an agreement, one class a kind of filter.

Each says it twice: as a condition of a query (`filter`) and as a set of the catalogue in memory
(`among`). Tests hold both to the same answers.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np
from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django_filters import Filter
from pyroaring import BitMap

from agreements.browse.fields import RowsField, TermsField, TextField
from agreements.browse.memory.catalogue import UNDATED, Catalogue
from agreements.browse.questions import Question
from agreements.browse.search import search
from agreements.models import Agreement, AgreementArea, CooperationArea, Organisation, Party
from agreements.vocabulary.areas import Axis


class SearchFilter(Filter):  # type: ignore[misc]
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


class PartyFilter(Filter):  # type: ignore[misc]
    """Agreements to which one of the organisations is a party."""

    field_class = RowsField

    @property
    def field(self) -> Any:
        """The form's field; with the catalogue in memory, no agreement need be looked at."""
        field, catalogue = super().field, self.parent.catalogue
        asked = self.parent.data.getlist(self.field_name) if self.parent.data else ()
        if catalogue is not None and asked:
            keys = map(catalogue.has_agreements, asked)
            field.queryset = Organisation.objects.current().filter(
                role=self.field_name, pk__in=[key for key in keys if key is not None]
            )
        return field

    def filter(self, qs: QuerySet[Agreement], value: list[Organisation]) -> QuerySet[Agreement]:
        """Keep those of at least one of the organisations."""
        parties = Party.objects.filter(agreement=OuterRef("pk"), organisation__in=value)
        return qs.filter(Exists(parties)) if value else qs

    def among(self, catalogue: Catalogue, value: list[Organisation]) -> BitMap:
        """Those of at least one of the organisations."""
        return catalogue.parties.naming(np.array([row.pk for row in value]))


class AreaFilter(Filter):  # type: ignore[misc]
    """Agreements that name one of the areas, on each axis of which one is chosen."""

    field_class = RowsField

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
            chosen = [catalogue.areas.get(area.pk, BitMap()) for area in value if area.axis == axis]
            if chosen:
                found = found & _united(chosen)
        return found


class TermsFilter(Filter):  # type: ignore[misc]
    """Agreements with one of the terms of a closed list in one of their own columns."""

    field_class = TermsField

    def filter(self, qs: QuerySet[Agreement], value: list[str]) -> QuerySet[Agreement]:
        """Keep those with one of the terms."""
        return qs.filter(**{f"{self.field_name}__in": value}) if value else qs

    def among(self, catalogue: Catalogue, value: list[str]) -> BitMap:
        """Those with one of the terms."""
        return _with_terms(catalogue, self.field_name, value)


class CountryFilter(Filter):  # type: ignore[misc]
    """Agreements of which any party is from one of the countries."""

    field_class = TermsField

    def filter(self, qs: QuerySet[Agreement], value: list[str]) -> QuerySet[Agreement]:
        """Keep those with a party from there."""
        parties = Party.objects.filter(agreement=OuterRef("pk"), organisation__country__in=value)
        return qs.filter(Exists(parties)) if value else qs

    def among(self, catalogue: Catalogue, value: list[str]) -> BitMap:
        """Those with a party from there."""
        return _with_terms(catalogue, "country", value)


class YearFilter(Filter):  # type: ignore[misc]
    """Agreements from or up to a year."""

    field_class = forms.IntegerField

    def among(self, catalogue: Catalogue, value: int) -> BitMap:
        """Those of the years on the right side."""
        first, last = (value, 9999) if self.lookup_expr == "gte" else (1, value)
        years = catalogue.terms["year"].items()
        return _united(keys for year, keys in years if first <= year <= last and year != UNDATED)


class SortFilter(Filter):  # type: ignore[misc]
    """Order, which leaves out nothing."""

    field_class = forms.ChoiceField

    def filter(self, qs: QuerySet[Agreement], value: str) -> QuerySet[Agreement]:
        """Keep all; see `AgreementFilterSet.ordered`."""
        return qs

    def among(self, catalogue: Catalogue, value: str) -> BitMap:
        """All."""
        return catalogue.published


def _with_terms(catalogue: Catalogue, name: str, terms: list[str]) -> BitMap:
    sets = catalogue.terms[name]
    return _united(sets[term] for term in terms if term in sets)


def _united(sets: Iterable[BitMap]) -> BitMap:
    return BitMap.union(BitMap(), *sets)
