"""What people did at a Chinese signing: who signed and for whom, who spoke, hosted, saw it."""

import re
from dataclasses import dataclass

from agreements.extraction.chinese.parties import Parties
from agreements.extraction.chinese.people import Person, with_position
from agreements.extraction.chinese.register import Organisation, Register
from agreements.extraction.document import Span
from agreements.extraction.events import Event
from agreements.vocabulary.kinds import OrganisationType, PersonRole

_LIST = re.compile(
    r"(?:教授|博士|院士|先生|女士)?\s*(?:、|，|,|以及|和|与|及|同|并)?\s*(?:[（(][^）)]*[）)])?(?:代表[^，。；、]{2,20})?\s*(?:、|，|以及|和|与|及|同)?\s*(?:对方|甲方|乙方|校方|企业方)?\s*"
)
_TO_SIGNING = re.compile(
    r"(?:[，,\s]|[（(][^）)]*[）)]|等|两?[人位]|分别|共同|一起|先后|双双|正式|现场|上台|随后|又|还|也|并|作为[^，。；]{0,18}?代表|代表[^，。；]{0,28}?|出席[^。；]{0,24}?并|[在于][^，。；]{0,20}?"
    r"|教授|博士|院士|先生|女士|就[^，。；]{0,30}?|与[^，。；]{0,24}?|为[^，。；]{0,20}?)*"
)
_CUT_OFF = re.compile(r"见证|主持|致辞|陪同下|指出|表示")
_SIGNS = re.compile(r"签署|签订|签约|签字|签了")
_ROLES: tuple[tuple[PersonRole, re.Pattern[str]], ...] = (
    (PersonRole.HOST, re.compile(r"^[^。；]{0,14}?主持|^(?:共同)?主持")),
    (PersonRole.WITNESS, re.compile(r"^[^，。；]{0,24}?见证")),
    (
        PersonRole.SPEAKER,
        re.compile(
            r"^[^。；]{0,30}?(?:致辞|致词|致[欢开贺][^，。]{0,4}辞|讲话|发言|发表[^，。]{0,8}(?:演讲|讲话))|^[^，。；]{0,20}?(?:表示|指出|强调|介绍|认为|希望|说|谈到|回顾|感谢|欢迎|宣布)"
        ),
    ),
)
_PLACES = 20
"""Mentions of one person that are looked at; a release has fewer."""
_BEHALF = re.compile(
    r"(?:分别)?代表(?P<who>[^，。；、签就在]{2,24}?)(?=签|[，、和与]|在|就|正式|共同|出席)"
)
_OF_SCHOOL = re.compile(r"^(?:学校|校(?!企|友)|我校|副?校长|(?:常务|执行)副?校长)|校长|校党委")
_OF_FIRM = re.compile(r"^(?:公司|集团|企业)|总裁|董事长|总经理|首席执行官|CEO")


@dataclass(frozen=True, slots=True)
class Signatory:
    """Somebody who signed, and the words that say for whom (None: the text does not tell)."""

    person: Person
    side: Span | None


def signatories(
    events: list[Event], found: list[Person], register: Register, sides: Parties
) -> list[Signatory]:
    """Who signed what these events tell, in order of mention, each once."""
    signed: list[Signatory] = []
    for event in events:
        for person in _signing(event, found):
            known = with_position(person, found)
            if all(known.plain != other.person.plain for other in signed):
                side = _on_behalf(person, event, register, sides) or side_of(known, register, sides)
                signed.append(Signatory(known, side))
    return _other_side(signed, register, sides)


def _signing(event: Event, found: list[Person]) -> list[Person]:
    """The people bound to the signing: the list right before its verb, or after 签约代表为."""
    span = event.sentence.span
    here = [person for person in found if span.covers(person.evidence)]
    listed = _announced(span, here)
    if listed:
        return listed
    if event.scope != span:
        return _signing_one_of_several(event, here)
    verbs = [span.start + m.start() for m in _SIGNS.finditer(span.quotation)]
    return next((chain for verb in reversed(verbs) if (chain := _subject(span, here, verb))), [])


def _signing_one_of_several(event: Event, here: list[Person]) -> list[Person]:
    """Who signs one of several documents: the people of its clause, and the subject.

    韩某与甲签署备忘录，并与乙签署协议: the first signs both, with another each time.
    """
    scoped = _subject(
        event.scope, [p for p in here if event.scope.covers(p.evidence)], event.verb.start
    )
    if event.scope.start == event.sentence.span.start:
        return scoped
    first = _SIGNS.search(event.sentence.text)
    leading = (
        _subject(event.sentence.span, here, event.sentence.span.start + first.start())
        if first
        else []
    )
    with_ = re.match(r"[，,；]?(?:并|同时|还|又|随后)?(?:分别)?[与同和]", event.scope.quotation)
    return [*leading[:1], *scoped] if with_ else scoped


def _subject(span: Span, here: list[Person], verb: int) -> list[Person]:
    """The people right before a verb of signing, joined by signs and words of listing."""
    text = span.document.text
    chain: list[Person] = []
    at = verb
    for person in reversed([p for p in here if p.evidence.end <= verb]):
        between = text[person.evidence.end : at]
        if chain:
            fits = _LIST.fullmatch(between) is not None
        else:
            fits = _TO_SIGNING.fullmatch(between) is not None and _CUT_OFF.search(between) is None
        if not fits:
            break
        chain.insert(0, person)
        at = person.evidence.start
    return chain


def _announced(span: Span, here: list[Person]) -> list[Person]:
    """签约代表为 A 和 B: the list behind the words."""
    text = span.document.text
    chain: list[Person] = []
    for person in here:
        between = text[chain[-1].evidence.end if chain else span.start : person.evidence.start]
        if chain and not _LIST.fullmatch(between):
            break
        if chain or re.search(r"(?:签约|签字|签署)(?:代表|人)(?:分别)?[为是:：]\s*$", between):
            chain.append(person)
    return chain


def side_of(person: Person, register: Register, sides: Parties) -> Span | None:
    """Where the organisation stands that somebody's position names or implies."""
    if person.position is None:
        return None
    named = register.mentioned(person.position)
    parties = [at for at, organisation in named if organisation in sides.all]
    if parties or named:
        return (parties or [at for at, _ in named])[0]
    if _OF_SCHOOL.search(person.position.quotation) and len(sides.institutions) == 1:
        return sides.institutions[0].best.own
    firms = [p for p in sides.partners if p.type is OrganisationType.COMPANY]
    if _OF_FIRM.search(person.position.quotation) and len(firms) == 1:
        return firms[0].best.own
    return None


def _on_behalf(person: Person, event: Event, register: Register, sides: Parties) -> Span | None:
    """The organisation after 代表, where it follows this person's name."""
    text = event.sentence.span.document.text
    match = _BEHALF.match(text, person.evidence.end, event.sentence.span.end)
    if match is None:
        return None
    named = register.mentioned(Span(match.start("who"), match.end("who"), person.name.document))
    if named:
        return named[0][0]
    if re.match(r"学校|校方|我校", match["who"]) and sides.institutions:
        return sides.institutions[0].best.own
    stated = re.match(r"公司|企业", match["who"]) and sides.partners
    return sides.partners[0].best.own if stated else None


def _other_side(signed: list[Signatory], register: Register, sides: Parties) -> list[Signatory]:
    """Where one of two signatories has no side stated, it is the side that the other leaves."""
    if len(signed) != 2 or len(sides.institutions) != 1 or len(sides.partners) != 1:
        return signed
    for i, j in ((0, 1), (1, 0)):
        theirs = _party(signed[j].side, register, sides)
        if signed[i].side is None and theirs:
            mine = sides.partners[0] if theirs.academic else sides.institutions[0]
            signed[i] = Signatory(signed[i].person, mine.best.own)
    return signed


def _party(side: Span | None, register: Register, sides: Parties) -> Organisation | None:
    named = [o for _, o in register.mentioned(side)] if side else []
    return next((o for o in named if o in sides.all), None)


def role_of(person: Person, found: list[Person]) -> PersonRole:
    """What somebody who did not sign did: host, witness, speaker; else attendee."""
    places = [place for place in found if place.plain == person.plain][:_PLACES]
    told = {role for place in places for role in _roles_at(place, found)}
    return next((role for role, _ in _ROLES if role in told), PersonRole.ATTENDEE)


def _roles_at(person: Person, found: list[Person]) -> list[PersonRole]:
    """The roles that the first verb after the list in which the person stands gives."""
    span = person.sentence.span
    text = span.document.text
    end = person.evidence.end
    for other in found:
        if (
            span.covers(other.evidence)
            and other.evidence.start >= end
            and _LIST.fullmatch(text[end : other.evidence.start])
        ):
            end = other.evidence.end
    after = text[end : span.end]
    return [role for role, pattern in _ROLES if pattern.match(after)]
