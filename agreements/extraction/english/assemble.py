"""From an English document to records: runs the stages and keeps only what stands in the text."""

from agreements.extraction.document import Document
from agreements.extraction.english.drafting import draft, person_record
from agreements.extraction.english.findings import Findings, find
from agreements.extraction.english.gathered import items, parties_here
from agreements.extraction.english.organisations.body_types import teaches
from agreements.extraction.english.parties.parties import Parties, parties
from agreements.extraction.english.parties.register import Organisation
from agreements.extraction.english.parties.separate import separately
from agreements.extraction.english.parties.several import by_agreement
from agreements.extraction.english.people.people import identified
from agreements.extraction.english.pipeline import one_document
from agreements.extraction.english.stretches import own_stretch
from agreements.extraction.events import Event, Modality
from agreements.extraction.result import Extraction, Rejection
from agreements.extraction.verdicts import falls_short, with_company
from agreements.records import AgreementRecord
from agreements.vocabulary.kinds import AgreementKind


def extract_english(document: Document, language: str) -> Extraction:
    """The agreements that a document announces, the people in it, and what was set aside."""
    with one_document(document):
        return _extraction(find(document, language))


def _extraction(findings: Findings) -> Extraction:
    told = findings.told
    records, rejected = _records(told, findings)
    sides = parties(told[0], findings.register, findings.reading) if told else Parties((), ())
    people = [person_record(p, findings, sides) for p in identified(findings.named)]
    named = {person.name for person in people}
    people += [s for record in records for s in record.signatories if s.name not in named]
    return Extraction(tuple(records), tuple(people), findings.day, tuple(rejected))


def _records(
    told: list[Event], findings: Findings
) -> tuple[list[AgreementRecord], list[Rejection]]:
    """One record for each agreement; events that tell the same agreement are folded into one."""
    rejected = [_set_aside(event) for event in told if event.modality is not Modality.DONE]
    done = [event for event in told if event.modality is Modality.DONE]
    if all(event.kind is AgreementKind.OTHER for event in done):
        return [], rejected or [Rejection("no signing of an agreement is told")]
    records: list[AgreementRecord] = []
    schools: tuple[Organisation, ...] = ()
    for item in items(findings):
        signed = [event for event in item.told if event.modality is Modality.DONE]
        groups = by_agreement(signed, item.register, item.reading)
        told_here: list[tuple[list[Event], Parties, Findings]] = []
        for group in groups:
            stretch = own_stretch(group, groups, item) if len(groups) > 1 else item
            sides = parties_here(group, stretch, item, schools)
            teaching = [p for p in sides.institutions if teaches(p.name.words, p.type)]
            if why := falls_short(teaching, sides.partners):
                rejected.append(Rejection(why, group[0].sentence.span.evidence()))
                continue
            schools = sides.institutions
            told_here += [(group, each, stretch) for each in separately(group, sides)]
        everybody = {party for _, sides, _ in told_here for party in sides.all}
        for group, sides, stretch in told_here:
            beside = frozenset(everybody.difference(sides.all))
            records.append(draft(group, sides, stretch, beside, alone=len(told_here) == 1))
    return with_company(records, rejected)


def _set_aside(event: Event) -> Rejection:
    why = {
        Modality.INTENDED: "the signing is intended, possible or denied, not done",
        Modality.EARLIER: "the signing told here is an earlier one",
        Modality.DONE: "",
    }[event.modality]
    return Rejection(why, event.sentence.span.evidence())
