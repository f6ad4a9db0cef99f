"""Taking back one import as a whole, except what somebody has changed since."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.db.models import Exists, Model, OuterRef, Q
from django.utils import timezone

from agreements.importing.traces import Trace, touched_owners, trace
from agreements.importing.writing import writing
from agreements.models import (
    Agreement,
    AgreementArea,
    AgreementLink,
    Alias,
    Citation,
    ImportBatch,
    ImportedRecord,
    LifecycleEvent,
    Organisation,
    Participation,
    Party,
    Person,
    Proposal,
    QueuedDocument,
    Source,
)

_PARTS: tuple[tuple[type[Model], str], ...] = (
    (Party, "party_id"),
    (Participation, "participation_id"),
    (AgreementArea, "agreement_area_id"),
    (LifecycleEvent, "lifecycle_event_id"),
)
"""Parts of an agreement, and the column in which a citation names them."""
_OWNED = (
    (Party, "agreement_id"),
    (Participation, "agreement_id"),
    (AgreementArea, "agreement_id"),
    (LifecycleEvent, "agreement_id"),
    (Citation, "agreement_id"),
    (AgreementLink, "from_agreement_id"),
    (AgreementLink, "to_agreement_id"),
    (ImportedRecord, "agreement_id"),
)


_SHARED: tuple[type[Model], ...] = (Person, Source, Alias, Organisation)
"""What agreements share, those that refer to others first."""
_TRACED = {Agreement, *_SHARED, *(model for model, _ in _OWNED)}


@dataclass(slots=True)
class Undone:
    """What an undo did, and what it left because somebody changed it since."""

    agreements: int = 0
    removed: int = 0
    restored: int = 0
    left: list[str] = field(default_factory=list)

    @property
    def summary(self) -> str:
        """One line."""
        return (
            f"agreements removed {self.agreements}, other rows removed {self.removed},"
            f" restored {self.restored}, left {len(self.left)}"
        )


def undo(batch: ImportBatch, by: AbstractBaseUser | None = None) -> Undone:
    """Remove what a batch created and restore what it changed, newest first.

    An agreement that anybody edited, reviewed or added to since stays whole. Documents that
    wait for a worker are withdrawn. Raises ValueError for a batch that was undone before.
    """
    with writing("undo of an import", by, undone=batch.pk):
        batch = ImportBatch.objects.select_for_update().get(pk=batch.pk)
        if batch.undone_at:
            raise ValueError(f"{batch} was undone on {batch.undone_at:%Y-%m-%d}")
        batch.documents.waiting().update(state=QueuedDocument.State.WITHDRAWN)
        done = _Undo(batch.pk).run()
        batch.undone_at = timezone.now()
        batch.save(update_fields=["undone_at"])
    return done


class _Undo:
    """The undo of one batch, step by step.

    The history is read before anything is undone, since that is written to it as well.
    """

    def __init__(self, batch: int) -> None:
        self.batch = batch
        self.done = Undone()
        self.traces = {model: trace(model, batch) for model in _TRACED}
        self.agreements = self.traces[Agreement]
        kept = self.agreements.touched | self._touched_agreements()
        self.kept = self.agreements.made & kept
        made = self.traces[Organisation].made
        self.named = touched_owners(Alias, "organisation_id", made, batch)

    def run(self) -> Undone:
        """Take everything back."""
        Proposal.objects.filter(batch=self.batch, status=Proposal.Status.OPEN).delete()
        self._remove_agreements()
        changed = self._undo_parts()
        self._restore(self.agreements)
        for model in _SHARED:
            self._undo_shared(self.traces[model])
        Agreement.objects.filter(pk__in=changed | set(self.agreements.changed)).refresh_search()
        return self.done

    def _touched_agreements(self) -> set[int]:
        made = self.agreements.made
        return set().union(*(touched_owners(m, column, made, self.batch) for m, column in _OWNED))

    def _remove_agreements(self) -> None:
        gone = Agreement.objects.filter(pk__in=self.agreements.made - self.kept)
        _, removed = gone.delete()
        self.done.agreements = removed.get("agreements.Agreement", 0)
        for row in Agreement.objects.filter(pk__in=self.kept):
            self._leave(row, "agreement")

    def _undo_parts(self) -> set[int]:
        """Undo what the batch did to agreements that were there before; returns their keys."""
        citations = self.traces[Citation]
        links = self.traces[AgreementLink]
        changed = self._remove(citations, "agreement_id")
        changed |= self._remove(links, "from_agreement_id")
        for model, column in _PARTS:
            cited = Citation.objects.filter(**{column: OuterRef("pk")})
            part = self.traces[model]
            changed |= self._remove(part, "agreement_id", Q(Exists(cited)))
            self._restore(part)
        records = self.traces[ImportedRecord]
        self._remove(records, "agreement_id")
        for again in (links, citations, records):
            self._restore(again)
        return changed

    def _remove(self, rows: Trace, owner: str, unless: Q | None = None) -> set[int]:
        """Remove what the batch made, but not of agreements that stay; returns the owners."""
        found: Any = rows.model._default_manager.filter(pk__in=rows.undoable)
        found = found.exclude(**{f"{owner}__in": self.kept})
        if unless is not None:
            self._leave_all(found.filter(unless))
            found = found.exclude(unless)
        owners = set(found.values_list(owner, flat=True))
        self.done.removed += found.delete()[0]
        return owners

    def _restore(self, rows: Trace) -> None:
        """Set back what the batch changed, and put back what it removed, under its old key."""
        for pk, columns in rows.before():
            if "text_hash" in columns and not columns["text_hash"]:
                columns["text"] = ""  # whose history is not kept, being told by its hash
            try:
                with transaction.atomic():
                    if not rows.model._default_manager.filter(pk=pk).update(**columns):
                        rows.model._default_manager.create(**columns)
                self.done.restored += 1
            except IntegrityError:  # its place was taken, or what it belonged to is gone
                self.done.left.append(f"{rows.model._meta.verbose_name} {pk}: no longer fits")
        touched = rows.touched & set(rows.changed)
        self._leave_all(rows.model._default_manager.filter(pk__in=touched))

    def _undo_shared(self, rows: Trace) -> None:
        """Undo what agreements share; what others use by now stays, and needs no mention."""
        made: Any = rows.model._default_manager.filter(pk__in=rows.made)
        idle = made.filter(pk__in=rows.undoable).exclude(_in_use(rows.model))
        gone = set(idle.values_list("pk", flat=True))
        if rows.model is Organisation:
            gone = self._without_heirs(gone)
        self._leave_all(made.filter(pk__in=rows.touched))
        made.filter(pk__in=gone).delete()
        self.done.removed += len(gone)
        self._restore(rows)

    def _without_heirs(self, idle: set[int]) -> set[int]:
        """Drop organisations to which others belong that stay, or that got names since."""
        idle = idle - self.named
        while True:
            outside = Organisation.objects.filter(parent__in=idle).exclude(pk__in=idle)
            parents = set(outside.values_list("parent_id", flat=True))
            if not parents:
                return idle
            idle -= parents

    def _leave_all(self, rows: Iterable[Model]) -> None:
        for row in rows:
            self._leave(row, str(row._meta.verbose_name))

    def _leave(self, row: Model, kind: str) -> None:
        self.done.left.append(f"{kind} {row}: changed since")


def _in_use(model: type[Model]) -> Q:
    """Rows that others refer to and that must therefore stay."""
    uses: dict[Any, tuple[tuple[Any, str], ...]] = {
        Person: ((Participation, "person"),),
        Source: ((Citation, "source"),),
        Alias: (),
        Organisation: (
            (Party, "organisation"),
            (Participation, "organisation"),
            (Person, "organisation"),
            (Organisation, "merged_into"),
        ),
    }
    condition = Q(pk__in=[])
    for user, column in uses[model]:
        condition |= Q(Exists(user.objects.filter(**{column: OuterRef("pk")})))
    return condition
