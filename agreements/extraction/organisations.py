"""Organisations named in a text: where, of what type, and which names mean the same one.

A mention is a chain of capitalised words with the small words that bind them, cut at offices and
honorifics; its type follows from the word that names the kind of body, in the naming habits of
many countries, or from a legal form (`agreements.names.LEGAL_FORMS`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agreements.extraction.body_types import (
    COMPANY_WORDS,
    GOVERNMENT_WORDS,
    INSTITUTION_WORDS,
    type_of,
)
from agreements.extraction.document import Span
from agreements.extraction.titles import RANKS, is_honorific, is_office
from agreements.names import LEGAL_FORMS
from agreements.vocabulary.kinds import INSTITUTION_TYPES, OrganisationType

_UPPER = "".join(chr(code) for code in range(0x250) if chr(code).isupper())
_WORD = re.compile(
    rf"(?<=\w\s)(?:university|polytechnic)\b"
    rf"|(?<!\w)[a-z][{_UPPER}][a-zA-Z]{{3,}}|(?<=\w\s)(?:s\.r\.o|d\.o\.o|a\.s)\."
    rf"|\b[{_UPPER}]\.(?:p\.)?[{_UPPER}]+\b(?:\.(?!\s+[{_UPPER}]))?"
    rf"|\d{{0,2}}[{_UPPER}][\w]*(?:&[{_UPPER}]\w*)?(?:[-’'](?!s\b)\w+)*"
    r"(?:(?<=\bCo)\.|(?<=\bLtd)\.|(?<=\bInc)\.|(?<=\bCorp)\.|(?<=\bSt)\.|(?<=\bPvt)\."
    r"|(?<=\bPte)\.|(?<=\bKft)\.)?"
)
_SMALL = re.compile(
    r"\s+(?:of|for|de|del|es|da|do|dos|di|du|des|für|und|voor|van|von)(?:\s+(?:the|la|los))?\s+"
)
_FIELDS = frozenset(
    """
    technology technologies science sciences engineering medicine minerals economics economy trade
    telecommunication telecommunications arts law management agriculture commerce finance industry
    information communication communications design business research education applied innovation
    computing humanities geosciences health healthcare electronics marine astronautics forestry
    culture petroleum technical tourism energy environment transport sport media politics letters
    aeronautics labour welfare planning development employment social training
    """.split()
)
_FIELD_ENDING = re.compile(
    r"[a-z](?:ics|ology|onomy|graphy|culture|istry|metry|ences?|eering|logies)$"
)
"""What the names of disciplines end in, for those that the list above does not hold."""
_UNITS = frozenset("faculty school department college institute centre center".split())
_NOT_FIRST = frozenset(
    """
    what which who how why where there here not no yes but if or nor so thus hence today's with
    both all each every some many most other another such new old our your my one the a an in on
    at by for of with and to from both during under according as since when after before this
    these that its their his her representatives monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november december
    signing also while besides through between earlier students professors deans rectors agreement
    memorandum mou mous moreover furthermore signed two three four five six seven recently today
    yesterday
    """.split()
)
_AGREEMENT_WORD = re.compile(
    r"^(?:M[Oo][Uu]s?|Memorand\w+|Agreement|Letter|Lo[Iii]|Understanding|Intent|Cooperation"
    r"|Strategic|Framework"
    r"|Comprehensive|Cooperative|Signing|Ceremony|Signs?|Signed|Inks?|Hold|Holds|Partner|Partners"
    r"|Partnership)$"
)
_HEADLINE_WORD = re.compile(
    r"^(?:With|Between|By|To|On|For|In|At|As|Under|Into|Through|Over|Joins?|Hands|Teams?|Up|Seals?|Sealed"
    r"|Renews?|Strengthens?|Announces?|Establish(?:es)?|Launch(?:es)?|Collaborates?|Forges?|Expands?"
    r"|Opens?|Explores?|Enters?|Formali[sz]es?|Concludes?|Exchanges?|Boosts?|Deepens?|Develops?|Unveils?)$",
    re.IGNORECASE,
)
"""Capitalised only because a headline capitalises every word; no name of a body goes over them."""
LONGEST = 200
"""Characters of a name; what is longer is a heap of capitalised words."""
CORPORATE_TAIL = LEGAL_FORMS | frozenset(
    "technologies technology group corporation holdings international operations".split()
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of an organisation at one place, and the type its words show (None: they do not)."""

    span: Span
    type: OrganisationType | None

    @property
    def name(self) -> str:
        """The name with white space evened out."""
        return self.span.words

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name in lower case, without punctuation."""
        return tuple(re.findall(r"[\w&'’-]+", self.name.casefold()))


_DESCRIBED_BEFORE = re.compile(
    r"\b(?:giant|company|firm|maker|carmaker|automaker|provider|start-?up|manufacturer|developer"
    r"|operator|multinational"
    r"|supplier|corporation|bank|retailer|vendor|conglomerate|enterprise|group|leader|telco"
    r"|unicorn),?\s+$",
    re.IGNORECASE,
)
_DESCRIBED_AFTER = re.compile(
    r"\s*(?:\([^)]{1,40}\)\s*)?,\s+(?:an?|the|one\s+of|Asia|Europe|Africa|China"
    r"|India)\b[^.;]{0,90}?\b(?:compan(?:y|ies)|firm|provider|maker|manufacturer"
    r"|supplier|operator|start-?up|developer|corporation|producer|multinational|conglomerate"
    r"|enterprise|bank|giant|vendor"
    r"|subsidiary|platform|group|retailer|consultancy|business)\b",
)
_SCHOOL_AFTER = re.compile(
    r"\s*(?:\([^)]{1,40}\)\s*)?(?:\(deemed\b|,\s+(?:an?|the|one\s+of)\s+(?:(?!at\b|of\b|from\b|by\b)"
    r"[\w'’-]+\s+){0,6}?(?:universit(?:y|ies)|colleges?)(?=[,.;]|\s+(?:in|based|located|that|which|has)\b))",
    re.IGNORECASE,
)
_SLOT_BEFORE = re.compile(r"\b(?:with|between|by|partner(?:ed|s))\s+(?:the\s+)?(?:[a-z]+\s+){0,2}$")
_LISTED = re.compile(r"\s*(?:\([^)]{1,40}\))?,?\s*(?:and\s+|as\s+well\s+as\s+)?(?:the\s+)?")
SCHOOL_ACRONYM = re.compile(r"[A-Z]{1,5}(?:IT|U|UT|ST)|U[A-Z]{2,4}")
"""The forms that acronyms of universities take: HXIT, ZJU, USST, UTM."""

_ACTS_AFTER = re.compile(
    r"\s*(?:\([^)]{1,40}\)\s*)?(?:and\s+(?:the\s+)?[A-Z]|,\s+(?:[A-Z][\w&-]*\s+){1,3}and\b|ha(?:s|ve)\b|(?:today\s+|recently\s+)?(?:signed"
    r"|signs?|inked|inks?)\b)"
)


def described_in(within: Span) -> list[Mention]:
    """Names that do not show what they are but are called a company or school where they stand."""
    text = within.document.text
    found: list[Mention] = []
    for chain in _chains(within):
        span = _trimmed(chain, within)
        if span is None or type_of(span.words) is not None or not 2 <= len(span.words) <= LONGEST:
            continue
        before, after = (
            text[max(within.start, span.start - 60) : span.start],
            text[span.end : within.end],
        )
        if _DESCRIBED_BEFORE.search(before) or _DESCRIBED_AFTER.match(after):
            found.append(Mention(span, OrganisationType.COMPANY))
        elif _SCHOOL_AFTER.match(after):
            found.append(Mention(span, OrganisationType.UNIVERSITY))
    return found


def unknown_in(within: Span) -> list[Mention]:
    """Names of unknown type where a sentence about a signing puts its parties."""
    text = within.document.text
    found: list[Mention] = []
    last, after_school, in_slot = 0, False, False  # of the party before: "with A, B and C"
    for chain in _chains(within):
        span = _trimmed(chain, within)
        if span is None or not 2 <= len(span.words) <= LONGEST:
            continue
        before = text[max(within.start, span.start - 60) : span.start]
        gap = text[last : span.start]
        listed = last > 0 and _LISTED.fullmatch(gap) is not None
        slot = _SLOT_BEFORE.search(before) is not None or (listed and in_slot)
        if (type_ := type_of(span.words)) is not None:
            last, after_school, in_slot = span.end, type_ in INSTITUTION_TYPES, slot
            continue
        if SCHOOL_ACRONYM.fullmatch(span.words):
            continue
        if after_school and "," in gap and "and" not in gap:  # "X University, Lahore"
            last = span.end
            continue
        opens = (not before.strip() or listed) and _ACTS_AFTER.match(text[span.end : within.end])
        if opens or slot or (listed and found):
            found.append(Mention(span, None))
            last, after_school, in_slot = span.end, False, slot
    return found


def mentions_in(within: Span, known: frozenset[str] = frozenset()) -> list[Mention]:
    """Organisations named in a stretch of text, in order.

    `known` holds names (acronyms, short forms) that the document introduces elsewhere.
    """
    found: list[Mention] = []
    for chain in _chains(within):
        span = _trimmed(chain, within)
        if span and len(span.words) <= LONGEST and not (found and found[-1].span.overlaps(span)):
            type_ = type_of(span.words)
            if type_ is not None or span.words in known:
                found.append(Mention(span, type_))
    return found


def _chains(within: Span) -> Iterator[Span]:
    """Runs of capitalised words and what binds them, cut at offices and honorifics."""
    text = within.quotation
    run: list[re.Match[str]] = []
    named, after = (
        False,
        0,
    )  # after an honorific: "Dr A B of Y University" is no name of an organisation
    for word in _WORD.finditer(text):
        outside = is_office(word[0]) or is_honorific(word[0])
        if run and named and not text[run[-1].end() : word.start()].isspace():
            yield _span(run, within)
            run = []
        headline = _HEADLINE_WORD.match(word[0]) is not None and (run or word.start() == 0)
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
    if gap.isspace() or gap in {"-", "–"}:
        return True
    if gap in {"'s ", "’s "}:
        return right in INSTITUTION_WORDS and not _has_head(run)
    if _SMALL.fullmatch(gap) or re.fullmatch(r"\s*&\s*", gap):
        return True
    if gap == ", " and run[0][0].casefold() in _UNITS and right.startswith("universit"):
        return True
    if re.fullmatch(r"\.?,\s*|\.\s+", gap):
        return right in LEGAL_FORMS or (left in _FIELDS and right in _FIELDS and _has_head(run))
    if re.fullmatch(r",?\s+and\s+", gap):
        if _FIELD_ENDING.search(right) and _has_head(run):
            return left in _FIELDS or _FIELD_ENDING.search(left) is not None
        fields = right in _FIELDS and left in _FIELDS
        return fields or (right in _FIELDS and _has_head(run) and left not in COMPANY_WORDS)
    if gap == " (":
        after = re.match(r"[\w ]*\)\s*(\w+)", text[word.end() :])
        return right == "pvt" or (after is not None and after[1].casefold() in LEGAL_FORMS)
    if gap == " in ":
        return [other[0] for other in run][-2:] == ["American", "University"]
    if gap in {" - ", " – "}:
        return word[0].casefold() in _UNITS and _has_head(run)
    if re.fullmatch(r"\s+at\s+", gap):
        return run[0][0] == "University"
    if gap in {") ", ")"}:
        return right in LEGAL_FORMS and "(" in text[run[0].start() : run[-1].end()]
    return False


def _has_head(run: list[re.Match[str]]) -> bool:
    return any(
        word[0].casefold() in INSTITUTION_WORDS or word[0].casefold() in GOVERNMENT_WORDS
        for word in run
    )


def _trimmed(chain: Span, within: Span) -> Span | None:
    """The chain without words that only stand beside the name; None where nothing is left."""
    words = list(_WORD.finditer(chain.quotation))
    while words and (words[0][0].casefold() in _NOT_FIRST or _AGREEMENT_WORD.match(words[0][0])):
        words = words[1:]
    cut = next((i for i, word in enumerate(words) if _AGREEMENT_WORD.match(word[0])), len(words))
    words = words[:cut]
    if not words:
        return None
    span = Span(chain.start + words[0].start(), chain.start + words[-1].end(), chain.document)
    return _with_acronym_tail(span, within)


def _with_acronym_tail(span: Span, within: Span) -> Span:
    """Take in what goes on after an acronym: "Institute of X (IX) – Y", "Z (UZ) K Branch"."""
    rest = within.document.text[span.end : within.end]
    tail = re.match(
        rf"\s*\([{_UPPER}][\w&-]{{1,10}}\)\s*(?:[–-]\s*[{_UPPER}]\w+"
        rf"|(?:[{_UPPER}]\w+\s+){{1,2}}(?:Branch|Campus)\b)",
        rest,
    )
    return Span(span.start, span.end + tail.end(), span.document) if tail else span
