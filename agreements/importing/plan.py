"""What a record would change, found by reading only."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from agreements.importing import statements
from agreements.importing.desk import Desk
from agreements.importing.folding import find_agreement
from agreements.importing.matching import Verdict
from agreements.importing.organisations import Register
from agreements.importing.parts import KINDS
from agreements.importing.reading import Reading
from agreements.importing.refusal import RefusedRecordError
from agreements.importing.threeway import Difference, ListMerge, Merge, merge_parts, merge_values
from agreements.models import Agreement, ImportedRecord
from agreements.records import AgreementRecord, OrganisationRecord

_HEADLINES = ("title", "summary")
"""Slots in which every announcement has words of its own: another's are no contradiction."""


@dataclass(slots=True)
class Plan:
    """A record beside what stands: `agreement` is None where it announces a new one.

    `similar` are agreements that may be the same, for a person to look at.
    """

    reading: Reading
    agreement: Agreement | None
    said: ImportedRecord | None
    verdicts: dict[str, Verdict]
    scalars: Merge
    parts: dict[str, ListMerge]
    similar: tuple[Agreement, ...] = ()
    base: statements.State = field(default_factory=dict)

    @property
    def record(self) -> AgreementRecord:
        """What the provider says today."""
        return self.reading.record


def make_plan(desk: Desk, register: Register, reading: Reading, areas: Collection[str]) -> Plan:
    """Compare a record with what its provider said before and with what stands.

    Raises RefusedRecordError for a record that contradicts the catalogue.
    """
    record = reading.record
    _require_known_areas(record, areas)
    if party := statements.on_both_sides(record):
        mend = "name it once, as an institution or as a partner"
        raise RefusedRecordError("partners", party.name, mend)
    said = desk.said.first(reading.said)
    agreement = desk.agreement_of(said) if said else None
    similar: tuple[Agreement, ...] = ()
    register.begin_record()
    verdicts = {key: register.identify(party) for key, party in _new_parties(record, said).items()}
    if said is None:
        matched = [v.match.organisation.pk if v.match else None for v in verdicts.values()]
        found = find_agreement(desk, reading, matched)
        agreement, said, similar = found.agreement, found.earlier, found.similar
        new = _new_parties(record, said)
        verdicts = {key: verdict for key, verdict in verdicts.items() if key in new}
    if agreement:
        desk.lock(agreement)
    base = said.state if said else {}
    return Plan(
        reading,
        agreement,
        said,
        verdicts,
        _merge_scalars(record, agreement, said),
        _merge_lists(desk, record, agreement, base, said),
        similar,
        base,
    )


def standing_scalars(agreement: Agreement) -> dict[str, str]:
    """The single-valued slots as rows have them, in the form of `statements.scalars`."""
    values = {slot: str(getattr(agreement, slot)) for slot in (*statements.SCALARS, "lifecycle")}
    nothing = statements.NOTHING_SAID
    return {slot: "" if value == nothing.get(slot) else value for slot, value in values.items()}


def _new_parties(
    record: AgreementRecord, said: ImportedRecord | None
) -> dict[str, OrganisationRecord]:
    """The parties that the provider did not state before."""
    before = said.state["parties"] if said else {}
    return {key: p for key, p in statements.parties(record).items() if key not in before}


def _merge_scalars(
    record: AgreementRecord, agreement: Agreement | None, said: ImportedRecord | None
) -> Merge:
    if agreement is None:
        return Merge()
    theirs, ours = statements.scalars(record), standing_scalars(agreement)
    if said:
        return merge_values(said.state["scalars"], ours, theirs)
    for slot in _HEADLINES:
        theirs[slot] = theirs[slot] if not ours[slot] else ours[slot]
    for slot in ("signed_on", "effective_from", "expires_on"):
        # A date that is only less exact contradicts nothing.
        theirs[slot] = ours[slot] if ours[slot].startswith(theirs[slot]) else theirs[slot]
    return merge_values({}, ours, theirs)


def _merge_lists(
    desk: Desk,
    record: AgreementRecord,
    agreement: Agreement | None,
    base: statements.State,
    said: ImportedRecord | None,
) -> dict[str, ListMerge]:
    others = _other_states(desk, agreement, said) if agreement and base else []
    merged = {}
    for kind in KINDS:
        rows = {row.pk: row for row in desk.parts[kind.model][agreement.pk]} if agreement else {}
        needed = frozenset(item["pk"] for state in others for item in state[kind.name].values())
        merged[kind.name] = merge_parts(
            base.get(kind.name, {}), rows, kind.statements(record), kind.details, needed
        )
    return merged


def _other_states(desk: Desk, agreement: Agreement, said: ImportedRecord | None) -> list[Any]:
    """What other providers said of the agreement when last read."""
    return [row.state for row in desk.said_of[agreement.pk] if said is None or row.pk != said.pk]


def _require_known_areas(record: AgreementRecord, areas: Collection[str]) -> None:
    for number, area in enumerate(record.areas):
        if area.code and area.code not in areas:
            mend = "write a code of the list of areas, or leave it out and give the phrase alone"
            raise RefusedRecordError(f"areas[{number}].code", area.code, mend)


def disputes_of(plan: Plan) -> list[Difference]:
    """What the plan leaves to an editor."""
    return plan.scalars.disputed + [d for merge in plan.parts.values() for d in merge.disputed]
