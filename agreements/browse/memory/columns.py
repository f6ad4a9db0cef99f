"""Numbers out of the database by the million: rows of integers through a binary COPY."""

from array import array
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

import numpy as np
from django.core.exceptions import EmptyResultSet
from django.db import connection, transaction
from django.db.models import QuerySet
from numpy.typing import NDArray
from pyroaring import BitMap

Numbers = NDArray[Any]

_BEFORE, _AFTER = 19 + 2 + 4, 2
"""Bytes of the binary format before and after the one field of the one row that is copied."""


def rows(query: str, columns: int, parameters: Iterable[Any] | None = None) -> Numbers:
    """The rows of a query whose columns are all int4 and never NULL, in no order.

    The database joins them into one long field, since we take microseconds for every field that
    we read. The format is described at https://www.postgresql.org/docs/current/sql-copy.html.
    """
    connection.ensure_connection()
    raw: Any = connection.connection
    names = [f"c{number}" for number in range(columns)]
    joined = " || ".join(f"int4send({name})" for name in names)
    found = f"SELECT string_agg({joined}, '') FROM ({query}) AS found({', '.join(names)})"  # noqa: S608
    statement = f"COPY ({found}) TO STDOUT (FORMAT BINARY)"
    with raw.cursor() as cursor, cursor.copy(statement, parameters) as copy:
        data = b"".join(copy)
    return np.frombuffer(data[_BEFORE:-_AFTER], ">i4").reshape(-1, columns).astype(np.int32)


def keys_of(queryset: QuerySet[Any]) -> Numbers:
    """The primary keys of a query, in no order."""
    try:
        found, parameters = queryset.order_by().values("pk").query.sql_with_params()
    except EmptyResultSet:
        return np.zeros(0, np.int32)
    return rows(f"SELECT key::int4 FROM ({found}) AS found(key)", 1, parameters)[:, 0]  # noqa: S608


@contextmanager
def room_to_work() -> Iterator[None]:
    """Within, the database may take more memory than it does by default for a small question."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL work_mem = '64MB'")
        yield


def bitmap(keys: Numbers) -> BitMap:
    """The set of these numbers."""
    return BitMap(array("I", keys.astype(np.uint32).tobytes()))


def sequence(keys: BitMap) -> Numbers:
    """The numbers of a set, ascending."""
    return np.frombuffer(keys.to_array(), np.uint32).astype(np.int64)


def grouped(labels: Numbers, keys: Numbers) -> dict[int, BitMap]:
    """The set of keys of each label."""
    order = np.argsort(labels, kind="stable")
    labels, keys = labels[order], keys[order]
    values, starts = np.unique(labels, return_index=True)
    ends = [*starts.tolist(), len(labels)]
    return {
        int(value): bitmap(keys[first:last])
        for value, (first, last) in zip(values, pairwise(ends), strict=True)
    }
