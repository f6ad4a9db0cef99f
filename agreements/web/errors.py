"""What is answered where a request has no page: a list says which pages it has."""

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views import defaults


class PageNumberError(BadRequest):
    """What was asked for is no number of a page; the message says so."""


class NoSuchPageError(Http404):
    """A list ends before the page that was asked for; the message says where."""


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for 400."""
    if isinstance(exception, PageNumberError):
        return _no_page(request, exception, 400)
    return defaults.bad_request(request, exception)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for 404."""
    if isinstance(exception, NoSuchPageError):
        return _no_page(request, exception, 404)
    return defaults.page_not_found(request, exception)


def _no_page(request: HttpRequest, exception: Exception, status: int) -> HttpResponse:
    told = {"status": status, "told": str(exception)}
    return render(request, "agreements/no_page.html", told, status=status)
