"""What each filter asks of an agreement, one class a kind of filter."""

from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django_filters import Filter

from agreements.browse.fields import RowsField, TermsField, TextField
from agreements.browse.search import search
from agreements.models import Agreement, AgreementArea, CooperationArea, Organisation, Party
from agreements.vocabulary.areas import Axis


class SearchFilter(Filter):  # type: ignore[misc]
    """Full text, parts of names, misspellings."""

    field_class = TextField

    def filter(self, qs: QuerySet[Agreement], value: str) -> QuerySet[Agreement]:
        """See `search`."""
        return search(qs, value) if value else qs


class PartyFilter(Filter):  # type: ignore[misc]
    """Agreements to which one of the organisations is a party."""

    field_class = RowsField

    def filter(self, qs: QuerySet[Agreement], value: list[Organisation]) -> QuerySet[Agreement]:
        """Keep those of at least one of the organisations."""
        parties = Party.objects.filter(agreement=OuterRef("pk"), organisation__in=value)
        return qs.filter(Exists(parties)) if value else qs


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


class TermsFilter(Filter):  # type: ignore[misc]
    """Agreements with one of the terms of a closed list in one of their own columns."""

    field_class = TermsField

    def filter(self, qs: QuerySet[Agreement], value: list[str]) -> QuerySet[Agreement]:
        """Keep those with one of the terms."""
        return qs.filter(**{f"{self.field_name}__in": value}) if value else qs


class CountryFilter(Filter):  # type: ignore[misc]
    """Agreements of which any party is from one of the countries."""

    field_class = TermsField

    def filter(self, qs: QuerySet[Agreement], value: list[str]) -> QuerySet[Agreement]:
        """Keep those with a party from there."""
        parties = Party.objects.filter(agreement=OuterRef("pk"), organisation__country__in=value)
        return qs.filter(Exists(parties)) if value else qs


class YearFilter(Filter):  # type: ignore[misc]
    """Agreements from or up to a year."""

    field_class = forms.IntegerField


class SortFilter(Filter):  # type: ignore[misc]
    """Order, which leaves out nothing."""

    field_class = forms.ChoiceField

    def filter(self, qs: QuerySet[Agreement], value: str) -> QuerySet[Agreement]:
        """Keep all; see `AgreementFilterSet.ordered`."""
        return qs
