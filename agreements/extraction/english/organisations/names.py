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
    GOVERNMENT_WORDS,
    INSTITUTION_WORDS,
    is_common,
    type_of,
)
from agreements.extraction.english.organisations.countries import country_of
from agreements.extraction.english.organisations.name_edges import (
    UPPER,
    Words,
    is_headline_word,
    stands_outside,
    without_edges,
    without_rank,
)
from agreements.extraction.english.organisations.name_tails import with_tail
from agreements.extraction.english.titles import is_office
from agreements.names import LEGAL_FORMS
from agreements.vocabulary.kinds import OrganisationType

_WORD = re.compile(
    rf"(?<=\w\s)(?:university|polytechnic|telecom)\b"
    rf"|(?<!\w)[a-z][{UPPER}][a-zA-Z]{{2,}}|(?<=\w\s)(?:s\.r\.o|d\.o\.o|a\.s)\."
    rf"|(?<!\w)(?:[{UPPER}]\.){{2,4}}(?=\s?[{UPPER}][a-z])|(?<=\w\s)(?:plc|gmbh|ltd|inc)\b"
    rf"|\b[{UPPER}]\.(?:p\.)?[{UPPER}]+\b(?:\.(?!\s+[{UPPER}]))?"
    rf"|(?<!\bM/)\d{{0,2}}[{UPPER}][\w]*(?:&[{UPPER}]\w*)?(?:[-’'](?!s\b)\w+)*(?:\.(?:com|ai|io|org)\b)?"
    r"(?:(?<=\bCo)\.|(?<=\bLtd)\.|(?<=\bInc)\.|(?<=\bCorp)\.|(?<=\bSt)\.|(?<=\bPvt)\."
    r"|(?<=\bPte)\.|(?<=\bKft)\.|(?<=\bPT)\.|(?<=\bPhils)\.)?"
)
_SMALL = re.compile(
    r"\s+(?:of|for|de|del|degli|della|delle|dei|à|es|da|do|dos|di|du|des|für|und|voor|van|von|bint|bin)(?:\s+(?:the|la|los))?\s+"
)
_FIELDS = frozenset(
    """
    technology technologies science sciences engineering medicine minerals economics economy trade
    telecommunication telecommunications arts law management agriculture commerce finance industry
    information communication communications design business research education applied innovation
    computing humanities geosciences health healthcare electronics marine astronautics forestry
    culture petroleum technical tourism energy environment transport sport media politics letters
    aeronautics labour welfare planning development employment social training innovation invention
    incubation entrepreneurship research excellence micro small medium enterprises
    administration
    """.split()
)
_FIELD_ENDING = re.compile(
    r"[a-z](?:ics|ology|onomy|graphy|culture|istry|metry|ences?|eering|logies)$"
)
"""What the names of disciplines end in, for those that the list above does not hold."""
_PHRASE = re.compile(
    rf"[{UPPER}][\w’'&-]*(?:\s+(?:(?:of|for)\s+)?(?:the\s+)?[{UPPER}][\w’'&-]*){{0,6}}"
)
_ADJECTIVE = re.compile(r"(?:al|ic|ive|ary|ied|ed|er|and|of)$")
_TRADE_AND_FORM = re.compile(
    r"(?:Consult\w+|Trading|Engineering|Construction|Services|Investments?|Logistics"
    r"|Marketing|Management|Supplies|Associates|Contractors|Developers|Production|Development"
    r"|Technolog(?:y|ies)|Trade|Export|Tourism|Transport|Solutions|Industries|Innovations?)"
    r"\s+(?:Joint\s+Stock|JSC|Co\b|Company|Ltd|Limited|Pvt"
    r"|Private|Pte|Inc|LLC|LLP|Plc|Sdn)",
    re.IGNORECASE,
)
"""What goes on a firm's name after "and": "… Services and Consultancy Limited"."""
_ACTIVITY = re.compile(
    r"(?:[A-Z]\w+,?\s+(?:and\s+|&\s+)?){0,4}(?:Co-?operation|Collaborations?|Partnerships?|Exchanges?"
    r"|Internships?|Placements?|Mobility|Research|Trainings?|Programs?|Programmes?)\s*$"
)
"""What parties agree "for" at the end of a headline that capitalises every word."""
_FIELD_NEXT = re.compile(rf"\s+(?:{'|'.join(_FIELDS)})\b", re.IGNORECASE)
_SUPPLIES = _FIELDS | frozenset(
    "electricity water sanitation gas oil food drug livestock fisheries irrigation".split()
)
"""What offices have charge of besides disciplines: "Electricity and Water Authority"."""
_ABROAD = frozenset({"American", "German", "British", "French", "Canadian", "Czech"})
"""With which universities "in" a city are named: "American University in Cairo"."""
_LANDS = frozenset(
    {("trinidad", "tobago"), ("bosnia", "herzegovina"), ("antigua", "barbuda")}
    | {
        ("kitts", "nevis"),
        ("jammu", "kashmir"),
        ("newfoundland", "labrador"),
        ("khyber", "pakhtunkhwa"),
    }
)
"""Lands with "and" in their names."""
_GENERIC = re.compile(
    r"(?:Techn|Polytechn|Med|Ped|Agr|Econ|Aer|Electr)\w+(?:ical|ural|ic) University"
)
"""What is no name alone: "State Mining and Technological University"."""
_ADJECTIVE_SCHOOL = re.compile(
    r"\w+(?:ical|ional|ural|ial) (?:University|College|Institute|School|Academy|Polytechnic)\b"
)
"""What goes on the name of a school after "and": "Vocational and Technical College"."""
_UNFINISHED = frozenset(
    "vocational national international regional local public private industrial commercial"
    " technical economic social cultural human natural electrical mechanical digital medical"
    " agricultural".split()
)
"""Adjectives, with which no name ends."""
_COMMON_BODIES = frozenset(
    {OrganisationType.ASSOCIATION, OrganisationType.GOVERNMENT, OrganisationType.FOUNDATION}
)
_SCHOOLS = (OrganisationType.UNIVERSITY, OrganisationType.COLLEGE)
_GOVERNS = re.compile(
    rf"(?:[{UPPER}]\w+\s+){{0,2}}(?:Management|Committee|Senate|(?:Board|Council)(?:\s+of\s+\w+)?)\s+of\s+"
    r"(?:the\s+)?"
)
"""Who acts for a school: "the Board of Trustees of Y University" is the university."""
_UNITS = frozenset("faculty school department college institute centre center".split())
_IN_CHARGE = re.compile(r"\b(?:Minister|Secretary|Commissioner)s?\s+(?:of|for)\s+(?:the\s+)?$")
"""Before what somebody has charge of: "Minister of State for Petroleum"."""
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
        in_charge = _IN_CHARGE.search(text, max(0, name.start - 40), name.start)
        if (found and found[-1].overlaps(name)) or only_fields(name.words) or in_charge:
            continue
        name = next((whole for before in found[-2:] if (whole := _resumed(before, name))), name)
        name = full_name(name, within) or name
        while found and found[-1].overlaps(name):
            found.pop()
        found.append(name)
    return [(name.start, name.end) for name in found]


def only_fields(name: str) -> bool:
    """Whether a name is made of disciplines alone: "Higher Education"."""
    if type_of(name) is not None:
        return False
    *adjectives, last = name.casefold().split()
    return _is_field(last) and all(_ADJECTIVE.search(w) or _is_field(w) for w in adjectives)


def _resumed(before: Span, name: Span) -> Span | None:
    """A name that goes on after its acronym: "Institute of X (IX) Delhi", "Y (Y) School of Z"."""
    text = name.document.text
    aside = re.fullmatch(r"\s*\(([A-Z][A-Za-z&.-]{1,10})\)\s+", text[before.end : name.start])
    words = name.words.casefold().split()
    firm = type_of(name.words) is OrganisationType.COMPANY
    firm = firm and words[0].rstrip(".") not in LEGAL_FORMS
    short = (len(words) < 4 and not firm) or (words[0] in _UNITS and "of" in words)
    goes_on = aside and short and stands_for(aside[1], before.quotation)
    return before.to(name) if goes_on else None


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
        capitals = word[0] == "AND" and not _FIELD_NEXT.match(text, word.end())
        if capitals or is_headline_word(text, run, word):
            if run:
                yield _span(run, within)
            run = []
            continue
        if run and (outside or not _joins(text, run, word)):
            if is_office(word[0]):
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
            run = [word]
    if run:
        yield _span(run, within)


def _span(run: Words, within: Span) -> Span:
    return Span(within.start + run[0].start(), within.start + run[-1].end(), within.document)


def _joins(text: str, run: Words, word: re.Match[str]) -> bool:
    """Whether a capitalised word goes on the name that the run before it has begun."""
    gap = text[run[-1].end() : word.start()]
    left, right = run[-1][0].casefold().rstrip("."), word[0].casefold().rstrip(".")
    if gap.isspace() or gap == "-" or (gap == ". " and run[-1][0] in {"Dr", "DR"}):
        return True
    if gap in {"’ ", "' "} and left.endswith("s"):
        return type_of(_phrase(text, word)) is not None or is_common(word[0])
    if gap == "–":
        return type_of(_phrase(text, word)) is None
    if gap in {"'s ", "’s "}:
        firm = (right in COMPANY_WORDS or right == "register") and country_of(run[0][0]) is None
        return (right in INSTITUTION_WORDS and not _has_head(run)) or (len(run) == 1 and firm)
    if gap == " & " and left in LEGAL_FORMS and right not in LEGAL_FORMS:
        return False
    if "for" in gap and _ACTIVITY.match(text, word.start()):
        return False
    if (_SMALL.fullmatch(gap) and not word[0].islower()) or re.fullmatch(r"\s*&\s*", gap):
        return True
    if gap == ", " and right.startswith("universit") and run[0][0].casefold() in _UNITS:
        return True
    if gap == ", " and right in {"graduate", "faculty", "department"}:
        whole = text[run[0].start() : run[-1].end()]
        return type_of(whole) is OrganisationType.UNIVERSITY and " of " in _phrase(text, word)
    if gap == ", " and _first(run) in {"faculty", "department", "school"}:
        return "niversi" in _phrase(text, word)
    if re.fullmatch(r"\.?,\s*|\.\s+", gap):
        return right in LEGAL_FORMS or (left in _FIELDS and right in _FIELDS and _has_head(run))
    if re.fullmatch(r",?\s+and\s+", gap):
        return _coordinates(run, left, _phrase(text, word))
    if gap == " (":
        after = re.match(r"[\w ]*\)\s*(\w+)", text[word.end() :])
        legal = after is not None and after[1].casefold() in LEGAL_FORMS
        return right == "pvt" or legal or (after is not None and country_of(word[0]) is not None)
    if gap == " in " and run[-1][0] == "University" and _ABROAD & {w[0] for w in run[-3:]}:
        return True
    if gap in {" - ", " – "}:
        return word[0].casefold() in _UNITS and _has_head(run)
    if re.fullmatch(r"\s+(?:at|in)\s+(?:the\s+)?", gap):
        unit = any(other[0].casefold() in _UNITS for other in run)
        return (_first(run) == "university" and "at" in gap) or (
            unit and "niversi" in _phrase(text, word)
        )
    if gap in {") ", ")"}:
        opened = "(" in text[run[0].start() : run[-1].end()]
        return opened and (right in LEGAL_FORMS or country_of(run[-1][0]) is not None)
    return False


def _first(run: Words) -> str:
    """The first word of a name in small letters, without an article."""
    return next((word[0].casefold() for word in run if word[0] != "The"), "")


def _coordinates(run: Words, left: str, phrase: str) -> bool:
    """Whether "and" stands within a name: between fields, or in what a body is for."""
    words = phrase.split(" of ")[0].casefold().split()
    if words[0] in {"company", "sons", "brothers", "associates", "resorts", "suites"}:
        return True
    if (left, words[0]) in _LANDS or (_GENERIC.fullmatch(phrase) and not _has_head(run)):
        return True
    if left in _UNFINISHED and _ADJECTIVE_SCHOOL.match(phrase):
        return True
    if _TRADE_AND_FORM.match(phrase) or _for_two_things(run, phrase):
        return True
    purpose = re.search(r"\s(?:of|for)\s", run[0].string[run[0].start() : run[-1].end()])
    if purpose and _has_head(run) and (left in _UNFINISHED or all(map(_is_of_field, words))):
        return True
    between_fields = left in _SUPPLIES and words[0] in _SUPPLIES
    if between_fields or type_of(phrase.split(" of ")[0]) is not None:
        return between_fields
    if not _has_head(run) or (left in COMPANY_WORDS and purpose is None):
        return False
    return _is_field(words[0]) or (purpose is not None and _is_field(words[-1]))


def _for_two_things(run: Words, phrase: str) -> bool:
    """Whether a body is named after two things: "the Oil and Gas Association"."""
    first, text = run[0], run[0].string
    if len(run) > 1 or not text[: first.start()].endswith("the ") or first[0].isupper():
        return False
    return type_of(first[0]) is None and type_of(phrase) in _COMMON_BODIES


def _trimmed(chain: Span, within: Span) -> Span | None:
    """The chain without words that only stand beside the name; None where nothing is left."""
    words = without_edges(list(_WORD.finditer(chain.quotation)))
    if not words:
        return None
    start, end = words[0].start(), words[-1].end()
    governs = _GOVERNS.match(chain.quotation, start, end)
    if governs and type_of(chain.quotation[governs.end() : end]) in _SCHOOLS:
        start = governs.end()
    span = Span(chain.start + start, chain.start + end, chain.document)
    return with_tail(span, within)


def _is_field(word: str) -> bool:
    return word in _FIELDS or _FIELD_ENDING.search(word) is not None


def _is_of_field(word: str) -> bool:
    """Whether a word names a discipline or is an adjective of one: "Electrical"."""
    return _is_field(word) or word.endswith(("ical", "onal", "ial", "ural", "ublic"))


def _phrase(text: str, word: re.Match[str]) -> str:
    """The capitalised words that begin at a word, with what "of" binds to them."""
    match = _PHRASE.match(text, word.start())
    return match[0] if match else word[0]


def _has_head(run: Words) -> bool:
    return any(
        word[0].casefold() in INSTITUTION_WORDS or word[0].casefold() in GOVERNMENT_WORDS
        for word in run
    )
