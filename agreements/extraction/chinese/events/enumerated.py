"""Papers that a text counts and then tells one by one, each with its own partners.

签下两份文件：一份是与甲公司的合作协议，另一份是与乙公司的…; or 签下四份协议, and a line for each.
"""

import re
from collections.abc import Iterator, Sequence

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
_LOOK = 12
"""Sentences behind the count in which its items may stand."""


def one_by_one(told: Sequence[Event], sentences: Sequence[Sentence]) -> list[Event]:
    """The events, those of a counted signing replaced by one for each paper that is told."""
    found: list[Event] = []
    for event in told:
        items = list(_items(event, sentences)) if _counts(event) else []
        found += [_of(event, item) for item in items] if len(items) > 1 else [event]
    return found


def _counts(event: Event) -> bool:
    whole = event.scope == event.sentence.span
    return event.modality is Modality.DONE and whole and bool(_COUNT.search(event.sentence.text))


def _items(event: Event, sentences: Sequence[Sentence]) -> Iterator[Span]:
    text, document = event.sentence.span.document.text, event.sentence.span.document
    clauses = list(_CLAUSE.finditer(text, event.verb.end, event.sentence.span.end))
    ends = [*(match.start() for match in clauses[1:]), event.sentence.span.end]
    for match, end in zip(clauses, ends, strict=bool(clauses)):
        yield Span(match.start("item"), end, document)
    if clauses:
        return
    at = next(i for i, sentence in enumerate(sentences) if sentence is event.sentence)
    for sentence in sentences[at + 1 : at + 1 + _LOOK]:
        if match := _LINE.match(text, sentence.span.start, sentence.span.end):
            yield Span(match.start("item"), match.end("item"), document)


def _of(event: Event, item: Span) -> Event:
    """The event of one paper: of the kind that its item names, else of all of them."""
    kind, noun = event.kind, event.noun
    if event.sentence.span.covers(item):
        for kind_of_item, named, paper in nouns(item):
            if paper:
                kind, noun = kind_of_item, named
    return Event(event.sentence, event.verb, noun, kind, event.modality, item)
