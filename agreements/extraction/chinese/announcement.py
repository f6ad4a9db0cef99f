"""Signing events in Chinese text: what was signed, of which kind, and whether it was done."""

import re
from itertools import islice

from agreements.extraction.blocks import Sentence
from agreements.extraction.chinese.sentences import Reading
from agreements.extraction.document import Span
from agreements.extraction.events import Event, Modality
from agreements.vocabulary.kinds import AgreementKind as Kind

_PAPER = r"(?:协议书?|协定|合同|契约|合作书)"
_GAP = r"[^，。；：！？、“”\s签署订了]{0,16}?"
_LABORATORY = (
    r"(?:联合|共建|合作共建|共同建设|成立)" + _GAP + r"(?:实验室|研究中心|研发中心|创新中心|研究院)"
)
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            Kind.MEMORANDUM_OF_UNDERSTANDING,
            r"(?:战略|友好|全面)?(?:合作)?(?:谅解|理解|合作)?(?:意向)?备忘录|\bMOU\b|\bMoU\b",
        ),
        (Kind.LETTER_OF_INTENT, rf"(?:合作)?意向(?:书|{_PAPER})"),
        (Kind.LICENCE, rf"(?:专利|技术|知识产权)?(?:实施)?许可(?:使用)?{_PAPER}"),
        (
            Kind.FRAMEWORK_AGREEMENT,
            rf"(?:全面|深化|战略|校企|产学研|合作|伙伴|关系|校地|共建)*框架(?:性)?(?:合作)?(?:协议书?|{_PAPER})",
        ),
        (Kind.JOINT_LABORATORY, rf"{_LABORATORY}{_GAP}{_PAPER}"),
        (
            Kind.STRATEGIC_COOPERATION_AGREEMENT,
            rf"(?:全面)?(?:深化)?战略{_GAP}{_PAPER}|战略(?:性)?(?:合作)?协议",
        ),
        (
            Kind.COMPREHENSIVE_COOPERATION_AGREEMENT,
            rf"全面(?:深化)?(?:校企|校地|产学研)?合作{_GAP}{_PAPER}",
        ),
        (
            Kind.RESEARCH_AGREEMENT,
            rf"(?:科研|研究|研发|科技(?:合作|开发|攻关|服务)|技术(?:开发|服务)|联合攻关|委托(?:开发|研究)){_GAP}{_PAPER}",
        ),
        (Kind.COOPERATION_AGREEMENT, rf"[^，。；：！？、“”\s与和了署订签]{{0,10}}{_PAPER}"),
        (Kind.STRATEGIC_COOPERATION_AGREEMENT, r"战略合作(?:伙伴)?(?:关系)?"),
        (Kind.COMPREHENSIVE_COOPERATION_AGREEMENT, r"全面合作(?:关系)?"),
        (Kind.COOPERATION_AGREEMENT, r"合作(?:关系)?"),
    )
)
"""The more telling first. The head noun decides: 战略合作框架协议 is a framework agreement
(框架协议), 战略合作备忘录 a memorandum; 全面战略合作协议 is strategic, as in English."""
_WITHOUT_PAPER = 3
"""The last kinds name no document; only a word that means signing by itself goes with them."""

_VERB = re.compile(
    r"签署|签订|签定|签下|签立|签了|续签|重签|换签|签约|签字|签协议|缔结|订立|(?P<weak>达成|互换|交换|确立|建立|缔结)"
)
_ALONE = re.compile(r"签约|签字")
_INTENDED = re.compile(
    r"(?:将(?!军)|拟|计划|有望|准备|即将|争取|希望(?!集团|公司|学院|大学|教育)|期待|期盼|力争|尽[快早]|早日|有待|择机|适时|商讨|洽谈|探讨|磋商|商谈|今后|未来(?!科技|技术|网络|城)|下一步"
    r"|预计|有意|可能|可以|能够|筹备|如果|愿|为了|尚未|没有|并未|草拟|起草|建议|商定|约定|同意|决定|年内|明年|下个?月|近期|届时)[^，。；]{0,20}$|(?:推进|推动|加快|促成|正在|等待)[^，。；]{0,3}$|(?:不|未|没|待|(?<![华图])为)$"
)
_INTENDED_AFTER = re.compile(
    r"^[^，。；]{0,14}?(?:事宜|意向(?!书|协议|性?备忘录)|可行性|的?可能|的?准备|相关工作|工作|流程|的?筹备|的?前期|草案|文本进行|流程)|^(?:仪式)?(?:将于|将在|拟于)"
)
_DONE_ANYWAY = re.compile(
    r"为(?:了)?(?:[^，。；]{0,20})(?:起点|契机)|将[^，。；]{1,12}(?:签署|签订)的"
)
_SUPPORT = re.compile(
    r"(?:以|借|藉)(?:此次|本次|这次|协议|双方|合作协议)?[^，。；]{0,8}$|(?:根据|按照|依据|依照|自从?|落实|履行|执行(?![副董总校院官主力]))[^，。；]{0,12}$"
)
_EARLIER = re.compile(
    r"(?:曾|曾经|此前|之前|早在|早先|去年|前年|当年|往年|上一?轮|上次|首次于|最早|先前|已有|年前|原(?:先|有|本)|多年前|历史上|先后[与同和]|累计|已先后|已[与同和])[^，。；]{0,26}$|(?:19|20)\d\d年以来"
)
_EARLIER_AFTER = re.compile(r"^[^，。；]{0,12}(?:以来|之后的[一二三四五六七八九十两几\d]+年)")
_YEAR = re.compile(r"((?:19|20)\d\d)\s*(?:年|[-./])")
_CLAUSE = re.compile(r"[，,；;：:]")
_REACH, _WEAK_REACH = 60, 24
"""Characters between a verb and what it signs."""
_MOST = 12
"""Verbs of signing that one sentence of prose may hold."""
_WITH = re.compile(r"[与同和跟]")


def events(reading: Reading, year: int | None) -> list[Event]:
    """Signing events in order. `year` is that of publication, if known."""
    return [event for sentence in reading.told() for event in _events_in(sentence, year)]


def _events_in(sentence: Sentence, year: int | None) -> list[Event]:
    nouns = _nouns(sentence.span)
    found = []
    for verb in islice(_VERB.finditer(sentence.text), _MOST):
        at = _at(sentence.span, verb)
        pair = _noun_of(at, bool(verb["weak"]), nouns)
        modality = _modality(sentence, at, year) if pair else None
        if pair and modality:
            found.append(Event(sentence, at, pair[1], pair[0], modality, sentence.span))
    return _scoped(found)


def _nouns(span: Span) -> list[tuple[Kind, Span, bool]]:
    """Every name of an agreement in a sentence, and whether it names a document."""
    found: list[tuple[Kind, Span, bool]] = []
    for number, (kind, pattern) in enumerate(_KINDS):
        for match in pattern.finditer(span.quotation):
            at = _at(span, match)
            if not any(at.overlaps(other) for _, other, _ in found):
                found.append((kind, at, number < len(_KINDS) - _WITHOUT_PAPER))
    return sorted(found, key=lambda triple: triple[1])


def _noun_of(
    verb: Span, weak: bool, nouns: list[tuple[Kind, Span, bool]]
) -> tuple[Kind, Span] | None:
    """What this verb signs: the document named after it, else before, else cooperation itself."""
    reach = _WEAK_REACH if weak else _REACH
    papers = [(kind, noun) for kind, noun, paper in nouns if paper]
    near = [pair for pair in papers if 0 <= pair[1].start - verb.end <= reach]
    if near:
        return near[0]
    if not weak and (before := [pair for pair in papers if 0 <= verb.start - pair[1].end <= reach]):
        return before[-1]
    if weak and verb.quotation not in {"达成", "建立", "确立"}:
        return None
    bare = [(kind, noun) for kind, noun, paper in nouns if not paper]
    if weak:
        bare = [
            p
            for p in bare
            if 0 <= p[1].start - verb.end <= 6 and p[0] is not Kind.COOPERATION_AGREEMENT
        ]
    elif not _ALONE.match(verb.quotation):
        return None
    near = [
        pair for pair in bare if max(pair[1].start - verb.end, verb.start - pair[1].end, 0) <= reach
    ]
    if near:
        return min(near, key=lambda pair: max(pair[1].start - verb.end, verb.start - pair[1].end))
    return None if weak else (Kind.OTHER, verb)


def _modality(sentence: Sentence, verb: Span, year: int | None) -> Modality | None:
    """How the clause speaks of the signing; None where it only refers to one told elsewhere."""
    text = sentence.text
    at, end = verb.start - sentence.span.start, verb.end - sentence.span.start
    begin = max((m.end() for m in _CLAUSE.finditer(text, 0, at)), default=0)
    before, after = text[begin:at], text[end:]
    if _SUPPORT.search(before) and not _EARLIER_AFTER.match(after):
        return None
    if (
        _EARLIER.search(before)
        or _EARLIER_AFTER.match(after)
        or _of_past_year(text[:end], before, year)
    ):
        return Modality.EARLIER
    if _DONE_ANYWAY.search(before):
        return Modality.DONE
    if _INTENDED.search(before) or _INTENDED_AFTER.match(after):
        return Modality.INTENDED
    return Modality.DONE


def _of_past_year(text: str, clause: str, year: int | None) -> bool:
    """Whether the year stated last lies before the year before publication."""
    stated = _YEAR.findall(clause) or _YEAR.findall(text)[-1:]
    return bool(year and stated and int(stated[-1]) < year - 1)


def _scoped(found: list[Event]) -> list[Event]:
    """One event a sentence, or one for each document where clauses count several."""
    done = [event for event in found if event.modality is Modality.DONE]
    if not done:
        return found[:1]
    span = done[0].sentence.span
    parts: list[Event] = []
    for event in done:
        between = span.document.text[parts[-1].noun.end if parts else span.start : event.verb.start]
        if parts and (event.noun == parts[-1].noun or not _WITH.search(between)):
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
    """Whether these are several documents: none is a mere signing, no two of the same kind."""
    kinds = [event.kind for event in parts]
    return len(parts) > 1 and Kind.OTHER not in kinds and len(set(kinds)) == len(kinds)


def _at(span: Span, match: re.Match[str]) -> Span:
    return Span(span.start + match.start(), span.start + match.end(), span.document)
