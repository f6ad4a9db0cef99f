"""The rows of a table in an order that only the database knows, such as that of names."""

from functools import cached_property

import numpy as np
from django.db import connection
from pyroaring import BitMap

from agreements.browse.memory.columns import Numbers, room_to_work, rows, sequence

_ROWS = """
SELECT mine.id::int4, row_number() OVER (ORDER BY {order}, mine.id)::int4
FROM {table} AS mine WHERE {condition}
"""
_AFTER = """
SELECT ({mine}, mine.id) > ({other}, other.id)
FROM unnest(%s::bigint[], %s::bigint[]) WITH ORDINALITY AS pair(mine, other, place)
JOIN {table} AS mine ON mine.id = pair.mine
JOIN {table} AS other ON other.id = pair.other
ORDER BY pair.place
"""


class SortedRows:
    """Read when somebody first asks, since it takes seconds to put a million titles in order.

    `keys` are SQL expressions with `{}` for the row, a "-" before those that run down; the
    primary key comes last.
    """

    def __init__(self, table: str, keys: tuple[str, ...], condition: str = "true") -> None:
        self._table, self._keys, self._condition = table, keys, condition
        self._terms = [(key.removeprefix("-"), key.startswith("-")) for key in keys]
        order = ", ".join(key.format("mine") + " DESC" * down for key, down in self._terms)
        self._rows = _ROWS.format(order=order, table=table, condition=condition)

    @cached_property
    def order(self) -> Numbers:
        """Primary keys in their order."""
        with room_to_work():
            return _in_order(rows(self._rows, 2))

    @cached_property
    def ranks(self) -> Numbers:
        """By primary key, the place in the order."""
        ranks = np.zeros(int(self.order.max(initial=0)) + 1, np.int64)
        ranks[self.order] = np.arange(len(self.order))
        return ranks

    def patched(self, keys: BitMap) -> "SortedRows":
        """The order after these rows changed: each finds its place among the others."""
        new = SortedRows(self._table, self._keys, self._condition)
        if "order" in self.__dict__:
            others = self.order[~np.isin(self.order, sequence(keys))]
            moved = _in_order(rows(f"{self._rows} AND mine.id = ANY(%s)", 2, [list(keys)]))
            places = self._places(moved, others)
            if places is not None:
                new.order = np.insert(others, places, moved)
        return new

    def _places(self, moved: Numbers, others: Numbers) -> Numbers | None:
        """Where each is to stand among the others; all halve their stretch of them at once.

        None if one of the others is gone meanwhile.
        """
        first, last = np.zeros(len(moved), np.int64), np.full(len(moved), len(others))
        while (open_ := np.flatnonzero(first < last)).size:
            middle = (first[open_] + last[open_]) // 2
            with connection.cursor() as cursor:
                cursor.execute(self._after, [moved[open_].tolist(), others[middle].tolist()])
                after = np.array([row[0] for row in cursor.fetchall()], bool)
            if len(after) < len(open_):
                return None
            first[open_] = np.where(after, middle + 1, first[open_])
            last[open_] = np.where(after, last[open_], middle)
        return first

    @property
    def _after(self) -> str:
        """Asks whether the first of two rows comes after the second; what runs down swaps sides."""
        left = [key.format("other" if down else "mine") for key, down in self._terms]
        right = [key.format("mine" if down else "other") for key, down in self._terms]
        return _AFTER.format(table=self._table, mine=", ".join(left), other=", ".join(right))


def _in_order(numbered: Numbers) -> Numbers:
    """The first column by the second."""
    order: Numbers = numbered[np.argsort(numbered[:, 1]), 0]
    return order
