"""Plain alphabetical lists of institutions, partners, people and sources, with a search box."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agreements.browse.fields import TextField
from agreements.models import Alias, Citation, Organisation, Participation, Party, Person, Source
from agreements.names import normalise_organisation, normalise_person
from agreements.web.page import number_of_agreements, page, rows_of

KNOWN = {"q", "page"}
INDEX_ROWS = 60


class NameForm(forms.Form):
    """A search box for names."""

    q = TextField(required=False, max_length=200)


@dataclass(frozen=True, slots=True)
class Index:
    """What one of the lists shows: its rows, and how they are found by a name."""

    title: str
    description: str
    placeholder: str
    row_template: str
    rows: Callable[[], QuerySet[Any]]
    find: Callable[[QuerySet[Any], str], QuerySet[Any]]


def _organisations(role: str) -> QuerySet[Any]:
    rows = Organisation.objects.published().filter(role=role).prefetch_related("aliases")
    return rows.annotate(agreement_count=number_of_agreements(Party, "organisation")).order_by(
        "normalised", "pk"
    )


def _organisations_named(rows: QuerySet[Any], name: str) -> QuerySet[Any]:
    form = normalise_organisation(name)
    alias = Alias.objects.filter(organisation=OuterRef("pk"), normalised__contains=form)
    return rows.filter(Q(normalised__contains=form) | Exists(alias)) if form else rows.none()


def _people() -> QuerySet[Any]:
    counted = number_of_agreements(Participation, "person")
    rows = Person.objects.published().annotate(agreement_count=counted)
    return rows.select_related("organisation").order_by("normalised", "pk")


def _people_named(rows: QuerySet[Any], name: str) -> QuerySet[Any]:
    form = normalise_person(name)
    return rows.filter(normalised__contains=form) if form else rows.none()


def _sources() -> QuerySet[Any]:
    counted = number_of_agreements(Citation, "source")
    return Source.objects.published().defer("text").annotate(agreement_count=counted)


def _sources_named(rows: QuerySet[Any], name: str) -> QuerySet[Any]:
    return rows.filter(
        Q(title__icontains=name) | Q(publisher__icontains=name) | Q(url__icontains=name)
    )


INDEXES = {
    "institution": Index(
        "Institutions",
        "Universities, colleges, schools, research institutes and hospitals that are party to "
        "a published agreement.",
        "Zhejiang, 浙江大学, …",
        "agreements/_organisation_row.html",
        lambda: _organisations("institution"),
        _organisations_named,
    ),
    "partner": Index(
        "Partners",
        "Companies, government bodies, associations and foundations that are party to a "
        "published agreement.",
        "Huawei, 华为, …",
        "agreements/_organisation_row.html",
        lambda: _organisations("partner"),
        _organisations_named,
    ),
    "person": Index(
        "People",
        "Everybody whom a source names in connection with a published agreement.",
        "Part of a name",
        "agreements/_person_row.html",
        _people,
        _people_named,
    ),
    "source": Index(
        "Sources",
        "The documents that support what the catalogue says, the latest first.",
        "Title, publisher or address",
        "agreements/_source_row.html",
        _sources,
        _sources_named,
    ),
}


@require_safe
def index(request: HttpRequest, kind: str) -> HttpResponse:
    """One of the lists; a parameter that is unknown or malformed shows nothing, with 400."""
    about = INDEXES[kind]
    form = NameForm(request.GET)
    unknown = sorted(set(request.GET) - KNOWN)
    sound = form.is_valid() and not unknown
    rows = about.rows() if sound else about.rows().none()
    if sound and form.cleaned_data["q"]:
        rows = about.find(rows, form.cleaned_data["q"])
    context = page(request, about.title, description=about.description)
    context |= {
        "index": about,
        "form": form,
        "unknown": unknown,
        "rows": rows_of(request, rows, INDEX_ROWS),
    }
    template = "agreements/index.html"
    return render(request, template, context, status=200 if sound else 400)
