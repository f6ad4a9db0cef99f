"""Organisations named in a text: where, and of what type.

The type of a name follows from the word that names the kind of body, in the naming habits of many
countries, from a legal form (`agreements.names.LEGAL_FORMS`), or from what the text says of it.
"""

import re
from dataclasses import dataclass

from agreements.extraction.document import Span
from agreements.extraction.english.organisations.affiliations import is_led_as_a_school
from agreements.extraction.english.organisations.body_types import is_common, type_of
from agreements.extraction.english.organisations.countries import country_of
from agreements.extraction.english.organisations.names import names_in
from agreements.extraction.english.organisations.slots import slots_in
from agreements.names import LEGAL_FORMS
from agreements.vocabulary.kinds import OrganisationType

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


_FIRM = (
    r"(?:giant|company|firm|\w*maker|\w*builder|carrier|airline|insurer|lender|brewer|contractor"
    r"|consultancy|utility|shipyard|drugstore\s+chain|supermarket\s+chain|provider|start-?up|manufacturer|developer"
    r"|operator|multinational|supplier|corporation|bank|retailer|vendor|conglomerate|enterprise"
    r"|group|leader|telco|unicorn|subsidiary|affiliate|spin-off)"
)
_FIRMS = r"(?:companies|firms|banks|subsidiaries|affiliates|start-?ups)(?:,|:)\s"
COUNTED_FIRMS = re.compile(_FIRMS)
"""Before a list of firms, if they are counted."""
_LIST_OF_FIRMS = (
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s+(?:[\w-]+\s+){0,3}"
    rf"{_FIRMS}\s*"
    r"(?-i:[A-Z][\w&.-]*(?:\s+[A-Z][\w&.-]*){0,4}(?:,\s+(?:and\s+)?|\s+and\s+)){0,4}$"
)
IN_LIST_OF_FIRMS = re.compile(_LIST_OF_FIRMS, re.IGNORECASE)
"""Before a firm that a sentence has counted: "two of its subsidiaries, Acme and"."""
_DESCRIBED_BEFORE = re.compile(
    rf"\b(?=\w)(?:{_FIRM}\s+$|(?-i:\b{_FIRM},\s+$)"
    rf"|\b(?:M/s\.?|Messrs\.?)\s+$|{_LIST_OF_FIRMS}"
    r"|\b(?:CEO|Chief\s+Executive(?:\s+Officer)?(?:\s*\(CEO\))?|(?:Managing|President|Country|General)\s+Director"
    r"|Chair(?:man|woman|person)|(?:General|Country|Regional|Sales|Marketing)\s+Manager|C[OTF]O"
    r"|Co-?founder)\s+(?:of|at)\s+(?:the\s+)?$)",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[A-Z]{2,6}")
_EMPLOYED = re.compile(
    r"\b(?i:vice[- ]president|VP|head|director|manager|chief(?:\s+\w+)?\s+officer)\b"
    r"(?![^,;]*\b(?:[Ss]chool|[Ff]aculty|[Dd]epartment|[Cc]ollege|[Ii]nstitute|[Cc]ampus|[Rr]esearch"
    r"|[Ss]tudents?|[Aa]cademic)\b)[^,;.]{0,50}\sat\s+(?:the\s+)?$"
)
"""Before initials of whoever employs a manager: "Vice President of Operations at ABC"."""
_OF_THE_FIRM = re.compile(
    r"\b(?i:president|director|chairman|chairwoman|chief\s+executive|ceo|head|manager|founder|owner)\s+of"
    r"\s+(?:the|its|their)\s+(?:[\w-]+\s+)?\w+,\s+$"
)
"""Before a person, not a firm: "the president of the carmaker, Jane Roe"."""
_HELD_AT_FIRM = re.compile(
    r"\b(?i:president|director|chairman|chairwoman|head|manager|founder|owner|ceo)\s+of\s+(?:the|its|their)"
    r"\s+(?:company|firm|concern|enterprise|corporation|group|bank)\s+$"
)
_TWO_NAMES = re.compile(r"[A-Z][a-z]+\s[A-Z][a-z]+")
"""As people mostly have them, who follow: "Vice-President of the company Jane Roe"."""
_THEIR_HEAD = (
    r"[^.;,]{0,40}\b(?i:president|director|rector|dean|chair\w*|head|chancellor|manager|founder"
    r"|ceo|secretary|officer|provost|principal)\b"
)
"""Who is introduced after a comma is a person, whatever firm comes later."""
_DESCRIBED_AFTER = re.compile(
    r"(?:['’]s?)?\s+(?:CEO|CFO|COO|CTO|(?i:managing\s+director|chief\s+executive|general\s+manager"
    r"|country\s+(?:head|manager|director)))\b|"
    r"\s*\((?:CEO|Chair(?:man|person|woman)|President|Representative|Director)(?:\s+Director)?:?\s+"
    r"(?!of\b|at\b)(?![^()]*\b(?:Universit\w+|Institute|College|School|Foundation|Group|Chamber)\b)"
    r"[A-Z][a-z]+[^()]{0,30}\)|"
    r"\s*(?:\([^)]{1,40}\)\s*)?,\s+(?:an?|the|one\s+of|Asia|Europe|Africa|China"
    rf"|India)\b(?!{_THEIR_HEAD})[^.;]{{0,90}}?\b(?:compan(?:y|ies)|firms?|providers?|makers?|manufacturers?"
    r"|suppliers?|operators?|start-?ups?|developers?|corporations?|producers?|multinationals?|conglomerates?"
    r"|enterprises?|banks?|giants?|vendors?"
    r"|subsidiary|joint\s+venture|platform|group(?!\s+within\b)|retailers?|consultanc(?:y|ies)|business)\b"
    r"(?!\s+(?:announced|said|says|stated|reported|confirmed|added|noted)\b)",
)
_SCHOOL_AFTER = re.compile(
    r"\s*(?:\([^)]{1,40}\)\s*)?(?:\(deemed\b|,\s+(?:an?|the|one\s+of)\s+(?:(?!at\b|of\b|from\b|by\b)"
    r"[\w'’-]+\s+){0,6}?(?-i:universit(?:y|ies)|colleges?)(?=[,.;]|\s+(?:in|based|located|that|which|has)\b))"
    r"|\s+(?:(?:is|ranks|counts)\s+(?:one\s+of|among)\s+the|is\s+an?)\s+(?:(?!at\b|of\b|from\b|by\b|with\b)"
    r"[\w'’-]+\s+){0,3}?(?:universit(?:y|ies)|colleges?)(?=[,.;]|\s+(?:in|with|that|which|for)\b)",
    re.IGNORECASE,
)
_SLOT_BEFORE = re.compile(
    r"\b(?:with|between|by|partner(?:ed|s))\s+(?:the\s+)?(?:[a-z]+\s+){0,2}$"
    r"|\bwith\s+(?:[a-z]+\s+){1,6}(?:[a-z]+)?\s*[-–—:]\s*$"
)
_OTHER_DEED = re.compile(
    r"\b(?!(?:co-)?(?:signed|inked|sealed|concluded|executed|exchanged|agreed|jointly|reached)\b)"
    r"\w+(?:ed|un|en)\s+by\s+(?:the\s+)?(?:[a-z]+\s+){0,2}$"
)
"""Before whoever did something else than sign: "approved by"."""


_KINDS_OF_SCHOOL = {
    "universities": OrganisationType.UNIVERSITY,
    "colleges": OrganisationType.COLLEGE,
    "polytechnics": OrganisationType.UNIVERSITY,
}
_SCHOOLS = re.compile(rf"\s+(?P<kind>(?i:{'|'.join(_KINDS_OF_SCHOOL)}))\b(?!\s+of\b)")
_IN_LIST = re.compile(r",\s+|,?\s+and\s+")
_SORT_OF_SCHOOL = re.compile(
    r".*(?:ese|ish|ian|[ae]an|ch)|Thai|Lao|Dutch|Greek|Swiss|Czech|Saudi|Iraqi|Arab|State|Federal"
    r"|Private|Public|National|Local|Technical|Community|Junior|Top|Leading|Partner|Member"
)
"""What sort of schools are meant: "Thai and Lao universities", "state and private colleges"."""


def is_slot(before: str) -> bool:
    """Whether a sentence about a signing puts a party after these words: "signed with the"."""
    return _SLOT_BEFORE.search(before) is not None and _OTHER_DEED.search(before) is None


def described_in(within: Span) -> list[Mention]:
    """Names that do not show what they are but are called a company or school where they stand."""
    text = within.document.text
    found: list[Mention] = []
    before_it: Span | None = None
    for name in names_in(within):
        span, before_it = _body_at(before_it, name), name
        if type_of(span.words) is not None or is_common(span.words):
            continue
        before, after = (
            text[max(within.start, span.start - 60) : span.start],
            text[name.end : within.end],
        )
        if _OF_THE_FIRM.search(before) or (
            _HELD_AT_FIRM.search(before) and _TWO_NAMES.fullmatch(span.words)
        ):
            continue
        if _INITIALS.fullmatch(span.words) and _EMPLOYED.search(before):
            found.append(Mention(span, OrganisationType.COMPANY))
            continue
        if _DESCRIBED_BEFORE.search(before) or _DESCRIBED_AFTER.match(after):
            school = is_led_as_a_school(before)
            type_ = OrganisationType.UNIVERSITY if school else OrganisationType.COMPANY
            found.append(Mention(span, type_))
        elif _SCHOOL_AFTER.match(after) or (
            _INITIALS.fullmatch(span.words) and is_led_as_a_school(before)
        ):
            found.append(Mention(span, OrganisationType.UNIVERSITY))
    return found


def _body_at(before: Span | None, name: Span) -> Span:
    """What is described after a name: with "Acme, Lahore, a company" not the place."""
    text = name.document.text
    placed = before is not None and text[before.end : name.start] == ", " and " " not in name.words
    placed = placed and text.startswith(",", name.end)  # not "Jane Roe, ABC CEO"
    return before if before and placed and _DESCRIBED_AFTER.match(text, name.end) else name


def schools_listed_in(within: Span) -> list[Mention]:
    """Schools that have the word for their kind in common: "Durham and Lund universities"."""
    text, names = within.document.text, names_in(within)
    found: list[Mention] = []
    for number, name in enumerate(names):
        kind = _SCHOOLS.match(text, name.end, within.end)
        if kind is None:
            continue
        listed, at = [name], number
        while at and _IN_LIST.fullmatch(text, names[at - 1].end, names[at].start):
            at -= 1
            listed.append(names[at])
        if len(listed) > 1 and not any(_is_no_school(one.words) for one in listed):
            type_ = _KINDS_OF_SCHOOL[kind["kind"].casefold()]
            found += [Mention(one, type_) for one in listed]
    return found


def _is_no_school(name: str) -> bool:
    sort = _SORT_OF_SCHOOL.fullmatch(name) or country_of(name) or len(name) < 3
    return bool(sort) or type_of(name) is not None or is_common(name)


def unknown_in(within: Span) -> list[Mention]:
    """Names of unknown type where a sentence about a signing puts its parties."""
    return [Mention(slot.span, None) for slot in slots_in(within)]


def mentions_in(within: Span, known: frozenset[str] = frozenset()) -> list[Mention]:
    """Organisations named in a stretch of text, in order.

    `known` holds names (acronyms, short forms) that the document introduces elsewhere.
    """
    typed = [Mention(span, type_of(span.words)) for span in names_in(within)]
    return [mention for mention in typed if mention.type is not None or mention.name in known]
