"""Areas that a page sets out line by line, under a sentence that announces them."""

import re
from collections.abc import Iterable, Iterator

from agreements.extraction.area_items import MARK, tidy
from agreements.extraction.area_leads import ANNOUNCED
from agreements.extraction.document import Span
from agreements.extraction.sentences import Role, Sentence

_MARKED = re.compile(rf"\W{{0,2}}{MARK}")
_MARK_ALONE = re.compile(rf"\W*{MARK}?\W*")
_GOES_ON = re.compile(r"(?:[,;]|\band)\s*$")
_LONGEST = 24
"""Words of a line that may still be an item."""


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
            if sentence.block != block and (item := tidy(sentence.span, 0, len(sentence.text))):
                yield item
            goes_on, block = bool(_GOES_ON.search(text)), sentence.block
            continue
        announced, goes_on = ANNOUNCED.search(text) is not None, False


def _is_item(sentence: Sentence, goes_on: bool) -> bool:
    if len(sentence.text.split()) > _LONGEST or ANNOUNCED.search(sentence.text):
        return False
    return goes_on or sentence.role is Role.HEADING or _MARKED.match(sentence.text) is not None
