"""Institutions, partners, people, areas and sources, and what is said of each."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request
from rest_framework.response import Response

from agreements.api.filter_parameters import TEXT
from agreements.api.others import (
    AreaFacts,
    CitationFacts,
    ParticipationFacts,
    SourceText,
)
from agreements.api.problems import BadParameters
from agreements.api.representations import api_path, citations, shown_organisation
from agreements.api.views import RowDetail, RowList, Rows
from agreements.browse.indexes import INDEXES, NameForm, NameList
from agreements.browse.memory import current as memory
from agreements.models import (
    Citation,
    CooperationArea,
    EditorialStatus,
    Organisation,
    Participation,
    Person,
    Source,
)

_OF_PUBLISHED = {"agreement__editorial_status": EditorialStatus.PUBLISHED}


class Named(Rows):
    """The rows of one of the alphabetical lists, here in the order in which they came in."""

    kind = "institution"

    def get_queryset(self) -> QuerySet[Any]:
        """Those that readers may see, with the organisation that each belongs to."""
        return self.related(INDEXES[self.kind].one_by_one())

    def related(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows with what is shown of them, in the order in which they came in."""
        rows = rows.order_by("pk")
        match self.kind:
            case "institution" | "partner":
                return rows.prefetch_related("aliases", shown_organisation("parent"))
            case "person":
                return rows.prefetch_related(shown_organisation("organisation"))
        return rows.defer("text", "set_aside")


class NamedList(Named, RowList):
    """Rows that a name finds, all without one, in the order in which they came in."""

    filters = ("q",)
    parameters = (
        OpenApiParameter("q", {**TEXT, "maxLength": 200}, description="A part of any name."),
    )

    def get_queryset(self) -> QuerySet[Any]:
        """Those that the name finds."""
        form = NameForm(self.request.query_params)
        if not form.is_valid():
            raise BadParameters(form.errors)
        self._name, index = form.cleaned_data["q"], INDEXES[self.kind]
        if self._name:
            return self.related(index.find(index.rows(), self._name))
        return super().get_queryset()

    def paginate_queryset(self, queryset: Any) -> Any:
        """A page of rows with their numbers of agreements."""
        return INDEXES[self.kind].counted(
            super().paginate_queryset(queryset) or [], memory.catalogue()
        )

    def total(self, rows: QuerySet[Any]) -> int:
        """How many the name finds."""
        return NameList(INDEXES[self.kind], self._name).count()


class NamedDetail(Named, RowDetail):
    """One row, by its name in addresses."""

    def get_object(self) -> Any:
        """The row with its number of agreements."""
        return INDEXES[self.kind].counted([super().get_object()], memory.catalogue())[0]


class OrganisationDetail(NamedDetail):
    """One organisation; a merged one, or one asked for in its other role, redirects."""

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """As ever, but a former address leads to the right one."""
        row = get_object_or_404(Organisation, slug=kwargs["slug"]).surviving()
        if not Organisation.objects.published().filter(pk=row.pk).exists():
            raise Http404
        if row.slug != kwargs["slug"] or row.role != self.kind:
            return Response(status=301, headers={"Location": api_path(row)})
        return super().retrieve(request, *args, **kwargs)


class SourceDetail(NamedDetail):
    """One document with its text as stored."""

    serializer_class = SourceText
    kind = "source"

    def get_queryset(self) -> QuerySet[Source]:
        """Those that readers may see."""
        rows: QuerySet[Source] = super().get_queryset().defer(None)
        return rows


class AreaList(RowList):
    """The vocabulary of areas of cooperation, in its two axes."""

    serializer_class = AreaFacts

    def get_queryset(self) -> QuerySet[CooperationArea]:
        """All terms, each with the next broader one."""
        return CooperationArea.objects.select_related("parent").order_by("pk")


class AreaDetail(RowDetail):
    """One term of the vocabulary."""

    serializer_class = AreaFacts
    queryset = CooperationArea.objects.select_related("parent")
    lookup_field = "code"


class Said(RowList):
    """What published agreements say of one row."""

    def get_queryset(self) -> QuerySet[Any]:
        """The rows below the one that the address names; raises Http404 where there is none."""
        return self.of(self.kwargs["slug"]).filter(**_OF_PUBLISHED).order_by("pk")

    def of(self, slug: str) -> QuerySet[Any]:
        """All rows below one that readers may see."""
        raise NotImplementedError


class ParticipationList(Said):
    """What somebody did at the signing of each agreement."""

    serializer_class = ParticipationFacts

    def of(self, slug: str) -> QuerySet[Participation]:
        """What they did, with the evidence."""
        person = get_object_or_404(Person.objects.published(), slug=slug)
        rows = Participation.objects.filter(person=person).select_related("agreement")
        return rows.prefetch_related(
            shown_organisation("organisation"), Prefetch("citations", citations())
        )


class CitationList(Said):
    """The facts of agreements that a source supports, and where it says so."""

    serializer_class = CitationFacts

    def of(self, slug: str) -> QuerySet[Citation]:
        """Its citations."""
        source = get_object_or_404(Source.objects.published(), slug=slug)
        return citations().filter(source=source).select_related("agreement")
