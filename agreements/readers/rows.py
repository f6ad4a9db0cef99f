"""What a reader gives: rows, each with a record or with what is wrong with it."""

import codecs
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from agreements.records import AgreementRecord

CHUNK = 1 << 16
"""Bytes that are read at once where a file is looked through."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Where an input is wrong and what would mend it. `value` is shortened and printable."""

    file: str
    row: int | None
    field: str | None
    value: str
    mend: str


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row of a file: a record, or the problems that keep it from being one.

    `row` counts as the user does: the line of a CSV or JSON Lines file, the row of a sheet,
    the position from 1 in a JSON array; None where the file as a whole is meant.
    """

    row: int | None
    record: AgreementRecord | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem before it is known where the input stands."""

    field: str | None
    value: str
    mend: str


class UnreadableFileError(Exception):
    """The file as a whole, or the rest of it from `row` on, cannot be read."""

    def __init__(self, *faults: Fault, row: int | None = None) -> None:
        super().__init__(faults)
        self.faults = faults
        self.row = row


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: the suffixes of its files, and how its rows are found.

    `may_be_empty` says whether a file with nothing in it is one without records.
    """

    suffixes: tuple[str, ...]
    rows: Callable[[Path], Iterator[ReadRow]]
    may_be_empty: bool = False

    def read(self, path: Path) -> Iterator[ReadRow]:
        """Every row of a file in order, in flat memory; raises nothing for a bad file."""
        try:
            if not self.may_be_empty and _is_blank(path):
                mend = "the file is empty; save it again with its records, or write over a template"
                raise UnreadableFileError(Fault(None, "", mend))
            yield from self.rows(path)
        except UnreadableFileError as error:
            yield rejected(path, error.row, error.faults)
        except OSError as error:
            mend = f"give the path of a file that can be read ({error.strerror or error})"
            yield rejected(path, None, [Fault(None, "", mend)])


def _is_blank(path: Path) -> bool:
    """Whether a file holds nothing, or blanks and a byte order mark alone."""
    blank = codecs.BOM_UTF8 + b" \t\r\n"
    with path.open("rb") as file:
        chunks = iter(partial(file.read, CHUNK), b"")
        return not any(chunk.strip(blank) for chunk in chunks)


def accepted_or_rejected(path: Path, row: int, made: AgreementRecord | list[Fault]) -> ReadRow:
    """The row for what came of it."""
    return ReadRow(row, made) if isinstance(made, AgreementRecord) else rejected(path, row, made)


def rejected(path: Path, row: int | None, faults: Iterable[Fault]) -> ReadRow:
    """The row that only says what is wrong with it."""
    problems = (Problem(str(path), row, f.field, f.value, f.mend) for f in faults)
    return ReadRow(row, None, tuple(problems))


def shown(value: object, limit: int = 80) -> str:
    """A value for a message: on one line, printable, at most `limit` characters."""
    text = str(value)[: 2 * limit]
    text = "".join(
        ch if ch.isprintable() else ch.encode("unicode_escape").decode("ascii") for ch in text
    )
    return text if len(text) <= limit else text[: limit - 1] + "…"
