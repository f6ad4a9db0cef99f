"""The members of a list of cooperation in Chinese, without what only frames them."""

import re
from collections.abc import Iterator

from agreements.extraction.chinese.organisations.organisations import BUILT, mentions_in
from agreements.extraction.document import Span

_SEPARATOR = re.compile(
    r"[“《「][^“”《》「」]{1,30}[”》」]|(?P<cut>[、，,]\s*(?:以及|及|和|与)?|以及)"
)
_LAST = re.compile(r"(?<![中饱调总])和(?![谐平睦])|(?<![涉普以])及(?!时|格)|(?<!参)与(?!会)")
"""What joins the last two members, where it is no part of a word: 碳中和, 普及, 参与."""
_EDGES = re.compile(
    r"(?:等|的|在|将|共同|双方|并|还|进一步|不断|积极|重点|主要|以及|和|与|及|包括|围绕|聚焦|就(?![业读近])|对(?!外)|于|开展|加强|推进|深化|推动|促进|实施|建立|展开|进行|共建|打造|组建|探索|共同|合作(?=共建)|举办|一批|一个|一系列|若干|了|相关|各自|优势)+"
)
_INNER_EDGES = re.compile(
    r"(?:共同|双方|进一步|不断|积极|发展(?!规划|战略|研究|中心|改革|报告|机)|以及|及(?!时)|包括|开展|加强|推进|深化|推动|促进|实施|进行|探索|提供|相关)+"
)
"""What only frames a member behind the first, where 共建 and its like belong to what is told."""
_TAIL = re.compile(
    r"(?:等(?:前沿|新兴|关键|交叉|核心|热点)?|等[^、，等]{2,6}(?:研究|研发|开发|攻关)|(?<=[^、，]{4})的(?:研究|研发|开发)|方面|领域|的|多个|各|深入|全面|广泛|深度|进行|开展|展开|达成|加强|务实|紧密|开展了|等多|等方|多个|若干|诸多|重[点要]|主要|相关|具体|[一二三四五六七八九十两\d]+个?大?|长期|全方位|多层次|宽领域|以?及|(?<!中)和|与|暨|其[他它](?:项目)?|[两二三四五六七八九十多]+[个大项]?(?:板块|模块|维度|层面|环节|方向|任务|学科|专业|课题|内容)|(?:板块|模块))+$"
)
_WHICH = re.compile(
    r"(?:国[内际]|世界|全国|全球|行业|区域)?(?:领先|一流|先进|知名|有影响力?)的|(?:紧贴|金额|具有?|符合|适应|满足|能够|可以|有关|面临)[^、，的]{2,12}的"
)
"""What only describes a member."""
_FRAME = (
    "(?:更|多种?|全|深|宽|高|各|新|长期|深入|深度|全面|战略|务实|广泛|紧密|平等|互利|共赢|良好|友好)"
    "?(?:层次|方位|领域|水平|形式|渠道|维度|类型|方式|角度|范围)?"
)
_EMPTY = re.compile(
    rf"""(?:(?:{_FRAME}|校企业?|院企|县校|校地|校际|银校|政?产学研?用?|[三四多各]方|政企|新型?|更加?[^、，]{{1,3}}|[一二三四五六七八九十\d]+[年项份]|深化|友好|谅解|伙伴|了解|本次|此次|共建|有关|相关|的|与|和|双方|各自|彼此|合作|步伐
    |领域|机制|模式|关系|发展|工作|优势|资源|共识|未来|今后|平等|互利|共赢|互补|互惠|共同|方面|一系列|企业|学校|高校|框架|协同|之间|国内外|重点|确定|协议|内容|为|建设)+|.*之[外余际后前]
    |(?:更多)?(?:新?平台|新一轮|以[下上]|前沿|新兴|交叉|关键|联合攻关|支持|服务|人才|交流|项目|活动|研究|意见|协议|签约|国内|国际|此|基础|内容|业务|建设|项)
    |[一二三四五六七八九十\d年月日项个名家]+
    |.*\d[亿万千]?元.*|为期.*|.*(?:协议|备忘录|意向书).+|.*(?:协议|备忘录|意向书|元|战略|需求|目标|优势|契机|原则|理念|使命|步伐|先例|支持下|部署|要求|任务|意义)》?
    |.*[在向]|(?:.、)+.|并.*|.*(?:表示|指出|签署|签约|举行|见证|会上|仪式|希望).*
    |.*(?:[副校院处部局]长|总裁|总经理|书记))""",
    re.VERBOSE,
)
_IN_LIST = re.compile("研究|服务|培训|(?:校企|产学研?用?|国际|校际|对外)(?:合作|交流)")
_HALF_SAID = re.compile("产学(?:研用?)?$|校企$")
"""What says nothing without the 合作 behind it, at which the list was taken to end."""
_LONGEST, _HALF = 26, 4
_UNPAIRED = re.compile(r"^[^《“「]*[》”」]|[《“「][^》”」]*$")
_BODY = 0.6
"""Share of a member that the name of an organisation may take; more, and it lists bodies."""


def items(list_: Span) -> Iterator[Span]:
    """The members of a list. 和 parts the last two; without 、 only where both are phrases."""
    text, at = list_.quotation, 0
    cuts = [m.span() for m in _SEPARATOR.finditer(text) if m["cut"]]
    last = cuts[-1][1] if cuts else 0
    for joint in _LAST.finditer(text, last):
        left, right = text[last : joint.start()], text[joint.end() :]
        phrases = len(left) >= _HALF and len(right) >= _HALF
        least = _HALF if joint[0] == "与" else _HALF - 1
        listed = cuts and len(left) > 1 and len(right) >= least and not left.isascii()
        if phrases or listed or (cuts and _alike(text[: cuts[0][0]], left, right)):
            cuts.append(joint.span())
            break
    for start, end in (*cuts, (len(text), len(text))):
        if start > at and (item := tidy(list_, at, start, listed=len(cuts) > 1)):
            yield item
        at = end


def _alike(*members: str) -> bool:
    """Whether members are words of two characters: 教学、研究、实习与就业."""
    return all(len(member.removesuffix("等")) == 2 for member in members)


def tidy(list_: Span, start: int, end: int, *, listed: bool = False) -> Span | None:
    """A member without its frame; None where nothing is left that tells a matter.

    `listed`: whether it is one of three or more, where also a word tells one that alone is none.
    """
    text = list_.quotation
    if match := (_INNER_EDGES if start else _EDGES).match(text, start, end):
        start = match.end()
    if match := _TAIL.search(text[start:end]):
        end = start + match.start()
    if match := _WHICH.match(text, start, end):
        start = match.end()
    start = max([start, *_owners(list_, start, end)])
    phrase = text[start:end].strip()
    phrase = phrase.removesuffix("合作") if phrase.endswith("”合作") else phrase
    if re.fullmatch(r"[“\"「《][^“”「」《》]*[”\"」》]", phrase):
        phrase = phrase[1:-1]
    empty = _EMPTY.fullmatch(phrase) and not (listed and _IN_LIST.fullmatch(phrase))
    if not 2 <= len(phrase) <= _LONGEST or empty or _UNPAIRED.search(phrase):
        return None
    lead = text.index(phrase, start, end)
    if _HALF_SAID.search(phrase) and list_.document.text.startswith("合作", list_.start + end):
        phrase += "合作"
    member = Span(list_.start + lead, list_.start + lead + len(phrase), list_.document)
    bodies = sum(len(m.span.quotation) for m in mentions_in(member) if m.type not in BUILT)
    return member if bodies < len(phrase) * _BODY else None


def _owners(list_: Span, start: int, end: int) -> Iterator[int]:
    """Where a member goes on behind the body that it belongs to: 云山大学的人才培养."""
    text = list_.quotation
    if "的" in text[start:end]:
        member = Span(list_.start + start, list_.start + end, list_.document)
        for body in mentions_in(member):
            behind = body.span.end - list_.start
            if body.span.start == member.start and text[behind : behind + 1] == "的":
                yield behind + 1
