"""The API's description in OpenAPI 3.1, from the views themselves."""

from functools import cache
from typing import Any

from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agreements.api.parameters import FIELDS
from agreements.api.problems import MEDIA_TYPE
from agreements.api.representations import Representation, Sparse


class ParameterComplaint(Representation):
    """A parameter, and what would mend it."""

    parameter = serializers.CharField()
    detail = serializers.CharField()


class Problem(Representation):
    """Problem details (RFC 9457)."""

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField()
    errors = ParameterComplaint(  # type: ignore[assignment]
        many=True, required=False
    )


class ReadOnlySchema(AutoSchema):
    """What every view has in common: its parameters, and the problems that it answers with."""

    def get_override_parameters(self) -> list[Any]:
        """The view's own filters, and `fields` where a row can be cut down."""
        found = list(getattr(self.view, "parameters", ()))
        serializer = getattr(self.view, "serializer_class", None)
        if serializer and issubclass(serializer, Sparse):
            found.append(_fields(list(serializer().fields)))
        return found

    def get_response_serializers(self) -> Any:
        """The answer, and the problems."""
        problems = {400: "A parameter is unknown or malformed.", 429: "Too many requests."}
        if self._path_names_a_row():
            problems[404] = "Readers see nothing of this name."
        return {200: super().get_response_serializers()} | {
            (status, MEDIA_TYPE): OpenApiResponse(Problem, about)
            for status, about in problems.items()
        }

    def _path_names_a_row(self) -> bool:
        return "{" in self.path

    def _postprocess_serializer_schema(
        self, schema: dict[str, Any], serializer: Any, direction: Any
    ) -> dict[str, Any]:
        done: dict[str, Any] = super()._postprocess_serializer_schema(  # type: ignore[no-untyped-call]
            schema, serializer, direction
        )
        if isinstance(serializer, Sparse):
            done.pop("required", None)
        return done


def _fields(names: list[str]) -> OpenApiParameter:
    items = {"type": "string", "enum": names}
    schema = {"type": "array", "items": items, "minItems": 1}
    about = "The fields wanted, separated by commas; without it all."
    return OpenApiParameter(FIELDS, schema, description=about, style="form", explode=False)


class OpenAPIRenderer(JSONRenderer):
    """The media type of https://www.rfc-editor.org/rfc/rfc9512 for JSON."""

    media_type = "application/vnd.oai.openapi+json"


@extend_schema(exclude=True)
class SchemaView(APIView):
    """The description, made once a process."""

    renderer_classes = (JSONRenderer, OpenAPIRenderer)

    def get(self, request: Request) -> Response:
        """The whole description."""
        return Response(openapi())


@cache
def openapi() -> dict[str, Any]:
    """The description as it stands in this release."""
    schema: dict[str, Any] = SchemaGenerator().get_schema(request=None, public=True)
    return schema
