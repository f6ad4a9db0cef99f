"""A list that only grows, of which memory holds the beginning and a temporary file the rest."""

import pickle
from collections.abc import Iterator
from itertools import islice
from tempfile import TemporaryFile
from typing import IO, Generic, TypeVar

T = TypeVar("T")
IN_MEMORY = 1000


class Spool(Generic[T]):
    """Things in the order in which they came, as many as the disk holds."""

    def __init__(self) -> None:
        self._first: list[T] = []
        self._rest: IO[bytes] | None = None

    def append(self, one: T) -> None:
        """Add one at the end."""
        if len(self._first) < IN_MEMORY:
            self._first.append(one)
            return
        if self._rest is None:
            self._rest = TemporaryFile()  # noqa: SIM115 - it lives as long as the spool
        pickle.dump(one, self._rest)

    def __iter__(self) -> Iterator[T]:
        yield from self._first
        if self._rest is None:
            return
        end = self._rest.tell()
        place = 0
        while place < end:
            self._rest.seek(place)
            one: T = pickle.load(self._rest)  # noqa: S301 - written by this process
            place = self._rest.tell()
            self._rest.seek(end)
            yield one

    def __getitem__(self, place: int) -> T:
        return next(islice(self, place, None))
