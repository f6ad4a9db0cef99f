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

_HEADER, _TRAILER = 19, 2
"""Bytes of the binary format before the first and after the last row, without extensions."""


def rows(query: str, columns: int, parameters: Iterable[Any] | None = None) -> Numbers:
    """The rows of a query whose columns are all int4 and never NULL, as an array of two axes.

    The format is described at https://www.postgresql.org/docs/current/sql-copy.html.
    """
    connection.ensure_connection()
    raw: Any = connection.connection
    statement = f"COPY ({query}) TO STDOUT (FORMAT BINARY)"
    with raw.cursor() as cursor, cursor.copy(statement, parameters) as copy:
        pieces = list(copy)
    fields = [
        field for n in range(columns) for field in ((f"length{n}", ">i4"), (f"value{n}", ">i4"))
    ]
    row = np.dtype([("count", ">i2"), *fields])
    data = b"".join(pieces)[_HEADER:-_TRAILER]
    table = np.frombuffer(data, row)
    return np.stack([table[f"value{n}"].astype(np.int32) for n in range(columns)], axis=1)


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
