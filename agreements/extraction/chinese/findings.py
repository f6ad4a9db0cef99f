"""What the stages find in a Chinese document, before it is put into records."""

import re
from collections import defaultdict
from dataclasses import dataclass

from agreements.dates import PartialDate
from agreements.extraction.chinese.events.announcement import events
from agreements.extraction.chinese.parties.register import Register
from agreements.extraction.chinese.people.people import Person, people
from agreements.extraction.chinese.sentences import Reading, read
from agreements.extraction.chinese.when import published
from agreements.extraction.chinese.wrapping import Unwrapped, unwrap
from agreements.extraction.document import Document, Span
from agreements.extraction.events import Event
from agreements.records import SourceRecord

_PUBLISHER = re.compile(r"(?:来源|稿源|供稿(?:单位)?)\s*[:：]\s*([^\s|｜:：]{2,30})")


@dataclass(frozen=True, slots=True)
class Findings:
    """The page, its sentences, and the dates, people, events and organisations in them.

    `named` is every mention of a person in order of place, `namings` the same by plain name.
    """

    page: Unwrapped
    reading: Reading
    source: SourceRecord
    day: PartialDate | None
    dateline: Span | None
    named: list[Person]
    namings: dict[str, list[Person]]
    told: list[Event]
    register: Register


def find(document: Document) -> Findings:
    """Run the stages that each read the whole document."""
    page = unwrap(document)
    reading = read(page.document)
    day, dateline = published(page.document, [block.span for block in reading.blocks]) or (
        None,
        None,
    )
    source = _source(page, reading, day)
    told = events(reading, day.year if day else None)
    named, namings = people(reading), defaultdict[str, list[Person]](list)
    for person in named:
        namings[person.plain].append(person)
    register = Register(reading)
    return Findings(page, reading, source, day, dateline, named, namings, told, register)


def _source(page: Unwrapped, reading: Reading, day: PartialDate | None) -> SourceRecord:
    head, by = reading.headline(), _PUBLISHER.search(reading.text)
    line = page.stated(Span(by.start(1), by.end(1), page.document)) if by else None
    return page.source.source(page.stated(head) if head else None, line, day, "zh")
