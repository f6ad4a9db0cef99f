"""Rows of the catalogue as records again: what is exported can be imported elsewhere."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar, cast

from agreements.models import (
    Agreement,
    Citation,
    EditorialStatus,
    Organisation,
    Participation,
    Party,
    Slot,
    Source,
)
from agreements.models.agreements import AgreementQuerySet
from agreements.models.organisations import INSTITUTION
from agreements.records import (
    AgreementRecord,
    AliasRecord,
    AreaRecord,
    Evidence,
    LifecycleStep,
    LinkRecord,
    OrganisationRecord,
    Part,
    PersonRecord,
    SourceRecord,
)
from agreements.vocabulary.kinds import (
    AgreementKind,
    AliasKind,
    Lifecycle,
    OrganisationType,
    PersonRole,
    Relation,
    TextKind,
    Voice,
)

CHUNK = 200
"""Agreements that are read at once, with all that belongs to them."""

_SCALARS = (
    Slot.TITLE, Slot.KIND, Slot.SUMMARY, Slot.SIGNED_ON, Slot.EFFECTIVE_FROM, Slot.EXPIRES_ON,
    Slot.PLACE,
)  # fmt: skip
_PARTS = (
    "parties__organisation__aliases",
    "parties__organisation__parent",
    "participations__person",
    "participations__organisation",
    "agreement_areas__area",
    "lifecycle_events",
    "links_out__to_agreement",
    "citations__source",
)
P = TypeVar("P", bound=Part)


def records(agreements: AgreementQuerySet) -> Iterator[AgreementRecord]:
    """The published ones of these agreements as records, with evidence and source texts.

    Rows are read in chunks with a server-side cursor, so memory stays flat. A record holds
    what the rows hold even where an import would refuse it, such as an agreement without a
    source: an export never leaves out a row and never stops half-way.
    """
    rows = agreements.published().prefetch_related(*_PARTS)
    return (_record(row) for row in rows.iterator(CHUNK))


def _record(row: Agreement) -> AgreementRecord:
    evidence = _Evidence(row)
    parties = [(p.organisation.role, _party(p, evidence)) for p in row.parties.all()]
    people = [_person(p, evidence) for p in row.participations.all()]
    scalars = {slot: evidence.of(slot, value=str(getattr(row, slot))) for slot in _SCALARS}
    return _made(
        AgreementRecord,
        key=row.key,
        title=row.title,
        kind=AgreementKind(row.kind),
        summary=row.summary,
        signed_on=row.signed_on,
        effective_from=row.effective_from,
        expires_on=row.expires_on,
        place=row.place,
        institutions=tuple(party for role, party in parties if role == INSTITUTION),
        partners=tuple(party for role, party in parties if role != INSTITUTION),
        signatories=tuple(p for p in people if p.role == PersonRole.SIGNATORY),
        people=tuple(p for p in people if p.role != PersonRole.SIGNATORY),
        areas=_areas(row, evidence),
        lifecycle=_steps(row, evidence),
        links=_links(row),
        sources=tuple(_source(source) for source in evidence.sources),
        evidence={str(slot): span for slot, span in scalars.items() if span},
    )


class _Evidence:
    """The sources of an agreement in the order in which they came, and what each supports."""

    def __init__(self, row: Agreement) -> None:
        self._citations = sorted(row.citations.all(), key=lambda citation: citation.pk)
        sources = {citation.source_id: citation.source for citation in self._citations}
        self.sources: Sequence[Source] = list(sources.values())
        self._index = {pk: index for index, pk in enumerate(sources)}

    def of(self, slot: Slot, value: str = "", **part: int) -> Evidence | None:
        """The first span that supports a fact, before others one that states this very value."""
        spans = [c for c in self._citations if c.slot == slot and _is_of(c, part)]
        spans.sort(key=lambda citation: citation.value != value)
        for cited in spans:
            if cited.start is not None and cited.end is not None:
                index = self._index[cited.source_id]
                at = {"source": index, "start": cited.start, "end": cited.end}
                return _made(Evidence, **at, confidence=cited.confidence)
        return None


def _is_of(citation: Citation, part: dict[str, int]) -> bool:
    return all(getattr(citation, column) == pk for column, pk in part.items())


def _party(party: Party, evidence: _Evidence) -> OrganisationRecord:
    row = party.organisation
    return _made(
        OrganisationRecord,
        name=row.name,
        stated_as=party.stated_name if party.stated_name != row.name else "",
        unit=party.unit,
        type=OrganisationType(row.type),
        country=row.country,
        ror=row.ror,
        wikidata=row.wikidata,
        lei=row.lei,
        aliases=_aliases(row),
        parent=row.parent.name if row.parent else None,
        evidence=evidence.of(Slot.PARTY, party_id=party.pk),
    )


def _aliases(row: Organisation) -> tuple[AliasRecord, ...]:
    return tuple(
        _made(AliasRecord, name=a.name, kind=AliasKind(a.kind), language=a.language)
        for a in row.aliases.all()
    )


def _person(said: Participation, evidence: _Evidence) -> PersonRecord:
    organisation = said.organisation.name if said.organisation else None
    return _made(
        PersonRecord,
        name=said.person.name,
        position=said.position,
        on_behalf_of=said.on_behalf_of or organisation,
        role=PersonRole(said.role),
        evidence=evidence.of(Slot.PARTICIPATION, participation_id=said.pk),
    )


def _areas(row: Agreement, evidence: _Evidence) -> tuple[AreaRecord, ...]:
    return tuple(
        _made(
            AreaRecord,
            phrase=named.phrase,
            code=named.area.code if named.area else None,
            evidence=evidence.of(Slot.AREA, agreement_area_id=named.pk),
        )
        for named in row.agreement_areas.all()
    )


def _steps(row: Agreement, evidence: _Evidence) -> tuple[LifecycleStep, ...]:
    steps = tuple(
        _made(
            LifecycleStep,
            status=Lifecycle(event.status),
            on=event.on,
            evidence=evidence.of(Slot.LIFECYCLE, lifecycle_event_id=event.pk),
        )
        for event in row.lifecycle_events.all()
    )
    if steps or row.lifecycle == Lifecycle.ANNOUNCED:
        return steps
    return (_made(LifecycleStep, status=Lifecycle(row.lifecycle)),)


def _links(row: Agreement) -> tuple[LinkRecord, ...]:
    """References to agreements that readers may see."""
    return tuple(
        _made(LinkRecord, relation=Relation(link.relation), key=link.to_agreement.key)
        for link in row.links_out.all()
        if link.to_agreement.editorial_status == EditorialStatus.PUBLISHED
    )


def _source(row: Source) -> SourceRecord:
    return _made(
        SourceRecord,
        url=row.url,
        title=row.title,
        publisher=row.publisher,
        published_on=row.published_on,
        retrieved_on=row.retrieved_on,
        language=row.language,
        voice=Voice(row.voice),
        text_kind=TextKind(row.text_kind),
        text=row.text,
    )


def _made(part: type[P], **fields: Any) -> P:
    """A part of a record: the database's "" is the record's None. Nothing is checked again."""
    filled = {
        name: value
        for name, value in fields.items()
        if value != "" or part.model_fields[name].is_required()
    }
    return cast(P, part.model_construct(**filled))
