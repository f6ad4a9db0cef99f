"""Middleware that lets a request read from a replica, and from the primary where that fails."""

from collections.abc import Callable

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, InterfaceError, OperationalError
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from agreements.replicas import Replicas, reading


class ReadFromReplicas:
    """Middleware: one server for each request, another where it fails."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response
        self._replicas = Replicas(settings.REPLICAS)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer; once more by the primary where the catalogue changed meanwhile."""
        if request.method not in ("GET", "HEAD") or settings.SESSION_COOKIE_NAME in request.COOKIES:
            return self._get_response(request)
        alias, revision = self._replicas.choose()
        token = reading.set(alias)
        try:
            response = self._get_response(request)
            if reading.get() != DEFAULT_DB_ALIAS and self._replicas.revision() != revision:
                response.close()
                reading.set(DEFAULT_DB_ALIAS)
                response = self._get_response(request)
            return response
        finally:
            reading.reset(token)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponseBase | None:
        """The answer of the primary where a replica died under the view."""
        alias = reading.get()
        lost = isinstance(exception, OperationalError | InterfaceError)
        if not lost or alias == DEFAULT_DB_ALIAS or request.resolver_match is None:
            return None
        self._replicas.leave_out(alias)
        reading.set(DEFAULT_DB_ALIAS)
        found = request.resolver_match
        response: HttpResponseBase = found.func(request, *found.args, **found.kwargs)
        return response
