"""Who signed, and on whose behalf: people bound to a verb of signing by the grammar around it."""

import re
from dataclasses import dataclass

from agreements.extraction.announcement import Event
from agreements.extraction.parties import Parties
from agreements.extraction.people import Person, distinct, same_person
from agreements.extraction.register import Register
from agreements.extraction.sides import HONORIFICS, party_of, side_of

_DEGREES = (
    r"(?:,?\s*(?:(?-i:[A-Z]{2,4})|(?-i:[A-Z])\.\s?(?-i:[A-Z])[a-z]{0,3}\.?|Ph\.?D\.?)"
    r"(?=[\s,.;]))*"
)
_SEAT = r"(?:\s*\((?:[\w\s]{0,16}\b)?(?:left|right|centre|center|middle)\b[^()]{0,12}\))?"
_OF = (
    r"(?:\s+(?:of|from|at|to)\s+(?:the\s+)?(?-i:[A-Z])[\w.&’'-]*"
    r"(?:\s+(?:(?:of|for|the|&)\s+)?(?-i:[A-Z])[\w.&’'-]*){0,6})?"
)
"""What may follow a name: degrees, a seat in a picture, the body that a position is at."""
_AND = (
    rf"{_DEGREES}{_SEAT}{_OF}"
    r"[\s,;*]*(?:\band\b|\bas\s+well\s+as\b|\btogether\s+with\b"
    r"|\balong\s+with\b)?[\s,*]*(?:the\s+|by\s+)?"
)
_LIST = re.compile(rf"{_AND}{HONORIFICS}", re.IGNORECASE)
_TO_VERB = re.compile(
    rf"{_DEGREES}{_SEAT}{_OF}[\s,*]*"
    r"(?:(?:on\s+behalf\s+of|representing|for)\s+(?:the\s+)?(?:two|both|their)\s+"
    r"(?:respective\s+)?\w+[\s,]*)?"
    r"(?:represented\s+(?:their|both|the)\b[\w\s]{0,40}?\bas\s+(?:the\s+)?|were\s+(?:the\s+)?)?"
    r"(?:(?:who|both|also|jointly|formally|then|respectively|officially|have|has|had|later"
    r"|who\s+also|each|both\s+of\s+whom"
    r"|(?:after|when|as|where)\s+(?:they|both|the\s+two))\s*)*",
    re.IGNORECASE,
)
_BY = re.compile(
    rf".*?\b(?:by|(?:on\s+behalf\s+of|for)\s+[\w\s.&()]{{2,60}}?\s+(?:was|were)|(?:university|institution|company|behalf\s+of\s+[\w\s]{{3,60}}?)\s+(?:was|were)"
    rf"|signator(?:y|ies)\s+(?:were|was|are|is)|between"
    rf"|represented\s+by)\s+(?:the\s+)?(?:[\w ]*?representatives?[ ,:]*)?{HONORIFICS}",
    re.IGNORECASE | re.DOTALL,
)
_WITH = re.compile(rf".*\bwith\s+(?:the\s+)?{HONORIFICS}", re.IGNORECASE | re.DOTALL)
_REPRESENTED = re.compile(
    rf".*\brepresented\s+by\s+(?:the\s+)?{HONORIFICS}", re.IGNORECASE | re.DOTALL
)
_LISTED_WITH = re.compile(rf"\s+with\s+(?:the\s+)?{HONORIFICS}", re.IGNORECASE)
_LOOKED_ON = re.compile(
    r"\b(?:(?:witness|attend|accompan|officiat|presid)\w*\s+(?:over\s+)?by"
    rf"|in\s+(?:the\s+)?presence\s+of)\s+(?:the\s+)?{HONORIFICS}$",
    re.IGNORECASE,
)
_CLAUSE = 420
"""Characters: people further from the verb than this are not its subject."""


@dataclass(frozen=True, slots=True)
class Signatory:
    """Somebody who signed, and the words that say for whom (None: the text does not tell)."""

    person: Person
    side: str | None


def signatories(
    events: list[Event], found: list[Person], register: Register, sides: Parties
) -> list[Signatory]:
    """Who signed what these events tell, in order of mention, each once."""
    signed: list[Signatory] = []
    everyone = distinct(found)
    for event in events:
        here = [person for person in found if event.sentence.span.covers(person.name)]
        for person in _signing(event, here) or _pronoun(event, found):
            known = person if person.position else same_person(person, everyone) or person
            if all(known.name.words != other.person.name.words for other in signed):
                signed.append(Signatory(known, side_of(known, event, register, sides)))
    return _other_side(signed, register, sides)


def _signing(event: Event, people: list[Person]) -> list[Person]:
    before = [p for p in people if p.evidence.end <= event.verb.start]
    after = [p for p in people if p.evidence.start >= event.verb.end]
    subject = _subject(event, before)
    scoped = [p for p in after if event.scope.covers(p.name) or event.scope == event.sentence.span]
    agents = _agents(event, scoped)
    if subject or not agents:
        agents = agents + [p for p in _led_by(_WITH, event, scoped) if subject and p not in agents]
    agents += [p for p in _led_by(_REPRESENTED, event, scoped) if p not in agents]
    return subject + agents


def _subject(event: Event, before: list[Person]) -> list[Person]:
    """The people right before the verb, joined by commas and "and"."""
    if event.verb.quotation.casefold() in {"signing", "signings", "signature", "signatures"}:
        return []
    text = event.sentence.span.document.text
    chain: list[Person] = []
    at, gap = event.verb.start, _TO_VERB
    for person in reversed(before):
        between = text[person.evidence.end : at]
        if not (gap.fullmatch(between) or (chain and _LISTED_WITH.fullmatch(between))):
            break
        chain.insert(0, person)
        at, gap = person.evidence.start, _LIST
    return chain


def _pronoun(event: Event, found: list[Person]) -> list[Person]:
    """ "he signed": the last person of the sentence before."""
    before = event.sentence.span.document.text[event.sentence.span.start : event.verb.start]
    if not re.search(r"\b(?:he|she)\s+(?:also\s+)?$", before, re.IGNORECASE):
        return []
    earlier = [p for p in found if p.sentence.span.end <= event.sentence.span.start]
    return (
        earlier[-1:] if earlier and earlier[-1].sentence.block >= event.sentence.block - 1 else []
    )


def _agents(event: Event, after: list[Person]) -> list[Person]:
    """ "signed by A and B": the people after "by"."""
    return _led_by(_BY, event, after)


def _led_by(lead: re.Pattern[str], event: Event, after: list[Person]) -> list[Person]:
    """The list of people that opens where `lead` matches what stands before its first."""
    text = event.sentence.span.document.text
    chain: list[Person] = []
    at = event.verb.end
    for person in after:
        between = text[at : person.evidence.start]
        if chain:
            if not _LIST.fullmatch(between):
                break
        elif len(between) > _CLAUSE or not lead.fullmatch(between) or _LOOKED_ON.search(between):
            continue
        chain.append(person)
        at = person.evidence.end
    return chain


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
