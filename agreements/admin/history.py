"""What happened to one row of the catalogue: field by field, by whom, in which import, and why."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db.models import ForeignKey, Model, QuerySet
from pghistory.models import Events

ACTIONS = {"insert": "added", "update": "changed", "delete": "removed"}
_UNTOLD = {"id", "normalised", "text_hash", "updated_at", "created_at", "sort_date", "year", "role"}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field's value before and after, "" where there is none."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One write to one row."""

    at: datetime
    row: str
    action: str
    fields: tuple[FieldChange, ...]
    user: str
    batch: int | None
    reason: str


def is_tracked(model: type[Model]) -> bool:
    """Whether the database keeps a history of this model."""
    return hasattr(model._meta.concrete_model, "pgh_event_models")


def events_of(row: Model, parts: Iterable[type[Model]] = ()) -> QuerySet[Events]:
    """Events of a row, and of the rows of `parts` that refer to it, newest first."""
    concrete: Any = row._meta.concrete_model
    models: list[Any] = [concrete, *parts]
    event_models = {event for model in models for event in model.pgh_event_models.values()}
    same_row = concrete(pk=row.pk)
    events: QuerySet[Events] = (
        Events.objects.references(same_row)
        .across(*sorted(event_models, key=lambda event: event._meta.label))
        .order_by("-pgh_created_at", "-pgh_id")
    )
    return events


def changes(events: Iterable[Events], of: Model) -> list[Change]:
    """Events of a row in words: related rows and users by name, fetched together."""
    found = list(events)
    names = _names(found)
    own: Any = of._meta.concrete_model
    names[own, of.pk] = ""  # whose page it is need not be said
    return [_change(event, names) for event in found]


def _change(event: Events, names: dict[tuple[type[Model], Any], str]) -> Change:
    model = apps.get_model(event.pgh_obj_model)
    context = event.pgh_context or {}
    return Change(
        at=event.pgh_created_at,
        row=str(model._meta.verbose_name),
        action=ACTIONS.get(event.pgh_label, event.pgh_label),
        fields=tuple(_field_changes(event, model, names)),
        user=names.get((get_user_model(), context.get("user")), ""),
        batch=context.get("batch"),
        reason=str(context.get("why") or ""),
    )


def _field_changes(
    event: Events, model: type[Model], names: dict[tuple[type[Model], Any], str]
) -> Iterator[FieldChange]:
    pairs = _pairs(event)
    for field in model._meta.concrete_fields:
        before, after = pairs.get(str(field.column), (None, None))
        if field.column in _UNTOLD or before == after:
            continue
        related = field.related_model if isinstance(field, ForeignKey) else None
        told = [
            names.get((related, value), f"no. {value}") if related and value else _shown(value)
            for value in (before, after)
        ]
        if any(told):
            yield FieldChange(str(field.verbose_name), *told)


def _pairs(event: Events) -> dict[str, tuple[Any, Any]]:
    """Column to its value before and after: of an added or removed row, every column."""
    if event.pgh_label == "update":
        return {column: (old, new) for column, (old, new) in (event.pgh_diff or {}).items()}
    gone = event.pgh_label == "delete"
    return {c: (v, None) if gone else (None, v) for c, v in (event.pgh_data or {}).items()}


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def _names(events: Iterable[Events]) -> dict[tuple[type[Model], Any], str]:
    """Names of all rows and users that these events mention, one query for each model."""
    wanted: dict[type[Model], set[Any]] = defaultdict(set)
    for event in events:
        if user := (event.pgh_context or {}).get("user"):
            wanted[get_user_model()].add(user)
        model = apps.get_model(event.pgh_obj_model)
        pairs = _pairs(event)
        for field in model._meta.fields:
            if isinstance(field, ForeignKey):
                pair = pairs.get(field.column, ())
                wanted[field.related_model].update(value for value in pair if value)
    return {
        (model, key): str(row)
        for model, keys in wanted.items()
        for key, row in model._base_manager.in_bulk(keys).items()
    }
