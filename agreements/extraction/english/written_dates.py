"""Dates as running text writes them, and the days that they mean to a reader."""

import datetime as dt
import re
from dataclasses import dataclass

from agreements.dates import PartialDate
from agreements.extraction.document import Span

_MONTHS = "january february march april may june july august september october november december"
_MONTH_NUMBER = {name: i for i, name in enumerate(_MONTHS.split(), 1)} | {
    name[:3]: i for i, name in enumerate(_MONTHS.split(), 1)
}
_MONTH_NUMBER["sept"] = 9
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()

_M = (
    r"(?P<month>"
    + "|".join(_MONTHS.split())
    + r"|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?"
)
_D = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_Y = r"(?P<year>(?:19|20)\d\d)"
_B = r"(?:\b|(?<=(?-i:[a-z]))(?=(?-i:[A-Z])))"
"""A word begins: "By Jane RoeJune 6, 2011Updated", as pages lose the space between their parts."""
_E = r"(?:\b|(?=(?-i:[A-Z])))"
_TO = r"\s*(?:-|–|—|to|and)\s*"
_D2 = r"(?P<last>[0-3]?\d)(?:st|nd|rd|th)?"
_FORMS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?P<year>(?:19|20)\d\d)\s*[-/.年]\s*(?P<number>[01]?\d)\s*[-/.月]\s*{_D}(?!\d)日?",
        rf"\b{_D}\s?[-/]\s?{_M}(?:\s?[-/]\s?|\s+){_Y}\b",
        rf"\b{_D}-{_M}-(?P<year>\d\d)\b",
        rf"\b{_D}(?:[-/.]|\s/\s)(?P<number>[01]?\d)(?:[-/.]|\s/\s){_Y}\b",
        rf"\b{_D}\.\s(?P<number>[01]?\d)\.\s{_Y}\b",
        rf"\b(?P<number>[01]?\d)[/-](?P<day>1[3-9]|2\d|3[01])[/-]{_Y}\b",
        r"\b(?P<day>1[3-9]|2\d|3[01])[/.](?P<number>[01]?\d)[/.](?P<year>\d\d)\b",
        rf"\b{_M}\s+{_D},?\s+['’](?P<year>\d\d)\b",
        rf"\b{_D}\s+{_M},?\s+(?P<year>\d\d)(?=\s+\d\d?:\d\d)",
        rf"\b{_D}(?:{_TO}{_D2})?\s+(?:of\s+)?(?:day\s+of\s+)?{_M}\s?,?\s+(?:of\s+)?{_Y}{_E}",
        rf"{_B}{_M}\s+(?:the\s+)?{_D}(?:{_TO}{_D2})?\b\s?,?\s+(?:of\s+)?{_Y}{_E}",
        rf"\b{_M},?\s+(?:of\s+)?{_Y}\b",
        rf"\b{_D}(?:{_TO}{_D2})?\s+(?:of\s+)?(?:day\s+of\s+)?{_M}(?!\w)",
        rf"\b{_M}\s+(?:the\s+)?{_D}(?:{_TO}{_D2})?\b(?![\d,]*\d)",
        rf"\b(?:{'|'.join(_DAYS)})\s+\({_D}/(?P<number>[01]?\d)\)",
        rf"\b(?:in|early|mid|late|last)[\s-]+{_M}(?!\w|[\s,]+\d)",
        r"\b(?P<which>last|this)\s+month\b",
        rf"\b(?P<before>last\s+)?(?P<weekday>{'|'.join(_DAYS)})\b",
        r"\b(?P<today>(?:two|three|four|five)\s+days\s+ago|the\s+day\s+before\s+yesterday|today|yesterday|tonight|last\s+night"
        r"|this\s+(?:morning|afternoon|evening))\b",
        rf"\bon\s+the\s+{_D}(?=\s*[,.;]|\s+(?:at|in|and|by|with)\b|$)",
    )
]
_BARE_DAY, _WITHOUT_FIGURES = _FORMS[-1], _FORMS[-5:-1]
_DAY_FIRST = re.compile(r"\d\d?\s?[-/]\s?\d\d?\s?[-/]\s?\d{4}")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written; what it leaves open (year, day) is None until it is resolved."""

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    days_ago: int | None = None
    months_ago: int | None = None

    @property
    def is_month(self) -> bool:
        """Whether it is a month alone, without day and year: "in March", "last month"."""
        if self.months_ago is not None:
            return True
        return self.month is not None and self.day is None and self.year is None

    def resolve(self, published: PartialDate | None) -> PartialDate | None:
        """The day it means for a reader on the day of publication; None if that is unknown."""
        if self.weekday is not None or self.days_ago is not None:
            return self._relative(published)
        if self.months_ago is not None:
            return self._months_back(published)
        if self.month is None:
            return self._in_latest_month(published)
        year = self.year or self._year(published)
        if year is None:
            return None
        day = self.day if self.last_day is None else None
        try:
            return PartialDate.parse(str(PartialDate(year, self.month, day)))
        except ValueError:
            return None

    def _year(self, published: PartialDate | None) -> int | None:
        """The latest year that does not put the day after publication."""
        if published is None:
            return None
        if published.month is None:
            return published.year
        own, then = (self.month or 1, self.day or 1), (published.month, published.day or 31)
        return published.year if own <= then else published.year - 1

    def _months_back(self, published: PartialDate | None) -> PartialDate | None:
        if published is None or published.month is None:
            return None
        month = published.first_day.replace(day=1)
        if self.months_ago:
            month = (month - dt.timedelta(days=1)).replace(day=1)
        return PartialDate(month.year, month.month, None)

    def _in_latest_month(self, published: PartialDate | None) -> PartialDate | None:
        """ "on the 22nd": of the month of publication, or of the one before if that is to come."""
        if published is None or published.day is None or self.day is None:
            return None
        month = published.first_day.replace(day=1)
        if self.day > published.day:
            month = (month - dt.timedelta(days=1)).replace(day=1)
        try:
            return PartialDate.parse(str(PartialDate(month.year, month.month, self.day)))
        except ValueError:
            return None

    def _relative(self, published: PartialDate | None) -> PartialDate | None:
        if published is None or published.day is None:
            return None
        today = published.first_day
        back = self.days_ago
        if self.weekday is not None:
            back = (today.weekday() - self.weekday) % 7
            if self.days_ago and not back:  # "last Friday", said on a Friday
                back = 7
        day = today - dt.timedelta(days=back or 0)
        return PartialDate(day.year, day.month, day.day)


def dates_in(span: Span) -> list[DateMention]:
    """All dates of a stretch of text in order; the fullest reading of each place."""
    found: list[DateMention] = []
    forms = _FORMS if re.search(r"\d", span.quotation) else _WITHOUT_FIGURES
    for form in forms:
        for match in form.finditer(span.quotation):
            mention = _mention(match, span)
            if mention and not any(mention.span.overlaps(other.span) for other in found):
                found.append(mention)
    return sorted(found, key=lambda mention: mention.span)


def _days_ago(words: str) -> int:
    if words.endswith("before yesterday"):
        return 2
    if words.endswith("ago"):
        return 2 + "two three four five".split().index(words.split()[0])
    return int(words == "yesterday" or words.startswith("last"))


def _mention(match: re.Match[str], within: Span) -> DateMention | None:
    parts = match.groupdict()
    span = Span(within.start + match.start(), within.start + match.end(), within.document)
    if parts.get("weekday"):
        weekday = _DAYS.index(parts["weekday"].casefold())
        return DateMention(span, weekday=weekday, days_ago=7 if parts["before"] else None)
    if parts.get("which"):
        return DateMention(span, months_ago=int(parts["which"].casefold() == "last"))
    if parts.get("today"):
        return DateMention(span, days_ago=_days_ago(parts["today"].casefold()))
    if match.re is _BARE_DAY:
        return DateMention(span, day=int(parts["day"])) if int(parts["day"]) <= 31 else None
    name = parts.get("month")
    if name and name.islower():
        return None  # "may" and "march" are words
    month = _MONTH_NUMBER[name.casefold().rstrip(".")] if name else int(parts["number"] or 0)
    day = int(parts.get("day") or 0) or None
    last = int(parts.get("last") or 0) or None
    if not 1 <= month <= 12 or (day or 1) > 31:
        return None
    if _DAY_FIRST.fullmatch(match[0]) and (day or 0) <= 12 and day != month:
        return None  # 3/5/2020 is in May for some and in March for others
    year = int(parts["year"]) if parts.get("year") else None
    if year is not None and year < 100:
        year += 2000
    return DateMention(span, year, month, day, last)
