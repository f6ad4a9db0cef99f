"""XLSX as spreadsheets save it."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from agreements.readers import ReadRow, read
from tests.readers.files import GOOD, share_strings, write_xlsx


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        (dt.date(2018, 10, 22), "yyyy-mm-dd", "2018-10-22"),
        (dt.datetime(2018, 10, 22, 14, 30), "d mmmm yyyy h:mm", "2018-10-22"),
        (dt.date(2018, 10, 1), "mmm-yy", "2018-10"),
        (dt.date(2018, 1, 1), "yyyy", "2018"),
        (dt.date(2018, 10, 22), "[$-409]d-mmm", "2018-10-22"),
        (2018, "General", "2018"),
        (2018.0, "General", "2018"),
        ("2018-10", "@", "2018-10"),
        ("", "General", None),
    ],
)
def test_a_date_is_what_the_cell_shows(
    value: Any, number_format: str, expected: str | None, tmp_path: Path
) -> None:
    (row,) = _read_one(tmp_path, value, number_format)
    assert row.record
    assert row.record.signed_on == expected


@pytest.mark.parametrize(
    ("value", "shown", "mend"),
    [
        ("=TODAY()", "=TODAY()", "in place of the formula"),
        ("#N/A", "#N/A", "in place of the error"),
        (True, "True", "2018-10-22"),
        (0.5, "0.5", "2018-10-22"),
        (43395, "43395", "2018-10-22"),
    ],
)
def test_a_cell_without_a_plain_value_is_explained(
    value: Any, shown: str, mend: str, tmp_path: Path
) -> None:
    (row,) = _read_one(tmp_path, value, "General")
    (problem,) = row.problems
    assert (problem.row, problem.field, problem.value) == (2, "signed_on", shown)
    assert mend in problem.mend


def test_a_formula_in_a_required_cell_is_one_problem(tmp_path: Path) -> None:
    path = _workbook(tmp_path, [list(GOOD), ["=A1", *list(GOOD.values())[1:]]])
    (row,) = read(path, "xlsx")
    assert [p.field for p in row.problems] == ["title"]


def test_shared_strings_are_read_as_inline_ones_are(tmp_path: Path) -> None:
    values = [*list(GOOD.values())[:2], "华为; A & B", GOOD["source_url"]]
    path = share_strings(write_xlsx(tmp_path / "a.xlsx", [list(GOOD), values, values]))
    first, second = read(path, "xlsx")
    assert first.record == second.record
    assert first.record
    assert [p.name for p in first.record.partners] == ["华为", "A & B"]


def test_rows_are_numbered_as_the_sheet_does(tmp_path: Path) -> None:
    values = list(GOOD.values())
    rows = [[], list(GOOD), [], values, ["", None], ["alone"], [*values, None, "stray"]]
    got = list(read(_workbook(tmp_path, rows), "xlsx"))
    assert [(row.row, bool(row.record)) for row in got] == [(4, True), (6, False), (7, False)]
    assert got[2].problems[0].value == "stray"


def test_a_workbook_cut_short_is_one_problem(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", [list(GOOD), list(GOOD.values())])
    path.write_bytes(path.read_bytes()[:-100])
    (row,) = read(path, "xlsx")
    assert ".xlsx" in row.problems[0].mend


def _read_one(folder: Path, value: Any, number_format: str) -> list[ReadRow]:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append([*GOOD, "signed_on"])
    sheet.append([*GOOD.values(), value])
    sheet["E2"].number_format = number_format
    workbook.save(folder / "a.xlsx")
    return list(read(folder / "a.xlsx", "xlsx"))


def _workbook(folder: Path, rows: list[Any]) -> Path:
    return write_xlsx(folder / "a.xlsx", rows)
