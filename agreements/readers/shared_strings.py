"""The table of strings of a workbook, kept on disk.

A workbook saved by a spreadsheet program holds every distinct text once and lets its cells
point there. openpyxl keeps that table in memory, which for a million rows is gigabytes.
"""

import sqlite3
from collections.abc import Iterator
from typing import IO, Any
from xml.etree.ElementTree import Element, iterparse

from openpyxl.cell.text import Text
from openpyxl.xml.constants import SHEET_MAIN_NS

_ITEM = f"{{{SHEET_MAIN_NS}}}si"
_TABLE = f"{{{SHEET_MAIN_NS}}}sst"


class SharedStrings:
    """Strings by number, in a temporary database that SQLite removes when it is closed."""

    def __init__(self, source: IO[bytes] | None) -> None:
        self._strings = sqlite3.connect("")
        self._strings.execute("CREATE TABLE string (number INTEGER PRIMARY KEY, text TEXT)")
        if source:
            self._strings.executemany("INSERT INTO string VALUES (?, ?)", enumerate(_texts(source)))

    def __getitem__(self, number: int) -> str:
        found = self._strings.execute("SELECT text FROM string WHERE number = ?", [number])
        return str(found.fetchone()[0])

    def close(self) -> None:
        """Give the disk space back."""
        self._strings.close()


def _texts(source: IO[bytes]) -> Iterator[str]:
    table = Element("")
    for event, element in iterparse(source, ("start", "end")):  # noqa: S314 - as openpyxl does
        if event == "start" and element.tag == _TABLE:
            table = element
        elif event == "end" and element.tag == _ITEM:
            text: Any = Text.from_tree(element)
            yield text.content.replace("x005F_", "")
            table.clear()
