"""Which organisations act in a stretch of Chinese text, and which it only names by the way."""

import re
from collections.abc import Iterator

from agreements.extraction.blocks import Role
from agreements.extraction.chinese.parties.register import Organisation, Register
from agreements.extraction.chinese.people.people import Person
from agreements.extraction.chinese.sentences import Reading
from agreements.extraction.document import Span
from agreements.vocabulary.kinds import OrganisationType

_ASIDE_BEFORE = re.compile(
    r"(?:在|赴|到|于|据|来自|走进|走访|参观|访问|考察|位于|落户|毕业于|隶属于?|同意|参照|包括|前往|抵达|来到|莅临|到访|来访|做客|经|入选|获|被|(?<!既)是|作为|比如|例如|如|服务|面向|共建|建设|成立|设立|组建|打造|加入|创办|[赠交送]?给)\s*$"
)
_ASIDE_AFTER = re.compile(
    r"(?:”|校园|校区|园区|总部|大厦|行政楼|图书馆|会议室|礼堂|学术交流中心|新闻网|官网|报道|[讯电](?=[\s（])|相关企业|旗下|下属|所属|控股|指导|支持下|牵线|搭桥|促成|协调|主办|承办|协办|见证|科技园|网(?=[\s讯消])|师生|学生|学子|校友|毕业生|[^，。；、]{0,4}负责人|[^，。；、签]{0,10}之后，|[^，。；、签与和同]{0,24}(?:之[机际]|(?:年会|大会|论坛|周年)(?:上|期间|开幕))|共建|揭牌|落成|挂牌)"
)
_VISITED = re.compile(
    r"(?:在|于|赴|(?<![来达走签得感看找谈回提直等遇受做碰收])到|走进|走访|访问|考察|前往|抵达|来到|莅临|到访|来访|做客)\s*$"
)
_ROOM = re.compile(r"[^，。；、与和同]{0,10}?(?:[楼厅馆]|会议室|会议中心|礼堂|校区)")
_WITH = re.compile(r"[与和同—－](?:[^，。；：]*[、和及])?$")
_LIST_LOOK = 80
"""Characters of a list of parties before one of them."""
_SCENE = 3
"""Sentences from the beginning of an article that set its scene."""
_FIRMS = frozenset({OrganisationType.COMPANY, OrganisationType.ASSOCIATION})


def acting(
    spans: list[Span], register: Register, people: list[Person], academic: bool
) -> list[Organisation]:
    """Organisations of one side that act in these stretches, and not only people of theirs."""
    persons = [person.evidence for person in people]
    found = [
        organisation
        for span in spans
        for at, organisation in named_as_party(span, register, academic)
        if not any(person.overlaps(at) or person.start == at.end for person in persons)
    ]
    return _of_one_kind(list(dict.fromkeys(found)))


def named(spans: list[Span], register: Register, academic: bool) -> list[Organisation]:
    """Organisations of one side in these stretches, those of somebody's position too."""
    found = [o for span in spans for _, o in named_as_party(span, register, academic)]
    firms = [] if academic else [o for o in found if o.type in _FIRMS]
    return _of_one_kind(list(dict.fromkeys(firms or found)))


def visited(reading: Reading, register: Register, academic: bool) -> list[Organisation]:
    """The one school, or firm, at which the article sets the scene: 仪式在云山学院举行."""
    text = reading.text
    body = [sentence.span for sentence in reading.told() if sentence.role is Role.BODY]
    found = {
        organisation
        for span in body[:_SCENE]
        for at, organisation in register.mentioned(span)
        if (
            _VISITED.search(text, max(span.start, at.start - 4), at.start)
            or _ROOM.match(text, at.end, span.end)
        )
        and organisation.academic is academic
        and not at.words.endswith("校区")
        and (organisation.whole if academic else organisation.type in _FIRMS)
    }
    return list(found) if len(found) == 1 else []


def named_as_party(
    span: Span, register: Register, academic: bool
) -> Iterator[tuple[Span, Organisation]]:
    """Where a stretch names organisations of one side, but as places, hosts or what is founded."""
    text = span.document.text
    for at, organisation in register.mentioned(span):
        before, after = text[max(span.start, at.start - 8) : at.start], text[at.end : at.end + 30]
        labelled = before.endswith("“") and after[:1] in {"—", "－", "-"}
        other = before[-1:] in {"(", "（"} and after[:1] in {")", "）"}
        told = text[max(span.start, at.start - _LIST_LOOK) : at.start]
        beside = _WITH.search(told) and after.startswith("共建")
        aside = (
            labelled
            or other
            or (_ASIDE_BEFORE.search(before) and not after.startswith("签"))  # 到云山大学签约
            or (_ASIDE_AFTER.match(after) and not beside)
        )
        if organisation.academic is academic and not aside:
            yield at, organisation


def _of_one_kind(found: list[Organisation]) -> list[Organisation]:
    """Units without a name of their own give way to the universities beside them."""
    return [o for o in found if o.whole] or found
