"""The sitemap: an index, and one map for each kind of page that readers may see."""

import datetime as dt
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps import views as django_views
from django.db.models import Max, Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from agreements.models import Agreement, CooperationArea, Organisation, Person, Source


class Pages(Sitemap):  # type: ignore[type-arg]
    """Pages that are there whatever the catalogue holds."""

    def items(self) -> list[str]:
        """Names of their addresses."""
        lists = ("agreement", "institution", "partner", "person", "area", "source")
        return ["home", "accuracy", "data", *(f"{name}_list" for name in lists)]

    def location(self, item: str) -> str:
        """The path."""
        return reverse(item)


class Agreements(Sitemap):  # type: ignore[type-arg]
    """Published agreements."""

    def items(self) -> QuerySet[Agreement]:
        """In the order in which they came in, so that pages of the map stay as they are."""
        return Agreement.objects.published().order_by("pk").only("slug", "updated_at")

    def lastmod(self, item: Agreement) -> dt.datetime:
        """When it last changed."""
        return item.updated_at

    def get_latest_lastmod(self) -> dt.datetime | None:
        """When any last changed, without reading them all."""
        latest: dt.datetime | None = self.items().aggregate(latest=Max("updated_at"))["latest"]
        return latest


class Rows(Sitemap):  # type: ignore[type-arg]
    """Whatever a published agreement names."""

    def __init__(self, rows: QuerySet[Any], *columns: str) -> None:
        self._rows, self._columns = rows, columns

    def items(self) -> QuerySet[Model]:
        """Only what an address is made of."""
        return self._rows.order_by("pk").only(*self._columns)


SITEMAPS: dict[str, Any] = {
    "pages": Pages,
    "agreements": Agreements,
    "institutions": Rows(Organisation.objects.institutions().published(), "slug", "role"),
    "partners": Rows(Organisation.objects.partners().published(), "slug", "role"),
    "people": Rows(Person.objects.published(), "slug"),
    "areas": Rows(CooperationArea.objects.published(), "code"),
    "sources": Rows(Source.objects.published(), "slug"),
}


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponseBase:
    """Where the maps are."""
    return django_views.index(request, SITEMAPS, sitemap_url_name="sitemap")


@require_safe
def sitemap(request: HttpRequest, section: str) -> HttpResponseBase:
    """One map, at most 50,000 addresses a page; 404 for a section or page that is not there."""
    return django_views.sitemap(request, SITEMAPS, section)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Where search engines find the maps, and what is not for them."""
    maps = request.build_absolute_uri(reverse("sitemap_index"))
    lines = ["User-agent: *", f"Disallow: {reverse('admin:index')}", f"Sitemap: {maps}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
