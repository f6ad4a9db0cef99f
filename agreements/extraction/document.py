"""A document as loaded, and spans of it: what every later stage points into."""

from dataclasses import dataclass, field

from agreements.dates import PartialDate
from agreements.records import Evidence, SourceRecord
from agreements.vocabulary.kinds import TextKind, Voice


@dataclass(frozen=True, slots=True)
class Document:
    """One document. Its text never changes after loading, so offsets into it stay true."""

    name: str
    text: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published_on: PartialDate | None = None
    language: str | None = None
    voice: Voice = Voice.UNKNOWN
    text_kind: TextKind = TextKind.ORIGINAL

    def source(
        self, title: str | None, publisher: str | None, day: PartialDate | None, language: str
    ) -> SourceRecord:
        """The document as a record's source; what it was loaded with outranks what was read."""
        title, publisher = self.title or title, self.publisher or publisher
        return SourceRecord(
            url=self.url,
            title=title[:500] if title else None,
            publisher=publisher[:500] if publisher else None,
            published_on=str(day) if day else None,
            language=language,
            voice=self.voice,
            text_kind=self.text_kind,
            text=self.text,
        )


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters start..end (end exclusive) of a document's text; never empty.

    Raises ValueError for a span that is empty or lies outside the text.
    """

    start: int
    end: int
    document: Document = field(repr=False, compare=False)

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end <= len(self.document.text):
            raise ValueError(f"no span {self.start}..{self.end} in {self.document.name}")

    @property
    def quotation(self) -> str:
        """The characters themselves."""
        return self.document.text[self.start : self.end]

    @property
    def words(self) -> str:
        """The quotation with each run of white space as one space."""
        return " ".join(self.quotation.split())

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def to(self, other: "Span") -> "Span":
        """The smallest span with both in it."""
        start, end = min(self.start, other.start), max(self.end, other.end)
        return Span(start, end, self.document)

    def evidence(self) -> Evidence:
        """The span in the form in which a record carries it."""
        return Evidence(start=self.start, end=self.end)
