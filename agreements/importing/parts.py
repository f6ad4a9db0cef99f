"""The four lists of an agreement as rows: what tells two rows apart, and what a row is made of."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from agreements.importing import statements
from agreements.importing.people import Behalf, People
from agreements.importing.threeway import Values
from agreements.models import (
    Agreement,
    AgreementArea,
    LifecycleEvent,
    Organisation,
    Participation,
    Party,
)
from agreements.records import (
    AgreementRecord,
    AreaRecord,
    LifecycleStep,
    OrganisationRecord,
    PersonRecord,
)
from agreements.vocabulary.kinds import PersonRole


@dataclass(frozen=True, slots=True)
class Settled:
    """What the parts of one agreement refer to."""

    agreement: Agreement
    organisations: Mapping[str, Organisation]
    behalf: Behalf
    people: People
    areas: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Open:
    """Beside the column that tells who: one whose value `least` says no more than another may."""

    who: str
    column: str
    least: str


@dataclass(frozen=True, slots=True)
class Kind:
    """One list. `details` are columns that may change without its being another row.

    `told` names parts for the report, `open` is what of its identity a source may leave open.
    """

    name: str
    model: Any
    statements: Callable[[AgreementRecord], Mapping[str, Any]]
    identity: tuple[str, ...]
    details: Callable[[Any], Values]
    columns: Callable[[str, Any, Settled], Values]
    told: Callable[[Iterable[Any]], list[str]]
    open: Open | None = None


def _party(key: str, said: OrganisationRecord, settled: Settled) -> Values:
    return {
        "organisation_id": settled.organisations[key].pk,
        "unit": said.unit or "",
        "stated_name": said.stated_as or said.name,
    }


def _participation(_: str, said: PersonRecord, settled: Settled) -> Values:
    organisation = settled.behalf.organisation(said.on_behalf_of)
    person = settled.people.settle(said.name, organisation)
    return {
        "person_id": person.pk,
        "role": str(said.role),
        "organisation_id": organisation.pk if organisation else None,
        "position": said.position or "",
        "on_behalf_of": said.on_behalf_of or "",
    }


def _area(_: str, said: AreaRecord, settled: Settled) -> Values:
    return {"area_id": settled.areas[said.code] if said.code else None, "phrase": said.phrase}


def _step(_: str, said: LifecycleStep, __: Settled) -> Values:
    return {"status": str(said.status), "on": said.on or ""}


def _phrases(some: Iterable[AreaRecord]) -> list[str]:
    """Each phrase once, with all the codes that it maps to."""
    codes: dict[str, list[str]] = {}
    for said in some:
        codes.setdefault(said.phrase, []).extend([said.code] if said.code else [])
    return [f"{phrase} ({', '.join(c)})" if c else phrase for phrase, c in codes.items()]


KINDS = (
    Kind(
        "parties",
        Party,
        statements.parties,
        ("organisation_id", "unit"),
        lambda said: {"stated_name": said.stated_as or said.name},
        _party,
        lambda some: [said.name for said in some],
        open=Open("organisation_id", "unit", ""),
    ),
    Kind(
        "people",
        Participation,
        statements.people,
        ("person_id", "role"),
        lambda said: {"position": said.position or ""},
        _participation,
        lambda some: [f"{said.name} ({said.role})" for said in some],
        open=Open("person_id", "role", PersonRole.ATTENDEE),
    ),
    Kind(
        "areas",
        AgreementArea,
        statements.areas,
        ("area_id", "phrase"),
        lambda _: {},
        _area,
        _phrases,
    ),
    Kind(
        "steps",
        LifecycleEvent,
        statements.steps,
        ("status", "on"),
        lambda _: {},
        _step,
        lambda some: [f"{said.status} {said.on or ''}".strip() for said in some],
    ),
)
