"""The two sides of a signing, one academic, the other not.

The parties of an event are the organisations in its scope that act there. A side that the
sentence leaves open ("the company", "the two") is looked up in what stands around it.
"""

import re
from dataclasses import dataclass

from agreements.extraction.acting import Sides, sides_in
from agreements.extraction.announcement import Event
from agreements.extraction.body_types import type_of
from agreements.extraction.counted import counted, listed
from agreements.extraction.document import Span
from agreements.extraction.pipeline import Reading
from agreements.extraction.register import Organisation, Register
from agreements.extraction.sentences import Role, Sentence
from agreements.extraction.unnamed import described_party, unnamed_party
from agreements.vocabulary.kinds import OrganisationType

_BOTH_SCHOOLS = re.compile(
    r"\b(?:both|the\s+two)\s+(?:\w+\s+)?(?:universities|schools|colleges|varsities|campuses)\b",
    re.IGNORECASE,
)
"""Words for parties all of which are schools."""
_OPEN = {
    True: re.compile(
        r"\b(?:[Tt]he|[Oo]ur|[Bb]oth|[a-z]+)\s+(?:universit(?:y|ies)|institut\w+|schools?|colleges?"
        r"|campus)\b|\b[Tt]he\s+(?:University|College|Institute|School)\b(?!\s+(?:of|for)\b)"
    ),
    False: re.compile(
        r"\b(?:the|its|both)\s+(?:\w+\s+)?(?:company|companies|firm|enterprise|group|corporation"
        r"|giant)\b",
        re.IGNORECASE,
    ),
}
"""Words for a side that is meant but not named."""
_PASSIVE_WITH = re.compile(
    r"\b(?:was|were|been)\s+(?:\w+ly\s+|also\s+)?(?:signed|inked|exchanged|concluded|sealed)\s+with\b"
)
"""Where only one side is named: "memoranda were signed with X and Y"."""
_WITH = re.compile(r"\bwith\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,3}$")
_OTHERS = r"(?:government|ministry|authorit(?:y|ies)|banks|unions?|clubs?|publishers?|municipality)"
_OFFICE_ACTS = re.compile(rf"\b(?:[Tt]he|a)\s+(?:\w+\s+)?{_OTHERS}\b[^,;]{{0,40}}$")
_OFFICE_AND = re.compile(rf"\b[Tt]he\s+(?:[\w’']+\s+){{0,2}}{_OTHERS}\s+and\s+(?:the\s+)?[A-Z]")
_WITH_OTHERS = re.compile(rf"\bwith\s+(?:the\s+|an?\s+)?(?:\w+\s+)?{_OTHERS}\b")
"""Bodies outside universities that a sentence need not name."""
_MEANT = re.compile(r"\b(?:them|they|both|the\s+two|the\s+(?:parties|sides))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parties:
    """The two sides of one signing."""

    institutions: tuple[Organisation, ...]
    partners: tuple[Organisation, ...]

    @property
    def all(self) -> tuple[Organisation, ...]:
        """Both sides."""
        return self.institutions + self.partners


def parties_of(group: list[Event], register: Register, reading: Reading) -> Parties:
    """The sides of an agreement that several events tell.

    The first event that names both sides itself decides, else the first that names several schools
    and nobody else, else the first around which both sides are named, else the first of all.
    """
    closed, represented = [], []
    for event in group:
        strong, weak, by_people = sides_in(_told(event, reading), register)
        if (strong[True] or weak[True]) and strong[False]:
            return parties(event, register, reading)
        if len(strong[True]) > 1 and _closed(event, strong, academic=False):
            closed.append(event)
        if (strong[True] or by_people[True]) and by_people[False]:
            represented.append(event)
    if any(
        _BOTH_SCHOOLS.search(e.sentence.text) and not _OPEN[False].search(e.sentence.text)
        for e in group
    ):
        return Parties(parties(group[0], register, reading).institutions, ())
    if closed or represented:
        return parties((closed or represented)[0], register, reading)
    found = [parties(event, register, reading) for event in group]
    return next((sides for sides in found if sides.institutions and sides.partners), found[0])


def parties(event: Event, register: Register, reading: Reading) -> Parties:
    """The two sides of an event; a side is empty where nothing in the document names it."""
    further = counted(event.sentence, reading.sentences) + listed(event.sentence, reading.sentences)
    own, _, _ = sides_in(_told(event, reading), register)
    strong, weak, _ = sides_in([*_told(event, reading), *further], register)
    more, less, _ = sides_in([event.sentence.span], register)
    _part_hospitals(strong)
    if not strong[True] and not strong[False] and _MEANT.search(event.sentence.text):
        strong = _both_around(event, register, reading) or strong
    sides = []
    for academic in (True, False):
        found = strong[academic]
        if not found and not (
            _closed(event, own, academic) or _complete(event, register, academic)
        ):
            found = [] if academic else described_party(event, register, reading)
            found = found or weak[academic] or more[academic]
            near, far = _around(event, register, reading, academic)
            found = (
                found or near or (unnamed_party(event, register, reading, True) if academic else [])
            )
            found = found or far or less[academic]
            found = found or unnamed_party(event, register, reading, academic)
        sides.append(tuple(found))
    return Parties(sides[0], sides[1])


def _closed(event: Event, strong: Sides, academic: bool) -> bool:
    """Whether the sentence names all its parties, none of them on this side."""
    known = [party for party in strong[not academic] if academic or party.type is not None]
    text = event.sentence.text
    return len(known) > 1 and not (_OPEN[academic].search(text) or _PASSIVE_WITH.search(text))


def _complete(event: Event, register: Register, academic: bool) -> bool:
    """Whether a sentence says who signed with whom, so that nobody is missing on this side.

    "The ministry signed a contract with Acme" has no school to be looked for elsewhere.
    """
    if not academic or _OPEN[True].search(event.sentence.text):
        return False
    verb, text = event.verb, event.verb.document.text
    mentioned = register.mentioned(event.sentence.span)
    bodies = [span for span, party in mentioned if not party.academic]
    before = text[event.sentence.span.start : verb.start]
    office = _OFFICE_ACTS.search(before) is not None
    acting = any(
        span.end <= verb.start
        and not register.in_position(span)
        and not register.has_person(Span(span.end, verb.start + 1, verb.document))
        for span in bodies
    )
    with_whom = any(
        span.start > verb.end
        and _WITH.search(text[verb.end : span.start])
        and (" " in span.words or type_of(span.words) or (office and not span.words.isupper()))
        for span in bodies
    )
    after = text[verb.end : event.sentence.span.end]
    together = acting and _OFFICE_AND.search(before) is not None
    return together or (
        (acting or office) and (with_whom or _WITH_OTHERS.search(after) is not None)
    )


def _told(event: Event, reading: Reading) -> list[Span]:
    """What tells the event: its scope, and the sentence of the agreement that "it" stands for."""
    if event.sentence.span.covers(event.noun):
        return [event.scope]
    return [event.scope, *(s.span for s in reading.sentences if s.span.covers(event.noun))]


def _part_hospitals(sides: Sides) -> None:
    """A hospital is the partner where a school is on the one side and nobody on the other."""
    hospitals = [p for p in sides[True] if p.type is OrganisationType.HOSPITAL]
    if not sides[False] and 0 < len(hospitals) < len(sides[True]):
        sides[False] = hospitals
        sides[True] = [party for party in sides[True] if party not in hospitals]


def _both_around(event: Event, register: Register, reading: Reading) -> Sides | None:
    """The sides that "they" and "both" stand for: those of a sentence near by that names two."""
    at = reading.sentences.index(event.sentence)
    before, after = reading.sentences[max(0, at - 3) : at], reading.sentences[at + 1 : at + 3]
    for sentence in (*reversed(before), *after):
        strong, _, _ = sides_in([sentence.span], register)
        if sentence.role is not Role.FURNITURE and strong[True] and strong[False]:
            return strong
    return None


def _around(
    event: Event, register: Register, reading: Reading, academic: bool
) -> tuple[list[Organisation], list[Organisation]]:
    """The side from the headline, else from the nearest sentence, earlier ones first.

    What acts in such a sentence, and what is only spoken of before any that acts.
    """
    at = reading.sentences.index(event.sentence)
    order: list[Sentence] = [s for s in reading.sentences[:at] if s.role is Role.HEADING]
    order += [s for s in reversed(reading.sentences[:at]) if s.role is not Role.HEADING]
    order += reading.sentences[at + 1 :]
    far: list[Organisation] = []
    for sentence in order:
        if sentence.role is Role.FURNITURE:
            continue
        strong, weak, _ = sides_in([sentence.span], register)
        some = slice(None) if sentence.role is Role.HEADING else slice(1)
        if strong[academic]:
            return ([] if far else strong[academic][some]), far
        far = far or weak[academic][some]
    return [], far
