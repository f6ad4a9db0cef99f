"""Atom feeds: what was last published in the catalogue, under any filter."""

import datetime as dt
import re
import uuid
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import conditional_page, require_safe

from agreements.browse.filters import AgreementFilterSet
from agreements.browse.querystrings import encoded
from agreements.models import Agreement
from agreements.web.exports import complaint

ENTRIES = 50

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # that XML 1.0 lacks


@require_safe
@conditional_page
def feed(request: HttpRequest) -> HttpResponseBase:
    """The agreements that pass the filters, the last published first; 400 for a wrong filter."""
    filterset = AgreementFilterSet(request.GET)
    if not filterset.is_sound():
        return complaint(filterset)
    return AgreementFeed(filterset)(request)


class AgreementFeed(Feed):  # type: ignore[type-arg]
    """One filter's feed."""

    feed_type = Atom1Feed

    def __init__(self, filterset: AgreementFilterSet) -> None:
        self._filterset = filterset

    def title(self) -> str:
        """The filters in words."""
        return _printable(f"{self._filterset.sentence()} – {settings.SITE_NAME}")

    def link(self) -> str:
        """The list of the same agreements."""
        return self._address("agreement_list")

    def feed_url(self) -> str:
        """The feed itself."""
        return self._address("feed")

    def author_name(self) -> str:
        """Atom wants one; the sources stand on each agreement's page."""
        return str(settings.SITE_NAME)

    def items(self) -> QuerySet[Agreement]:
        """By the time of the decision to publish, or else of coming in."""
        rows: QuerySet[Agreement] = self._filterset.qs.order_by(
            Coalesce("reviewed_at", "created_at").desc(), "-pk"
        )
        return rows.prefetch_related("agreement_areas__area", "parties__organisation")[:ENTRIES]

    def item_title(self, item: Any) -> str:
        """Its title."""
        return _printable(item.title)

    def item_description(self, item: Any) -> str:
        """What it is about, or at least between whom."""
        parties = ", ".join(party.organisation.name for party in item.parties.all())
        return _printable(item.summary or f"{item.get_kind_display()}: {parties}")

    def item_guid(self, item: Agreement) -> str:
        """An identifier that outlives changes of title, address and host."""
        return uuid.uuid5(uuid.NAMESPACE_URL, f"agreement:{item.key}").urn

    def item_pubdate(self, item: Agreement) -> dt.datetime:
        """When readers could first see it."""
        return item.reviewed_at or item.created_at

    def item_updateddate(self, item: Agreement) -> dt.datetime:
        """When it last changed, or was decided on."""
        return max(item.updated_at, self.item_pubdate(item))

    def item_categories(self, item: Agreement) -> list[str]:
        """Its areas of cooperation."""
        named = [a.area.label_en for a in item.agreement_areas.all() if a.area]
        return list(dict.fromkeys(named))

    def _address(self, name: str) -> str:
        query = encoded(self._filterset.choices())
        return reverse(name) + (f"?{query}" if query else "")


def _printable(text: str) -> str:
    return _UNPRINTABLE.sub("", text)
