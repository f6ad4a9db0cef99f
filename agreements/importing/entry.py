"""One piece of input, wherever it was read: a record, or what is wrong with it."""

from dataclasses import dataclass

from agreements.readers import Problem
from agreements.records import AgreementRecord


@dataclass(frozen=True, slots=True)
class SetAside:
    """What extraction did not take, with its place in the document's text and its words there.

    Without a place it concerns the document as a whole.
    """

    why: str
    start: int | None = None
    end: int | None = None
    quotation: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A record with its place in the input, or the problems that keep it out.

    `siblings` are the keys of all agreements that the same document announces, its own
    included; empty for rows of a table, of which no one knows all. `set_aside` is what the
    document tells beside it that makes no agreement; `read_by` who read the document, "" for a
    table and for one that could not be read.
    """

    file: str
    row: int | None
    record: AgreementRecord | None
    problems: tuple[Problem, ...] = ()
    siblings: frozenset[str] = frozenset()
    set_aside: tuple[SetAside, ...] = ()
    read_by: str = ""
