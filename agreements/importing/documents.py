"""Documents through extraction, in several processes, with few of them in memory at once."""

import logging
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from agreements.importing.entry import Entry, SetAside
from agreements.importing.extractor import language_model
from agreements.readers import Problem

if TYPE_CHECKING:
    from agreements.extraction import Document, Extraction, Rejection
    from agreements.extraction.language_model import LanguageModel

logger = logging.getLogger(__name__)

T = TypeVar("T")
Reader = Callable[[Path, str, "LanguageModel | None"], T]
"""Reads a file in a format, with a language model or by the rules."""

AHEAD = 4
"""Documents a process that are read before the first of them is written."""
MOST_QUOTED = 200
"""Characters of a sentence that was set aside; its place tells the rest."""
_shared: "LanguageModel | None" = None
"""What a process was handed when it started; its budget is that of the whole run."""


def read_documents(files: Sequence[tuple[Path, str]], workers: int = 1) -> Iterator[Entry]:
    """What every document announces, in the order given; each with its format."""
    for entries in spread(read_document, files, workers):
        yield from entries


def spread(read: Reader[T], files: Sequence[tuple[Path, str]], workers: int = 1) -> Iterator[T]:
    """What `read` makes of every file with its format, in the order given, in several processes."""
    model = language_model()
    if workers == 1 or len(files) < 2:
        for path, format_ in files:
            yield read(path, format_, model)
        return
    # A fresh process has no connection to the database that it could share by mistake.
    context = get_context("spawn")
    with ProcessPoolExecutor(workers, context, initializer=_share, initargs=(model,)) as pool:
        waiting = iter(files)
        under_way: deque[Future[T]] = deque(
            pool.submit(_read_shared, read, file) for file in islice(waiting, workers * AHEAD)
        )
        while under_way:
            yield under_way.popleft().result()
            under_way.extend(pool.submit(_read_shared, read, file) for file in islice(waiting, 1))


def _share(model: "LanguageModel | None") -> None:
    global _shared
    _shared = model


def _read_shared(read: Reader[T], file: tuple[Path, str]) -> T:
    return read(*file, _shared)


def read_document(path: Path, format: str, model: "LanguageModel | None") -> list[Entry]:  # noqa: A002
    """The agreements of one document, or one entry that says why there are none."""
    from agreements.extraction import LoadError, content_of

    try:
        return read_content(str(path), content_of(path), format, model)
    except LoadError as error:
        return [rejected(str(path), str(error))]


def read_content(
    name: str,
    content: bytes,
    format: str,  # noqa: A002
    model: "LanguageModel | None",
) -> list[Entry]:
    """As `read_document`, of what the file with this name held."""
    from agreements.extraction import VERSION, LoadError

    try:
        document, extraction = extraction_of(name, content, format, model)
    except LoadError as error:
        return [rejected(name, str(error))]
    aside = tuple(_set_aside(rejection, document.text) for rejection in extraction.rejected)
    read_by = f"model {model.model}" if model else f"rules {VERSION}"
    if not extraction.agreements:
        why = "; ".join(rejection.why for rejection in extraction.rejected)
        silent = rejected(name, why or "it announces no agreement")
        return [replace(silent, set_aside=aside, read_by=read_by)]
    siblings = frozenset(record.stable_key() for record in extraction.agreements)
    return [
        Entry(name, None, record, siblings=siblings, set_aside=aside, read_by=read_by)
        for record in extraction.agreements
    ]


def extraction_of(
    name: str,
    content: bytes,
    format: str,  # noqa: A002
    model: "LanguageModel | None",
) -> tuple["Document", "Extraction"]:
    """A document and what it says, by a language model or by the rules.

    Raises LoadError where it cannot be read, or breaks what reads it: no document costs another.
    """
    # Extraction loads spaCy, which tables do not need.
    from agreements.extraction import LoadError, extract, parse

    try:
        document = parse(name, content, format)
        return document, model.extract(document) if model else extract(document)
    except LoadError:
        raise
    except Exception as error:
        logger.exception("%s could not be read", name)
        raise LoadError(f"report this: {type(error).__name__}; the log has more") from error


def _set_aside(rejection: "Rejection", text: str) -> SetAside:
    if rejection.evidence is None:
        return SetAside(rejection.why)
    start, end = rejection.evidence.start, rejection.evidence.end
    return SetAside(rejection.why, start, end, text[start : min(end, start + MOST_QUOTED)])


def rejected(name: str, why: str) -> Entry:
    """The entry of a document that brings no agreement."""
    return Entry(name, None, None, (Problem(name, None, None, "", why),))
