"""What the Chinese stages found for one agreement as one record."""

import re

from agreements.extraction.blocks import Role, Sentence
from agreements.extraction.chinese.areas.areas import areas
from agreements.extraction.chinese.findings import Findings
from agreements.extraction.chinese.organisations.countries import country_of
from agreements.extraction.chinese.organisations.organisations import Mention
from agreements.extraction.chinese.parties.belonging import (
    named_first,
    unknown_body,
    without_body,
)
from agreements.extraction.chinese.parties.parties import Parties
from agreements.extraction.chinese.parties.register import Organisation
from agreements.extraction.chinese.people.names import plain_name
from agreements.extraction.chinese.people.people import Person, distinct
from agreements.extraction.chinese.people.roles import role_of
from agreements.extraction.chinese.places import place
from agreements.extraction.chinese.script import folded
from agreements.extraction.chinese.signatories.behalf import side_of
from agreements.extraction.chinese.signatories.signatories import Signatory, signatories
from agreements.extraction.chinese.when import signed_on
from agreements.extraction.document import Span
from agreements.extraction.events import Event
from agreements.extraction.verdicts import kind_of
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

_PAPER = re.compile("协议|协定|备忘录|意向书|合同|合约|契约|MOU|MoU")
"""A document; without one, "strategic cooperation" only says what the ceremony was about."""


def record(group: list[Event], sides: Parties, findings: Findings, alone: bool) -> AgreementRecord:
    papers = [event for event in group if _PAPER.search(event.noun.quotation)]
    kind, kind_at = kind_of(papers or group)
    if kind is AgreementKind.OTHER:  # 签约 names no paper, but always means a contract
        kind = AgreementKind.COOPERATION_AGREEMENT
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
    if not alone:
        signed = [s for s in signed if _of_these(s, findings, sides)]
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
        people=tuple(person_record(person, findings, sides) for person in others),
        areas=tuple(_areas(group, sides, findings, alone)),
        lifecycle=(
            LifecycleStep(
                status=Lifecycle.SIGNED, on=on, evidence=findings.page.evidence(group[0].verb)
            ),
        ),
        sources=(findings.source,),
        evidence=evidence,
    )


def _of_these(signed: Signatory, findings: Findings, sides: Parties) -> bool:
    """Whether somebody does not sign for a partner in another agreement."""
    named = findings.register.mentioned(signed.side) if signed.side else []
    return not named or any(o.academic or o in sides.all for _, o in named)


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
    papers = [event for event in group if event.kind is not AgreementKind.OTHER]
    told = [e.sentence for e in papers or group if e.sentence.span.covers(e.scope)]
    return [
        AreaRecord(
            phrase=findings.page.stated(area.phrase),
            code=code,
            evidence=findings.page.evidence(area.phrase),
        )
        for area in areas(sentences, told, None if alone else group[0].scope)
        for code in area.codes or (None,)
    ]


def _about(event: Event, sides: Parties, findings: Findings) -> list[Sentence]:
    """Of several agreements, the sentences that name its own partners and no others, or itself.

    What 双方 agreed on without a name holds for each of those told in one.
    """
    about, alike = [], event.scope == event.sentence.span
    for sentence in findings.reading.told():
        mentioned = [o for _, o in findings.register.mentioned(sentence.span)]
        named = [o for o in mentioned if not o.academic]
        own = named and all(o in sides.partners for o in named)
        if sentence is event.sentence and not sentence.span.covers(event.scope):
            continue  # it tells of all the papers that it counts
        shared = alike and not mentioned and "双方" in sentence.text
        if (
            own
            or shared
            or sentence is event.sentence
            or event.noun.words.strip("《") in sentence.text
        ):
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
    acting = (
        mention
        for sentence in told
        for mention in party.mentions
        if sentence.span.covers(mention.span)
        and not any(p.evidence.overlaps(mention.span) for p in findings.named)
    )
    first = next(acting, None)
    return first if first and first.unit else None


def _signatory(signed: Signatory, findings: Findings, sides: Parties) -> PersonRecord:
    record = person_record(signed.person, findings, sides)
    side = findings.page.stated(signed.side) if signed.side else record.on_behalf_of
    return record.model_copy(update={"role": PersonRole.SIGNATORY, "on_behalf_of": side})


def person_record(person: Person, findings: Findings, sides: Parties) -> PersonRecord:
    side = side_of(person, findings.named, findings.register, sides)
    post = without_body(person.position, findings.register) if person.position else None
    if person.position:
        known = findings.register.mentioned(person.position)
        party = None if known else named_first(person.position, sides.all)
        if party:
            post = Span(party.end, person.position.end, party.document)
        side = side or party or unknown_body(person.position)
    return PersonRecord(
        name=plain_name(findings.page.stated(person.name)),
        position=findings.page.stated(post)[:500] if post else None,
        on_behalf_of=findings.page.stated(side) if side else None,
        role=role_of(findings.namings[person.plain], findings.named),
        evidence=findings.page.evidence(person.evidence),
    )
