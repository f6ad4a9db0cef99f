"""Which agreement names what, as two long columns of numbers that are counted at once."""

from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from pyroaring import BitMap

from agreements.browse.memory.columns import Numbers, bitmap, sequence


@dataclass(frozen=True)
class Pairs:
    """Pairs of an agreement and what it names, each once, sorted by agreement."""

    agreements: Numbers
    named: Numbers

    @classmethod
    def of(cls, pairs: Numbers) -> Self:
        """From rows of an agreement and what it names, in any order and perhaps repeated."""
        return cls._of_joined(np.unique(_joined(pairs[:, 0], pairs[:, 1])))

    def replaced(self, agreements: BitMap, pairs: Numbers) -> Self:
        """The same with other pairs of these agreements."""
        kept = ~np.isin(self.agreements, sequence(agreements))
        others = _joined(self.agreements[kept], self.named[kept])
        now = np.unique(_joined(pairs[:, 0], pairs[:, 1]))
        return self._of_joined(np.insert(others, np.searchsorted(others, now), now))

    def has(self, named: int) -> bool:
        """Whether any agreement names it."""
        return named < len(self.totals) and bool(self.totals[named])

    def counts(self, agreements: BitMap) -> Numbers:
        """How many of these agreements name each row, as an array by primary key."""
        if 2 * len(agreements) <= len(self._all):
            return self._counted(sequence(agreements & self._all))
        others = self._counted(sequence(self._all - agreements))
        return self.totals - others

    @cached_property
    def totals(self) -> Numbers:
        """How many agreements name each row, as an array by primary key."""
        return np.bincount(self.named)

    @cached_property
    def _all(self) -> BitMap:
        return bitmap(self.agreements)

    @cached_property
    def _starts(self) -> Numbers:
        """By agreement, the place of its first pair; by the next number, that after its last."""
        return np.concatenate([[0], np.cumsum(np.bincount(self.agreements, minlength=1))])

    def _counted(self, keys: Numbers) -> Numbers:
        first = self._starts[keys]
        number = self._starts[keys + 1] - first
        before = np.cumsum(number) - number
        places = np.repeat(first - before, number) + np.arange(number.sum())
        return np.bincount(self.named[places], minlength=len(self.totals))

    @classmethod
    def _of_joined(cls, long: Numbers) -> Self:
        return cls((long >> 32).astype(np.int32), (long & 0xFFFFFFFF).astype(np.int32))


def _joined(agreements: Numbers, named: Numbers) -> Numbers:
    """Each pair as one number, which sorts as pairs do."""
    joined: Numbers = agreements.astype(np.int64) << 32 | named
    return joined
