"""The Content-Security-Policy of public pages: nothing from elsewhere, nothing inline."""

from collections.abc import Callable
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)


def content_security_policy(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: send the policy with every page but the admin's, whose widgets need more."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not request.path.startswith(_admin()):
            response.headers.setdefault("Content-Security-Policy", POLICY)
        return response

    return middleware


@cache
def _admin() -> str:
    return reverse("admin:index")
