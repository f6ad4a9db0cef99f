"""Questions that imports left to people: other values for facts, and organisations alike."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.db.models import Q, QuerySet, prefetch_related_objects
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.text import Truncator
from django.views.decorators.http import require_POST

from agreements.admin.base import refusal
from agreements.admin.evidence import named
from agreements.admin.imports import ReadOnlyAdmin
from agreements.admin.merging import may_merge
from agreements.admin.wording import how_sure, in_words, slot_in_words
from agreements.browse.quotations import Quotation, quotation
from agreements.importing.merging import judge
from agreements.importing.proposals import accept, decline
from agreements.models import (
    Agreement,
    Citation,
    MatchProposal,
    Participation,
    Party,
    Proposal,
    Slot,
)

_PARTS: dict[str, QuerySet[Any]] = {
    Slot.PARTY: Party.objects.select_related("organisation"),
    Slot.PARTICIPATION: Participation.objects.select_related("person"),
}
"""Parts of an agreement of which an import may say something else than a column says."""
MOST_CHARACTERS = 120
"""Of a value that a row of the list shows; its page shows the whole."""
_LONGEST_VALUE = 500
"""Characters of a value that a citation keeps."""


@dataclass(frozen=True, slots=True)
class Support:
    """A sentence that says what an import says, and how sure extraction was, in words."""

    quotation: Quotation
    how_sure: str


@dataclass(frozen=True, slots=True)
class Question:
    """A proposal with both values in words, and what supports the import's."""

    proposal: Proposal
    slot: str
    says_now: str
    would_say: str
    supports: list[Support]


@dataclass(frozen=True, slots=True)
class Questions:
    """What waits for a decision beside an agreement, and what its reader may decide."""

    proposals: list[Question]
    pairs: list[MatchProposal]
    may_decide: bool
    may_judge: bool
    may_merge: bool


def open_questions(agreement: Agreement, user: Any) -> Questions:
    """Open proposals of an agreement, and pairs that its parties may be."""
    parties = agreement.parties.values("organisation")
    pairs = MatchProposal.objects.filter(
        Q(organisation__in=parties) | Q(candidate__in=parties),
        judgement=MatchProposal.Judgement.UNDECIDED,
    )
    proposals = agreement.proposals.filter(status=Proposal.Status.OPEN)
    return Questions(
        proposals=questions(proposals.select_related("source", "batch").defer("source__text")),
        pairs=list(pairs.select_related("organisation", "candidate")),
        may_decide=user.has_perm("agreements.change_proposal"),
        may_judge=user.has_perm("agreements.change_matchproposal"),
        may_merge=may_merge(user),
    )


def questions(proposals: Iterable[Proposal]) -> list[Question]:
    """Proposals in words, in as many queries for many as for one."""
    asked = list(proposals)
    parts = {
        slot: rows.in_bulk([_part(proposal) for proposal in asked if proposal.slot == slot])
        for slot, rows in _PARTS.items()
    }
    quoting = Citation.objects.filter(
        agreement__in={proposal.agreement_id for proposal in asked},
        slot__in={proposal.slot for proposal in asked},
        start__isnull=False,
    ).select_related("lifecycle_event")
    pairs = [(p.pk, c) for p in asked for c in quoting if _supports(c, p)]
    prefetch_related_objects([citation for _, citation in pairs], "source")
    supports: dict[int, list[Support]] = defaultdict(list)
    for key, citation in pairs:
        supports[key].append(Support(quotation(citation), how_sure(citation.confidence)))
    return [_question(proposal, parts, supports[proposal.pk]) for proposal in asked]


def _question(
    proposal: Proposal, parts: Mapping[str, Mapping[int, Any]], supports: list[Support]
) -> Question:
    slot = slot_in_words(proposal.slot)
    if proposal.slot in parts:
        slot = named(Slot(proposal.slot), parts[proposal.slot].get(_part(proposal)))
    says_now, would_say = (
        in_words(proposal.slot, value) for value in (proposal.current, proposal.proposed)
    )
    return Question(proposal, slot, says_now, would_say, supports)


def _part(proposal: Proposal) -> int:
    """The primary key of the part that a proposal is of."""
    said: Any = proposal.proposed
    return int(said["pk"])


def _supports(citation: Citation, proposal: Proposal) -> bool:
    """Whether a citation quotes what the proposal says.

    That of a part does not tell the part's columns: of several documents the proposal's counts.
    """
    said: Any = proposal.proposed
    if citation.agreement_id != proposal.agreement_id or citation.slot != proposal.slot:
        return False
    if proposal.slot in _PARTS:
        part = citation.party_id or citation.participation_id
        return part == _part(proposal) and citation.source_id == proposal.source_id
    if citation.lifecycle_event:
        return bool(citation.lifecycle_event.status == said)
    return bool(said) and citation.value == said[:_LONGEST_VALUE]


def _shortened(words: str) -> str:
    return Truncator(words).chars(MOST_CHARACTERS)


def back(request: HttpRequest, otherwise: str) -> HttpResponse:
    """To the page that the button stood on, if it is one of ours."""
    page = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(page, {request.get_host()}, request.is_secure()):
        page = otherwise
    return HttpResponseRedirect(page)


class DecidedAdmin(ReadOnlyAdmin):
    """Questions with two answers, given by actions on the list or buttons beside the question.

    `answers` are the names of the actions; each is a method `(request, queryset)`. Nobody deletes
    a question by itself, since the next import would ask it again.
    """

    change_list_template = "admin/agreements/wide_change_list.html"
    answers: tuple[str, ...] = ()

    def has_decide_permission(self, request: HttpRequest) -> bool:
        """Whether this user may answer."""
        return bool(request.user.has_perm(f"agreements.change_{self.opts.model_name}"))

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """The answers."""
        actions: dict[str, Any] = super().get_actions(request)
        return {name: action for name, action in actions.items() if name != "delete_selected"}

    def delete_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Questions go with what they are about, which asks for the permission to delete them."""
        raise PermissionDenied

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Set the answers above the facts; they lead back to the list that the page came from."""
        changelist = reverse(f"admin:agreements_{self.opts.model_name}_changelist")
        filters: Any = {"preserved_filters": self.get_preserved_filters(request), "opts": self.opts}
        context |= {
            "show_delete": False,
            "may_decide": self.has_decide_permission(request),
            "next": add_preserved_filters(filters, changelist),
        }
        return super().render_change_form(request, context, *args, **kwargs)

    def get_urls(self) -> list[URLPattern]:
        """An address for the buttons."""
        view = self.admin_site.admin_view(require_POST(self.answer_view))
        name = f"agreements_{self.opts.model_name}_answer"
        return [path("<int:object_id>/answer/", view, name=name), *super().get_urls()]

    def answer_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """Answer one question, and return to where the button stood."""
        if not self.has_decide_permission(request):
            raise PermissionDenied
        get_object_or_404(self.model, pk=object_id)
        answer = request.POST.get("answer")
        if answer in self.answers:
            getattr(self, answer)(request, self.get_queryset(request).filter(pk=object_id))
        else:
            self.message_user(request, "Choose an answer.", messages.ERROR)
        return back(request, reverse(f"admin:agreements_{self.opts.model_name}_changelist"))


@admin.register(Proposal)
class ProposalAdmin(DecidedAdmin):
    """Differences between an import and what an editor wrote."""

    answers = actions = ("accept", "decline")
    list_display = ("agreement", "field", "says_now", "would_say", "status", "batch", "decided_by")
    list_display_links = ("field",)
    list_filter = ("status", "slot")
    list_select_related = ("agreement", "batch", "decided_by")
    search_fields = ("agreement__title",)
    search_help_text = "Title of the agreement"
    ordering = ("-status", "-pk")
    fields = ("agreement", "source", "batch", "status", "decided_by", "decided_at")

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Show the proposal as it stands beside the agreement."""
        [question] = questions([context["original"]])
        context |= {"title": "An import says something else", "question": question}
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.display(description="field", ordering="slot")
    def field(self, proposal: Proposal) -> str:
        """What the import says something of."""
        return slot_in_words(proposal.slot)

    @admin.display(description="says now")
    def says_now(self, proposal: Proposal) -> str:
        """The value that stands."""
        return _shortened(in_words(proposal.slot, proposal.current))

    @admin.display(description="import says")
    def would_say(self, proposal: Proposal) -> str:
        """The value that the import found."""
        return _shortened(in_words(proposal.slot, proposal.proposed))

    @admin.action(description="Accept: write what the import says", permissions=["decide"])
    def accept(self, request: HttpRequest, queryset: QuerySet[Proposal]) -> None:
        """Let the import's value stand."""
        self._answer(request, queryset, accept, "Accepted")

    @admin.action(description="Decline: keep what the catalogue says", permissions=["decide"])
    def decline(self, request: HttpRequest, queryset: QuerySet[Proposal]) -> None:
        """Let the editor's value stand, also at the next import."""
        self._answer(request, queryset, decline, "Declined")

    def _answer(
        self,
        request: HttpRequest,
        chosen: QuerySet[Proposal],
        answer: Callable[[Proposal, AbstractBaseUser], None],
        told: str,
    ) -> None:
        """Answer those that are still open, one by one."""
        answered = 0
        for proposal in chosen.filter(status=Proposal.Status.OPEN):
            try:
                answer(proposal, request.user)  # type: ignore[arg-type]
                answered += 1
            except IntegrityError as error:
                self.message_user(request, f"{proposal}: {refusal(error)}", messages.ERROR)
        self.message_user(request, f"{told}: {answered}.", messages.SUCCESS)


@admin.register(MatchProposal)
class MatchProposalAdmin(DecidedAdmin):
    """Pairs of organisations with similar names."""

    answers = ("different",)
    actions = ("same", "different")
    list_display = ("organisation", "candidate", "percent", "reason", "judgement", "judged_by")
    list_display_links = ("percent",)
    list_filter = ("judgement", "organisation__type")
    list_select_related = ("organisation", "candidate", "judged_by")
    search_fields = ("organisation__normalised", "candidate__normalised")
    search_help_text = "Name of either organisation"
    ordering = ("-judgement", "-score")
    fields = (
        "organisation",
        "candidate",
        "percent",
        "reason",
        "judgement",
        "judged_by",
        "judged_at",
    )
    readonly_fields = ("percent",)

    def has_merge_permission(self, request: HttpRequest) -> bool:
        """Whether this user may make one of two."""
        return may_merge(request.user)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Show the pair as it stands beside an agreement."""
        context |= {
            "title": "May be one organisation",
            "pair": context["original"],
            "may_merge": self.has_merge_permission(request),
        }
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.display(description="likeness", ordering="score")
    def percent(self, pair: MatchProposal) -> str:
        """How similar the closest names are."""
        return f"{pair.score:.0%}"

    @admin.action(description="They are one: merge…", permissions=["merge"])
    def same(self, request: HttpRequest, queryset: QuerySet[MatchProposal]) -> HttpResponse | None:
        """Open the page that asks which of the two is kept; that can be asked of one pair only."""
        chosen = queryset.filter(judgement=MatchProposal.Judgement.UNDECIDED)
        pairs = chosen.values_list("organisation", "candidate")[:2]
        if len(pairs) != 1:
            told = "Select exactly one undecided pair to merge."
            self.message_user(request, told, messages.ERROR)
            return None
        return HttpResponseRedirect(reverse("admin:agreements_organisation_merge", args=pairs[0]))

    @admin.action(description="They are different", permissions=["decide"])
    def different(self, request: HttpRequest, queryset: QuerySet[MatchProposal]) -> None:
        """Remember that they are two, so that no import asks again."""
        undecided = list(queryset.filter(judgement=MatchProposal.Judgement.UNDECIDED))
        for pair in undecided:
            judge(pair, MatchProposal.Judgement.DIFFERENT, request.user)  # type: ignore[arg-type]
        self.message_user(request, f"Kept apart: {len(undecided)}.", messages.SUCCESS)
