"""What waits for an editor, for the first page of the admin."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import template
from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db.models import QuerySet
from django.urls import reverse

from agreements.models import Agreement, EditorialStatus, MatchProposal, Proposal

register = template.Library()

MOST_COUNTED = 1000
"""A longer queue is not counted: it would cost a look at every row of it."""


@dataclass(frozen=True, slots=True)
class Queue:
    """One kind of thing that waits, how many there are, and where they are listed."""

    label: str
    count: str
    address: str


@register.simple_tag
def waiting(user: AbstractUser | AnonymousUser) -> list[Queue]:
    """The queues that hold something and that this user may look at."""
    return [
        Queue(label, _count(rows), f"{_list(rows)}?{query}")
        for label, rows, query in _queues()
        if user.has_perm(f"agreements.view_{rows.model._meta.model_name}") and rows.exists()
    ]


def _queues() -> Iterator[tuple[str, QuerySet[Any], str]]:
    for status, label in (
        (EditorialStatus.IN_REVIEW, "Agreements in review"),
        (EditorialStatus.DRAFT, "Drafts of agreements"),
    ):
        rows = Agreement.objects.filter(editorial_status=status)
        yield label, rows, f"editorial_status__exact={status}"
    added = Agreement.objects.filter(unreviewed_additions=True)
    yield "Published agreements that imports have added to", added, "unreviewed_additions__exact=1"
    differing = Proposal.objects.filter(status=Proposal.Status.OPEN)
    yield "Facts of which an import says something else", differing, "status__exact=open"
    undecided = MatchProposal.Judgement.UNDECIDED
    alike = MatchProposal.objects.filter(judgement=undecided)
    yield "Organisations that may be one", alike, f"judgement__exact={undecided}"


def _list(rows: QuerySet[Any]) -> str:
    return reverse(f"admin:agreements_{rows.model._meta.model_name}_changelist")


def _count(rows: QuerySet[Any]) -> str:
    counted = rows.order_by()[:MOST_COUNTED].count()
    return f"{counted}" if counted < MOST_COUNTED else f"{MOST_COUNTED} or more"
