"""The JSON Schema of a record, for programs that read downloads or write files to import."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from agreements.records import json_schema


@require_safe
def record_schema(request: HttpRequest) -> JsonResponse:
    """What one record of a JSON or JSON Lines file may hold."""
    return JsonResponse(json_schema(), content_type="application/schema+json")
