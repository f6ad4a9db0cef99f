"""Where a Chinese signing took place: 在行政楼626会议室举行; 5月8日，行政楼内，…; 前往总部并签署"""

import re
from collections.abc import Iterator

from agreements.extraction.chinese.organisations.organisations import mentions_in
from agreements.extraction.chinese.regions import REGION
from agreements.extraction.document import Span

_ADVERBS = "(?:正式|隆重|成功|顺利|共同|联合|如期|同步|圆满|完成|进行|当面|当场|现场)"
_SIGN = "签[署订定约字下了]|续签"
_HOLD = f"(?:{_SIGN}|举[行办]|召开|揭牌|启动|开幕|揭幕|[交互]换|拉开(?:帷幕|序幕))"
_IN = "(?:在|(?<![关对由基长记任席裁理授士监者员、和与属位])于)"
_NAME = r"[^，。；：“”、\s在从（）()]"
_ROOM = (
    r"(?:(?:会议室|报告厅|会议中心|交流中心|展览中心|博览中心|中心|礼堂|图书馆|博物馆|体育馆|展馆|大厦|广场|会堂|俱乐部|宾馆|酒店|饭店|会所|书院|公馆|剧[场院]"
    r"|校区|园区|厂区|产业园|科技园|孵化园|总部(?:基地|大[楼厦])?|基地|现场|主?会场|公司|集团|研究院|研究所|医院|大学|学院|学校|车间|工厂"
    r"|[楼厅馆宫]|\d层|\d室|\d号)(?<!开发中心|研究中心|管理中心))"
)
"""The word that closes the name of a building, a room or a site."""
_NO_BODY = "(?<!公司)(?<!集团)(?<!大学)(?<!学院)(?<!学校)(?<!医院)"
"""Whom somebody visits is no place yet; their building or headquarters is."""
_HELD = re.compile(
    rf"{_IN}(?P<place>[京沪津渝蓉穗汉杭宁榕深琼]|[^，。；：“”【】/在于]{{2,30}}?)(?:[与同][^，。；]{{2,40}}?)?{_ADVERBS}*{_HOLD}"
)
_SCENE = re.compile(
    rf"(?:[\d一二三四五六七八九十近当今昨同即次翌]日|[上下中]午|晚|日前|今天|昨天|[电讯])[，\s]*在?(?P<place>{_NAME}{{1,30}}?{_ROOM})(?:[内里]|(?=[，。]|一片|(?:[今昨当][日天])?迎来)|(?:(?<=[室厅堂楼馆场])|(?<=[议流览]中心))(?=举[行办]))"
)
"""The scene set before the act: 5月8日下午，行政楼会议室里，…"""
_TOOK_PLACE = re.compile(
    rf"(?:仪式|会议|活动|签约|签字)[^，。；]{{0,16}}?{_IN}(?P<place>{_NAME}{{1,24}}?{_ROOM})[内里]?{_ADVERBS}*?(?:进行|举办|开展)"
)
_STATED = re.compile(
    rf"(?:(?:地点|会场)(?:就|也)?(?:[设选定放]|安排)?[在为是于]|仪式[设选定放]在)(?P<place>{_NAME}{{2,30}})(?=[，。；])"
)
_AT = re.compile(
    rf"(?:^|[，。：\s日午晚]){_IN}(?P<place>{_NAME}{{1,24}}?{_ROOM})(?:[内里上]?(?=，))"
)
_MET = re.compile(
    rf"{_IN}(?P<place>{REGION}|{_NAME}{{2,10}}?[市区县])(?=会见|会晤|会谈|见面|相聚|聚首|与|同|就|为|签|正式|共同)"
)
_WENT = re.compile(
    rf"(?:来到|前往|走进|走访|到访|来访|抵达|莅临|奔赴|访问|(?<!奔)赴|(?<![来达走签不得感看找谈回提直等遇受做碰收])到(?![访场会达位了期底]))(?:了|位于[^，。；的]{{2,14}}的|我公司|我司|我校|该校|该公司)*"
    rf"(?P<place>{_NAME}{{1,24}}?{_ROOM}){_NO_BODY}(?=[，。、]|参加|参观|考察|调研|交流|会谈|座谈|洽谈|开展|出席|进行|举行|商谈|走访|[与同和就])"
)
"""Where one side came to the other: less sure than where a ceremony is said to be held."""
_AFTERWARDS = re.compile(r"(?:签约|签字|仪式|会议|座谈|会谈|交流|会)(?:结束)?之?后|随后|末了")
_NO_PLACE = re.compile(
    r"领域|方面|这里|线上|云端|当[日天]|见证|座谈|共$|期间|仪式|会上|背景|基础|框架|推动|支持|[上下中]$|\d[日月年号]|[上下中]午|陪同|指导|双方|合作|学校与|协议|备忘录|意向书|过程|同时|前提|分别|代表|负责人|一行|走进|走访|来到|前往|^此|^(?:学校|校内|我校|会上|当地|此|现场|公司|企业|集团|该公司|该校)$"
)
_ROOM_ENDS = re.compile(r".*[区厅室馆](?=[^区厅室馆楼]{1,4}$|就(?!业))")
"""在徐汇校区一口气签下: what stands between the place and the verb."""
_GROUNDS, _BUILDING = re.compile(r"[校园厂]区$"), re.compile(r"[楼馆厅室]$")
_PARTIES_ONLY = re.compile(r"[与和同及]")


def place(acts: list[Span], occasions: list[Span]) -> Span | None:
    """The place where the signing is said to be held, else where one side met the other.

    The first sentence to state one decides, and of others that begin alike the closest.
    """
    told = [*acts, *occasions]
    held = list(_found(told, (_STATED, _HELD, _TOOK_PLACE, _SCENE)))
    closer = [at for at in held if _is_closer(at, held[0])]
    if closer:
        return max(closer, key=lambda at: (len(at.words), -at.start))
    return next(_found(told, (_AT, _MET, _WENT)), None)


def _is_closer(at: Span, first: Span) -> bool:
    """Whether a place lies within the one stated first, or is that one."""
    building = _GROUNDS.search(first.words) and _BUILDING.search(at.words)
    return at.words.startswith(first.words) or bool(building)


def _found(spans: list[Span], forms: tuple[re.Pattern[str], ...]) -> Iterator[Span]:
    for span in spans:
        for form in forms:
            for match in form.finditer(span.document.text, span.start, span.end):
                start, end = match.span("place")
                if room := _ROOM_ENDS.match(match["place"]):
                    end = start + room.end()
                at = Span(start, end, span.document)
                toured = form is _WENT and _AFTERWARDS.search(match.string, span.start, start)
                if not (toured or _NO_PLACE.search(at.quotation) or _two_bodies(at)):
                    yield at


def _two_bodies(at: Span) -> bool:
    """Whether what looks like a place lists parties: 甲大学与乙公司."""
    return bool(_PARTIES_ONLY.search(at.quotation)) and len(mentions_in(at)) > 1
