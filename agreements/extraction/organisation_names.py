"""Which words of a text form one name: chains of capitalised words and what binds them.

A chain is cut at offices and honorifics, goes over "and" only within the name of a body ("Faculty
of Arts and Design"), and is stretched to the full name that an acronym after it stands for.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from agreements.extraction.acronyms import full_name, stands_for
from agreements.extraction.body_types import (
    COMPANY_WORDS,
    GOVERNMENT_WORDS,
    INSTITUTION_WORDS,
    type_of,
)
from agreements.extraction.countries import country_of
from agreements.extraction.document import Document, Span
from agreements.extraction.titles import RANKS, is_honorific, is_office
from agreements.names import LEGAL_FORMS
from agreements.vocabulary.kinds import OrganisationType

_UPPER = "".join(chr(code) for code in range(0x250) if chr(code).isupper())
_WORD = re.compile(
    rf"(?<=\w\s)(?:university|polytechnic)\b"
    rf"|(?<!\w)[a-z][{_UPPER}][a-zA-Z]{{2,}}|(?<=\w\s)(?:s\.r\.o|d\.o\.o|a\.s)\."
    rf"|\b[{_UPPER}]\.(?:p\.)?[{_UPPER}]+\b(?:\.(?!\s+[{_UPPER}]))?"
    rf"|\d{{0,2}}[{_UPPER}][\w]*(?:&[{_UPPER}]\w*)?(?:[-’'](?!s\b)\w+)*"
    r"(?:(?<=\bCo)\.|(?<=\bLtd)\.|(?<=\bInc)\.|(?<=\bCorp)\.|(?<=\bSt)\.|(?<=\bPvt)\."
    r"|(?<=\bPte)\.|(?<=\bKft)\.|(?<=\bPT)\.|(?<=\bPhils)\.)?"
)
_SMALL = re.compile(
    r"\s+(?:of|for|de|del|es|da|do|dos|di|du|des|für|und|voor|van|von|bint|bin)(?:\s+(?:the|la|los))?\s+"
)
_FIELDS = frozenset(
    """
    technology technologies science sciences engineering medicine minerals economics economy trade
    telecommunication telecommunications arts law management agriculture commerce finance industry
    information communication communications design business research education applied innovation
    computing humanities geosciences health healthcare electronics marine astronautics forestry
    culture petroleum technical tourism energy environment transport sport media politics letters
    aeronautics labour welfare planning development employment social training innovation invention
    incubation entrepreneurship research excellence
    """.split()
)
_FIELD_ENDING = re.compile(
    r"[a-z](?:ics|ology|onomy|graphy|culture|istry|metry|ences?|eering|logies)$"
)
"""What the names of disciplines end in, for those that the list above does not hold."""
_PHRASE = re.compile(
    rf"[{_UPPER}][\w’'&-]*(?:\s+(?:(?:of|for)\s+)?(?:the\s+)?[{_UPPER}][\w’'&-]*){{0,6}}"
)
_ADJECTIVE = re.compile(r"(?:al|ic|ive|ary|ied|ed|er|and|of)$")
_SORT = re.compile(r"[\w’']+-(?:based|led|owned|run|backed|born|listed|speaking|headquartered)$")
"""Words that only say of what sort a body is: "Leeds-based"."""
_SCHOOL_WORD = r"(?:Universit[yi]|College|Institute|Polytechnic|Hospital)\b"
_HONOURED = re.compile(
    rf"(?:Sir|Dame|Lord|Lady|Prince|Princess|Sheikh|Sri|Shri|Tun)\s+(?:of\s+)?"
    rf"(?:(?:bint\s+)?[{_UPPER}][\w.’'-]*\s+){{0,4}}?{_SCHOOL_WORD}|Dame(?<=Notre Dame)\b"
    rf"|Dr\s+(?:[{_UPPER}][\w.’'-]*\s+){{1,4}}?{_SCHOOL_WORD}(?!\s+of\b)"
)
"""A school named after somebody with a title: "Prince Sultan University"."""
_OFFICE_IN_NAME = re.compile(r"\w+\s+(?:Universit[yi]|College)\b(?!\s+(?:of|in)\b)")
"""A school whose name begins like an office: "President University"."""
_TRADE_NEXT = re.compile(
    r"\w+\s+(?:Services|Solutions|Hospitals?|Holdings|Technologies|Systems|Training|Clinics?)\b"
)
"""An office within the name of a firm: "Acme Specialist Services"."""
_TRADE_AND_FORM = re.compile(
    r"(?:Consult\w+|Trading|Engineering|Construction|Services|Investments?|Logistics"
    r"|Marketing|Management|Supplies|Associates|Contractors|Developers)\s+(?:Co\b|Company|Ltd|Limited|Pvt"
    r"|Private|Pte|Inc|LLC|LLP|Plc|Sdn)",
    re.IGNORECASE,
)
"""What goes on a firm's name after "and": "… Services and Consultancy Limited"."""
_FIELD_NEXT = re.compile(rf"\s+(?:{'|'.join(_FIELDS)})\b", re.IGNORECASE)
_UNITS = frozenset("faculty school department college institute centre center".split())
_NOT_FIRST = frozenset(
    """
    what which who how why where there here not no yes but if or nor so thus hence today's with
    both all each every some many most other another such new old our your my one the a an in on
    at by for of with and to from both during under according as since when after before this
    these that its their his her representatives monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november december
    signing they also while besides through between earlier students professors deans rectors
    graduates alumni candidates researchers teachers lecturers officials
    agreement memorandum mou mous moreover furthermore signed two three four five six seven
    recently today
    yesterday
    """.split()
)
_NEVER_LAST = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday today yesterday recently january
    february march april may june july august september october november december
    """.split()
)
"""Words of time that run on from a name: "signed with Acme Wednesday"."""
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
    rf"(?:\s*\([A-Z]{{3,5}}\))?(?:,\s+|\s*[–-]\s*|\s+)[{_UPPER}][a-z]+(?:\s+City)?\b(?!\s+[{_UPPER}])"
)
_AGREEMENT_WORD = re.compile(
    r"^(?:M[Oo][Uu]s?|Memorand\w+|Agreement|Letter|Lo[Iii]|Understanding|Intent|Cooperation"
    r"|Strategic|Framework"
    r"|Comprehensive|Cooperative|Signing|Ceremony|Signs?|Signed|Inks?|Hold|Holds|Partner|Partners"
    r"|Partnership)$",
    re.IGNORECASE,
)
_HEADLINE_WORD = re.compile(
    r"^(?:With|Between|By|To|On|For|In|At|As|Under|Into|Through|Over|Joins?|Hands|Teams?|Up|Seals?|Sealed"
    r"|Renews?|Strengthens?|Announces?|Establish(?:es)?|Launch(?:es)?|Collaborates?|Forges?|Expands?"
    r"|Opens?|Explores?|Enters?|Formali[sz]es?|Concludes?|Exchanges?|Boosts?|Deepens?|Develops?|Unveils?)$",
    re.IGNORECASE,
)
"""Capitalised only because a headline capitalises every word; no name of a body goes over them."""
_TRADED = frozenset({"Stock", "Commodity", "Mercantile", "Currency"})
_FORM_NEXT = re.compile(r"\s+(?:LLC|Ltd|Limited|Plc|PLC|Inc|Co|Company|Group|Bank|W\.?L\.?L)\b")
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
        if (found and found[-1].overlaps(name)) or only_fields(name.words):
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
    """A name that goes on after its acronym: "Institute of X (IX) Delhi"."""
    text = name.document.text
    aside = re.fullmatch(r"\s*\(([A-Z][A-Za-z&.-]{1,10})\)\s+", text[before.end : name.start])
    goes_on = aside and len(name.words.split()) < 4 and stands_for(aside[1], before.quotation)
    return before.to(name) if goes_on else None


def _chains(within: Span) -> Iterator[Span]:
    """Runs of capitalised words and what binds them, cut at offices and honorifics."""
    text = within.quotation
    run: list[re.Match[str]] = []
    named, after = (
        False,
        0,
    )  # after an honorific: "Dr A B of Y University" is no name of an organisation
    for word in _WORD.finditer(text):
        outside = _stands_outside(text, run, word)
        if run and named and not text[run[-1].end() : word.start()].isspace():
            yield _span(run, within)
            run = []
        headline = _HEADLINE_WORD.match(word[0]) is not None and (run or word.start() == 0)
        headline = headline and not _FORM_NEXT.match(text, word.end())
        headline = headline and not (word[0] == "Exchange" and run and run[-1][0] in _TRADED)
        headline = headline or (word[0] == "AND" and not _FIELD_NEXT.match(text, word.end()))
        if headline:
            if run:
                yield _span(run, within)
            run = []
            continue
        if run and (outside or not _joins(text, run, word)):
            if is_office(word[0]):
                run = _without_rank(run)
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


def _stands_outside(text: str, run: list[re.Match[str]], word: re.Match[str]) -> bool:
    """Whether a word is an office or honorific that stands beside a name, not within it."""
    if is_honorific(word[0]):
        return _HONOURED.match(text, word.start()) is None
    if not is_office(word[0]):
        return False
    if run and run[-1][0].casefold() in RANKS:
        return True
    attached = run and text[run[-1].end() : word.start()].isspace()
    after = _TRADE_NEXT if attached else _OFFICE_IN_NAME
    return after.match(text, word.start()) is None


def _without_rank(run: list[re.Match[str]]) -> list[re.Match[str]]:
    """A run before an office without the words that belong to the office: "Vice", "Managing"."""
    while run and run[-1][0].casefold() in RANKS:
        run = run[:-1]
    return run


def _span(run: list[re.Match[str]], within: Span) -> Span:
    return Span(within.start + run[0].start(), within.start + run[-1].end(), within.document)


def _joins(text: str, run: list[re.Match[str]], word: re.Match[str]) -> bool:
    """Whether a capitalised word goes on the name that the run before it has begun."""
    gap = text[run[-1].end() : word.start()]
    left, right = run[-1][0].casefold().rstrip("."), word[0].casefold().rstrip(".")
    if gap.isspace() or gap == "-" or (gap in {"’ ", "' "} and left.endswith("s")):
        return True
    if gap == "–":
        return type_of(_phrase(text, word)) is None
    if gap in {"'s ", "’s "}:
        firm = (right in COMPANY_WORDS or right == "register") and country_of(run[0][0]) is None
        return (right in INSTITUTION_WORDS and not _has_head(run)) or (len(run) == 1 and firm)
    if _SMALL.fullmatch(gap) or re.fullmatch(r"\s*&\s*", gap):
        return True
    if gap == ", " and run[0][0].casefold() in _UNITS and right.startswith("universit"):
        return True
    if re.fullmatch(r"\.?,\s*|\.\s+", gap):
        return right in LEGAL_FORMS or (left in _FIELDS and right in _FIELDS and _has_head(run))
    if re.fullmatch(r",?\s+and\s+", gap):
        return _coordinates(run, left, _phrase(text, word))
    if gap == " (":
        after = re.match(r"[\w ]*\)\s*(\w+)", text[word.end() :])
        legal = after is not None and after[1].casefold() in LEGAL_FORMS
        return right == "pvt" or legal or (after is not None and country_of(word[0]) is not None)
    if gap == " in ":
        return [other[0] for other in run][-2:] == ["American", "University"]
    if gap in {" - ", " – "}:
        return word[0].casefold() in _UNITS and _has_head(run)
    if re.fullmatch(r"\s+at\s+(?:the\s+)?", gap):
        unit = any(other[0].casefold() in _UNITS for other in run)
        return run[0][0] == "University" or (unit and "niversi" in _phrase(text, word))
    if gap in {") ", ")"}:
        opened = "(" in text[run[0].start() : run[-1].end()]
        return opened and (right in LEGAL_FORMS or country_of(run[-1][0]) is not None)
    return False


def _coordinates(run: list[re.Match[str]], left: str, phrase: str) -> bool:
    """Whether "and" stands within a name: between fields, or in what a body is for."""
    words = phrase.split(" of ")[0].casefold().split()
    if _TRADE_AND_FORM.match(phrase):
        return True
    between_fields = left in _FIELDS and words[0] in _FIELDS
    if between_fields or type_of(phrase) is not None:
        return between_fields
    purpose = re.search(r"\s(?:of|for)\s", run[0].string[run[0].start() : run[-1].end()])
    if not _has_head(run) or (left in COMPANY_WORDS and purpose is None):
        return False
    return _is_field(words[0]) or (purpose is not None and _is_field(words[-1]))


def _is_field(word: str) -> bool:
    return word in _FIELDS or _FIELD_ENDING.search(word) is not None


def _phrase(text: str, word: re.Match[str]) -> str:
    """The capitalised words that begin at a word, with what "of" binds to them."""
    match = _PHRASE.match(text, word.start())
    return match[0] if match else word[0]


def _has_head(run: list[re.Match[str]]) -> bool:
    return any(
        word[0].casefold() in INSTITUTION_WORDS or word[0].casefold() in GOVERNMENT_WORDS
        for word in run
    )


def _trimmed(chain: Span, within: Span) -> Span | None:
    """The chain without words that only stand beside the name; None where nothing is left."""
    words = list(_WORD.finditer(chain.quotation))
    while words and (
        words[0][0].casefold() in _NOT_FIRST
        or _AGREEMENT_WORD.match(words[0][0])
        or _SORT.match(words[0][0])
    ):
        words = words[1:]
    while words and words[-1][0].casefold() in _NEVER_LAST:
        words = words[:-1]
    cut = next((i for i, word in enumerate(words) if _AGREEMENT_WORD.match(word[0])), len(words))
    words = words[:cut]
    if not words:
        return None
    span = Span(chain.start + words[0].start(), chain.start + words[-1].end(), chain.document)
    if span.quotation.count("(") > span.quotation.count(")") and span.end < within.end:
        closed = within.document.text[span.end] == ")"
        span = Span(span.start, span.end + closed, span.document)
    return _with_city(_with_number(_with_acronym_tail(span, within), within), within)


def _with_number(span: Span, within: Span) -> Span:
    """Take in the number that tells universities of one city apart: "University of Lyon 1"."""
    if type_of(span.words) is not OrganisationType.UNIVERSITY:
        return span
    number = _NUMBER.match(span.document.text, span.end, within.end)
    return Span(span.start, number.end(), span.document) if number else span


def _with_city(span: Span, within: Span) -> Span:
    """Take in the city that tells institutes of one name apart: "(IIT), Roorkee"."""
    if not _OF_MANY.fullmatch(span.words):
        return span
    city = _CITY.match(span.document.text, span.end, within.end)
    return Span(span.start, city.end(), span.document) if city else span


def _with_acronym_tail(span: Span, within: Span) -> Span:
    """Take in what goes on after an acronym: "Institute of X (IX) – Y", "Z (UZ) K Branch"."""
    rest = within.document.text[span.end : within.end]
    tail = re.match(
        rf"\s*\([{_UPPER}][\w&-]{{1,10}}\)\s*(?:[–-]\s*[{_UPPER}]\w+"
        rf"|(?:[{_UPPER}]\w+\s+){{1,2}}(?:Branch|Campus)\b)",
        rest,
    )
    return Span(span.start, span.end + tail.end(), span.document) if tail else span
