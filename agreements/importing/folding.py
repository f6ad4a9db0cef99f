"""Which agreement of the catalogue a record speaks of, if any.

A key decides. Without an equal key two announcements are one signing only where nothing speaks
against it: the same organisations, every one matched exactly, the same kind, and dates that agree.
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from agreements.dates import PartialDate, Precision
from agreements.importing.refusal import RefusedRecordError
from agreements.models import Agreement, ImportedRecord
from agreements.records import AgreementRecord

NEAR = dt.timedelta(days=60)
"""How long after a signing, or after another announcement of it, it may still be announced."""
_DERIVED = "derived:"


@dataclass(frozen=True, slots=True)
class Found:
    """The agreement meant (None: a new one), and what a person should look at.

    `earlier` is what the same provider said of it under a key that it no longer uses.
    """

    agreement: Agreement | None = None
    earlier: ImportedRecord | None = None
    notes: tuple[str, ...] = ()


def find_agreement(
    record: AgreementRecord,
    origin: str,
    organisations: Collection[int | None],
    siblings: frozenset[str],
) -> Found:
    """The agreement that a record not seen before speaks of.

    `organisations` are the matched parties, None for each that is new. Raises
    RefusedRecordError where the record's key belongs to an agreement of other parties.
    """
    if keyed := _by_key(record, organisations):
        return Found(keyed)
    if None in organisations:
        return Found()
    near = [
        row for row in _of_parties(set(organisations)) if _may_be(record, row, origin, siblings)
    ]
    certain = [row for row in near if row.kind == record.kind and _same_units(record, row)]
    if len(certain) == 1 and not _keyed_apart(record, certain[0]):
        return Found(certain[0], _earlier(certain[0], origin))
    return Found(notes=tuple(f"may be the same as {row.slug}" for row in near))


def _by_key(record: AgreementRecord, organisations: Collection[int | None]) -> Agreement | None:
    key = record.stable_key()
    found = Agreement.objects.filter(key=key).first()
    if found is None:
        said = ImportedRecord.objects.filter(key=key).select_related("agreement").first()
        found = said.agreement if said else None
    shared = [organisation for organisation in organisations if organisation]
    if found and record.key and not found.parties.filter(organisation__in=shared).exists():
        mend = f"give it a key of its own; this one is that of another agreement, {found.slug}"
        raise RefusedRecordError("key", key, mend)
    return found


def _of_parties(organisations: set[int | None]) -> list[Agreement]:
    """Agreements of exactly these organisations."""
    rows = Agreement.objects.all()
    for organisation in organisations:
        rows = rows.filter(parties__organisation=organisation)
    rows = rows.distinct().prefetch_related("parties", "imported_records")
    return [row for row in rows if {p.organisation_id for p in row.parties.all()} == organisations]


def _may_be(record: AgreementRecord, row: Agreement, origin: str, siblings: frozenset[str]) -> bool:
    """Whether dates agree, and the same document does not tell the two apart."""
    said_here = [said.key for said in row.imported_records.all() if said.origin == origin]
    superseded = bool(siblings) and not siblings.intersection(said_here)
    return (not said_here or superseded) and _dates_agree(record, row)


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


def _same_units(record: AgreementRecord, row: Agreement) -> bool:
    """Whether the units that sign agree, as far as both sides name them."""
    here = {(p.unit or "").casefold() for p in (*record.institutions, *record.partners)} - {""}
    there = {party.unit.casefold() for party in row.parties.all()} - {""}
    return not here or not there or here == there


def _keyed_apart(record: AgreementRecord, row: Agreement) -> bool:
    """Whether providers gave both a key of their own, and thus meant two."""
    return bool(record.key) and not row.key.startswith(_DERIVED)


def _earlier(row: Agreement, origin: str) -> ImportedRecord | None:
    return next((said for said in row.imported_records.all() if said.origin == origin), None)
