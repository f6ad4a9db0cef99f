"""Which agreement of the catalogue a record speaks of, if any.

A key decides. Without an equal key two announcements are one signing only where nothing speaks
against it: the same organisations, every one matched exactly, the same kind, and dates that agree.
"""

from collections.abc import Collection
from dataclasses import dataclass

from agreements.dates import PartialDate, Precision
from agreements.importing.desk import Desk
from agreements.importing.reading import Reading
from agreements.importing.refusal import RefusedRecordError
from agreements.importing.signings import NEAR, Signing
from agreements.models import Agreement, ImportedRecord, Party
from agreements.records import AgreementRecord

_DERIVED = "derived:"


@dataclass(frozen=True, slots=True)
class Found:
    """The agreement meant (None: a new one), and those that may be the same.

    `earlier` is what the same provider said of it under a key that it no longer uses.
    """

    agreement: Agreement | None = None
    earlier: ImportedRecord | None = None
    similar: tuple[Agreement, ...] = ()


def find_agreement(desk: Desk, reading: Reading, organisations: Collection[int | None]) -> Found:
    """The agreement that a record not seen before speaks of.

    `organisations` are the matched parties, None for each that is new. Raises
    RefusedRecordError where the record's key belongs to an agreement of other parties.
    """
    if keyed := _by_key(desk, reading, organisations):
        return Found(keyed)
    parties = frozenset(pk for pk in organisations if pk)
    if None in organisations:
        return Found()
    near = [row for row in _of_parties(desk, reading, parties) if _may_be(desk, reading, row)]
    record = reading.record
    certain = [row for row in near if row.kind == record.kind and _same_units(desk, record, row)]
    if len(certain) == 1 and not _keyed_apart(record, certain[0]):
        return Found(certain[0], _earlier(desk, reading, certain[0]))
    return Found(similar=tuple(near))


def signing_of(record: AgreementRecord, parties: frozenset[int]) -> Signing | None:
    """By what an agreement of these parties is looked for; None without a date."""
    date = record.signed_on or record.announced_on
    return Signing.of(parties, date) if date else None


def _by_key(
    desk: Desk, reading: Reading, organisations: Collection[int | None]
) -> Agreement | None:
    found = desk.agreements.first(reading.key)
    if found is None:
        said = desk.said_by_key.first(reading.key)
        found = desk.agreement_of(said) if said else None
    if found and reading.record.key and not parties_of(desk, found).intersection(organisations):
        desk.flush()  # which settles the slug
        mend = f"give it a key of its own; this one is that of another agreement, {found.slug}"
        raise RefusedRecordError("key", reading.key, mend)
    return found


def _of_parties(desk: Desk, reading: Reading, parties: frozenset[int]) -> list[Agreement]:
    """Agreements of exactly these organisations, latest first."""
    signing = signing_of(reading.record, parties)
    if signing is None:
        return []
    # What was made on this desk is in no agreement but those that it has touched.
    standing = desk.signings[signing] if parties.isdisjoint(desk.directory.made) else []
    desk.load_agreements(standing)
    found = {row.pk: row for pk in standing for row in desk.by_pk[pk]}
    found |= {row.pk: row for row in desk.touched.get(parties, {}).values()}
    rows = [row for row in found.values() if parties_of(desk, row) == parties]
    return sorted(rows, key=lambda row: (row.signed_on or row.announced_on, row.pk), reverse=True)


def parties_of(desk: Desk, row: Agreement) -> frozenset[int]:
    """The organisations of an agreement."""
    return frozenset(party.organisation_id for party in desk.parts[Party][row.pk])


def _may_be(desk: Desk, reading: Reading, row: Agreement) -> bool:
    """Whether dates agree, and the same document does not tell the two apart."""
    said_here = [said.key for said in desk.said_of[row.pk] if said.origin == reading.origin]
    siblings = reading.entry.siblings
    superseded = bool(siblings) and not siblings.intersection(said_here)
    return (not said_here or superseded) and _dates_agree(reading.record, row)


def _dates_agree(record: AgreementRecord, row: Agreement) -> bool:
    one, other = record.signed_on or "", row.signed_on
    if one and other:
        return one.startswith(other) or other.startswith(one)
    first, second = one or record.announced_on or "", other or row.announced_on
    return _near(first, second)


def _near(one: str, other: str) -> bool:
    """Whether two days, each known at least to the month, can lie within `NEAR`."""
    if not one or not other:
        return False
    first, second = PartialDate.parse(one), PartialDate.parse(other)
    if Precision.YEAR in (first.precision, second.precision):
        return False
    return first.first_day - second.last_day <= NEAR and second.first_day - first.last_day <= NEAR


def _same_units(desk: Desk, record: AgreementRecord, row: Agreement) -> bool:
    """Whether the units that sign agree, as far as both sides name them."""
    here = {(p.unit or "").casefold() for p in (*record.institutions, *record.partners)} - {""}
    there = {party.unit.casefold() for party in desk.parts[Party][row.pk]} - {""}
    return not here or not there or here == there


def _keyed_apart(record: AgreementRecord, row: Agreement) -> bool:
    """Whether providers gave both a key of their own, and thus meant two."""
    return bool(record.key) and not row.key.startswith(_DERIVED)


def _earlier(desk: Desk, reading: Reading, row: Agreement) -> ImportedRecord | None:
    return next((said for said in desk.said_of[row.pk] if said.origin == reading.origin), None)
