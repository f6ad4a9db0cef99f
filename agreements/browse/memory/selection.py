"""A set of agreements of the catalogue in memory: how many have each value, and any stretch."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from heapq import heappop, heappush
from typing import Any

import numpy as np
from pyroaring import BitMap

from agreements.browse.memory.catalogue import UNDATED, Catalogue, Sets
from agreements.browse.memory.columns import Numbers
from agreements.browse.tallies import Counted

FEW = 14
"""A selection of less than this part of the catalogue is counted quicker than it is ranked."""


@dataclass(frozen=True)
class Selection:
    """Some of a catalogue's agreements; a `Tally`."""

    catalogue: Catalogue
    keys: BitMap

    def years(self) -> dict[int, int]:
        """By year of signing, or else of the announcement."""
        counted = self._counted(self.catalogue.terms["year"])
        counted.pop(UNDATED, None)
        return counted

    def terms(self, name: str) -> dict[str, int]:
        """By "kind", "lifecycle" or "country", this of any party."""
        return self._counted(self.catalogue.terms[name])

    def areas(self, among: Collection[int] | None = None) -> dict[int, int]:
        """By area that they or their narrower terms name, among some areas if they are given."""
        if among is None:
            return self._areas
        sets = self.catalogue.areas
        return self._counted({key: sets[key] for key in among if key in sets})

    def organisations(self, role: str, among: Iterable[int] | None = None) -> "MemoryRanking":
        """By party of a role, among some organisations if they are given."""
        keys = self.catalogue.organisations.of_role(role)
        if among is not None:
            keys = np.intersect1d(keys, np.array(list(among), np.int64))
        keys = keys[keys < len(self._parties)]
        numbers = self._parties[keys]
        return MemoryRanking(self.catalogue, keys[numbers > 0], numbers[numbers > 0])

    def leading(self, role: str, limit: int) -> list[Counted]:
        """The first parties of a role.

        Of many agreements, parties are asked from the one on that has most of all, until none
        that follows can have as many here as the last one kept: the stop of the threshold
        algorithm (Fagin, Lotem, Naor: Optimal aggregation algorithms for middleware, 2001).
        """
        sets, totals = self.catalogue.terms["party"], self.catalogue.parties.totals
        found: dict[int, int] = {}
        best: list[int] = []
        large = FEW * len(self.keys) > len(self.catalogue.published)
        for key in self.catalogue.most_named[role] if large else ():
            if len(best) == limit and totals[key] < best[0]:
                keys, numbers = np.array(list(found)), np.array(list(found.values()))
                return MemoryRanking(self.catalogue, keys, numbers).first(limit)
            found[key] = self.keys.intersection_cardinality(sets[key])
            heappush(best, found[key])
            if len(best) > limit:
                heappop(best)
        return self.organisations(role).first(limit)

    @cached_property
    def _areas(self) -> dict[int, int]:
        return self._counted(self.catalogue.areas)

    @cached_property
    def _parties(self) -> Numbers:
        return self.catalogue.parties.counts(self.keys)

    def _counted(self, sets: Sets) -> dict[Any, int]:
        return {
            label: number
            for label, keys in sets.items()
            if (number := self.keys.intersection_cardinality(keys))
        }


@dataclass(frozen=True)
class MemoryRanking:
    """Organisations with their numbers of agreements, most first, then by name."""

    catalogue: Catalogue
    keys: Numbers
    numbers: Numbers  # of each

    def __len__(self) -> int:
        return len(self.keys)

    def first(self, limit: int, chosen: Collection[int] = ()) -> list[Counted]:
        """The first ones, and of the others those whose primary keys are chosen."""
        ranks = self.catalogue.organisations.ranks
        order = ranks[self.keys] - (self.numbers << 32)
        taken = np.arange(len(order))
        if limit < len(order):
            first = np.argpartition(order, limit)[:limit]
            taken = np.union1d(first, np.flatnonzero(np.isin(self.keys, list(chosen))))
        taken = taken[np.argsort(order[taken])]
        rows = self.catalogue.organisations.rows
        return [
            Counted(key, row.slug, row.name, row.native, number)
            for key, number in zip(
                self.keys[taken].tolist(), self.numbers[taken].tolist(), strict=True
            )
            for row in [rows[key]]
        ]
