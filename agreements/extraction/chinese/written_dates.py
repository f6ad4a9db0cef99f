"""Dates as Chinese text writes them, with what they leave open; and what they mean on a day."""

import datetime as dt
import re
from dataclasses import dataclass

from agreements.dates import PartialDate
from agreements.extraction.document import Document, Span

_NUMERALS = {char: i for i, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_N = r"[\d一二三四五六七八九十〇零○]"
_YEAR = rf"(?P<year>(?:19|20)\d\d|[一二][〇零○九][{''.join(_NUMERALS)}]{{2}}|今|去|本|当)年"
_MONTH = rf"(?P<month>{_N}{{1,3}}|本|上|当)月(?:份)?"
_DAY = rf"(?P<day>{_N}{{1,3}})\s*[日号]?"
_TO = r"\s*(?:至|到|-|—|–|~|～|、|和)\s*"
_FORMS = (
    re.compile(  # 1210日, 421日: the sign of the month was lost; 112日 may be of either month
        r"(?<![\d第约共近达满])(?:(?P<month>1[0-2]|0[1-9])(?P<day>[0-3]\d)|(?!1[0-2])(?P<month3>[1-9])(?P<day3>[1-3]\d))日"
    ),
    re.compile(
        rf"(?:{_YEAR}\s*)?{_MONTH}\s*{_DAY}(?:{_TO}(?:{_N}{{1,3}}月)?(?P<last>{_N}{{1,3}}))?\s*[日号]"
    ),
    re.compile(rf"{_YEAR}\s*{_MONTH}(?!\s*\d)"),
    re.compile(
        r"(?<!\d)(?P<year>(?:19|20)\d\d)\s*[-/.]\s*(?P<month>[01]?\d)\s*[-/.]\s*(?P<day>[0-3]?\d)(?!\d)"
    ),
    re.compile(
        rf"(?<![\d月{''.join(_NUMERALS)}十])(?P<day>{_N}{{1,3}})(?:{_TO}(?P<last>{_N}{{1,3}}))?[日号](?!前|内|游|报|电视|元|本|照)"
    ),
    re.compile(
        r"(?<![\d.])(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.(?P<year>(?:19|20)\d\d)(?![\d.])"
    ),
    re.compile(rf"[今昨]\s*[（(](?P<day>{_N}{{1,3}})[）)]\s*日"),
    re.compile(r"(?P<relative>今[天日]|昨[天日]|前天)(?!的|中国|世界)"),
    re.compile(
        r"(?P<week>上|本|这)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])(?=[上下中晚，。、）)的在我双\s]|$)"
    ),
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written; what it leaves open (year, month) is None until it is resolved."""

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    several: bool = False
    days_ago: int | None = None
    weekday: int | None = None
    last_week: bool = False
    years_ago: int | None = None
    months_ago: int | None = None

    def resolve(self, published: PartialDate | None) -> PartialDate | None:
        """The day it means for a reader on the day of publication; None if that is unknown.

        Of a stretch of days only the month is known.
        """
        if self.days_ago is not None or self.weekday is not None:
            return self._relative(published)
        day = None if self.several else self.day
        year, month = self.year, self.month
        if self.years_ago is not None:
            year = published.year - self.years_ago if published else None
        if month is None:
            return self._in_month_of(published, day)
        if year is None:
            year = self._year(published, month)
        return _partial(year, month, day) if year else None

    def _year(self, published: PartialDate | None, month: int) -> int | None:
        """The latest year that does not put the day after publication."""
        if published is None:
            return None
        own, then = (month, self.day or 1), (published.month or 12, published.day or 31)
        return published.year if own <= then else published.year - 1

    def _in_month_of(self, published: PartialDate | None, day: int | None) -> PartialDate | None:
        """A day without its month: that of publication, or the one before where it lies ahead."""
        if published is None or published.month is None:
            return None
        back = self.months_ago or 0
        if self.months_ago is None and published.day and self.day and self.day > published.day:
            back = 1
        months = published.year * 12 + published.month - 1 - back
        return _partial(months // 12, months % 12 + 1, day)

    def _relative(self, published: PartialDate | None) -> PartialDate | None:
        if published is None or published.day is None:
            return None
        today = published.first_day
        back = self.days_ago or 0
        if self.weekday is not None:
            back = (
                today.weekday() - self.weekday + 7
                if self.last_week
                else (today.weekday() - self.weekday) % 7
            )
        day = today - dt.timedelta(days=back)
        return PartialDate(day.year, day.month, day.day)


def dates_in(span: Span) -> list[DateMention]:
    """All dates of a stretch of text in order; the fullest reading of each place."""
    found: list[DateMention] = []
    for form in _FORMS:
        for match in form.finditer(span.document.text, span.start, span.end):
            mention = _mention(match, span.document)
            if mention and not any(mention.span.overlaps(other.span) for other in found):
                found.append(mention)
    return sorted(found, key=lambda mention: mention.span)


def _mention(match: re.Match[str], document: Document) -> DateMention | None:
    parts = match.groupdict()
    span = Span(match.start(), match.end(), document)
    if relative := parts.get("relative"):
        return DateMention(span, days_ago={"今": 0, "昨": 1, "前": 2}[relative[0]])
    if weekday := parts.get("weekday"):
        return DateMention(
            span, weekday="一二三四五六日".find(weekday) % 7, last_week=parts["week"] == "上"
        )
    month_word = parts.get("month") or parts.get("month3") or ""
    month = _number(month_word)
    day = _number(parts.get("day") or parts.get("day3") or "")
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        return None
    year_word = (parts.get("year") or "").removesuffix("年")
    return DateMention(
        span,
        year=_number(year_word, digits=True),
        month=month,
        day=day,
        several=bool(parts.get("last")),
        years_ago={"今": 0, "本": 0, "当": 0, "去": 1}.get(year_word),
        months_ago={"本": 0, "当": 0, "上": 1}.get(month_word),
    )


def _number(word: str, digits: bool = False) -> int | None:
    """二十三 as 23 and, for years, 二〇一八 as 2018; None for words that are no number."""
    if word.isdigit():
        return int(word)
    if digits or not word:
        figures = [_NUMERALS.get(char) for char in word]
        return None if not word or None in figures else int("".join(map(str, figures)))
    if "十" in word:
        tens, _, ones = word.partition("十")
        return (_NUMERALS.get(tens, 1) if tens else 1) * 10 + (
            _NUMERALS.get(ones, 0) if ones else 0
        )
    return _NUMERALS.get(word) if len(word) == 1 else None


def _partial(year: int, month: int, day: int | None) -> PartialDate | None:
    try:
        return PartialDate.parse(str(PartialDate(year, month, day)))
    except ValueError:
        return None
