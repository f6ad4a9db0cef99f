"""Who is party to which agreement, as two long columns of numbers that are counted at once."""

from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from pyroaring import BitMap

from agreements.browse.memory.columns import Numbers, bitmap, sequence


@dataclass(frozen=True)
class Parties:
    """Pairs of an agreement and an organisation, each once, sorted by agreement."""

    agreements: Numbers
    organisations: Numbers

    @classmethod
    def of(cls, pairs: Numbers) -> Self:
        """From rows of an agreement and an organisation, in any order and perhaps repeated."""
        long = np.unique(pairs[:, 0].astype(np.int64) << 32 | pairs[:, 1])
        return cls((long >> 32).astype(np.int32), (long & 0xFFFFFFFF).astype(np.int32))

    def replaced(self, agreements: BitMap, pairs: Numbers) -> Self:
        """The same with other parties of these agreements."""
        kept = ~np.isin(self.agreements, sequence(agreements))
        rows = np.stack([self.agreements[kept], self.organisations[kept]], axis=1)
        return self.of(np.concatenate([rows, pairs]))

    def of_organisations(self, organisations: Numbers) -> BitMap:
        """The agreements of any of these organisations."""
        return bitmap(self.agreements[np.isin(self.organisations, organisations)])

    def has(self, organisation: int) -> bool:
        """Whether the organisation is party to any agreement."""
        return organisation < len(self._totals) and bool(self._totals[organisation])

    def counts(self, agreements: BitMap) -> Numbers:
        """The number of these agreements by organisation, as an array by primary key."""
        if 2 * len(agreements) <= len(self._all):
            return self._counted(sequence(agreements & self._all))
        others = self._counted(sequence(self._all - agreements))
        return self._totals - others

    @cached_property
    def _all(self) -> BitMap:
        return bitmap(self.agreements)

    @cached_property
    def _totals(self) -> Numbers:
        return np.bincount(self.organisations)

    @cached_property
    def _starts(self) -> Numbers:
        """By agreement, the place of its first pair; by the next number, that after its last."""
        return np.concatenate([[0], np.cumsum(np.bincount(self.agreements, minlength=1))])

    def _counted(self, keys: Numbers) -> Numbers:
        first = self._starts[keys]
        number = self._starts[keys + 1] - first
        before = np.cumsum(number) - number
        places = np.repeat(first - before, number) + np.arange(number.sum())
        return np.bincount(self.organisations[places], minlength=len(self._totals))
