"""Where a sentence about a signing puts its parties, whatever their names look like.

Each name is read as one character and asides in parentheses are left out, so that the lists before
a verb or after "between" and "with" show, however long their names are. The characters are of
Unicode's private use area, which no text of ours has a meaning for.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from agreements.extraction.document import Document, Span
from agreements.extraction.english.organisations.body_types import (
    is_common,
    is_state,
    is_undertaking,
    type_of,
)
from agreements.extraction.english.organisations.counted import AMONG, BESIDES, COUNT, PARTIES
from agreements.extraction.english.organisations.countries import country_of
from agreements.extraction.english.organisations.names import names_in
from agreements.vocabulary.kinds import INSTITUTION_TYPES, OrganisationType

_SCHOOLS, _BODIES, _UNKNOWNS, _MOST = 0xE000, 0xE400, 0xE800, 0x400
_SCHOOL, _UNKNOWN, _NAME = "[\ue000-\ue3ff]", "[\ue800-\uebff]", "[\ue000-\uebff]"
_TYPED = re.compile("[\ue000-\ue7ff]")
_ASIDE = re.compile(rf"(?<={_NAME})\s*,?\s*\([^()]{{1,80}}\)")
_QUOTED = re.compile(
    rf"(?<!called )(?<!named )(?<!titled )(?<!dubbed )[\"“”«‘']({_NAME})(,?)[\"”“»’'](?!\w)"
)
"""Quotation marks around the whole name of a body, which is not called so as a programme is."""
_NOT_LISTED = rf"(?!(?<={_NAME}, {_SCHOOL}),\s+{_UNKNOWN}\s+(?:and|&)\s+(?!{_SCHOOL}){_NAME})"
"""Beside a school that is not one of a list: "X University, Y University, Acme and Z Ltd"."""
_PLACE = re.compile(
    rf"(?<={_SCHOOL}){_NOT_LISTED},\s+{_UNKNOWN}(?:,\s+{_UNKNOWN}(?=,|\.|$))?(?!\s+(?:and|&)\s+{_NAME}\s*,?\s+(?:have|both|are|sign)\b)"
    r"(?!\s+(?i:ink|sign|seal|join|team|partner|renew|forge|launch|agree|collaborate|tie|have|widen|extend|expand"
    r"|deepen|boost|strengthen|set|open|start|unveil|announce|develop|cooperate|pledge|reach|establish|create"
    r"|build|enter|promote|work|offer|cement|step|take|plan|bolster|advance|will|would|intend)\b)"
    rf"|(?<={_NAME}),\s+{_UNKNOWN}(?=[.;)]|$|,(?!\s+(?:(?:and|&)\s+)?(?:[Tt]he\s+)?(?:[a-z]\w*\s+){{0,3}}{_NAME})"
    r"|,?\s+(?:to|for|in|on|at|under|by|with|which|that|as|aim\w+|today|yesterday|last|during)\b)"
    rf"|(?<={_NAME}),\s+(?:situated|located|based|headquartered)\s+(?:in|at)\s+{_UNKNOWN}"
    rf"(?:,\s+{_UNKNOWN})?(?=,|\s)"
    rf"|(?<={_NAME})\s+(?:in|at|of|from)\s+{_UNKNOWN}"
)
"""What tells where a body is: "X University, Lahore"."""
_OF_A_SORT = (
    r"(?:(?!(?:under|which|that|the|to|for|so|as|whereby|where|in|on|by|at|who|ha[sd]|have|will|is)\b)"
    r"[a-z][a-z-]*\s+){0,3}(?:giant|major|firm|company|maker|provider|operator|leader|startup"
    r"|start-up|services|solutions)"
)
_SORT = re.compile(
    rf"{_UNKNOWN}\s+of\s+(?:the\s+)?(?={_SCHOOL})|{_NAME}['’]s\s+(?=(?:[a-z][\w-]*\s+){{1,4}}{_NAME})|{_UNKNOWN}['’]s\s+(?={_NAME})|(?<={_SCHOOL})['’]s\s+{_SCHOOL}"
    rf"|{_UNKNOWN}\s+(?:subsidiary|branch|arm|unit|affiliate|division)\s+of\s+(?:the\s+)?(?={_NAME})"
    rf"|(?<!\bthe\s){_UNKNOWN}\s+(?!and\b|with\b)(?={_OF_A_SORT}\b)"
    rf"|{_UNKNOWN}\s+(?!and\b|with\b)(?={_OF_A_SORT}\s+{_NAME})"
)
"""What tells of what sort the body named next is: "Kenya's largest bank", "Kenyan arm of"."""
_REPRESENTED = re.compile(
    rf"(?<={_NAME}),?\s+represented\s+by\s+(?:(?:[A-Z][a-z]+\.?|its|the|[a-z][a-z-]+,?)\s+){{0,5}}{_UNKNOWN}(?:,(?=\s+(?:and|have|sign)))?"
)
"""Who acts for a body: "X University, represented by Jane Roe, and …"."""
_ITS_HEADS = re.compile(rf"(?<={_SCHOOL})\s+Rectorate\b")
_LEAD = r"[\s\"“‘'(*•–-]*"
_OFFICE = (
    r"(?:president|director|rector|dean|chair(?:man|woman)|head|chief|manager|minister|founder"
    r"|chancellor|ceo|secretary|officer|governor)"
)
_FROM = r"(?:(?:[A-Z]\w*\s+){0,2}[A-Z]\w*-[a-z]+\s+)?"
_DESCRIPTION = (
    rf"(?:(?:[Bb]oth\s+)?[Tt]he\s+|(?:its|[Bb]oth)\s+)?{_FROM}"
    rf"(?:(?!{_OFFICE}\b|and\b|by\b)[a-z][\w’-]*,?\s+){{0,4}}?"
)
_APPOSED = (
    rf"(?:,\s+(?:an?|the|one\s+of|which|who|{_UNKNOWN}['’]s)\s[^;.:\ue000-\uebff]{{3,110}}?"
    r"(?=,|\s+and\s+[\ue000-\uebff]))?"
)
_BETWEEN_DASHES = rf"\s?[–—-]+\s?(?:{_UNKNOWN}['’]s\s)?[^.;:–—\ue000-\uebff]{{3,110}}?\s?[–—-]+"
_CLAUSE = r",\s+(?:which|who|whose|through|via|represented)\s[^;.:]{3,140}?,(?=\s+[a-z])"
_AND = (
    r"(?:\s*[,;]\s*(?:and\s+|as\s+well\s+as\s+)?|,?\s+(?:and(?:\s+(?:of|from|with))?|&|as\s+well\s+as|along\s+with"
    r"|together\s+with)\s+)"
)
_LIST = rf"(?P<list>{_NAME}(?>{_APPOSED}{_AND}{_DESCRIPTION}{_NAME})*)"
"""Each member is taken whole or not at all, which bounds the time that a long list takes."""
_DAY = r"(?:(?:on|in|at|from|of)\s+[\w .'’\ue800-\uebff-]{1,40}?\s+)?"
_ADVERB = (
    r"(?i:(?:\s*,?\s*(?:today|yesterday|recently|officially|formally|jointly|also|both|here"
    r"|this\s+\w+|last\s+\w+|\w+day)\b,?)*)"
)
_ACTS = (
    r"(?i:ha(?:s|ve)|(?:co-?)?sign(?:ed|s)?|ink(?:ed|s)?|penn?(?:ed|s)?|seal(?:ed|s)?|forge[ds]?"
    r"|enter(?:ed|s)?|join(?:ed|s)?|renew(?:ed|s)?|partner(?:ed|s)?|team(?:ed|s)?|tied?|ties"
    r"|concluded?s?|formali[sz]e[ds]?|exchange[ds]?|agreed?|announced?s?|held|hold|launch(?:ed"
    r"|es)?|strengthen(?:ed|s)?|collaborate[ds]?|establish(?:ed|es)?|extend(?:ed|s)?"
    r"|finali[sz]e[ds]?|execute[ds]?|reach(?:ed|es)?|deepen(?:ed|s)?|cement(?:ed|s)?"
    r"|is\s+(?:now\s+)?(?:the|an?)\s+(?:[\w-]+\s+){0,3}partners?|bec[ao]mes?|obtain(?:ed|s)?|acquire[ds]?|secure[ds]?|award(?:ed|s)?|licen[cs]e[ds]?|fund(?:ed|s)?"
    r"|to\s+(?:fund|support|offer|train|provide|help|work|collaborate|partner|develop|sponsor))\b"
)
_SUBJECTS = re.compile(
    rf"(?:^(?:(?:In|On)\s+[\w ]{{2,30}}\s|(?:Today|Yesterday|Recently)\s+)?|[:;–—-]\s+|,\s+"
    rf"|\b(?i:that|as|while|and|where|when)\s+){_DESCRIPTION}"
    rf"{_LIST}(?:{_CLAUSE}|{_BETWEEN_DASHES}|{_APPOSED},?|\s[–—-])\s*{_DAY}{_ADVERB}\s*{_ACTS}"
)
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"\b(?i:with|between|among|amongst|partnered|partners|by|unites|links|binds|commits|obliges|(?:brings|brought)\s+together"
        rf"|sign(?:ed|ing)\s+for)\s+{_DESCRIPTION}{_LIST}",
        rf"\b(?i:licen[cs](?:ed|es|ing))\s[^.:;]{{0,100}}?\bto\s+{_DESCRIPTION}{_LIST}",
        rf"\bnamely,?\s+{_DESCRIPTION}{_LIST}",
        rf"\b(?:receiv\w+|obtain\w*|secur\w+|gets?|accept\w*)\s[^.;:]{{0,60}}?\bfrom\s+{_DESCRIPTION}{_LIST}",
        rf"\b(?i:internships?|placements?|traineeships?|apprenticeships?|jobs)\s+(?:at|with)\s+{_DESCRIPTION}{_LIST}",
        rf"\b(?:granted|grants|awarded|awards|offered)\s+(?:the\s+)?{_LIST}\s+an?\s",
        rf"\bwill\s+see\s+(?:the\s+)?{_LIST}\s+[a-z]+\b",
        rf"\b(?:trained|mentored|employed|hired)\s+by\s+{_DESCRIPTION}{_LIST}",
        rf"^(?i:under|through|thanks\s+to|as\s+part\s+of|by)\s[^,;.]{{3,120}}?{_SCHOOL}[^,;.]{{0,40}},\s+{_DESCRIPTION}"
        rf"(?P<list>{_UNKNOWN})\s+(?:will|is|has|plans?|intends?|would)\b",
        rf"^{_LEAD}(?P<list>{_UNKNOWN})\s+(?:opens?|launch(?:es)?|funds?|supports?|sponsors?|backs?|establish(?:es)?|sets?\s+up)\s"
        rf"[^.;]*?{_SCHOOL}",
        rf"\b(?i:visits?)\s+(?:of|by)\s+(?:an?\s+|the\s+)?(?P<list>{_NAME})(?:['’]s)?\s+(?:delegation|team)\b",
        rf"\b(?i:partner|client|customer)\s+of\s+{_DESCRIPTION}{_LIST}",
        rf"\b(?:brings|brought|unites|united)\s+{_DESCRIPTION}{_LIST}\s+together\b",
        rf"\b(?i:representing|on\s+behalf\s+of)\s+(?:the\s+)?{_LIST}",
        rf"^{_LEAD}Representatives\s+(?:from|of)\s[^:]{{3,80}}(?:signed|signing)[^:]{{0,40}}:\s*{_LIST}",
        rf"\b(?:selected|chose|chosen|picked|named|appointed)\s+{_DESCRIPTION}{_LIST}\s+(?:as|its)\b",
        rf"\b(?i:representatives|officials|executives|leaders)\s+(?:of|from)\s+{_DESCRIPTION}{_LIST}"
        r"[^.;:]{0,40}?\s(?i:sign(?:ed)?|ink(?:ed)?|put|initial\w+)\b",
        rf"\b(?i:team|delegations?|group|representatives|officials|executives|managers|experts)\s+(?:from|of)\s+"
        rf"{_DESCRIPTION}{_LIST}[^.;:]{{0,60}}?\s(?:visit(?:ed|s)?|came|comes|met|meets?|toured|called)\b",
        rf"\b(?i:welcom(?:ed|es|ing)|host(?:ed|s|ing)|receiv(?:ed|es|ing))\s+(?:[\w-]+\s+){{0,4}}?"
        rf"(?:delegations?|teams?|representatives|officials|executives|leaders)\s+(?:of|from)\s+{_DESCRIPTION}{_LIST}",
        rf"^{_LEAD}(?P<list>{_NAME}\s*[–—-]\s*{_NAME})\s*:\s",
        rf"\bfor\s+{_DESCRIPTION}(?P<list>{_NAME}),?\s+by\s",
        rf"\bby\s+(?:[A-Z][a-z]+\.?\s+){{0,2}}{_UNKNOWN}\s+for\s+{_DESCRIPTION}{_LIST}",
        rf"\b(?i:with|between|partners|companies|firms)\s+[^.:;{{}}]{{0,60}}[-–—:]\s*{_LIST}"
        r"(?!\s+(?!to\b|for\b|in\b|on\b|as\b|at\b)[a-z])",
        r"\b[Tt]he\s+(?i:university|college|school|institut\w+|company|firm|bank)\s+and\s+"
        rf"(?:the\s+)?(?P<list>{_NAME})",
    )
)
_ANY_SUBJECT = re.compile(
    rf"^(?:{_LEAD}|[A-Z][a-z]+\s[^,.;:\ue000-\uebff]{{2,70}},\s+){_DESCRIPTION}(?P<list>{_NAME}(?>{_AND}{_DESCRIPTION}{_NAME})+){_APPOSED},?\s+[a-z]"
)
"""With whatever verb: counts only where a known body is among the names."""
_LONE_SUBJECT = re.compile(
    rf"^{_LEAD}(?:The\s+)?(?P<list>{_UNKNOWN}){_APPOSED},?\s+(?:will|is|ha[sd]|to|[a-z]+ed)\s"
    rf"[^.;]*?{_SCHOOL}(?=[^.;]*?\b(?i:agreement|memorandum|mou|moa|pact|accord|contract)\b)"
)
"""Who does something for a school where an agreement with it is told: "Acme will train …"."""
_COUNTED = tuple(
    re.compile(form)
    for form in (
        rf"\b{COUNT}\s+(?:[\w-]+\s+){{0,3}}{PARTIES},?\s+(?:including|among\s+them)\s+{_LIST}",
        rf"^{_LEAD}{AMONG}{_LIST}",
        rf"^{_LEAD}So\s+(?:did|have|has)\s+{_LIST}",
        rf"^{_LEAD}(?:{BESIDES}\s+(?:the\s+)?{_NAME},\s+)?(?:[Tt]he|They|These|Others|Further|Other)\s+(?:\w+\s+){{0,4}}(?:are|were|include[ds]?)[;:,]?\s+"
        rf"{_LIST}",
        rf"^{_LEAD}The\s+(?:parties|signatories|partners)\b[^.;:]{{0,70}}?\s(?:are|were)\s+{_LIST}",
        rf"^{_LEAD}{_DESCRIPTION}{_LIST}\s+(?:are|were)\s+(?:among\s+)?the\s+(?:[\w-]+\s+){{0,3}}"
        rf"{PARTIES}\b",
    )
)
_BETWEEN = re.compile(
    r"\b(?i:sign\w*|inked|agreements?|memorand\w*|mo[uac]s?|pacts?|accords?|contracts?|partnerships?"
    r"|co-?operation|collaboration|deals?)\b[^;:.]{0,80}?\b[Bb]etween\s+"
    rf"{_DESCRIPTION}(?P<list>{_NAME}(?>{_APPOSED}{_AND}{_DESCRIPTION}{_NAME})+)"
)
SCHOOL_ACRONYM = re.compile(
    r"(?!UN[A-Z]|US[A-Z]?$|USAID|EU$|IT$|MOU|UB[AS]|UPS|DOST|UK)"
    r"(?:[A-Z]{1,5}(?:IT|U|UT|ST)|U[A-Z]{2,4}|[A-Z][A-Za-z]{1,4}[A-Z]?U)(?:-[A-Z][a-z]+)?"
)
"""The forms that acronyms of universities take: HXIT, ZJU, USST, UTM, KazNU."""
_SCHOOLS_LISTED = re.compile(
    r"\b(?:universities|varsities|colleges|institutes|polytechnics)\b(?:[^.;](?!compan|firms))*"
    r"(?<!\bof )(?<!\bin )(?<!\bfrom )(?<!\bacross )(?<!\bof the )(?<!\bin the )(?<!\bfrom the )$"
)
"""Before a list whose members are all schools: "with eight leading universities: …"."""
_FIRMS_LISTED = re.compile(
    r"\b(?i:companies|firms|enterprises|employers|banks)\s+(?:are|were|include[ds]?)\b"
)
"""Before a list whose members are all firms: "The companies are: …"."""
_LAST_PLACE = re.compile(rf"(?P<rest>\s(?:and|&)\s[^,]*{_NAME}),\s+{_UNKNOWN}$")
"""At the end of "A and B, C": where B is."""
_AND_OFFICE = re.compile(rf"\s+and\s+(?:the|its|their)\s+(?:[a-z]+['’s]*\s+){{0,3}}?{_OFFICE}\b")
"""After people, not bodies: "signed by Jane Roe and the president of the university"."""
_ITS_BRANCH = re.compile(r"\s+(?:branch|campus|chapter)\s+of\b")
"""After the place that a branch has its name from."""
_FOR_OTHERS = re.compile(r",?\s+(?:(?:signing|acting)\s+)?(?:on\s+behalf\s+of|representing)\b")
"""After a person: "Jane Roe on behalf of Acme"."""
_BY = re.compile(r"\bby\s+(?:[A-Z][a-z]+\.?\s+){0,2}$")
_FOR = re.compile(r"\s+for\s+(?:the\s+)?[A-Z]")
"""Around a person: "signed by Jane Roe for Acme"."""
_GOVERNED = re.compile(
    r"\b(?:municipality|city|town|government|governorate|district|province|county|people)\s+of\s+"
    r"(?:the\s+)?$"
)
"""Before a place that has an administration: "the municipality of X"."""
_LAST = re.compile(rf"\s(?:and|&)\s+{_DESCRIPTION}({_UNKNOWN})$")
_FIRST = re.compile(rf"({_UNKNOWN})\s+(?:and|&)\s+{_DESCRIPTION}{_TYPED.pattern}")
"""The first of a pair: "Acme and X University"."""
_AFTER_NAME = re.compile(rf"{_NAME},\s+$")
"""Before the place of a body: "X University, Hanoi and Y University"."""
_SECOND = re.compile(rf"{_TYPED.pattern},\s+({_UNKNOWN})")
"""The second of a pair in a headline that leaves out "and": "X University, Acme sign"."""
_NAMED_BEFORE = 90
"""Characters before "namely" in which a text says of what sort those are whom it lists."""
_LONG = 5
"""Names; a longer list is one of parties, whatever these look like."""
_OTHER_DEED = re.compile(
    r"\b(?!(?:co-)?(?:signed|inked|sealed|concluded|executed|exchanged|agreed|reached)\b)"
    r"\w+(?:ed|un|en)\s+by\s"
)
"""Before whoever did something else than sign: "approved by"."""
_CENTRE = re.compile(
    r"\w\s+(?:Cent(?:er|re)|Headquarters|Labs?|Laborator(?:y|ies)|(?:Industrial|Technology|Science|Tech|IT|Software|Innovation)\s+Park)$"
    r"|^IT Park$"
)
_HEADQUARTERS = re.compile(r"(?:\w+\s+){2,}Headquarters")
_DIRECTION = re.compile(
    r"(?:North|South|East|West|Central)(?:[\s-]\w+)?|(?:North|South|East|West)ern\s+(?:Cape|Province)"
)
_REGION = re.compile(
    r"\w\s+(?:State|Province|District|County|Regency|Region)$"
    r"|(?<!Economic|Industry|Internet)(?<!Healthcare|Technology|Industrial|Innovation)"
    r"(?<!Media|Smart)(?<!Knowledge)(?<!Medical|Science)(?<!Academic)\s+City$"
)
_SORTS_OF_BODY = frozenset(
    "international national foreign general local private public state".split()
)
_NO_NAME = re.compile(
    r"R&D|T?VET|AI|ICT|IT|I[Oo]T|STEM|HR|CSR|ESG|SDGs?|(?i:they|we|he|she|it|parties|sides|.*\b(?:universities|varsit(?:ies|y)|institutions|companies"
    r"|schools|colleges|associations|agencies|ministries|organi[sz]ations))|(?:K?Sh|Rs|RM|Rp|GHC?|N|R|US|PHP?|P)\d.*"
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A name of no known kind where a party stands.

    `listed` says that it is listed with a known body, so that it is one though its name may look
    like a person's; `closes_list` that it follows the "and" of such a list, is one of a
    pair, or that the list is long, so that it may look like a place's, too; `type` is what the
    list is said to be one of, or what a place is that signs itself.
    """

    span: Span
    listed: bool
    closes_list: bool
    type: OrganisationType | None


def slots_in(within: Span) -> list[Slot]:
    """Names of no known kind where a sentence about a signing puts its parties, in order."""
    return [
        Slot(Span(within.start + start, within.start + end, within.document), listed, closes, type_)
        for start, end, listed, closes, type_ in _slots(within.quotation)
    ]


def named_between(within: Span) -> list[Span]:
    """The names that a sentence says an agreement is "between": all that are bound by it."""
    text = within.quotation
    names, marks, marked = _read(text)
    found = _BETWEEN.search(marked)
    if found is None:
        return []
    between = set(found["list"])
    return [
        Span(within.start + name.start, within.start + name.end, within.document)
        for name, mark in zip(names, marks, strict=True)
        if mark in between
    ]


@lru_cache(maxsize=2_000)
def _read(text: str) -> tuple[list[Span], list[str], str]:
    """The names of a sentence, the character that stands for each, and the sentence with them."""
    names = names_in(Span(0, len(text), Document("", text)))[:_MOST]
    marks = [chr(_first(name.words) + number) for number, name in enumerate(names)]
    return names, marks, _marked(text, names, marks)


@lru_cache(maxsize=2_000)
def _slots(text: str) -> list[tuple[int, int, bool, bool, OrganisationType | None]]:
    """Where each name stands, and what its list shows of it, as `Slot` has it."""
    names, marks, marked = _read(text)
    if re.search(_UNKNOWN, marked) is None:
        return []
    kinds = dict(zip(marks, map(_place_of, names), strict=True))
    acronyms = {
        mark: SCHOOL_ACRONYM.fullmatch(name.words) is not None
        for name, mark in zip(names, marks, strict=True)
    }
    found: dict[str, tuple[bool, bool, OrganisationType | None]] = {}
    for form in (_SUBJECTS, *_FORMS, _ANY_SUBJECT, _LONE_SUBJECT, *_COUNTED):
        for slot in form.finditer(marked):
            further = _NAMED_BEFORE if slot[0].startswith("namely") else 0
            start = max(0, slot.start() - further)
            said = _SCHOOLS_LISTED.search(marked[start : slot.start("list")])
            several = len(re.findall(_NAME, slot["list"])) > 1
            sort = OrganisationType.UNIVERSITY if said and several else None
            if _FIRMS_LISTED.search(slot[0][: slot.start("list") - slot.start()]):
                sort = OrganisationType.COMPANY
            after_people = _AND_OFFICE.match(marked, slot.end("list")) is not None
            if after_people or _OTHER_DEED.search(marked[: slot.start("list")][-40:]):
                continue
            members = _LAST_PLACE.sub(r"\g<rest>", slot["list"])
            listed = _TYPED.search(members) is not None
            if not listed and form is _ANY_SUBJECT:
                continue
            long = listed and (form in _COUNTED or len(re.findall(_NAME, members)) > _LONG)
            beside = [_LAST.search(members)]
            if not _AFTER_NAME.search(marked[: slot.start("list")]):
                beside.append(_FIRST.fullmatch(members))
            if form is _SUBJECTS and slot.start() == 0:
                beside.append(_SECOND.fullmatch(members))
            ends = {pair[1] for pair in beside if pair}
            for mark in re.findall(_UNKNOWN, members):
                amid = re.search(rf"{_TYPED.pattern}, {_TYPED.pattern}, {mark} (?:and|&) ", members)
                closes = long or amid is not None
                closes = closes or (listed and mark in ends)
                owner = re.search(rf"{_SCHOOL},\s+{mark}", members)
                if listed and kinds[mark] is None and acronyms[mark] and not owner:
                    sort = sort or OrganisationType.UNIVERSITY
                before = found.get(mark, (False, False, kinds[mark]))
                found[mark] = (listed or before[0], closes or before[1], sort or before[2])
    return [
        (name.start, name.end, *found[mark])
        for name, mark in zip(names, marks, strict=True)
        if mark in found
        and (found[mark][2] is not None or _may_be_party(name.words, found[mark][0]))
        and not _ITS_BRANCH.match(text, name.end)
        and not _acts_for_others(text, name)
        and not _GOVERNED.search(text, max(0, name.start - 30), name.start)
    ]


def _acts_for_others(text: str, name: Span) -> bool:
    """Whether whoever is named acts for somebody else, as people do."""
    by = _BY.search(text, max(0, name.start - 20), name.start) is not None
    for_whom = _FOR.match(text, name.end) is not None
    return (by and for_whom) or _FOR_OTHERS.match(text, name.end) is not None


def _may_be_party(name: str, listed: bool) -> bool:
    """Whether a name is more than a common word, and no event or place; a centre may sign, too."""
    if is_common(name) or name.casefold() in _SORTS_OF_BODY or _NO_NAME.fullmatch(name):
        return False
    if SCHOOL_ACRONYM.fullmatch(name) or _DIRECTION.fullmatch(name):
        return False
    if not is_undertaking(name):
        return True
    return _CENTRE.search(name) is not None and (
        listed or _HEADQUARTERS.fullmatch(name) is not None
    )


def is_governed(name: str) -> bool:
    """Whether a name is of a place that has an administration: "Hanam City", "Republic of X"."""
    return _REGION.search(name) is not None or is_state(name)


def _place_of(name: Span) -> OrganisationType | None:
    """What a place is that stands where a party does: its administration, or a school's park."""
    if is_governed(name.words):
        return OrganisationType.GOVERNMENT
    words = name.words.split()
    owners = (" ".join(words[:number]) for number in range(2, len(words)))
    owned = _CENTRE.search(name.words) and any(
        type_of(owner) is OrganisationType.UNIVERSITY for owner in owners
    )
    return OrganisationType.UNIVERSITY if owned else None


def _first(name: str) -> int:
    """The first of the characters that stand for names of this kind."""
    type_ = type_of(name)
    if type_ is None:
        return _UNKNOWNS
    return _SCHOOLS if type_ in INSTITUTION_TYPES else _BODIES


def _marked(text: str, names: list[Span], marks: list[str]) -> str:
    pieces, at = [], 0
    for name, mark in zip(names, marks, strict=True):
        pieces += [text[at : name.start], mark]
        at = name.end
    marked = _ASIDE.sub("", "".join([*pieces, text[at:]]))
    no_places = {mark for name, mark in zip(names, marks, strict=True) if _is_no_place(name.words)}
    first = re.compile(_UNKNOWN)
    marked = _PLACE.sub(
        lambda place: place[0] if first.findall(place[0])[0] in no_places else "", marked
    )
    marked = _ITS_HEADS.sub("", _REPRESENTED.sub("", marked))
    return _QUOTED.sub(r"\1\2", _SORT.sub("", marked))


def _is_no_place(name: str) -> bool:
    """Whether a name is an acronym or ends in the land of a branch: "Acme UK"."""
    first, *rest = name.split()
    if not rest:
        return len(re.findall(r"[A-Z]", first)) > 2
    return country_of(rest[-1]) is not None and country_of(first) is None
