"""New rows into their tables by COPY, with primary keys that were reserved for them."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from operator import attrgetter
from typing import Any

from django.contrib.postgres.search import SearchVectorField
from django.db import connection
from django.db.models import Field, JSONField, Max, Model
from psycopg import sql
from psycopg.types.json import Jsonb

from agreements.models import Agreement
from agreements.models.search import insert_findable

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
                    "SELECT nextval(name) FROM (SELECT pg_get_serial_sequence(%s, 'id')::regclass"
                    " OFFSET 0) AS sequence (name), generate_series(1, %s)",
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


def prepare() -> None:
    """Begin a transaction with many rows: who and why, and no compiling of short queries.

    The history's context travels with statements of Django, which COPY is not, and then lasts
    as long as the transaction.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL jit = off")


def copy_rows(model: type[Model], rows: Iterable[Any]) -> None:
    """Write new rows as `bulk_create` does, but faster; triggers and constraints see them."""
    fields = [field for field in model._meta.concrete_fields if _is_written(field)]
    copy_values(model, [str(field.column) for field in fields], _values(fields, rows))


def insert_agreements(rows: Iterable[Any]) -> None:
    """Write new agreements after all that belongs to them, as foreign keys are checked at the end.

    So readers find them at once, and no row is written twice.
    """
    fields = [field for field in Agreement._meta.concrete_fields if _is_written(field)]
    insert_findable([str(field.column) for field in fields], list(_values(fields, rows)))


def _values(fields: "Sequence[Field[Any, Any]]", rows: Iterable[Any]) -> Iterator[list[Any]]:
    """What stands in these fields, in the form in which it is written."""
    computed = [field for field in fields if type(field).pre_save is not Field.pre_save]
    values = attrgetter(*(field.attname for field in fields))
    documents = [place for place, field in enumerate(fields) if isinstance(field, JSONField)]
    for row in rows:
        for field in computed:
            setattr(row, field.attname, field.pre_save(row, True))
        value = list(values(row))
        for place in documents:
            value[place] = Jsonb(value[place])
        yield value


def copy_values(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write these columns of new rows, which get their keys from the database."""
    with _copy(model, columns) as copy:
        for row in rows:
            copy.write_row(row)


@contextmanager
def _copy(model: type[Model], columns: Sequence[str]) -> Iterator[Any]:
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(model._meta.db_table),
        sql.SQL(", ").join([sql.Identifier(column) for column in columns]),
    )
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        yield copy


def _is_written(field: "Field[Any, Any]") -> bool:
    return not field.generated and not isinstance(field, SearchVectorField)
