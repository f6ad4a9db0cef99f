"""Where an agreement was signed: the place that stands with the act or the ceremony."""

import re

from agreements.extraction.announcement import Event
from agreements.extraction.document import Span
from agreements.extraction.pipeline import Reading
from agreements.extraction.sentences import Role

_NAME = (
    r"(?P<place>(?:[A-Z0-9][\w’'.-]*|(?:main\s+)?campus|headquarters)"
    r"(?:\s+(?:of\s+(?:the\s+)?(?:(?:university|company|school|college|institute)[’']s\s+)?"
    r"|in\s+(?:the\s+)?|and\s+|de\s+)?(?:[A-Z0-9][\w’'-]*|campus|headquarters)"
    r"|,\s+[A-Z][\w’'-]*(?=[.,;]|$|\s+(?:on|in|at|during|to|with)\b))*)"
)
_HELD = re.compile(
    rf"\b(?:ceremony|signed|signing|event|held|hosted|took\s+place|inked|occasion"
    rf"|attended)\b(?:(?!\bsaid|behalf|universit|\bthat\b|\bwhich\b)[^.;]){{0,80}}?\b(?:in"
    rf"|at)\s+(?:the\s+)?{_NAME}"
)
_OPENING = re.compile(rf"^(?:At|In)\s+(?:the\s+)?{_NAME}(?:\s+on\b|,)")
_CEREMONY = re.compile(r"\b(?:ceremony|signed|signing|event|inked|MoU|occasion|hosted)\b")
_NO_PLACE = re.compile(
    r"^(?:\d|January|February|March|April|May|June|July|August|September|October|November"
    r"|December|Monday|Tuesday|Wednesday|Thursday"
    r"|Friday|Saturday|Sunday|Artificial|Information|ICT|AI|Research|The|This|Science|Technology"
    r"|Big|Cloud|Digital|Huawei\s+ICT)"
)


def place(event: Event, reading: Reading) -> Span | None:
    """The place of the signing, or None where the text does not tell it."""
    at = reading.sentences.index(event.sentence)
    near = [s for s in reading.sentences if s.role is not Role.FURNITURE]
    near.sort(key=lambda sentence: abs(reading.sentences.index(sentence) - at))
    for sentence in near:
        if not _CEREMONY.search(sentence.text):
            continue
        for pattern in (_OPENING, _HELD):
            for match in pattern.finditer(sentence.text):
                span = _trim(sentence.span, match)
                if span and not _NO_PLACE.match(span.words):
                    return span
    return None


def _trim(within: Span, match: re.Match[str]) -> Span | None:
    text = match["place"].rstrip(" ,.")
    start = within.start + match.start("place")
    return Span(start, start + len(text), within.document) if text else None
