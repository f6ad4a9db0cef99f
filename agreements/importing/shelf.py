"""Answers to one question, asked of the database for many keys at once and then kept."""

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Shelf(Generic[K, V]):
    """Rows by a key, as many as there are.

    Looking keys up beforehand only saves statements: a key that nobody foresaw is asked for
    when it is needed, so that an answer never depends on what was foreseen.
    """

    def __init__(self, ask: Callable[[list[K]], Iterable[tuple[K, V]]]) -> None:
        self._ask = ask
        self._kept: dict[K, list[V]] = {}

    def look_up(self, keys: Iterable[K]) -> None:
        """Ask for all of these that are not here yet, at once."""
        unknown = [key for key in dict.fromkeys(keys) if key not in self._kept]
        if unknown:
            self._kept.update((key, []) for key in unknown)
            for key, value in self._ask(unknown):
                self._kept[key].append(value)

    def __getitem__(self, key: K) -> list[V]:
        if key not in self._kept:
            self.look_up([key])
        return self._kept[key]

    def first(self, key: K) -> V | None:
        """The first row of a key, if there is any."""
        return next(iter(self[key]), None)

    def put(self, key: K, value: V) -> None:
        """Add a row that is new."""
        self[key].append(value)

    def open(self, key: K) -> None:
        """Say that there can be no row of a key yet, since the key itself is new."""
        self._kept.setdefault(key, [])

    def forget(self, key: K) -> None:
        """Ask again when next needed."""
        self._kept.pop(key, None)
