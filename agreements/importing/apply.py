"""A plan into rows: one agreement with all that belongs to it, never over an editor's value."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from agreements.importing import links, statements
from agreements.importing.organisations import enrich, settle
from agreements.importing.outcome import Outcome
from agreements.importing.parts import KINDS, Kind, Settled
from agreements.importing.people import Behalf
from agreements.importing.plan import Plan, changes_of, disputes_of
from agreements.importing.sources import Cited, citations, recite, settle_source
from agreements.importing.threeway import ListMerge
from agreements.models import (
    Agreement,
    EditorialStatus,
    ImportBatch,
    ImportedRecord,
    Organisation,
    Party,
    Proposal,
    Source,
    unique_slug,
)
from agreements.names import normalise_organisation, slugify_name
from agreements.records import AgreementRecord, OrganisationRecord

_NAME_IN_SLUG = 50


@dataclass(frozen=True, slots=True)
class Applied:
    """What came of a plan."""

    agreement: Agreement
    outcome: Outcome
    changes: tuple[str, ...]


def apply_plan(plan: Plan, batch: ImportBatch, areas: Mapping[str, int]) -> Applied:
    """Write a plan. The caller holds the transaction."""
    agreement = plan.agreement or _create(plan.record, batch)
    created = plan.agreement is None
    changes = changes_of(plan)
    _write_scalars(agreement, plan)
    sources = [settle_source(source) for source in plan.record.sources]
    settled = _settle(agreement, plan, areas)
    state: statements.State = {"scalars": statements.scalars(plan.record)}
    for kind in KINDS:
        state[kind.name] = _write_parts(kind, plan.parts[kind.name], settled)
    cited = citations(plan.record, sources, _standing(state))
    recited = recite(agreement.pk, [Cited(*c) for c in plan.base.get("citations", [])], cited)
    if recited and not created:
        changes.append("citations")
    state["citations"] = [list(c) for c in cited]
    state["links"] = links.write_links(agreement, plan.base.get("links", {}), plan.record)
    _remember(agreement, plan, batch, state)
    proposed = _propose(agreement, plan, batch, sources[0])
    changed = created or bool(changes)
    if changed:
        Agreement.objects.filter(pk=agreement.pk).refresh_search()
    return Applied(agreement, _outcome(created, bool(proposed), changed), (*changes, *proposed))


def publish(agreement: Agreement, by: AbstractBaseUser | None) -> bool:
    """Publish a draft on which nobody has decided yet; returns whether it was one."""
    undecided = Agreement.objects.filter(
        pk=agreement.pk, editorial_status=EditorialStatus.DRAFT, reviewed_at=None
    )
    return bool(undecided.decide(EditorialStatus.PUBLISHED, by))


def _outcome(created: bool, proposed: bool, changed: bool) -> Outcome:
    if created:
        return Outcome.CREATED
    if proposed:
        return Outcome.PROPOSED
    return Outcome.UPDATED if changed else Outcome.UNCHANGED


def _create(record: AgreementRecord, batch: ImportBatch) -> Agreement:
    status: dict[str, Any] = {}
    if batch.publish:
        status = {
            "editorial_status": EditorialStatus.PUBLISHED,
            "reviewed_by": batch.user,
            "reviewed_at": timezone.now(),
        }
    return Agreement.objects.create(
        key=record.stable_key(),
        slug=unique_slug(Agreement, _slug(record)),
        **_columns(statements.scalars(record)),
        **status,
    )


def _slug(record: AgreementRecord) -> str:
    """First institution, first partner, kind, year."""
    names = (record.institutions[0].name, record.partners[0].name)
    words = [slugify_name(normalise_organisation(name), _NAME_IN_SLUG) for name in names]
    year = (record.signed_on or record.announced_on or "")[:4]
    return "-".join(word for word in (*words, slugify_name(record.kind), year) if word)


def _columns(scalars: Mapping[str, str]) -> dict[str, str]:
    nothing = statements.NOTHING_SAID
    return {slot: value or nothing.get(slot, "") for slot, value in scalars.items()}


def _write_scalars(agreement: Agreement, plan: Plan) -> None:
    if plan.scalars.taken:
        taken = _columns({d.slot: d.theirs for d in plan.scalars.taken})
        Agreement.objects.filter(pk=agreement.pk).update(**taken, updated_at=timezone.now())


def _settle(agreement: Agreement, plan: Plan, areas: Mapping[str, int]) -> Settled:
    """Make or find the organisations of the record."""
    said = statements.parties(plan.record)
    institutions = set(plan.record.institutions)
    rows: dict[str, Organisation] = {
        key: settle(verdict, institution=verdict.stated in institutions)
        for key, verdict in plan.verdicts.items()
    }
    kept = plan.parts["parties"].kept
    parties = Party.objects.filter(pk__in=[before["pk"] for before in kept.values()])
    standing = {party.pk: party.organisation for party in parties.select_related("organisation")}
    for key, before in kept.items():
        if organisation := standing.get(before["pk"]):
            rows[key] = organisation
            _enrich_again(organisation, said[key], before)
    for key, party in said.items():
        entry = kept.get(key)
        if entry is not None:
            entry["facts"] = _facts(party)
    behalf = Behalf({said[key]: row for key, row in rows.items()})
    return Settled(agreement, rows, behalf, areas)


def _enrich_again(row: Organisation, said: OrganisationRecord, before: Mapping[str, Any]) -> None:
    """Add what is newly said of a party; what an editor took away since stays away."""
    facts, old = _facts(said), before.get("facts", {})
    if facts != old:
        new = {name: value for name, value in facts.items() if value != old.get(name)}
        names = old.get("aliases", [])
        new["aliases"] = [alias for alias in facts["aliases"] if alias not in names]
        enrich(row, OrganisationRecord.model_validate({"name": said.name} | new))


def _facts(said: OrganisationRecord) -> dict[str, Any]:
    return said.model_dump(mode="json", exclude={"name", "unit", "evidence"})


def _write_parts(kind: Kind, merge: ListMerge, settled: Settled) -> dict[str, Any]:
    """Write one list; returns what its provider now says, for the next merge."""
    state: dict[str, Any] = dict(merge.kept)
    for row, details in merge.changed:
        kind.model.objects.filter(pk=row.pk).update(**details)
    for key, part in merge.added.items():
        columns = kind.columns(key, part, settled)
        identity = {name: columns[name] for name in kind.identity}
        row, _ = kind.model.objects.get_or_create(
            agreement=settled.agreement, **identity, defaults=columns
        )
        state[key] = {"pk": row.pk, "said": columns}
        if kind.name == "parties":
            state[key]["facts"] = _facts(part)
    meant = {entry["pk"] for entry in state.values()}
    for row in merge.removed:
        if row.pk not in meant:
            row.delete()
    return state


def _standing(state: statements.State) -> dict[str, dict[str, int]]:
    """The primary keys of the parts that are said and still there."""
    standing: dict[str, dict[str, int]] = {}
    for kind in KINDS:
        pks = {key: entry["pk"] for key, entry in state[kind.name].items()}
        there = set(kind.model.objects.filter(pk__in=pks.values()).values_list("pk", flat=True))
        standing[kind.name] = {key: pk for key, pk in pks.items() if pk in there}
    return standing


def _remember(
    agreement: Agreement, plan: Plan, batch: ImportBatch, state: statements.State
) -> None:
    key = plan.record.stable_key()
    values = {
        "agreement": agreement,
        "origin": plan.origin,
        "key": key,
        "digest": plan.record.digest(),
        "state": state,
        "awaits": links.awaited(state["links"]),
        "batch": batch,
    }
    if plan.said:
        ImportedRecord.objects.filter(pk=plan.said.pk).update(**values)
    else:
        ImportedRecord.objects.create(**values)
    links.link_awaiting(agreement, key)


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
