"""Files of records: JSON, JSON Lines, CSV and XLSX, read row by row.

`read` gives every row of a file, each with its record or with all that is wrong with it; no
file is so bad that it raises. To add a format, write a module and enter it in `READERS`.
"""

from collections.abc import Iterator
from pathlib import Path

from agreements.readers.delimited import read_csv
from agreements.readers.json_records import read_json, read_json_lines
from agreements.readers.rows import Problem, Reader, ReadRow

__all__ = ["READERS", "Problem", "ReadRow", "Reader", "format_of", "read"]


def _read_xlsx(path: Path) -> Iterator[ReadRow]:
    # openpyxl takes most of a second to import, which every start of the site would pay.
    from agreements.readers.workbook import read_xlsx

    return read_xlsx(path)


READERS: dict[str, Reader] = {
    "json": Reader((".json",), read_json),
    "jsonl": Reader((".jsonl", ".ndjson"), read_json_lines, may_be_empty=True),
    "csv": Reader((".csv", ".tsv"), read_csv),
    "xlsx": Reader((".xlsx",), _read_xlsx),
}


def format_of(path: Path) -> str | None:
    """The format that a file's suffix names, or None."""
    suffix = path.suffix.casefold()
    return next((name for name, r in READERS.items() if suffix in r.suffixes), None)


def read(path: Path, format: str) -> Iterator[ReadRow]:  # noqa: A002 - the word of the command line
    """Every row of a file of the given format, one of `READERS`."""
    return READERS[format].read(path)
