"""Values of slots in words, as an editor reads them."""

from typing import Any


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


def slot_in_words(slot: str) -> str:
    """A slot's name as a label: "signed_on" reads "Signed on"."""
    return slot.replace("_", " ").capitalize()
