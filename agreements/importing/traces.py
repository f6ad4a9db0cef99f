"""What an import left in the history: which rows it made, changed and removed, and who came after.

The history is written by the database itself, so that nothing an import did can be missing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, Min, Model, OuterRef, Q
from pghistory.models import Context

_CHUNK = 5000


@dataclass(frozen=True, slots=True)
class Trace:
    """The rows of one model, by primary key, that a batch made, or only changed or removed.

    `changed` gives the first event of the batch for each; `touched` are those of both kinds
    that somebody else has changed since that event.
    """

    model: type[Model]
    made: set[int]
    changed: dict[int, int]
    touched: set[int]

    @property
    def undoable(self) -> set[int]:
        """Rows that the batch made and nobody touched since."""
        return self.made - self.touched

    def before(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """Every row that was changed and not touched since, with its columns as they were."""
        for pk, first in self.changed.items():
            if pk in self.touched:
                continue
            earlier = events(self.model).filter(pgh_obj_id=pk, pgh_id__lt=first)
            if event := earlier.order_by("-pgh_id").first():
                yield pk, {name: getattr(event, name) for name in _columns(self.model, event)}


def events(model: type[Model]) -> Any:
    """The history of a model's rows."""
    event_model = model.pgh_event_models["insert"]  # type: ignore[attr-defined]
    return event_model.objects.all()


def by_batch(batch: int) -> Exists:
    """Whether an event is of an import."""
    return Exists(Context.objects.filter(pk=OuterRef("pgh_context_id"), metadata__batch=batch))


def trace(model: type[Model], batch: int) -> Trace:
    """What the batch left of one model."""
    mine = events(model).filter(by_batch(batch))
    firsts = mine.values("pgh_obj_id").annotate(
        first=Min("pgh_id"), made=Min("pgh_id", filter=Q(pgh_label="insert"))
    )
    made, changed = set(), {}
    for row in firsts.iterator(_CHUNK):
        # A row that was removed and made again under its old key was there before.
        if row["made"] == row["first"]:
            made.add(row["pgh_obj_id"])
        else:
            changed[row["pgh_obj_id"]] = row["first"]
    started = mine.filter(pgh_obj_id=OuterRef("pgh_obj_id"), pgh_id__lt=OuterRef("pgh_id"))
    foreign = events(model).filter(Exists(started), ~by_batch(batch))
    return Trace(model, made, changed, set(foreign.values_list("pgh_obj_id", flat=True)))


def touched_owners(model: type[Model], column: str, owners: Iterable[int], batch: int) -> set[int]:
    """Those of `owners` whose parts (rows that name them in `column`) others have changed."""
    foreign = events(model).filter(~by_batch(batch), **{f"{column}__in": owners})
    return set(foreign.values_list(column, flat=True))


def _columns(model: type[Model], event: Model) -> list[str]:
    kept = {field.attname for field in event._meta.concrete_fields}
    return [
        field.attname
        for field in model._meta.concrete_fields
        if field.attname in kept and not field.generated
    ]
