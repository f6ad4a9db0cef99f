"""Values of slots in words, as an editor reads them."""

import math
from typing import Any

DOUBTFUL = 0.7
"""A confidence below which a fact is pointed out to the editor."""


def in_words(value: Any) -> str:
    """A JSON value on one line: "role: signatory", without keys of rows; "empty" for nothing."""
    if value in (None, "", [], {}):
        return "empty"
    if isinstance(value, dict):
        told = (f"{key}: {in_words(item)}" for key, item in value.items() if item and key != "pk")
        return ", ".join(told)
    if isinstance(value, list):
        return "; ".join(in_words(item) for item in value)
    return str(value)


def how_sure(confidence: float | None) -> str:
    """A confidence as "92 %", a low one as "48 %, check"; "" where nobody measured it."""
    if confidence is None:
        return ""
    return f"{math.floor(100 * confidence)} %" + (", check" if confidence < DOUBTFUL else "")


def slot_in_words(slot: str) -> str:
    """A slot's name as a label: "signed_on" reads "Signed on"."""
    return slot.replace("_", " ").capitalize()
