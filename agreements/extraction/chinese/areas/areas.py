"""What is agreed on in Chinese: which sentences tell it, and the phrases of cooperation in them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from agreements.extraction.blocks import Role, Sentence
from agreements.extraction.chinese.areas.codes import codes_of
from agreements.extraction.chinese.areas.items import items
from agreements.extraction.chinese.areas.leads import FIELDS, lists_in
from agreements.extraction.chinese.areas.matters import matters_in
from agreements.extraction.document import Span

_ABOUT = re.compile(
    r"协议|备忘录|意向书|合[同约]|约定|双方|校企|合作|两家|三方|各方|签约|携手|联合|共建|共同|一[同起]|两方|期望|盼|设立|捐|任务|(?:研究院|研[究发]中心|实验室|卓越中心|创新中心)(?:将|的)"
)
_SPEECH = re.compile(
    r"(?:表示|指出|强调|介绍|说|谈到|提到|认为|回顾|感谢|提出)(?:了|道)?[，,:：]|希望|期待|期望|盼|(?:在|据)[^，。；]{2,24}(?:看来|[说讲])，|(?:简要|详细|分别|向[^，。]{2,10})介绍|致辞中|讲话中"
)
_PAST = re.compile(
    r"曾|近[年些]来|多年来|此前|过去|长期以来|历年|一直|(?<!将)长期(?:在|与|致力|从事)|已[经先]?在"
)
_AHEAD = re.compile(r"将|未来|今后|下一步|根据|按照|签约|签署|协议")
_STATED = re.compile(
    r"(?:根据|按照|依据|依托)[^，。；]{0,12}(?:协议|备忘录|约定|意向书)|(?:协议|备忘录|意向书)[^，。；]{0,8}(?:约定|[订载写列]明|写入|列入|明确|规定|提出|内容|签署后|涵盖|包括)|以[^。；]{4,90}为(?:主攻|主要|重点|核心|合作)?(?:方向|重点|内容|领域)|[把将][^。；]{4,90}(?:作为|列为|定为)|(?:领域|内容|方向)[为是有]?(?:包括)?[:：]|协议[^。；]{0,20}(?:伸向|延伸|拓展)|双方(?:将|商定|约定|同意|计划|决定)|达成(?:了)?(?:广泛|高度|重要|一致)?共识|签约后|未来[^，。]{0,8}双方|将(?!军|来)[^，。；]{0,12}(?:在|围绕|就|聚焦|联合|共[同建]|联手|携手)"
)
_TOGETHER = re.compile(
    rf"(?:等)?{FIELDS}[^，。；了]{{0,16}}(?:(?<!已)合作|联合|协同|携手|攻关|伙伴|共建|共赢)"
)
"""Behind a list of fields in which somebody who speaks wants to work with the other side."""
_COOPERATION_TO = re.compile(r"合作[^，。；]{0,8}[至到]$")
_COUNTED_ON = re.compile(r"[二三四五六七]是|[（(][二三四五六七2-7][）)]")
"""The further ones of matters that are counted, each in a sentence of its own."""
_MOST = 16


@dataclass(frozen=True, slots=True)
class Area:
    """A phrase of cooperation and the vocabulary's codes for what it names."""

    phrase: Span
    codes: tuple[str, ...]


def areas(
    sentences: Iterable[Sentence], told: Sequence[Sentence] = (), scope: Span | None = None
) -> list[Area]:
    """Areas in these sentences, in order, each once.

    What the paper or ceremony of its signing (`told`) is named for comes with what is listed: what
    the agreement is said to provide, else other talk of cooperation, else speeches; what lists a
    single matter, as a laboratory, is joined by the next. The fields in which speakers want to
    cooperate come with them. `scope` narrows the sentence that holds
    it.
    """
    body = [
        s
        for s in sentences
        if s.role is Role.BODY and (_ABOUT.search(s.text) or _COUNTED_ON.match(s.text))
    ]
    spoken = _speeches(body, told)
    plain = [s for s in body if s not in spoken]
    stated = [s for s in plain if s in told or _STATED.search(s.text)]
    firm = {(s.block, s.span.start) for s in stated if s not in told}
    stated += [s for s in plain if any(b == s.block and at < s.span.start for b, at in firm)]
    found: dict[str, Area] = {}
    listed: list[Span] = []
    for tier in (stated, plain, spoken):
        listed += [phrase for s in _in_order(tier) for phrase in _listed(_within(s, scope))]
        if len(listed) > 1 or (listed and scope):
            break
    listed += [phrase for s in spoken for phrase in _wished(_within(s, scope))]
    named = [
        item for s in told for matter in matters_in(_within(s, scope)) for item in items(matter)
    ]
    for phrase in sorted([*named, *listed]):
        found.setdefault(phrase.words, Area(phrase, codes_of(phrase.words)))
    return list(found.values())[:_MOST]


def _in_order(sentences: Iterable[Sentence]) -> list[Sentence]:
    return sorted({s.span: s for s in sentences}.values(), key=lambda s: s.span)


def _within(sentence: Sentence, scope: Span | None) -> Span:
    return scope if scope is not None and sentence.span.covers(scope) else sentence.span


def _speeches(body: list[Sentence], told: Sequence[Sentence]) -> list[Sentence]:
    """Sentences with a verb of saying, and what follows them in the paragraph."""
    spoken: list[Sentence] = []
    for sentence in body:
        goes_on = bool(spoken) and spoken[-1].block == sentence.block
        if sentence in told:
            continue
        if _SPEECH.search(sentence.text) or (goes_on and not _STATED.search(sentence.text)):
            spoken.append(sentence)
    return spoken


def _listed(span: Span) -> list[Span]:
    return [item for list_ in lists_in(span) if _of_now(span, list_) for item in items(list_)]


def _wished(span: Span) -> list[Span]:
    text = span.document.text
    return [
        item
        for list_ in lists_in(span)
        if _TOGETHER.match(text, list_.end, span.end)
        or _COOPERATION_TO.search(text, span.start, list_.start)
        if _of_now(span, list_)
        for item in items(list_)
    ]


def _of_now(span: Span, list_: Span) -> bool:
    """Whether a list is of what is agreed on, and not of what was done before."""
    before = span.document.text[span.start : list_.start]
    past = [match.end() for match in _PAST.finditer(before)]
    return not past or bool(_AHEAD.search(before, past[-1]))
