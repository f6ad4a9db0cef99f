"""Values of slots in words, as an editor reads them."""

import math
from typing import Any

from agreements.models import Agreement

DOUBTFUL = 0.7
"""A confidence below which a fact is pointed out to the editor."""


def in_words(slot: str, value: Any) -> str:
    """What a proposal says of a slot: "in_force" reads "In force"; "empty" for nothing.

    Of a part it says columns, which are named: "Position: President".
    """
    if isinstance(value, dict):
        columns = ((name, told) for name, told in value.items() if name != "pk")
        return ", ".join(f"{slot_in_words(name)}: {told or 'empty'}" for name, told in columns)
    terms: dict[Any, Any] = dict(getattr(Agreement._meta.get_field(slot), "flatchoices", ()))
    return str(terms.get(value, value) or "empty")


def how_sure(confidence: float | None) -> str:
    """A confidence as "92 %", a low one as "48 %, check"; "" where nobody measured it."""
    if confidence is None:
        return ""
    return f"{math.floor(100 * confidence)} %" + (", check" if confidence < DOUBTFUL else "")


def slot_in_words(slot: str) -> str:
    """A slot's name as a label: "signed_on" reads "Signed on"."""
    return slot.replace("_", " ").capitalize()
