"""The items of a page that gathers several: a digest, an archive, a newsletter.

Each has a heading of its own, often a day, and other parties than the items around it. A page about
one agreement may have headings, too, but goes on about the same parties below them.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from agreements.dates import PartialDate
from agreements.extraction.blocks import Role, Sentence
from agreements.extraction.document import Span
from agreements.extraction.english.findings import Findings
from agreements.extraction.english.headings import headline, reads_like_headline
from agreements.extraction.english.organisations.units import is_unit_alone
from agreements.extraction.english.parties.closing import is_open
from agreements.extraction.english.parties.parties import Parties, parties_of
from agreements.extraction.english.parties.register import Organisation
from agreements.extraction.english.parties.several import by_agreement, share_a_brand
from agreements.extraction.english.stretches import narrowed
from agreements.extraction.english.written_dates import dates_in
from agreements.extraction.events import Event, Modality
from agreements.vocabulary.kinds import AgreementKind, OrganisationType


@dataclass(slots=True)
class _Item:
    """Sentences under one heading, the day or month beside it, and the parties that they tell.

    One that `signs` tells a signing, if perhaps not between a school and a partner.
    """

    sentences: list[Sentence]
    day: tuple[PartialDate, Span] | None
    signs: bool
    schools: set[Organisation]
    partners: set[Organisation]


def items(findings: Findings) -> list[Findings]:
    """Each item of a gathering page that tells an agreement, or the page if it gathers none."""
    sections = _sections(findings.reading.sentences)
    if len(sections) < 2:
        return [findings]
    found: list[_Item] = []
    dated: list[tuple[PartialDate, Span]] = []
    for section in sections:
        item = _item(section, findings, found[-1] if found else None)
        dated += [item.day] if item.day else []
        same = next((other for other in found if _same_agreement(item, other)), None)
        if same:
            same.sentences += item.sentences
        elif item.partners:
            found.append(item)
        elif found and not _is_of_others(item, found[-1], findings):
            found[-1].sentences += item.sentences
    if not found or (len(found) < 2 and len({day for day, _ in dated}) < 2):
        return [findings]
    if findings.dateline in [span for _, span in dated]:  # it dates one item, not the page
        findings = replace(findings, day=None, dateline=None)
    return [_alone(item, findings) for item in found]


def parties_here(
    group: list[Event], stretch: Findings, item: Findings, before: Collection[Organisation]
) -> Parties:
    """The sides of an agreement of an item, as its own stretch tells them.

    A school that several agreements share may be named elsewhere in the item, and "the university"
    of an item may be that of the items `before`.
    """
    sides = parties_of(group, stretch.register, stretch.reading)
    if sides.institutions:
        return sides
    schools = parties_of(group, item.register, item.reading).institutions
    if not schools and any(is_open(event, academic=True) for event in group):
        schools = tuple(before)
    return replace(sides, institutions=schools)


def _sections(sentences: list[Sentence]) -> list[list[Sentence]]:
    """The sentences below each heading, the heading with them; the page's own head left out."""
    sections: list[list[Sentence]] = [[]]
    in_body = False
    for sentence in sentences:
        if sentence.role is Role.HEADING and in_body:
            sections.append([])
            in_body = False
        in_body = in_body or sentence.role is Role.BODY
        sections[-1].append(sentence)
    first = sections[0]
    titles = [
        number
        for number, sentence in enumerate(first)
        if sentence.role is Role.HEADING and reads_like_headline(sentence.span)
    ]
    sections[0] = first[titles[-1] :] if titles else first
    return sections


def _item(section: list[Sentence], findings: Findings, before: _Item | None) -> _Item:
    day = _day_beside_heading(section)
    schools: set[Organisation] = set()
    partners: set[Organisation] = set()
    first, last = section[0].span, section[-1].span
    done = [
        event
        for event in findings.told
        if event.modality is Modality.DONE and first <= event.sentence.span <= last
    ]
    signs = any(event.kind is not AgreementKind.OTHER for event in done)
    if signs:
        named = _named(section, findings, Role.BODY)
        item = narrowed(findings, section)
        for group in by_agreement(done, item.register, item.reading):
            sides = parties_here(group, item, item, before.schools if before else ())
            sure = any(
                party in named or party.type is OrganisationType.COMPANY for party in sides.partners
            )
            if sides.institutions and sure:
                schools |= set(sides.institutions)
                partners |= set(sides.partners)
    return _Item(section, day, signs, schools, partners)


def _day_beside_heading(section: list[Sentence]) -> tuple[PartialDate, Span] | None:
    for sentence in section:
        if sentence.role is Role.BODY:
            return None
        for mention in dates_in(sentence.span):
            if day := mention.resolve(None):
                return day, mention.span
    return None


def _same_agreement(one: _Item, other: _Item) -> bool:
    if not one.partners or (one.day and other.day and one.day[0] != other.day[0]):
        return False
    partners = share_a_brand(list(one.partners), list(other.partners))
    units = all(is_unit_alone(school.name.words) for school in one.schools)
    return partners and (units or not one.schools.isdisjoint(other.schools))


def _is_of_others(item: _Item, before: _Item, findings: Findings) -> bool:
    """Whether a section that tells no agreement is about other bodies than the item before it."""
    named = _named(item.sentences, findings, Role.HEADING, Role.BODY, Role.CAPTION)
    known = before.schools | before.partners
    if item.signs and any(party.academic and party not in known for party in named):
        return True  # schools that sign with each other
    return bool(named) and named.isdisjoint(known)


def _named(sentences: list[Sentence], findings: Findings, *roles: Role) -> set[Organisation]:
    return {
        party
        for sentence in sentences
        if sentence.role in roles
        for _, party in findings.register.mentioned(sentence.span)
    }


def _alone(item: _Item, findings: Findings) -> Findings:
    """An item with the day of its heading as that of its publication."""
    found = narrowed(findings, item.sentences)
    title = headline(found.reading)
    found = replace(found, title=title.words[:500] if title else None)
    if item.day and item.day[0].day:
        return replace(found, day=item.day[0], dateline=item.day[1])
    return found
