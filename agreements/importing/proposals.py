"""What editors decide about differences that an import left to them."""

from typing import Any

from django.apps import apps
from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from agreements.importing.statements import NOTHING_SAID
from agreements.importing.writing import writing
from agreements.models import Agreement, Proposal


def accept(proposal: Proposal, by: AbstractBaseUser | None = None) -> None:
    """Write what the import says; does nothing for a proposal that was decided before."""
    with writing("accepted proposal", by, proposal=proposal.pk):
        if _decide(proposal, Proposal.Status.ACCEPTED, by):
            _write(proposal)
            Agreement.objects.filter(pk=proposal.agreement_id).refresh_search()


def decline(proposal: Proposal, by: AbstractBaseUser | None = None) -> None:
    """Keep what the catalogue says, also when an import says the same again."""
    with writing("declined proposal", by, proposal=proposal.pk):
        _decide(proposal, Proposal.Status.DECLINED, by)


def _decide(proposal: Proposal, status: Proposal.Status, by: AbstractBaseUser | None) -> bool:
    still_open = Proposal.objects.filter(pk=proposal.pk, status=Proposal.Status.OPEN)
    now = timezone.now()
    decided = bool(still_open.update(status=status, decided_by=by, decided_at=now))
    if decided:  # readers no longer see both values
        Agreement.objects.filter(pk=proposal.agreement_id).update(updated_at=now)
    return decided


def _write(proposal: Proposal) -> None:
    """A proposal is of a slot of the agreement, or of the columns of one of its parts."""
    if isinstance(proposal.proposed, dict):
        columns: dict[str, Any] = dict(proposal.proposed)
        part: Any = apps.get_model("agreements", proposal.slot)
        rows = part.objects.filter(agreement=proposal.agreement_id, pk=columns.pop("pk"))
        rows.update(**columns)
        return
    value = proposal.proposed or NOTHING_SAID.get(proposal.slot, "")
    Agreement.objects.filter(pk=proposal.agreement_id).update(
        **{proposal.slot: value, "updated_at": timezone.now()}
    )
