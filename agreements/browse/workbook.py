"""An export as a workbook: a sheet of records, and one that tells what it holds."""

import tempfile
from collections.abc import Iterable, Iterator
from typing import IO

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from agreements.readers.columns import COLUMNS
from agreements.readers.tables import to_row
from agreements.records import AgreementRecord

_HEADER = [column.name for column in COLUMNS]
_LONGEST_CELL = 32_767
"""Characters that a cell of a workbook holds."""
_PIECE = 1 << 16


def workbook_pieces(records: Iterable[AgreementRecord], about: list[str]) -> Iterator[bytes]:
    """A sheet with the columns that an import takes, and one that tells what it holds."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Agreements")
    sheet.freeze_panes = "A2"
    sheet.append(_HEADER)
    for record in records:
        sheet.append(_cells(record))
    notes = book.create_sheet("About")
    limit = f"Texts of sources in rows with a cell above {_LONGEST_CELL:,} characters are left out."
    for text in (*about, limit):
        notes.append([text])
    with tempfile.TemporaryFile() as file:
        book.save(file)
        file.seek(0)
        yield from _read(file)


def _cells(record: AgreementRecord) -> list[str]:
    row = to_row(record)
    if any(len(cell) > _LONGEST_CELL for cell in row.values()):
        sources = [source.model_copy(update={"text": None}) for source in record.sources]
        row = to_row(record.model_copy(update={"sources": tuple(sources)}))
    return [ILLEGAL_CHARACTERS_RE.sub("", row[name]) for name in _HEADER]


def _read(file: IO[bytes]) -> Iterator[bytes]:
    while piece := file.read(_PIECE):
        yield piece
