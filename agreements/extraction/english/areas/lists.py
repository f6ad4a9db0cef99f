"""Areas that a page sets out line by line, under a sentence that announces them."""

import re
from collections.abc import Iterable, Iterator

from agreements.extraction.blocks import Role, Sentence
from agreements.extraction.document import Span
from agreements.extraction.english.areas.items import MARK, tidy
from agreements.extraction.english.areas.leads import ANNOUNCED

_MARKED = re.compile(rf"\W{{0,2}}{MARK}")
_MARK_ALONE = re.compile(rf"\W*{MARK}?\W*")
_GOES_ON = re.compile(r"(?:[,;]|\band)\s*$")
_LONGEST = 24
"""Words of a line that may still be an item."""
_INLINE = re.compile(r"\s*[△▲▶►◆■]\s*")
"""Before each item of a list within a sentence, as Korean releases set them."""
_END = re.compile(r"[.;]")
_SEVERAL = 2


_NEXT = re.compile(rf"\s*\n(?=\W{{0,2}}{MARK})")
"""Between two items that one sentence runs over."""


def listed(sentences: Iterable[Sentence]) -> Iterator[Span]:
    """The items of such lists, in order, each without its mark."""
    announced = goes_on = False
    block = -1
    for sentence in sentences:
        text = sentence.text.strip()
        if announced and _MARK_ALONE.fullmatch(text):
            goes_on = True
            continue
        if announced and _is_item(sentence, goes_on):
            if sentence.block != block:
                yield from _items(sentence.span)
            goes_on, block = bool(_GOES_ON.search(text)), sentence.block
            continue
        announced, goes_on = ANNOUNCED.search(text) is not None, False


def listed_inline(span: Span) -> Iterator[Span]:
    """The items of a sentence that puts a mark before each of several."""
    text = span.quotation
    marks = list(_INLINE.finditer(text))
    if len(marks) < _SEVERAL:
        return
    last = marks[-1].end()
    ends = [*(mark.start() for mark in marks[1:]), last + len(_END.split(text[last:], 1)[0])]
    for mark, end in zip(marks, ends, strict=True):
        if item := tidy(span, mark.end(), end):
            yield item


def _items(span: Span) -> Iterator[Span]:
    text, at = span.quotation, 0
    for start, end in (*(gap.span() for gap in _NEXT.finditer(text)), (len(text), len(text))):
        if item := tidy(span, at, start):
            yield item
        at = end


def _is_item(sentence: Sentence, goes_on: bool) -> bool:
    lines = _NEXT.split(sentence.text)
    if any(len(line.split()) > _LONGEST for line in lines) or ANNOUNCED.search(sentence.text):
        return False
    return goes_on or sentence.role is Role.HEADING or _MARKED.match(sentence.text) is not None
