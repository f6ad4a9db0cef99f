"""The organisations of a document, each under its fullest name.

A name that does not show what it is counts where the text calls it a company or a signing puts it
among its parties.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from agreements.extraction.blocks import Role, Sentence
from agreements.extraction.document import Span
from agreements.extraction.english.events.enumeration import AGREEMENTS
from agreements.extraction.english.organisations.acronyms import stands_for
from agreements.extraction.english.organisations.affiliations import is_school_by_its_people
from agreements.extraction.english.organisations.body_types import COMPANY_NAMES, type_of
from agreements.extraction.english.organisations.counted import listed
from agreements.extraction.english.organisations.countries import country_of
from agreements.extraction.english.organisations.organisations import (
    Mention,
    described_in,
    mentions_in,
    schools_listed_in,
    unknown_in,
)
from agreements.extraction.english.organisations.slots import Slot, slots_in
from agreements.extraction.english.organisations.units import is_unit_alone
from agreements.extraction.english.parties.same_names import CLIPPED, SameNames, key_of
from agreements.extraction.english.people.people import Person, distinct
from agreements.extraction.english.pipeline import Reading
from agreements.extraction.events import Event
from agreements.names import LEGAL_FORMS, normalise_person
from agreements.vocabulary.kinds import (
    HIGHER_EDUCATION,
    INSTITUTION_TYPES,
    AliasKind,
    OrganisationType,
)

_ITS_OFFICE = re.compile(
    r",\s+(?:the|its|their)\s+(?:\w+['’]s\s+)?(?:[\w-]+\s+){0,3}?"
    r"(?:executive|president|director|chairman|chairwoman|manager|head|founder|rector|dean|officer)\b"
)
"""After a person, not a body: "Jane Roe, the company's chief executive"."""
_OWNED_BY = re.compile(
    r"(?:\s*\([^()]{1,20}\))?,?\s+(?:(?:which|that)\s+)?(?:belong(?:s|ing)\s+to|(?:is\s+)?owned\s+by)\s+(?:the\s+)?"
    r"(?P<owner>[A-Z][\w&.-]*(?:\s+[A-Z][\w&.-]*){0,4})"
)
"""After a body that is somebody's: "Institute of X (IX), which belongs to Acme Corporation"."""
_TRAINING = frozenset({OrganisationType.RESEARCH_INSTITUTE, OrganisationType.SCHOOL})
"""Types of bodies that firms have, too."""
_OF_A_PEOPLE = re.compile(r"(?:[aei]n|ese|ish|ch|[iy]|s|[ie]k|ic)$")
"""Forms of words for a people or a creed; the recogniser takes other names for such, too."""
_BOUND_BEFORE = re.compile(
    rf"\b(?:{AGREEMENTS}|agreement|memorandum(?:\s+of\s+\w+)?|mo[uac]|accord|pact|contract|deal)(?:\s*\([^()]{{2,20}}\))?\s+with\s+(?:the\s+)?$"
    r"|\b(?:partner|team|collaborat|co-?operat|work)\w*\s+(?:up\s+)?with\s+(?:the\s+)?$"
    r"|\bthe\s+(?:university|college|school|institut\w+)\s+and\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a party: "signed a memorandum of understanding (MoU) with"."""
_ITS_DEED = re.compile(r"\s+(?:ha[sd]\s+)?\w+ed\s+its\s")
"""After a body, not a person: "Acme has renewed its"."""
_SHORT_FORM = re.compile(r"\s\(([A-Z][A-Za-z&]{1,6})\)")
_LONGEST_NAME = 200
_INNER_CAPITAL = re.compile(r"[\w&][A-Z]")


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation of the document under its fullest name, with the other names found."""

    name: Span
    type: OrganisationType | None
    aliases: tuple[tuple[str, AliasKind], ...]
    academic: bool

    @property
    def spellings(self) -> list[str]:
        """All its names, longest first."""
        return sorted({self.name.words, *(name for name, _ in self.aliases)}, key=len, reverse=True)


class Register:
    """The organisations of one document and every name under which it speaks of them."""

    def __init__(self, reading: Reading, people: list[Person], told: list[Event]) -> None:
        self._text = reading.document.text
        self._positions = [person.office for person in people if person.office]
        self._groups: dict[str, list[Mention]] = {}
        self._mentioned: dict[Span, list[tuple[Span, Organisation]]] = {}
        self._names = sorted(person.name for person in people)
        self._starts = [name.start for name in self._names]
        known = {normalise_person(person.name.words) for person in distinct(people)}
        self._introduced_people = [
            name for name in self._names if normalise_person(name.words) in known
        ]
        self._introduced = frozenset(self._introduced_people)
        for sentence in reading.sentences:
            if sentence.role is not Role.FURNITURE:
                self._add(mentions_in(sentence.span))
                self._add(described_in(sentence.span))
                self._add(schools_listed_in(sentence.span))
        places = [n for label in ("GPE", "LOC") for n in reading.names(label)]
        others = [n for n in reading.names("NORP") if _OF_A_PEOPLE.search(n.words)]
        others += reading.names("DATE")
        for event in told:
            items = listed(event.sentence, reading.sentences)
            self._add(Mention(span, type_of(span.words)) for span in items)
        for sentence in _near(told, reading):
            self._add(
                Mention(slot.span, slot.type)
                for slot in slots_in(sentence.span)
                if not any(
                    slot.span.overlaps(name)
                    for name in (
                        self._introduced_people
                        if slot.listed or _is_bound(slot.span)
                        else self._names
                    )
                )
                and (slot.type or not any(name.covers(slot.span) for name in others))
                and (_is_no_place(slot) or not any(n.covers(slot.span) for n in places))
                and not self._is_where_a_school_is(slot.span)
                and not self._is_of_a_person(slot.span)
            )
        unshown = frozenset(
            m.name for ms in self._groups.values() for m in ms if type_of(m.name) is None
        )
        self._same = SameNames(self._text, self._groups, self._positions)
        aliases = (name for key in self._same.distinct() for name, _ in self._same.aliases(key))
        self._known = unshown.union(aliases)
        """Names of organisations that their own words do not show to be one."""
        self._organisations = {key: self._organisation(key) for key in self._same.distinct()}
        self._by_first_word: defaultdict[str, list[Organisation]] = defaultdict(list)
        for party in self._organisations.values():
            self._by_first_word[party.name.words.split()[0].casefold()].append(party)

    def _add(self, mentions: Iterable[Mention]) -> None:
        for mention in map(self._clipped, mentions):
            self._groups.setdefault(key_of(mention.name), []).append(mention)

    def _is_where_a_school_is(self, name: Span) -> bool:
        """Whether a word is the last of a school's name: "Otaniemi" beside "UT, Otaniemi"."""
        return any(
            len(mention.words) > 1 and mention.words[-1] == name.words.casefold()
            for mentions in self._groups.values()
            for mention in mentions
            if mention.type in INSTITUTION_TYPES
        )

    def _is_of_a_person(self, name: Span) -> bool:
        """Whether a word is part of the name of somebody who is introduced: "Amarjit"."""
        word = name.words
        return " " not in word and any(word in person.words.split() for person in self._introduced)

    def _clipped(self, mention: Mention) -> Mention:
        """The mention without a personal name that runs on from it."""
        for name in self._people_near(mention.span):
            if name.start <= mention.span.start < name.end < mention.span.end:
                return _after_person(mention, name)
            namesake = mention.type in INSTITUTION_TYPES and (
                name.end < mention.span.end or name not in self._introduced
            )
            closed = name.end < mention.span.end and mention.words[-1] in LEGAL_FORMS
            namesake = namesake or (closed and name not in self._introduced)
            if mention.span.start < name.start < mention.span.end and not namesake:
                text = mention.span.quotation[: name.start - mention.span.start].rstrip()
                return Mention(
                    Span(mention.span.start, mention.span.start + len(text), name.document),
                    mention.type,
                )
        return mention

    def _people_near(self, span: Span) -> list[Span]:
        """The personal names that may overlap a stretch of text."""
        first = bisect_left(self._starts, span.start - _LONGEST_NAME)
        return self._names[first : bisect_left(self._starts, span.end)]

    def resolve(self, name: str) -> Organisation | None:
        """The organisation meant by a name, or None."""
        return self._organisations.get(self._same.key(name))

    def arm_of(self, owner: Organisation) -> Organisation:
        """The one firm of the document with a longer name than its owner, else the owner."""
        brand = f"{owner.name.words} ".casefold()
        kin = self._by_first_word[owner.name.words.split()[0].casefold()]
        arms = [party for party in kin if party.name.words.casefold().startswith(brand)]
        return arms[0] if len(arms) == 1 else owner

    def mentioned(self, span: Span) -> list[tuple[Span, Organisation]]:
        """Organisations spoken of in a stretch of text, with the place of each."""
        if span in self._mentioned:
            return self._mentioned[span]
        found = []
        for mention in map(self._clipped, mentions_in(span, self._known)):
            if organisation := self.resolve(mention.name):
                found.append((mention.span, organisation))
        self._mentioned[span] = found
        return found

    def unsure_in(self, span: Span) -> list[Span]:
        """Names where a signing puts its parties that look like a person's or a place's."""
        return [
            mention.span
            for mention in unknown_in(span)
            if (" " in mention.name or country_of(mention.name) is None)
            and not self._text[: mention.span.start].endswith("by ")
            and not _ITS_OFFICE.match(self._text, mention.span.end)
            and not any(person.overlaps(mention.span) for person in self._introduced_people)
        ]

    def names_at(self, span: Span) -> bool:
        """Whether a known organisation is named at a place, or goes by what stands there."""
        return self.resolve(span.words) is not None or any(
            mention.span.overlaps(span)
            for mentions in self._groups.values()
            for mention in mentions
        )

    def only_university(self) -> Organisation | None:
        """The university or college that a document names, if it names one alone."""
        found = [party for party in self._organisations.values() if party.type in HIGHER_EDUCATION]
        wholes = [party for party in found if not is_unit_alone(party.name.words)]
        return wholes[0] if len(wholes) == 1 else None

    def names_a_school(self) -> bool:
        """Whether the document names any university or college by a name that shows it."""
        return any(party.type in HIGHER_EDUCATION for party in self._organisations.values())

    def has_person(self, span: Span) -> bool:
        """Whether somebody who is introduced is named within a stretch of text."""
        return any(span.overlaps(name) for name in self._introduced_people)

    def is_person(self, span: Span) -> bool:
        """Whether a place lies within somebody's name."""
        return any(name.overlaps(span) for name in self._names)

    def in_position(self, span: Span) -> bool:
        """Whether a place lies within somebody's position."""
        return any(position.overlaps(span) for position in self._positions)

    def _is_a_firms(self, school: Mention) -> bool:
        """Whether an academy has the name of a firm of the document: "ABC Academy", "ABC Corp."."""
        brand = school.name.split()[0]
        return brand[1:].lower() != brand[1:] and any(
            mention.type is OrganisationType.COMPANY and mention.name.split()[0] == brand
            for mentions in self._groups.values()
            for mention in mentions
        )

    def _is_owned_by_firm(self, mentions: list[Mention]) -> bool:
        """Whether the text says that a body is a firm's."""
        owners = (_OWNED_BY.match(self._text, mention.span.end) for mention in mentions)
        return any(
            owner and type_of(owner["owner"]) is OrganisationType.COMPANY for owner in owners
        )

    def positions_at(self, name: str) -> list[str]:
        """The positions that end in a name: "Director of X", "CEO, X"."""
        return [p.words for p in self._positions if p.words.endswith((f" {name}", f"({name})"))]

    def in_one_position(self, one: Span, other: Span) -> bool:
        """Whether two places lie within the position of one person."""
        return any(p.overlaps(one) and p.overlaps(other) for p in self._positions)

    def _organisation(self, key: str) -> Organisation:
        mentions = self._same.mentions(key)
        free = [
            m for m in mentions if not self.in_position(m.span) or self._same.is_introduced(m)
        ] or mentions
        if all((m.name.isupper() and " " not in m.name) or m.words[-1] in CLIPPED for m in free):
            free = mentions
        if any(m.type in HIGHER_EDUCATION for m in mentions) and not any(
            type_of(m.name) for m in free
        ):
            free = mentions  # "Durham", of which only a position tells the full name
        best = max(free, key=lambda m: (len(m.name), -m.span.start))
        typed = [mention for mention in mentions if mention.type]
        type_ = max(typed, key=lambda m: len(m.name)).type if typed else None
        unit = type_ in INSTITUTION_TYPES and type_ not in HIGHER_EDUCATION
        if unit and best.words[0] in COMPANY_NAMES:
            type_ = OrganisationType.COMPANY
        aliases = {name: kind for name, kind in self._same.aliases(key) if name != best.name}
        for mention in mentions:
            if mention.name != best.name:
                aliases.setdefault(mention.name, AliasKind.SPELLING)
        if type_ in _TRAINING and (self._is_a_firms(best) or self._is_owned_by_firm(mentions)):
            type_ = OrganisationType.COMPANY
        academic = type_ in INSTITUTION_TYPES or (
            type_ is None and is_school_by_its_people(best.name, self._text)
        )
        return Organisation(best.span, type_, tuple(aliases.items()), academic)


def _is_no_place(slot: Slot) -> bool:
    """Whether a name is none of a place, whatever the model says: "Acme, HCLTech and KCB"."""
    if slot.type is not None:
        return True
    before = slot.span.document.text[max(0, slot.span.start - 9) : slot.span.start]
    if slot.closes_list or before.endswith((" with ", " with the ", " namely ", "namely, ")):
        return country_of(slot.span.words) is None
    return slot.listed and _INNER_CAPITAL.search(slot.span.words) is not None


def _is_bound(name: Span) -> bool:
    """Whether an agreement binds whoever is named, so that it is no person who only signs it."""
    text = name.document.text
    if _BOUND_BEFORE.search(text, max(0, name.start - 80), name.start):
        return True
    short = _SHORT_FORM.match(text, name.end)
    return _ITS_DEED.match(text, name.end) is not None or (
        short is not None and stands_for(short[1], name.words)
    )


def _near(told: list[Event], reading: Reading) -> list[Sentence]:
    """The sentences of events, those around them, and the headline: where parties are named."""
    numbers = {reading.sentences.index(event.sentence) for event in told}
    body = next((n for n, s in enumerate(reading.sentences) if s.role is Role.BODY), 0)
    return [
        sentence
        for number, sentence in enumerate(reading.sentences)
        if sentence.role is not Role.FURNITURE
        and (numbers & {number - 1, number, number + 1} or (told and number < body))
    ]


def _after_person(mention: Mention, name: Span) -> Mention:
    """What of a mention follows a person's name in it: "Jane Roe of Acme" is Acme."""
    rest = re.match(r"\s+(?:of|from)\s+", mention.span.document.text[name.end : mention.span.end])
    if rest is None:
        return mention
    span = Span(name.end + rest.end(), mention.span.end, name.document)
    return Mention(span, type_of(span.words))
