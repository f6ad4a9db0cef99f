"""Areas of cooperation in two axes: how organisations cooperate, and what about.

The terms stand in ``fixtures/areas.json``; each names the source it was taken from.
"""

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

AREAS_FILE = Path(__file__).resolve().parents[2] / "fixtures" / "areas.json"


class Axis(StrEnum):
    """The two ways in which an area is classified."""

    ACTIVITY = "activity"
    FIELD = "field"


@dataclass(frozen=True, slots=True)
class Area:
    """One term of the vocabulary. `parent` is the code of the broader term, or ""."""

    code: str
    axis: Axis
    label_en: str
    label_zh: str
    parent: str
    keywords: tuple[str, ...]
    source: str


@cache
def areas() -> dict[str, Area]:
    """Every term by its code, broader terms before narrower ones."""
    rows = json.loads(AREAS_FILE.read_text("utf-8"))["areas"]
    return {
        row["code"]: Area(**{**row, "axis": Axis(row["axis"]), "keywords": tuple(row["keywords"])})
        for row in rows
    }
