"""Merging two organisations that are one, after a page that says which is kept and what moves."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse

from agreements.admin.base import CatalogueAdmin
from agreements.importing import merging
from agreements.importing.matching import contradiction
from agreements.models import Organisation

_COMPARED = ("name", "type", "country", "website", "parent", "ror", "wikidata", "lei", "slug")


@dataclass(frozen=True, slots=True)
class Side:
    """One of two organisations, and what would move with it into the other."""

    organisation: Organisation
    moves: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """One field of both; `differs` where both say something and it is not the same."""

    field: str
    values: tuple[str, str]
    differs: bool


def may_merge(user: Any) -> bool:
    """Whether a user may make one of two organisations."""
    return bool(user.has_perm("agreements.change_organisation"))


def side(organisation: Organisation) -> Side:
    """Count what belongs to an organisation."""
    moves = (
        ("agreements", organisation.parties.count()),
        ("people", organisation.people.count()),
        ("appearances of people", organisation.participations.count()),
        ("other names", organisation.aliases.count()),
        ("organisations that belong to it", organisation.children.count()),
    )
    return Side(organisation, tuple((what, count) for what, count in moves if count))


def compare(one: Organisation, other: Organisation) -> list[Compared]:
    """Both organisations, field by field."""
    return [_compared(name, one, other) for name in _COMPARED]


def _compared(name: str, one: Organisation, other: Organisation) -> Compared:
    values = tuple(_shown(organisation, name) for organisation in (one, other))
    title = str(Organisation._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
    return Compared(title, values, all(values) and len(set(values)) == 2)  # type: ignore[arg-type]


def _shown(organisation: Organisation, name: str) -> str:
    display: Callable[[], str] | None = getattr(organisation, f"get_{name}_display", None)
    return str((display() if display else getattr(organisation, name)) or "")


class MergingAdmin(CatalogueAdmin):
    """An organisation's admin from which two can be merged."""

    actions = ("merge",)

    def has_merge_permission(self, request: HttpRequest) -> bool:
        """Whether this user may make one of two."""
        return may_merge(request.user)

    @admin.action(description="Merge the two selected organisations…", permissions=["merge"])
    def merge(self, request: HttpRequest, queryset: Any) -> HttpResponse | None:
        """Open the confirmation page for exactly two."""
        chosen = list(queryset.order_by("pk").values_list("pk", flat=True)[:3])
        if len(chosen) != 2:
            told = "Select exactly two organisations to merge."
            self.message_user(request, told, messages.ERROR)
            return None
        return HttpResponseRedirect(reverse("admin:agreements_organisation_merge", args=chosen))

    def merge_view(self, request: HttpRequest, one: int, other: int) -> HttpResponse:
        """Show both; once the one to keep is named, merge the other into it."""
        if not self.has_merge_permission(request):
            raise PermissionDenied
        current = Organisation.objects.current()
        pair = [get_object_or_404(current, pk=key) for key in (one, other)]
        if one == other:
            raise Http404("An organisation is not merged with itself.")
        kept = next((row for row in pair if str(row.pk) == request.POST.get("keep")), None)
        if request.method == "POST" and kept is not None:
            gone = pair[1] if kept == pair[0] else pair[0]
            return self._merged(request, gone, kept)
        sides = [side(row) for row in pair]
        context = {
            **self.admin_site.each_context(request),
            "title": "Merge two organisations",
            "opts": self.opts,
            "media": self.media,
            "sides": [sides, sides[::-1]],
            "compared": compare(*pair),
            "refused": contradiction(*pair),
        }
        return TemplateResponse(request, "admin/agreements/organisation/merge.html", context)

    def _merged(self, request: HttpRequest, gone: Organisation, kept: Organisation) -> HttpResponse:
        page = reverse(f"admin:agreements_{kept.role}_change", args=[kept.pk])
        try:
            merging.merge(gone, kept, request.user)  # type: ignore[arg-type]
        except merging.MergeRefusedError as error:
            self.message_user(request, f"Not merged. {error}", messages.ERROR)
        else:
            told = f"“{gone}” was merged into “{kept}”, which has all its agreements and names now."
            self.message_user(request, told, messages.SUCCESS)
        return HttpResponseRedirect(page)
