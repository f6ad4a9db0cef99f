"""What is to be imported: the files that paths mean, and the records of every file."""

import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from agreements.importing.documents import read_documents
from agreements.importing.entry import Entry
from agreements.readers import READERS, Problem, format_of, read

DOCUMENT_FORMATS = {"text": (".txt",), "html": (".html", ".htm", ".xhtml"), "pdf": (".pdf",)}
FORMATS = ("auto", *DOCUMENT_FORMATS, *READERS)
NOT_RECORDS = frozenset({"readme.md", "areas.json"})
"""Files that stand beside records in a folder: its description, the vocabulary of areas."""

LARGEST = 1000
"""Records brought in together."""
LONGEST = 1.0
"""Seconds of reading after which what was read is brought in."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file, and the format in which to read it (None: nobody can tell)."""

    path: Path
    format: str | None


def inputs(paths: Iterable[Path], format: str = "auto") -> list[Input]:  # noqa: A002
    """The files that the paths mean: those named, and in folders all that can be read, sorted."""
    found: list[Input] = []
    for path in paths:
        if path.is_dir():
            inside = (
                Input(p, _format(p, format)) for p in sorted(path.rglob("*")) if _wanted(p, path)
            )
            found += (given for given in inside if given.format and _fits(given))
        else:
            found.append(Input(path, _format(path, format)))
    return found


def entries(given: Iterable[Input], workers: int = 1) -> Iterator[Entry]:
    """Every record or document of the files, in their order."""
    documents: list[Input] = []
    for one in given:
        if one.format in DOCUMENT_FORMATS:
            documents.append(one)
            continue
        yield from _documents(documents, workers)
        documents = []
        yield from _table(one)
    yield from _documents(documents, workers)


def portions(given: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Entries to bring in together, read while the portion before is being written."""
    coming = _portions(given)
    with ThreadPoolExecutor(1) as reader:
        following = reader.submit(next, coming, None)
        while portion := following.result():
            following = reader.submit(next, coming, None)
            yield portion


def _portions(given: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Entries to bring in together: few at first and of what is slow to read, then very many.

    What takes long to read is not kept waiting, since an import that is killed loses it.
    """
    portion: list[Entry] = []
    size, started = 1, time.monotonic()
    for entry in given:
        portion.append(entry)
        if len(portion) >= size or time.monotonic() - started > LONGEST:
            yield portion
            portion, size, started = [], min(2 * size, LARGEST), time.monotonic()
    if portion:
        yield portion


def _documents(given: list[Input], workers: int) -> Iterator[Entry]:
    return read_documents([(one.path, str(one.format)) for one in given], workers)


def _table(given: Input) -> Iterator[Entry]:
    name = str(given.path)
    if given.format is None:
        known = ", ".join(FORMATS[1:])
        mend = f"give --format, one of {known}, or an ending that names it, such as .csv"
        yield Entry(name, None, None, (Problem(name, None, None, given.path.suffix, mend),))
        return
    for row in read(given.path, given.format):
        yield Entry(name, row.row, row.record, row.problems)


def _format(path: Path, wanted: str) -> str | None:
    if wanted != "auto":
        return wanted
    ending = path.suffix.casefold()
    documents = (name for name, endings in DOCUMENT_FORMATS.items() if ending in endings)
    return format_of(path) or next(documents, None)


def _wanted(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return path.is_file() and not hidden and path.name.casefold() not in NOT_RECORDS


def _fits(given: Input) -> bool:
    """Whether the ending agrees with a format given for a whole folder."""
    return _format(given.path, "auto") == given.format
