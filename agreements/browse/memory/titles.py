"""The order of agreements by title."""

from functools import cached_property

import numpy as np
from django.db import connection
from pyroaring import BitMap

from agreements.browse.memory.columns import Numbers, room_to_work, rows, sequence

_PUBLISHED = "SELECT id::int4 FROM agreements_agreement WHERE editorial_status = 'published'"
_IN_ORDER = "ORDER BY lower(title), id"
_AFTER = """
SELECT (lower(mine.title), mine.id) > (lower(other.title), other.id)
FROM unnest(%s::bigint[], %s::bigint[]) WITH ORDINALITY AS pair(mine, other, place)
JOIN agreements_agreement AS mine ON mine.id = pair.mine
JOIN agreements_agreement AS other ON other.id = pair.other
ORDER BY pair.place
"""


class Titles:
    """Read when somebody first asks, since it takes seconds to put a million titles in order."""

    @cached_property
    def order(self) -> Numbers:
        """Primary keys by title."""
        with room_to_work():
            return rows(f"{_PUBLISHED} {_IN_ORDER}", 1)[:, 0]

    @cached_property
    def ranks(self) -> Numbers:
        """By primary key, the place in the order of titles."""
        ranks = np.zeros(int(self.order.max(initial=0)) + 1, np.int64)
        ranks[self.order] = np.arange(len(self.order))
        return ranks

    def patched(self, keys: BitMap) -> "Titles":
        """The order after these agreements changed: each finds its place among the others."""
        new = Titles()
        if "order" in self.__dict__:
            others = self.order[~np.isin(self.order, sequence(keys))]
            moved = rows(f"{_PUBLISHED} AND id = ANY(%s) {_IN_ORDER}", 1, [list(keys)])[:, 0]
            places = _places(moved, others)
            if places is not None:
                new.order = np.insert(others, places, moved)
        return new


def _places(moved: Numbers, others: Numbers) -> Numbers | None:
    """Where each is to stand among the others; all halve their stretch of them at once.

    None if one of the others is gone meanwhile.
    """
    first, last = np.zeros(len(moved), np.int64), np.full(len(moved), len(others))
    while (open_ := np.flatnonzero(first < last)).size:
        middle = (first[open_] + last[open_]) // 2
        with connection.cursor() as cursor:
            cursor.execute(_AFTER, [moved[open_].tolist(), others[middle].tolist()])
            after = np.array([row[0] for row in cursor.fetchall()], bool)
        if len(after) < len(open_):
            return None
        first[open_] = np.where(after, middle + 1, first[open_])
        last[open_] = np.where(after, last[open_], middle)
    return first
