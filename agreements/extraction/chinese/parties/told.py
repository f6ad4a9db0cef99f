"""What the sentence of a signing tells of its sides: both, one alone, or only where they met."""

import re

from agreements.extraction.chinese.parties.acting import acting
from agreements.extraction.chinese.parties.register import Organisation, Register
from agreements.extraction.chinese.people.people import Person
from agreements.extraction.document import Span
from agreements.extraction.events import Event
from agreements.vocabulary.kinds import AgreementKind

ATTENDED = re.compile(r"(?:出席|参加|见证|主持)[^，。；]*$")
OUR_SCHOOL = re.compile(
    r"(?:学校|[我该本][校院]|(?<![㐀-鿿])学院)(?:分别|先后|正式|共同)?[与和同]"
    r"|[与和同](?:学校|[我该本][校院])"
)
_COUNTERPART = re.compile(r"[与和同跟][^，。；、]{2,30}$")
_ACT = re.compile(r"(?:当场|现场|正式|成功|共同|代表双方|双方)$")
_CEREMONY = re.compile(r"(?:揭牌|授牌|暨[^，。；]{0,20})?仪式")
_OPEN = re.compile(
    r"学校|[我该本]校|校方|高校|校企|[我该本]院|学院(?!士)|公司|企业|集团|三方|四方|多方|各方|双方代表"
)


def where_told(event: Event, register: Register, people: list[Person]) -> Span:
    """What of its sentence tells who signs: as far as the paper, or all if that names nobody."""
    tells = any(_acting_sides(event, register, people))
    return told_part(event) if tells else event.sentence.span


def told_part(event: Event) -> Span:
    """Its sentence as far as the paper."""
    span = event.sentence.span
    return Span(span.start, max(event.verb.end, event.noun.end), span.document)


def names_both_sides(event: Event, register: Register, people: list[Person]) -> bool:
    """Whether the sentence itself says who signs with whom, and not only who attends."""
    told = told_part(event).quotation
    if event.kind is AgreementKind.OTHER and ATTENDED.search(told):
        return False
    schools, partners = _acting_sides(event, register, people)
    return bool((schools or OUR_SCHOOL.search(told)) and partners)


def at_ceremony(event: Event) -> bool:
    """Whether a signing that names no paper is told as an act: 举行签约仪式, 当场签约."""
    before = event.sentence.text[: event.verb.start - event.sentence.span.start]
    behind = event.sentence.text[event.verb.end - event.sentence.span.start :]
    return bool(_ACT.search(before) or _CEREMONY.match(behind))


def names_one_side(event: Event, register: Register, people: list[Person]) -> bool:
    """Whether the signing names several parties, all of them on one side, and none is left open."""
    sizes = sorted(map(len, _acting_sides(event, register, people)))
    region = where_told(event, register, people)
    return sizes[0] == 0 and sizes[1] > 1 and not _OPEN.search(_unnamed(region, register))


def _acting_sides(
    event: Event, register: Register, people: list[Person]
) -> list[list[Organisation]]:
    told = told_part(event)
    return [acting([told], register, people, academic) for academic in (True, False)]


def closed(event: Event, register: Register, people: list[Person]) -> bool:
    """Whether the signing states with whom, and its other side is not to be sought elsewhere."""
    if names_one_side(event, register, people):
        return True
    one = sum(map(len, _acting_sides(event, register, people))) == 1
    unnamed = _unnamed(where_told(event, register, people), register)
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
