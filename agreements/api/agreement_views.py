"""Agreements, and how many of them there are for each value of each facet."""

from functools import cached_property

from django.db.models import QuerySet
from django.http import QueryDict
from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from agreements.api.agreements import AgreementFacts, with_parts
from agreements.api.filter_parameters import described
from agreements.api.pagination import LIMIT
from agreements.api.parameters import number, terms
from agreements.api.problems import BadParameters
from agreements.api.representations import Representation
from agreements.api.views import RowDetail, RowList, Rows
from agreements.browse.facets import LABELS, facet
from agreements.browse.filters import AgreementFilterSet
from agreements.browse.listing import Listing
from agreements.models import Agreement

MOST_VALUES = 1000


class Filtered(Rows):
    """Agreements that pass the filters of the pages."""

    filters = tuple(AgreementFilterSet.base_filters)
    parameters = described(AgreementFilterSet)

    @cached_property
    def filterset(self) -> AgreementFilterSet:
        """The filters of the request; raises BadParameters where the pages would complain."""
        given = QueryDict(mutable=True)
        for name in self.filters:
            if name in self.request.query_params:
                given.setlist(name, self.request.query_params.getlist(name))
        filterset = AgreementFilterSet(given)
        if not filterset.is_sound():
            raise BadParameters(filterset.errors)
        return filterset


class AgreementList(Filtered, RowList):
    """Published agreements that pass the filters, in the order asked for."""

    serializer_class = AgreementFacts

    def get_queryset(self) -> QuerySet[Agreement]:
        """The agreements with what is shown of them."""
        return with_parts(self.filterset.ordered(), self.only)

    def total(self, rows: QuerySet[Agreement]) -> int:
        """The number that the page of the same filters states."""
        return Listing(self.filterset).count()


class AgreementDetail(RowDetail):
    """One published agreement."""

    serializer_class = AgreementFacts

    def get_queryset(self) -> QuerySet[Agreement]:
        """The agreements with what is shown of them."""
        return with_parts(Agreement.objects.published(), self.only)


class FacetValueCount(Representation):
    """One value of a facet, and how many agreements the list has if it alone is chosen there."""

    value = serializers.CharField(help_text="As a filter takes it")
    label = serializers.CharField()  # type: ignore[assignment]
    native_label = serializers.CharField(allow_null=True, help_text="In its own script")
    count = serializers.IntegerField()
    selected = serializers.BooleanField(help_text="Whether the filters choose it")


class FacetCounts(Representation):
    """One way to narrow the list."""

    name = serializers.ChoiceField(list(LABELS.items()))
    label = serializers.CharField()  # type: ignore[assignment]
    total = serializers.IntegerField(help_text="How many values there are")
    values = FacetValueCount(many=True, help_text="The most frequent, and all that are chosen")


class Facets(Representation):
    """The facets of a list."""

    facets = FacetCounts(many=True)


class AgreementFacets(Filtered):
    """How many agreements each value of each facet would show.

    Values of one facet widen, facets narrow; a facet's own choice is left out of its own counts.
    """

    serializer_class = Facets
    parameters = (
        *Filtered.parameters,
        OpenApiParameter(
            "facet",
            {"type": "array", "items": {"type": "string", "enum": list(LABELS)}},
            description="The facets wanted; without it all.",
            explode=True,
        ),
        OpenApiParameter(
            LIMIT,
            {"type": "integer", "minimum": 1, "maximum": MOST_VALUES, "default": 10},
            description="Values of each facet.",
        ),
    )

    @property
    def known(self) -> list[str]:
        """The filters, `facet` and `limit`."""
        return [*self.filters, "facet", LIMIT]

    def get(self, request: Request) -> Response:
        """The facets in the order of the page."""
        names = terms(request.query_params, "facet", list(LABELS))
        most = number(request.query_params, LIMIT, 10, MOST_VALUES)
        found = [facet(self.filterset, name, limit=most) for name in names]
        return Response(Facets({"facets": found}, context={"request": request}).data)
