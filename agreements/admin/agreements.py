"""Agreements: the review queue, and each one beside the sources that speak of it."""

from typing import Any
from uuid import uuid4

from django.contrib import admin
from django.db.models import Prefetch, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html

from agreements.admin.agreement_parts import (
    AgreementAreaInline,
    AgreementLinkInline,
    LifecycleEventInline,
    ParticipationInline,
    PartyInline,
)
from agreements.admin.citations import CitationInline
from agreements.admin.evidence import cited_sources
from agreements.admin.filters import AgreementYear, BatchFilter, HasOpenProposal
from agreements.admin.lists import MOST, count_of, first_found
from agreements.admin.proposals import open_questions
from agreements.admin.review import BUTTON, DECISIONS, ReviewAdmin
from agreements.admin.wording import how_sure
from agreements.browse.search import matching
from agreements.models import (
    Agreement,
    AgreementArea,
    AgreementLink,
    Citation,
    EditorialStatus,
    LifecycleEvent,
    Participation,
    Party,
    Proposal,
)
from agreements.models.agreements import QUEUE

VERBS = {
    EditorialStatus.PUBLISHED: "Publish and go to next",
    EditorialStatus.REJECTED: "Reject and go to next",
    EditorialStatus.IN_REVIEW: "Send to review",
}
MOST_NAMES = 4
"""Parties that a row of the list names."""
OPEN_PROPOSALS = Proposal.objects.filter(status=Proposal.Status.OPEN)


@admin.register(Agreement)
class AgreementAdmin(ReviewAdmin):
    """The catalogue's entries."""

    change_list_template = "admin/agreements/wide_change_list.html"
    agreements = "pk"
    history_parts = (Party, Participation, AgreementArea, LifecycleEvent, AgreementLink, Citation)
    list_display = (
        "title",
        "status",
        "sure",
        "kind",
        "dated",
        "parties",
        "lifecycle",
        "proposals",
    )
    list_filter = (
        "editorial_status",
        HasOpenProposal,
        "unreviewed_additions",
        BatchFilter,
        "kind",
        "lifecycle",
        AgreementYear,
    )
    counts = {"open_proposals": (OPEN_PROPOSALS, "agreement")}
    search_fields = ("search_vector", "key")
    search_help_text = "Title, names of the parties and of people, in any script"
    inlines = (
        PartyInline,
        ParticipationInline,
        AgreementAreaInline,
        LifecycleEventInline,
        AgreementLinkInline,
        CitationInline,
    )
    fieldsets = (
        (None, {"fields": ("title", "kind", "summary", "place")}),
        ("Dates and state", {"fields": ("signed_on", "effective_from", "expires_on", "lifecycle")}),
        (
            "Entry",
            {"fields": ("editorial_status", "reviewed", "slug", "key"), "classes": ["entry"]},
        ),
    )
    readonly_fields = ("editorial_status", "reviewed", "key")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Agreement]:
        """Agreements with what the list shows, those that wait first."""
        parties = Prefetch("parties", Party.objects.select_related("organisation"))
        rows: QuerySet[Agreement] = super().get_queryset(request)
        return (
            rows.defer("search_text", "search_vector")
            .select_related("reviewed_by")
            .prefetch_related(parties)
        )

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Agreement], search_term: str
    ) -> tuple[QuerySet[Agreement], bool]:
        """Search as readers do, drafts included; a key finds its agreement, too."""
        if not search_term.strip():
            return queryset, False
        found = matching(queryset, search_term) | queryset.filter(key=search_term.strip())
        keys = first_found(found)
        return (found if len(keys) > MOST else queryset.filter(pk__in=keys)), False

    def get_ordering(self, request: HttpRequest) -> tuple[Any, ...]:
        """The queue's order."""
        return QUEUE

    def save_model(
        self, request: HttpRequest, obj: Agreement, form: "ModelForm[Any]", change: bool
    ) -> None:
        """An agreement entered by hand gets a key of its own, which stays."""
        if not obj.key:
            obj.key = f"manual:{uuid4()}"
        if form.has_changed():
            super().save_model(request, obj, form, change)

    def save_related(
        self, request: HttpRequest, form: "ModelForm[Any]", formsets: Any, change: bool
    ) -> None:
        """A changed part changes the agreement; looking and saving changes nothing."""
        if not form.has_changed() and any(formset.has_changed() for formset in formsets):
            form.instance.save(update_fields=["updated_at"])
        super().save_related(request, form, formsets, change)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Set the sources, the open questions and the decisions beside the form."""
        agreement = context.get("original")
        if agreement is not None:
            may_review = self.has_review_permission(request)
            settled = agreement.editorial_status if not agreement.unreviewed_additions else None
            others = [status for status in DECISIONS if may_review and status != settled]
            context |= {
                "cited_sources": cited_sources(agreement),
                "questions": open_questions(agreement, request.user),
                "decision_button": BUTTON,
                "decisions": [(status.value, VERBS[status]) for status in others],
            }
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.display(description="status", ordering="editorial_status")
    def status(self, agreement: Agreement) -> str:
        """The editorial status, told apart at a glance and in words."""
        return format_html(
            '<span class="status {}">{}</span>',
            agreement.editorial_status,
            agreement.get_editorial_status_display(),
        )

    @admin.display(description="confidence", ordering="confidence")
    def sure(self, agreement: Agreement) -> str:
        """How likely its least certain main fact is right; empty where nobody measured it."""
        return how_sure(agreement.confidence)

    @admin.display(description="date", ordering="sort_date")
    def dated(self, agreement: Agreement) -> str:
        """The signing date, or the announcement's in parentheses."""
        return agreement.signed_on or (f"({agreement.announced_on})" * bool(agreement.announced_on))

    @admin.display(description="parties")
    def parties(self, agreement: Agreement) -> str:
        """Who agreed."""
        names = [str(party.organisation) for party in agreement.parties.all()]
        more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
        return " · ".join(names[:MOST_NAMES]) + more

    @admin.display(description="proposals", ordering=count_of(OPEN_PROPOSALS, "agreement"))
    def proposals(self, agreement: Any) -> str:
        """How many differences wait for a decision."""
        return str(agreement.open_proposals or "")

    @admin.display(description="decided")
    def reviewed(self, agreement: Agreement) -> str:
        """Who decided, and when."""
        since = "; an import has added to it since" if agreement.unreviewed_additions else ""
        if not agreement.reviewed_at:
            return f"not yet{since}"
        who = agreement.reviewed_by or "an import"
        return f"{agreement.reviewed_at:%Y-%m-%d %H:%M} by {who}{since}"
