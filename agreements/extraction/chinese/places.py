"""Where a Chinese signing took place: 在行政楼626会议室举行; 5月8日，行政楼内，…"""

import re

from agreements.extraction.document import Span

_HELD = re.compile(
    r"(?:在|(?<![关对由基长记任席裁理授士监、和与])于)(?P<place>[京沪津渝蓉穗汉杭宁榕深]|[^，。；：“”在于]{2,30}?)(?:[与同][^，。；]{2,40}?)?(?:正式|隆重|成功|顺利|共同|联合)?(?:举行|召开|举办|签署|签订|签约|签字|拉开帷幕)"
)
_SCENE = re.compile(
    r"(?:日|[上下中]午|晚|日前|今天|昨天|[电讯])[，\s]*(?P<place>[^，。；：“”、\s]{2,30}?"
    r"(?:会议室|报告厅|会议中心|礼堂|图书馆|大厦|宾馆|酒店|校区|[楼厅馆]|\d室))(?:[内里]|(?=，))"
)
"""The scene set before the act: 5月8日下午，行政楼会议室里，…"""
_NO_PLACE = re.compile(
    r"领域|方面|这里|线上|当[日天]|见证|座谈|共$|期间|仪式|会上|背景|基础|框架|推动|支持|[上下中]$|\d[日月年号]|[上下中]午|陪同|指导|双方|合作|学校与|协议|备忘录|意向书|过程|同时|前提|分别|代表|^(?:学校|校内|我校|会上|当地|此|现场)$"
)


def place(acts: list[Span], occasions: list[Span]) -> Span | None:
    """The place that the first sentence to state one gives, as closely as any of the others."""
    held = [
        Span(match.start("place"), match.end("place"), span.document)
        for span in [*acts, *occasions]
        for form in (_HELD, _SCENE)
        for match in form.finditer(span.document.text, span.start, span.end)
        if not _NO_PLACE.search(match["place"])
    ]
    closer = [at for at in held if at.words.startswith(held[0].words)]
    return max(closer, key=lambda at: (len(at.words), -at.start), default=None)
