"""From a Chinese document to records: runs the stages and keeps only what stands in the text."""

import re

from agreements.extraction.blocks import Role, Sentence
from agreements.extraction.chinese.areas import areas
from agreements.extraction.chinese.countries import country_of
from agreements.extraction.chinese.findings import Findings, find
from agreements.extraction.chinese.organisations import Mention
from agreements.extraction.chinese.parties import Parties, names_both_sides, parties
from agreements.extraction.chinese.people import Person, distinct, plain_name
from agreements.extraction.chinese.places import place
from agreements.extraction.chinese.register import Organisation
from agreements.extraction.chinese.script import folded
from agreements.extraction.chinese.signatories import Signatory, role_of, side_of, signatories
from agreements.extraction.chinese.when import signed_on
from agreements.extraction.document import Document, Span
from agreements.extraction.events import Event, Modality
from agreements.extraction.result import Extraction, Rejection
from agreements.extraction.verdicts import falls_short, kind_of, with_company
from agreements.records import (
    AgreementRecord,
    AliasRecord,
    AreaRecord,
    Evidence,
    LifecycleStep,
    OrganisationRecord,
    PersonRecord,
    ScalarSlot,
)
from agreements.vocabulary.kinds import (
    AgreementKind,
    AliasKind,
    Lifecycle,
    PersonRole,
)

_PAPER = re.compile("协议|协定|备忘录|意向书|合同|契约|MOU|MoU")
"""A document; without one, "strategic cooperation" only says what the ceremony was about."""


def extract_chinese(document: Document) -> Extraction:
    """The agreements that a document announces, the people in it, and what was set aside."""
    findings = find(document)
    records, rejected = _records(findings)
    sides = _sides(findings.told[:1], findings) if findings.told else Parties((), ())
    everyone = tuple(_person(person, findings, sides) for person in distinct(findings.named))
    return Extraction(tuple(records), everyone, findings.day, tuple(rejected))


def _records(findings: Findings) -> tuple[list[AgreementRecord], list[Rejection]]:
    """One record for each agreement; events that tell the same agreement are folded into one."""
    rejected = [_set_aside(e, findings) for e in findings.told if e.modality is not Modality.DONE]
    done = [event for event in findings.told if event.modality is Modality.DONE]
    if all(event.kind is AgreementKind.OTHER for event in done):
        done = [e for e in done if names_both_sides(e, findings.register, findings.named)]
    if not done:
        return [], rejected or [Rejection("no signing of an agreement is told")]
    records: list[AgreementRecord] = []
    groups = _agreements(done)
    for group in groups:
        sides = _sides(group, findings)
        if why := falls_short(sides.institutions, sides.partners):
            rejected.append(Rejection(why, findings.page.evidence(group[0].sentence.span)))
        else:
            records.append(_record(group, sides, findings, alone=len(groups) == 1))
    return with_company(records, rejected)


def _set_aside(event: Event, findings: Findings) -> Rejection:
    intended = event.modality is Modality.INTENDED
    why = (
        "the signing is intended or possible, not done"
        if intended
        else "the signing told here is an earlier one"
    )
    return Rejection(why, findings.page.evidence(event.sentence.span))


def _agreements(done: list[Event]) -> list[list[Event]]:
    """Events grouped by agreement: several only where one sentence counts several documents."""
    split = [event for event in done if event.scope != event.sentence.span]
    if split:
        return [[event] for event in split]
    return [
        sorted(
            done, key=lambda e: (e.kind is AgreementKind.OTHER, e.sentence.role is not Role.BODY)
        )
    ]


def _sides(group: list[Event], findings: Findings) -> Parties:
    """The parties of the first event that names both sides, else the best of all."""
    done = [event for event in findings.told if event.modality is Modality.DONE]
    found = [
        parties(event, done, findings.register, findings.named, findings.reading) for event in group
    ]
    return next((sides for sides in found if sides.institutions and sides.partners), found[0])


def _record(group: list[Event], sides: Parties, findings: Findings, alone: bool) -> AgreementRecord:
    papers = [event for event in group if _PAPER.search(event.noun.quotation)]
    kind, kind_at = kind_of(papers or group)
    evidence: dict[ScalarSlot, Evidence] = {"kind": findings.page.evidence(kind_at)}
    acts, occasions = _tellings(group, findings)
    day = signed_on(acts, occasions, findings.day, findings.dateline)
    where = place(acts, occasions)
    if day:
        evidence["signed_on"] = findings.page.evidence(day[1])
    if where:
        evidence["place"] = findings.page.evidence(where)
    head = findings.reading.headline()
    title = findings.source.title if alone else None
    if title and head and findings.page.stated(head)[:500] == title:
        evidence["title"] = findings.page.evidence(head)
    signed = signatories(group, findings.named, findings.register, sides)
    signing = {s.person.plain for s in signed}
    others = [person for person in distinct(findings.named) if person.plain not in signing]
    on = str(day[0]) if day else None
    return AgreementRecord(
        title=title or _made_title(kind_at, sides, findings),
        kind=kind,
        signed_on=on,
        place=findings.page.stated(where) if where else None,
        institutions=tuple(_organisation(party, findings) for party in sides.institutions),
        partners=tuple(_organisation(party, findings) for party in sides.partners),
        signatories=tuple(_signatory(s, findings, sides) for s in signed),
        people=tuple(_person(person, findings, sides) for person in others),
        areas=tuple(_areas(group, sides, findings, alone)),
        lifecycle=(
            LifecycleStep(
                status=Lifecycle.SIGNED, on=on, evidence=findings.page.evidence(group[0].verb)
            ),
        ),
        sources=(findings.source,),
        evidence=evidence,
    )


def _tellings(group: list[Event], findings: Findings) -> tuple[list[Span], list[Span]]:
    """The sentences that tell the signing, and those that may tell its occasion."""
    sentences = findings.reading.told()
    first = sentences.index(group[0].sentence)
    before = [s.span for s in sentences[max(0, first - 1) : first] if s.role is Role.BODY]
    body = [s.span for s in sentences if s.role is Role.BODY]
    return [event.sentence.span for event in group], [*before, *body[:2]]


def _areas(group: list[Event], sides: Parties, findings: Findings, alone: bool) -> list[AreaRecord]:
    """Areas of the agreement; of several in one sentence only those told with each."""
    sentences = findings.reading.told() if alone else _about(group[0], sides, findings)
    return [
        AreaRecord(
            phrase=findings.page.stated(area.phrase),
            code=code,
            evidence=findings.page.evidence(area.phrase),
        )
        for area in areas(sentences, None if alone else group[0].scope)
        for code in area.codes or (None,)
    ]


def _about(event: Event, sides: Parties, findings: Findings) -> list[Sentence]:
    """Of several agreements, the sentences that name its own partners and no others."""
    about = []
    for sentence in findings.reading.told():
        named = [o for _, o in findings.register.mentioned(sentence.span) if not o.academic]
        if sentence is event.sentence or (named and all(o in sides.partners for o in named)):
            about.append(sentence)
    return about


def _made_title(kind: Span, sides: Parties, findings: Findings) -> str:
    names = "、".join(findings.page.stated(party.best.own) for party in sides.all)
    return f"{names}：{findings.page.stated(kind)}"[:500]


def _organisation(party: Organisation, findings: Findings) -> OrganisationRecord:
    stated = _with_unit(party, findings)
    own = stated.own if stated else party.best.own
    name = findings.page.stated(own)
    unit = findings.page.stated(Span(own.end, stated.span.end, own.document)) if stated else None
    return OrganisationRecord(
        name=name,
        unit=unit,
        type=party.type,
        country=country_of(folded(name)),
        aliases=tuple(_alias(a, kind, findings) for a, kind in party.aliases.items()),
        evidence=findings.page.evidence(stated.span if stated else own),
    )


def _alias(name: str, kind: AliasKind, findings: Findings) -> AliasRecord:
    """Another name as the source writes it."""
    at = findings.reading.text.find(name)
    written = Span(at, at + len(name), findings.reading.document) if at >= 0 else None
    stated = findings.page.stated(written) if written else name
    return AliasRecord(name=stated, kind=kind, language="zh" if not name.isascii() else None)


def _with_unit(party: Organisation, findings: Findings) -> Mention | None:
    """The first mention in a telling of the signing, body first, if it names a unit."""
    told = sorted(
        (e.sentence for e in findings.told), key=lambda s: (s.role is not Role.BODY, s.span)
    )
    acting = [
        mention
        for sentence in told
        for mention in party.mentions
        if sentence.span.covers(mention.span)
        and not any(p.evidence.overlaps(mention.span) for p in findings.named)
    ]
    return acting[0] if acting and acting[0].unit else None


def _signatory(signed: Signatory, findings: Findings, sides: Parties) -> PersonRecord:
    record = _person(signed.person, findings, sides)
    side = findings.page.stated(signed.side) if signed.side else record.on_behalf_of
    return record.model_copy(update={"role": PersonRole.SIGNATORY, "on_behalf_of": side})


def _person(person: Person, findings: Findings, sides: Parties) -> PersonRecord:
    side = side_of(person, findings.register, sides)
    return PersonRecord(
        name=plain_name(findings.page.stated(person.name)),
        position=findings.page.stated(person.position)[:500] if person.position else None,
        on_behalf_of=findings.page.stated(side) if side else None,
        role=role_of(person, findings.named),
        evidence=findings.page.evidence(person.evidence),
    )
