"""Papers that a text counts and then tells one by one, each with its own partners.

签下两份文件：一份是与甲公司的合作协议，另一份是与乙公司的…; or 签下四份协议, and a line for each;
or uncounted, with one subject: 甲校与乙公司签署…；与丙公司签署….
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agreements.extraction.blocks import Sentence
from agreements.extraction.chinese.events.agreement_kinds import nouns
from agreements.extraction.document import Span
from agreements.extraction.events import Event, Modality

_COUNT = re.compile(
    r"(?:[两二三四五六七八九十]|\d{1,2})(?:份|项|个|纸|组)[^，。；：]{0,16}?(?:协议|文件|合[同约]|备忘录|意向书)"
)
_MARK = r"(?:[一另其][一二三四]?[份项个]?(?:则|又|也)?[是为]|[一二三四五六]是)"
_CLAUSE = re.compile(
    rf"{_MARK}(?:学校|学院|我[校院])?(?P<item>[与同和][^，。；]+?(?:协议|合[同约]|备忘录|意向书))"
)
_LINE = re.compile(
    r"\W*(?:[“「《][^“”「」《》]{1,24}[”」》]|\d{1,2}[、.．]|[一二三四五六][、是])[:：，]?\s*(?:由|是)?(?:学校|学院|我[校院])?(?P<item>[与同和][^。；]{4,})"
)
_WITH = re.compile(r"[与同和][^，。；与]{2,40}?签")
_ELLIPTIC = re.compile(r"(?:并|还|又|再|随后)?[与同和][^，。；与]{2,40}?签")
_LOOK = 12
"""Sentences behind the count in which its items may stand."""


def one_by_one(told: Sequence[Event], sentences: Sequence[Sentence]) -> list[Event]:
    """The events, those of a counted signing replaced by one for each paper that is told."""
    found: list[Event] = []
    number = {sentence.span: i for i, sentence in enumerate(sentences)}
    for event in _clause_by_clause(told):
        at = number[event.sentence.span]
        items = list(_items(event, sentences[at + 1 : at + 1 + _LOOK])) if _counts(event) else []
        found += [_of(event, item) for item in items] if len(items) > 1 else [event]
    return found


def _clause_by_clause(told: Sequence[Event]) -> Iterator[Event]:
    """Events of which each says only with whom, behind one subject: 甲校与乙签…；与丙签…。"""
    for event, before, behind in zip(told, [None, *told], [*told[1:], None], strict=False):
        told_apart = (before and _goes_on(before, event)) or (behind and _goes_on(event, behind))
        joint = _WITH.search(event.sentence.text) if told_apart else None
        start = event.sentence.span.start + joint.start() if joint else 0
        end = max(event.noun.end, event.verb.end)
        whole = joint is None or not start < end < event.sentence.span.end
        yield event if whole else replace(event, scope=Span(start, end, event.noun.document))


def _goes_on(event: Event, behind: Event) -> bool:
    """Whether an event leaves out its subject, which stands in the one before."""
    done = event.modality is behind.modality is Modality.DONE
    one = event.sentence.block == behind.sentence.block
    follows = 0 <= behind.sentence.span.start - event.sentence.span.end <= 1
    return done and one and follows and bool(_ELLIPTIC.match(behind.sentence.text))


def _counts(event: Event) -> bool:
    whole = event.scope == event.sentence.span
    return event.modality is Modality.DONE and whole and bool(_COUNT.search(event.sentence.text))


def _items(event: Event, behind: Sequence[Sentence]) -> Iterator[Span]:
    """What tells each paper: clauses of the event's own sentence, else lines behind it."""
    text, document = event.sentence.span.document.text, event.sentence.span.document
    clauses = list(_CLAUSE.finditer(text, event.verb.end, event.sentence.span.end))
    ends = [*(match.start() for match in clauses[1:]), event.sentence.span.end]
    for clause, end in zip(clauses, ends, strict=False):
        yield Span(clause.start("item"), end, document)
    for sentence in behind if not clauses else ():
        if line := _LINE.match(text, sentence.span.start, sentence.span.end):
            yield Span(line.start("item"), line.end("item"), document)


def _of(event: Event, item: Span) -> Event:
    """The event of one paper: of the kind that its item names, else of all of them."""
    here = event.sentence.span.covers(item)
    papers = [(kind, noun) for kind, noun, paper in nouns(item) if here and paper]
    kind, noun = papers[0] if papers else (event.kind, event.noun)
    return replace(event, kind=kind, noun=noun, scope=item)
