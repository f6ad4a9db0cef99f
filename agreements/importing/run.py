"""One run of the import: portions of records in transactions, everything told in a report."""

import logging
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from django.contrib.auth.models import AbstractBaseUser
from django.db import DatabaseError, InterfaceError, OperationalError, transaction
from django.utils import timezone

from agreements.importing.apply import Applied, apply_plan, published
from agreements.importing.areas import add_missing_areas
from agreements.importing.copying import Keys, prepare
from agreements.importing.desk import Desk
from agreements.importing.entries import entries, inputs, portions
from agreements.importing.entry import Entry
from agreements.importing.foresight import look_ahead
from agreements.importing.organisations import Memory, Register
from agreements.importing.outcome import Outcome, Report, Result
from agreements.importing.plan import make_plan
from agreements.importing.reading import Reading
from agreements.importing.refusal import RefusedRecordError
from agreements.importing.seen import Seen
from agreements.importing.writing import writing
from agreements.models import CooperationArea, ImportBatch
from agreements.readers import Problem

logger = logging.getLogger(__name__)

ATTEMPTS = 3
"""How often a record is tried where an editor's change at the same moment stands in its way."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to import: see the command's help."""

    format: str = "auto"
    publish: bool = False
    dry_run: bool = False
    workers: int = 1
    by: AbstractBaseUser | None = None


def import_paths(
    paths: Sequence[Path],
    options: Options,
    tell: Callable[[Result], None] = lambda _: None,
) -> Report:
    """Import files and folders; `tell` hears of every result as it comes.

    A dry run does everything in one transaction that it takes back, so that it reports exactly
    what a run would do. Raises NothingToReadError before anything is written, and
    OperationalError where the database goes away; what was done until then stays, and another
    run completes it.
    """
    given = inputs(paths, options.format)
    with transaction.atomic() if options.dry_run else nullcontext():
        add_missing_areas(alone=not options.dry_run)
        batch = ImportBatch.objects.create(
            user_id=options.by.pk if options.by else None,
            files=[str(one.path) for one in given],
            publish=options.publish,
        )
        run = Run(batch, alone=not options.dry_run)
        for portion in portions(entries(given, options.workers)):
            for result in run.take_all(portion):
                tell(result)
        report = run.finish()
        if options.dry_run:
            report.dry_run, report.batch = True, None
            transaction.set_rollback(True)
    return report


class Run:
    """Takes portion after portion of entries into the catalogue."""

    def __init__(self, batch: ImportBatch, *, alone: bool = True) -> None:
        self.batch = batch
        self.report = Report(batch=batch.pk)
        self._alone = alone
        self._areas = dict(CooperationArea.objects.values_list("code", "pk"))
        self._keys = Keys()
        self._memory = Memory()
        self._seen = Seen()

    def take(self, entry: Entry) -> Result:
        """Import one entry; whatever is wrong with it is in the result."""
        return self.take_all([entry])[0]

    def take_all(self, entries: Sequence[Entry]) -> list[Result]:
        """Import entries together, with the same results as one after the other."""
        results: dict[int, Result] = {}
        readings: dict[int, Reading] = {}
        for place, entry in enumerate(entries):
            read = self._read(entry)
            if isinstance(read, Reading):
                readings[place] = read
            else:
                results[place] = read
        results |= zip(readings, self._guarded(list(readings.values())), strict=True)
        told = [results[place] for place in range(len(entries))]
        for result in told:
            self.report.add(result)
        return told

    def finish(self) -> Report:
        """Note in the batch what came of it."""
        self.batch.report, self.batch.finished_at = self.report.as_json(), timezone.now()
        self.batch.save()
        return self.report

    def _read(self, entry: Entry) -> Reading | Result:
        if entry.record is None:
            return _refused(entry, entry.problems)
        reading = Reading.of(entry, entry.record)
        try:
            self._seen.require_new(reading)
        except RefusedRecordError as refusal:
            return _rejected(entry, refusal.field, refusal.value, refusal.mend)
        return reading

    def _guarded(self, readings: Sequence[Reading]) -> list[Result]:
        """All together or, where one stands in the way, its half and the other half."""
        if len(readings) < 2:
            return [self._single(reading) for reading in readings]
        try:
            return self._together(readings)
        except (OperationalError, InterfaceError) as error:
            if not _passing(error):
                raise
        except Exception as error:
            logger.info("%s records go in by halves: %s", len(readings), error)
        middle = len(readings) // 2
        return self._guarded(readings[:middle]) + self._guarded(readings[middle:])

    def _single(self, reading: Reading) -> Result:
        """One bad record never stops the run."""
        entry = reading.entry
        try:
            return self._persistently(reading)
        except (OperationalError, InterfaceError):
            raise
        except DatabaseError as error:
            return _rejected(entry, None, "", f"the catalogue's rules forbid it: {_rule(error)}")
        except Exception as error:
            logger.exception("%s, row %s could not be imported", entry.file, entry.row)
            mend = f"report this: {type(error).__name__}: {error}; the log has more"
            return _rejected(entry, None, "", mend)

    def _persistently(self, reading: Reading) -> Result:
        for _ in range(ATTEMPTS - 1):
            try:
                return self._together([reading])[0]
            except DatabaseError as error:
                if not _passing(error):
                    raise
        return self._together([reading])[0]

    def _together(self, readings: Sequence[Reading]) -> list[Result]:
        """Import records in one transaction."""
        with (
            Desk(self._keys) as desk,
            writing("import", self.batch.user, alone=self._alone, batch=self.batch.pk),
        ):
            prepare()
            register = Register(desk, self._memory)
            look_ahead(desk, register, readings)
            done = [self._one(desk, register, reading) for reading in readings]
            register.ask()
            desk.flush()
        register.remember()
        return [
            one if isinstance(one, Result) else _result(reading.entry, one)
            for reading, one in zip(readings, done, strict=True)
        ]

    def _one(self, desk: Desk, register: Register, reading: Reading) -> Applied | Result:
        said = desk.said.first(reading.said)
        if said and (said.digest, said.read_by) == (reading.digest, reading.entry.read_by):
            done = Applied(desk.agreement_of(said), Outcome.UNCHANGED)
        else:
            try:
                plan = make_plan(desk, register, reading, self._areas)
            except RefusedRecordError as refusal:
                return _rejected(reading.entry, refusal.field, refusal.value, refusal.mend)
            done = apply_plan(desk, register, plan, self.batch, self._areas)
        return published(desk, done, self.batch.user) if self.batch.publish else done


def _result(entry: Entry, done: Applied) -> Result:
    notes = tuple(f"may be the same as {row.slug}" for row in done.similar)
    told = (done.agreement.slug, done.changes, notes)
    return Result(entry.file, entry.row, done.outcome, *told, set_aside=entry.set_aside)


def _rejected(entry: Entry, field: str | None, value: str, mend: str) -> Result:
    return _refused(entry, (Problem(entry.file, entry.row, field, value, mend),))


def _refused(entry: Entry, problems: tuple[Problem, ...]) -> Result:
    outcome, aside = Outcome.REJECTED, entry.set_aside
    return Result(entry.file, entry.row, outcome, problems=problems, set_aside=aside)


def _passing(error: Exception) -> bool:
    """Whether another transaction of that moment was the cause: SQLSTATE class 40, or unique."""
    state = getattr(error.__cause__, "sqlstate", None) or ""
    return state.startswith("40") or state == "23505"


def _rule(error: DatabaseError) -> str:
    """The constraint that a record breaks, in the database's words."""
    told = getattr(error.__cause__, "diag", None)
    return str(getattr(told, "message_primary", None) or error).splitlines()[0]
