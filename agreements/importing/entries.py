"""What is to be imported: the files that paths mean, and the records of every file."""

import time
from collections.abc import Collection, Iterable, Iterator
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


class NothingToReadError(ValueError):
    """A folder of which no file can be read; the message names it and says what to do."""


def files(paths: Iterable[Path], formats: Collection[str] = FORMATS) -> list[Path]:
    """The files that paths mean: those named, and in folders all of these formats, sorted.

    Raises NothingToReadError for a folder without any.
    """
    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        inside = [p for p in sorted(path.rglob("*")) if _wanted(p, path, formats)]
        if not inside:
            told = f"{path}: the folder holds no file that can be read"
            raise NothingToReadError(f"{told}; give one with {_endings(formats)} in it")
        found += inside
    return found


def inputs(paths: Iterable[Path], format: str = "auto") -> list[Input]:  # noqa: A002
    """The files that paths mean with their formats; raises as `files` does."""
    formats = FORMATS if format == "auto" else (format,)
    return [Input(path, _format(path, format)) for path in files(paths, formats)]


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
        yield Entry(name, None, None, (Problem(name, None, None, *_unknown(given.path)),))
        return
    for row in read(given.path, given.format):
        yield Entry(name, row.row, row.record, row.problems)


def _unknown(path: Path) -> tuple[str, str]:
    """The value and the mend of a file that nobody can tell how to read."""
    try:
        path.stat()
    except OSError as error:
        return "", f"cannot be read ({error.strerror}); check the path and its permissions"
    known = ", ".join(FORMATS[1:])
    return path.suffix, f"give --format, one of {known}, or an ending that names it, such as .csv"


def _format(path: Path, wanted: str) -> str | None:
    if wanted != "auto":
        return wanted
    ending = path.suffix.casefold()
    documents = (name for name, endings in DOCUMENT_FORMATS.items() if ending in endings)
    return format_of(path) or next(documents, None)


def _wanted(path: Path, folder: Path, formats: Collection[str]) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    known = path.name.casefold() not in NOT_RECORDS and _format(path, "auto") in formats
    return known and not hidden and path.is_file()


def _endings(formats: Collection[str]) -> str:
    """The endings of files in these formats: ".txt, .html or .pdf"."""
    known = DOCUMENT_FORMATS | {name: reader.suffixes for name, reader in READERS.items()}
    *others, last = (end for name, ends in known.items() if name in formats for end in ends)
    return f"{', '.join(others)} or {last}" if others else last
