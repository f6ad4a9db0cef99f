"""Partial dates: a year, a year and month, or a full day, as press releases state them.

The written form is EDTF level 0 (ISO 8601-2:2019): ``2018``, ``2018-10``, ``2018-10-22``.
It sorts as text, and an unknown part stays unknown: no day is ever invented.
"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

_EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")

EDTF_PATTERN = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
"""The form alone, for JSON Schema and check constraints; `PartialDate.parse` knows the calendar."""


class Precision(StrEnum):
    """How much of a date is known."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A day known to the year, the month or the day."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read EDTF level 0.

        Raises ValueError, with what would be right, for anything else and for days that
        no calendar has.
        """
        match = _EDTF.fullmatch(text)
        if match is None:
            raise ValueError(f"{text!r} is not a date; write 2018, 2018-10 or 2018-10-22")
        year = int(match[1])
        month, day = (int(part) if part else None for part in match.groups()[1:])
        try:
            dt.date(year, month or 1, day or 1)
        except ValueError as error:
            raise ValueError(f"{text!r} is not in the calendar: {error}") from error
        return cls(year, month, day)

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    @property
    def precision(self) -> Precision:
        """The smallest known part."""
        if self.day:
            return Precision.DAY
        return Precision.MONTH if self.month else Precision.YEAR

    @property
    def first_day(self) -> dt.date:
        """The earliest day it can mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> dt.date:
        """The latest day it can mean."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])
