"""One piece of input, wherever it was read: a record, or what is wrong with it."""

from dataclasses import dataclass

from agreements.readers import Problem
from agreements.records import AgreementRecord


@dataclass(frozen=True, slots=True)
class Entry:
    """A record with its place in the input, or the problems that keep it out.

    `siblings` are the keys of all agreements that the same document announces, its own
    included; empty for rows of a table, of which no one knows all.
    """

    file: str
    row: int | None
    record: AgreementRecord | None
    problems: tuple[Problem, ...] = ()
    siblings: frozenset[str] = frozenset()
