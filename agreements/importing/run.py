"""One run of the import: every record in a transaction of its own, everything told in a report."""

import logging
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from django.contrib.auth.models import AbstractBaseUser
from django.db import DatabaseError, InterfaceError, OperationalError, transaction
from django.utils import timezone

from agreements.importing.apply import Applied, apply_plan, published
from agreements.importing.areas import add_missing_areas
from agreements.importing.entries import entries, inputs
from agreements.importing.entry import Entry
from agreements.importing.organisations import Register
from agreements.importing.outcome import Outcome, Report, Result
from agreements.importing.plan import last_said, make_plan, origin_of
from agreements.importing.refusal import RefusedRecordError
from agreements.importing.writing import writing
from agreements.models import CooperationArea, ImportBatch
from agreements.readers import Problem
from agreements.records import AgreementRecord

logger = logging.getLogger(__name__)

ATTEMPTS = 3
"""How often a record is tried where an editor's change at the same moment stands in its way."""
_KEPT = 1000
"""How many records and problems the batch itself keeps; a report has them all."""


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
    what a run would do. Raises OperationalError where the database goes away; what was done
    until then stays, and another run completes it.
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
        for entry in entries(given, options.workers):
            tell(run.take(entry))
        report = run.finish()
        if options.dry_run:
            report.dry_run, report.batch = True, None
            transaction.set_rollback(True)
    return report


class Run:
    """Takes entry after entry into the catalogue."""

    def __init__(self, batch: ImportBatch, *, alone: bool = True) -> None:
        self.batch = batch
        self.report = Report(batch=batch.pk)
        self._alone = alone
        self._areas = dict(CooperationArea.objects.values_list("code", "pk"))
        self._register = Register()
        self._seen: dict[bytes, bytes] = {}

    def take(self, entry: Entry) -> Result:
        """Import one entry; whatever is wrong with it is in the result."""
        if entry.record is None:
            result = _refused(entry, entry.problems)
        else:
            result = self._guarded(entry, entry.record)
        self.report.add(result)
        return result

    def finish(self) -> Report:
        """Note in the batch what came of it."""
        told = self.report.as_json()
        for part in ("records", "problems"):
            told[part] = told[part][:_KEPT]
        self.batch.report, self.batch.finished_at = told, timezone.now()
        self.batch.save()
        return self.report

    def _guarded(self, entry: Entry, record: AgreementRecord) -> Result:
        """One bad record never stops the run."""
        try:
            self._require_new(record)
            return self._import(entry, record)
        except RefusedRecordError as refusal:
            return _rejected(entry, refusal.field, refusal.value, refusal.mend)
        except (OperationalError, InterfaceError):
            raise
        except DatabaseError as error:
            return _rejected(entry, None, "", f"the catalogue's rules forbid it: {_rule(error)}")
        except Exception as error:
            logger.exception("%s, row %s could not be imported", entry.file, entry.row)
            mend = f"report this: {type(error).__name__}: {error}; the log has more"
            return _rejected(entry, None, "", mend)

    def _import(self, entry: Entry, record: AgreementRecord) -> Result:
        for _ in range(ATTEMPTS - 1):
            try:
                return self._once(entry, record)
            except DatabaseError as error:
                if not _passing(error):
                    raise
        return self._once(entry, record)

    def _once(self, entry: Entry, record: AgreementRecord) -> Result:
        with writing("import", self.batch.user, alone=self._alone, batch=self.batch.pk):
            said = last_said(record)
            if said and said.digest == record.digest() and said.read_by == entry.read_by:
                done = Applied(said.agreement, Outcome.UNCHANGED)
            else:
                identify = self._register.identify
                plan = make_plan(record, said, entry.siblings, self._areas, identify)
                done = apply_plan(plan, entry, self.batch, self._areas, self._register)
            if self.batch.publish:
                done = published(done, self.batch.user)
        slug = done.agreement.slug
        told = (slug, done.changes, done.notes)
        return Result(entry.file, entry.row, done.outcome, *told, set_aside=entry.set_aside)

    def _require_new(self, record: AgreementRecord) -> None:
        """Refuse a second, different record of one key: each run would undo what the last did."""
        name = f"{origin_of(record)} {record.stable_key()}".encode()
        digest = record.digest().encode()[:16]
        first = self._seen.setdefault(blake2b(name, digest_size=12).digest(), digest)
        if first != digest:
            mend = (
                "give each of the two agreements a key of its own; an earlier record has this one"
            )
            raise RefusedRecordError("key", record.stable_key(), mend)


def _rejected(entry: Entry, field: str | None, value: str, mend: str) -> Result:
    return _refused(entry, (Problem(entry.file, entry.row, field, value, mend),))


def _refused(entry: Entry, problems: tuple[Problem, ...]) -> Result:
    outcome, aside = Outcome.REJECTED, entry.set_aside
    return Result(entry.file, entry.row, outcome, problems=problems, set_aside=aside)


def _passing(error: DatabaseError) -> bool:
    """Whether another transaction of that moment was the cause: SQLSTATE class 40, or unique."""
    state = getattr(error.__cause__, "sqlstate", None) or ""
    return state.startswith("40") or state == "23505"


def _rule(error: DatabaseError) -> str:
    """The constraint that a record breaks, in the database's words."""
    told = getattr(error.__cause__, "diag", None)
    return str(getattr(told, "message_primary", None) or error).splitlines()[0]
