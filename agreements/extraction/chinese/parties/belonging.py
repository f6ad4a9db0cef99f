"""Whose somebody is in a Chinese list of people that names a body once for those who follow."""

import re
from collections.abc import Iterable

from agreements.extraction.chinese.organisations.body_types import TRADES
from agreements.extraction.chinese.parties.register import Organisation, Register
from agreements.extraction.chinese.people.people import Person
from agreements.extraction.chinese.regions import REGION
from agreements.extraction.chinese.script import HAN
from agreements.extraction.document import Span

_LISTED = re.compile(r"[、，\s]*(?:以及|和|与|及)?")
_OF_ANOTHER = re.compile(
    r"^(?:学校|校|[我该本]校|公司|企业|对方|[省市区县]|副?[市省区县]长)|校长|校党委"
)
"""A position that tells whose it is by itself, and does not go on with a list."""
_OF_FIRM = re.compile(r"董事长|总裁|总经理")
_OF_FACULTY = re.compile(r"(?:学院|系)(?:党|团|院长|副院长|系?主任)")
"""Offices that firms do not have."""
_HONOUR = re.compile(r"院士|长江学者")
"""What a body confers, so that it is no post there."""
_STATE = re.compile(
    rf"(?:国家[{HAN}]{{2,8}}?(?:总?局|委员会)|教育部|科技部|科学技术部|工信部|工业和信息化部|商务部"
    r"|财政部|外交部|国防部|卫生部|农业农村部|交通运输部|经济部|劳动部|文化部|国科会|国发会)(?!长)"
)
"""Bodies of the state that the register does not know by these names, since none is a party."""
_FIRM = re.compile(
    rf"[{HAN}]{{2,10}}(?:{TRADES})"
    r"(?=(?:党[委组]|董事|执行总裁|首席|技术总监|(?:常务|执行|高级)?副?(?:总裁|总经理|董事长)))"
)
"""A firm by its short name, which shows only by its trade and the office that only firms have."""
_OURS = re.compile(
    r"(?:[我该本][校院]|学校|公司|集团|企业|律所)(?=党[委组总]|董事|监事|主任|(?:常务|执行|高级)?副?(?:校长|书记|总(?!部|体))|人力资源|人事|市场|技术|销售|运营|法务)"
)
"""A word in place of a name."""
_PART = re.compile(
    rf"(?:{REGION})?[省市区县]?(?:人民)?(?:[分支]行|[总分]行|政府|研究院|[总分子]公司)"
)
"""What a name is that only tells a part of some other body: 上海市分行."""
_UNKNOWN = (_STATE, _OURS, _FIRM)
"""What a position may begin with that the register does not know."""


def body_of(person: Person, people: list[Person], register: Register) -> list[Span]:
    """What a position names, else what the list does: 星河集团总裁王芳、副总裁何涛."""
    if person.position is None:
        return []
    named = [at for at, _ in register.mentioned(person.position)]
    if named or _OF_ANOTHER.search(person.position.quotation):
        return named
    text = person.name.document.text
    before = [
        other
        for other in people
        if other.sentence is person.sentence and other.evidence.end <= person.evidence.start
    ]
    if before and _LISTED.fullmatch(text, before[-1].evidence.end, person.evidence.start):
        bodies = body_of(before[-1], people, register)
        firm = _OF_FIRM.search(person.position.quotation)
        faculty = _OF_FACULTY.search(person.position.quotation)
        return [at for at in bodies if not (firm if _academic(at, register) else faculty)]
    return []


def without_body(position: Span, register: Register) -> Span:
    """A position without the body that it begins with, which is told apart from it.

    星河集团副总裁 is the firm's 副总裁. Of posts in several bodies each keeps its own.
    """
    named = register.mentioned(position)
    words = position.quotation
    unknown = None if named else next(filter(None, (form.match(words) for form in _UNKNOWN)), None)
    if unknown and unknown.end() < len(words):
        return Span(position.start + unknown.end(), position.end, position.document)
    if len({organisation for _, organisation in named}) != 1:
        return position
    at, organisation = named[0]
    end = own_name(at, organisation).end
    part = not organisation.whole or _PART.fullmatch(at.words)
    if part or at.start > position.start or end >= position.end:
        return position
    post = Span(end, position.end, position.document)
    return position if _HONOUR.match(post.quotation) else post


def named_first(position: Span, parties: Iterable[Organisation]) -> Span | None:
    """The name of a party with which a position begins: 云山 in 云山董事长."""
    names = {mention.own.words for party in parties for mention in party.mentions}
    first = [
        name for name in names if position.quotation.startswith(name) and name != position.words
    ]
    if not first:
        return None
    return Span(position.start, position.start + len(max(first, key=len)), position.document)


def unknown_body(position: Span) -> Span | None:
    """The body that a position begins with and the register does not know: 教育部."""
    state = _STATE.match(position.quotation) or _FIRM.match(position.quotation)
    return Span(position.start, position.start + state.end(), position.document) if state else None


def own_name(at: Span, organisation: Organisation) -> Span:
    """Where a body is named, without its unit."""
    return next((m.own for m in organisation.mentions if m.span == at), at)


def _academic(at: Span, register: Register) -> bool:
    return any(organisation.academic for _, organisation in register.mentioned(at))
