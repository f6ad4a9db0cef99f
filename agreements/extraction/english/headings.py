"""The headline of a document and who published it."""

import re

from agreements.extraction.blocks import Role
from agreements.extraction.document import Span
from agreements.extraction.english.organisations.organisations import mentions_in
from agreements.extraction.english.pipeline import Reading
from agreements.extraction.english.written_dates import dates_in

_DATED = re.compile(r"(?:date|published|updated|posted)\s*:?\s*", re.IGNORECASE)
_ENOUGH = 4
"""Words; a shorter line is a section name, a publisher or a place."""


def headline(reading: Reading) -> Span | None:
    """The heading before the first paragraph that reads like a headline, or None."""
    for block in reading.blocks[:12]:
        if block.role is Role.BODY:
            return None
        if block.role is Role.HEADING and reads_like_headline(block.span):
            return _without_date(block.span)
    return None


def _without_date(span: Span) -> Span:
    """The line without a label and date that stand before the headline in it."""
    label = _DATED.match(span.quotation)
    if label is None:
        return span
    after = Span(span.start + label.end(), span.end, span.document)
    dates = dates_in(after)
    if not dates or dates[0].span.start != after.start or dates[0].span.end >= span.end:
        return span
    rest = span.document.text[dates[0].span.end : span.end]
    return Span(span.end - len(rest.lstrip(" -–:|")), span.end, span.document)


def publisher(reading: Reading) -> Span | None:
    """A line at the head of the page that holds the name of an organisation and nothing else."""
    for block in reading.blocks[:4]:
        if block.role is not Role.HEADING:
            continue
        mentions = mentions_in(block.span)
        if len(mentions) == 1 and mentions[0].span.words == block.span.words:
            return block.span
    return None


def reads_like_headline(span: Span) -> bool:
    """Whether a line has the words of a headline, rather than of a menu, a name or a date."""
    words = span.words
    if len(words.split()) < _ENOUGH or words.startswith(("-", "•", "–", "(")) or "|" in words:
        return False
    mentions = mentions_in(span)
    if len(mentions) == 1 and len(mentions[0].span.words) == len(words):
        return False
    dated = sum(len(mention.span.words) for mention in dates_in(span))
    return dated * 2 < len(words) and re.search(r"[a-z]", words) is not None
