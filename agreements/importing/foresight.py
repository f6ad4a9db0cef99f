"""What the records of a portion will ask, looked up for all of them in few statements.

This only saves statements: whatever is missed here is asked when it is needed.
"""

from collections.abc import Iterable, Iterator, Sequence

from agreements.importing.desk import Desk
from agreements.importing.folding import parties_of, signing_of
from agreements.importing.organisations import Register
from agreements.importing.reading import Reading
from agreements.models import Party
from agreements.names import normalise_person
from agreements.records import OrganisationRecord


def look_ahead(desk: Desk, register: Register, readings: Sequence[Reading]) -> None:
    """Lay on the desk what the records will be compared with."""
    desk.said.look_up(reading.said for reading in readings)
    changed = [reading for reading in readings if not _unchanged(desk, reading)]
    if not changed:
        return
    keys = [reading.key for reading in changed]
    linked = [link.key for reading in changed for link in reading.record.links]
    desk.agreements.look_up((*keys, *linked))
    desk.said_by_key.look_up(linked)
    desk.awaiting.look_up((*keys, *linked))
    sources = [source for reading in changed for source in reading.record.sources]
    desk.sources.look_up(source.url for source in sources if source.url)
    desk.texts.look_up(source.text_hash for source in sources if not source.url)
    said = [row for reading in changed for row in desk.said[reading.said]]
    standing = [desk.agreement_of(row) for row in said]
    standing += [row for key in keys for row in desk.agreements[key]]
    desk.lock_all(standing)
    desk.directory.by_pk.look_up(
        party.organisation_id for row in standing for party in desk.parts[Party][row.pk]
    )
    register.look_up(one for reading in changed for one in _everybody(reading))
    matched = [(reading, _matched(register, reading)) for reading in changed]
    desk.people.look_up(
        (organisation, normalise_person(person.name))
        for reading, organisations in matched
        for person in (*reading.record.signatories, *reading.record.people)
        for organisation in organisations
        if organisation
    )
    _look_for_signings(desk, matched)


def _unchanged(desk: Desk, reading: Reading) -> bool:
    said = desk.said.first(reading.said)
    return said is not None and said.digest == reading.digest


def _everybody(reading: Reading) -> Iterator[OrganisationRecord]:
    """All organisations that a record names, in whatever capacity."""
    record = reading.record
    parties = (*record.institutions, *record.partners)
    named = {party.name for party in parties}
    yield from parties
    yield from (OrganisationRecord(name=party.parent) for party in parties if party.parent)
    for person in (*record.signatories, *record.people):
        if person.on_behalf_of and person.on_behalf_of not in named:
            yield OrganisationRecord(name=person.on_behalf_of)


def _matched(register: Register, reading: Reading) -> list[int | None]:
    parties = (*reading.record.institutions, *reading.record.partners)
    matches = (register.identify(party).match for party in parties)
    return [match.organisation.pk if match else None for match in matches]


def _look_for_signings(desk: Desk, matched: Iterable[tuple[Reading, Sequence[int | None]]]) -> None:
    signings = []
    for reading, organisations in matched:
        known = frozenset(pk for pk in organisations if pk)
        if len(known) == len(set(organisations)) and not desk.agreements[reading.key]:
            signing = signing_of(reading.record, known)
            signings += [signing] if signing else []
    desk.signings.look_up(signings)
    desk.load_agreements(pk for signing in signings for pk in desk.signings[signing])
    desk.lock_all(
        row
        for signing in signings
        for pk in desk.signings[signing]
        for row in desk.by_pk[pk]
        if parties_of(desk, row) == signing.parties
    )
