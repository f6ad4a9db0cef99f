"""From a Chinese document to records: runs the stages and keeps only what stands in the text."""

from agreements.extraction.blocks import Role
from agreements.extraction.chinese.drafting import person_record, record
from agreements.extraction.chinese.findings import Findings, find
from agreements.extraction.chinese.parties.parties import Parties, parties, severally
from agreements.extraction.chinese.parties.told import at_ceremony, names_both_sides, names_one_side
from agreements.extraction.chinese.people.people import distinct
from agreements.extraction.chinese.signatories.signing import signing
from agreements.extraction.document import Document
from agreements.extraction.events import Event, Modality
from agreements.extraction.result import Extraction, Rejection
from agreements.extraction.verdicts import falls_short, with_company
from agreements.records import AgreementRecord
from agreements.vocabulary.kinds import AgreementKind, OrganisationType

_GOVERNMENT = OrganisationType.GOVERNMENT


def extract_chinese(document: Document) -> Extraction:
    """The agreements that a document announces, the people in it, and what was set aside."""
    findings = find(document)
    records, rejected = _records(findings)
    sides = _sides(findings.told[:1], findings) if findings.told else Parties((), ())
    everyone = tuple(person_record(person, findings, sides) for person in distinct(findings.named))
    return Extraction(tuple(records), everyone, findings.day, tuple(rejected))


def _records(findings: Findings) -> tuple[list[AgreementRecord], list[Rejection]]:
    """One record for each agreement; events that tell the same agreement are folded into one."""
    rejected = [_set_aside(e, findings) for e in findings.told if e.modality is not Modality.DONE]
    done = [event for event in findings.told if event.modality is Modality.DONE]
    if all(event.kind is AgreementKind.OTHER for event in done) and not any(
        names_both_sides(event, findings.register, findings.named) or at_ceremony(event)
        for event in done
    ):
        done = []
    if not done:
        return [], rejected or [Rejection("no signing of an agreement is told")]
    records: list[AgreementRecord] = []
    groups = _agreements(done, findings)
    for group in groups:
        sides = _sides(group, findings)
        if why := falls_short(sides.institutions, sides.partners):
            rejected.append(Rejection(why, findings.page.evidence(group[0].sentence.span)))
            continue
        if _counted(groups) and all(o.type is _GOVERNMENT for o in sides.partners):
            continue  # as in `severally`
        each = severally(group, sides)
        alone = len(groups) == len(each) == 1
        records += [record(group, its_own, findings, alone) for its_own in each]
    return with_company(records, rejected)


def _counted(groups: list[list[Event]]) -> bool:
    """Whether one act of signing has several papers, told one by one."""
    return len(groups) > 1 and len({group[0].verb for group in groups}) == 1


def _set_aside(event: Event, findings: Findings) -> Rejection:
    intended = event.modality is Modality.INTENDED
    why = (
        "the signing is intended or possible, not done"
        if intended
        else "the signing told here is an earlier one"
    )
    return Rejection(why, findings.page.evidence(event.sentence.span))


def _agreements(done: list[Event], findings: Findings) -> list[list[Event]]:
    """Events grouped by agreement: several only where one sentence counts several documents.

    Or where other people sign a paper of another kind.
    """
    split = [event for event in done if event.scope != event.sentence.span]
    if split:
        first = {event.scope.words: [event] for event in reversed(split)}
        return list(reversed(first.values()))
    apart = _signed_by_others(done, findings)
    if len(apart) > 1:
        return [[event] for event in apart]
    return [
        sorted(
            done, key=lambda e: (e.kind is AgreementKind.OTHER, e.sentence.role is not Role.BODY)
        )
    ]


def _signed_by_others(done: list[Event], findings: Findings) -> list[Event]:
    """One event for each kind of paper with signatories of its own."""
    found: list[tuple[Event, set[str]]] = []
    for event in done:
        signed = {person.plain for person in signing(event, findings.named)}
        plain = event.kind in (AgreementKind.OTHER, AgreementKind.COOPERATION_AGREEMENT)
        own = all(event.kind is not other.kind and not signed & theirs for other, theirs in found)
        if signed and own and not plain:
            found.append((event, signed))
    return [event for event, _ in found]


def _sides(group: list[Event], findings: Findings) -> Parties:
    """The parties of the first event that names both sides, not only a government, else of any.

    Where a telling names all its parties on one side and none names both, there is no other side.
    """
    done = [event for event in findings.told if event.modality is Modality.DONE]
    register, named = findings.register, findings.named
    whole = [
        event
        for event in group
        if names_both_sides(event, register, named) or len(signing(event, named)) > 1
    ]
    shut = [event for event in group if not whole and names_one_side(event, register, named)]
    found = [
        parties(event, done, register, named, findings.reading) for event in whole or shut or group
    ]
    both = [sides for sides in found if sides.institutions and sides.partners]
    beyond = [sides for sides in both if any(o.type is not _GOVERNMENT for o in sides.partners)]
    return next(iter(beyond or both or found))
