"""A ZIP file that leaves piece by piece while it is being written."""

from io import RawIOBase
from typing import Any

PIECE = 1 << 16
"""Bytes that are worth sending."""
LEVEL = 1
"""Of compression: a file a fifth larger in a third of the time."""


class Pieces(RawIOBase):
    """A file that is only ever written on, and given away as it grows; `ZipFile` takes it."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self.size = 0

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, piece: Any) -> int:
        """Keep a piece until it is taken."""
        self._pieces.append(bytes(piece))
        self.size += len(piece)
        return len(piece)

    def taken(self) -> bytes:
        """What was written since the last time."""
        pieces, self._pieces, self.size = self._pieces, [], 0
        return b"".join(pieces)
