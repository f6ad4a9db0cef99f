"""XLSX: the first sheet of a workbook."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

from agreements.readers.grid import Cell, Line, read_grid
from agreements.readers.rows import Fault, ReadRow, UnreadableFileError, shown
from agreements.readers.sheet import SheetCell, first_sheet

_NOT_DATE_LETTERS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


def read_xlsx(path: Path) -> Iterator[ReadRow]:
    """Rows of the first sheet, numbered as the spreadsheet does."""
    return read_grid(path, _lines(path))


def _lines(path: Path) -> Iterator[Line]:
    number = width = 0
    with path.open("rb") as file:
        try:
            with first_sheet(file) as rows:
                for number, cells in rows:
                    width = max(width, *(cell.column for cell in cells), 0)
                    yield number, _line(cells, width)
        except Exception as error:  # openpyxl names no set of errors for damaged files
            mend = "open it in a spreadsheet, save it as an Excel workbook (.xlsx), no password"
            raise UnreadableFileError(Fault(None, "", mend), row=number or None) from error


def _line(cells: list[SheetCell], width: int) -> list[Cell]:
    line: list[Cell] = [""] * width
    for cell in cells:
        line[cell.column - 1] = _shown(cell)
    return line


def _shown(cell: SheetCell) -> Cell:
    """What a cell shows, as text; formulas and errors show nothing that could be trusted."""
    value = cell.value
    if cell.type == "f":
        return Fault(None, shown(value), "write the value in place of the formula")
    if cell.type == "e":
        return Fault(None, shown(value), "write a value in place of the error")
    if isinstance(value, dt.date):
        return _date(value, cell.number_format)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _date(value: dt.date, number_format: str) -> str:
    """As much of a date as the cell shows, since the rest is the spreadsheet's invention."""
    letters = _NOT_DATE_LETTERS.sub("", number_format).casefold()
    if "y" not in letters or "d" in letters:
        return f"{value:%Y-%m-%d}"
    return f"{value:%Y-%m}" if "m" in letters else f"{value:%Y}"
