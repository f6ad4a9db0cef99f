"""Parties, people and areas of an answer as parts of a record, in the document's own words."""

from collections.abc import Iterable, Iterator

from agreements.extraction.document import Span
from agreements.extraction.english.areas.codes import codes_of
from agreements.extraction.language_model.answer import (
    Area,
    Attendee,
    Institution,
    Partner,
    Signatory,
)
from agreements.extraction.language_model.support import Support
from agreements.names import normalise_organisation, normalise_person
from agreements.records import AreaRecord, OrganisationRecord, PersonRecord
from agreements.vocabulary.kinds import PersonRole

Parties = tuple[OrganisationRecord, ...]
People = tuple[PersonRecord, ...]


def parties(
    slot: str, given: Iterable[Institution | Partner], near: Span, support: Support
) -> Parties:
    """The parties of one side, each once."""
    found: dict[str, OrganisationRecord] = {}
    for party in given:
        quotation = support.quoted(slot, party.name, party.quote, near)
        name = support.worded(slot, party.name, quotation)
        if name is None:
            continue
        unit = support.worded("unit", party.unit, quotation) if party.unit else None
        record = OrganisationRecord(
            name=name.words,
            unit=unit.words if unit else None,
            type=party.type,
            evidence=(name.to(unit) if unit else name).evidence(),
        )
        found.setdefault(f"{normalise_organisation(name.words)}/{record.unit}", record)
    return tuple(found.values())


def people(
    given: Iterable[Signatory], near: Span | None, sides: Parties, support: Support
) -> People:
    """People with what their quotations say of them, each once.

    On whose behalf somebody acts may be said elsewhere: then it is one of the agreements' parties.
    """
    known = {normalise_organisation(party.name): party.name for party in sides}
    return distinct(_people(given, near, known, support))


def _people(
    given: Iterable[Signatory], near: Span | None, known: dict[str, str], support: Support
) -> Iterator[PersonRecord]:
    for person in given:
        role = person.role if isinstance(person, Attendee) else PersonRole.SIGNATORY
        quotation = support.quoted(role, person.name, person.quote, near)
        name = support.worded(role, person.name, quotation)
        if name is None:
            continue
        position = (
            support.worded("position", person.position, quotation) if person.position else None
        )
        behalf = known.get(normalise_organisation(person.on_behalf_of or ""))
        if behalf is None and person.on_behalf_of:
            stated = support.worded("on_behalf_of", person.on_behalf_of, quotation)
            behalf = stated.words if stated else None
        yield PersonRecord(
            name=name.words,
            position=position.words if position else None,
            on_behalf_of=behalf,
            role=role,
            evidence=(name.to(position) if position else name).evidence(),
        )


def distinct(everyone: Iterable[PersonRecord]) -> People:
    """Each person once, as first told."""
    found: dict[str, PersonRecord] = {}
    for person in everyone:
        found.setdefault(normalise_person(person.name), person)
    return tuple(found.values())


def areas(given: Iterable[Area], near: Span, support: Support) -> tuple[AreaRecord, ...]:
    """Phrases of cooperation, each with every term of the vocabulary that it maps to."""
    phrases = (
        support.worded("area", area.phrase, support.quoted("area", area.phrase, area.quote, near))
        for area in given
    )
    return tuple(
        AreaRecord(phrase=words, code=code, evidence=phrase.evidence())
        for words, phrase in {phrase.words: phrase for phrase in phrases if phrase}.items()
        for code in codes_of(words) or (None,)
    )
