"""Who signed, and on whose behalf: people bound to a verb of signing by the grammar around it."""

import re
from dataclasses import dataclass

from agreements.extraction.announcement import Event
from agreements.extraction.document import Span
from agreements.extraction.parties import Parties
from agreements.extraction.people import Person, distinct, same_person
from agreements.extraction.register import Organisation, Register
from agreements.names import LEGAL_FORMS
from agreements.vocabulary.kinds import OrganisationType

_AND = (
    r"[\s,;*]*(?:\band\b|\bas\s+well\s+as\b|\btogether\s+with\b"
    r"|\balong\s+with\b)?[\s,*]*(?:the\s+|by\s+)?"
)
_HONORIFICS = (
    r"(?:(?:Prof(?:essor)?|Dr|Mr|Mrs|Ms|Sir|Datuk|Dato|Seri|Ir|Eng|Engr|Hon|H\.E|habil|Tan"
    r"|Sri)\b\.?’?'?\s*)*"
)
_LIST = re.compile(rf"{_AND}{_HONORIFICS}", re.IGNORECASE)
_TO_VERB = re.compile(
    r"[\s,*]*(?:(?:who|both|also|jointly|formally|then|respectively|officially|have|has|had|later"
    r"|who\s+also|each|both\s+of\s+whom"
    r"|(?:after|when|as|where)\s+(?:they|both|the\s+two))\s*)*",
    re.IGNORECASE,
)
_BY = re.compile(
    rf".*?\b(?:by|(?:university|institution|company|behalf\s+of\s+[\w\s]{{3,60}}?)\s+(?:was|were)"
    rf"|signator(?:y|ies)\s+(?:were|was|are|is)|between"
    rf"|represented\s+by)\s+(?:the\s+)?(?:[\w ]*?representatives?[ ,:]*)?{_HONORIFICS}",
    re.IGNORECASE | re.DOTALL,
)
_WITH = re.compile(rf".*\bwith\s+(?:the\s+)?{_HONORIFICS}", re.IGNORECASE | re.DOTALL)
_REPRESENTED = re.compile(
    rf".*\brepresented\s+by\s+(?:the\s+)?{_HONORIFICS}", re.IGNORECASE | re.DOTALL
)
_LISTED_WITH = re.compile(rf"\s+with\s+(?:the\s+)?{_HONORIFICS}", re.IGNORECASE)
_BEHALF = re.compile(
    r"(?:(?!\bby\b)[\w\s()]){0,60}?\b(?:on\s+behalf\s+of|\bfor)\s+(?:the\s+)?(?P<who>their\b"
    r"|both\b|university|institution|company|(?:[^,.;]){2,80})",
    re.I,
)
_LOOKED_ON = re.compile(
    r"\b(?:(?:witness|attend|accompan|officiat|presid)\w*\s+(?:over\s+)?by"
    rf"|in\s+(?:the\s+)?presence\s+of)\s+(?:the\s+)?{_HONORIFICS}$",
    re.IGNORECASE,
)
_ACADEMIC = re.compile(
    r"\b(?:rector|(?:vice|pro)[- ](?:chancellor|rector)|chancellor|dean|provost|registrar)\b", re.I
)
_COMMERCIAL = re.compile(
    r"\b(?:ceo|cto|cfo|coo|chief\s+\w+\s+officer|managing\s+director|general\s+manager"
    r"|country\s+manager|sales|marketing)\b",
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
                signed.append(Signatory(known, _side(known, event, register, sides)))
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


def _side(person: Person, event: Event, register: Register, sides: Parties) -> str | None:
    if person.position and (found := _spelt_in(person.position, register, sides)):
        return found
    if stated := _on_behalf(person, event, register, sides):
        return stated
    if person.position and (found := named_in(person.position, register, sides)):
        return found
    return person.organisation.words if person.organisation else None


def named_in(position: Span, register: Register, sides: Parties) -> str | None:
    """The party, or else the organisation, that a position names, in its own words there."""
    if found := _spelt_in(position, register, sides):
        return found
    text = position.words
    if re.search(
        r"\b(?:of|at)\s+the\s+(?:university|institution|school|college|institute)\b", text, re.I
    ):
        return sides.institutions[0].name.words if len(sides.institutions) == 1 else None
    if re.search(r"\b(?:of|at)\s+the\s+(?:company|firm|group)\b", text, re.I):
        return sides.partners[0].name.words if len(sides.partners) == 1 else None
    mentioned = register.mentioned(position)
    if not mentioned and (whose := _by_office(text, sides)):
        return whose
    firms = [party for party in sides.partners if party.type is OrganisationType.COMPANY]
    first_words = {party.name.words.split()[0]: party for party in firms}
    for span, _ in mentioned:
        if party := first_words.get(span.words.split()[0]):
            return party.name.words
    return mentioned[-1][0].words if mentioned else None


def _by_office(position: str, sides: Parties) -> str | None:
    """The one party of the side that alone has such an office: rectors are not companies'."""
    for offices, parties in ((_ACADEMIC, sides.institutions), (_COMMERCIAL, sides.partners)):
        if offices.search(position) and len(parties) == 1:
            return parties[0].name.words
    return None


def _spelt_in(position: Span, register: Register, sides: Parties) -> str | None:
    """The name of a party as it stands in a position: the longest form there."""
    text = position.words
    for party in sides.all:
        for spelling in party.spellings:
            if match := re.search(rf"(?<!\w){_pattern(spelling)}(?!\w)", text):
                forms = [
                    s.words for s, _ in register.mentioned(position) if s.words.startswith(match[0])
                ]
                legal = [
                    form for form in forms if form.split()[-1].casefold().strip(".") in LEGAL_FORMS
                ]
                return max(legal, key=len) if legal else match[0]
    return None


def _pattern(spelling: str) -> str:
    return re.escape(spelling).replace(r"\&", "&").replace("&", "(?:&|and)")


def _on_behalf(person: Person, event: Event, register: Register, sides: Parties) -> str | None:
    """The organisation after "on behalf of", where one person signs in this clause."""
    after = max(event.verb.end, person.evidence.end)
    if not event.sentence.span.start <= after < event.sentence.span.end:
        return None
    text = event.sentence.span.document.text[after : event.sentence.span.end]
    match = _BEHALF.match(text)
    if match is None:
        return None
    who = match["who"]
    if (
        re.match(r"(?:the\s+)?(?:university|institution|school|college)\b", who, re.I)
        and sides.institutions
    ):
        return sides.institutions[0].name.words
    if re.match(r"(?:the\s+)?company\b", who, re.I) and sides.partners:
        return sides.partners[0].name.words
    start = after + match.start("who")
    mentioned = register.mentioned(Span(start, start + len(who), person.name.document))
    return mentioned[0][0].words if mentioned else None


def _other_side(signed: list[Signatory], register: Register, sides: Parties) -> list[Signatory]:
    """Where one of two signatories has no side stated, it is the side that the other leaves."""
    if len(signed) != 2 or len(sides.institutions) != 1 or len(sides.partners) != 1:
        return signed
    known = [_party(s.side, register, sides) for s in signed]
    for i, j in ((0, 1), (1, 0)):
        if signed[i].side is None and (theirs := known[j]):
            mine = sides.partners[0] if theirs.academic else sides.institutions[0]
            signed[i] = Signatory(signed[i].person, mine.name.words)
    return signed


def _party(side: str | None, register: Register, sides: Parties) -> Organisation | None:
    if side is None:
        return None
    found = register.resolve(side)
    if found in sides.all:
        return found
    return next((party for party in sides.all if side in party.spellings), None)
