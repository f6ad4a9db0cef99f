"""Which events tell one agreement, and which another that the same text announces.

One sentence may count several papers; others follow in sentences of their own ("Another memorandum
was signed with …"), or a page gathers items, each with its school, partner and day.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from agreements.extraction.blocks import Role
from agreements.extraction.english.events.agreement_kinds import is_paper
from agreements.extraction.english.events.enumeration import goes_on, is_told_singly
from agreements.extraction.english.organisations.counted import counted
from agreements.extraction.english.organisations.units import is_unit_alone, unit_and_whole
from agreements.extraction.english.parties.acting import sides_in
from agreements.extraction.english.parties.parties import told_in
from agreements.extraction.english.parties.register import Organisation, Register
from agreements.extraction.english.pipeline import Reading
from agreements.extraction.events import Event
from agreements.names import LEGAL_FORMS
from agreements.vocabulary.kinds import HIGHER_EDUCATION, AgreementKind

_FURTHER = re.compile(
    r"\b(?:another|an?\s+(?:separate|similar|further|second|third|fourth|additional)"
    r"|the\s+(?:second|third|fourth|fifth|final|last|other))\s+(?:[\w-]+\s+){0,3}?(?:agreements?|memorand\w+|mo[uac]s?"
    r"|pacts?|accords?|contracts?|deals?|documents?|letters?)\b"
    r"|\b(?:also|likewise|furthermore)\s+(?:been\s+)?(?:signed|inked|entered|penned|concluded|sealed)\b"
    r"|\bfollowed\b[^.;]{0,40}\bby\s+(?:the\s+signing\s+of\s+)?an?\s"
    r"|\b(?:during|on|at)\s+the\s+same\s+(?:stay|visit|trip|day|occasion|event|ceremony)\b"
    r"|\b(?:separate|another|second)\s+(?:\w+\s+)?(?:ceremony|event|signing|occasion)\b"
    r"|^\W*(?:In\s+addition|Separately|Besides|Furthermore|Additionally|Secondly|Likewise)\b",
    re.IGNORECASE,
)
"""Where a text goes on to further papers."""
_THE_SAME = re.compile(
    r"\b(?:the|this|that|these|those|both|said|its|their|such)\s+(?:\w+['’]s\s+)?(?:(?!of\b)[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
"""Before a paper that was named before."""
_A_NEW = re.compile(r"\ban?\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
"""Before a paper that is named for the first time."""
_PLURAL = re.compile(r"(?:memorand(?:a|ums)\b.*|[^s]s)$", re.IGNORECASE)
"""Several papers, which nobody has named before where no article does."""
_BEFORE_BRANDS = LEGAL_FORMS | {"the"}


@dataclass(slots=True)
class _Telling:
    """The events of one agreement, and the schools and partners that they name themselves."""

    events: list[Event] = field(default_factory=list)
    schools: list[Organisation] = field(default_factory=list)
    partners: list[Organisation] = field(default_factory=list)


def by_agreement(done: list[Event], register: Register, reading: Reading) -> list[list[Event]]:
    """Signings grouped by agreement, in each group the one first that tells most of it."""
    papers = Counter(event.verb for event in done)
    listed = [event for event in done if papers[event.verb] > 1]
    if listed:
        rest = [event for event in done if event not in listed]
        return [[event, *(o for o in rest if o.kind is event.kind)] for event in listed]
    tellings = _apart(done, register, reading)
    return [
        sorted(
            telling.events,
            key=lambda e: (e.kind is AgreementKind.OTHER, e.sentence.role is not Role.BODY),
        )
        for telling in tellings
    ]


def _apart(done: list[Event], register: Register, reading: Reading) -> list[_Telling]:
    """Each agreement begins with a sentence that names partners whom no other names."""
    tellings = [_Telling()]
    now = tellings[0]
    for event in done:
        goes_on_counting = counted(event.sentence, reading.sentences)
        strong, _, _ = sides_in([*told_in(event, reading), *goes_on_counting], register)
        partners, schools = strong[False], strong[True]
        known = next((t for t in tellings if set(partners) & set(t.partners)), None)
        if _is_of_another_school(event, tellings, schools):
            now = _Telling()
            tellings.append(now)
        elif known:
            now = known
        elif _opens_another(event, tellings, partners, schools):
            now = _Telling()
            tellings.append(now)
        now.events.append(event)
        if _tells(event):
            now.partners += partners
            now.schools += schools
    return tellings


def _opens_another(
    event: Event, told: list[_Telling], partners: list[Organisation], schools: list[Organisation]
) -> bool:
    """Whether a signing with other partners is of another paper than those told before."""
    text, before = event.sentence.text, [party for telling in told for party in telling.partners]
    own = _tells(event) and event.kind is not AgreementKind.OTHER
    if not (own and partners):
        return False
    if not before:
        return _FURTHER.search(text) is not None and any(telling.schools for telling in told)
    if _FURTHER.search(text) or goes_on(text) or is_told_singly(event):
        return True
    if share_a_brand(partners, before):
        return False
    named = {school for telling in told for school in telling.schools}
    others = [school for school in schools if not is_unit_alone(school.name.words)]
    if named and not named.issuperset(others):
        return True
    lead = text[: event.noun.start - event.sentence.span.start]
    if not is_paper(event.noun):
        return schools != [] and _A_NEW.search(lead) is not None
    fresh = schools != [] or _PLURAL.search(event.noun.quotation) is not None
    return _A_NEW.search(lead) is not None or (fresh and not _THE_SAME.search(lead))


def _is_of_another_school(event: Event, told: list[_Telling], schools: list[Organisation]) -> bool:
    """Whether a signing is of a further paper that a partner named before signs elsewhere."""
    text = event.sentence.text
    before = {school for telling in told for school in telling.schools}
    if not (_tells(event) and before and schools) or event.kind is AgreementKind.OTHER:
        return False
    wholes = {_whole(school) for school in before}
    if not wholes.isdisjoint(_whole(school) for school in schools) or any(
        s.type not in HIGHER_EDUCATION for s in schools
    ):
        return False
    return goes_on(text) or is_told_singly(event) or _FURTHER.search(text) is not None


def _whole(school: Organisation) -> str:
    """The name of the school that a unit belongs to, or its own."""
    part = unit_and_whole(school.name.words)
    return part[1] if part else school.name.words


def _tells(event: Event) -> bool:
    """Whether a sentence is of the text, or an item of its lists, and no heading."""
    return event.sentence.role is Role.BODY or goes_on(event.sentence.text) or is_told_singly(event)


def share_a_brand(some: list[Organisation], others: list[Organisation]) -> bool:
    """Whether bodies may be the same, or of one owner: "Acme Group", "PT Acme Energy"."""
    return not {_brand(party) for party in some}.isdisjoint(_brand(party) for party in others)


def _brand(party: Organisation) -> str:
    words = party.name.words.casefold().split()
    return next((word for word in words if word.strip(".,") not in _BEFORE_BRANDS), words[0])
