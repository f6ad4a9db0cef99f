"""The first sheet of a workbook, row by row in flat memory.

openpyxl knows the format; its own row iterator is left aside, since it keeps an element for
every row that it has passed and reads a sheet without stated dimensions twice.
"""

import warnings
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import IO, Any
from xml.etree.ElementTree import Element, iterparse

from openpyxl.packaging.relationship import Relationship
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.worksheet._reader import DATA_TAG, ROW_TAG, WorkSheetParser
from openpyxl.xml.constants import SHARED_STRINGS

from agreements.readers.shared_strings import SharedStrings


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell that is not empty. `column` counts from 1; `type` is openpyxl's letter."""

    column: int
    value: Any
    type: str
    number_format: str


@contextmanager
def first_sheet(file: IO[bytes]) -> Iterator[Iterator[tuple[int, list[SheetCell]]]]:
    """The rows of a workbook's first sheet that hold anything, each with its number."""
    reader = ExcelReader(file, read_only=True, keep_links=False)
    with closing(reader.archive):
        with _quietly():
            reader.read_manifest()
            reader.read_workbook()
            apply_stylesheet(reader.archive, reader.wb)
        path = next(rel.target for _, rel in reader.parser.find_sheets() if _is_table(rel))
        with closing(_strings(reader)) as strings, reader.archive.open(path) as source:
            yield _rows(reader.wb, source, strings)


@contextmanager
def _quietly() -> Iterator[None]:
    """Without openpyxl's warnings of what it leaves out: nothing that a table needs."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _is_table(relationship: Relationship) -> bool:
    return "chartsheet" not in relationship.Type


def _strings(reader: ExcelReader) -> SharedStrings:
    package: Any = reader.package
    part = package.find(SHARED_STRINGS)
    if part is None:
        return SharedStrings(None)
    with reader.archive.open(part.PartName[1:]) as source:
        return SharedStrings(source)


def _rows(
    workbook: Any, source: IO[bytes], strings: SharedStrings
) -> Iterator[tuple[int, list[SheetCell]]]:
    parser: Any = WorkSheetParser(
        source,
        strings,
        epoch=workbook.epoch,
        date_formats=workbook._date_formats,
        timedelta_formats=workbook._timedelta_formats,
    )
    formats = [_number_format(workbook, style.numFmtId) for style in workbook._cell_styles]
    data = Element("")
    for event, element in iterparse(source, ("start", "end")):  # noqa: S314 - as openpyxl does
        if element.tag == DATA_TAG:
            if event == "end":
                return
            data = element
        elif event == "end" and element.tag == ROW_TAG:
            with _quietly():
                number, cells = parser.parse_row(element)
            yield number, [_cell(c, formats) for c in cells if c["value"] is not None]
            data.clear()
            parser.row_dimensions.clear()


def _cell(cell: dict[str, Any], formats: list[str]) -> SheetCell:
    return SheetCell(cell["column"], cell["value"], cell["data_type"], formats[cell["style_id"]])


def _number_format(workbook: Any, number: int) -> str:
    if number < BUILTIN_FORMATS_MAX_SIZE:
        return BUILTIN_FORMATS.get(number, "General")
    return str(workbook._number_formats[number - BUILTIN_FORMATS_MAX_SIZE])
