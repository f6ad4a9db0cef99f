"""Charts as SVG: where each bar stands. Lengths are shares of the drawing's width or pixels."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from agreements.browse.charts import Bar
from agreements.models.addresses import address

HEIGHT, FOOT, HEAD = 150, 24, 22
"""Of the columns by year, in pixels: greatest height, room below and above."""

DIGIT, TELEPHONE, DESK = 8, 328, 700
"""In pixels: a digit above a column, and the least width that a chart has on either."""

ROW, LABEL = 46, 20
"""Of the ranked rows, in pixels: height, and where the line of the label stands."""

LETTERS = 40
"""Of a label's letters, how many fit a telephone; the rest stands in the table and the title."""

WRITTEN_OUT = 10_000
"""From here on a column has room for thousands alone; the table has the whole number."""

FEW_YEARS, WIDE_COLUMN = 6, 64
"""So few columns keep a width in pixels instead of filling the page."""

MOST_YEARS = 13
"""More columns than this have no room for all their labels on a telephone."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A bar with its place, and the address of what it counts."""

    label: str
    value: int
    address: str
    short: str
    length: str
    place: str = ""
    top: str = ""
    number: str = ""


def year_chart(bars: Sequence[Bar], caption: str, name: str, total: int) -> dict[str, Any]:
    """Columns, one a year, of `total` agreements, some of which may have none.

    All stand side by side at any width. Where there are many, only every second or third year is
    written below, the last always, and numbers stand above the columns only where they have room.
    """
    most, path = max((bar.value for bar in bars), default=1) or 1, address("agreement_list")
    written = DIGIT * len(_above_column(most)) * len(bars)
    step = 100 / max(len(bars), 1)
    every = len(bars) // MOST_YEARS + 1
    columns = [
        Mark(
            label=bar.label,
            value=bar.value,
            address=f"{path}?{bar.query}" if bar.query else "",
            short=bar.label if (len(bars) - 1 - place) % every == 0 else "",
            place=_percent(step * place),
            length=f"{HEIGHT * bar.value / most:.1f}",
            number=_above_column(bar.value),
            top=f"{HEAD + HEIGHT * (1 - bar.value / most):.1f}",
        )
        for place, bar in enumerate(bars)
    ]
    return {
        "columns": columns,
        "caption": caption,
        "undated": total - sum(bar.value for bar in bars),
        "name": name,
        "width": str(WIDE_COLUMN * len(bars)) if len(bars) <= FEW_YEARS else "100%",
        "crowded": "always" if written > DESK else "telephone" if written > TELEPHONE else "",
        "height": HEAD + HEIGHT + FOOT,
        "base": HEAD + HEIGHT,
        "step": _percent(step),
    }


def rank_chart(
    bars: Sequence[Bar], caption: str, name: str, heading: str = "Name"
) -> dict[str, Any]:
    """Rows, the greatest first, each with its label above it."""
    most, path = max((bar.value for bar in bars), default=1) or 1, address("agreement_list")
    rows = [
        Mark(
            label=bar.label,
            value=bar.value,
            address=f"{path}?{bar.query}" if bar.query else "",
            short=shortened(bar.label),
            length=_percent(100 * bar.value / most),
        )
        for bar in bars
    ]
    return {
        "rows": rows,
        "caption": caption,
        "name": name,
        "row_height": ROW,
        "label_line": LABEL,
        "bar_line": LABEL + 7,
        "heading": heading,
    }


def shortened(label: str, letters: int = LETTERS) -> str:
    """The label cut to a width of so many Latin letters; Chinese characters are twice as wide."""
    width = 0
    for place, letter in enumerate(label):
        width += 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        if width > letters:
            return label[:place].rstrip() + "…"
    return label


def _above_column(value: int) -> str:
    return str(value) if value < WRITTEN_OUT else f"{round(value / 1000):,}k"


def _percent(share: float) -> str:
    return f"{share:.3f}%"
