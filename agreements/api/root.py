"""Where everything is, and what is not there."""

from typing import Any, NoReturn

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse
from rest_framework.views import APIView

from agreements.api.problems import refuse_unknown
from agreements.api.representations import Representation

LISTS = {
    "agreements": "agreement_list",
    "facets": "facets",
    "institutions": "institution_list",
    "partners": "partner_list",
    "people": "person_list",
    "areas": "area_list",
    "sources": "source_list",
    "schema": "schema",
    "docs": "docs",
}


class Addresses(Representation):
    """The addresses of the lists, and of the description of the API."""

    def get_fields(self) -> dict[str, Any]:
        """One for each."""
        return {name: serializers.URLField() for name in LISTS}


class RootView(APIView):
    """Where everything is."""

    serializer_class = Addresses

    def get(self, request: Request) -> Response:
        """The addresses."""
        refuse_unknown(request.query_params, [])
        return Response(
            {name: reverse(f"api:{view}", request=request) for name, view in LISTS.items()}
        )


@extend_schema(exclude=True)
class NothingView(APIView):
    """Any address of which the API knows nothing."""

    def get(self, request: Request, **kwargs: str) -> NoReturn:
        """Say so."""
        raise NotFound(
            f"There is nothing here; {reverse('api:root', request=request)} tells what is."
        )
