"""The institutions, partners, people and sources that readers may see, found by their names."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Count, Exists, Model, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from agreements.browse.fields import TextField
from agreements.models import (
    Alias,
    Citation,
    EditorialStatus,
    Organisation,
    Participation,
    Party,
    Person,
    Source,
)
from agreements.names import normalise_organisation, normalise_person


class NameForm(forms.Form):
    """A search box for names."""

    q = TextField(required=False, max_length=200)


@dataclass(frozen=True, slots=True)
class Index:
    """The rows of one kind with their number of agreements, and how they are found by a name."""

    rows: Callable[[], QuerySet[Any]]
    find: Callable[[QuerySet[Any], str], QuerySet[Any]]


def _number_of_agreements(part: type[Model], owner: str) -> Coalesce:
    """How many published agreements the outer row has, through the rows of `part`."""
    counted = (
        part._default_manager.filter(
            **{owner: OuterRef("pk")}, agreement__editorial_status=EditorialStatus.PUBLISHED
        )
        .order_by()
        .values(owner)
        .annotate(number=Count("agreement", distinct=True))
        .values("number")
    )
    return Coalesce(Subquery(counted), 0)


def _organisations(role: str) -> QuerySet[Any]:
    rows = Organisation.objects.published().filter(role=role).prefetch_related("aliases")
    return rows.annotate(agreement_count=_number_of_agreements(Party, "organisation")).order_by(
        "normalised", "pk"
    )


def _organisations_named(rows: QuerySet[Any], name: str) -> QuerySet[Any]:
    form = normalise_organisation(name)
    alias = Alias.objects.filter(organisation=OuterRef("pk"), normalised__contains=form)
    return rows.filter(Q(normalised__contains=form) | Exists(alias)) if form else rows.none()


def _people() -> QuerySet[Any]:
    counted = _number_of_agreements(Participation, "person")
    rows = Person.objects.published().annotate(agreement_count=counted)
    return rows.select_related("organisation").order_by("normalised", "pk")


def _people_named(rows: QuerySet[Any], name: str) -> QuerySet[Any]:
    form = normalise_person(name)
    return rows.filter(normalised__contains=form) if form else rows.none()


def _sources() -> QuerySet[Any]:
    counted = _number_of_agreements(Citation, "source")
    return Source.objects.published().defer("text").annotate(agreement_count=counted)


def _sources_named(rows: QuerySet[Any], name: str) -> QuerySet[Any]:
    return rows.filter(
        Q(title__icontains=name) | Q(publisher__icontains=name) | Q(url__icontains=name)
    )


INDEXES = {
    "institution": Index(lambda: _organisations("institution"), _organisations_named),
    "partner": Index(lambda: _organisations("partner"), _organisations_named),
    "person": Index(_people, _people_named),
    "source": Index(_sources, _sources_named),
}
