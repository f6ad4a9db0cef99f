"""The table of strings of a workbook, kept on disk.

A workbook saved by a spreadsheet program holds every distinct text once and lets its cells
point there. openpyxl keeps that table in memory, which for a million rows is gigabytes.
"""

from array import array
from functools import lru_cache
from tempfile import TemporaryFile
from typing import IO, Any
from xml.etree.ElementTree import Element, iterparse

from openpyxl.cell.text import Text
from openpyxl.xml.constants import SHEET_MAIN_NS

_ITEM = f"{{{SHEET_MAIN_NS}}}si"
_TABLE = f"{{{SHEET_MAIN_NS}}}sst"


class SharedStrings:
    """Strings by number; takes eight bytes of memory for each, and disk for their text."""

    def __init__(self, source: IO[bytes] | None) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 - closed by close
        self._starts = array("Q", [0])
        self._text = lru_cache(maxsize=1_000)(self._read)
        if source:
            self._store(source)

    def __getitem__(self, number: int) -> str:
        return self._text(number)

    def close(self) -> None:
        """Give the disk space back."""
        self._file.close()

    def _store(self, source: IO[bytes]) -> None:
        table = Element("")
        for event, element in iterparse(source, ("start", "end")):  # noqa: S314 - as openpyxl does
            if event == "start" and element.tag == _TABLE:
                table = element
            elif event == "end" and element.tag == _ITEM:
                text: Any = Text.from_tree(element)
                self._file.write(text.content.replace("x005F_", "").encode())
                self._starts.append(self._file.tell())
                table.clear()

    def _read(self, number: int) -> str:
        start, end = self._starts[number], self._starts[number + 1]
        self._file.seek(start)
        return self._file.read(end - start).decode()
