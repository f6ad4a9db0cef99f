"""The formats of an export: records as bytes, piece by piece, in flat memory."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from agreements.readers.columns import COLUMNS
from agreements.readers.tables import to_row
from agreements.records import AgreementRecord

_HEADER = [column.name for column in COLUMNS]


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its media type, and how records become bytes.

    The second argument of `pieces` tells in a few lines what the file holds; formats that
    have no place for it leave it out.
    """

    media_type: str
    pieces: Callable[[Iterable[AgreementRecord], list[str]], Iterator[bytes]]


def json_lines(records: Iterable[AgreementRecord], _: list[str]) -> Iterator[bytes]:
    """One record a line."""
    for record in records:
        yield record.model_dump_json(exclude_none=True).encode() + b"\n"


def json_array(records: Iterable[AgreementRecord], _: list[str]) -> Iterator[bytes]:
    """One array, one record a line."""
    before = b"[\n"
    for record in records:
        yield before + record.model_dump_json(exclude_none=True).encode()
        before = b",\n"
    yield b"[]\n" if before == b"[\n" else b"\n]\n"


def comma_separated(records: Iterable[AgreementRecord], _: list[str]) -> Iterator[bytes]:
    """RFC 4180 in UTF-8 without a byte order mark; the columns are those that an import takes."""
    line = io.StringIO(newline="")
    writer = csv.DictWriter(line, _HEADER)
    writer.writeheader()
    yield line.getvalue().encode()
    for record in records:
        line.seek(0)
        line.truncate()
        writer.writerow(to_row(record))
        yield line.getvalue().encode()


def workbook(records: Iterable[AgreementRecord], about: list[str]) -> Iterator[bytes]:
    """A sheet with the columns that an import takes, and one that tells what it holds."""
    # openpyxl takes most of a second to import, which every start of the site would pay.
    from agreements.browse.workbook import workbook_pieces

    return workbook_pieces(records, about)


FORMATS = {
    "jsonl": Format("application/jsonl", json_lines),
    "json": Format("application/json", json_array),
    "csv": Format("text/csv; charset=utf-8", comma_separated),
    "xlsx": Format("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook),
}
"""By the suffix of the file."""
