"""Where a quotation stands in a document: to the letter, or but for white space, case and marks.

A model copies words rather than bytes: it straightens quotation marks and dashes, joins lines and
drops soft hyphens. Both sides are compared in a folded form that keeps each letter's offset, so
that what is found is always a span of the text as stored.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property, lru_cache

from agreements.extraction.document import Document, Span

_MARKS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′ʼ´`＇", "'"),
        **dict.fromkeys("“”„‟″«»「」『』＂", '"'),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    }
)
_SPACED = r"[0-9A-Za-z\u00aa-\u0dff]"
"""Letters of scripts that put spaces between words: what is found there are whole words."""


class Quotations:
    """Finds quotations in one document."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def find(
        self, quote: str, *, within: Span | None = None, near: Span | None = None
    ) -> Span | None:
        """Where it stands, the nearest place to `near` or the first; None where it does not."""
        within = within or Span(0, len(self._document.text), self._document)
        found = list(self._exact(quote.strip(), within)) or list(self._folded_in(quote, within))
        if near is None:
            return found[0] if found else None
        return min(found, key=lambda span: _distance(span, near), default=None)

    def _exact(self, quote: str, within: Span) -> Iterator[Span]:
        if pattern := _whole_words(quote):
            for match in pattern.finditer(self._document.text, within.start, within.end):
                yield Span(*match.span(), self._document)

    def _folded_in(self, quote: str, within: Span) -> Iterator[Span]:
        folded, offsets = self._folded
        start, end = bisect_left(offsets, within.start), bisect_left(offsets, within.end)
        if pattern := _whole_words(fold(quote)[0].strip()):
            for match in pattern.finditer(folded, start, end):
                yield Span(offsets[match.start()], offsets[match.end() - 1] + 1, self._document)

    @cached_property
    def _folded(self) -> tuple[str, list[int]]:
        return fold(self._document.text)


def fold(text: str) -> tuple[str, list[int]]:
    """The form in which quotations are compared, and each of its letters' offset in the text."""
    letters: list[str] = []
    offsets: list[int] = []
    for at, character in enumerate(text):
        for letter in _plain(character):
            if letter != " " or (letters and letters[-1] != " "):
                letters.append(letter)
                offsets.append(at)
    return "".join(letters), offsets


@lru_cache(4096)
def _plain(character: str) -> str:
    if character.isspace():
        return " "
    decomposed = unicodedata.normalize("NFKD", character.translate(_MARKS)).casefold()
    return "".join(c for c in decomposed if unicodedata.category(c) not in {"Mn", "Cf"})


def _whole_words(words: str) -> re.Pattern[str] | None:
    if not any(character.isalnum() for character in words):
        return None
    before = f"(?<!{_SPACED})" if re.match(_SPACED, words) else ""
    after = f"(?!{_SPACED})" if re.match(_SPACED, words[-1]) else ""
    return re.compile(before + re.escape(words) + after)


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
