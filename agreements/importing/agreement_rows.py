"""The row of an agreement itself: made with a readable address, changed, published."""

from collections.abc import Mapping, Sequence

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from agreements.importing import statements
from agreements.importing.desk import Desk
from agreements.importing.threeway import Difference
from agreements.models import Agreement, EditorialStatus
from agreements.names import normalise_organisation, slugify_name
from agreements.records import AgreementRecord

_NAME_IN_SLUG = 50


def create(desk: Desk, record: AgreementRecord, key: str) -> Agreement:
    """The row of a new agreement, a draft."""
    made = desk.add(
        Agreement(
            key=key,
            slug=_slug(record),
            announced_on=record.announced_on or "",
            **_columns(statements.scalars(record)),
        )
    )
    desk.enter_agreement(made)
    return made


def _slug(record: AgreementRecord) -> str:
    """First institution, first partner, kind, year."""
    names = (_short(party.name) for party in (record.institutions[0], record.partners[0]))
    year = (record.signed_on or record.announced_on or "")[:4]
    return "-".join(word for word in (*names, slugify_name(record.kind), year) if word)


def _short(name: str) -> str:
    """A name for an address, cut between two words."""
    slug = slugify_name(normalise_organisation(name), _NAME_IN_SLUG + 1)
    return slug if len(slug) <= _NAME_IN_SLUG else slug.rpartition("-")[0] or slug


def _columns(scalars: Mapping[str, str]) -> dict[str, str]:
    nothing = statements.NOTHING_SAID
    return {slot: value or nothing.get(slot, "") for slot, value in scalars.items()}


def change(desk: Desk, agreement: Agreement, differences: Sequence[Difference]) -> None:
    """Write what was taken over from a record."""
    if differences:
        taken = _columns({difference.slot: difference.theirs for difference in differences})
        desk.change(agreement, **taken, updated_at=timezone.now())


def publish(desk: Desk, agreement: Agreement, by: AbstractBaseUser | None) -> bool:
    """Publish a draft on which nobody has decided yet; returns whether it was one."""
    if agreement.editorial_status != EditorialStatus.DRAFT or agreement.reviewed_at:
        return False
    desk.lock(agreement)
    if agreement.editorial_status != EditorialStatus.DRAFT or agreement.reviewed_at:
        return False
    desk.change(
        agreement,
        editorial_status=EditorialStatus.PUBLISHED,
        reviewed_by_id=by.pk if by else None,
        reviewed_at=timezone.now(),
    )
    return True
