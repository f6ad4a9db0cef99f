"""Everything that the description allows, and much that it does not, is answered as described."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck
from hypothesis import settings as within
from pytest_django import Settings

from agreements.api.schema import openapi
from agreements.models import Agreement
from tests import factories

PATHS = {
    "/api/v1/agreements/{slug}/": "smart-campus-2018",
    "/api/v1/institutions/{slug}/": "zhejiang-university",
    "/api/v1/partners/{slug}/": "huawei-technologies",
    "/api/v1/people/{slug}/": "wu-zhaohui",
    "/api/v1/people/{slug}/participations/": "wu-zhaohui",
    "/api/v1/areas/{code}/": "smart-campus",
    "/api/v1/sources/{slug}/": "announcement",
    "/api/v1/sources/{slug}/citations/": "announcement",
}
NAMES = {
    "partner": ["huawei-technologies"],
    "institution": ["zhejiang-university"],
    "area": ["smart-campus"],
    "country": ["CN"],
}

api = schemathesis.openapi.from_dict(openapi())


@cache
def _application() -> WSGIHandler:
    """Made at the first question, when the tests' settings hold."""
    return get_wsgi_application()


def answer(environ: Any, start_response: Any) -> Any:
    """The application itself is asked, without a server."""
    return _application()(environ, start_response)


api.app = answer


@pytest.fixture
def catalogue(db: None, settings: Settings, laboratory: Agreement) -> Iterator[None]:
    """A small catalogue that anybody may ask as often as they like."""
    settings.API_RATE = None
    factories.agreement("Memorandum", slug="memorandum", signed_on="2017")
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)  # as Django's own test client does
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@api.parametrize()
@within(max_examples=10, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
def test_an_answer_is_as_described(case: Any, catalogue: None) -> None:
    """All checks of schemathesis, whatever is asked."""
    if case.meta.generation.mode.is_positive:
        _ask_for_what_there_is(case)
    case.call_and_validate()


def _ask_for_what_there_is(case: Any) -> None:
    """Names, cursors and the order of years, of which no description can say what is sound."""
    if case.path in PATHS:
        case.path_parameters = dict.fromkeys(case.path_parameters, PATHS[case.path])
    query = dict(case.query or {})
    query.pop("cursor", None)
    query |= {name: value for name, value in NAMES.items() if name in query}
    if "year_min" in query and "year_max" in query:
        query["year_max"] = query["year_min"]
    case.query = query
