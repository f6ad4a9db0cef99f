"""Traditional characters and wide letters in one plain form, so that every rule is written once.

The table pairs the traditional characters of Big5 level 1 with their simplified forms where one
character stands for one (from OpenCC's TSCharacters table, 1.1; Apache License 2.0).
"""

from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("traditional.txt")
_WIDE = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}


def folded(text: str) -> str:
    """The text in simplified characters and narrow letters; every character keeps its place."""
    return text.translate(_table())


@cache
def _table() -> dict[int, int]:
    pairs = _TABLE.read_text("utf-8").replace("\n", "")
    return _WIDE | {ord(a): ord(b) for a, b in zip(pairs[::2], pairs[1::2], strict=True)}
