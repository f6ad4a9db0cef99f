"""Papers that a text only counts where they are signed, and then tells one by one.

"Lund University signed three memoranda. The first is with …; with X, …; Z is the third partner."
"""

import re

from agreements.extraction.blocks import Role, Sentence
from agreements.extraction.document import Span
from agreements.extraction.events import Event

AGREEMENTS = r"(?:agreements|memorand(?:a|ums)|mo[uac]s|accords|pacts|contracts|deals)"
PAPERS = rf"(?:{AGREEMENTS}|documents|papers)"
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNT = rf"(?:{'|'.join(_NUMBERS)}|several|\d{{1,2}})"
_COUNTS = re.compile(
    rf"\b(?P<papers>{_COUNT})\s+(?:[\w-]+\s+){{0,4}}?{PAPERS}\b"
    rf"|\b(?:remaining|other)\s+(?P<rest>{_COUNT})\s+(?:are|were)\s+(?:\w+\s+)?with\b"
    rf"|\b{PAPERS}\s+(?:of\s+\w+\s+)?with\s+{_COUNT}\s+[a-z]",
    re.IGNORECASE,
)
"""So many papers, or papers with so many others."""
_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|other|last|final)"
_ITEM = re.compile(
    rf"\W*(?:(?:The|A|One|Another)\s+{_ORDINAL}|Another|The\s+(?:former|latter|remaining))\b"
    r"|\W*(?:One\s+of|Of)\s+(?:them\b|these\b|the\s+(?:remaining|other)\b)"
    r"|\W*With\s+(?:the\s+)?[A-Z]"
    rf"|[^.;]{{3,120}}\bis\s+the\s+{_ORDINAL}\s+(?:partner|party|signatory|beneficiary)\b"
    r"|\s*[•*●▪■►–-]\s+(?:[Tt]he\s+)?[A-Z][^:–—\n]{2,80}?\s*[:–—]\s+\S"
)
"""How a sentence begins that tells one of them."""
_NUMBER = re.compile(r"\(?\d{1,2}[.)]")
_NUMBERED = re.compile(r"(?:[Tt]he\s+)?[A-Z][^:–—\n]{2,80}?\s*[:–—]\s+\S")
"""The number of an item, which stands as a sentence of its own, and what follows it."""
_FIRST = re.compile(r"\W*(?:(?:The|A|One)\s+first\b|One\s+of\b)")
_REACH = 12
"""Sentences within which they are told."""


def counts_papers(text: str) -> bool:
    """Whether a sentence counts papers: "four memoranda"."""
    return _COUNTS.search(text) is not None


def papers_counted(text: str) -> int | None:
    """How many papers a sentence counts, or None."""
    match = _COUNTS.search(text)
    count = (match["papers"] or match["rest"] or "several").casefold() if match else "several"
    if count == "several":
        return None
    return int(count) if count.isdigit() else _NUMBERS.index(count) + 2


def goes_on(text: str) -> bool:
    """Whether a sentence goes on to a further one of several papers: "The second …"."""
    return _ITEM.match(text) is not None and _FIRST.match(text) is None


def is_told_singly(event: Event) -> bool:
    """Whether a sentence tells one of several papers that another sentence counts."""
    return (
        event.verb.start == event.sentence.span.start
        and not event.sentence.span.covers(event.noun)
        and _FIRST.match(event.sentence.text) is None
    )


def told_singly(counting: Event, after: list[Sentence]) -> list[Event]:
    """The sentences after a signing of several papers that tell them one by one, as events."""
    if not counts_papers(counting.sentence.text):
        return []
    near = after[:_REACH]
    items = [
        sentence
        for before, sentence in zip([None, *near], near, strict=False)
        if sentence.role is not Role.FURNITURE and _is_item(sentence, before)
    ]
    if len(items) < 2:
        return []
    return [
        Event(
            sentence,
            _opening(sentence.span),
            counting.noun,
            counting.kind,
            counting.modality,
            sentence.span,
        )
        for sentence in items
    ]


def _is_item(sentence: Sentence, before: Sentence | None) -> bool:
    if before is not None and before.block == sentence.block and _NUMBER.fullmatch(before.text):
        return _NUMBERED.match(sentence.text) is not None
    return _ITEM.match(sentence.text) is not None


def _opening(sentence: Span) -> Span:
    """The first words of a sentence, which stand for the signing that it tells."""
    word = re.match(r"\W*\w+(?:\s+\w+)?", sentence.quotation)
    end = sentence.start + word.end() if word else sentence.end
    return Span(sentence.start, end, sentence.document)
