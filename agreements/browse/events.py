"""What happened to an agreement's record and its parts, read in one statement.

The events are those of `agreements.models.history`; each tells what it changed in its row.
"""

import datetime as dt
from typing import Any, NamedTuple

from django.apps import apps
from django.db import connections

from agreements.models import Agreement
from agreements.models.prepared import prepared

_OWNER = {
    "Agreement": "pgh_obj_id",
    "Party": "agreement_id",
    "Participation": "agreement_id",
    "AgreementArea": "agreement_id",
    "LifecycleEvent": "agreement_id",
}
"""Models with events to the column that holds the agreement."""


def _of(model: str, column: str) -> str:
    table = apps.get_model("agreements", f"{model}Event")._meta.db_table
    return f"""
    SELECT '{model}' AS model, pgh_obj_id, pgh_id, pgh_label, pgh_created_at, pgh_context_id,
        row_to_json(event) AS data
    FROM "{table}" AS event WHERE {column} = %(agreement)s
    """  # noqa: S608 - made of constants


_EVENTS = " UNION ALL ".join(_of(model, column) for model, column in _OWNER.items())
_STATEMENT = f"""
SELECT model, pgh_obj_id, pgh_label, pgh_created_at, pgh_context_id, metadata::json, data
FROM ({_EVENTS}) AS events LEFT JOIN pghistory_context AS context ON context.id = pgh_context_id
ORDER BY pgh_created_at, pgh_id
"""  # noqa: S608 - made of constants


class Event(NamedTuple):
    """An insert, update or delete of one row; `context` says who did it."""

    model: str
    label: str
    at: dt.datetime
    context_id: Any
    context: dict[str, Any]
    data: dict[str, Any]
    before: dict[str, Any]

    @property
    def changed(self) -> dict[str, tuple[Any, Any]]:
        """Fields that it changed, with the values before and after."""
        return {
            name: (old, self.data[name])
            for name, old in self.before.items()
            if not name.startswith("pgh_") and old != self.data[name]
        }


def events(agreement: Agreement) -> list[Event]:
    """The events of this agreement and its parts, oldest first."""
    with prepared(connections[agreement._state.db or "default"]) as cursor:
        cursor.execute(_STATEMENT, {"agreement": agreement.pk})
        rows = cursor.fetchall()
    latest: dict[tuple[str, int], dict[str, Any]] = {}
    found = []
    for model, key, label, at, context_id, context, data in rows:
        before = latest.get((model, key), {})
        found.append(Event(model, label, at, context_id, context or {}, data, before))
        latest[model, key] = data
    return found
