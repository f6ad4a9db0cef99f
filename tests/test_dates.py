"""Partial dates are read strictly, printed as written, and never made more precise."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreements.dates import PartialDate, Precision


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("2018", Precision.YEAR, "2018-01-01", "2018-12-31"),
        ("2018-10", Precision.MONTH, "2018-10-01", "2018-10-31"),
        ("2020-02", Precision.MONTH, "2020-02-01", "2020-02-29"),
        ("2018-10-22", Precision.DAY, "2018-10-22", "2018-10-22"),
    ],
)
def test_a_date_knows_its_precision_and_the_days_it_can_mean(
    text: str, precision: Precision, first: str, last: str
) -> None:
    date = PartialDate.parse(text)
    assert str(date) == text
    assert date.precision is precision
    assert (date.first_day.isoformat(), date.last_day.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "18", "2018-1", "2018-13", "2018-02-30", "22.10.2018", "2018-10-22T10:00", "0000"]
)
def test_anything_else_is_refused_with_what_would_be_right(text: str) -> None:
    with pytest.raises(ValueError, match=r"write 2018, 2018-10 or 2018-10-22|not in the calendar"):
        PartialDate.parse(text)


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_every_day_of_the_calendar_reads_back(day: dt.date) -> None:
    assert PartialDate.parse(day.isoformat()).first_day == day
