"""Errors as problem details (RFC 9457, https://www.rfc-editor.org/rfc/rfc9457)."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import Http404
from rest_framework.exceptions import APIException, NotFound
from rest_framework.response import Response
from rest_framework.reverse import reverse

from agreements.browse.strict import nearest
from agreements.readers.rows import shown

logger = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"


class BadParameters(APIException):
    """Query parameters that are unknown or malformed, each with what would mend it."""

    status_code = HTTPStatus.BAD_REQUEST

    def __init__(self, complaints: Mapping[str, Iterable[Any]]) -> None:
        self.errors = [
            {"parameter": shown(name), "detail": str(message)}
            for name, messages in complaints.items()
            for message in messages
        ]
        super().__init__("The catalogue cannot follow this question; nothing was looked up.")


def refuse_unknown(given: Iterable[str], known: Sequence[str]) -> None:
    """Raise BadParameters for parameters that are not known, each with the nearest that is."""
    unknown = {name: [unknown_name("parameter", name, known)] for name in set(given) - set(known)}
    if unknown:
        raise BadParameters(dict(sorted(unknown.items())))


def unknown_name(noun: str, name: str, known: Sequence[str]) -> str:
    """The complaint about a name that is not known, with the nearest that is."""
    meant = nearest(name, known)
    among = f"there are {', '.join(known)}." if known else "leave it out."
    mend = f"did you mean {meant}?" if meant else among
    return f"There is no {noun} {shown(name)}; {mend}"


def problem(error: Exception, context: dict[str, Any]) -> Response | None:
    """The answer to any error within a view of the API; `context` has the request."""
    if isinstance(error, Http404):
        error = NotFound(str(error) or None)
    if isinstance(error, SuspiciousOperation):
        error = BadParameters({"": [str(error)]})
    if not isinstance(error, APIException):
        if settings.DEBUG:
            return None  # Django's own page of the error says more
        logger.error("The API failed at %s", context["request"].path, exc_info=error)
        error = APIException("The catalogue failed to answer. The failure is on record.")
    return _response(error, context)


def _response(error: APIException, context: dict[str, Any]) -> Response:
    status = HTTPStatus(error.status_code)
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": status.phrase,
        "status": status.value,
        "detail": str(error.detail),
    }
    headers = {}
    if isinstance(error, BadParameters):
        body["type"] = reverse("api:docs", request=context["request"]) + "#parameters"
        body["errors"] = error.errors
    if wait := getattr(error, "wait", None):
        headers["Retry-After"] = str(wait)
    return Response(body, status, headers=headers, content_type=MEDIA_TYPE)
