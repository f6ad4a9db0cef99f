"""Which names of a Chinese text mean the same organisation: full, short and stated other names."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property

from agreements.extraction.chinese.organisations.organisations import Mention, mentions_in
from agreements.extraction.chinese.parties.publisher import school_of_page
from agreements.extraction.chinese.parties.same_names import (
    abbreviations,
    in_order,
    short_names,
    shortens,
)
from agreements.extraction.chinese.script import HAN
from agreements.extraction.chinese.sentences import Reading
from agreements.extraction.document import Span
from agreements.names import normalise_organisation
from agreements.vocabulary.kinds import (
    HIGHER_EDUCATION,
    INSTITUTION_TYPES,
    AliasKind,
    OrganisationType,
)

_ALIAS = re.compile(
    r"[（(]\s*(?P<formal>(?:以下|下文|下)?[统简]?(?:简)?称(?:为)?\s*[:：]?)?\s*[“\"「『‘]?(?P<name>[^（）()“”\"「」『』‘’，。；]{1,24})[”\"」』’]?\s*[）)]"
)
_ACRONYM = re.compile(r"[A-Z][A-Za-z&-]*[A-Z]")
_UNITS = (
    OrganisationType.SCHOOL,
    OrganisationType.COLLEGE,
    OrganisationType.RESEARCH_INSTITUTE,
)
_ABBREVIATED = (OrganisationType.UNIVERSITY, OrganisationType.ASSOCIATION)
_COMMON = frozenset("公司 本公司 集团 学校 学院 我校 甲方 乙方 丙方 协议 本协议".split())
_MANY = 60
"""Organisations that are compared with each other; a press release names fewer."""


@dataclass(eq=False)
class Organisation:
    """An organisation of one text: every place that names it and the names it goes by.

    `part_of` is the organisation of which this one proved to be another name or a unit.
    """

    mentions: list[Mention]
    aliases: dict[str, AliasKind] = field(default_factory=dict)
    part_of: "Organisation | None" = None

    @cached_property
    def best(self) -> Mention:
        """The fullest mention, the first of equals; forgotten when others are joined to it."""
        return max(
            self.mentions,
            key=lambda m: (len(m.own.quotation), len(m.span.quotation), -m.span.start),
        )

    @property
    def type(self) -> OrganisationType:
        """What it is, by its fullest name."""
        return self.best.type

    @property
    def academic(self) -> bool:
        """Whether it is an institution and no partner."""
        return self.type in INSTITUTION_TYPES

    @property
    def whole(self) -> bool:
        """Whether it is a body of its own, and no faculty of a university."""
        return self.type is not OrganisationType.SCHOOL

    @property
    def name(self) -> str:
        """Its fullest name, without a unit."""
        return self.best.own.quotation


class Register:
    """The organisations of one text and where it speaks of them."""

    def __init__(self, reading: Reading) -> None:
        self._text = "\n".join(sentence.text for sentence in reading.told())
        self._stored = reading.text
        self._reading = reading
        self._words = abbreviations(self._text)
        self._by_key: dict[str, Organisation] = {}
        for sentence in reading.told():
            for mention in mentions_in(sentence.span):
                self._add(mention)
        stated = list(self._by_key.values())
        self._join_stated(stated[:_MANY])
        self._join_shorter(stated[:_MANY])
        self._join_units(stated[:_MANY])
        self._join_abbreviated(stated[:_MANY])
        self._named: dict[str, Organisation] = {}
        for organisation in self.organisations()[:_MANY]:
            self._find_aliases(organisation)
        places = [(m.span, self._whole(o)) for o in stated for m in o.mentions]
        self._places = sorted(dict(places).items(), key=lambda pair: pair[0])
        names = sorted(self._named, key=len, reverse=True)
        self._short = re.compile("|".join(map(re.escape, names))) if names else None

    def _add(self, mention: Mention) -> None:
        key = normalise_organisation(mention.own.quotation)
        self._by_key.setdefault(key, Organisation([])).mentions.append(mention)

    def organisations(self) -> list[Organisation]:
        """Each organisation once, in the order of their first mention."""
        return [o for o in self._by_key.values() if o.part_of is None]

    def mentioned(self, span: Span) -> list[tuple[Span, Organisation]]:
        """Organisations spoken of in a stretch of text, by any of their names, in order."""
        first = bisect_left(self._places, span.start, key=lambda pair: pair[0].start)
        last = bisect_left(self._places, span.end, key=lambda pair: pair[0].start)
        found = [pair for pair in self._places[first:last] if span.covers(pair[0])]
        for match in self._short.finditer(span.quotation) if self._short else ():
            at = Span(span.start + match.start(), span.start + match.end(), span.document)
            apart = [pair for pair in found if not at.covers(pair[0]) or at == pair[0]]
            if not any(at.overlaps(other) for other, _ in apart):
                found = [*apart, (at, self._named[match[0]])]
        return sorted(found, key=lambda pair: pair[0])

    @cached_property
    def publisher(self) -> Organisation | None:
        """The one university or college whose page it is: 来源：云山大学新闻网."""
        mentions = school_of_page(self._reading)
        return Organisation(mentions) if mentions else None

    @cached_property
    def home(self) -> Organisation | None:
        """The one university or college that the article names, else the page's publisher."""
        whole = [o for o in self.organisations() if o.type in HIGHER_EDUCATION]
        return whole[0] if len(whole) == 1 else self.publisher

    def _whole(self, organisation: Organisation) -> Organisation:
        while organisation.part_of is not None:
            organisation = organisation.part_of
        return organisation

    def _join_stated(self, stated: list[Organisation]) -> None:
        """…（以下简称国能集团） names the organisation before it."""
        for organisation in stated:
            for mention in list(organisation.mentions):
                match = _ALIAS.match(self._stored, mention.span.end)
                short = self._by_key.get(normalise_organisation(match["name"])) if match else None
                if short and short is not organisation and short.part_of is None:
                    _join(short, organisation)

    def _join_shorter(self, stated: list[Organisation]) -> None:
        """华为 and 华为公司 are 华为技术有限公司 where no second firm is named so."""
        firms = [o for o in stated if o.type is OrganisationType.COMPANY and o.part_of is None]
        for firm in sorted(firms, key=lambda o: len(o.name), reverse=True):
            longer = [
                other
                for other in firms
                if other.part_of is None
                and len(other.name) > len(firm.name)
                and shortens(firm.name, other.name)
                and not re.search(r"[分子]公司$", other.name)
            ]
            if len(longer) == 1:
                _join(firm, longer[0])

    def _join_units(self, stated: list[Organisation]) -> None:
        """工程师学院 alone is the 浙江大学工程师学院 of the same text."""
        for school in [o for o in stated if o.type in _UNITS]:
            whole = [o for o in stated if any(m.unit == school.name for m in o.mentions)]
            if len(whole) == 1:
                school.part_of = whole[0]

    def _join_abbreviated(self, stated: list[Organisation]) -> None:
        """省经信委 is 浙江省经济和信息化委员会: its characters stand there in this order."""
        for short in stated:
            if short.type is OrganisationType.GOVERNMENT or short.name.endswith("大"):
                full = [
                    o
                    for o in stated
                    if o.type is short.type
                    and len(o.name) > len(short.name) + (o.type is OrganisationType.GOVERNMENT) + 1
                    and in_order(short.name, o.name)
                ]
                if len(full) == 1:
                    _join(short, full[0])

    def _find_aliases(self, organisation: Organisation) -> None:
        for mention in organisation.mentions:
            match = _ALIAS.match(self._stored, mention.span.end)
            if match and (kind := _alias_kind(match["name"].strip(), bool(match["formal"]))):
                self._name(match["name"].strip(), organisation, kind)
        shorts = short_names(organisation.name, organisation.type)
        if organisation.type in _ABBREVIATED:
            shorts += [short for short in self._words if in_order(short, organisation.name)]
        for short in sorted(shorts, key=len, reverse=True):
            known = self._whole(self._by_key.get(short, organisation))
            if known is organisation and self._stands_alone(short):
                self._name(short, organisation, AliasKind.SHORT)

    def _name(self, name: str, organisation: Organisation, kind: AliasKind) -> None:
        if name != organisation.name and name not in self._named:
            self._named[name] = organisation
            organisation.aliases.setdefault(name, kind)

    def _stands_alone(self, short: str) -> bool:
        """Whether a short name is used outside of every longer one."""
        uses = [match.start() for match in re.finditer(re.escape(short), self._text)]
        if not uses:
            return False
        written = {m.own.quotation for o in self._by_key.values() for m in o.mentions}
        longer = [*written, *self._named]
        inside = [
            match.span()
            for name in longer
            if short in name and short != name
            for match in re.finditer(re.escape(name), self._text)
        ]
        return any(not any(start <= use < end for start, end in inside) for use in uses)


def _join(short: Organisation, full: Organisation) -> None:
    """Make one organisation of two: the fuller name stays, the other becomes an alias."""
    full.mentions += short.mentions
    full.__dict__.pop("best", None)
    full.aliases |= {short.name: AliasKind.SHORT, **short.aliases}
    short.part_of = full


def _alias_kind(name: str, formal: bool) -> AliasKind | None:
    if name in _COMMON:
        return None
    if _ACRONYM.fullmatch(name):
        return AliasKind.ACRONYM
    return AliasKind.SHORT if formal and re.fullmatch(rf"[{HAN}A-Za-z\d ]+", name) else None
