"""Who acts in a sentence about a signing, and who is only spoken of there.

Guests, hosts, owners, employers of those who comment and what the agreement is to bring about are
told from the parties by the words around their names.
"""

import re

from agreements.extraction.document import Span
from agreements.extraction.english.events.enumeration import AGREEMENTS
from agreements.extraction.english.organisations.body_types import type_of
from agreements.extraction.english.organisations.slots import named_between
from agreements.extraction.english.parties.companions import Named, without_companions
from agreements.extraction.english.parties.register import Organisation, Register
from agreements.vocabulary.kinds import INSTITUTION_TYPES, OrganisationType

_ASIDE = re.compile(
    r"\b(?=\w)(?:according\s+to|sidelines\s+of|through|via|(?:initiative|request|help|assistance|auspices|patronage|supervision|umbrella|endorsement)\s+of|under|part\s+of|belong(?:s|ed|ing)?\s+to|owned\s+by|subsidiary\s+of|(?:arm|wing|member|division|branch)\s+of|told"
    r"|reported\s+by|supported\s+by"
    r"|coordinated\s+by|represented\s+by(?:\s+(?:its|their))?|headquarters\s+of|(?:campus|park|room|hall|auditorium|boardroom|premises|building|theatre|library|(?:meeting|conference|lecture|exhibition|convention)\s+cent(?:er|re))\s+of|organi[sz]ed\s+by|academy\s+of"
    r"|(?:established|founded|formed|set\s+up|run|owned|operated)\s+by|fellow\s+of|visited?"
    r"|member\s+of\s+the|hosted\s+by|welcomed\s+by|invitation\s+of|(?:held|place|signed|ceremony"
    r"|campus)\s+(?:at|in))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_BESIDE = 60
"""Characters that such words take at most."""
_APPOSED = re.compile(
    r"(?:\b[A-Z][\w’'.-]*|\)),\s+(?:an?|one\s+of|owners?|operators?|publishers?|makers?|producers?|part"
    r"|organi[sz]ers?|distributors?|the(?=\s+[a-z])(?![^,]*\b"
    r"(?:president|rector|dean|chair\w*|head|director|chancellor|manager|founder|chief|secretary"
    r"|minister|officer|provost|principal|owner)\b))\s+(?!.*\b(?:sign|ink|between))[^,.;:()]{0,90}"
    r"(?:\b(?:of|in|by|under|at|from|with|for)|\b(?:of|by|between|from|for|with)\s[^,.;:()]*\band)\s+"
    r"(?:the\s+)?(?:[a-z]{4,}\s+){0,2}$"
)
"""Within what only describes a party: "X, a joint venture of Y and"."""
_OWNER_OF = re.compile(
    r",\s+an?\s+(?:[\w-]+\s+){0,3}(?:venture|JV|consortium)\s+(?:between|of)\s+[^.;:()]{0,90}$|"
    r"(?:Company|Ltd\.?|Limited|Inc\.?|Group|Corporation|Holdings?|PLC|plc),\s+(?:the\s+)?owners?\s+of\s+"
    r"[^,.;:()]{0,90}$"
)
"""Within what tells a firm's owners or possessions: "Acme Ltd, the owner of X and of"."""
_ARM_OF = re.compile(
    r"\b(?:[A-Z]\w+|[Ll]ocal|[Rr]egional)\s+(?:subsidiary|branch|arm|unit|affiliate)\s+of\s+"
    r"(?:the\s+)?(?:[A-Z]?[\w-]+\s+){0,4}$"
)
"""Before the owner of a firm that is named by its land: "the Norwegian subsidiary of Acme"."""
PLACED = re.compile(r"\b(?:at|in|within|inside|on|about)\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)
_INDEFINITE = re.compile(
    r"\b(?:an?|new|(?<!the\s)(?<!first\s)joint|another|future|first)\s+$", re.IGNORECASE
)
_BACKED_BY = re.compile(
    r"\b(?:established|founded|set\s+up|created|owned|funded|financed|sponsored|launched|run|managed"
    r"|operated|governed|approved|backed)\s+(?:jointly\s+)?by\s+(?:the\s+)?$"
)
"""Before whoever founded or owns a party."""
_ATTRIBUTED = re.compile(
    r"\b(?:(?:said|says|explained)\s(?!.*\b(?:sign|ink|enter|partner|agree|between))[^.;]{0,80}"
    r"|(?:training|courses?|degrees?|lectures?|skills|expertise|qualifications?)\s+(?:in|on)\s+"
    r"|(?:studied|graduated|educated|taught|doctorate|degree|alumn\w+|staff|researchers|scientists)"
    r"\s+(?:[a-z]+\s+){0,4}(?:at|from|of)\s+(?:the\s+)?)$"
)
"""Before a body that only employs or taught who is spoken of, or what is taught.

"…, said a professor of X", "training in Industrial Services".
"""
_PEOPLE_OF = re.compile(
    r"\b(?i:students|graduates|alumni|teachers|researchers|lecturers|scientists|staff|candidates)\s+"
    r"(?:[a-z]+\s+){0,4}(?:at|from|of|for)\s+(?:the\s+)?$"
)
"""Before a body of whose people a sentence tells."""
_EMPLOYS = re.compile(
    r"\s+(?:lecturer|student|graduate|alumn\w+|researcher|scientist|engineer|economist|employee)s?\b"
)
"""After a body that only employs or taught who acts: "a former X University lecturer"."""
_OWNS = re.compile(
    r"['’]s?\s+(?:spin-?(?:offs?|outs?)|start-?ups?|subsidiar(?:y|ies))\b"
    r"|\s+subsidiar(?:y|ies),?\s+[A-Z]"
)
"""After a body that only owns or brought forth who acts: "X University's spin-off"."""
_HOSTS = re.compile(
    r"\b(?:hosted|organi[sz]ed|convened|facilitated|moderated)\s+(?:jointly\s+)?by\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before whoever gave an event its room; a school that does signs there, as a rule."""
_THAT = re.compile(r"\b(?:which|that)\s+(?:the\s+)?$")
_FUNDS = re.compile(r"\s+(?:will\s+|is\s+to\s+)?(?:fund|financ|sponsor|oversee|support)")
"""Around whoever only pays for or watches what was signed: "an agreement which Acme will fund"."""
_CLAUSE = re.compile(
    r",\s+(?:which|who|whose)\s+(?!.*\b(?:sign|ink|conclu|enter|seal|agree))[^,;.]{3,100}$"
)
"""Within what a clause tells of a party by the way: "X University, which works with Acme, …"."""
_MAY_DO = re.compile(r"\s+to\s+[a-z]")
"""After a body "for" which others agree: "signed a memorandum for X to open a branch"."""
_SPEAKS = re.compile(
    r"\s+(?:said|says|explained|added|noted|praised|applauded|hailed|congratulated"
    r"|welcomed(?!\s+(?:[\w-]+\s+){0,4}?(?:delegations?|teams?|groups?|guests?|visitors?|representatives"
    r"|officials|executives|leaders|managers)\b))\s+(?!so\b|it\b|they\b|that\s|on\b|today|yesterday|in\b|\w+day\b)"
)
"""After a body whose professor or manager only comments."""
_MADE_BY = re.compile(r"\b(?:established|founded|formed|set\s+up)\s+by\s+(?:the\s+)?$")
"""Before those, perhaps several, who only made the party named before."""
_AND = re.compile(r"\s*(?:,|,?\s+and)\s+(?:the\s+)?")
_FOUNDED = re.compile(
    r"\b(?=\w)(?:establish|launch|creat|set(?:ting)?\s+up|build|construct|found(?=ing|ed)"
    r"|(?<=to )found|inaugurat|co-found|open|commenc|extend|expand|upgrad|strengthen|support"
    r"|introduc)\w*\s+"
    r"(?:of\s+)?(?:the\s+|its\s+|their\s+)?(?:(?!(?:with|by|at|in|on|within|between)\b)[a-z]+\s+){0,2}$",
    re.IGNORECASE,
)
"""Before what the agreement is to bring about, which is no party to it."""
_PRESENT = re.compile(
    r"\b(?:in\s+the\s+presence\s+of|witnessed\s+by|attended\s+by|in\s+attendance)\b"
    r"(?!.*\b(?:signed|inked|between)\b)",
    re.DOTALL,
)
"""Where a sentence turns from those who act to those who look on."""
_LOOK_ON = re.compile(
    r"(?:(?!\b(?:sign|ink|seal|conclud|enter|exchang|renew)\w*).){3,300}?\b(?:attended|witnessed|graced"
    r"|(?:was|were)\s+(?:also\s+)?present|looked\s+on)\b(?!\s+by\b)",
    re.DOTALL,
)
"""A sentence up to what its subjects did who only looked on."""
_EACH_WITH = re.compile(
    rf"\b{AGREEMENTS}\b"
    r"[^.;:]{0,80}?\bwith\s",
    re.IGNORECASE,
)
"""Where one body signs a paper of its own with each of those named next."""
_SAW = re.compile(
    r",?\s+(?:saw|hosted|was\s+the\s+(?:scene|venue|setting)|provided\s+the\s+\w+)\b[^.;]{0,60}?\bsign"
)
"""After a place or host of a signing that others may have made."""
_ITS_UNIT = re.compile(r"\b(?:its|their|whose)\s+$")
_WHOSE = re.compile(r"['’]s\s+(?:\([^()]{1,20}\)\s+)?$")
_TITLE = re.compile(r"[“\"«](?![^”\"»]*\bsign)[^”\"»]{10,200}[”\"»]")
"""What a paper or a programme is called, in which no party is named."""
_OWNER = re.compile(rf"(?P<name>[A-Z][\w.-]*(?:\s+(?:of\s+)?[A-Z][\w.-]*)*){_WHOSE.pattern}")

Sides = dict[bool, list[Organisation]]


def sides_in(scopes: list[Span], register: Register) -> tuple[Sides, Sides, Sides]:
    """Organisations by side: those that act, those only spoken of, those whose people are named."""
    strong: Sides = {True: [], False: []}
    weak: Sides = {True: [], False: []}
    by_people: Sides = {True: [], False: []}
    for scope in scopes:
        present = _PRESENT.search(scope.quotation)
        onlookers = scope.start + present.start() if present else scope.end
        looking_on = _LOOK_ON.match(scope.quotation)
        until = scope.start + looking_on.end() if looking_on else scope.start
        found = without_companions(register.mentioned(scope), register)
        bound = named_between(scope)
        found = _with_one_another(found, scope)
        titles = [title.span() for title in _TITLE.finditer(scope.quotation)]
        left_out: tuple[Span, bool] | None = None
        spoken_of: dict[re.Pattern[str], Span] = {}
        for span, organisation in found:
            text = span.document.text
            before = text[max(scope.start, span.start - 120) : span.start]
            goes_on = (
                left_out is not None
                and left_out[1] == organisation.academic
                and _AND.fullmatch(text, left_out[0].end, span.start)
            )
            if not organisation.academic and _HOSTS.search(before):
                continue
            if (
                goes_on
                or _OWNS.match(text, span.end)
                or _is_spoken_of(before, organisation, register)
                or _SPEAKS.match(text, span.end)
            ):
                left_out = (span, organisation.academic)
                continue
            aside = any(form.search(before) for form in (PLACED, _APPOSED, _OWNER_OF))
            aside = aside or _ASIDE.search(before, len(before) - _BESIDE) is not None
            aside = aside or _EMPLOYS.match(text, span.end) is not None
            aside = aside or (
                _CLAUSE.search(before) is not None and text.startswith((",", " for "), span.end)
            )
            aside = aside or (
                _THAT.search(before) is not None and _FUNDS.match(text, span.end) is not None
            )
            for form in (_MADE_BY, _PEOPLE_OF):
                last = spoken_of.get(form)
                if form.search(before) or (last and _AND.fullmatch(text, last.end, span.start)):
                    aside, spoken_of[form] = True, span
            aside = aside or (
                before.endswith((" for ", " for the "))
                and _MAY_DO.match(text, span.end) is not None
            )
            aside = aside or _SAW.match(text, span.end) is not None
            aside = aside or _within(span, scope, titles)
            aside = aside or span.start > onlookers or span.start < until
            aside = aside or (bound != [] and not any(name.overlaps(span) for name in bound))
            if _ARM_OF.search(before):
                organisation = register.arm_of(organisation)
            in_position = register.in_position(span)
            side = (weak if in_position or aside else strong)[organisation.academic]
            if organisation not in side:
                side.append(organisation)
            if in_position and span.start < onlookers and span.start >= until:
                by_people[organisation.academic].append(organisation)
    return strong, weak, by_people


def _within(name: Span, scope: Span, titles: list[tuple[int, int]]) -> bool:
    """Whether a name is only a part of a title."""
    start, end = name.start - scope.start, name.end - scope.start
    return any(a < start and end < b and (a < start - 1 or end < b - 1) for a, b in titles)


def _with_one_another(found: Named, scope: Span) -> Named:
    """Those of whom one signs with each other one, without its likes: they share no paper.

    Of "a firm signed memoranda with a ministry and a school" only the firm is the school's partner.
    """
    each = _EACH_WITH.search(scope.quotation)
    if each is None:
        return found
    start = scope.start + each.end()
    leaders = [party for span, party in found if span.start < start]
    others = {party.academic for span, party in found if span.start >= start}
    if len(set(leaders)) != 1 or len(others) < 2:
        return found
    return [
        (span, party)
        for span, party in found
        if span.start < start or party.academic != leaders[0].academic
    ]


def _is_spoken_of(before: str, organisation: Organisation, register: Register) -> bool:
    """Whether what stands before a name makes it no party: "a new …", "to open the …"."""
    if (
        _BACKED_BY.search(before)
        or _INDEFINITE.search(before)
        or _ATTRIBUTED.search(before)
        or _FOUNDED.search(before)
    ):
        return True
    if _ITS_UNIT.search(before) and organisation.type is not OrganisationType.UNIVERSITY:
        return organisation.academic or organisation.type is OrganisationType.FOUNDATION
    if _WHOSE.search(before) is None:
        return False
    owner = _OWNER.search(before)
    if owner is None or type_of(owner["name"]) in INSTITUTION_TYPES:
        return True
    own_body = organisation.type is OrganisationType.UNIVERSITY and organisation.academic
    return not own_body and register.resolve(owner["name"]) is not None
