"""Who signed an agreement, and on whose behalf."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agreements.extraction.blocks import Role
from agreements.extraction.document import Span
from agreements.extraction.english.findings import Findings
from agreements.extraction.english.parties.parties import Parties
from agreements.extraction.english.parties.register import Register
from agreements.extraction.english.parties.sides import party_of, side_of
from agreements.extraction.english.people.marking import Marked, marked
from agreements.extraction.english.people.people import Person, distinct, same_person
from agreements.extraction.english.signatories.behalf import represented
from agreements.extraction.english.signatories.signing import may_sign, signing
from agreements.extraction.events import Event

_NEAR = 3
"""Characters between a sentence about "he" and the one before."""
_PRONOUN = re.compile(r"\b(?:he|she)\s+(?:also\s+)?(?:signed|inked)\b", re.IGNORECASE)
_BOTH = re.compile(
    r"\b(?:both|they|the\s+two)\s+(?:then\s+|also\s+)?(?:signed|inked)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Signatory:
    """Somebody who signed, and the words that say for whom (None: the text does not tell)."""

    person: Person
    side: str | None


def signatories(group: list[Event], findings: Findings, sides: Parties) -> list[Signatory]:
    """Who signed what these events tell, in order of mention, each once."""
    signed: list[Signatory] = []
    everyone = distinct(findings.named)
    for sentence, people in _clauses(group, findings):
        for person, stated in _signing(sentence, people, findings, sides):
            if any(person.name.words in party.spellings for party in sides.all):
                continue  # a body that looks like a name
            known = _fullest(person, everyone)
            if stated is None and known is not person:
                stated = _acting_for(known, findings, sides)
            if all(known.name.words != other.person.name.words for other in signed):
                side = side_of(known, stated, findings.register, sides)
                signed.append(Signatory(known, side))
    return _other_side(signed, findings.register, sides)


def _fullest(person: Person, everyone: list[Person]) -> Person:
    """The naming with a position; of two that have one, that of the full name."""
    same = same_person(person, everyone) or person
    fuller = " " in same.name.words and " " not in person.name.words
    return same if fuller or not person.position else person


def _acting_for(person: Person, findings: Findings, sides: Parties) -> str | None:
    """For whom somebody acts where the full name stands: "President A B for X"."""
    clause = _marked(person.sentence.span, findings)
    mark = next((m for m in clause.people_in(clause.text) if clause.person(m) == person), None)
    return represented(clause, mark, sides) if mark else None


def _clauses(group: list[Event], findings: Findings) -> Iterator[tuple[Span, list[Person]]]:
    """Sentences that may tell who signed, with those who may: first where the signing is told.

    Of a sentence that tells several agreements, only the people before the verb and those that
    stand with this agreement count, and what other sentences tell may be of another agreement.
    """
    for event in reversed({e.sentence.span: e for e in reversed(group)}.values()):
        people = [p for p in findings.named if event.sentence.span.covers(p.name)]
        if event.scope != event.sentence.span:
            people = [p for p in people if p.name < event.verb or event.scope.covers(p.name)]
        yield event.sentence.span, people
    if any(event.scope != event.sentence.span for event in group):
        return
    told = {event.sentence.span for event in findings.told}
    for sentence in findings.reading.sentences:
        if sentence.role is Role.FURNITURE or sentence.span in told:
            continue
        people = [p for p in findings.named if sentence.span.covers(p.name)]
        if people and may_sign(sentence.text):
            yield sentence.span, people


def _signing(
    sentence: Span, people: list[Person], findings: Findings, sides: Parties
) -> Iterator[tuple[Person, str | None]]:
    """Those who sign in a sentence, each with the party that it says they sign for."""
    clause = _marked(sentence, findings)
    marks = signing(clause)
    for mark in marks:
        if (person := clause.person(mark)) in people:
            yield person, represented(clause, mark, sides)
    if not marks:
        yield from ((person, None) for person in _meant(sentence, findings.named))


def _meant(sentence: Span, named: list[Person]) -> Iterator[Person]:
    """Those named before whom a sentence means that names nobody: "both signed", "he signed"."""
    before = [person for person in named if person.name.end <= sentence.start]
    if _BOTH.search(sentence.quotation) and len(two := distinct(before)) == 2:
        yield from two
    near = bool(before) and sentence.start - before[-1].sentence.span.end < _NEAR
    if near and _PRONOUN.search(sentence.quotation):
        yield before[-1]


def _marked(sentence: Span, findings: Findings) -> Marked:
    named = [p for p in findings.named if sentence.covers(p.name)]
    bodies = [span for span, _ in findings.register.mentioned(sentence)]
    return marked(sentence, named, bodies)


def _other_side(signed: list[Signatory], register: Register, sides: Parties) -> list[Signatory]:
    """Where one of two signatories has no side stated, it is the side that the other leaves."""
    if len(signed) != 2 or len(sides.institutions) != 1 or len(sides.partners) != 1:
        return signed
    known = [party_of(s.side, register, sides) for s in signed]
    for i, j in ((0, 1), (1, 0)):
        if signed[i].side is None and (theirs := known[j]):
            mine = sides.partners[0] if theirs.academic else sides.institutions[0]
            signed[i] = Signatory(signed[i].person, mine.name.words)
    return signed
