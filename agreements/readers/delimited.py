"""CSV: separated by comma, semicolon or tab, whichever the header uses."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from agreements.readers.encoding import ENCODING, require_utf8
from agreements.readers.grid import Line, read_grid
from agreements.readers.rows import Fault, ReadRow, UnreadableFileError

DELIMITERS = ",;\t"
LARGEST_CELL = 10**7
"""In characters, as long as the text of a source may be; `csv` refuses a longer cell."""


def read_csv(path: Path) -> Iterator[ReadRow]:
    """Rows of a CSV file, numbered by the line on which they begin."""
    require_utf8(path)
    csv.field_size_limit(LARGEST_CELL)
    with path.open(encoding=ENCODING, newline="") as file:
        yield from read_grid(path, _lines(file))


def _lines(file: TextIO) -> Iterator[Line]:
    reader = csv.reader(file, delimiter=_delimiter(file), strict=True)
    while True:
        number = reader.line_num + 1
        try:
            yield number, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if "field larger" in str(error):
                mend = "close the quotation mark that opens in this row; the rest is not read"
                raise UnreadableFileError(Fault(None, "", mend), row=number) from error
            mend = f'double each " within a cell and close every quoted cell ({error})'
            yield number, Fault(None, "", mend)


def _delimiter(file: TextIO) -> str:
    """The delimiter that stands most often in the first line that is not blank."""
    header = next((line for line in file if line.strip()), "")
    file.seek(0)
    return max(DELIMITERS, key=header.count)
