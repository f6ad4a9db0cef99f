"""Reviewing: the queue, its order, and decisions that lead to the next agreement in it."""

from itertools import dropwhile
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST

from agreements.admin.base import CatalogueAdmin
from agreements.models import Agreement, EditorialStatus
from agreements.models.agreements import WAITING, AgreementQuerySet

DECISIONS = {
    EditorialStatus.PUBLISHED: "Published",
    EditorialStatus.REJECTED: "Rejected",
    EditorialStatus.IN_REVIEW: "Sent to review",
}
# Buttons of the form that save it and then decide; the value is the status that follows.
BUTTON = "_decide"


def next_waiting(listed: QuerySet[Agreement], current: int) -> int | None:
    """The agreement that waits after `current` in a list; at its end, the first one."""
    waiting = listed.filter(editorial_status__in=WAITING)
    keys = waiting.prefetch_related(None).values_list("pk", flat=True)
    after = dropwhile(lambda key: key != current, keys.iterator())
    next(after, None)
    return next(after, None) or keys.exclude(pk=current).first()


class ReviewAdmin(CatalogueAdmin):
    """Actions and buttons by which agreements are published, rejected or sent to review."""

    actions = ("publish", "send_to_review", "reject")

    def has_review_permission(self, request: HttpRequest) -> bool:
        """Whether this user decides what readers see."""
        return bool(request.user.has_perm("agreements.review_agreement"))

    @admin.action(description="Publish the selected agreements", permissions=["review"])
    def publish(self, request: HttpRequest, queryset: AgreementQuerySet) -> None:
        """Let readers see them."""
        self._decide_all(request, queryset, EditorialStatus.PUBLISHED)

    @admin.action(description="Send the selected agreements to review", permissions=["review"])
    def send_to_review(self, request: HttpRequest, queryset: AgreementQuerySet) -> None:
        """Put them at the head of the queue."""
        self._decide_all(request, queryset, EditorialStatus.IN_REVIEW)

    @admin.action(description="Reject the selected agreements", permissions=["review"])
    def reject(self, request: HttpRequest, queryset: AgreementQuerySet) -> None:
        """Hide them from readers, and from the queue."""
        self._decide_all(request, queryset, EditorialStatus.REJECTED)

    def _decide_all(
        self, request: HttpRequest, chosen: AgreementQuerySet, status: EditorialStatus
    ) -> None:
        asked = chosen.count()
        changed = self._decide(request, chosen.values("pk"), status)
        was = f", {asked - changed} were so before" if asked > changed else ""
        self.message_user(request, f"{DECISIONS[status]}: {changed}{was}.", messages.SUCCESS)

    def _decide(self, request: HttpRequest, chosen: Any, status: EditorialStatus) -> int:
        return Agreement.objects.filter(pk__in=chosen).decide(status, request.user)  # type: ignore[arg-type]

    def get_urls(self) -> list[URLPattern]:
        """The decision of somebody who may not change the agreement itself."""
        decide = self.admin_site.admin_view(require_POST(self.decide_view))
        return [
            path("<int:object_id>/decide/", decide, name="agreements_agreement_decide"),
            *super().get_urls(),
        ]

    def decide_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """Decide without saving the form."""
        if not self.has_review_permission(request):
            raise PermissionDenied
        agreement = get_object_or_404(Agreement, pk=object_id)
        return self.decide_and_go_on(request, agreement)

    def response_change(self, request: HttpRequest, obj: Agreement) -> HttpResponse:
        """After saving by one of the decisions' buttons, decide."""
        if BUTTON in request.POST and self.has_review_permission(request):
            return self.decide_and_go_on(request, obj)
        return super().response_change(request, obj)

    def decide_and_go_on(self, request: HttpRequest, agreement: Agreement) -> HttpResponse:
        """Set the status that the button names, and open the next agreement that waits."""
        status = request.POST.get(BUTTON, "")
        if status not in DECISIONS:
            self.message_user(request, "Choose a decision.", messages.ERROR)
            return HttpResponseRedirect(self._address("change", request, agreement.pk))
        following = next_waiting(self._listed(request), agreement.pk)
        self._decide(request, [agreement.pk], EditorialStatus(status))
        told = f"{DECISIONS[EditorialStatus(status)]}: “{agreement}”"
        if following is None:
            self.message_user(request, f"{told}. Nothing else waits here.", messages.SUCCESS)
            return HttpResponseRedirect(self._address("changelist", request))
        self.message_user(request, f"{told}. This is the next one.", messages.SUCCESS)
        return HttpResponseRedirect(self._address("change", request, following))

    def _listed(self, request: HttpRequest) -> QuerySet[Agreement]:
        """The list that the reviewer came from, with its filters, search and order."""
        listing = HttpRequest()
        listing.user = request.user
        listing.GET = QueryDict(request.GET.get("_changelist_filters", ""))
        try:
            return self.get_changelist_instance(listing).get_queryset(listing)
        except IncorrectLookupParameters:
            return self.get_queryset(request)

    def _address(self, page: str, request: HttpRequest, *args: Any) -> str:
        url = reverse(f"admin:agreements_agreement_{page}", args=args)
        context: Any = {"preserved_filters": self.get_preserved_filters(request), "opts": self.opts}
        return add_preserved_filters(context, url)
