"""The two sides of a signing told in Chinese, one academic, the other not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agreements.extraction.blocks import Role
from agreements.extraction.chinese.parties.register import Organisation, Register
from agreements.extraction.chinese.parties.unnamed import referred, unknown_partners
from agreements.extraction.chinese.people.people import Person
from agreements.extraction.chinese.sentences import Reading
from agreements.extraction.document import Span
from agreements.extraction.events import Event

_ASIDE_BEFORE = re.compile(
    r"(?:在|赴|到|于|据|来自|走进|走访|参观|访问|考察|位于|落户|毕业于|隶属于?|同意|参照|包括|前往|抵达|来到|莅临|到访|来访|做客|经|入选|获|被|是|作为|比如|例如|如|服务|面向|共建|建设|成立|设立|组建|打造|加入|创办|[赠交送]?给)\s*$"
)
_ASIDE_AFTER = re.compile(
    r"(?:”|校园|校区|园区|总部|大厦|行政楼|图书馆|会议室|礼堂|学术交流中心|新闻网|官网|报道|[讯电](?=[\s（])|旗下|下属|所属|控股|指导|支持下|主办|承办|协办|见证|科技园|网(?=[\s讯消])|师生|学生|学子|校友|毕业生)"
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


def parties(
    event: Event, told: list[Event], register: Register, people: list[Person], reading: Reading
) -> Parties:
    """Both sides of an event: from its scope, its sentence, other events, the headline, the lead.

    An organisation that only stands in somebody's position counts where nothing else names the
    side, and then what 学校 or 公司 stands for.
    """
    shut = closed(event, register, people)
    tellings, lead = ([], []) if shut else _places(event, told, reading)
    sides: list[list[Organisation]] = []
    for academic in (True, False):
        found = _acting([event.scope], register, people, academic)
        if event.scope != event.sentence.span and not found and not academic:
            found = _named([event.scope], register, academic)
        for span in [event.sentence.span, *tellings]:
            found = found or _acting([span], register, people, academic)
            if not academic and sides[0]:
                found = found or unknown_partners(span, register)
        for span in lead:
            found = found or [o for o in _acting([span], register, people, academic) if o.whole]
        if not shut:
            found = found or _named([e.sentence.span for e in told], register, academic)
            found = found or referred(event.sentence.span, academic, register, reading)
        sides.append(found)
    return Parties(tuple(sides[0]), tuple(sides[1]))


def names_both_sides(event: Event, register: Register, people: list[Person]) -> bool:
    """Whether the sentence itself says who signs with whom."""
    return all(_acting_sides(event, register, people))


def _acting_sides(
    event: Event, register: Register, people: list[Person]
) -> list[list[Organisation]]:
    span = event.sentence.span
    return [_acting([span], register, people, academic) for academic in (True, False)]


def closed(event: Event, register: Register, people: list[Person]) -> bool:
    """Whether the sentence names all its parties, and all of them on one side."""
    acting = _acting_sides(event, register, people)
    one_sided = sorted(map(len, acting))[0] == 0 and max(map(len, acting)) > 1
    told = Span(event.sentence.span.start, max(event.verb.end, event.noun.end), event.verb.document)
    return one_sided and not _OPEN.search(_unnamed(told, register))


def _unnamed(span: Span, register: Register) -> str:
    """The words of a sentence without the organisations that it names."""
    rest, at = "", span.start
    for name, _ in register.mentioned(span):
        rest += span.document.text[at : max(at, name.start)]
        at = max(at, name.end)
    return rest + span.document.text[at : span.end]


def _places(event: Event, told: list[Event], reading: Reading) -> tuple[list[Span], list[Span]]:
    """Where to look in turn: other tellings of the signing and the headline, the first lines."""
    others = [other.sentence for other in told if other.sentence is not event.sentence]
    others.sort(key=lambda s: (s.role is not Role.BODY, s.span > event.sentence.span, s.span))
    head = reading.headline()
    body = [s.span for s in reading.told() if s.role is Role.BODY]
    return [*(s.span for s in others), *([head] if head else [])], body[:2]


def _acting(
    spans: list[Span], register: Register, people: list[Person], academic: bool
) -> list[Organisation]:
    """Organisations of one side that act in these stretches, and not only people of theirs."""
    persons = [person.evidence for person in people]
    found = [
        organisation
        for span in spans
        for at, organisation in _named_as_party(span, register, academic)
        if not any(person.overlaps(at) or person.start == at.end for person in persons)
    ]
    return _of_one_kind(list(dict.fromkeys(found)))


def _named(spans: list[Span], register: Register, academic: bool) -> list[Organisation]:
    """Organisations of one side in these stretches, those of somebody's position too."""
    found = [o for span in spans for _, o in _named_as_party(span, register, academic)]
    return _of_one_kind(list(dict.fromkeys(found)))


def _named_as_party(
    span: Span, register: Register, academic: bool
) -> Iterator[tuple[Span, Organisation]]:
    """Where a stretch names organisations of one side, but as places, hosts or what is founded."""
    text = span.document.text
    for at, organisation in register.mentioned(span):
        before, after = text[max(span.start, at.start - 8) : at.start], text[at.end : at.end + 8]
        labelled = before.endswith("“") and after[:1] in {"—", "－", "-"}
        aside = labelled or _ASIDE_BEFORE.search(before) or _ASIDE_AFTER.match(after)
        if organisation.academic is academic and not aside:
            yield at, organisation


def _of_one_kind(found: list[Organisation]) -> list[Organisation]:
    """Units without a name of their own give way to the universities beside them."""
    return [o for o in found if o.whole] or found
