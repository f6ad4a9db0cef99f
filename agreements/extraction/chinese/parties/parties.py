"""The two sides of a signing told in Chinese, one academic, the other not."""

import re
from dataclasses import dataclass

from agreements.extraction.blocks import Role
from agreements.extraction.chinese.parties.acting import acting, named
from agreements.extraction.chinese.parties.register import Organisation, Register
from agreements.extraction.chinese.parties.unnamed import referred, unknown_partners
from agreements.extraction.chinese.people.people import Person
from agreements.extraction.chinese.sentences import Reading
from agreements.extraction.document import Span
from agreements.extraction.events import Event
from agreements.vocabulary.kinds import AgreementKind

_ATTENDED = re.compile(r"(?:出席|参加|见证|主持)[^，。；]*$")
_OUR_SCHOOL = re.compile(r"(?:学校|[我该本][校院])[与和同]|[与和同](?:学校|[我该本][校院])")
_OUR = re.compile(r"学校|[我该本][校院]")
_COUNTERPART = re.compile(r"[与和同跟][^，。；、]{2,30}$")
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


def parties(
    event: Event, told: list[Event], register: Register, people: list[Person], reading: Reading
) -> Parties:
    """Both sides of an event: from its scope, its sentence, other events, the headline, the lead.

    An organisation that only stands in somebody's position counts where nothing else names the
    side, and then what 学校 or 公司 stands for.
    """
    shut = closed(event, register, people)
    tellings: list[Span] = []
    lead: list[Span] = []
    if not shut:
        tellings = _tellings(event, told, register, people, reading)
        lead = [s.span for s in reading.told() if s.role is Role.BODY][:2]
        lead = [span for span in lead if all(span != e.sentence.span for e in told)]
    here = _region(event, register, people)
    sides: list[list[Organisation]] = []
    for academic in (True, False):
        scopes = [event.scope] if event.scope != event.sentence.span else []
        found = acting(scopes, register, people, academic)
        if not academic:
            found = found or named(scopes, register, academic)
        for span in [here, *tellings]:
            found = found or acting([span], register, people, academic)
            if not academic and sides[0] and (span == here or not found):
                found = [*found, *unknown_partners(span, register)]
        for span in lead:
            found = found or [o for o in acting([span], register, people, academic) if o.whole]
        if academic and _OUR.search(event.sentence.text) and not any(o.whole for o in found):
            found = referred(event.sentence.span, academic, register, reading) or found
        if not shut:
            regions = [_region(e, register, people) for e in told]
            of_people = named(regions, register, academic)
            found = found or [o for o in of_people if o.whole]
            found = found or referred(event.sentence.span, academic, register, reading)
            if not (academic and _OUR.search(event.sentence.text)):
                found = found or of_people
        sides.append(found)
    return Parties(tuple(sides[0]), tuple(sides[1]))


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
