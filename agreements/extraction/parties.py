"""The two sides of a signing, one academic, the other not.

The parties of an event are the organisations in its scope that act there. A side that the
sentence leaves open ("the company", "the two") is looked up in what stands around it.
"""

import re
from dataclasses import dataclass

from agreements.extraction.acting import Sides, sides_in
from agreements.extraction.announcement import Event
from agreements.extraction.document import Span
from agreements.extraction.pipeline import Reading
from agreements.extraction.register import Organisation, Register
from agreements.extraction.sentences import Role, Sentence
from agreements.extraction.unnamed import unnamed_party

_GOES_ON = re.compile(
    r"\s*(?:So\s+(?:did|have|has)|Also\s+signing|Other\s+(?:signatories|parties))\b"
)


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
    closed = []
    for event in group:
        strong, weak = sides_in(_told(event, reading), register)
        if (strong[True] or weak[True]) and strong[False]:
            return parties(event, register, reading)
        if len(strong[True]) > 1 and _closed(event, strong, academic=False):
            closed.append(event)
    if closed:
        return parties(closed[0], register, reading)
    found = [parties(event, register, reading) for event in group]
    return next((sides for sides in found if sides.institutions and sides.partners), found[0])


def parties(event: Event, register: Register, reading: Reading) -> Parties:
    """The two sides of an event; a side is empty where nothing in the document names it."""
    strong, weak = sides_in([*_told(event, reading), *_continuations(event, reading)], register)
    more, less = sides_in([event.sentence.span], register)
    sides = []
    for academic in (True, False):
        found = strong[academic]
        if not found and not _closed(event, strong, academic):
            found = weak[academic] or more[academic]
            found = found or _around(event, register, reading, academic) or less[academic]
            found = found or unnamed_party(event, register, reading, academic)
        sides.append(tuple(found))
    return Parties(sides[0], sides[1])


def _closed(event: Event, strong: Sides, academic: bool) -> bool:
    """Whether the sentence names all its parties, none of them on this side."""
    known = [party for party in strong[not academic] if academic or party.type is not None]
    return len(known) > 1 and not _OPEN[academic].search(event.sentence.text)


def _told(event: Event, reading: Reading) -> list[Span]:
    """What tells the event: its scope, and the sentence of the agreement that "it" stands for."""
    if event.sentence.span.covers(event.noun):
        return [event.scope]
    return [event.scope, *(s.span for s in reading.sentences if s.span.covers(event.noun))]


def _continuations(event: Event, reading: Reading) -> list[Span]:
    """The sentence after the event where it goes on counting parties: "So did X, Y and Z"."""
    at = reading.sentences.index(event.sentence)
    following = reading.sentences[at + 1 : at + 2]
    return [sentence.span for sentence in following if _GOES_ON.match(sentence.text)]


def _around(
    event: Event, register: Register, reading: Reading, academic: bool
) -> list[Organisation]:
    """The side from the headline, else from the nearest sentence, earlier ones first."""
    at = reading.sentences.index(event.sentence)
    order: list[Sentence] = [s for s in reading.sentences[:at] if s.role is Role.HEADING]
    order += [s for s in reversed(reading.sentences[:at]) if s.role is not Role.HEADING]
    order += reading.sentences[at + 1 :]
    for sentence in order:
        if sentence.role is Role.FURNITURE:
            continue
        strong, weak = sides_in([sentence.span], register)
        if found := strong[academic] or weak[academic]:
            return found if sentence.role is Role.HEADING else found[:1]
    return []
