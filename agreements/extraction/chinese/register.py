"""Which names of a Chinese text mean the same organisation: full, short and stated other names."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property

from agreements.extraction.chinese.grammar import HAN
from agreements.extraction.chinese.organisations import Mention, mentions_in
from agreements.extraction.chinese.sentences import Reading
from agreements.extraction.document import Span
from agreements.names import normalise_organisation
from agreements.vocabulary.kinds import INSTITUTION_TYPES, AliasKind, OrganisationType

_ALIAS = re.compile(
    r"[（(]\s*(?P<formal>(?:以下|下文|下)?[统简]?(?:简)?称(?:为)?\s*[:：]?)?\s*[“\"「『‘]?(?P<name>[^（）()“”\"「」『』‘’，。；]{1,24})[”\"」』’]?\s*[）)]"
)
_ACRONYM = re.compile(r"[A-Z][A-Za-z&-]*[A-Z]")
_REGION = re.compile(
    "中国|内蒙古|黑龙江|哈尔滨|石家庄|呼和浩特|乌鲁木齐|马鞍山|秦皇岛|连云港|景德镇|牡丹江|佳木斯|齐齐哈尔"
    "|(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西"
    "|甘肃|青海|广西|西藏|宁夏|新疆|深圳|广州|杭州|南京|苏州|武汉|成都|西安|青岛|大连|厦门|宁波|济南|合肥|长沙)[省市]?"
    "|[^省市]{2,3}[省市]"
)
_TRADE = re.compile(
    r"(?:技术|科技|信息|电子|通信|通讯|网络|软件|数字|智能|云计算|控股|实业|投资|股份|国际|集团|产业|发展|服务|\(.*\)|（.*）)+$"
)
_LEGAL = re.compile(r"(?:集团)?(?:股份|有限|责任)*公司$|集团$")
_MANY = 60
"""Organisations that are compared with each other; a press release names fewer."""
_SCHOOL = re.compile(r"大学|学院")


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
    def name(self) -> str:
        """Its fullest name, without a unit."""
        return self.best.own.quotation


class Register:
    """The organisations of one text and where it speaks of them."""

    def __init__(self, reading: Reading) -> None:
        self._text = "\n".join(sentence.text for sentence in reading.told())
        self._stored = reading.text
        self._by_key: dict[str, Organisation] = {}
        for sentence in reading.told():
            for mention in mentions_in(sentence.span):
                self._add(mention)
        stated = list(self._by_key.values())
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
            if not any(at.overlaps(other) for other, _ in found):
                found.append((at, self._named[match[0]]))
        return sorted(found, key=lambda pair: pair[0])

    def _whole(self, organisation: Organisation) -> Organisation:
        while organisation.part_of is not None:
            organisation = organisation.part_of
        return organisation

    def _join_shorter(self, stated: list[Organisation]) -> None:
        """华为 and 华为公司 are 华为技术有限公司 where no second firm begins so."""
        firms = [o for o in stated if o.type is OrganisationType.COMPANY]
        for firm in sorted(firms, key=lambda o: len(o.name), reverse=True):
            longer = [
                other
                for other in firms
                if other.part_of is None
                and len(other.name) > len(firm.name)
                and _core(other.name).startswith(_core(firm.name))
                and not re.search(r"[分子]公司$", other.name)
            ]
            if len(longer) == 1:
                _join(firm, longer[0])

    def _join_units(self, stated: list[Organisation]) -> None:
        """工程师学院 alone is the 浙江大学工程师学院 of the same text."""
        for school in [o for o in stated if o.type is OrganisationType.SCHOOL]:
            whole = [o for o in stated if any(m.unit == school.name for m in o.mentions)]
            if len(whole) == 1:
                school.part_of = whole[0]

    def _join_abbreviated(self, stated: list[Organisation]) -> None:
        """省经信委 is 浙江省经济和信息化委员会: its characters stand there in this order."""
        bodies = [o for o in stated if o.type is OrganisationType.GOVERNMENT]
        for short in bodies:
            full = [
                o
                for o in bodies
                if len(o.name) > len(short.name) + 2 and _in_order(short.name, o.name)
            ]
            if len(full) == 1:
                _join(short, full[0])

    def _find_aliases(self, organisation: Organisation) -> None:
        for mention in organisation.mentions:
            match = _ALIAS.match(self._stored, mention.span.end)
            if match and (kind := _alias_kind(match["name"].strip(), bool(match["formal"]))):
                self._name(match["name"].strip(), organisation, kind)
        for short in sorted(_short_names(organisation), key=len, reverse=True):
            if short not in self._by_key and self._stands_alone(short):
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
        longer = [o.name for o in self.organisations()] + list(self._named)
        inside = [
            match.span()
            for name in longer
            if short in name
            for match in re.finditer(re.escape(name), self._text)
        ]
        return any(not any(start <= use < end for start, end in inside) for use in uses)


def _join(short: Organisation, full: Organisation) -> None:
    """Make one organisation of two: the fuller name stays, the other becomes an alias."""
    full.mentions += short.mentions
    full.__dict__.pop("best", None)
    full.aliases |= {short.name: AliasKind.SHORT, **short.aliases}
    short.part_of = full


def _in_order(short: str, full: str) -> bool:
    characters = iter(full)
    return all(char in characters for char in short)


def _core(name: str) -> str:
    return _LEGAL.sub("", name) or name


def _alias_kind(name: str, formal: bool) -> AliasKind | None:
    if _ACRONYM.fullmatch(name):
        return AliasKind.ACRONYM
    return AliasKind.SHORT if formal and re.fullmatch(rf"[{HAN}A-Za-z\d ]+", name) else None


def _short_names(organisation: Organisation) -> list[str]:
    """The ways in which such names are shortened: 哈工大, 浙大, 上理工, 北航, 新华医疗."""
    if organisation.type is OrganisationType.COMPANY:
        return _short_company(organisation.name)
    match = _SCHOOL.search(organisation.name)
    if match is None or match.end() != len(organisation.name):
        return []
    body, last = organisation.name[: match.start()], match[0][0]
    if len(body) < 2:
        return []
    region = _REGION.match(body)
    place = region[0] if region else body[:2]
    rest = body[len(place) :]
    first = place[0]
    if not rest:
        return [first + "大"] if last == "大" else []
    shorts = [
        place + rest,
        first + rest,
        first + rest[0] + "大",
        place + rest[0] + "大",
        place + rest[:2] + "大",
    ]
    if last == "大" and first != "中":
        shorts += [first + rest[0]]
    if len(rest) >= 4:
        shorts += [rest, rest + "大"]
    return [short for short in shorts if len(short) >= 2]


def _short_company(name: str) -> list[str]:
    core = _core(name)
    region = _REGION.match(core)
    without = core[region.end() :] if region and len(core) - region.end() >= 2 else core
    bare = _TRADE.sub("", without)
    shorts = [core, without, *(without[:n] for n in range(len(without) - 1, 3, -1))]
    return [
        *(s for s in shorts if len(s) >= 3),
        *([bare] if len(bare) >= 2 and bare != without else []),
    ]
