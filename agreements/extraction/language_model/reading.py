"""From an answer to records: only what the document supports comes out, with its evidence."""

from dataclasses import dataclass

from pydantic import ValidationError

from agreements.extraction.document import Document, Span
from agreements.extraction.language_model.answer import Agreement, Answer, Shortfall
from agreements.extraction.language_model.parts import Parties, People, areas, distinct, parties
from agreements.extraction.language_model.parts import people as people_of
from agreements.extraction.language_model.support import Support
from agreements.extraction.languages import language_of
from agreements.extraction.result import Extraction, Rejection
from agreements.names import normalise_person
from agreements.records import AgreementRecord, LifecycleStep, ScalarSlot, SourceRecord
from agreements.vocabulary.kinds import AgreementKind, Lifecycle

_WHY = {
    Shortfall.INTENDED: "the signing is intended, possible or denied, not done",
    Shortfall.EARLIER: "the signing told here is an earlier one",
    Shortfall.NO_INSTITUTION: "no university, college or institute is named among the parties",
    Shortfall.NO_PARTNER: "no company or other partner outside the universities is named",
}


def reading(answer: Answer, document: Document) -> Extraction:
    """What of an answer its document supports."""
    support = Support(document)
    if support.published is None and (told := support.dated("published_on", answer.published_on)):
        support.published = told[0]
    drafts = [draft for given in answer.agreements if (draft := _draft(given, support))]
    whole = _whole(answer, drafts, document, support)
    records: dict[str, AgreementRecord] = {}
    for draft in drafts:
        if record := _record(draft, whole, support):
            records.setdefault(record.stable_key(), record)
    rejected = [*_set_aside(answer, support), *support.unsupported]
    if not records and not rejected:
        rejected = [Rejection("no signing of an agreement is told")]
    signed = [person for record in records.values() for person in record.signatories]
    everyone = distinct([*signed, *whole.people])
    return Extraction(tuple(records.values()), everyone, support.published, tuple(rejected))


@dataclass(frozen=True, slots=True)
class _Whole:
    """What a document says for all of its agreements; a title only where it has but one."""

    source: SourceRecord
    people: People
    title: str | None
    headline: Span | None


@dataclass(frozen=True, slots=True)
class _Draft:
    """An agreement whose signing and sides stand in the document."""

    given: Agreement
    signing: Span
    institutions: Parties
    partners: Parties


def _draft(given: Agreement, support: Support) -> _Draft | None:
    signing = support.quoted("agreement", given.signing, given.signing)
    if signing is None:
        return None
    institutions = parties("institution", given.institutions, signing, support)
    partners = parties("partner", given.partners, signing, support)
    for side, missing in ((institutions, "institution"), (partners, "partner")):
        if not side:
            why = f"no {missing} that stands in the text is among its parties"
            support.set_aside("agreement", given.signing, why, signing)
            return None
    return _Draft(given, signing, institutions, partners)


def _whole(answer: Answer, drafts: list[_Draft], document: Document, support: Support) -> _Whole:
    headline = None if document.title else support.stated("headline", answer.headline)
    title = document.title or (headline.words if headline else None)
    language = document.language or language_of(document.text)
    source = SourceRecord(
        url=document.url,
        title=title[:500] if title else None,
        publisher=document.publisher,
        published_on=str(support.published) if support.published else None,
        language=None if language == "other" else language,
        voice=document.voice,
        text_kind=document.text_kind,
        text=document.text,
    )
    sides = tuple(party for draft in drafts for party in draft.institutions + draft.partners)
    people = people_of(answer.people, None, sides, support)
    if len(drafts) != 1:
        return _Whole(source, people, None, None)
    return _Whole(source, people, source.title, headline)


def _record(draft: _Draft, whole: _Whole, support: Support) -> AgreementRecord | None:
    given, signing = draft.given, draft.signing
    slots = _slots(given, signing, support)
    if whole.headline:
        slots["title"] = (whole.headline.words, whole.headline)
    values = {slot: value for slot, (value, _) in slots.items()}
    sides = draft.institutions + draft.partners
    signed = people_of(given.signatories, signing, sides, support)
    names = {normalise_person(person.name) for person in signed}
    step = LifecycleStep(
        status=Lifecycle.SIGNED, on=values.get("signed_on"), evidence=signing.evidence()
    )
    try:
        return AgreementRecord.model_validate(
            {"title": whole.title or _made_title(draft, values.get("kind"))}
            | values
            | {
                "institutions": draft.institutions,
                "partners": draft.partners,
                "signatories": signed,
                "people": [p for p in whole.people if normalise_person(p.name) not in names],
                "areas": areas(given.areas, signing, support),
                "lifecycle": [step],
                "sources": [whole.source],
                "evidence": {slot: span.evidence() for slot, (_, span) in slots.items()},
            }
        )
    except ValidationError as error:
        support.set_aside("agreement", signing.words, error.errors()[0]["msg"], signing)
        return None


def _slots(given: Agreement, signing: Span, support: Support) -> dict[ScalarSlot, tuple[str, Span]]:
    """Kind, place and dates, each with where the document says so."""
    found: dict[ScalarSlot, tuple[str, Span]] = {}
    if at := support.quoted("kind", given.kind.value, given.kind.quote, signing):
        found["kind"] = (given.kind.value, at)
    if place := support.stated("place", given.place, signing):
        found["place"] = (place.words, place)
    dates: tuple[ScalarSlot, ...] = ("signed_on", "effective_from", "expires_on")
    for slot in dates:
        if told := support.dated(slot, getattr(given, slot), signing):
            found[slot] = (str(told[0]), told[1])
    published, signed = support.published, found.get("signed_on")
    if signed and published and signed[0] > str(published.last_day):
        support.set_aside("signed_on", signed[0], "it lies after publication", signed[1])
        del found["signed_on"]
    return found


def _made_title(draft: _Draft, kind: str | None) -> str:
    named = kind and kind != AgreementKind.OTHER
    name = kind.replace("_", " ").capitalize() if kind and named else "Agreement"
    one, other = (", ".join(p.name for p in side) for side in (draft.institutions, draft.partners))
    return f"{name} of {one} and {other}"[:500]


def _set_aside(answer: Answer, support: Support) -> list[Rejection]:
    quoted = (
        (given.why, support.quoted("set_aside", given.quote, given.quote))
        for given in answer.set_aside
    )
    return [Rejection(_WHY[why], span.evidence()) for why, span in quoted if span]
