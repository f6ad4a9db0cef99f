"""People in Chinese text: the position before a name, lists of names, foreign names.

A name is looked for where an office ends. It is a surname with one or two characters (a foreign
name has dots or Latin letters) and must stop where a verb, a conjunction or punctuation goes on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from agreements.extraction.blocks import Sentence
from agreements.extraction.chinese.grammar import HAN, phrase_start
from agreements.extraction.chinese.sentences import Reading
from agreements.extraction.chinese.titles import HONORIFIC, NO_NAME, OFFICE, SURNAME
from agreements.extraction.document import Span

_VERBAL = (
    "以及|代表|出席|致辞|致词|致欢|讲话|发言|发表|主持|见证|参加|参与|参观|介绍|表示|指出|强调|认为|希望|宣布|陪同|会见|会谈|接待|欢迎|回顾|首先|结合|围绕"
    "|详细|深入|高度|充分|衷心|热烈|共同|亲自|莅临|应邀|带队|带领|前往|来到|来访|担任|随后|现场|分别|双双|进行|听取|走访|考察|调研|座谈|交流|祝贺|感谢|期待"
    "|提出|总结|通过|签署|签订|签约|签字|上台|一起|一行|先后|重点|简要|作了|做了|先生|女士|教授|博士|院士|同志|到场|到会|揭牌|讲述|阐述|回应|受邀|牵头"
    "|负责|会上|当日|现任|专程|全程|逐一|亲切|握手|互换|交换"
)
_AFTER = (
    rf"$|[^{HAN}\w]|{_VERBAL}|与|和|及|同(?!志)|致|说|谈|也|还|并|从|以|携|赴|于|将|已|任|是|代|签|作|做|对|向|就|为|在|等|的|率|受"
    r"|[副校院书主总董部处局厅]"
)
_OFFICE_BEGINS = re.compile(r"[副校院书主总董部处局厅区市省县委常执]|" + OFFICE.pattern)
_VERB_AFTER = re.compile(_VERBAL)
_FUNCTION = frozenset("与和及等说在对向就率作做的将并也还是从于为以签代受携致谈")
_SOUNDS = (
    "阿埃艾安昂奥巴白班邦保鲍贝本比彼宾波博伯布查达戴丹道德登迪蒂丁东杜多厄恩尔法范菲费芬弗福富盖戈格古哈汉豪赫亨胡华怀惠霍基吉加简杰金卡凯坎康考科克肯库夸昆拉莱赖兰朗劳勒雷里利理力"
    "列林龙隆卢鲁路伦罗洛吕马玛迈麦曼芒毛梅门蒙米密明莫默姆穆纳奈南内尼努诺欧帕派潘佩彭皮珀普奇齐乔切钦琼丘热容茹儒瑞若萨赛桑瑟森沙山尚绍申圣施史什舒斯苏索塔泰坦汤唐陶特腾图托瓦"
    "万旺威韦维魏温文沃乌武西希锡夏香谢辛休逊雅亚扬耶叶伊尤约泽扎詹珍朱兹祖佐娜妮丝莎琳莉黛娅蕾薇露艳萍宾桥敦英阁辰丽莲卜易欣甘侯罕农哥乃依赞佳冉延"
)
_FOREIGN = re.compile(
    rf"[{HAN}]{{1,8}}?(?:[·•‧・][{_SOUNDS}]{{1,8}})+|[A-Z][A-Za-z'’.-]+(?:\s(?:[A-Z][A-Za-z'’.-]*|bin|binti|al|de|von|van))+"
)
_THREE = re.compile(rf"{SURNAME}[{HAN}]{{2}}(?={_AFTER})")
_TWO = re.compile(rf"{SURNAME}[ \u3000]?[{HAN}](?={_AFTER})")
_BEFORE_NAME = re.compile(r"[\s:：]{0,2}")
_JOINED = re.compile(r"\s?(?:、|以及|和|与|及)\s?")
_TITLE_JOIN = re.compile(r"[、 \u3000]|兼(?:任)?|(?<=[长记任裁官士])(?=[^、])")
_BEHIND = re.compile(
    rf"(?:^|(?<=[^{HAN}])|(?<=[与和及由在对向请、]))(?P<name>{SURNAME}[{HAN}]{{1,2}}?)(?P<title>(?:副)?(?:{HONORIFIC.pattern}))(?=[^{HAN}]|{_AFTER})"
)
_MOST = 60
"""Offices that one sentence of prose may hold."""
_POLITE = frozenset("先生 女士 教授 博士 院士 同志 阁下".split())


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named, where and how: `evidence` holds name and position."""

    name: Span
    position: Span | None
    evidence: Span
    sentence: Sentence

    @property
    def plain(self) -> str:
        """The name without the space that typesetting puts into short ones."""
        return plain_name(self.name.quotation)


def plain_name(name: str) -> str:
    """A name as it is written elsewhere: 周玉 for 周 玉; Latin names keep their spaces."""
    return " ".join(name.split()) if re.search(r"[A-Za-z]", name) else "".join(name.split())


def people(reading: Reading) -> list[Person]:
    """Every mention of a person in the article, in order of place."""
    introduced = {sentence.span: _first_named(sentence) for sentence in reading.told()}
    names = {person.plain for found in introduced.values() for person in found}
    if not names:
        return []
    spelt = [r"\s?".join(map(re.escape, name)) for name in sorted(names, key=len, reverse=True)]
    known = re.compile("|".join(spelt))
    for sentence in reading.told():
        found = introduced[sentence.span]
        found += [p for p in _named_again(sentence, known) if not _taken(p, found)]
    return sorted((p for found in introduced.values() for p in found), key=lambda p: p.name)


def _first_named(sentence: Sentence) -> list[Person]:
    found = list(_introduced(sentence))
    return found + [person for person in _addressed(sentence) if not _taken(person, found)]


def distinct(found: list[Person]) -> list[Person]:
    """One mention of each person, the one that gives the fullest position of their own."""
    best: dict[str, Person] = {}
    for person in found:
        held = best.get(person.plain)
        if held is None or _tells(person) > _tells(held):
            best[person.plain] = person
    return list(best.values())


def _tells(person: Person) -> tuple[bool, int]:
    """How much a mention says of a position; one that a list shares counts less than one's own."""
    length = len(person.position.quotation) if person.position else 0
    return length > 0 and person.evidence != person.name, length


def _taken(person: Person, found: list[Person]) -> bool:
    return any(person.name.overlaps(other.evidence) for other in found)


def _introduced(sentence: Sentence) -> Iterator[Person]:
    """Names behind an office, and those that a list joins to them."""
    span = sentence.span
    text, document = span.document.text, span.document
    at = span.start
    for office in islice(OFFICE.finditer(text, span.start, span.end), _MOST):
        gap = _BEFORE_NAME.match(text, office.end())
        name = name_at(span, gap.end() if gap else office.end())
        if name is None or office.start() < at:
            continue
        position = Span(position_start(text, office.start(), at), office.end(), document)
        yield Person(name, position, position.to(name), sentence)
        at = name.end
        while (joint := _JOINED.match(text, at)) and (listed := name_at(span, joint.end())):
            if _OFFICE_BEGINS.match(text, listed.end):
                break
            yield Person(listed, position, listed, sentence)
            at = listed.end


def position_start(text: str, office: int, floor: int) -> int:
    """Where the position that this office closes begins; offices before it belong to it."""
    start = phrase_start(text, office, floor)
    while start > floor and text[start - 1] in "、 \u3000兼":
        before = start - 1
        closing = [
            m for m in OFFICE.finditer(text, max(floor, before - 14), before) if m.end() == before
        ]
        if not closing or closing[0].start() <= floor:  # 周玉院士、副校长: a title behind a name
            break
        start = phrase_start(text, closing[0].start(), floor)
    return start


def name_at(within: Span, at: int) -> Span | None:
    """The name that begins at a place, or None where none does."""
    text = within.document.text
    if NO_NAME.match(text, at):
        return None
    if match := _FOREIGN.match(text, at, within.end):
        return Span(match.start(), match.end(), within.document)
    three, two = _THREE.match(text, at), _TWO.match(text, at)
    short = two and (
        three is None or three[0][-1] in _FUNCTION or _VERB_AFTER.match(text, two.end())
    )
    match = two if short else three
    if match is None or match.end() > within.end:
        return None
    return Span(match.start(), match.end(), within.document)


def _addressed(sentence: Sentence) -> Iterator[Person]:
    """Names with a title behind: 韩杰才副校长, 徐直军先生."""
    span = sentence.span
    for match in _BEHIND.finditer(span.document.text, span.start, span.end):
        if NO_NAME.match(match["name"]):
            continue
        name = Span(match.start("name"), match.end("name"), span.document)
        title = Span(match.start("title"), match.end("title"), span.document)
        position = None if match["title"] in _POLITE else title
        yield Person(name, position, name.to(title), sentence)


def _named_again(sentence: Sentence, known: re.Pattern[str]) -> Iterator[Person]:
    span = sentence.span
    for match in known.finditer(span.quotation):
        at = Span(span.start + match.start(), span.start + match.end(), span.document)
        yield Person(at, None, at, sentence)


def with_position(person: Person, everyone: list[Person]) -> Person:
    """The person as introduced here or, with a position of their own, anywhere in the text."""
    if _tells(person)[0]:
        return person
    return next((other for other in distinct(everyone) if other.plain == person.plain), person)
