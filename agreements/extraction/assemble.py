"""From a document to records: runs the stages and keeps only what stands in the text."""

from dataclasses import dataclass

from agreements.dates import PartialDate
from agreements.extraction.announcement import Event, Modality, events
from agreements.extraction.areas import Area, areas
from agreements.extraction.chinese import extract_chinese
from agreements.extraction.countries import country_of
from agreements.extraction.document import Document, Span
from agreements.extraction.headings import headline, publisher
from agreements.extraction.languages import language_name, language_of
from agreements.extraction.parties import Parties, parties
from agreements.extraction.people import Person, distinct, people
from agreements.extraction.pipeline import Reading, read
from agreements.extraction.places import place
from agreements.extraction.register import Organisation, Register
from agreements.extraction.result import Extraction, Rejection
from agreements.extraction.roles import role_of
from agreements.extraction.sentences import Role, Sentence
from agreements.extraction.signatories import Signatory, named_in, signatories
from agreements.extraction.units import unit_and_whole
from agreements.extraction.when import published, signed_on
from agreements.records import (
    AgreementRecord,
    AliasRecord,
    AreaRecord,
    Evidence,
    LifecycleStep,
    OrganisationRecord,
    PersonRecord,
    ScalarSlot,
    SourceRecord,
)
from agreements.vocabulary.kinds import AgreementKind, Lifecycle, OrganisationType, PersonRole

VERSION = "1"
"""Of the rules; raised when the same document may give another record."""

READ = frozenset({"en", "zh"})
"""Languages that can be read."""


@dataclass(frozen=True, slots=True)
class _Findings:
    """What the stages found in a document, before it is put into records."""

    reading: Reading
    source: SourceRecord
    day: PartialDate | None
    dateline: Span | None
    named: list[Person]
    told: list[Event]
    register: Register


def extract(document: Document) -> Extraction:
    """The agreements that a document announces, the people in it, and what was set aside and why."""
    language = document.language or language_of(document.text)
    if language[:2] not in READ:
        why = f"the document is in {language_name(language)}; only English and Chinese can be read so far"
        return Extraction((), (), document.published_on, (Rejection(why),))
    if language[:2] == "zh":
        return extract_chinese(document)
    findings = _findings(document, language)
    told = findings.told
    records, rejected = _records(told, findings)
    sides = parties(told[0], findings.register, findings.reading) if told else Parties((), ())
    everyone = tuple(_person(p, findings, sides) for p in distinct(findings.named))
    return Extraction(tuple(records), everyone, findings.day, tuple(rejected))


def _findings(document: Document, language: str) -> _Findings:
    reading = read(document)
    found = published(document, [block.span for block in reading.blocks])
    day, dateline = found or (None, None)
    named = people(reading)
    told = events(reading, day.year if day else None)
    title = document.title or (head.words if (head := headline(reading)) else None)
    by = document.publisher or (line.words if (line := publisher(reading)) else None)
    source = SourceRecord(
        url=document.url,
        title=title[:500] if title else None,
        publisher=by,
        published_on=str(day) if day else None,
        language=language,
        voice=document.voice,
        text_kind=document.text_kind,
        text=document.text,
    )
    return _Findings(reading, source, day, dateline, named, told, Register(reading, named, told))


def _records(
    told: list[Event], findings: _Findings
) -> tuple[list[AgreementRecord], list[Rejection]]:
    """One record for each agreement; events that tell the same agreement are folded into one."""
    rejected = [_set_aside(event) for event in told if event.modality is not Modality.DONE]
    done = [event for event in told if event.modality is Modality.DONE]
    if all(event.kind is AgreementKind.OTHER for event in done):
        return [], rejected or [Rejection("no signing of an agreement is told")]
    records: list[AgreementRecord] = []
    for group in _agreements(done):
        sides = _sides(group, findings)
        if why := _falls_short(sides):
            rejected.append(Rejection(why, group[0].sentence.span.evidence()))
        else:
            records.append(_record(group, sides, findings, alone=len(_agreements(done)) == 1))
    return _with_company(records, rejected)


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


def _sides(group: list[Event], findings: _Findings) -> Parties:
    """The parties of the first event that names both sides, else the best of all."""
    found = [parties(event, findings.register, findings.reading) for event in group]
    return next((sides for sides in found if sides.institutions and sides.partners), found[0])


def _falls_short(sides: Parties) -> str | None:
    if not sides.institutions:
        return "no university, college or institute is named among the parties"
    if not sides.partners:
        return "no company or other partner outside the universities is named among the parties"
    return None


def _with_company(
    records: list[AgreementRecord], rejected: list[Rejection]
) -> tuple[list[AgreementRecord], list[Rejection]]:
    """Records, unless government bodies are the only partners in all of them."""
    partners = [partner for record in records for partner in record.partners]
    if partners and all(partner.type is OrganisationType.GOVERNMENT for partner in partners):
        why = "the only partner is a government body; no company is among the parties"
        return [], [*rejected, Rejection(why, partners[0].evidence)]
    return records, rejected


def _record(
    group: list[Event], sides: Parties, findings: _Findings, alone: bool
) -> AgreementRecord:
    kind, kind_at = _kind(group)
    evidence: dict[ScalarSlot, Evidence] = {"kind": kind_at.evidence()}
    day = _signing_day(group, findings)
    where = place(group[0], findings.reading)
    if day:
        evidence["signed_on"] = day[1].evidence()
    if where:
        evidence["place"] = where.evidence()
    signed = signatories(group, findings.named, findings.register, sides)
    signing = {s.person.name.words for s in signed}
    others = [p for p in distinct(findings.named) if p.name.words not in signing]
    head = headline(findings.reading)
    title = findings.source.title if alone else None
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
        people=tuple(_person(p, findings, sides) for p in others),
        areas=tuple(
            AreaRecord(phrase=area.phrase.words, code=code, evidence=area.phrase.evidence())
            for area in _areas(group, sides, findings, alone)
            for code in area.codes or (None,)
        ),
        lifecycle=(
            LifecycleStep(
                status=Lifecycle.SIGNED,
                on=str(day[0]) if day else None,
                evidence=group[0].verb.evidence(),
            ),
        ),
        sources=(findings.source,),
        evidence=evidence,
    )


def _areas(group: list[Event], sides: Parties, findings: _Findings, alone: bool) -> list[Area]:
    about = _about(group, sides, findings, alone)
    bodies = [span for sentence in about for span, _ in findings.register.mentioned(sentence.span)]
    bodies += [person.evidence for person in findings.named]
    return areas(about, bodies, None if alone else group[0].scope)


def _kind(group: list[Event]) -> tuple[AgreementKind, Span]:
    """The kind that the events name; a plain "agreement" gives way to a fuller name."""
    plain = {AgreementKind.COOPERATION_AGREEMENT, AgreementKind.OTHER}
    event = next((e for e in group if e.kind not in plain), group[0])
    return event.kind, event.noun


def _signing_day(group: list[Event], findings: _Findings) -> tuple[PartialDate, Span] | None:
    acts = [event.sentence.span for event in group]
    sentences = findings.reading.sentences
    body = [s.span for s in sentences if s.role is Role.BODY]
    first = sentences.index(group[0].sentence)
    occasions = (
        [sentences[first - 1].span] if first and sentences[first - 1].role is Role.BODY else []
    )
    return signed_on(acts, occasions + body[:1], findings.day, findings.dateline)


def _about(group: list[Event], sides: Parties, findings: _Findings, alone: bool) -> list[Sentence]:
    """The sentences about this agreement: of several, those that name one of its own partners."""
    body = [s for s in findings.reading.sentences if s.role is not Role.FURNITURE]
    if alone:
        return body
    partners = set(sides.partners)
    about: list[Sentence] = []
    for number, sentence in enumerate(body):
        before = body[number - 1] if number else None
        named = {organisation for _, organisation in findings.register.mentioned(sentence.span)}
        others = {o for o in named if not o.academic} - partners
        goes_on = bool(about) and about[-1] is before and sentence.text.startswith(("It ", "They "))
        own = any(sentence is event.sentence for event in group) or named & partners or goes_on
        if sentence is group[0].sentence or (own and not others):
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
    type_ = OrganisationType.UNIVERSITY if unit else party.type
    return OrganisationRecord(
        name=name,
        unit=unit,
        type=type_,
        country=country_of(stated),
        aliases=() if unit else aliases,
        evidence=party.name.evidence(),
    )


def _signatory(signed: Signatory, findings: _Findings, sides: Parties) -> PersonRecord:
    record = _person(signed.person, findings, sides)
    side = signed.side or record.on_behalf_of
    return record.model_copy(update={"role": PersonRole.SIGNATORY, "on_behalf_of": side})


def _person(person: Person, findings: _Findings, sides: Parties) -> PersonRecord:
    position = person.position
    organisation = named_in(position, findings.register, sides) if position else None
    if organisation is None and person.organisation:
        organisation = person.organisation.words
    return PersonRecord(
        name=person.name.words,
        position=position.words[:500] if position else None,
        on_behalf_of=organisation,
        role=role_of(person, findings.reading),
        evidence=person.evidence.evidence(),
    )
