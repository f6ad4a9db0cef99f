"""The history of an agreement's record, as readers may see it: what changed, when, by what kind
of actor; never by whom.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from agreements.browse.events import Event, events
from agreements.models import Agreement, EditorialStatus, Organisation, Person

_FIELDS = {
    "title": "Title",
    "kind": "Kind",
    "summary": "Summary",
    "signed_on": "Signed",
    "effective_from": "Takes effect",
    "expires_on": "Expires",
    "place": "Place",
    "lifecycle": "Stage",
}
_CODES = {"kind", "lifecycle"}
_PARTS = {
    "Party": "Party",
    "Participation": "Person",
    "AgreementArea": "Area",
    "LifecycleEvent": "Step",
}
_FIELDS_OF_PARTS = {"unit", "stated_name", "role", "position", "phrase", "status", "on"}


@dataclass(frozen=True, slots=True)
class Difference:
    """One field, party, person, area or step that changed; "" stands for nothing."""

    what: str
    before: str
    after: str


@dataclass(slots=True)
class Change:
    """What one actor changed in one go."""

    on: dt.datetime
    actor: str
    note: str = ""
    differences: list[Difference] = field(default_factory=list)


def history(agreement: Agreement) -> list[Change]:
    """The changes of a published agreement and its parts, newest first; one to three queries.

    Reads prefetched parties and participations.
    """
    all_events = events(agreement)
    names = _Names(agreement, all_events)
    changes = [_change(list(those), names) for _, those in groupby(all_events, key=_occasion)]
    return [change for change in reversed(changes) if change.note or change.differences]


def _occasion(event: Event) -> tuple[Any, dt.datetime]:
    """Events of one transaction belong together: they have the time at which it began."""
    return event.context_id, event.at


def _change(together: list[Event], names: "_Names") -> Change:
    change = Change(together[-1].at, _actor(together[0].context))
    for event in together:
        if event.model == "Agreement":
            _agreement_changed(change, event)
        else:
            change.differences += names.differences(event)
    if any(_is_entry(event) for event in together):
        change.note = "Entered the catalogue"
        change.differences = []
    change.differences = list(dict.fromkeys(change.differences))
    return change


def _is_entry(event: Event) -> bool:
    return (event.model, event.label) == ("Agreement", "insert")


def _agreement_changed(change: Change, event: Event) -> None:
    changed = event.changed
    if changed.get("editorial_status", ("", ""))[1] == EditorialStatus.PUBLISHED:
        change.note = "Published"
    for name, label in _FIELDS.items():
        if name in changed:
            before, after = (
                in_words(value or "") if name in _CODES else value or "" for value in changed[name]
            )
            change.differences.append(Difference(label, before, after))


def _actor(context: dict[str, Any]) -> str:
    if "batch" in context:
        return "import"
    return "editor" if "user" in context else "maintenance"


def in_words(code: str) -> str:
    """A term of a closed list as readers see it."""
    return code.replace("_", " ").capitalize()


class _Names:
    """Names of the organisations and people in events; of public ones only."""

    def __init__(self, agreement: Agreement, all_events: Iterable[Event]) -> None:
        data = [event.data for event in all_events]
        self.organisations = {
            one.organisation_id: one.organisation for one in agreement.parties.all()
        }
        self.people = {one.person_id: one.person for one in agreement.participations.all()}
        parties = {row["organisation_id"] for row in data if row.get("stated_name") == ""}
        people = {row["person_id"] for row in data if "person_id" in row}
        if gone := parties.difference(self.organisations):
            self.organisations |= Organisation.objects.published().in_bulk(gone)
        if gone := people.difference(self.people):
            self.people |= Person.objects.published().in_bulk(gone)

    def differences(self, event: Event) -> list[Difference]:
        """A part that came, went or changed, in words; none where nothing visible did."""
        what, label = _PARTS[event.model], self.label(event)
        if event.label == "insert":
            return [Difference(what, "", label)]
        if event.label == "delete":
            return [Difference(what, label, "")]
        changed = [values for name, values in event.changed.items() if name in _FIELDS_OF_PARTS]
        return [Difference(what, old or "—", new or "—") for old, new in changed]

    def label(self, event: Event) -> str:
        """What the part is called."""
        data = event.data
        if "phrase" in data:
            return str(data["phrase"])
        if "person_id" in data:
            person = self.people.get(data["person_id"])
            return f"{person or 'somebody'} ({data['role']})"
        if "status" in data:
            return f"{in_words(data['status'])} {data['on']}".strip()
        organisation = self.organisations.get(data["organisation_id"])
        return str(data["stated_name"] or organisation or "an organisation")
