"""XLSX: the first sheet of a workbook, row by row."""

import datetime as dt
import re
import warnings
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, BinaryIO

from openpyxl import Workbook, load_workbook

from agreements.readers.grid import Cell, Line, read_grid
from agreements.readers.rows import Fault, ReadRow, UnreadableFileError, shown

_NOT_DATE_LETTERS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


def read_xlsx(path: Path) -> Iterator[ReadRow]:
    """Rows of the first sheet, numbered as the spreadsheet does."""
    with path.open("rb") as file, closing(_opened(file)) as workbook:
        yield from read_grid(path, _lines(workbook))


def _opened(file: BinaryIO) -> Workbook:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load_workbook(file, read_only=True)
    except Exception as error:  # openpyxl names no set of errors for damaged files
        mend = "save it as an Excel workbook (.xlsx), without a password"
        raise UnreadableFileError(Fault(None, "", mend)) from error


def _lines(workbook: Workbook) -> Iterator[Line]:
    if not workbook.worksheets:
        raise UnreadableFileError(Fault(None, "", "put the table on the workbook's first sheet"))
    sheet: Any = workbook.worksheets[0]
    sheet.reset_dimensions()
    number = width = 0
    rows = enumerate(sheet.iter_rows(), start=1)
    while True:
        try:
            number, cells = next(rows)
        except StopIteration:
            return
        except Exception as error:
            mend = "open the workbook in a spreadsheet and save it again; the rest is not read"
            raise UnreadableFileError(Fault(None, "", mend), row=number + 1) from error
        width = max(width, len(cells))
        yield number, [_cell(cell) for cell in cells] + [""] * (width - len(cells))


def _cell(cell: Any) -> Cell:
    """What a cell shows, as text; formulas and errors show nothing that could be trusted."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        return Fault(None, shown(value), "write the value in place of the formula")
    if cell.data_type == "e":
        return Fault(None, shown(value), "write a value in place of the error")
    if isinstance(value, dt.date):
        return _date(value, cell.number_format)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _date(value: dt.date, number_format: str) -> str:
    """As much of a date as the cell shows, since the rest is the spreadsheet's invention."""
    letters = _NOT_DATE_LETTERS.sub("", number_format).casefold()
    if "d" in letters:
        return f"{value:%Y-%m-%d}"
    return f"{value:%Y-%m}" if "m" in letters else f"{value:%Y}"
