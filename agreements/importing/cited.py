"""A citation as what tells it from every other one of its agreement."""

from typing import NamedTuple


class Cited(NamedTuple):
    """The columns of a citation but for the agreement's."""

    source_id: int
    slot: str
    value: str = ""
    start: int | None = None
    end: int | None = None
    party_id: int | None = None
    participation_id: int | None = None
    agreement_area_id: int | None = None
    lifecycle_event_id: int | None = None


Citations = dict[Cited, float | None]
"""Citations, each with its confidence where one is known."""
