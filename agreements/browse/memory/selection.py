"""A set of agreements of the catalogue in memory: how many have each value, and any stretch."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from pyroaring import BitMap

from agreements.browse.memory.catalogue import UNDATED, Catalogue, Sets
from agreements.browse.memory.columns import Numbers
from agreements.browse.tallies import Counted


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
        return MemoryRanking(self.catalogue, keys[self._parties[keys] > 0], self._parties)

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
    numbers: Numbers  # by primary key

    def __len__(self) -> int:
        return len(self.keys)

    def first(self, limit: int, chosen: Collection[int] = ()) -> list[Counted]:
        """The first ones, and of the others those whose primary keys are chosen."""
        ranks = self.catalogue.organisations.ranks
        keys = self.keys
        order = ranks[keys] - (self.numbers[keys] << 32)
        if limit < len(keys):
            taken = np.isin(keys, list(chosen))
            taken[np.argpartition(order, limit)[:limit]] = True
            keys, order = keys[taken], order[taken]
        rows = self.catalogue.organisations.rows
        return [
            Counted(key, row.slug, row.name, row.native, int(self.numbers[key]))
            for key in keys[np.argsort(order)].tolist()
            for row in [rows[key]]
        ]
