"""What goes on a name of a body after its capitalised words: a number, a city, "(IX) – Y"."""

import re

from agreements.extraction.document import Span
from agreements.extraction.english.organisations.body_types import type_of
from agreements.extraction.english.organisations.disciplines import is_field
from agreements.extraction.english.organisations.name_edges import UPPER
from agreements.vocabulary.kinds import INSTITUTION_TYPES, OrganisationType

_NUMBER = re.compile(
    r"[ \xa0](?:\d{1,2}|I{1,3}|IV|VI{0,3})(?=\s+(?:and|ha[sd]|have|is|was|signs?|signed|inks?"
    r"|with|to|in|at|on)\b|\s*[,;:.()]|\s*$)"
)
_OF_MANY = re.compile(
    r"(?:Indian|National|International) Institutes? of (?:Technology|Management|Science|Design"
    r"|Information Technology|Science Education and Research)|(?:IIT|NIT|IIM|IIIT|BITS|Polytechnic)"
    r"|(?:Federal )?University of Technology"
    r"|University of (?:California|Nigeria|Illinois|Texas|Wisconsin|Michigan|Massachusetts)"
)
_CITY = re.compile(
    rf"(?:\s*\([A-Z]{{3,5}}\))?(?:,\s+|\s*[–-]\s*|\s+)(?:(?:San|Santa|Los|New|Ann)\s+)?"
    rf"[{UPPER}][a-z]+(?:\s+City)?\b(?!\s+[{UPPER}])"
)

_UNDER = re.compile(
    rf"\s+under\s+the\s+(?:President|Prime\s+Minister|Government|Cabinet\s+of\s+Ministers)"
    rf"(?:\s+of\s+(?:the\s+)?(?:[{UPPER}]\w+\s+of\s+)?[{UPPER}]\w+)?"
)
"""To whom an academy of the state answers, which is part of its name."""
_HONOURED = re.compile(
    rf",?\s+named\s+(?:after|for)\s+(?:the\s+)?(?:academician\s+)?"
    rf"(?:[{UPPER}]\.\s*){{0,3}}[{UPPER}][\w’'-]+(?:\s+[{UPPER}][\w’'-]+){{0,2}}"
)
_FORM = re.compile(
    r"(?:\s+[^\W\d_A-Z]{2,}){0,2}\s+(?:d\.\s?d\.|d\.\s?o\.\s?o\.|a\.\s?s\.|s\.\s?r\.\s?o\.|[Ss]p\.\s?z\s?o\.\s?o\.)"
)
"""Words in small letters with a legal form at their end: "Hoteli Jadranska rivijera d.d."."""
_REGION = re.compile(
    r"\s+(?:Middle\s+East(?:\s+(?:and|&)\s+(?:North\s+)?Africa)?|Greater\s+China|Asia[\s-]Pacific|APAC|EMEA|MENA"
    r"|(?:North|South|Latin)\s+America|South-?(?:\s?[Ee]ast)?\s+Asia)\b"
    rf"(?!\s+[{UPPER}])"
)
"""The part of the world that a branch of a firm is for."""


_LAST_FIELD = re.compile(r"\s+and\s+(?P<field>[a-z]+)(?=\s*\([A-Z]+\))")
"""In small letters before the acronym: "College of Design, Arts and technology (CDAT)"."""


def with_tail(name: Span, within: Span) -> Span:
    """The name with what belongs to it after its last word."""
    name = _with_last_field(name, within)
    tailed = _with_form(_with_acronym_tail(_with_parenthesis(name, within), within), within)
    numbered = _with_city(_with_number(tailed, within), within)
    return _with_region(_with_superior(_with_honoured(numbered, within), within), within)


def _extended(span: Span, tail: re.Pattern[str], within: Span) -> Span:
    """The name with a tail of this form, where one follows."""
    match = tail.match(span.document.text, span.end, within.end)
    return Span(span.start, match.end(), span.document) if match else span


def _with_parenthesis(span: Span, within: Span) -> Span:
    """Take in the end of what was opened within the name: "Acme Corporation (Korea)"."""
    opened = span.quotation.count("(") > span.quotation.count(")")
    closed = opened and span.end < within.end and within.document.text[span.end] == ")"
    return Span(span.start, span.end + closed, span.document)


def _with_form(span: Span, within: Span) -> Span:
    """Take in the legal form of a firm whose name ends in small letters."""
    return _extended(span, _FORM, within)


def _with_last_field(span: Span, within: Span) -> Span:
    """Take in the last of the disciplines that a school is named after."""
    match = _LAST_FIELD.match(span.document.text, span.end, within.end)
    school = match and is_field(match["field"]) and type_of(span.words) in INSTITUTION_TYPES
    return Span(span.start, match.end(), span.document) if match and school else span


def _with_number(span: Span, within: Span) -> Span:
    """Take in the number that tells universities of one city apart: "University of Lyon 1"."""
    if type_of(span.words) is not OrganisationType.UNIVERSITY:
        return span
    return _extended(span, _NUMBER, within)


def _with_city(span: Span, within: Span) -> Span:
    """Take in the city that tells institutes of one name apart: "(IIT), Roorkee"."""
    if not _OF_MANY.fullmatch(span.words):
        return span
    return _extended(span, _CITY, within)


def _with_superior(span: Span, within: Span) -> Span:
    """Take in to whom an academy answers: "… Academy under the President of Elbonia"."""
    if type_of(span.words) not in INSTITUTION_TYPES:
        return span
    return _extended(span, _UNDER, within)


def _with_honoured(span: Span, within: Span) -> Span:
    """Take in whom a school is named after: "Y State University named after A. B. Name"."""
    if type_of(span.words) not in INSTITUTION_TYPES:
        return span
    return _extended(span, _HONOURED, within)


def _with_region(span: Span, within: Span) -> Span:
    """Take in the region of a firm's branch: "Acme Greater China"."""
    if type_of(span.words) in INSTITUTION_TYPES:
        return span
    return _extended(span, _REGION, within)


def _with_acronym_tail(span: Span, within: Span) -> Span:
    """Take in what goes on after an acronym: "Institute of X (IX) – Y", "Z (UZ) K Branch"."""
    rest = within.document.text[span.end : within.end]
    tail = re.match(
        rf"\s*\([{UPPER}][\w&-]{{1,10}}\)\s*(?:[–-]\s*[{UPPER}]\w+"
        rf"|(?:[{UPPER}]\w+\s+){{1,2}}(?:Branch|Campus)\b)",
        rest,
    )
    return Span(span.start, span.end + tail.end(), span.document) if tail else span
