"""The two sides of a signing, one academic, the other not.

The parties of an event are the organisations in its scope that act there. A side that the
sentence leaves open ("the company", "the two") is looked up in what stands around it.
"""

import re
from dataclasses import dataclass, replace

from agreements.extraction.document import Span
from agreements.extraction.english.organisations.counted import counted, listed
from agreements.extraction.english.organisations.units import is_unit_alone, unit_and_whole
from agreements.extraction.english.parties.acting import Sides, sides_in
from agreements.extraction.english.parties.beside import named_beside
from agreements.extraction.english.parties.closing import (
    is_between_offices,
    is_between_rectors,
    is_closed,
    is_open,
    is_with_government,
)
from agreements.extraction.english.parties.elsewhere import (
    around,
    both_around,
    only_schools_before,
)
from agreements.extraction.english.parties.prominent import prominent_party
from agreements.extraction.english.parties.register import Organisation, Register
from agreements.extraction.english.parties.unnamed import described_party, unnamed_party
from agreements.extraction.english.pipeline import Reading
from agreements.extraction.events import Event
from agreements.vocabulary.kinds import AgreementKind as Kind
from agreements.vocabulary.kinds import OrganisationType

_BOTH_SCHOOLS = re.compile(
    r"\b(?:both|the\s+two)\s+(?:\w+\s+)?(?:universities|schools|colleges|varsities|campuses)\b",
    re.IGNORECASE,
)
"""Words for parties all of which are schools."""
_TRAINS = re.compile(r"\bTraining\s+(?:Institute|Academy|Centre|Center)\b")
_THEY = re.compile(r"\b(?:[Tt]hey|[Bb]oth|[Tt]he\s+two)\s+(?:\w+\s+){0,3}$")
"""Before a verb whose subjects are those of the sentence before."""
_ACRONYM = re.compile(r"[A-Z]{2,7}(?:-\w+)?$")
_SCHOOL_LIFE = re.compile(
    r"\b(?:[Ff]aculty|[Ll]ecturers|[Uu]niversity|[Cc]ampus|[Dd]ean|[Vv]ice-?\s?[Cc]hancellor|[Rr]ector)\b"
)
_SIGNS_ALONE = re.compile(r"\b(?:[Hh]e|[Ss]he)\s+(?:also\s+|has\s+)?(?:\w+ly\s+)?$")
_MEANT = re.compile(
    r"\b(?:them|they|their|both|the\s+two|the\s+(?:parties|sides))\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Parties:
    """The two sides of one signing."""

    institutions: tuple[Organisation, ...]
    partners: tuple[Organisation, ...]

    @property
    def all(self) -> tuple[Organisation, ...]:
        """Both sides."""
        return self.institutions + self.partners


def _sides(scopes: list[Span], register: Register, reading: Reading) -> tuple[Sides, Sides, Sides]:
    """Who acts in scopes; where no school is named at all, the acronym beside a firm is one."""
    strong, weak, by_people = sides_in(scopes, register)
    unknown = [p for p in strong[False] if p.type is None and _ACRONYM.match(p.name.words)]
    if len(unknown) == 1 < len(strong[False]) and not register.names_a_school():
        firms = any(party.type is OrganisationType.COMPANY for party in strong[False])
        if firms and _SCHOOL_LIFE.search(reading.document.text):
            strong[False].remove(unknown[0])
            strong[True].append(replace(unknown[0], academic=True))
    return strong, weak, by_people


def parties_of(group: list[Event], register: Register, reading: Reading) -> Parties:
    """The sides of an agreement that several events tell.

    The first event that names both sides itself decides, else the first that names several schools
    and nobody else, else those that name one side each, else the first around which both sides are
    named, else the first of all.
    """
    closed: list[Event] = []
    represented: list[Event] = []
    half: list[Event] = []
    alone: dict[bool, list[Organisation]] = {}
    for event in group:
        strong, weak, by_people = _sides(told_in(event, reading), register, reading)
        unsure = closed and all(party.type is None for party in strong[False])
        if strong[True] and strong[False] and not unsure:
            return parties(event, register, reading)
        if is_between_offices(event, strong):
            return Parties(tuple(strong[True]), ())
        if not strong[True] and not by_people[True] and is_with_government(event, strong, register):
            return Parties((), tuple(strong[False]))
        if not by_people[False] and is_between_rectors(event, strong):
            return Parties(parties(event, register, reading).institutions, ())
        if weak[True] and strong[False]:
            half.append(event)
        for academic in (True, False):
            if strong[academic] and event.kind is not Kind.OTHER:
                alone.setdefault(academic, strong[academic])
        if len(strong[True]) > 1 and is_closed(event, strong, register, academic=False):
            closed.append(event)
        if (strong[True] or by_people[True]) and by_people[False]:
            represented.append(event)
    if half and len(alone) < 2:
        return parties((represented or half)[0], register, reading)
    between = any(_is_between_schools(event, register, reading) for event in group)
    if between and False not in alone:
        return Parties(parties(group[0], register, reading).institutions, ())
    if closed or represented:
        return parties((closed or represented)[0], register, reading)
    if len(alone) == 2:
        return Parties(tuple(alone[True]), tuple(alone[False]))
    naming = [event for event in group if _names_somebody(event, register, reading)]
    order = sorted(naming or group, key=lambda event: not _counted_after(event, reading))
    found = [parties(event, register, reading) for event in order]
    for sides in found:
        if sides.institutions and sides.partners:
            return sides
    pair = None if naming else named_beside(register, reading)
    return Parties(pair[:1], pair[1:]) if pair else found[0]


def _counted_after(event: Event, reading: Reading) -> list[Span]:
    """What goes on counting the parties after a signing."""
    sentences = reading.sentences
    return counted(event.sentence, sentences) + listed(event.sentence, sentences)


def _own(event: Event, register: Register, reading: Reading) -> Sides:
    """Who acts in what tells an event."""
    return _sides(told_in(event, reading), register, reading)[0]


def _is_between_schools(event: Event, register: Register, reading: Reading) -> bool:
    """Whether all parties are schools: "both universities signed", "they" after two schools."""
    text = event.sentence.text[: event.verb.start - event.sentence.span.start]
    if is_open(event, academic=False) or _own(event, register, reading)[False]:
        return False
    return bool(
        _BOTH_SCHOOLS.search(event.sentence.text)
        or (_THEY.search(text) and only_schools_before(event, register, reading))
    )


def _names_somebody(event: Event, register: Register, reading: Reading) -> bool:
    return any(_own(event, register, reading).values())


def parties(event: Event, register: Register, reading: Reading) -> Parties:
    """The two sides of an event; a side is empty where nothing in the document names it."""
    further = _counted_after(event, reading)
    own, _, signing = _sides(told_in(event, reading), register, reading)
    strong, weak, _ = _sides([*told_in(event, reading), *further], register, reading)
    for employer in _employers_of_subject(event, register, reading):
        if employer not in strong[employer.academic]:
            strong[employer.academic].append(employer)
    _part_hospitals_and_trainers(strong)
    nobody = not any((*strong.values(), *weak.values()))
    meant = nobody or _MEANT.search(event.sentence.text)
    if not strong[True] and not strong[False] and meant:
        strong = both_around(event, register, reading) or strong
    more, less, _ = sides_in([event.sentence.span], register)
    sides: Sides = {}
    for academic in (True, False):
        find = _institutions if academic else _partners
        here = weak[academic] or more[academic], less[academic]
        sides[academic] = strong[academic]
        both_by_people = signing[True] and signing[False]
        if not sides[academic] and (
            both_by_people or not is_closed(event, own, register, academic)
        ):
            sides[academic] = find(event, register, reading, *here)
    offices = all(party.type is OrganisationType.GOVERNMENT for party in sides[False])
    if sides[True] and sides[False] and offices and is_open(event, academic=False):
        acting, spoken_of = around(event, register, reading, academic=False)
        sides[False] += (acting or spoken_of)[:1]
    schools = dict.fromkeys(_whole(school, register) for school in _once(sides[True]))
    return Parties(tuple(schools), tuple(sides[False]))


def _whole(school: Organisation, register: Register) -> Organisation:
    """The only university that a document names, for a department without its name."""
    university = register.only_university() if is_unit_alone(school.name.words) else None
    return university or school


def _employers_of_subject(event: Event, register: Register, reading: Reading) -> list[Organisation]:
    """For whom "he" or "she" signs: the one body whose officer the sentence before names."""
    at = reading.sentences.index(event.sentence)
    before = event.sentence.text[: event.verb.start - event.sentence.span.start]
    if not at or not _SIGNS_ALONE.search(before):
        return []
    _, _, by_people = sides_in([reading.sentences[at - 1].span], register)
    employers = by_people[True] + by_people[False]
    return employers if len(employers) == 1 else []


def _once(schools: list[Organisation]) -> list[Organisation]:
    """Each university once: without its units where it is among the parties itself."""
    kept: list[Organisation] = []
    names = {name for school in schools for name in school.spellings}
    wholes = [school for school in schools if not is_unit_alone(school.name.words)]
    one = len(wholes) == 1 and wholes[0].type is OrganisationType.UNIVERSITY
    for school in wholes if one else schools:
        part = unit_and_whole(school.name.words)
        if part is None or part[1] not in names:
            kept.append(school)
            names.add(part[1] if part else school.name.words)
    return kept


def _institutions(
    event: Event,
    register: Register,
    reading: Reading,
    here: list[Organisation],
    beside: list[Organisation],
) -> list[Organisation]:
    """The schools of an event whose scope has none that acts."""
    if here:
        return here
    acting, spoken_of = around(event, register, reading, academic=True)
    if acting and not all(is_unit_alone(party.name.words) for party in acting):
        return acting
    unnamed = unnamed_party(event, register, reading, academic=True)
    return unnamed or acting or spoken_of or beside


def _partners(
    event: Event,
    register: Register,
    reading: Reading,
    here: list[Organisation],
    beside: list[Organisation],
) -> list[Organisation]:
    """The partners of an event whose scope has none that acts."""
    if found := described_party(event, register, reading):
        return found
    acting, spoken_of = around(event, register, reading, academic=False)
    meant = acting if is_open(event, academic=False) else []
    found = meant or here or acting or spoken_of or beside
    found = found or unnamed_party(event, register, reading, academic=False)
    return found or prominent_party(register, reading)


def told_in(event: Event, reading: Reading) -> list[Span]:
    """What tells the event: its scope, and the sentence of the agreement that "it" stands for."""
    if event.sentence.span.covers(event.noun):
        return [event.scope]
    return [event.scope, *(s.span for s in reading.sentences if s.span.covers(event.noun))]


def _part_hospitals_and_trainers(sides: Sides) -> None:
    """A hospital, or an institute that trains for a trade, is the partner of a school.

    That is so where schools are on the one side and nobody on the other.
    """
    partners = [
        party
        for party in sides[True]
        if party.type is OrganisationType.HOSPITAL or _TRAINS.search(party.name.words)
    ]
    if not sides[False] and 0 < len(partners) < len(sides[True]):
        sides[False] = partners
        sides[True] = [party for party in sides[True] if party not in partners]
