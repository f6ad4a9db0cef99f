"""One agreement as a record: each slot with its evidence, nothing that has no span."""

import re

from agreements.dates import PartialDate
from agreements.extraction.blocks import Role, Sentence
from agreements.extraction.document import Span
from agreements.extraction.english.areas.areas import Area, areas
from agreements.extraction.english.events.agreement_kinds import is_paper
from agreements.extraction.english.findings import Findings
from agreements.extraction.english.headings import headline
from agreements.extraction.english.organisations.countries import country_of
from agreements.extraction.english.organisations.units import unit_and_whole
from agreements.extraction.english.parties.parties import Parties
from agreements.extraction.english.parties.register import Organisation
from agreements.extraction.english.parties.sides import named_in
from agreements.extraction.english.people.people import Person, identified
from agreements.extraction.english.people.roles import role_of
from agreements.extraction.english.places import place
from agreements.extraction.english.signatories.signatories import Signatory, signatories
from agreements.extraction.english.when import NAMES_DAY, signed_on
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
    OrganisationType,
    PersonRole,
)

_SIGN = re.compile(r"(?:co-?)?sign|ink", re.IGNORECASE)
"""How the verbs begin that say by themselves that something was signed."""
_CEREMONY = re.compile(
    r"^(?:(?:The|Its|This|A|An)\s+)?(?:(?:formal|official)\s+)?(?:sign(?:ing|ature)|ceremony|event)\b",
    re.IGNORECASE,
)
"""With which a sentence begins that goes on to tell of the signing."""
_ASIDE = re.compile(r"\s?[(（]([^()（）]{2,80})[)）]")
_CHINESE = re.compile(r"[\u4e00-\u9fff·]{2,40}")
_WHOSE = re.compile(
    r"^(?:(?:the|its|their)\s+)?(?:university|college|institute|school|faculty|company|firm|group|bank"
    r"|corporation|ministry|chamber|association|foundation|organi[sz]ation|agency|airline)['’]s\s+",
    re.IGNORECASE,
)
"""Before a position that a text does not name the body of: "the company's CEO"."""


def draft(
    group: list[Event],
    sides: Parties,
    findings: Findings,
    beside: frozenset[Organisation],
    alone: bool,
) -> AgreementRecord:
    """The record of the agreement that a group of events tells.

    `beside` are the parties of the other agreements in the same text: what is said of them is
    left out. Without any agreement beside it, it is `alone`.
    """
    kind, kind_at = kind_of(sorted(group, key=lambda event: not is_paper(event.noun)))
    evidence: dict[ScalarSlot, Evidence] = {"kind": kind_at.evidence()}
    day = _signing_day(group, findings)
    where = place(group[0], findings.reading, findings.named)
    if day:
        evidence["signed_on"] = day[1].evidence()
    if where:
        evidence["place"] = where.evidence()
    signed = [
        s
        for s in signatories(group, findings, sides)
        if s.side is None or findings.register.resolve(s.side) not in beside
    ]
    signing = {s.person.name.words for s in signed}
    others = [p for p in identified(findings.named) if p.name.words not in signing]
    head = headline(findings.reading)
    title = findings.title if alone else None
    if title and head and head.words[:500] == title:
        evidence["title"] = head.evidence()
    return AgreementRecord(
        title=title or _made_title(kind, sides),
        kind=kind,
        signed_on=str(day[0]) if day else None,
        place=where.words[:500] if where else None,
        institutions=tuple(_organisation(party) for party in sides.institutions),
        partners=tuple(_organisation(party) for party in sides.partners),
        signatories=tuple(_signatory(s, findings, sides) for s in signed),
        people=tuple(person_record(p, findings, sides) for p in others),
        areas=tuple(
            AreaRecord(phrase=area.phrase.words[:500], code=code, evidence=area.phrase.evidence())
            for area in _areas(group, sides, findings, beside, alone)
            for code in area.codes or (None,)
        ),
        lifecycle=(
            LifecycleStep(
                status=Lifecycle.SIGNED,
                on=str(day[0]) if day else None,
                evidence=_deed(group).evidence(),
            ),
        ),
        sources=(findings.source,),
        evidence=evidence,
    )


def _deed(group: list[Event]) -> Span:
    """The verb that tells the signing: rather "was signed" than "reached"."""
    verbs = [event.verb for event in group]
    return next((verb for verb in verbs if _SIGN.match(verb.words)), verbs[0])


def _signing_day(group: list[Event], findings: Findings) -> tuple[PartialDate, Span] | None:
    acts = [event.sentence.span for event in group]
    sentences = findings.reading.sentences
    body = [s.span for s in sentences if s.role is Role.BODY]
    first = sentences.index(group[0].sentence)
    occasions = (
        [sentences[first - 1].span] if first and sentences[first - 1].role is Role.BODY else []
    )
    later = [s.span for s in sentences[first + 1 : first + 4] if _CEREMONY.search(s.text)]
    far = [s.span for s in sentences if NAMES_DAY.search(s.text)]
    named = [
        s.span
        for event in group
        for s in sentences
        if s.span.covers(event.noun) and s is not event.sentence
    ]
    occasions = later + named + occasions + body[:1] + far
    return signed_on(acts, occasions, findings.day, findings.dateline)


def _areas(
    group: list[Event],
    sides: Parties,
    findings: Findings,
    beside: frozenset[Organisation],
    alone: bool,
) -> list[Area]:
    about = findings.reading.sentences if alone else _about(group, sides, findings, beside)
    reading, register = findings.reading, findings.register
    mentioned = [pair for sentence in about for pair in register.mentioned(sentence.span)]
    bodies = [span for span, party in mentioned if party in sides.all]
    bodies += [p.evidence if p.sentence.span.covers(p.evidence) else p.name for p in findings.named]
    names = [span for span, _ in mentioned] + reading.names("GPE")

    def is_name(phrase: Span) -> bool:
        within = any(name.covers(phrase) for name in names)
        return within or any(body.overlaps(phrase) for body in bodies)

    return areas(
        about,
        reading.tokens,
        is_name,
        None if alone else group[0].scope,
        group[0].sentence,
    )


def _about(
    group: list[Event], sides: Parties, findings: Findings, beside: frozenset[Organisation]
) -> list[Sentence]:
    """The sentences about this agreement: those that name no party of another one.

    Of several agreements that one sentence tells, or of the same parties, only what names the
    partner is surely about this one.
    """
    by_itself = beside and group[0].scope == group[0].sentence.span
    own = {event.sentence.span.start for event in group}
    register = findings.register
    about: list[Sentence] = []
    for sentence in findings.reading.sentences:
        named = {party for _, party in register.mentioned(sentence.span)}
        told = named.isdisjoint(beside) and (by_itself or not named.isdisjoint(sides.partners))
        if sentence.role is not Role.FURNITURE and (told or sentence.span.start in own):
            about.append(sentence)
    return about


def _made_title(kind: AgreementKind, sides: Parties) -> str:
    name = (
        kind.value.replace("_", " ").capitalize()
        if kind is not AgreementKind.OTHER
        else "Agreement"
    )
    one = ", ".join(party.name.words for party in sides.institutions)
    other = ", ".join(party.name.words for party in sides.partners)
    return f"{name} of {one} and {other}"[:500]


def _organisation(party: Organisation) -> OrganisationRecord:
    """A party; a unit of a university is filed under the university, with its unit beside it."""
    stated = party.name.words
    unit, name = unit_and_whole(stated) or (None, stated)
    aliases = tuple(
        AliasRecord(name=alias, kind=kind) for alias, kind in party.aliases if alias != name
    )
    aliases += _chinese_names(party.name)
    type_ = OrganisationType.UNIVERSITY if unit else party.type
    return OrganisationRecord(
        name=name,
        unit=unit,
        type=type_,
        country=country_of(stated),
        aliases=() if unit else aliases,
        evidence=party.name.evidence(),
    )


def _chinese_names(name: Span) -> tuple[AliasRecord, ...]:
    """Its Chinese names, where an English text puts them after the name, in parentheses."""
    if not (aside := _ASIDE.match(name.document.text, name.end)):
        return ()
    return tuple(
        AliasRecord(name=alias, kind=AliasKind.NATIVE, language="zh")
        for alias in _CHINESE.findall(aside[1])
    )


def _signatory(signed: Signatory, findings: Findings, sides: Parties) -> PersonRecord:
    record = person_record(signed.person, findings, sides)
    side = signed.side or record.on_behalf_of
    return record.model_copy(update={"role": PersonRole.SIGNATORY, "on_behalf_of": side})


def person_record(person: Person, findings: Findings, sides: Parties) -> PersonRecord:
    position = person.position
    organisation = named_in(position, findings.register, sides) if position else None
    if organisation is None and person.organisation:
        organisation = person.organisation.words
    return PersonRecord(
        name=person.name.words,
        position=_WHOSE.sub("", position.words)[:500] if position else None,
        on_behalf_of=organisation,
        role=role_of(person, findings.reading),
        evidence=person.evidence.evidence(),
    )
