"""An import whose documents workers read, on any number of hosts, from a queue in the database.

The queue is procrastinate's: one job a document, which a worker that dies leaves to the others.
What a document brings and its result are written in one transaction under the document's lock, so
that each is taken once, however often it is read.
"""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import InterfaceError, OperationalError, transaction
from django.db.models import QuerySet
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.jobs import Job, Status
from procrastinate.types import JSONDict
from pydantic import TypeAdapter

from agreements.importing.areas import add_missing_areas
from agreements.importing.documents import read_content, rejected
from agreements.importing.entries import Input, entries, inputs
from agreements.importing.entry import Entry
from agreements.importing.extractor import language_model
from agreements.importing.outcome import Outcome, Result
from agreements.importing.run import Options, Run
from agreements.importing.writing import writing
from agreements.models import ImportBatch, QueuedDocument
from agreements.readers import READERS

if TYPE_CHECKING:
    from agreements.extraction.language_model import LanguageModel

logger = logging.getLogger(__name__)

DEATHS = 3
"""How many workers a document may bring down before it is given up."""
PAUSE = 10
"""Seconds until a document is tried again for which the database was away."""
_CHUNK = 20
"""Documents that are stored at once; each may have some megabytes."""
_READ = "read_document"
_State = QueuedDocument.State
_RESULTS = TypeAdapter(list[Result])


class NotQueueableError(ValueError):
    """What was given cannot be left to workers; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Queued:
    """An import that waits for workers, and the files that could not even be read."""

    batch: ImportBatch
    waiting: int
    failed: tuple[QueuedDocument, ...]


def queue_paths(paths: Sequence[Path], options: Options) -> Queued:
    """Store the documents of files and folders for workers: all of them, or none if killed.

    Raises NotQueueableError for a table, whose rows are read faster than they could be queued,
    and NothingToReadError.
    """
    given = inputs(paths, options.format)
    for one in given:
        if one.format in READERS:
            told = f"{one.path} is a table, and only documents are queued"
            raise NotQueueableError(f"{told}; import tables without --queue")
    add_missing_areas()
    with transaction.atomic():
        batch = ImportBatch.objects.create(
            user_id=options.by.pk if options.by else None,
            files=[str(one.path) for one in given],
            publish=options.publish,
        )
        failed: list[QueuedDocument] = []
        rest = iter(given)
        while chunk := [_stored(batch, one) for one in islice(rest, _CHUNK)]:
            QueuedDocument.objects.bulk_create(chunk)
            _defer(document.pk for document in chunk if document.state == _State.WAITING)
            failed += (document for document in chunk if document.state == _State.FAILED)
    _conclude(batch)
    return Queued(batch, len(given) - len(failed), tuple(failed))


def read_again(documents: "QuerySet[QueuedDocument]") -> int:
    """Queue those documents once more that brought nothing and are here; returns how many."""
    with transaction.atomic():
        batches = ImportBatch.objects.filter(pk__in=documents.order_by().values("batch"))
        # Locked, so that none is undone or concluded meanwhile.
        locked = list(batches.order_by("pk").select_for_update().values_list("pk", flat=True))
        rows = documents.filter(pk__in=QueuedDocument.objects.readable_again(), batch__in=locked)
        again = dict(rows.values_list("pk", "batch_id"))
        QueuedDocument.objects.filter(pk__in=again).update(state=_State.WAITING)
        ImportBatch.objects.filter(pk__in=set(again.values())).update(finished_at=None)
        _defer(again)
    return len(again)


@app.task(
    name=_READ,
    queue="documents",
    retry=RetryStrategy(wait=PAUSE, retry_exceptions=[OperationalError, InterfaceError]),
)
def read_queued(*, document: int) -> None:
    """Read a waiting document and take what it brings into the catalogue."""
    queued = QueuedDocument.objects.select_related("batch__user").get(pk=document)
    if queued.state == _State.WAITING:
        content, model = bytes(queued.content), _model(queued.batch_id)
        try:
            _take(queued, read_content(queued.name, content, queued.format, model))
        except (OperationalError, InterfaceError):
            raise
        except Exception as error:
            logger.exception("%s could not be imported", queued.name)
            why = f"report this: {type(error).__name__}: {error}; the worker's log has more"
            _take(queued, [rejected(queued.name, why)])
    _conclude(queued.batch)


@app.periodic(cron="* * * * * */5")
@app.task(name="rescue", queue="rescue", priority=1, queueing_lock="rescue", pass_context=True)
async def rescue(context: JobContext, timestamp: int) -> None:
    """Give the documents of dead workers to the living ones."""
    manager = context.app.job_manager
    silence = settings.PROCRASTINATE_WORKER_DEFAULTS["stalled_worker_timeout"]
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=silence):
        if job.task_name == _READ and job.attempts + 1 < DEATHS:
            await manager.retry_job(job)
        else:
            await sync_to_async(_give_up)(job)
            await manager.finish_job(job, Status.FAILED, delete_job=True)


def _stored(batch: ImportBatch, given: Input) -> QueuedDocument:
    """A file as it waits for a worker; one that cannot be read has failed already."""
    from agreements.extraction import LoadError, content_of

    document = QueuedDocument(batch=batch, name=str(given.path), format=given.format or "")
    if given.format is None:
        return _settled(document, Run(batch), entries([given]))
    try:
        document.content = content_of(given.path)
    except LoadError as error:
        return _settled(document, Run(batch), [rejected(document.name, str(error))])
    return document


def _defer(documents: Iterable[int]) -> None:
    """One job for each document, in the transaction that stores it."""
    jobs: list[JSONDict] = [{"document": pk} for pk in documents]
    read_queued.batch_defer(*jobs)


@lru_cache(maxsize=1)
def _model(batch: int) -> "LanguageModel | None":
    """The language model with this worker's budget for one import."""
    return language_model()


def _take(queued: QueuedDocument, found: Iterable[Entry]) -> None:
    """Import what was read, unless another worker did so or the import was undone meanwhile."""
    batch = queued.batch
    # The lock of whoever writes comes before the row's, as in an undo.
    with writing("import", batch.user, batch=batch.pk):
        document = QueuedDocument.objects.select_for_update().defer("content").get(pk=queued.pk)
        if document.state != _State.WAITING:
            return
        document = _settled(document, Run(batch), found)
        if document.state == _State.DONE:
            document.content = b""
        document.save()


def _settled(document: QueuedDocument, run: Run, found: Iterable[Entry]) -> QueuedDocument:
    """The document with what comes of what was found in it."""
    told = list(found)
    results = [run.take(entry) for entry in told]
    if all(result.outcome != Outcome.REJECTED for result in results):
        document.state = _State.DONE
    elif all(entry.read_by and entry.record is None for entry in told):
        document.state = _State.REJECTED
    else:
        document.state = _State.FAILED
    document.results = _RESULTS.dump_python(results, mode="json")
    return document


def _give_up(job: Job) -> None:
    """Set aside a document that brings every worker down."""
    if job.task_name != _READ:
        return
    pk = int(str(job.task_kwargs["document"]))
    queued = QueuedDocument.objects.select_related("batch__user").get(pk=pk)
    why = f"{DEATHS} workers died over it; look into their logs, or give it as plain text"
    _take(queued, [rejected(queued.name, why)])
    _conclude(queued.batch)


def _conclude(batch: ImportBatch) -> None:
    """Write the report of an import once none of its documents waits."""
    if batch.documents.waiting().exists():
        return
    with transaction.atomic():
        # Of two workers that finish at one moment the second finds the report written.
        batch = ImportBatch.objects.select_for_update(no_key=True).get(pk=batch.pk)
        if batch.finished_at is None and not batch.documents.waiting().exists():
            run = Run(batch)
            for result in _results(batch):
                run.report.add(result)
            run.finish()


def _results(batch: ImportBatch) -> Iterator[Result]:
    for results in batch.documents.values_list("results", flat=True).iterator():
        yield from _RESULTS.validate_python(results)
