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
from agreements.vocabulary.kinds import AgreementKind, OrganisationType

_ASIDE_BEFORE = re.compile(
    r"(?:在|赴|到|于|据|来自|走进|走访|参观|访问|考察|位于|落户|毕业于|隶属于?|同意|参照|包括|前往|抵达|来到|莅临|到访|来访|做客|经|入选|获|被|是|作为|比如|例如|如|服务|面向|共建|建设|成立|设立|组建|打造|加入|创办|[赠交送]?给)\s*$"
)
_ASIDE_AFTER = re.compile(
    r"(?:”|校园|校区|园区|总部|大厦|行政楼|图书馆|会议室|礼堂|学术交流中心|新闻网|官网|报道|[讯电](?=[\s（])|旗下|下属|所属|控股|指导|支持下|主办|承办|协办|见证|科技园|网(?=[\s讯消])|师生|学生|学子|校友|毕业生|[^，。；、]{0,4}负责人|共建|揭牌|落成|挂牌)"
)
_FIRMS = frozenset({OrganisationType.COMPANY, OrganisationType.ASSOCIATION})
_ATTENDED = re.compile(r"(?:出席|参加|见证|主持)[^，。；]*$")
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
        found = _acting(scopes, register, people, academic)
        if not academic:
            found = found or _named(scopes, register, academic)
        for span in [here, *tellings]:
            found = found or _acting([span], register, people, academic)
            if not academic and sides[0] and (span == here or not found):
                found = [*found, *unknown_partners(span, register)]
        for span in lead:
            found = found or [o for o in _acting([span], register, people, academic) if o.whole]
        if not shut:
            regions = [_region(e, register, people) for e in told]
            found = found or _named(regions, register, academic)
            found = found or referred(event.sentence.span, academic, register, reading)
        sides.append(found)
    return Parties(tuple(sides[0]), tuple(sides[1]))


def _region(event: Event, register: Register, people: list[Person]) -> Span:
    """What of its sentence tells who signs: as far as the paper, or all if that names nobody."""
    named = any(_acting_sides(event, register, people))
    return _told(event) if named else event.sentence.span


def _told(event: Event) -> Span:
    """Its sentence as far as the paper."""
    span = event.sentence.span
    return Span(span.start, max(event.verb.end, event.noun.end), span.document)


def names_both_sides(event: Event, register: Register, people: list[Person]) -> bool:
    """Whether the sentence itself says who signs with whom, and not only who attends."""
    if event.kind is AgreementKind.OTHER and _ATTENDED.search(_told(event).quotation):
        return False
    return all(_acting_sides(event, register, people))


def names_one_side(event: Event, register: Register, people: list[Person]) -> bool:
    """Whether the signing names several parties, all of them on one side, and none is left open."""
    sizes = sorted(map(len, _acting_sides(event, register, people)))
    region = _region(event, register, people)
    return sizes[0] == 0 and sizes[1] > 1 and not _OPEN.search(_unnamed(region, register))


def _acting_sides(
    event: Event, register: Register, people: list[Person]
) -> list[list[Organisation]]:
    told = _told(event)
    return [_acting([told], register, people, academic) for academic in (True, False)]


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
    firms = [] if academic else [o for o in found if o.type in _FIRMS]
    return _of_one_kind(list(dict.fromkeys(firms or found)))


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
