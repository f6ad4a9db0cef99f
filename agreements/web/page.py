"""What every page has: a title, a place in the site, an address to keep, and pages of rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import EmptyPage, InvalidPage, Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

from agreements.browse.indexes import NameList
from agreements.browse.listing import Listing
from agreements.models.addresses import address
from agreements.readers.rows import shown
from agreements.web.errors import NoSuchPageError, PageNumberError
from agreements.web.structured_data import breadcrumb_list

Step = tuple[str, str]
"""A page above this one: its label and path."""

ROWS = 25
"""Rows on one page of a list."""


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the breadcrumbs; the page itself has no path."""

    label: str
    path: str


def page(
    request: HttpRequest,
    title: str,
    *,
    description: str = "",
    above: Sequence[Step] = (),
    path: str = "",
    data: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """The context of base.html; `path` is the page's one address, `data` its schema.org form."""
    steps = [("Home", address("home")), *above]
    canonical = request.build_absolute_uri(path or request.path)
    ways = [(label, request.build_absolute_uri(where)) for label, where in steps]
    described = [breadcrumb_list([*ways, (title, canonical)])]
    if data:
        described.append({"@context": "https://schema.org", "url": canonical, **data})
    return {
        "title": title,
        "description": description,
        "crumbs": [Crumb(*step) for step in steps],
        "canonical": canonical,
        "structured_data": described,
    }


def rows_of(
    request: HttpRequest, rows: QuerySet[Any] | Listing | NameList, size: int = ROWS
) -> Page[Any]:
    """The page of `rows` that the request asks for.

    Raises PageNumberError for what is no number of a page, NoSuchPageError beyond the last.
    """
    pages: Paginator[Any] = Paginator(rows, size)  # type: ignore[arg-type]
    asked = request.GET.get("page", "1")
    try:
        return pages.page(asked)
    except InvalidPage as error:
        if isinstance(error, EmptyPage) and int(asked) > pages.num_pages:
            told = f"There is no page {shown(asked)}; the last one is {pages.num_pages}."
            raise NoSuchPageError(told) from error
        told = f"“{shown(asked)}” is no number of a page; write a whole number from 1 on."
        raise PageNumberError(told) from error
