"""A plan into rows: one agreement with all that belongs to it, never over an editor's value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Any

from django.contrib.auth.models import AbstractBaseUser

from agreements.importing import statements
from agreements.importing.agreement_rows import change, create, publish
from agreements.importing.cited import Cited
from agreements.importing.desk import Desk
from agreements.importing.links import awaited, link_awaiting, write_links
from agreements.importing.organisations import Register
from agreements.importing.outcome import Outcome
from agreements.importing.parts import KINDS, Kind, Open, Settled
from agreements.importing.people import Behalf, People
from agreements.importing.plan import Plan, disputes_of
from agreements.importing.sources import (
    citations,
    keep_quotations,
    note_set_aside,
    recite,
    settle_source,
)
from agreements.importing.threeway import Difference, ListMerge, Values
from agreements.models import (
    Agreement,
    EditorialStatus,
    ImportBatch,
    ImportedRecord,
    Organisation,
    Proposal,
    Source,
)
from agreements.records import OrganisationRecord


@dataclass(frozen=True, slots=True)
class Applied:
    """What came of a plan."""

    agreement: Agreement
    outcome: Outcome
    changes: tuple[str, ...] = ()
    similar: tuple[Agreement, ...] = ()


def apply_plan(
    desk: Desk, register: Register, plan: Plan, batch: ImportBatch, areas: Mapping[str, int]
) -> Applied:
    """Write a plan, new rows with the desk's next `flush`. The caller holds the transaction."""
    agreement = plan.agreement or create(desk, plan.record, plan.reading.key)
    created = plan.agreement is None
    changes = [str(difference) for difference in plan.scalars.taken]
    change(desk, agreement, plan.scalars.taken)
    sources = [settle_source(desk, source) for source in plan.record.sources]
    if plan.reading.entry.read_by:
        note_set_aside(desk, sources[0], plan.reading.entry.set_aside)
    settled = _settle(desk, register, agreement, plan, areas)
    state: statements.State = {"scalars": statements.scalars(plan.record)}
    for kind in KINDS:
        state[kind.name], written = _write_parts(desk, kind, plan.parts[kind.name], settled)
        changes += written
    before, standing = [Cited(*c) for c in plan.base.get("citations", [])], _standing(plan, state)
    now = citations(plan.record, sources, standing)
    cited = keep_quotations(plan.record, before, now, standing)
    recited = recite(desk, agreement, before, cited)
    if recited and not created:
        changes.append("citations")
    state["citations"] = [list(c) for c in cited]
    state["links"] = write_links(desk, agreement, plan.base.get("links", {}), plan.record)
    _remember(desk, agreement, plan, batch, state)
    proposed = _propose(agreement, plan, batch, sources[0])
    changed = created or bool(changes)
    if changed:
        _announce(desk, agreement, sources)
    if changes and not batch.publish and agreement.editorial_status == EditorialStatus.PUBLISHED:
        desk.change(agreement, unreviewed_additions=True)
    outcome = _outcome(created, bool(proposed), changed)
    return Applied(agreement, outcome, (*changes, *proposed), plan.similar)


def published(desk: Desk, applied: Applied, by: AbstractBaseUser | None) -> Applied:
    """Publish what came in, also a draft of an earlier import on which nobody has decided."""
    if not publish(desk, applied.agreement, by):
        return applied
    unchanged = applied.outcome == Outcome.UNCHANGED
    outcome = Outcome.UPDATED if unchanged else applied.outcome
    return replace(applied, outcome=outcome, changes=(*applied.changes, "published"))


def _announce(desk: Desk, agreement: Agreement, sources: Sequence[Source]) -> None:
    """Let readers and the records that follow find an agreement as it is now."""
    days = [agreement.announced_on, *(source.published_on for source in sources)]
    agreement.announced_on = min(filter(None, days), default="")
    desk.touch(agreement)
    desk.make_findable(agreement)


def _outcome(created: bool, proposed: bool, changed: bool) -> Outcome:
    if created:
        return Outcome.CREATED
    if proposed:
        return Outcome.PROPOSED
    return Outcome.UPDATED if changed else Outcome.UNCHANGED


def _settle(
    desk: Desk, register: Register, agreement: Agreement, plan: Plan, areas: Mapping[str, int]
) -> Settled:
    """Make or find the organisations of the record."""
    said = statements.parties(plan.record)
    institutions = set(plan.record.institutions)
    rows: dict[str, Organisation] = {
        key: register.settle(verdict, institution=verdict.stated in institutions)
        for key, verdict in plan.verdicts.items()
    }
    parties = plan.parts["parties"]
    for key, before in parties.kept.items():
        if party := parties.rows.get(before["pk"]):
            rows[key] = desk.directory.by_pk[party.organisation_id][0]
            _enrich_again(register, rows[key], said[key], before)
        before["facts"] = _facts(said[key])
    behalf = Behalf({said[key]: row for key, row in rows.items()}, desk.directory)
    return Settled(agreement, rows, behalf, People(desk, agreement), areas)


def _enrich_again(
    register: Register, row: Organisation, said: OrganisationRecord, before: Mapping[str, Any]
) -> None:
    """Add what is newly said of a party; what an editor took away since stays away."""
    facts, old = _facts(said), before.get("facts", {})
    if facts != old:
        new = {name: value for name, value in facts.items() if value != old.get(name)}
        names = old.get("aliases", [])
        new["aliases"] = [alias for alias in facts["aliases"] if alias not in names]
        register.enrich(row, OrganisationRecord.model_validate({"name": said.name} | new))


def _facts(said: OrganisationRecord) -> dict[str, Any]:
    return said.model_dump(mode="json", exclude={"name", "stated_as", "unit", "evidence"})


def _write_parts(
    desk: Desk, kind: Kind, merge: ListMerge, settled: Settled
) -> tuple[dict[str, Any], list[str]]:
    """Write one list; returns what its provider now says, and what was changed."""
    state: dict[str, Any] = dict(merge.kept)
    for row, details in merge.changed:
        desk.change(row, **details)
    columns = {key: kind.columns(key, part, settled) for key, part in merge.added.items()}
    rows, new = _rows(desk, kind, merge, columns, settled.agreement)
    for key, row in rows.items():
        state[key] = {"pk": row.pk, "said": columns[key]}
        if kind.name == "parties":
            state[key]["facts"] = _facts(merge.added[key])
    meant = {entry["pk"] for entry in state.values()}
    removed = [row for row in merge.removed if row.pk not in meant]
    if removed:
        desk.drop(kind.model, pk__in=[row.pk for row in removed])
        standing = desk.parts[kind.model][settled.agreement.pk]
        standing[:] = [row for row in standing if row not in removed]
    told = (
        ("added", kind.told(merge.added[key] for key in new)),
        ("changed", [row for row, _ in merge.changed]),
        ("removed", dict.fromkeys(map(str, removed))),
    )
    return state, [f"{kind.name}: {one} {what}" for what, some in told for one in some]


def _rows(
    desk: Desk,
    kind: Kind,
    merge: ListMerge,
    columns: Mapping[str, Values],
    agreement: Agreement,
) -> tuple[dict[str, Any], list[str]]:
    """The rows of newly stated parts by key, and the keys of those that are new."""

    identity = itemgetter(*kind.identity)
    known = {identity(vars(row)): row for row in merge.rows.values()}
    rows: dict[str, Any] = {}
    made: list[str] = []
    for key, values in columns.items():
        same = identity(values)
        new = same not in known
        if new and kind.open and (row := _told_already(kind.open, merge, values, columns)):
            known[same] = row
            merge.disputed += _told_more(kind.open, row, values)
        if same not in known:
            known[same] = desk.add(kind.model(agreement_id=agreement.pk, **values))
            desk.parts[kind.model].put(agreement.pk, known[same])
            made.append(key)
        rows[key] = known[same]
    return rows, made


def _told_already(
    open_: Open, merge: ListMerge, values: Values, columns: Mapping[str, Values]
) -> Any:
    """The one row of the same body or person, where it or what is stated leaves the rest open.

    A university without its unit is the one with it, and who attended is who spoke.
    """
    who = values[open_.who]
    rows = [row for row in merge.rows.values() if getattr(row, open_.who) == who]
    once = sum(other[open_.who] == who for other in columns.values()) == 1
    if len(rows) != 1 or not once:
        return None
    least = open_.least in {getattr(rows[0], open_.column), values[open_.column]}
    return rows[0] if least else None


def _told_more(open_: Open, row: Any, values: Values) -> list[Difference]:
    """What is stated more fully than it stands, which is left to an editor."""
    ours = getattr(row, open_.column)
    theirs = values[open_.column]
    return [Difference.of_part(row, open_.column, ours, theirs)] if ours == open_.least else []


def _standing(plan: Plan, state: statements.State) -> dict[str, dict[str, int]]:
    """The primary keys of the parts that are said and still there."""
    return {
        name: {
            key: entry["pk"]
            for key, entry in state[name].items()
            if key in merge.added or entry["pk"] in merge.rows
        }
        for name, merge in plan.parts.items()
    }


def _remember(
    desk: Desk, agreement: Agreement, plan: Plan, batch: ImportBatch, state: statements.State
) -> None:
    reading = plan.reading
    values = {
        "agreement": agreement,
        "origin": reading.origin,
        "key": reading.key,
        "digest": reading.digest,
        "state": state,
        "read_by": reading.entry.read_by,
        "awaits": awaited(state["links"]),
        "batch": batch,
    }
    if plan.said:
        desk.say_again(plan.said, **values)
    else:
        desk.enter_said(desk.add(ImportedRecord(**values)))
    link_awaiting(desk, agreement, reading.key)


def _propose(agreement: Agreement, plan: Plan, batch: ImportBatch, source: Source) -> list[str]:
    """Leave disputed values to an editor; one that was proposed before is not proposed again."""
    proposed = []
    for difference in disputes_of(plan):
        _, new = Proposal.objects.get_or_create(
            agreement=agreement,
            slot=difference.slot,
            proposed=difference.theirs,
            defaults={"current": difference.ours, "batch": batch, "source": source},
        )
        if new:
            proposed.append(f"proposed {difference}")
    return proposed
