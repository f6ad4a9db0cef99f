"""New rows into their tables by COPY, with primary keys that were reserved for them."""

from collections import deque
from collections.abc import Sequence
from typing import Any

from django.contrib.postgres.search import SearchVectorField
from django.db import connection
from django.db.models import Field, JSONField, Max, Model
from psycopg import sql
from psycopg.types.json import Jsonb

_LARGEST = 4096


class Keys:
    """Primary keys from the tables' own sequences, taken in growing portions.

    A key that is handed out and never used is a gap, as a transaction that fails leaves one.
    """

    def __init__(self) -> None:
        self._free: dict[type[Model], deque[int]] = {}
        self._portion: dict[type[Model], int] = {}
        self._last: dict[type[Model], int] = {}

    def take(self, model: type[Model]) -> int:
        """A key for a new row."""
        free = self._free.setdefault(model, deque())
        if not free:
            portion = self._portion.get(model, 2)
            self._portion[model] = min(2 * portion, _LARGEST)
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
                    [model._meta.db_table, portion],
                )
                free.extend(key for (key,) in cursor.fetchall())
        key = free.popleft()
        self._last[model] = key
        return key

    def last(self, model: type[Model]) -> int:
        """The newest key handed out or, before the first, the newest in the table."""
        if model not in self._last:
            self._last[model] = model._default_manager.aggregate(last=Max("pk"))["last"] or 0
        return self._last[model]


def copy_rows(model: type[Model], rows: Sequence[Any]) -> None:
    """Write new rows as `bulk_create` does, but faster; triggers and constraints see them."""
    if not rows:
        return
    fields = [field for field in model._meta.concrete_fields if _is_written(field)]
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(model._meta.db_table),
        sql.SQL(", ").join([sql.Identifier(str(field.column)) for field in fields]),
    )
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row([_value(field, row) for field in fields])


def let_history_follow() -> None:
    """Give the database who and why: they travel with statements of Django, which COPY is not."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _is_written(field: "Field[Any, Any]") -> bool:
    return not field.generated and not isinstance(field, SearchVectorField)


def _value(field: "Field[Any, Any]", row: Model) -> Any:
    value = field.pre_save(row, True)
    return Jsonb(value) if isinstance(field, JSONField) else value
