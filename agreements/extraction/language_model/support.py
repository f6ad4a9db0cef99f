"""What of an answer stands in the document; what does not is set aside with its reason."""

import re

from agreements.dates import PartialDate
from agreements.extraction.document import Document, Span
from agreements.extraction.english.written_dates import DateMention, dates_in
from agreements.extraction.language_model.answer import Stated
from agreements.extraction.language_model.quotations import Quotations
from agreements.extraction.result import Rejection

_LONGEST = 500
_NUMBERS = re.compile(r"(?<!\d)\d{1,4}(?!\d)")


class Support:
    """Checks slot after slot against one document and keeps what it had to set aside."""

    def __init__(self, document: Document) -> None:
        self._quotations = Quotations(document)
        self.published = document.published_on
        self.unsupported: list[Rejection] = []

    def quoted(self, slot: str, value: str, quote: str, near: Span | None = None) -> Span | None:
        """Where the quotation stands."""
        span = self._quotations.find(quote, near=near)
        if span is None:
            self.set_aside(slot, value, "its quotation does not stand in the text")
        return span

    def worded(self, slot: str, value: str, quotation: Span | None) -> Span | None:
        """Where a value's own words stand within its quotation."""
        if quotation is None:
            return None
        span = self._quotations.find(value, within=quotation)
        if span is None:
            self.set_aside(slot, value, "these words do not stand in its quotation", quotation)
        elif len(span.words) > _LONGEST:
            self.set_aside(slot, value, f"it is longer than {_LONGEST} characters", quotation)
            return None
        return span

    def stated(self, slot: str, given: Stated | None, near: Span | None = None) -> Span | None:
        """Where a text slot's value stands."""
        if given is None:
            return None
        return self.worded(slot, given.value, self.quoted(slot, given.value, given.quote, near))

    def dated(
        self, slot: str, given: Stated | None, near: Span | None = None
    ) -> tuple[PartialDate, Span] | None:
        """A date that follows from its quotation and the day of publication."""
        quotation = self.quoted(slot, given.value, given.quote, near) if given else None
        if given is None or quotation is None:
            return None
        try:
            date = PartialDate.parse(given.value)
        except ValueError:
            self.set_aside(slot, given.value, "this is not a date", quotation)
            return None
        if not _follows(date, quotation, self.published):
            self.set_aside(slot, given.value, "its quotation does not tell this date", quotation)
            return None
        return date, quotation

    def set_aside(self, slot: str, value: str, why: str, at: Span | None = None) -> None:
        """Keep a slot that is not supported, for an editor to see."""
        shown = " ".join(value.split())[:80]
        self.unsupported.append(
            Rejection(f"unsupported {slot} “{shown}”: {why}", at.evidence() if at else None)
        )


def _follows(date: PartialDate, quotation: Span, published: PartialDate | None) -> bool:
    """Whether the quotation tells the date: in words, or all its parts in figures.

    A year that the quotation leaves out is the one that `published` gives it.
    """
    for mention in dates_in(quotation):
        told = mention.resolve(published)
        if told and f"{told}-".startswith(f"{date}-"):
            return True
    figures = {int(number) for number in _NUMBERS.findall(quotation.quotation)}
    if date.month is None:
        return date.year in figures
    if not {date.month, date.day or date.month} <= figures:
        return False
    year = date.year if date.year in figures else None
    return DateMention(quotation, year, date.month, date.day).resolve(published) == date
