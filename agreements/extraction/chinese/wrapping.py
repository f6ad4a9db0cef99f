"""The text that the stages read: plain script, with lines that were broken in mid-sentence joined.

Chinese words have no spaces between them, so a line break inside one would hide it from every
rule. It is left out, as are readings in brackets behind single characters, 學(xué), and each
character remembers where it stands in the source.
"""

import re
from dataclasses import dataclass, replace

from agreements.extraction.chinese.script import HAN, folded
from agreements.extraction.chinese.sentences import ENDS, is_furniture
from agreements.extraction.document import Document, Span
from agreements.records import Evidence

_BREAK = re.compile(r"[ \t]*\n(?=[^\s])")
_LINE = re.compile(r".+")
_SPACE = re.compile(r"(?<=[㐀-鿿，、。”\d]) (?=[㐀-鿿“]|\d+[月日])")
_READING = re.compile(
    rf"(?<=[{HAN}])[(（](?=[a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{{1,6}}[)）]"
)
"""How a character is read, which some sites print behind it."""
_JUSTIFIED = 4
"""Such spaces that a line must have; fewer part names or labels."""
_WIDE = 28
"""Characters; lines of hard-wrapped text are at least as long, but for the last of a paragraph."""
_WRAPPED = 3
"""Wide lines without an end that a text must have to count as hard-wrapped throughout."""


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """A source, the document that is read in its place, and the offset of each character.

    `readings` tells, of characters with a reading behind them, where that ends.
    """

    source: Document
    document: Document
    offsets: list[int]
    readings: dict[int, int]

    def stated(self, span: Span) -> str:
        """The characters of a span as the source has them, without the breaks left out."""
        places = self.offsets[span.start : span.end]
        return "".join(self.source.text[at : self._end(at)] for at in places)

    def evidence(self, span: Span) -> Evidence:
        """Where the span stands in the source."""
        last = self.offsets[span.end - 1]
        return Evidence(start=self.offsets[span.start], end=self._end(last))

    def _end(self, at: int) -> int:
        """Where a character ends, with how it is read."""
        return self.readings.get(at, at + 1)


def unwrap(document: Document) -> Unwrapped:
    """The document as the stages read it."""
    text = folded(document.text)
    breaks = list(_BREAK.finditer(text))
    spaces = [at for line in _LINE.finditer(text) for at in _spaces(line)]
    ends = [match.start() for match in breaks]
    wide = [_line_before(text, end) for end in ends]
    broken = sum(len(line) >= _WIDE and not ENDS.search(line) for line in wide)
    offsets: list[int] = []
    at = 0
    for match, line in zip(breaks, wide, strict=True):
        if _continues(line, _line_after(text, match.end()), broken >= _WRAPPED):
            offsets += range(at, match.start())
            at = match.end()
    offsets += range(at, len(text))
    readings = {match.start() - 1: match.end() for match in _READING.finditer(text)}
    left_out = frozenset(
        [*spaces, *(i for at, end in readings.items() for i in range(at + 1, end))]
    )
    offsets = [place for place in offsets if place not in left_out]
    joined = folded("".join(text[place] for place in offsets))
    return Unwrapped(document, replace(document, text=joined), offsets, readings)


def _spaces(line: re.Match[str]) -> list[int]:
    """Single spaces within the words of a paragraph, where a column was once justified."""
    spaces = [line.start() + match.start() for match in _SPACE.finditer(line[0])]
    return spaces if len(spaces) >= _JUSTIFIED and "。" in line[0] else []


def _line_before(text: str, end: int) -> str:
    return text[text.rfind("\n", 0, end) + 1 : end].strip()


def _line_after(text: str, start: int) -> str:
    end = text.find("\n", start)
    return text[start : end if end >= 0 else len(text)].strip()


def _continues(line: str, following: str, wrapped: bool) -> bool:
    """Whether the following line goes on with the sentence that this one breaks off."""
    if not line or ENDS.search(line) or is_furniture(line) or is_furniture(following):
        return False
    return line[-1] in "，、" or (len(line) >= _WIDE and (wrapped or "，" in line or "。" in line))
