"""The two sides of a signing told in Chinese, one academic, the other not."""

import re
from dataclasses import dataclass

from agreements.extraction.blocks import Role
from agreements.extraction.chinese.parties.acting import acting, named, visited
from agreements.extraction.chinese.parties.belonging import body_of
from agreements.extraction.chinese.parties.employers import employers
from agreements.extraction.chinese.parties.register import Organisation, Register
from agreements.extraction.chinese.parties.unnamed import referred, unknown_partners
from agreements.extraction.chinese.people.people import Person, with_position
from agreements.extraction.chinese.sentences import Reading
from agreements.extraction.document import Span
from agreements.extraction.events import Event
from agreements.vocabulary.kinds import AgreementKind, OrganisationType

_ATTENDED = re.compile(r"(?:出席|参加|见证|主持)[^，。；]*$")
_OUR_SCHOOL = re.compile(
    r"(?:学校|[我该本][校院]|(?<![㐀-鿿])学院)(?:分别|先后|正式|共同)?[与和同]"
    r"|[与和同](?:学校|[我该本][校院])"
)
_OUR = re.compile(r"学校|[我该本][校院]|该学院|(?<![㐀-鿿])学院(?=[与和同])")
_COUNTERPART = re.compile(r"[与和同跟][^，。；、]{2,30}$")
_ACT = re.compile(r"(?:当场|现场|正式|成功|共同|代表双方|双方)$")
_CEREMONY = re.compile(r"(?:揭牌|授牌|暨[^，。；]{0,20})?仪式")
_EACH = re.compile(
    r"(?:分别|先后|逐一|依次|同时)[与和同]|各签"
    r"|[与和同][^，。；与同]{2,30}[、和及][^，。；与同]{2,30}分别签"
)
_OPEN = re.compile(
    r"学校|[我该本]校|校方|高校|校企|[我该本]院|学院(?!士)|公司|企业|集团|三方|四方|多方|各方|双方代表"
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
        told = self.event.sentence.span
        here = [person for person in self.people if told.covers(person.evidence)]
        known = [with_position(person, self.people) for person in here]
        bodies = [at for person in known for at in body_of(person, self.people, self.register)]
        return named(bodies, self.register, academic)

    def employers(self) -> list[Organisation]:
        """Firms that only its people's positions name, in a sentence that tells who signs."""
        told = self.here
        if _ATTENDED.search(told.quotation):
            return []
        return employers(told, self.people, self.register)

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
        here=_region(event, register, people),
        elsewhere=[] if shut else _tellings(event, told, register, people, reading),
        lead=[] if shut else [at for at in lead if all(at != e.sentence.span for e in told)],
        regions=[_region(e, register, people) for e in told],
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
    elif _OUR_SCHOOL.search(telling.here.quotation):
        found = list(dict.fromkeys([*telling.referred(academic=True), *found]))
    if telling.shut:
        return _or_home(found, telling)
    of_people = named(telling.regions, telling.register, academic=True)
    found = found or [o for o in of_people if o.whole] or telling.referred(academic=True)
    if not ours:
        found = found or of_people
    found = found or telling.of_its_people(academic=True)
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
    found = [*found, *telling.employers()]
    return (
        found
        or named(telling.regions, telling.register, academic=False)
        or telling.of_its_people(academic=False)
        or telling.referred(academic=False)
        or visited(telling.reading, telling.register, academic=False)
    )


def _region(event: Event, register: Register, people: list[Person]) -> Span:
    """What of its sentence tells who signs: as far as the paper, or all if that names nobody."""
    tells = any(_acting_sides(event, register, people))
    return _told(event) if tells else event.sentence.span


def _told(event: Event) -> Span:
    """Its sentence as far as the paper."""
    span = event.sentence.span
    return Span(span.start, max(event.verb.end, event.noun.end), span.document)


def names_both_sides(event: Event, register: Register, people: list[Person]) -> bool:
    """Whether the sentence itself says who signs with whom, and not only who attends."""
    told = _told(event).quotation
    if event.kind is AgreementKind.OTHER and _ATTENDED.search(told):
        return False
    schools, partners = _acting_sides(event, register, people)
    return bool((schools or _OUR_SCHOOL.search(told)) and partners)


def at_ceremony(event: Event) -> bool:
    """Whether a signing that names no paper is told as an act: 举行签约仪式, 当场签约."""
    before = event.sentence.text[: event.verb.start - event.sentence.span.start]
    behind = event.sentence.text[event.verb.end - event.sentence.span.start :]
    return bool(_ACT.search(before) or _CEREMONY.match(behind))


def severally(group: list[Event], sides: Parties) -> list[Parties]:
    """One pair of sides for each partner with whom a school is said to have signed apart.

    What it signs with a government alone is none of the catalogue's agreements.
    """
    apart = any(_EACH.search(_told(event).quotation) for event in group)
    partners = [o for o in sides.partners if o.type is not OrganisationType.GOVERNMENT]
    if not apart or len(sides.institutions) != 1 or not partners:
        return [sides]
    return [Parties(sides.institutions, (partner,)) for partner in partners]


def names_one_side(event: Event, register: Register, people: list[Person]) -> bool:
    """Whether the signing names several parties, all of them on one side, and none is left open."""
    sizes = sorted(map(len, _acting_sides(event, register, people)))
    region = _region(event, register, people)
    return sizes[0] == 0 and sizes[1] > 1 and not _OPEN.search(_unnamed(region, register))


def _acting_sides(
    event: Event, register: Register, people: list[Person]
) -> list[list[Organisation]]:
    told = _told(event)
    return [acting([told], register, people, academic) for academic in (True, False)]


def closed(event: Event, register: Register, people: list[Person]) -> bool:
    """Whether the signing states with whom, and its other side is not to be sought elsewhere."""
    if names_one_side(event, register, people):
        return True
    one = sum(map(len, _acting_sides(event, register, people))) == 1
    unnamed = _unnamed(_region(event, register, people), register)
    return one and _with_another(event, register) and not _OPEN.search(unnamed)


def _with_another(event: Event, register: Register) -> bool:
    """Whether the signing is with somebody whom the register does not know."""
    span = event.sentence.span
    match = _COUNTERPART.search(span.document.text, span.start, event.verb.start)
    return bool(match and not register.mentioned(Span(*match.span(), span.document)))


def _unnamed(span: Span, register: Register) -> str:
    """The words of a sentence without the organisations that it names."""
    rest, at = "", span.start
    for name, _ in register.mentioned(span):
        rest += span.document.text[at : max(at, name.start)]
        at = max(at, name.end)
    return rest + span.document.text[at : span.end]


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
    return [*(_region(e, register, people) for e in others), *([head] if head else [])]
