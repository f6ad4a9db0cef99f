"""A header and rows of cells, wherever they come from, into records."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from agreements.readers.cells import BLANK
from agreements.readers.columns import BY_NAME, column_named, header_form
from agreements.readers.rows import (
    Fault,
    ReadRow,
    UnreadableFileError,
    accepted_or_rejected,
    shown,
)
from agreements.readers.tables import from_row
from agreements.readers.validation import nearest
from agreements.records import AgreementRecord

Cell = str | Fault
"""The text of a cell, or why it has none."""

Line = tuple[int, Sequence[Cell] | Fault]
"""The number of a row as the user counts, and its cells, or why it has none."""


def read_grid(path: Path, lines: Iterable[Line]) -> Iterator[ReadRow]:
    """A row for each line after the header, blank ones left out.

    A header with a fault ends the reading: rows under a misspelt column would otherwise come
    in without what it holds. Raises UnreadableFileError for that, all faults at once.
    """
    filled = ((number, cells) for number, cells in lines if not _is_blank(cells))
    number, header = next(filled, (1, []))
    columns = _columns(number, header)
    for number, cells in filled:
        made = cells if isinstance(cells, Fault) else _record(columns, cells)
        yield accepted_or_rejected(path, number, [made] if isinstance(made, Fault) else made)


def _columns(number: int, header: Sequence[Cell] | Fault) -> list[str | None]:
    """The column that each header cell names; None above a column that must stay empty."""
    if isinstance(header, Fault):
        raise UnreadableFileError(header, row=number)
    headers = [_text(cell).strip(BLANK) for cell in header]
    columns = [column_named(header) for header in headers]
    if not any(columns):
        required = ", ".join(c.name for c in BY_NAME.values() if c.required)
        mend = f"name the columns in the first row: at least {required} and source_url"
        raise UnreadableFileError(Fault(None, shown(", ".join(headers)), mend), row=number)
    faults = [
        Fault(shown(header), shown(header), nearest(header_form(header), BY_NAME))
        for header, column in zip(headers, columns, strict=True)
        if header and not column
    ]
    counts = Counter(filter(None, columns))
    faults += [
        Fault(name, name, f"keep one of the {count} columns of this meaning")
        for name, count in counts.items()
        if count > 1
    ]
    faults += [Fault(name, "", "add this column") for name in _missing(set(counts))]
    if faults:
        raise UnreadableFileError(*faults, row=number)
    return columns


def _missing(present: set[str]) -> list[str]:
    missing = [c.name for c in BY_NAME.values() if c.required and c.name not in present]
    return missing if present & {"source_url", "source_text"} else [*missing, "source_url"]


def _record(columns: list[str | None], cells: Sequence[Cell]) -> AgreementRecord | list[Fault]:
    if len(cells) < len(columns):
        mend = (
            f"write all {len(columns)} cells of the header, empty ones too; here are {len(cells)}"
        )
        return [Fault(None, shown(_text(cells[0])), mend)]
    named: dict[str, str] = {}
    faults: list[Fault] = []
    for index, cell in enumerate(cells):
        column = columns[index] if index < len(columns) else None
        if isinstance(cell, Fault):
            faults.append(replace(cell, field=column))
        elif column:
            named[column] = cell
        elif cell.strip(BLANK):
            mend = f"remove cell {index + 1}, which stands under no header, or quote the one before"
            faults.append(Fault(None, shown(cell), mend))
    made = from_row(named)
    if isinstance(made, AgreementRecord):
        return faults or made
    broken = {fault.field for fault in faults}
    return faults + [fault for fault in made if fault.field not in broken]


def _text(cell: Cell) -> str:
    return cell.value if isinstance(cell, Fault) else cell


def _is_blank(cells: Sequence[Cell] | Fault) -> bool:
    return not isinstance(cells, Fault) and not any(_text(c).strip(BLANK) for c in cells)
