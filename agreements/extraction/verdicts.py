"""What makes a telling an agreement of the catalogue, in whatever language it is told."""

from collections.abc import Collection, Sequence

from agreements.extraction.document import Span
from agreements.extraction.events import Event
from agreements.extraction.result import Rejection
from agreements.records import AgreementRecord
from agreements.vocabulary.kinds import AgreementKind, OrganisationType

_PLAIN = frozenset({AgreementKind.COOPERATION_AGREEMENT, AgreementKind.OTHER})


def falls_short(institutions: Collection[object], partners: Collection[object]) -> str | None:
    """Why parties on these two sides make no agreement, or None."""
    if not institutions:
        return "no university, college or institute is named among the parties"
    if not partners:
        return "no company or other partner outside the universities is named among the parties"
    return None


def kind_of(group: Sequence[Event]) -> tuple[AgreementKind, Span]:
    """The kind that the events name, and where.

    A plain "agreement" gives way to a fuller name, one that tells only the matter ("research
    agreement") to the name of a sort of paper.
    """
    fuller = [event for event in group if event.kind not in _PLAIN]
    papers = [event for event in fuller if event.kind is not AgreementKind.RESEARCH_AGREEMENT]
    event = next(iter(papers or fuller or group))
    return event.kind, event.noun


def with_company(
    records: list[AgreementRecord], rejected: list[Rejection]
) -> tuple[list[AgreementRecord], list[Rejection]]:
    """Records, unless government bodies are the only partners in all of them."""
    partners = [partner for record in records for partner in record.partners]
    if partners and all(partner.type is OrganisationType.GOVERNMENT for partner in partners):
        why = "the only partner is a government body; no company is among the parties"
        return [], [*rejected, Rejection(why, partners[0].evidence)]
    return records, rejected
