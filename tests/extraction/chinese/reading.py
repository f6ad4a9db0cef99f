"""Short texts as documents, for the tests of single stages."""

from agreements.extraction.chinese.script import folded
from agreements.extraction.chinese.sentences import Reading, read
from agreements.extraction.document import Document, Span


def document(text: str) -> Document:
    """A document of this text in plain script."""
    return Document("release.txt", folded(text))


def whole(text: str) -> Span:
    """All of a text."""
    return Span(0, len(text), document(text))


def reading(text: str) -> Reading:
    """A text split into lines and sentences."""
    return read(document(text))
