"""Which words of a text form one name: chains of capitalised words and what binds them.

A chain is cut at offices and honorifics, goes over "and" only within the name of a body ("Faculty
of Arts and Design"), and is stretched to the full name that an acronym after it stands for.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from agreements.extraction.document import Document, Span
from agreements.extraction.english.organisations.acronyms import full_name, stands_for
from agreements.extraction.english.organisations.body_types import (
    COMPANY_WORDS,
    ORGAN_OF,
    SMALL_LETTERS,
    is_undertaking,
    type_of,
)
from agreements.extraction.english.organisations.countries import country_of
from agreements.extraction.english.organisations.disciplines import (
    FIELD_NEXT,
    is_field,
    only_fields,
)
from agreements.extraction.english.organisations.joining import UNITS, joins
from agreements.extraction.english.organisations.name_edges import (
    UPPER,
    Words,
    is_headline_word,
    stands_before,
    stands_outside,
    without_edges,
    without_rank,
)
from agreements.extraction.english.organisations.name_tails import with_tail
from agreements.extraction.english.titles import CHARGES, SORTS_OF_CHARGE, is_office
from agreements.names import LEGAL_FORMS
from agreements.vocabulary.kinds import HIGHER_EDUCATION, OrganisationType

_NAMED_BY_DAY = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"\s\d{1,2}(?=\sUniversity\b)"
)
"""A day that is the first part of a school's name: "October 6 University"."""
_WORD = re.compile(
    rf"{_NAMED_BY_DAY}|(?<!\w)[eim]-[{UPPER}]\w+(?=\s(?:Company|Corporation|Ltd|Limited|Inc|Bank)\b)|(?<=\w\s)(?<!ese\s)(?<!ish\s)(?<!ian\s)(?<!can\s)(?<!ean\s)(?<!nch\s)(?<!man\s)(?:university|polytechnic|telecom|bankas|banka)\b(?!\s+(?:student|graduate|lecturer|system|sector"
    r"|teacher|campus|education|staff|partner|communit|town|degree|level)\w*)"
    rf"|(?<!\w)[a-z][{UPPER}]\w{{2,}}|(?<![\w.@-])(?:{'|'.join(SMALL_LETTERS)})\b(?![.@])|(?<=\w\s)(?:(?:s\.r\.o|d\.o\.o|a\.s)\.|A/S\b)"
    r"|(?<=\w\s)\d{1,2}(?:st|nd|rd|th)(?=\s(?:Bureau|Engineering|Metallurgical|Design|Construction|Division|Harbou?r"
    r"|Navigation|Research|Institute|Academy|Affiliated|People['’]s|Hospital|Company)\b)"
    rf"|(?<!\w)(?:[{UPPER}]\.){{2,4}}(?=\s?[{UPPER}][a-z])|(?<=\w\s)(?:plc|gmbh|mbH|ltd|inc)\b"
    rf"|\b[{UPPER}]\.(?:p\.)?[{UPPER}]+\b(?:\.(?!\s+[{UPPER}]))?"
    rf"|(?<!\bM/)\d{{0,2}}[{UPPER}][\w]*(?:&[{UPPER}]\w*)?(?:[-’'](?!s\b)\w+)*(?:\.(?:com|ai|io|org)\b)?"
    r"(?:(?<=\bCo)\.|(?<=\bLtd)\.|(?<=\bInc)\.|(?<=\bCorp)\.|(?<=\bSt)\.|(?<=\bPvt)\.|(?<=\bPty)\."
    r"|(?<=\bPte)\.|(?<=\bKft)\.|(?<=\bPT)\.|(?<=\bPhils)\.|(?<=\bBros)\.)?"
)
_GOVERNS = re.compile(
    rf"(?:[{UPPER}]\w+\s+){{0,2}}(?:Management|Committee|Senate|(?:Board|Council)(?:\s+(?:of|for)\s+(?:\w+\s+){{0,2}}?\w+)?"
    r"|Room|Hall|Auditorium|Boardroom|Secretariat)\s+of\s+(?:the\s+)?"
)
"""Who acts for a school, or a room of it: "the Board of Trustees of Y University"."""
_CHARGE = re.compile(
    r"(?P<words>[A-Z]\w+(?:\s+(?:and|&|[A-Z]\w+)){0,3})\s+of\s+(?:the\s+)?(?=[A-Z])"
)
_MEMBER_OF_THE = re.compile(
    r"\b(?i:chair(?:man|woman|person)?|member|head|president|secretary)\s+of\s+(?:the|its)\s+$"
)
_BOARD_OF = re.compile(r"Board\s+of\s+(?:the\s+)?")
"""What of a body somebody heads: "Chairman of the Board of Acme"."""
_ARM = re.compile(
    rf"(?:[{UPPER}]\w+\s+){{1,4}}(?:Division|Branch|Subsidiary|Arm|Department|Directorate)\s+of\s+(?:the\s+)?"
)
"""A part of a firm that has no name of its own: "the Northern Division of Acme Corporation"."""
_OF_FORM = re.compile(r"\bof\s+(?=(?:[POCZ]?JSC|LLC)\s+[A-Z“\"])")
"""What somebody heads of a firm whose legal form comes first: "Human Resources of PJSC Acme"."""
_VISIT = re.compile(r"(?:Visits?|Delegation)\s+of\s+(?:the\s+)?")
"""Before who comes, at the beginning of a headline."""
_OTHER_BODIES = (OrganisationType.COMPANY, OrganisationType.FOUNDATION)
_SEVERAL = re.compile(
    r"(?:(?!of\b|for\b)[\w&’'-]+\s+)+(?:Associations|Universities|Varsities|Companies|Firms|Institutions"
    r"|Organi[sz]ations|Ministries)"
    r"|(?:(?:State|Federal|Public|Private|Local|Technical|Community)\s+)+(?:Colleges|Polytechnics)(?:\s+of\s+\w+)?"
)
"""Several bodies of a sort: "Timber Associations"."""
_LAST_OF_SCHOOLS = re.compile(
    r"(?P<name>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,2})\s(?:Universities|Colleges|Polytechnics)"
)
"""The last school of a list that have their kind in common: "Durham and Lund Universities"."""
_AMOUNT = re.compile(r"(?:[A-Z]{1,3}\$?)?\d[\d.,]*(?:bn|mn|m|k)?|[A-Z]{2,3}\d[\d.,]*(?:bn|mn|m|k)")
"""Money, not a name: "JPY5bn"."""
_OF_TWO_LANDS = re.compile(
    r"(?:Anglo|Franco|Sino|(?:[A-Z][a-z]+(?:ish|ese|[ai]n|ch)))-[A-Z][a-z]+(?:ish|ese|[ai]n|ch)"
)
"""What sort a firm is of, not its name: "the British-Swedish drugmaker"."""
_IN_CHARGE = re.compile(r"\b(?:Minister|Secretary|Commissioner)s?\s+(?:of|for)\s+(?:the\s+)?$")
"""Before what somebody has charge of: "Minister of State for Petroleum"."""
_PART_OF_LAND = re.compile(
    rf"(?:[{UPPER}][\w’'-]+\s+){{1,2}}(?:Province|Prefecture|Governorate|Regency|County|District)"
)
_IN_TOWN = re.compile(rf"\b(?:in|at|near|from)\s+[{UPPER}][\w’'-]+(?:\s+[{UPPER}][\w’'-]+)?,\s+$")
"""Before the part of a country in an address: "in Lahti, Acacia Province"."""
_QUOTED = re.compile(
    rf"\"(?=[{UPPER}])[^\"\n]{{2,70}}\"\s+(?:[{UPPER}][\w-]+\s+){{0,2}}(?:[A-Z]?JSC|LLC|LLP|PU|Ltd|Limited|Inc|PLC|Union"
    r"|Company|Corporation|Holding|Group|Bank|Association|Foundation|Society|Enterprise|Concern"
    r"|University|Institute)\b"
    rf"|\b(?:[A-Z]?JSC|LLC|LLP|FSUE|SUE|PU|PAO|OAO|ZAO|OOO|TOO)\s+(?:[“\"«](?=[{UPPER}])[^”\"»\n]{{2,70}}[”\"»]"
    rf"|[‘'](?=[{UPPER}])[^’'\n]{{2,70}}[’'](?!\w))"
)
"""A body whose name stands in quotation marks beside the word for what it is."""
_CLOSING_FORMS = frozenset("ltd limited inc plc llc gmbh bhd".split())
LONGEST = 200
"""Characters of a name; what is longer is a heap of capitalised words."""


def names_in(within: Span) -> list[Span]:
    """Names in a stretch of text in order; none overlaps another."""
    places = _places(within.quotation)
    return [Span(within.start + a, within.start + b, within.document) for a, b in places]


@lru_cache(maxsize=2_000)
def _places(text: str) -> list[tuple[int, int]]:
    """Where names stand in a text; kept, since stage after stage asks of the same sentences."""
    found: list[Span] = []
    within = Span(0, len(text), Document("", text))
    for chain in _chains(within):
        name = _trimmed(chain, within)
        if name is None or not 2 <= len(name.words) <= LONGEST:
            continue
        last = _LAST_OF_SCHOOLS.fullmatch(name.words)
        if last and found and text[found[-1].end : name.start].strip(", ") == "and":
            name = Span(name.start, name.start + last.end("name"), name.document)
        in_charge = _IN_CHARGE.search(text, max(0, name.start - 40), name.start)
        money = text[name.end : name.end + 1] == "$"  # "US$172,500"
        none = any(form.fullmatch(name.words) for form in (_SEVERAL, _AMOUNT, _OF_TWO_LANDS))
        if in_charge or money or none:
            continue
        if (found and found[-1].overlaps(name)) or _is_no_body(name, text):
            continue
        name = next((whole for before in found[-2:] if (whole := _resumed(before, name))), name)
        name = full_name(name, within) or name
        while found and found[-1].overlaps(name):
            name = found.pop().to(name)
        found.append(name)
    return _with_quoted([(name.start, name.end) for name in found], text)


def _is_no_body(name: Span, text: str) -> bool:
    """Whether a name is that of a field, of what somebody has charge of or of part of a country."""
    if only_fields(name.words) or name.words.casefold() in CHARGES:
        return True
    before = text[max(0, name.start - 60) : name.start]
    return bool(_PART_OF_LAND.fullmatch(name.words) and _IN_TOWN.search(before))


def _with_quoted(places: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """The places with names in quotation marks whole: "Acme and Sons" LLC, JSC “Acme”."""
    for quoted in _QUOTED.finditer(text):
        start, end = quoted.span()
        places = [(a, b) for a, b in places if b <= start or a >= end] + [(start, end)]
    return sorted(places)


def _resumed(before: Span, name: Span) -> Span | None:
    """A name that goes on after its acronym, or a school's part before it.

    "Institute of X (IX) Delhi", "Y (Y) School of Z", "Coppe/UFRJ".
    """
    text = name.document.text
    if text[before.end : name.start] == "/":  # "Coppe/UFRJ"
        own = type_of(before.words) is None and type_of(name.words) is OrganisationType.UNIVERSITY
        return before.to(name) if own and name.words.isupper() else None
    aside = re.fullmatch(r"\s*\(([A-Z][A-Za-z&.-]{1,10})\)\s+", text[before.end : name.start])
    words = name.words.casefold().split()
    firm = type_of(name.words) in _OTHER_BODIES
    firm = firm and words[0].rstrip(".") not in LEGAL_FORMS
    short = (len(words) < 4 and not firm) or (words[0] in UNITS and "of" in words)
    goes_on = aside and short and stands_for(aside[1], before.quotation)
    whole = before.to(name)
    return whole if goes_on and not is_undertaking(whole.words) else None


def _chains(within: Span) -> Iterator[Span]:
    """Runs of capitalised words and what binds them, cut at offices and honorifics."""
    text = within.quotation
    run: Words = []
    named, after = (
        False,
        0,
    )  # after an honorific: "Dr A B of Y University" is no name of an organisation
    for word in _WORD.finditer(text):
        outside = stands_outside(text, run, word)
        if run and named and not text[run[-1].end() : word.start()].isspace():
            yield _span(run, within)
            run = []
        capitals = word[0] == "AND" and not FIELD_NEXT.match(text, word.end())
        if capitals or is_headline_word(text, run, word):
            if run:
                yield _span(run, within)
            run = []
            continue
        if run and (outside or not joins(text, run, word)):
            if is_office(word[0]) or word[0] == "Professor":
                run = without_rank(run)
            if run:
                yield _span(run, within)
            run = []
        if outside:
            named, after = True, word.end()
        elif run:
            run.append(word)
        else:
            named = named and not text[after : word.start()].strip(" .()R") and text[after] != ","
            run = [] if stands_before(word) else [word]
    if run:
        yield _span(run, within)


def _span(run: Words, within: Span) -> Span:
    return Span(within.start + run[0].start(), within.start + run[-1].end(), within.document)


def _trimmed(chain: Span, within: Span) -> Span | None:
    """The chain without words that only stand beside the name; None where nothing is left."""
    words = _without_city(without_edges(list(_WORD.finditer(chain.quotation))))
    if not words:
        return None
    start, end = words[0].start(), words[-1].end()
    visit = _VISIT.match(chain.quotation, start, end)
    start = visit.end() if visit else start
    governs = _GOVERNS.match(chain.quotation, start, end)
    if within.quotation[: chain.start - within.start + start].endswith((" of ", " for ")):
        start = _past_charge(chain.quotation[:end], start)
    if governs and type_of(chain.quotation[governs.end() : end]) in HIGHER_EDUCATION:
        start = governs.end()
    organ = ORGAN_OF.match(chain.quotation, start, end)
    if _MEMBER_OF_THE.search(within.quotation[: chain.start - within.start + start]):
        organ = organ or _BOARD_OF.match(chain.quotation, start, end)
    if organ and organ.end() < end:
        start = organ.end()
    if form := _OF_FORM.search(chain.quotation, start, end):
        start = form.end()
    arm = _ARM.match(chain.quotation, start, end)
    owner = chain.quotation[arm.end() : end] if arm else ""
    if arm and (
        type_of(owner) is OrganisationType.COMPANY or (owner.isupper() and owner.isalpha())
    ):
        start = arm.end()
    if all(word[0].casefold().strip(".") in LEGAL_FORMS | {"comp", "sti"} for word in words):
        return None
    span = Span(chain.start + start, chain.start + end, chain.document)
    return with_tail(span, within)


def _past_charge(text: str, start: int) -> int:
    """Where a body's name begins after what somebody has charge of there, if that stands first."""
    charge = _CHARGE.match(text, start)
    if charge is None or type_of(text[charge.end() :]) is None:
        return start
    words = charge["words"].casefold().split()
    return charge.end() if all(map(_is_charge, words)) else start


def _is_charge(word: str) -> bool:
    return word in CHARGES | SORTS_OF_CHARGE | {"and", "&"} or is_field(word)


def _without_city(words: Words) -> Words:
    """A firm's name without the city that runs on from its legal form: "Acme Ltd Leeds"."""
    forms = [i for i, word in enumerate(words) if word[0].casefold().strip(".") in _CLOSING_FORMS]
    rest = words[forms[-1] + 1 :] if forms and forms[-1] else []
    city = len(rest) == 1 and rest[0][0].casefold().strip(".") not in COMPANY_WORDS
    return words[: forms[-1] + 1] if city and country_of(rest[0][0]) is None else words
