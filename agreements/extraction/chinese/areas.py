"""What is agreed on in Chinese: lists (在…等方面, 围绕…, 涵盖…) mapped to the vocabulary."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from agreements.extraction.blocks import Role, Sentence
from agreements.extraction.chinese.script import folded
from agreements.extraction.document import Span
from agreements.vocabulary.areas import areas as vocabulary

_LIST = r"(?P<list>(?:(?!开展|进行|展开|签署|举行|，并|，在|，就|围绕|聚焦)[^。；！？：]){2,160}?)"
_CLAUSE = r"(?P<list>[^，。；！？：]{2,80}?)"
_SEVERAL = r"(?:多个?|各个?|诸多|若干|重点|[一二三四五六七八九十两\d]+个?大?|相关|具体)?"
_FIELDS = rf"(?:等)?{_SEVERAL}(?:领域|方面|方向|层面|维度|议题|主题)"
_COOPERATE = r"(?:全面|全方位|多层次|深度|深入|战略|务实|广泛|长期|紧密)*合作"
_LEADS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:在|就|围绕|聚焦(?:于)?|瞄准|面向|针对){_LIST}{_FIELDS}",
        rf"(?:围绕|聚焦(?:于)?|就){_LIST}(?:等)?(?=开展|进行|深化|加强|建立|实施|推进|达成|共同|深入|携手|[，。；])",
        rf"(?:内容|范围|领域|重点|协议|备忘录|合作)(?:主要|将|还|具体)*(?:涵盖|包括|涉及|覆盖|包含|为){_LIST}(?:等(?!级)|$|(?=[，。；]))",
        rf"(?:开展|推进|加强|深化|推动|探索|实施|促进){_CLAUSE}(?:等)?(?:方面)?的?{_COOPERATE}",
        rf"(?:共建|共同(?:建设|打造|组建|设立|建立|开展|推进|培养|推动|探索)|联合(?:建设|组建|设立|成立|共建|开展|打造|培养)|合作(?:共建|建设|开展)|新设|设立|开展|推进){_CLAUSE}(?=等|[，。；！]|$)",
    )
)
_ABOUT = re.compile(r"协议|备忘录|意向书|双方|校企|合作|两家|三方|各方|签约|携手|联合|共建|共同")
_SPEECH = re.compile(
    r"(?:表示|指出|强调|介绍|说|谈到|认为|回顾|感谢|希望|期待)(?:了|道)?[，,:：]|(?:简要|详细|分别|向[^，。]{2,10})介绍|致辞中|讲话中|曾|近年来|多年来|此前|过去|长期以来"
)
_STATED = re.compile(
    r"(?:根据|按照|依据|依托)[^，。；]{0,12}(?:协议|备忘录|约定|意向书)|(?:协议|备忘录|意向书)[^，。；]{0,8}(?:约定|明确|规定|提出|内容|签署后|涵盖|包括)|双方(?:将|商定|约定|同意|计划|决定)|达成(?:了)?(?:广泛|高度|重要|一致)?共识|签约后|未来[^，。]{0,8}双方"
)
_SEPARATOR = re.compile(r"[、，,]\s*(?:以及|及|和|与)?|以及")
_LAST = re.compile(r"(?:和|及|与)")
_EDGES = re.compile(
    r"^(?:等|在|将|共同|双方|并|还|进一步|不断|积极|重点|主要|以及|和|与|及|包括|围绕|聚焦|就|对|于|开展|加强|推进|深化|推动|促进|实施|建立|展开|进行|共建|打造|组建|探索|一批|一个|若干|了|相关|各自|优势)+"
)
_TAIL = re.compile(
    r"(?:等|方面|领域|的|多个|各|深入|全面|广泛|深度|进行|开展|展开|达成|加强|务实|紧密|开展了|等多|等方|长期|全方位|多层次|宽领域)+$"
)
_EMPTY = re.compile(
    r"(?:(?:长期|深入|深度|全面|全方位|多层次|宽领域|战略|务实|广泛|产学研用?)*合作|研究|双方|协议|交流|工作|项目|优势|发展|未来|各|多|领域|方面|活动|共识|意见|签约|平等|互利|共赢|优势互补|互惠互利|互利共赢|共同发展|资源|优势资源|一系列|更多|务实|新"
    r"|合作协议|国内|国际|此基础|基础|协议框架|合作框架|框架|内容|新型|更高|更深|更广|全方位|长期|深层次|宽领域|[一二三四五六七八九十\d年月日]+|.*(?:协议|备忘录|意向书)|.*(?:表示|指出|签署|签约|举行|见证|会上|仪式).*|.*(?:[副校院处部局]长|总裁|总经理|书记))"
)
_LONGEST, _MOST, _HALF, _ACRONYM = 24, 12, 4, 5


@dataclass(frozen=True, slots=True)
class Area:
    """A phrase of cooperation and the vocabulary's codes for what it names."""

    phrase: Span
    codes: tuple[str, ...]


def areas(sentences: Iterable[Sentence], scope: Span | None = None) -> list[Area]:
    """Areas in these sentences, in order, each once; what the agreement provides goes before talk.

    Where a sentence says what the agreement states, only such sentences are read; else those that
    speak of cooperation outside of speeches. `scope` narrows the sentence that holds it.
    """
    about = [
        s
        for s in sentences
        if s.role is Role.BODY and _ABOUT.search(s.text) and not _SPEECH.search(s.text)
    ]
    stated = [s for s in about if _STATED.search(s.text)]
    following = {(s.block, s.span.start) for s in stated}
    stated += [s for s in about if any(b == s.block and at < s.span.start for b, at in following)]
    found: dict[str, Area] = {}
    for sentence in sorted({s.span: s for s in stated or about}.values(), key=lambda s: s.span):
        within = scope if scope is not None and sentence.span.covers(scope) else sentence.span
        for phrase in _phrases(within):
            found.setdefault(phrase.words, Area(phrase, codes_of(phrase.words)))
    return list(found.values())[:_MOST]


def codes_of(phrase: str) -> tuple[str, ...]:
    """The terms whose keywords stand in the phrase; a longer keyword hides the shorter in it."""
    plain = "".join(folded(phrase).casefold().split("\n"))
    found: dict[int, str] = {}
    for keyword, code in _keywords():
        for match in keyword.finditer(plain):
            found.setdefault(match.start(), code)
        plain = keyword.sub(lambda match: "#" * len(match[0]), plain)
    return tuple(dict.fromkeys(found[at] for at in sorted(found)))


@cache
def _keywords() -> list[tuple[re.Pattern[str], str]]:
    """Keywords, longest first; those in Latin letters ("5G") stand apart from other letters."""
    pairs = [
        (word.casefold(), area.code) for area in vocabulary().values() for word in area.keywords
    ]
    return [
        (
            re.compile(
                re.escape(word)
                if not word.isascii()
                else rf"(?<![a-z\d]){re.escape(word)}(?![a-z\d])"
            ),
            code,
        )
        for word, code in sorted(pairs, key=lambda pair: -len(pair[0]))
        if not word.isascii() or len(word) < _ACRONYM
    ]


def _phrases(span: Span) -> Iterator[Span]:
    taken: list[Span] = []
    found: list[Span] = []
    for lead in _LEADS:
        for match in lead.finditer(span.document.text, span.start, span.end):
            if match.start("list") == match.end("list"):
                continue
            list_ = Span(match.start("list"), match.end("list"), span.document)
            if any(list_.overlaps(other) for other in taken):
                continue
            items = list(_items(list_))
            if items:
                taken.append(list_)
                found += items
    yield from sorted(found)


def _items(list_: Span) -> Iterator[Span]:
    """The members of a list. 和 parts the last two; without 、 only where both are phrases."""
    text, at = list_.quotation, 0
    cuts = [m.span() for m in _SEPARATOR.finditer(text)]
    last = cuts[-1][1] if cuts else 0
    for joint in _LAST.finditer(text, last):
        left, right = text[last : joint.start()], text[joint.end() :]
        if (len(left) >= _HALF and len(right) >= _HALF) or (
            cuts and joint[0] in "和及" and len(left) > 1 and len(right) >= _HALF - 1
        ):
            cuts.append(joint.span())
            break
    for start, end in (*cuts, (len(text), len(text))):
        if start > at and (item := _tidy(list_, at, start)):
            yield item
        at = end


def _tidy(list_: Span, start: int, end: int) -> Span | None:
    text = list_.quotation
    if match := _EDGES.match(text, start, end):
        start = match.end()
    if match := _TAIL.search(text[start:end]):
        end = start + match.start()
    phrase = text[start:end].strip()
    if phrase[:1] in {"“", '"'} and phrase[-1:] in {"”", '"'}:
        phrase = phrase[1:-1]
    if len(phrase) < 2 or len(phrase) > _LONGEST or _EMPTY.fullmatch(phrase):
        return None
    lead = text.index(phrase, start, end)
    return Span(list_.start + lead, list_.start + lead + len(phrase), list_.document)
