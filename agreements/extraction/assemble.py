"""From a document to records: runs the stages and keeps only what stands in the text."""

from agreements.extraction.announcement import Event
from agreements.extraction.chinese import extract_chinese
from agreements.extraction.confidence import assess
from agreements.extraction.document import Document
from agreements.extraction.drafting import draft, person_record
from agreements.extraction.findings import Findings, find
from agreements.extraction.languages import language_name, language_of
from agreements.extraction.modality import Modality
from agreements.extraction.parties import Parties, parties, parties_of
from agreements.extraction.people import distinct
from agreements.extraction.pipeline import one_document
from agreements.extraction.result import Extraction, Rejection
from agreements.extraction.sentences import Role
from agreements.extraction.verdicts import falls_short, with_company
from agreements.records import AgreementRecord
from agreements.vocabulary.kinds import AgreementKind

VERSION = "5"
"""Of the rules; raised when the same document may give another record. Imports keep it."""

READ = frozenset({"en", "zh"})
"""Languages that can be read."""


def extract(document: Document) -> Extraction:
    """The agreements that a document announces, its people, and what was set aside and why.

    Every slot has a confidence beside its evidence.
    """
    language = document.language or language_of(document.text)
    if language[:2] not in READ:
        name = language_name(language)
        why = f"the document is in {name}; only English and Chinese can be read so far"
        return Extraction((), (), document.published_on, (Rejection(why),))
    if language[:2] == "zh":
        return assess(extract_chinese(document), document.text, "zh")
    with one_document(document):
        found = _extract_english(document, language)
    return assess(found, document.text, "en")


def _extract_english(document: Document, language: str) -> Extraction:
    findings = find(document, language)
    told = findings.told
    records, rejected = _records(told, findings)
    sides = parties(told[0], findings.register, findings.reading) if told else Parties((), ())
    people = [person_record(p, findings, sides) for p in distinct(findings.named)]
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
    groups = _agreements(done)
    for group in groups:
        sides = parties_of(group, findings.register, findings.reading)
        if why := falls_short(sides.institutions, sides.partners):
            rejected.append(Rejection(why, group[0].sentence.span.evidence()))
        else:
            records.append(draft(group, sides, findings, alone=len(groups) == 1))
    return with_company(records, rejected)


def _set_aside(event: Event) -> Rejection:
    why = {
        Modality.INTENDED: "the signing is intended, possible or denied, not done",
        Modality.EARLIER: "the signing told here is an earlier one",
        Modality.DONE: "",
    }[event.modality]
    return Rejection(why, event.sentence.span.evidence())


def _agreements(done: list[Event]) -> list[list[Event]]:
    """Events grouped by agreement: several only where one sentence counts several documents."""
    split = [event for event in done if event.scope != event.sentence.span]
    if split:
        rest = [event for event in done if event not in split]
        return [[event, *(other for other in rest if other.kind is event.kind)] for event in split]
    return [
        sorted(
            done, key=lambda e: (e.kind is AgreementKind.OTHER, e.sentence.role is not Role.BODY)
        )
    ]
