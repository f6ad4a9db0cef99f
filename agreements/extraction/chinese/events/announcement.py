"""Signing events in Chinese text: who signs is found elsewhere, here what, and how it is told."""

import re
from itertools import islice

from agreements.extraction.blocks import Sentence
from agreements.extraction.chinese.events.agreement_kinds import nouns
from agreements.extraction.chinese.events.enumerated import one_by_one
from agreements.extraction.chinese.events.modality import modality
from agreements.extraction.chinese.sentences import Reading
from agreements.extraction.chinese.titles import OFFICE
from agreements.extraction.document import Span
from agreements.extraction.events import Event, Modality
from agreements.vocabulary.kinds import AgreementKind as Kind

_VERB = re.compile(
    r"签署|签订|签定|签下|签立|签了|续签|重签|换签|签约|签字|签名|[写签留]下[^，。；]{0,4}(?:名字|姓名|签名)|落款|落笔|敲定|缔约|缔结|订立|签[妥好成毕就]|(?:[定立]下|谈[定成拢]|议定)(?=[^，。；签]{0,16}(?:协议|合约|合同|备忘录|意向书))|[订立换]约|用印|签(?=[^，。；签]{0,16}(?:协议|合约|合同|备忘录|MOU|MoU))|(?P<weak>达成|结[成为]|互换|交换|确立|建立|缔结)"
)
_ALONE = re.compile(r"签约|签字|落笔")
_REACH, _WEAK_REACH = 60, 24
"""Characters between a verb and what it signs."""
_RIGHT_BEHIND = 12
"""Characters at most between 签署 and a cooperation that is called no paper: 签署产学合作."""
_MOST = 20
"""Events; a text that tells more is no announcement, and its parties would take long to find."""
_MOST_VERBS = 12
"""Verbs of signing that one sentence of prose may hold."""
_JOBS = re.compile(
    r"签[约订]了?(?:学生|毕业生|学员|员工|人数|率|\d+\s*[人名])"
    r"|就业协议|劳动合同|聘用合同|采购合同|施工合同|购销合同"
)
"""Contracts of people for work, or of sale, which are no cooperation."""
_WITH = re.compile(r"[与同和跟]")
_OFFICER = re.compile(rf"(?:{OFFICE.pattern})[^，。；与和同]{{2,4}}[与和同]")
"""Somebody in office signs: a telling of who, and no document more."""
_LOOKED_ON = re.compile(r"见证|出席|参加|主持|陪同")


def events(reading: Reading, year: int | None) -> list[Event]:
    """Signing events in order. `year` is that of publication, if known."""
    sentences = reading.told()
    found = (event for sentence in sentences for event in _events_in(sentence, year))
    return one_by_one(list(islice(found, _MOST)), sentences)


def _events_in(sentence: Sentence, year: int | None) -> list[Event]:
    if _JOBS.search(sentence.text):
        return []
    named = nouns(sentence.span)
    found = []
    for verb in islice(_VERB.finditer(sentence.text), _MOST_VERBS):
        at = _at(sentence.span, verb)
        pair = _noun_of(at, bool(verb["weak"]), named)
        how = modality(sentence, at, year) if pair else None
        if pair and how:
            found.append(Event(sentence, at, pair[1], pair[0], how, sentence.span))
    return _scoped(found)


def _noun_of(
    verb: Span, weak: bool, named: list[tuple[Kind, Span, bool]]
) -> tuple[Kind, Span] | None:
    """What this verb signs: the document named after it, else before, else cooperation itself."""
    reach = _WEAK_REACH if weak else _REACH
    papers = [(kind, noun) for kind, noun, paper in named if paper]
    papers = [pair for pair in papers if not _written_on(pair[1])] or papers
    near = [pair for pair in papers if 0 <= pair[1].start - verb.end <= reach]
    if near:
        return near[0]
    if not weak and (before := [pair for pair in papers if 0 <= verb.start - pair[1].end <= reach]):
        return before[-1]
    if weak and verb.quotation not in {"达成", "建立", "确立", "结成", "结为"}:
        return None
    bare = [(kind, noun) for kind, noun, paper in named if not paper]
    if weak:
        bare = [
            p
            for p in bare
            if 0 <= p[1].start - verb.end <= 6 and p[0] is not Kind.COOPERATION_AGREEMENT
        ]
    elif not _ALONE.match(verb.quotation):
        right_behind = [p for p in bare if 0 <= p[1].start - verb.end <= _RIGHT_BEHIND]
        return right_behind[0] if right_behind else None
    near = [
        pair for pair in bare if max(pair[1].start - verb.end, verb.start - pair[1].end, 0) <= reach
    ]
    if near:
        return min(near, key=lambda pair: max(pair[1].start - verb.end, verb.start - pair[1].end))
    return None if weak else (Kind.OTHER, verb)


def _written_on(noun: Span) -> bool:
    """Whether it only is what somebody puts a name on: 在协议上签字."""
    text = noun.document.text
    within = "在" in (text[noun.start - 1], text[noun.start])
    return within and text.startswith("上", noun.end)


def _scoped(found: list[Event]) -> list[Event]:
    """One event a sentence, or one for each document where clauses count several."""
    done = [event for event in found if event.modality is Modality.DONE]
    if not done:
        return found[:1]
    span = done[0].sentence.span
    parts: list[Event] = []
    for event in done:
        between = span.document.text[parts[-1].noun.end if parts else span.start : event.verb.start]
        same = parts and (event.noun == parts[-1].noun or not _WITH.search(between))
        if same or (parts and (_LOOKED_ON.search(between) or _OFFICER.search(between))):
            continue
        parts.append(event)
    parts = (
        parts if _separate(parts) else [max(done, key=lambda event: event.kind is not Kind.OTHER)]
    )
    if len(parts) == 1:
        return parts
    starts = [span.start, *(event.noun.end for event in parts[:-1])]
    return [
        Event(
            e.sentence, e.verb, e.noun, e.kind, e.modality, Span(start, e.noun.end, span.document)
        )
        for e, start in zip(parts, starts, strict=True)
    ]


def _separate(parts: list[Event]) -> bool:
    """Whether these are several documents: none is a mere signing, each has words of its own."""
    nouns_ = [event.noun.quotation for event in parts]
    told = any(event.kind is Kind.OTHER for event in parts)
    return len(parts) > 1 and not told and len(set(nouns_)) == len(nouns_)


def _at(span: Span, match: re.Match[str]) -> Span:
    return Span(span.start + match.start(), span.start + match.end(), span.document)
