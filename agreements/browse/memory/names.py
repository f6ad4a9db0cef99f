"""The rows of one kind that agreements name, in the order of their list."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

import numpy as np
from pyroaring import BitMap

from agreements.browse.memory.columns import Numbers
from agreements.browse.memory.pairs import Pairs
from agreements.browse.memory.sorted_rows import SortedRows

_SORTED_BY = {
    "organisation": ("{}.normalised",),
    "person": ("{}.normalised",),
    "source": ("-{}.published_on", "{}.title"),
}


@dataclass(frozen=True)
class Names:
    """Organisations, people or sources: which published agreements name them, and their order."""

    pairs: Pairs
    rows: SortedRows

    @classmethod
    def of(cls, kind: str, pairs: Numbers) -> Self:
        """From rows of an agreement and what it names."""
        return cls(Pairs.of(pairs), SortedRows(f"agreements_{kind}", _SORTED_BY[kind]))

    @cached_property
    def shown(self) -> Numbers:
        """The primary keys of those that any agreement names, in their order."""
        return self._named(self.rows.order)

    def shown_of(self, keys: Numbers) -> Numbers:
        """Those of `shown` that are among these primary keys."""
        return self.shown[np.isin(self.shown, keys)]

    def found(self, keys: Numbers) -> Numbers:
        """Of these primary keys, those that any agreement names, in their order."""
        known = keys[keys < len(self.rows.ranks)]
        return self._named(known[np.argsort(self.rows.ranks[known])])

    def count(self, key: int) -> int:
        """How many agreements name a row."""
        return int(self.pairs.totals[key]) if self.pairs.has(key) else 0

    def replaced(self, agreements: BitMap, pairs: Numbers) -> Self:
        """The same where these agreements name something else."""
        return replace(self, pairs=self.pairs.replaced(agreements, pairs))

    def resorted(self, keys: BitMap) -> Self:
        """The same after these rows came, changed or went."""
        return replace(self, rows=self.rows.patched(keys)) if keys else self

    def _named(self, keys: Numbers) -> Numbers:
        totals = self.pairs.totals
        keys = keys[keys < len(totals)]
        named: Numbers = keys[totals[keys] > 0]
        return named
