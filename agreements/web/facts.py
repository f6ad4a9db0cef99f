"""The plain facts of an agreement, each as its sources state it, also where they disagree."""

from dataclasses import dataclass

from agreements.browse.quotations import Evidence, Quotation
from agreements.models import Agreement, Proposal, Slot
from agreements.vocabulary.kinds import AgreementKind

_DATES = {Slot.SIGNED_ON, Slot.EFFECTIVE_FROM, Slot.EXPIRES_ON}

_LABELS = {
    Slot.KIND: "Kind",
    Slot.SIGNED_ON: "Signed",
    Slot.EFFECTIVE_FROM: "Takes effect",
    Slot.EXPIRES_ON: "Expires",
    Slot.PLACE: "Place",
    Slot.TITLE: "Title",
    Slot.SUMMARY: "Summary",
}
_ALWAYS = {Slot.KIND, Slot.SIGNED_ON, Slot.EXPIRES_ON}
"""Facts whose absence is news to a reader, so that "not stated" is said aloud."""


@dataclass(frozen=True, slots=True)
class Stated:
    """One value of a fact and the quotations that give it; "" where no source states any."""

    value: str
    quotations: list[Quotation]


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact: the catalogue's value first, then what other sources say instead."""

    label: str
    is_date: bool
    stated: list[Stated]

    @property
    def disputed(self) -> bool:
        """Whether two sources disagree."""
        return len(self.stated) > 1


def facts(agreement: Agreement, evidence: Evidence) -> list[Fact]:
    """The facts of one value each, in the order in which a reader asks for them."""
    found = []
    settled: set[tuple[str, str]] | None = None
    for slot, label in _LABELS.items():
        quotations = evidence.of(slot)
        value = getattr(agreement, slot)
        if slot in {Slot.TITLE, Slot.SUMMARY} and not quotations:
            continue  # shown at the head of the page; a row of their own only adds evidence
        if value or quotations or slot in _ALWAYS:
            stated = _stated(slot, value, quotations)
            if len(stated) > 1:
                settled = _decided_against(agreement) if settled is None else settled
                others = (s for s in stated[1:] if (slot, s.quotations[0].value) not in settled)
                stated = [stated[0], *others]
            found.append(Fact(label, slot in _DATES, stated))
    return found


def _decided_against(agreement: Agreement) -> set[tuple[str, str]]:
    """Slots with the values that an editor has turned down, so that they are disputed no longer."""
    decided = agreement.proposals.exclude(status=Proposal.Status.OPEN)
    columns = decided.values_list("slot", "status", "current", "proposed")
    accepted = Proposal.Status.ACCEPTED
    turned_down = ((slot, old if status == accepted else new) for slot, status, old, new in columns)
    return {(slot, value) for slot, value in turned_down if isinstance(value, str)}


def _stated(slot: Slot, value: str, quotations: list[Quotation]) -> list[Stated]:
    agreeing = [quotation for quotation in quotations if _agree(slot, value, quotation.value)]
    stated = [Stated(_shown(slot, value), agreeing)]
    others: dict[str, list[Quotation]] = {}
    for quotation in quotations:
        if quotation not in agreeing:
            others.setdefault(quotation.value, []).append(quotation)
    return stated + [Stated(_shown(slot, other), given) for other, given in others.items()]


def _agree(slot: Slot, value: str, stated: str) -> bool:
    """Whether a source that states `stated` supports `value`; a date agrees as far as it goes."""
    if not stated or slot in {Slot.TITLE, Slot.SUMMARY}:
        return True
    if slot in _DATES:
        return value.startswith(stated) or (bool(value) and stated.startswith(value))
    return value.casefold() == stated.casefold()


def _shown(slot: Slot, value: str) -> str:
    known = slot == Slot.KIND and value in set(AgreementKind)
    return value.replace("_", " ").capitalize() if known else value
