"""What a paper or a ceremony is named for: 共建实验室协议, 实训基地授牌仪式."""

import re
from collections.abc import Iterator

from agreements.extraction.chinese.areas.leads import QUOTED
from agreements.extraction.chinese.organisations.organisations import BUILT, mentions_in
from agreements.extraction.document import Span

_SORT = (
    r"(?:谅解|了解|理解|友好|伙伴|关系|战略|全面|校企|校地|产学(?:研用?)?|项目)*"
    r"(?:共建)?(?:合作)?(?:伙伴)?(?:关系)?(?:框架)?"
)
_PAPER = re.compile(
    rf"(?:签[署订定下了]|续签)(?:了)?(?:[一两二三四五六七八九十\d]+[项份个])?[《“「]?(?P<list>(?:{QUOTED}|[^，。；、“”「」《》]){{4,40}}?){_SORT}(?:协议|备忘录|意向书|合[同约])"
)
_ACT = r"(?:签[约署字]|揭牌|授牌|设立|捐赠|启动|成立)"
_CEREMONY = re.compile(
    rf"(?P<list>(?:{QUOTED}|[^，。；、：“”（）()\s]){{2,80}}?{_ACT})(?:仪式|活动)"
)
_HELD = re.compile(r"举行|举办|主办的?|召开|参加|出席|主持|[在向]")
_NO_MATTER = re.compile(r"^[与和同并]|关于")
_SHORTEST = 4
_FRAME = re.compile(rf"{_SORT}(?:协议)?{_ACT}+$")


def matters_in(span: Span) -> Iterator[Span]:
    """Stretches that name the matter, behind the parties and without the sort of paper."""
    for pattern in (_PAPER, _CEREMONY):
        for match in pattern.finditer(span.document.text, span.start, span.end):
            at = Span(match.start("list"), match.end("list"), span.document)
            starts = [m.span.end for m in mentions_in(at) if m.type not in BUILT]
            starts += [at.start + m.end() for m in _HELD.finditer(at.quotation)]
            if not starts and pattern is _CEREMONY:
                continue
            yield from _parts(at, max(starts, default=at.start))


def _parts(at: Span, start: int) -> Iterator[Span]:
    """甲签约暨乙揭牌: each part without the act."""
    text = at.document.text
    for part in re.finditer(r"[^暨]+", text[start : at.end]):
        frame = _FRAME.search(part[0])
        end = part.start() + (frame.start() if frame else len(part[0]))
        words = part[0][: end - part.start()]
        if len(words) >= _SHORTEST and not _NO_MATTER.search(words):
            yield Span(start + part.start(), start + end, at.document)
