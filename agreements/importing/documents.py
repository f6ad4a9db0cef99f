"""Documents through extraction, in several processes, with few of them in memory at once."""

import logging
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from agreements.importing.entry import Entry
from agreements.importing.extractor import language_model
from agreements.readers import Problem

if TYPE_CHECKING:
    from agreements.extraction.language_model import LanguageModel

logger = logging.getLogger(__name__)

AHEAD = 4
"""Documents a process that are read before the first of them is written."""
_shared: "LanguageModel | None" = None
"""What a process was handed when it started; its budget is that of the whole run."""


def read_documents(files: Sequence[tuple[Path, str]], workers: int = 1) -> Iterator[Entry]:
    """What every document announces, in the order given; each with its format."""
    model = language_model()
    if workers == 1 or len(files) < 2:
        for path, format_ in files:
            yield from read_document(path, format_, model)
        return
    # A fresh process has no connection to the database that it could share by mistake.
    context = get_context("spawn")
    with ProcessPoolExecutor(workers, context, initializer=_share, initargs=(model,)) as pool:
        waiting = iter(files)
        under_way: deque[Future[list[Entry]]] = deque(
            pool.submit(_read_shared, *file) for file in islice(waiting, workers * AHEAD)
        )
        while under_way:
            yield from under_way.popleft().result()
            under_way.extend(pool.submit(_read_shared, *file) for file in islice(waiting, 1))


def _share(model: "LanguageModel | None") -> None:
    global _shared
    _shared = model


def _read_shared(path: Path, format: str) -> list[Entry]:  # noqa: A002
    return read_document(path, format, _shared)


def read_document(path: Path, format: str, model: "LanguageModel | None") -> list[Entry]:  # noqa: A002
    """The agreements of one document, or one entry that says why there are none."""
    # Extraction loads spaCy, which tables do not need.
    from agreements.extraction import LoadError, extract, load

    name = str(path)
    try:
        document = load(path, format)
        extraction = model.extract(document) if model else extract(document)
    except LoadError as error:
        return [_rejected(name, str(error))]
    except Exception as error:
        logger.exception("%s could not be read", name)
        return [_rejected(name, f"report this: {type(error).__name__}; the log has more")]
    if not extraction.agreements:
        why = "; ".join(rejection.why for rejection in extraction.rejected)
        return [_rejected(name, why or "it announces no agreement")]
    siblings = frozenset(record.stable_key() for record in extraction.agreements)
    return [Entry(name, None, record, siblings=siblings) for record in extraction.agreements]


def _rejected(name: str, why: str) -> Entry:
    return Entry(name, None, None, (Problem(name, None, None, "", why),))
