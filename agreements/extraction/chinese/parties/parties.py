"""The two sides of a signing told in Chinese, one academic, the other not."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from agreements.extraction.blocks import Role
from agreements.extraction.chinese.parties.acting import acting, named, visited
from agreements.extraction.chinese.parties.belonging import body_of
from agreements.extraction.chinese.parties.employers import employers
from agreements.extraction.chinese.parties.register import Organisation, Register
from agreements.extraction.chinese.parties.told import (
    ATTENDED,
    OUR_SCHOOL,
    closed,
    told_part,
    where_told,
)
from agreements.extraction.chinese.parties.unnamed import referred, unknown_partners
from agreements.extraction.chinese.people.people import Person, with_position
from agreements.extraction.chinese.sentences import Reading
from agreements.extraction.document import Span
from agreements.extraction.events import Event
from agreements.vocabulary.kinds import OrganisationType

_OUR = re.compile(r"(?<!大)学校|[我该本][校院]|该学院|(?<![㐀-鿿])学院(?=[与和同])")
_FIRST = 3
"""Sentences in which an article may introduce whoever it tells of."""
_EACH = re.compile(
    r"(?:分别|先后|逐一|依次|同时)[与和同]|各签"
    r"|[与和同][^，。；与同]{2,30}[、和及][^，。；与同]{2,30}分别签"
)


@dataclass(frozen=True, slots=True)
class Parties:
    """Who agreed with whom; empty sides are unknown."""

    institutions: tuple[Organisation, ...]
    partners: tuple[Organisation, ...]

    @property
    def all(self) -> tuple[Organisation, ...]:
        """Both sides."""
        return self.institutions + self.partners


@dataclass(frozen=True, slots=True)
class _Telling:
    """An event with all that tells who its parties are, nearest first.

    `scope` is its own part of a sentence that counts several documents; `shut`: nobody is missing.
    """

    event: Event
    register: Register
    people: list[Person]
    reading: Reading
    scope: list[Span]
    here: Span
    elsewhere: list[Span]
    lead: list[Span]
    regions: list[Span]
    shut: bool

    def acting(self, span: Span, academic: bool) -> list[Organisation]:
        return acting([span], self.register, self.people, academic)

    def of_its_people(self, academic: bool) -> list[Organisation]:
        """Whose the people in its sentence are, as the text introduces them anywhere."""
        return self._bodies_of_people(self.event.sentence.span, academic)

    def of_first(self, academic: bool) -> list[Organisation]:
        """Whose the people are with whom the article begins, where its own sentence names none."""
        return self._in_opening(lambda span: self._bodies_of_people(span, academic))

    def _bodies_of_people(self, told: Span, academic: bool) -> list[Organisation]:
        here = [person for person in self.people if told.covers(person.evidence)]
        known = [with_position(person, self.people) for person in here]
        bodies = [at for person in known for at in body_of(person, self.people, self.register)]
        return named(bodies, self.register, academic)

    def employers(self) -> list[Organisation]:
        """Firms that only its people's positions name, in a sentence that tells who signs."""
        told = self.here
        if ATTENDED.search(told.quotation):
            return []
        return employers(told, self.people, self.register)

    def employers_of_first(self) -> list[Organisation]:
        """Firms that only the positions of those name with whom the article begins."""
        return self._in_opening(lambda span: employers(span, self.people, self.register))

    def _in_opening(self, find: Callable[[Span], list[Organisation]]) -> list[Organisation]:
        """What is found in the first sentence of the opening that has any."""
        body = [s.span for s in self.reading.told() if s.role is Role.BODY][:_FIRST]
        return next(filter(None, map(find, body)), [])

    def referred(self, academic: bool) -> list[Organisation]:
        return referred(self.event.sentence.span, academic, self.register, self.reading)


def parties(
    event: Event, told: list[Event], register: Register, people: list[Person], reading: Reading
) -> Parties:
    """Both sides of an event: from its scope, its sentence, other events, the headline, the lead.

    An organisation that only stands in somebody's position counts where nothing else names the
    side, and then what 学校 or 公司 stands for, and at last where the scene is set.
    """
    shut = closed(event, register, people)
    lead = [s.span for s in reading.told() if s.role is Role.BODY][:2]
    telling = _Telling(
        event,
        register,
        people,
        reading,
        scope=[event.scope] if event.scope != event.sentence.span else [],
        here=where_told(event, register, people),
        elsewhere=[] if shut else _tellings(event, told, register, people, reading),
        lead=[] if shut else [at for at in lead if all(at != e.sentence.span for e in told)],
        regions=[where_told(e, register, people) for e in told],
        shut=shut,
    )
    institutions = _institutions(telling)
    return Parties(tuple(institutions), tuple(_partners(telling, bool(institutions))))


def _institutions(telling: _Telling) -> list[Organisation]:
    ours = _OUR.search(telling.event.sentence.text)
    found: list[Organisation] = []
    for span in [*telling.scope, telling.here, *telling.elsewhere]:
        found = found or telling.acting(span, academic=True)
    for span in telling.lead:
        found = found or [o for o in telling.acting(span, academic=True) if o.whole]
    if ours and not any(o.whole for o in found):
        found = telling.referred(academic=True) or found
    elif OUR_SCHOOL.search(telling.here.quotation):
        found = list(dict.fromkeys([*telling.referred(academic=True), *found]))
    if telling.shut:
        return _or_home(found, telling)
    of_people = named(telling.regions, telling.register, academic=True)
    found = found or [o for o in of_people if o.whole] or telling.referred(academic=True)
    if not ours:
        found = found or of_people
    found = found or telling.of_its_people(academic=True) or telling.of_first(academic=True)
    if not any(o.whole for o in found):
        found = visited(telling.reading, telling.register, academic=True) or found
    return _or_home(found, telling)


def _or_home(found: list[Organisation], telling: _Telling) -> list[Organisation]:
    """The university of the page in place of faculties without a name of their own."""
    home = telling.register.home
    return [home] if home and found and not any(o.whole for o in found) else found


def _partners(telling: _Telling, with_institution: bool) -> list[Organisation]:
    for span in telling.scope:
        of_scope = telling.acting(span, academic=False)
        return of_scope or named([span], telling.register, academic=False)
    found: list[Organisation] = []
    for span in [telling.here, *telling.elsewhere]:
        found = found or telling.acting(span, academic=False)
        if with_institution and (span == telling.here or not found):
            found = [*found, *unknown_partners(span, telling.register, telling.people)]
    for span in telling.lead:
        found = found or [o for o in telling.acting(span, academic=False) if o.whole]
    if telling.shut:
        return found
    known = {organisation.name for organisation in found}
    found += [firm for firm in telling.employers() if firm.name not in known]
    return (
        found
        or named(telling.regions, telling.register, academic=False)
        or telling.of_its_people(academic=False)
        or telling.referred(academic=False)
        or telling.employers_of_first()
        or visited(telling.reading, telling.register, academic=False)
    )


def severally(group: list[Event], sides: Parties) -> list[Parties]:
    """One pair of sides for each partner with whom a school is said to have signed apart.

    What it signs with a government alone is none of the catalogue's agreements.
    """
    apart = any(_EACH.search(told_part(event).quotation) for event in group)
    partners = [o for o in sides.partners if o.type is not OrganisationType.GOVERNMENT]
    if not apart or len(sides.institutions) != 1 or not partners:
        return [sides]
    return [Parties(sides.institutions, (partner,)) for partner in partners]


def _tellings(
    event: Event, told: list[Event], register: Register, people: list[Person], reading: Reading
) -> list[Span]:
    """Where else the signing is told: sentences before and behind in turn, the headline."""
    here = event.sentence
    others = [other for other in told if other.sentence is not here]
    others.sort(
        key=lambda e: (
            e.sentence.role is not Role.BODY,
            e.sentence.span > here.span,
            e.sentence.span,
        )
    )
    head = reading.headline()
    return [*(where_told(e, register, people) for e in others), *([head] if head else [])]
