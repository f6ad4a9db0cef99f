"""Everything that the stages find in a document, before any of it is put into a record."""

from dataclasses import dataclass

from agreements.dates import PartialDate
from agreements.extraction.document import Document, Span
from agreements.extraction.english.events.announcement import events
from agreements.extraction.english.headings import headline, publisher
from agreements.extraction.english.parties.register import Register
from agreements.extraction.english.people.people import Person, people
from agreements.extraction.english.pipeline import Reading, read
from agreements.extraction.english.when import published
from agreements.extraction.english.written_dates import dates_in
from agreements.extraction.events import Event
from agreements.records import SourceRecord


@dataclass(frozen=True, slots=True)
class Findings:
    """What the stages found in a document, or in one item of it, before it is put into records.

    `title` is the headline of the document or item.
    """

    reading: Reading
    source: SourceRecord
    title: str | None
    day: PartialDate | None
    dateline: Span | None
    named: list[Person]
    told: list[Event]
    register: Register


def find(document: Document, language: str) -> Findings:
    """Run the stages over a document in a language that is read."""
    reading = read(document)
    found = published(document, [block.span for block in reading.blocks])
    day, dateline = found or (None, None)
    named = people(reading)
    told = events(reading, day.year if day else _opening_year(reading))
    head, by = headline(reading), publisher(reading)
    source = document.source(head.words if head else None, by.words if by else None, day, language)
    register = Register(reading, named, told)
    return Findings(reading, source, source.title, day, dateline, named, told, register)


def _opening_year(reading: Reading) -> int | None:
    """The year of the last day that the opening tells: an undated page is hardly older."""
    days = [date for s in reading.opening for date in dates_in(s.span) if date.day]
    return max((date.year for date in days if date.year), default=None)
