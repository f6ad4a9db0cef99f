"""Keeping what providers said true to the rows, after rows became others by a merge."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from agreements.importing.cited import Cited
from agreements.models import ImportedRecord

Keys = dict[int, int]
"""Old primary keys to new ones."""


@dataclass(slots=True)
class Renamed:
    """Which rows went into which."""

    organisations: Keys = field(default_factory=dict)
    parties: Keys = field(default_factory=dict)
    people: Keys = field(default_factory=dict)
    participations: Keys = field(default_factory=dict)


def retell(agreements: Iterable[int], renamed: Renamed) -> None:
    """Name the new rows in the states of the records of these agreements.

    Otherwise the next import would take the merge for an editor's change of every party.
    """
    for said in ImportedRecord.objects.filter(agreement__in=agreements):
        state = said.state
        for item in state["parties"].values():
            item["pk"] = renamed.parties.get(item["pk"], item["pk"])
            _follow(item["said"], "organisation_id", renamed.organisations)
        for item in state["people"].values():
            item["pk"] = renamed.participations.get(item["pk"], item["pk"])
            _follow(item["said"], "organisation_id", renamed.organisations)
            _follow(item["said"], "person_id", renamed.people)
        state["citations"] = [_cited(Cited(*cited), renamed) for cited in state["citations"]]
        said.save(update_fields=["state"])


def _follow(said: dict[str, Any], column: str, keys: Keys) -> None:
    said[column] = keys.get(said[column], said[column])


def _cited(cited: Cited, renamed: Renamed) -> list[Any]:
    party, person = cited.party_id, cited.participation_id
    return list(
        cited._replace(
            party_id=renamed.parties.get(party, party) if party else None,
            participation_id=renamed.participations.get(person, person) if person else None,
        )
    )
