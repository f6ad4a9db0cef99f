"""Beside which words a name of a body ends: offices, honorifics, headline verbs, words of time."""

import re

from agreements.extraction.english.organisations.acronyms import initials
from agreements.extraction.english.organisations.body_types import type_of
from agreements.extraction.english.titles import RANKS, is_honorific, is_office
from agreements.vocabulary.kinds import INSTITUTION_TYPES

UPPER = "".join(chr(code) for code in range(0x250) if chr(code).isupper())
Words = list[re.Match[str]]
_SORT = re.compile(
    r"[\w’']+-(?:based|led|owned|run|backed|born|listed|speaking|headquartered|sector)$"
)
"""Words that only say of what sort a body is: "Leeds-based"."""
_SCHOOL_WORD = r"(?:Universit[yi]|College|Institute|Polytechnic|Hospital)\b"
_HONOURED = re.compile(
    rf"(?:Sir|Dame|Lord|Lady|Prince|Princess|Sheikh|Sri|Shri|Tun)\s+(?:of\s+)?"
    rf"(?:(?:(?:bint?|ibn)\s+)?[{UPPER}][\w.’'-]*\s+){{0,4}}?"
    rf"(?:{_SCHOOL_WORD}|Hospitals?\b|Medical\s+City\b|Foundation\b)|Dame(?<=Notre Dame)\b"
    rf"|D[rR]\.?\s+(?:(?:[{UPPER}]\.){{2,4}}\s?|[{UPPER}]{{2,3}}\s)(?:[{UPPER}][\w’'-]*\s+){{0,4}}?{_SCHOOL_WORD}"
    rf"|Dr\s+(?:[{UPPER}][\w.’'-]*\s+){{1,4}}?{_SCHOOL_WORD}(?!\s+of\b)"
)
"""A body named after somebody with a title: "Prince Sultan University"."""
_OFFICE_IN_NAME = re.compile(r"\w+\s+(?:Universit[yi]|College)\b(?!\s+(?:of|in)\b)")
"""A school whose name begins like an office: "President University"."""
_GREATER = frozenset({"Universidad", "Universidad Nacional"})
"""Before "Mayor" in Spanish: the greater university, whatever its town."""
_PRACTICE = re.compile(r"Architects|Consultants|Advis[eo]rs|Partners")
"""With which names of firms end: "Roe & Doe Architects"."""
_BRANDS = frozenset({"Premier", "General", "Principal"})
"""Offices that are brands, too."""
_TRADE_NEXT = re.compile(
    r"\w+\s+(?:Financial\s+Group|Services|Solutions|Hospitals?|Holdings|Technologies|Systems|Training|Clinics?|Energy"
    r"|Bank|Foods|Oil|Power|Industries|Insurance|Motors|Steel|Electric\w*|Telecom|Airlines)\b"
)
"""An office within the name of a firm: "Acme Specialist Services"."""
_NOT_FIRST = frozenset(
    """
    what which who how why where there here not no yes but if or nor so thus hence today's with
    both all each every some many most other another such new old our your my one the a an in on
    at by for of with and to from both during under according as since when after before this
    these that its their his her representatives monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november december
    messrs signing they also while besides through between earlier students professors deans rectors
    among graduates alumni candidates researchers teachers lecturers officials
    title agreement memorandum mou mous moreover furthermore signed two three four five six
    seven eight nine ten recently today representing
    yesterday just now once ahead following prior speaking addressing commenting meanwhile however
    thanks alongside despite although because accompanied attending welcoming led held about
    delegation delegates
    """.split()
)
_AIM = re.compile(
    r"(?<=\bto\s)(?:Train|Build|Create|Develop|Launch|Promote|Support|Offer|Provide|Enhance|Improve"
    r"|Tackle|Study|Bring|Work|Produce|Help|Teach|Educate|Boost|Fund|Prepare"
    r"|Conduct|Strengthen|Expand|Establish|Upskill|Empower|Accelerate|Bolster|Cultivate|Nurture|Equip)\b"
)
"""What somebody is to do, in a headline with capitals throughout: "Join Hands to Train Pilots"."""
_FIRST_ALL_THE_SAME = re.compile(
    r"New\s+(?:York|Jersey|Mexico|England|Hampshire|Orleans|Haven|Brunswick|Zealand|South\s+Wales|Delhi"
    r"|Taipei|Vision|Era|Bulgarian|Economic\s+School|College)\b"
    r"|(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\s+(?:[A-Z]\w+\s+){0,2}(?:Group|Corp|Corporation|Holdings"
    r"|Hotels?|Bank|Ltd|Limited|Inc|Capital|Technologies|Energy|Partners|Media)\b"
    r"|Old\s+Dominion\b|All\s+(?:India|Nippon|Saints)\b|Our\s+Lady\b"
)
"""Names that begin with such a word: "New York University"."""
_NEVER_LAST = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday today yesterday recently january
    february march april may june july august september october november december rectorate
    """.split()
)
"""What runs on from a name: "signed with Acme Wednesday", "X University Rectorate"."""
_AGREEMENT_WORD = re.compile(
    r"^(?:M[Oo][UuAa]s?|Memorand\w+|Agreements?|Contracts?|Pacts?|Protocols?|Letter|Lo[Iii]|Understanding|Intent|Co-?operation"
    r"|Strategic|Framework"
    r"|Comprehensive|Cooperative|Signing|Ceremony|Signs?|Signed|Inks?|Hold|Holds|Partner"
    r"|Partnership)$",
    re.IGNORECASE,
)
_WITH_WHOM = re.compile(r"\s+(?:(?:up|together)\s+)?(?:with|to)\b", re.IGNORECASE)
"""After "Partners" where it is a verb; names of firms end in it, too: "Roe Capital Partners"."""
_COOPERATIVE = re.compile(r"Co-?operati(?:ve|on)|Strategic|Partnership", re.IGNORECASE)
"""Words for agreements that names of bodies hold, too: "International Cooperation Agency"."""
_HEADLINE_WORD = re.compile(
    r"^(?:With|MO[UA]s?|Mo[UA]s?|Between|By|To|On|For|In|At|As|Under|Into|Through|Over|Joins?|Hands|Teams?|Up|Seals?|Sealed"
    r"|Renews?|Strengthens?|Announces?|Establish(?:es)?|Launch(?:es)?|Collaborates?|Forges?|Expands?"
    r"|Opens?|Explores?|Enters?|Formali[sz]es?|Concludes?|Exchanges?|Boosts?|Deepens?|Develops?|Unveils?)$",
    re.IGNORECASE,
)
"""Capitalised only because a headline capitalises every word; no name of a body goes over them."""
_ENDS_PHRASE = re.compile(r"\s+[a-z]|[,.;)]|$")
_SCHOOL_WORD_ALONE = re.compile(r"University|College|Polytechnic")
_DEED = re.compile(
    r"(?!United|Applied|Allied|Integrated|Advanced|Limited|Incorporated)[A-Z][a-z]*ed"
)
"""A verb after a school in a headline that capitalises every word: "X University Tied"."""
_OF_MEMBERS = frozenset(
    "Association Institution Institute Society Chamber Federation Union Board".split()
)
"""Bodies that are named after their members: "Association of Engineers"."""
_THEIR_BODY = re.compile(rf"['’]?\s+(?:and\s+[\w’']+\s+)?(?:{'|'.join(sorted(_OF_MEMBERS))})\b")
_SCHOOL_OF_PEOPLE = re.compile(r"\b(?:Institute|College|Academy|Council|Guild)\s+of\s+$")
"""Before people after whom a body is named: "Institute of Directors"."""
_TRADED = frozenset({"Stock", "Commodity", "Mercantile", "Currency"})
_RUN_ON = re.compile(rf"[{UPPER}]{{3,6}}(?=-|$)")
_FORM_NEXT = re.compile(r"\s+(?:LLC|Ltd|Limited|Plc|PLC|Inc|Co|Company|Group|Bank|W\.?L\.?L)\b")


def stands_outside(text: str, run: Words, word: re.Match[str]) -> bool:
    """Whether a word is an office or honorific that stands beside a name, not within it."""
    if is_honorific(word[0]):
        if run and re.match(r"Universit(?!y)|Kolej|Politeknik", run[-1][0]):
            return False  # named after somebody: "Universiti Tun X"
        if word[0] == "Sri" and (text.startswith(" Lanka", word.end()) or _is_of(text, run, word)):
            return False  # part of a name of a place
        return _HONOURED.match(text, word.start()) is None
    if not is_office(word[0]) or (word[0] == "Mayor" and words_of(text, run) in _GREATER):
        return False
    if run and run[-1][0].casefold() in RANKS:
        return True
    if word[0].endswith("s") and (
        any(other[0] in _OF_MEMBERS for other in run)
        or _THEIR_BODY.match(text, word.end())
        or (run and _SCHOOL_OF_PEOPLE.search(text[run[0].start() : word.start()]))
    ):
        return False
    practice = _PRACTICE.fullmatch(word[0]) and not _WITH_WHOM.match(text, word.end())
    if run and practice and type_of(words_of(text, run)) not in INSTITUTION_TYPES:
        return False
    attached = run and text[run[-1].end() : word.start()].isspace()
    after = _TRADE_NEXT if attached or word[0] in _BRANDS else _OFFICE_IN_NAME
    return after.match(text, word.start()) is None


def words_of(text: str, run: Words) -> str:
    """The words of a run as the text has them; none for an empty one."""
    return text[run[0].start() : run[-1].end()] if run else ""


def _is_of(text: str, run: Words, word: re.Match[str]) -> bool:
    """Whether "of" binds a word to the name before it: "University of Sri X"."""
    return bool(run) and text[run[-1].end() : word.start()] == " of "


def is_headline_word(text: str, run: Words, word: re.Match[str]) -> bool:
    """Whether a word is capitalised only since its headline is: "Acme Joins Hands With …"."""
    if (not run and word.start() > 0) or _is_second_word(text, run, word):
        return False
    if _HEADLINE_WORD.match(word[0]) is None:
        after_school = bool(run) and _SCHOOL_WORD_ALONE.fullmatch(run[-1][0]) is not None
        beside = after_school and text[run[-1].end() : word.start()].isspace()
        return beside and _DEED.fullmatch(word[0]) is not None
    if word[0] == "Open" and text[word.end() :].startswith(" University"):
        return False
    traded = word[0] == "Exchange" and run and run[-1][0] in _TRADED
    return not traded and _FORM_NEXT.match(text, word.end()) is None


def _is_second_word(text: str, run: Words, word: re.Match[str]) -> bool:
    """Whether a short word is of a name, since small letters follow it: "signed by AB On on"."""
    return (
        len(run) == 1
        and run[0][0].isupper()
        and word[0] in {"On", "In", "At", "Up", "By", "To"}
        and _ENDS_PHRASE.match(text, word.end()) is not None
        and text[: run[0].start()].endswith(
            (" and ", " with ", " by ", " between ", " the ", " at ")
        )
    )


def without_rank(run: Words) -> Words:
    """A run before an office without the words that belong to the office: "Vice", "Managing"."""
    while run and run[-1][0].casefold() in RANKS:
        run = run[:-1]
    return run


def without_edges(words: Words) -> Words:
    """The words of a chain without those that only stand beside the name."""
    sort = next((i for i, word in enumerate(words[:4]) if _SORT.match(word[0])), -1)
    words = words[sort + 1 :]
    while words and stands_before(words[0]):
        words = words[1:]
    while words and words[-1][0].casefold() in _NEVER_LAST:
        words = words[:-1]
    cut = next((i for i, word in enumerate(words) if _ends_before(words, i)), len(words))
    return _without_acronym(words[:cut])


def stands_before(word: re.Match[str]) -> bool:
    """Whether a word before a name is none of it: "Today", "Memorandum"."""
    if _FIRST_ALL_THE_SAME.match(word.string, word.start()):
        return False
    if _AIM.match(word.string, word.start()):
        return True
    return word[0].casefold() in _NOT_FIRST or _AGREEMENT_WORD.match(word[0]) is not None


def _without_acronym(words: Words) -> Words:
    """A name without the acronym that runs on from it: "Acme State University ASU"."""
    if len(words) < 3 or not (short := _RUN_ON.match(words[-1][0])):
        return words
    name = words[0].string[words[0].start() : words[-2].end()]
    return words[:-1] if short[0] in initials(name) else words


def _ends_before(words: Words, number: int) -> bool:
    """Whether a name ends before a word for agreements; not in "Centre for Strategic Studies"."""
    if _AGREEMENT_WORD.match(words[number][0]) is None:
        return False
    string, start = words[number].string, words[0].start()
    text = string[start : words[number].start()]
    whole = string[start : words[-1].end()]
    if _COOPERATIVE.fullmatch(words[number][0]) and type_of(text) is None and type_of(whole):
        return False
    within = r"\sfor\s" if words[number][0] == "Partnership" else r"\s(?:of|for)\s+$"
    return re.search(within, text) is None
