"""The two sides of a signing, one academic, the other not.

The parties of an event are the organisations in its scope that act there. A side that the
sentence leaves open ("the company", "the two") is looked up in what stands around it.
"""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from agreements.extraction.affiliations import is_school_by_its_people
from agreements.extraction.announcement import Event
from agreements.extraction.body_types import is_undertaking, type_of
from agreements.extraction.countries import country_of
from agreements.extraction.document import Span
from agreements.extraction.organisation_names import only_fields
from agreements.extraction.organisations import SCHOOL_ACRONYM, is_slot
from agreements.extraction.pipeline import Reading
from agreements.extraction.register import Organisation, Register
from agreements.extraction.sentences import Role, Sentence
from agreements.vocabulary.kinds import INSTITUTION_TYPES, OrganisationType

_ASIDE = re.compile(
    r"(?:according\s+to|part\s+of|subsidiary\s+of|(?:arm|unit|member|division|branch)\s+of|told"
    r"|reported\s+by|supported\s+by"
    r"|coordinated\s+by|represented\s+by(?:\s+(?:its|their))?|headquarters\s+of|campus\s+of|park\s+of|organi[sz]ed\s+by|academy\s+of"
    r"|fellow\s+of|visited?"
    r"|member\s+of\s+the|hosted\s+by|welcomed\s+by|invitation\s+of|(?:held|place|signed|ceremony"
    r"|campus)\s+(?:at|in))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    r"(?:\b[A-Z][\w’'.-]*|\)),\s+(?:an?|one\s+of)\s+(?!.*\b(?:sign|ink|between))[^,.;:()]{3,90}"
    r"\b(?:of|in|by|under|at|from|and|with|for)\s+(?:the\s+)?$"
)
"""Within what only describes a party: "X, a joint venture of Y and"."""
_DEGREE = re.compile(
    r"\b(?:Doctor|Bachelor|Master|Diploma|Candidate|Degree|Professor)s?\s+(?:of|in)\s+$", re.I
)
_PLACED = re.compile(r"\b(?:at|in|within|inside|on|about)\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)
_INDEFINITE = re.compile(r"\b(?:an?|new|joint|another|future|first)\s+$", re.IGNORECASE)
_ATTRIBUTED = re.compile(
    r"\b(?:(?:said|says|explained)\s(?!.*\b(?:sign|ink|enter|partner|agree|between))[^.;]{0,80}"
    r"|(?:studied|graduated|educated|taught|doctorate|degree|alumn\w+|graduates?|students|teachers"
    r"|researchers|lecturers|scientists|staff)\s+(?:[a-z]+\s+){0,4}(?:at|from|of)\s+(?:the\s+)?)$"
)
"""Before a body that only employs or taught who is spoken of: "…, said a professor of X"."""
_SPEAKS = re.compile(
    r"\s+(?:said|says|explained|added|noted)\s+(?!it\b|they\b|that\s|on\b|today|yesterday|in\b|\w+day\b)"
)
"""After a body whose professor or manager only comments."""
_AND = re.compile(r"\s*(?:,|,?\s+and)\s+(?:the\s+)?")
_SCHOOL = re.compile(
    r"\b(?:the|our)\s+(?:school|university|college|institute|campus|students)\b", re.IGNORECASE
)
_FOUNDED = re.compile(
    r"\b(?:establish|launch|creat|set(?:ting)?\s+up|build|found|inaugurat|co-found|open|commenc"
    r"|introduc)\w*\s+"
    r"(?:of\s+)?(?:the\s+|its\s+|their\s+)?(?:[a-z]+\s+){0,2}$",
    re.IGNORECASE,
)
"""Before what the agreement is to bring about, which is no party to it."""
_PRESENT = re.compile(
    r"\b(?:in\s+the\s+presence\s+of|witnessed\s+by|attended\s+by|in\s+attendance)\b"
    r"(?!.*\b(?:signed|inked|between)\b)",
    re.DOTALL,
)
"""Where a sentence turns from those who act to those who look on."""
_OWNER = re.compile(r"(?P<name>[A-Z][\w.-]*(?:\s+[A-Z][\w.-]*)*)['’]s\s+$")
_COMMON_ACRONYM = re.compile(
    r"^(?:the\s+)?(?:M[Oo][Uu]s?|ICT|AI|IT|CEO|CTO|R&D|USA?|UK|EU|UN|IOT|HR|STEM|CPC|MoA|LoI"
    r"|Memorandum.*|5G)$"
)
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
        strong, weak = _in_scopes(_told(event, reading), register)
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
    strong, weak = _in_scopes([*_told(event, reading), *_continuations(event, reading)], register)
    more, less = _in_scopes([event.sentence.span], register)
    sides = []
    for academic in (True, False):
        found = strong[academic]
        if not found and not _closed(event, strong, academic):
            found = weak[academic] or more[academic]
            found = found or _around(event, register, reading, academic) or less[academic]
            found = found or _unnamed(event, register, reading, academic)
        sides.append(tuple(found))
    return Parties(sides[0], sides[1])


def _closed(event: Event, strong: "Sides", academic: bool) -> bool:
    """Whether the sentence names all its parties, none of them on this side."""
    known = [party for party in strong[not academic] if academic or party.type is not None]
    return len(known) > 1 and not _OPEN[academic].search(event.sentence.text)


Sides = dict[bool, list[Organisation]]


def _in_scopes(scopes: list[Span], register: Register) -> tuple[Sides, Sides]:
    """Organisations by side: those that act, and those that are only spoken of."""
    strong: Sides = {True: [], False: []}
    weak: Sides = {True: [], False: []}
    for scope in scopes:
        present = _PRESENT.search(scope.quotation)
        onlookers = scope.start + present.start() if present else scope.end
        found = _without_definitions(register.mentioned(scope))
        found = _without_owners(_without_descriptions(found))
        left_out: tuple[Span, bool] | None = None
        for span, organisation in found:
            text = span.document.text
            before = text[max(0, span.start - 120) : span.start]
            goes_on = (
                left_out is not None
                and left_out[1] == organisation.academic
                and _AND.fullmatch(text, left_out[0].end, span.start)
            )
            if goes_on or _is_spoken_of(before, organisation) or _SPEAKS.match(text, span.end):
                left_out = (span, organisation.academic)
                continue
            aside = any(form.search(before) for form in (_PLACED, _ASIDE, _APPOSED))
            aside = aside or span.start > onlookers
            hidden = register.in_position(span) or bool(aside)
            side = (weak if hidden else strong)[organisation.academic]
            if organisation not in side:
                side.append(organisation)
    return strong, weak


def _is_spoken_of(before: str, organisation: Organisation) -> bool:
    """Whether what stands before a name makes it no party: "a new …", "to open the …"."""
    if _INDEFINITE.search(before) or _ATTRIBUTED.search(before) or _FOUNDED.search(before):
        return True
    owner = _OWNER.search(before)
    if owner is None or type_of(owner["name"]) in INSTITUTION_TYPES:
        return before.endswith(("'s ", "’s "))
    own_body = organisation.type is OrganisationType.UNIVERSITY and organisation.academic
    return not own_body and country_of(owner["name"]) is None


def _without_definitions(
    found: list[tuple[Span, Organisation]],
) -> list[tuple[Span, Organisation]]:
    """Leave out the acronym that only stands after the name it is short for."""
    again = {
        after
        for (span, full), (after, short) in pairwise(found)
        if full == short and span.document.text[span.end : after.start].strip() == "("
    }
    return [(span, organisation) for span, organisation in found if span not in again]


def _without_owners(
    found: list[tuple[Span, Organisation]],
) -> list[tuple[Span, Organisation]]:
    """Leave out who only owns the university named next: "Acme Group's Beta University"."""
    owners = {
        span
        for (span, owner), (following, owned) in pairwise(found)
        if span.document.text[span.end : following.start] in {"'s ", "’s "}
        and not owner.academic
        and owned.type is OrganisationType.UNIVERSITY
    }
    return [(span, organisation) for span, organisation in found if span not in owners]


def _without_descriptions(
    found: list[tuple[Span, Organisation]],
) -> list[tuple[Span, Organisation]]:
    """Leave out what only describes the next: "the national ICT institute, X Institute, signed"."""
    kept = []
    for number, (span, organisation) in enumerate(found):
        text = span.document.text
        following = found[number + 1][0] if number + 1 < len(found) else None
        described = (
            following is not None
            and text[: span.start].endswith("the ")
            and text[span.end : following.start] == ", "
            and found[number + 1][1].academic == organisation.academic
            and re.match(
                r"\s*(?:\([^)]*\)\s*)?,?\s*(?:and\b|&)|, [A-Z][^.]* and ", text[following.end :]
            )
            is None
        )
        if not described:
            kept.append((span, organisation))
    return kept


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
        strong, weak = _in_scopes([sentence.span], register)
        if found := strong[academic] or weak[academic]:
            return found if sentence.role is Role.HEADING else found[:1]
    return []


def _unnamed(
    event: Event, register: Register, reading: Reading, academic: bool
) -> list[Organisation]:
    """A party whose name does not show what it is.

    A school is then an acronym that has a rector or deans, or that the text uses throughout while
    it speaks of "the school"; a partner is what the name recogniser takes for an organisation in
    the sentence of the event.
    """
    if academic:
        spans = _school_acronyms(event, reading, register)
    else:
        spans = [
            span
            for span in reading.names("ORG")
            if event.sentence.span.covers(span) and _could_be_party(span, register)
        ]
        spans += register.unsure_in(event.sentence.span)
    unknown = [span for span in spans if not register.names_at(span)]
    return [Organisation(span, None, (), academic) for span in unknown[:1]]


def _could_be_party(span: Span, register: Register) -> bool:
    name, before = span.words, span.document.text[max(0, span.start - 60) : span.start]
    described = _COMMON_ACRONYM.match(name) or only_fields(name) or is_undertaking(name)
    aside = register.in_position(span) or register.is_person(span)
    aside = aside or SCHOOL_ACRONYM.fullmatch(name) is not None
    listed = is_slot(before) or before.endswith(("and ", ", ", "and the ")) or not before.strip()
    return listed and not (described or aside or _PLACED.search(before) or _DEGREE.search(before))


def _school_acronyms(event: Event, reading: Reading, register: Register) -> list[Span]:
    text = reading.document.text
    uses = Counter(re.findall(r"\b[A-Z]{3,7}\b", text))
    unknown = [
        name
        for name, _ in uses.most_common()
        if not _COMMON_ACRONYM.match(name) and register.resolve(name) is None
    ]
    told = [name for name in unknown if re.search(rf"\b{name}\b", event.sentence.text)]
    names = [name for name in told if is_school_by_its_people(name, text)]
    if not names and _SCHOOL.search(text):
        names = [name for name in unknown if uses[name] > 2]
    return [
        Span(match.start(), match.end(), reading.document)
        for name in names[:1]
        for match in re.finditer(rf"\b{name}\b", text)
    ]
