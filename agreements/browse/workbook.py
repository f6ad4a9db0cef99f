"""An export as a workbook: a sheet of agreements, and one that tells what it holds.

The package (ECMA-376) is written as it is read from the database, so that a download begins at
once; the libraries that write workbooks hold everything back until the last row is known.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from agreements.browse.export import csv_lines
from agreements.browse.zipped import LEVEL, PIECE, Pieces
from agreements.models.agreements import AgreementQuerySet
from agreements.readers.columns import COLUMNS

LONGEST_CELL = 32_767
"""Characters that a cell of a workbook holds."""
MOST_ROWS = 1_048_576 - 1
"""Rows that a sheet holds below its header."""
_LIMIT = (
    f"A cell holds {LONGEST_CELL:,} characters: texts of sources are left out of rows where they"
    " have more than half of that, and any other longer cell ends in “…”."
)
_LARGE = 200_000
"""Rows above which a sheet may have 2 GiB; some programs distrust the marks of a larger file."""

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # that XML 1.0 lacks
_FROZEN = '<pane ySplit="1" topLeftCell="A2" state="frozen"/>'
_LETTERS = [chr(ord("A") + number) for number in range(len(COLUMNS))]
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEETS = {"Agreements": "sheet1.xml", "About": "sheet2.xml"}
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def workbook_pieces(agreements: AgreementQuerySet, about: list[str]) -> Iterator[bytes]:
    """A sheet with the columns that an import takes, and one that tells what it holds.

    Raises OverflowError at the row after `MOST_ROWS`: a file that breaks off is noticed, one
    that lacks rows is not.
    """
    lines = csv_lines(agreements, longest=LONGEST_CELL // 2)
    rows = csv.reader(line.decode() for line in lines)
    out = Pieces()
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=LEVEL) as package:
        for path, text in _frame().items():
            package.writestr(path, _XML + text)
        yield out.taken()
        large = agreements.count() > _LARGE
        with package.open("xl/worksheets/sheet1.xml", "w", force_zip64=large) as sheet:
            for text in _sheet(chain([[column.name for column in COLUMNS]], rows), _FROZEN):
                sheet.write(text.encode())
                if out.size > PIECE:
                    yield out.taken()
        notes = "".join(_sheet([line] for line in (*about, _LIMIT)))
        package.writestr("xl/worksheets/sheet2.xml", notes)
    yield out.taken()


def _sheet(rows: Iterable[list[str]], view: str = "") -> Iterator[str]:
    """The XML of a sheet, row by row."""
    yield f'{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">{view}'
    yield "</sheetView></sheetViews><sheetData>"
    for number, cells in enumerate(rows, 1):
        if number > MOST_ROWS + 1:
            raise OverflowError(f"A sheet holds {MOST_ROWS:,} rows below its header.")
        yield f'<row r="{number}">{"".join(_cells(number, cells))}</row>'
    yield "</sheetData></worksheet>"


def _cells(number: int, cells: list[str]) -> Iterator[str]:
    for letter, text in zip(_LETTERS, cells, strict=False):
        if text:
            if len(text) > LONGEST_CELL:
                text = f"{text[: LONGEST_CELL - 1]}…"
            shown = escape(_UNPRINTABLE.sub("", text), {"\r": "&#13;"})
            yield f'<c r="{letter}{number}" t="inlineStr"><is><t xml:space="preserve">{shown}'
            yield "</t></is></c>"


def _frame() -> dict[str, str]:
    """What a package holds beside its sheets: which parts there are, of what kind, and where."""
    parts = {"/xl/workbook.xml": "sheet.main"}
    parts |= {f"/xl/worksheets/{file}": "worksheet" for file in _SHEETS.values()}
    kinds = "".join(
        f'<Override PartName="{path}" ContentType="{_KIND}.{kind}+xml"/>'
        for path, kind in parts.items()
    )
    sheets = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(_SHEETS, 1)
    )
    targets = [("worksheet", f"worksheets/{file}") for file in _SHEETS.values()]
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{kinds}</Types>",
        "_rels/.rels": _relationships([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f"<sheets>{sheets}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": _relationships(targets),
    }


def _relationships(targets: list[tuple[str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{path}"/>'
        for number, (kind, path) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'
