"""Papers that a text only counts where they are signed, and then tells one by one.

"Lund University signed three memoranda. The first is with …; with X, …; Z is the third partner."
"""

import re

from agreements.extraction.blocks import Role, Sentence
from agreements.extraction.document import Span
from agreements.extraction.events import Event

_PAPERS = (
    r"(?:agreements|memorand(?:a|ums)|mo[uac]s|accords|pacts|contracts|deals|documents|papers)"
)
_COUNTS = re.compile(
    rf"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|\d{{1,2}})\s+"
    rf"(?:[\w-]+\s+){{0,4}}?{_PAPERS}\b",
    re.IGNORECASE,
)
_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|other|last|final)"
_ITEM = re.compile(
    rf"\W*(?:(?:The|A|One|Another)\s+{_ORDINAL}|Another|The\s+(?:former|latter))\b"
    r"|\W*With\s+(?:the\s+)?[A-Z]"
    rf"|[^.;]{{3,120}}\bis\s+the\s+{_ORDINAL}\s+(?:partner|party|signatory|beneficiary)\b"
    r"|\s*[•*●▪■►–-]\s+(?:[Tt]he\s+)?[A-Z][^:–—\n]{2,80}?\s*[:–—]\s+\S"
)
"""How a sentence begins that tells one of them."""
_FIRST = re.compile(r"\W*(?:The|A|One)\s+first\b")
_REACH = 12
"""Sentences within which they are told."""


def counts_papers(text: str) -> bool:
    """Whether a sentence counts papers: "four memoranda"."""
    return _COUNTS.search(text) is not None


def goes_on(text: str) -> bool:
    """Whether a sentence goes on to a further one of several papers: "The second …"."""
    return _ITEM.match(text) is not None and _FIRST.match(text) is None


def told_singly(counting: Event, after: list[Sentence]) -> list[Event]:
    """The sentences after a signing of several papers that tell them one by one, as events."""
    if not counts_papers(counting.sentence.text):
        return []
    items = [
        sentence
        for sentence in after[:_REACH]
        if sentence.role is not Role.FURNITURE and _ITEM.match(sentence.text)
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


def _opening(sentence: Span) -> Span:
    """The first words of a sentence, which stand for the signing that it tells."""
    word = re.match(r"\W*\w+(?:\s+\w+)?", sentence.quotation)
    end = sentence.start + word.end() if word else sentence.end
    return Span(sentence.start, end, sentence.document)
