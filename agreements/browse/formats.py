"""The formats of an export: agreements as bytes, piece by piece, in flat memory."""

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from agreements.browse.datapackage import package_pieces
from agreements.browse.export import csv_lines, json_texts
from agreements.browse.workbook import MOST_ROWS, workbook_pieces
from agreements.models.agreements import AgreementQuerySet
from agreements.readers.columns import COLUMNS


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its media type, and how agreements become bytes.

    The second argument of `pieces` tells in a few lines what the file holds; formats that
    have no place for it leave it out. `most` is how many agreements a file can hold, None
    for any number.
    """

    media_type: str
    pieces: Callable[[AgreementQuerySet, list[str]], Iterator[bytes]]
    most: int | None = None
    only_whole: bool = False
    """Whether it holds the whole catalogue, whatever a filter shows."""

    def complaint(self, agreements: AgreementQuerySet) -> str:
        """Why these agreements do not go into one file of this format, "" if they do."""
        if self.most is None or (count := agreements.count()) <= self.most:
            return ""
        return (
            f"A sheet holds {self.most:,} agreements below its header, and these are {count:,}:"
            " take CSV or JSON Lines, which hold any number, or narrow the filter."
        )


def json_lines(agreements: AgreementQuerySet, _: list[str]) -> Iterator[bytes]:
    """One record a line."""
    for text in json_texts(agreements):
        yield text + b"\n"


def json_array(agreements: AgreementQuerySet, _: list[str]) -> Iterator[bytes]:
    """One array, one record a line."""
    before = b"[\n"
    for text in json_texts(agreements):
        yield before + text
        before = b",\n"
    yield b"[]\n" if before == b"[\n" else b"\n]\n"


def comma_separated(agreements: AgreementQuerySet, _: list[str]) -> Iterator[bytes]:
    """RFC 4180 in UTF-8 without a byte order mark; the columns are those that an import takes."""
    line = io.StringIO(newline="")
    csv.writer(line).writerow([column.name for column in COLUMNS])
    yield line.getvalue().encode()
    yield from csv_lines(agreements)


FORMATS = {
    "jsonl": Format("application/jsonl", json_lines),
    "json": Format("application/json", json_array),
    "csv": Format("text/csv; charset=utf-8", comma_separated),
    "xlsx": Format(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        workbook_pieces,
        most=MOST_ROWS,
    ),
    "datapackage": Format("application/zip", package_pieces, only_whole=True),
}
"""By the name of the format, which is the suffix of its files but for the package."""
