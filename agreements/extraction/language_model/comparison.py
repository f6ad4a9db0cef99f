"""How sure one may be of what a model says: as sure as of the rules, where they say the same.

Nobody has measured the model that a user has at hand, so what it says alone has no confidence.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from agreements.extraction.confidence import LISTS, SCALARS
from agreements.extraction.result import Extraction
from agreements.names import normalise_organisation, normalise_person, plain
from agreements.records import AgreementRecord, Evidence

_Said = dict[tuple[str, Any], float | None]
_SAYS: dict[str, Callable[[Any], Any]] = {
    "institution": lambda said: normalise_organisation(said.name),
    "partner": lambda said: normalise_organisation(said.name),
    "signatory": lambda said: (normalise_person(said.name), plain(said.position or "")),
    "person": lambda said: (normalise_person(said.name), plain(said.position or "")),
    "area": lambda said: plain(said.phrase),
    "event": lambda said: said.status,
}
"""What two readings of a part have to agree in, by its sort."""


def compared(extraction: Extraction, by_rules: Extraction) -> Extraction:
    """The extraction with the rules' confidence in every slot of which they say the same."""
    known = _said(by_rules)
    return replace(
        extraction,
        agreements=tuple(_record(record, known) for record in extraction.agreements),
        people=tuple(_part(person, "person", known) for person in extraction.people),
    )


def _said(extraction: Extraction) -> _Said:
    found: _Said = {}
    for record in extraction.agreements:
        for slot in SCALARS:
            if at := record.evidence.get(slot):  # type: ignore[call-overload]
                found[slot, getattr(record, slot)] = at.confidence
        for name, sort in LISTS.items():
            found.update(_parts(getattr(record, name), sort))
    found.update(_parts(extraction.people, "person"))
    return found


def _parts(parts: tuple[Any, ...], sort: str) -> _Said:
    return {(sort, _SAYS[sort](part)): part.evidence.confidence for part in parts if part.evidence}


def _record(record: AgreementRecord, known: _Said) -> AgreementRecord:
    told = {
        slot: _sure(at, known.get((slot, getattr(record, slot))))
        for slot, at in record.evidence.items()
    }
    lists = {
        name: tuple(_part(part, sort, known) for part in getattr(record, name))
        for name, sort in LISTS.items()
    }
    return record.model_copy(update={"evidence": told, **lists})


def _part(part: Any, sort: str, known: _Said) -> Any:
    if part.evidence is None:
        return part
    at = _sure(part.evidence, known.get((sort, _SAYS[sort](part))))
    return part.model_copy(update={"evidence": at})


def _sure(evidence: Evidence, confidence: float | None) -> Evidence:
    return evidence.model_copy(update={"confidence": confidence})
