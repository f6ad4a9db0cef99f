"""A party whose name does not show what it is.

A school is then an acronym that has a rector or deans, or that the text uses throughout while it
speaks of "the school"; a partner is what the name recogniser takes for an organisation in the
sentence of the event.
"""

import re
from collections import Counter

from agreements.extraction.document import Span
from agreements.extraction.english.organisations.affiliations import is_school_by_its_people
from agreements.extraction.english.organisations.body_types import (
    is_common,
    is_undertaking,
    type_of,
)
from agreements.extraction.english.organisations.disciplines import only_fields
from agreements.extraction.english.organisations.names import names_in
from agreements.extraction.english.organisations.organisations import is_slot
from agreements.extraction.english.organisations.slots import SCHOOL_ACRONYM, is_governed
from agreements.extraction.english.parties.acting import PLACED
from agreements.extraction.english.parties.register import Organisation, Register
from agreements.extraction.english.pipeline import Reading
from agreements.extraction.events import Event
from agreements.vocabulary.kinds import OrganisationType

_DEGREE = re.compile(
    r"\b(?:Doctor|Bachelor|Master|Diploma|Candidate|Degree|Professor)s?\s+(?:of|in)\s+$", re.I
)
_COMPANY = re.compile(
    r"\b[Tt]he\s+(?:\w+\s+)?(?:company|firm|group|carmaker|bank|manufacturer|maker)\b"
)
_SCHOOL = re.compile(
    r"\b(?:the|our)\s+(?:school|university|college|institute|campus|students)\b", re.IGNORECASE
)
_COMMON_ACRONYM = re.compile(
    r"^(?:the\s+)?(?:M[Oo][UuAa]s?|ICT|AI|IT|CEO|CTO|R&D|USA?|UK|EU|UN|IOT|HR|STEM|CPC|MoA|LoI"
    r"|WAM|APP|PTI|ANI|AFP|KUNA|QNA|NAN|GNA|TASS"
    r"|Memorandum.*|5G)$"
)


_DESCRIBED = re.compile(
    r"\bwith\s+(?:an?|one\s+of\s+\w+)\s[^.,;]{0,80}?\b(?:company|firm|maker|manufacturer|bank|giant"
    r"|provider|developer|operator|group|enterprise|start-?up|conglomerate|producer|supplier)\b",
    re.IGNORECASE,
)
"""A partner that the signing only describes: "with an American maker of drives"."""
_GIVES = re.compile(r"\b(?:from|sees?)\s+(?:the\s+)?$")
"""Before whoever an agreement brings something from: "equipment from Acme under an agreement"."""
_BESIDE_SCHOOL = re.compile(
    r"\b(?:[Tt]he\s+(?:university|college|school|institut\w+)\s+and\s+(?:the\s+)?|between\s+)$"
)


def described_party(event: Event, register: Register, reading: Reading) -> list[Organisation]:
    """The partner that a signing only describes, if a later sentence names it beside the school."""
    if not _DESCRIBED.search(event.sentence.text):
        return []
    at = reading.sentences.index(event.sentence)
    for sentence in reading.sentences[at + 1 :]:
        for span in names_in(sentence.span):
            before = span.document.text[sentence.span.start : span.start]
            if _BESIDE_SCHOOL.search(before) and type_of(span.words) in (
                None,
                OrganisationType.COMPANY,
            ):
                return [register.resolve(span.words) or Organisation(span, None, (), False)]
    return []


def unnamed_party(
    event: Event, register: Register, reading: Reading, academic: bool
) -> list[Organisation]:
    """The one party of a side that an event may mean by a name of no known kind."""
    if academic:
        spans = _school_acronyms(event, reading, register)
    else:
        spans = [
            span
            for span in reading.names("ORG")
            if event.sentence.span.covers(span) and _could_be_party(span, register)
        ]
        spans += register.unsure_in(event.sentence.span)
        spans += _named_before(event, reading)
        peoples = reading.names("NORP")
        spans = [span for span in spans if not any(name.covers(span) for name in peoples)]
    text = reading.document.text
    unknown = [s for s in spans if not (register.names_at(s) or _is_plain_word(s.words, text))]
    return [Organisation(span, None, (), academic) for span in unknown[:1]]


def _is_plain_word(name: str, text: str) -> bool:
    """Whether a word stands small elsewhere, so that it is no name: "Student"."""
    return name.isalpha() and re.search(rf"\b{name.lower()}\b", text) is not None


def _named_before(event: Event, reading: Reading) -> list[Span]:
    """What "the company" may mean: a name in the two sentences before that no rule knows."""
    if not _COMPANY.search(event.sentence.text):
        return []
    at = reading.sentences.index(event.sentence)
    return [
        span
        for sentence in reversed(reading.sentences[max(0, at - 2) : at])
        for span in reading.names("ORG")
        if sentence.span.covers(span) and not _COMMON_ACRONYM.match(span.words)
    ]


def _could_be_party(span: Span, register: Register) -> bool:
    name, before = span.words, span.document.text[max(0, span.start - 60) : span.start]
    described = (
        is_governed(name)
        or _COMMON_ACRONYM.match(name)
        or only_fields(name)
        or is_undertaking(name)
        or is_common(name)
    )
    aside = register.in_position(span) or register.is_person(span)
    aside = aside or SCHOOL_ACRONYM.fullmatch(name) is not None
    listed = is_slot(before) or before.endswith(("and ", ", ", "and the ")) or not before.strip()
    listed = listed or _GIVES.search(before) is not None
    return listed and not (described or aside or PLACED.search(before) or _DEGREE.search(before))


def _school_acronyms(event: Event, reading: Reading, register: Register) -> list[Span]:
    text = reading.document.text
    uses = Counter(re.findall(r"\b[A-Z]{3,7}\b(?:-[A-Z][a-z]+\b)?", text))
    unknown = [
        name
        for name, _ in uses.most_common()
        if not _COMMON_ACRONYM.match(name) and register.resolve(name) is None
    ]
    told = [name for name in unknown if re.search(rf"\b{name}\b", event.sentence.text)]
    names = [name for name in told if is_school_by_its_people(name, text)]
    if not names and not register.names_a_school():
        names = [name for name in told if SCHOOL_ACRONYM.fullmatch(name)]
    if not names and _SCHOOL.search(text):
        names = [name for name in unknown if uses[name] > 2]
    return [
        Span(match.start(), match.end(), reading.document)
        for name in names[:1]
        for match in re.finditer(rf"\b{name}\b", text)
    ]
