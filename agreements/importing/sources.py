"""Sources of a record into rows, and which of their sentences supports which fact."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from agreements.importing import statements
from agreements.importing.cited import Citations, Cited
from agreements.importing.desk import Desk
from agreements.importing.entry import SetAside
from agreements.models import Agreement, Citation, Slot, Source
from agreements.names import slugify_name
from agreements.records import AgreementRecord, Evidence, SourceRecord
from agreements.vocabulary.kinds import Voice

_FACTS = ("kind", "signed_on", "effective_from", "expires_on", "place")
"""Slots of which a source without sentences (a table) is quoted with its value alone."""
_LONGEST_VALUE = 500
_COLUMNS = {
    "parties": "party_id",
    "people": "participation_id",
    "areas": "agreement_area_id",
    "steps": "lifecycle_event_id",
}
"""The column in which a citation names a part of each kind."""
_FILLED = ("title", "publisher", "published_on", "retrieved_on", "language")


def settle_source(desk: Desk, said: SourceRecord) -> Source:
    """The row of a source, made if new; a text never changes under those who cite it."""
    known = _known(desk, said)
    if known is None:
        return _create(desk, said)
    filled: dict[str, Any] = {
        name: getattr(said, name)
        for name in _FILLED
        if getattr(said, name) and not getattr(known, name)
    }
    if known.voice == Voice.UNKNOWN != said.voice:
        filled["voice"] = said.voice
    if said.text and not known.text_hash:
        filled |= {"text": said.text, "text_kind": said.text_kind, "text_hash": said.text_hash}
    if filled:
        desk.change(known, **filled)
    return known


def note_set_aside(desk: Desk, source: Source, set_aside: Sequence[SetAside]) -> None:
    """Keep with a source what extraction did not take from its text, for an editor to see."""
    told = [{"why": one.why, "start": one.start, "end": one.end} for one in set_aside]
    if told != source.set_aside:
        desk.change(source, set_aside=told)


def citations(
    record: AgreementRecord,
    sources: Sequence[Source],
    rows: Mapping[str, Mapping[str, int]],
) -> Citations:
    """Everything that the record's sources say of it; `rows` are the parts' primary keys."""
    found: Citations = {Cited(source.pk, Slot.RECORD): None for source in sources}
    said = statements.scalars(record)
    for slot in statements.SCALARS:
        evidence = record.evidence.get(slot)  # type: ignore[call-overload]
        if said[slot] and (evidence or slot in _FACTS):
            value = said[slot][:_LONGEST_VALUE]
            source = sources[evidence.source if evidence else 0].pk
            cited = Cited(source, slot, value, *_span(evidence))
            found.setdefault(cited, evidence.confidence if evidence else None)
    for kind, slot in (
        ("parties", Slot.PARTY),
        ("people", Slot.PARTICIPATION),
        ("areas", Slot.AREA),
        ("steps", Slot.LIFECYCLE),
    ):
        for key, part in getattr(statements, kind)(record).items():
            if part.evidence and key in rows[kind]:
                cited = Cited(sources[part.evidence.source].pk, slot, "", *_span(part.evidence))
                cited = Cited(**cited._asdict() | {_COLUMNS[kind]: rows[kind][key]})
                found.setdefault(cited, part.evidence.confidence)
    return found


def keep_quotations(
    record: AgreementRecord,
    before: Sequence[Cited],
    now: Citations,
    rows: Mapping[str, Mapping[str, int]],
) -> Citations:
    """What a record without any evidence, as a table's row is, cannot take back.

    The quotations of what it says as before stay; they need no citation without a span beside
    them.
    """
    if record.all_evidence():
        return now
    said, sources = statements.scalars(record), {cited.source_id for cited in now}
    parts = {(column, pk) for kind, column in _COLUMNS.items() for pk in rows[kind].values()}
    kept = [
        cited
        for cited in before
        if cited.start is not None
        and cited.source_id in sources
        and (
            said.get(cited.slot, "")[:_LONGEST_VALUE] == cited.value != ""
            or not parts.isdisjoint(cited._asdict().items())
        )
    ]
    quoted = {(cited.source_id, cited.slot, cited.value) for cited in kept}
    bare = [cited for cited in now if (cited.source_id, cited.slot, cited.value) not in quoted]
    return dict.fromkeys([*bare, *kept])


def recite(desk: Desk, agreement: Agreement, before: Sequence[Cited], now: Citations) -> bool:
    """Bring the citations of one provider up to date; returns whether any changed.

    What an editor took away stays away, since only what is newly said is added. A confidence
    that is not told leaves what is known of it.
    """
    standing = set(before)
    gone, new = standing - set(now), [cited for cited in now if cited not in standing]
    for cited in gone:
        desk.drop(Citation, agreement=agreement, **_exactly(cited))
    for cited in new:
        desk.cite(agreement, cited, now[cited])
    kept = {cited: now[cited] for cited in before if now.get(cited) is not None}
    return _reassess(desk, agreement, kept) or bool(gone or new)


def _reassess(desk: Desk, agreement: Agreement, kept: Citations) -> bool:
    """Note of citations that stay how certain they are now; returns whether that changed."""
    if not kept:
        return False
    desk.flush()
    changed = []
    for row in Citation.objects.filter(agreement=agreement):
        cited = Cited(*(getattr(row, name) for name in Cited._fields))
        if cited in kept and row.confidence != kept[cited]:
            row.confidence = kept[cited]
            changed.append(row)
    Citation.objects.bulk_update(changed, ["confidence"])
    return bool(changed)


def _exactly(cited: Cited) -> dict[str, Any]:
    return {
        (name if value is not None else f"{name}__isnull"): (value if value is not None else True)
        for name, value in cited._asdict().items()
    }


def _span(evidence: Evidence | None) -> tuple[int | None, int | None]:
    return (evidence.start, evidence.end) if evidence else (None, None)


def _known(desk: Desk, said: SourceRecord) -> Source | None:
    """The same text at the same address; an address alone means whatever text was found there."""
    if not said.url:
        return desk.texts.first(said.text_hash)
    there = desk.sources[said.url]
    if not said.text:
        return there[0] if there else None
    text_hash = said.text_hash
    same = [row for row in there if row.text_hash == text_hash]
    return next(iter(same or [row for row in there if not row.text_hash]), None)


def _create(desk: Desk, said: SourceRecord) -> Source:
    name = said.title or said.publisher or urlsplit(said.url or "").hostname or "source"
    made = desk.add(
        Source(
            url=said.url or "",
            slug=slugify_name(name),
            voice=said.voice,
            text_kind=said.text_kind,
            text=said.text or "",
            text_hash=said.text_hash,
            **{name: getattr(said, name) or "" for name in _FILLED},
        )
    )
    if said.url:
        desk.sources[said.url].insert(0, made)
    else:
        desk.texts.put(made.text_hash, made)
    return made
