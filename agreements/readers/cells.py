"""How text is laid into the cells of a table: items, their parts, escapes, and formulas.

Items of a cell are separated by ``;`` and parts of an item by ``|``. A backslash before
``;``, ``|``, itself or a blank takes its meaning away; before anything else it is a backslash.
"""

import re
from collections.abc import Iterable, Iterator

BLANK = " \t\r\n\u00a0\u3000"
"""What is trimmed around cells and parts; the record format trims no less than this."""

_ESCAPED = re.compile(rf"\\([;|\\{BLANK}])")
_SPACE = "".join(char for char in map(chr, range(0x3001)) if char.isspace())
FORMULA = rf"'*(?:[{_SPACE}]*[=+\-@＝＋－＠]|[\t\r\n])"
"""How a cell begins that a spreadsheet may take for a formula, as a regular expression."""
_FORMULA = re.compile(FORMULA)


def join_items(items: Iterable[Iterable[str]]) -> str:
    """One cell from items, each a series of parts that are escaped already."""
    return "; ".join(" | ".join(parts) for parts in items)


def split_items(cell: str) -> list[list[str]]:
    """The items of a cell, each as its trimmed parts, still escaped; empty items are left out."""
    items = ([trim(part) for part in _split(item, "|")] for item in _split(cell, ";"))
    return [parts for parts in items if any(parts)]


def escape(text: str) -> str:
    """Text as a part of an item, safe from separators and from trimming."""
    text = re.sub(r"([;|\\])", r"\\\1", text)
    if text[-1:] in tuple(BLANK):
        text = f"{text[:-1]}\\{text[-1]}"
    return f"\\{text}" if text[:1] in tuple(BLANK) else text


def unescape(part: str) -> str:
    """The text that `escape` was given."""
    return _ESCAPED.sub(r"\1", part)


def trim(part: str) -> str:
    """Blanks around a part taken away, but for escaped ones."""
    part = part.lstrip(BLANK)
    kept = part.rstrip(BLANK)
    backslashes = len(kept) - len(kept.rstrip("\\"))
    return part[: len(kept) + 1] if backslashes % 2 else kept


def guard(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: ``'`` stands before one that might be.

    The characters are those of OWASP's page on CSV injection, full-width forms included.
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguard(cell: str) -> str:
    """The cell that `guard` was given; one that nobody guarded stays as it is."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _split(text: str, separator: str) -> Iterator[str]:
    start = 0
    for match in re.finditer(rf"\\.|{re.escape(separator)}", text, re.DOTALL):
        if match[0] == separator:
            yield text[start : match.start()]
            start = match.end()
    yield text[start:]
