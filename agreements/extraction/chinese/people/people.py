"""People in Chinese text: the position before a name, lists of names, foreign names.

A name is looked for where an office ends. It is a surname with one or two characters (a foreign
name has dots or Latin letters) and must stop where a verb, a conjunction or punctuation goes on.

"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from agreements.extraction.blocks import Sentence
from agreements.extraction.chinese.grammar import phrase_start
from agreements.extraction.chinese.people.names import AFTER, name_at, plain_name
from agreements.extraction.chinese.script import HAN
from agreements.extraction.chinese.sentences import Reading
from agreements.extraction.chinese.titles import HONORIFIC, NO_NAME, OFFICE, SURNAME
from agreements.extraction.document import Span

_OFFICE_BEGINS = re.compile(r"[副校院书主总董部处局厅区市省县委常执]|" + OFFICE.pattern)
_BEFORE_NAME = re.compile(r"[\s:：]{0,2}(?:拿督(?:斯里)?|丹斯里|爵士|博士|教授)?")
_JOINED = re.compile(r"\s?(?:、|以及|和|与|及)\s?")
_TITLE_JOIN = re.compile(r"[、 \u3000]|兼(?:任)?|(?<=[长记任裁官士])(?=[^、])")
_BEHIND = re.compile(
    rf"(?:^|(?<=[^{HAN}])|(?<=[与和及由在对向请上、大系院校学司会部处所心团局厅委])|(?<=[则还]有))(?P<name>{SURNAME}(?!副|大(?:{HONORIFIC.pattern}))[{HAN}]{{1,2}}?)(?P<title>(?:副)?(?:{HONORIFIC.pattern}))(?=[^{HAN}]|团队|课题组|{AFTER})"
)
_LISTED = re.compile(
    rf"(?:^|(?<=[^{HAN}])|(?<=[与和由对院校系司部处所团]))"
    rf"(?P<names>{SURNAME}[{HAN}]{{1,2}}(?:[、和]{SURNAME}[{HAN}]{{1,2}})+)等\s*(?:[\d几两三四五六七八九十多]+[位名])?(?P<title>{OFFICE.pattern})"
)
_EACH_FOR_ONE = re.compile(
    rf"(?:^|(?<=[^{HAN}])|(?<=由))(?P<names>{SURNAME}[{HAN}]{{1,2}}(?:[、和与]{SURNAME}[{HAN}]{{1,2}})+)"
    r"(?=分别代表)"
)
"""People whom nothing introduces but that they act for somebody: 李明和王芳分别代表双方签字."""
_MOST = 60
"""Offices that one sentence of prose may hold."""
_FOR_A_SIDE = re.compile(r"(?:[甲乙丙双校企院]方|企业|学校)代表")
"""No position of one's own, only a part at the signing."""
_POLITE = frozenset("先生 女士 博士 同志 阁下".split())


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
    for more in (_listed_first(sentence), _addressed(sentence), _each_for_one(sentence)):
        found += [person for person in more if not _taken(person, found)]
    return found


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
        while (joint := _JOINED.match(text, at)) and (
            listed := name_at(span, joint.end(), listed=True)
        ):
            if _OFFICE_BEGINS.match(text, listed.end):
                break
            yield Person(listed, position, listed, sentence)
            at = listed.end


def position_start(text: str, office: int, floor: int) -> int:
    """Where the position that this office closes begins; offices before it belong to it."""
    start = phrase_start(text, office, floor)
    while start > floor and text[start - 1] in "、 \u3000兼及":
        before = start - 1
        closing = [
            m for m in OFFICE.finditer(text, max(floor, before - 14), before) if m.end() == before
        ]
        # 周玉院士、副校长: a title behind a name
        if not closing or closing[0].start() <= floor or _ends_name(text, floor, before):
            break
        start = phrase_start(text, closing[0].start(), floor)
    return start


def _ends_name(text: str, floor: int, end: int) -> bool:
    """Whether a title that ends here stands behind the name that it is of: 周玉院长."""
    near = _BEHIND.finditer(text, max(floor, end - 12), end + 1)
    return any(m.end() == end and not NO_NAME.match(m["name"]) for m in near)


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


def _listed_first(sentence: Sentence) -> Iterator[Person]:
    """Names in a list that tells at its end what they all are: 李明、王芳等教授."""
    span = sentence.span
    for match in _LISTED.finditer(span.document.text, span.start, span.end):
        position = Span(match.start("title"), match.end("title"), span.document)
        for part in re.finditer(r"[^、和]+", match["names"]):
            start = match.start("names") + part.start()
            name = Span(start, start + len(part[0]), span.document)
            if not NO_NAME.match(name.quotation):
                yield Person(name, position, name, sentence)


def _each_for_one(sentence: Sentence) -> Iterator[Person]:
    """Names that nothing introduces: 李明和王芳分别代表双方签字."""
    span = sentence.span
    for match in _EACH_FOR_ONE.finditer(span.document.text, span.start, span.end):
        for part in re.finditer(r"[^、和与]+", match["names"]):
            start = match.start("names") + part.start()
            name = Span(start, start + len(part[0]), span.document)
            yield Person(name, None, name, sentence)


def _named_again(sentence: Sentence, known: re.Pattern[str]) -> Iterator[Person]:
    span = sentence.span
    for match in known.finditer(span.quotation):
        at = Span(span.start + match.start(), span.start + match.end(), span.document)
        yield Person(at, None, at, sentence)


def with_position(person: Person, everyone: list[Person]) -> Person:
    """The person as introduced here, or wherever the text gives a fuller position that holds it."""
    own = person.position.quotation if _tells(person)[0] and person.position else ""
    own = "" if _FOR_A_SIDE.fullmatch(own) else own
    same = (other for other in everyone if other.plain == person.plain)
    fullest = max(same, key=_tells, default=person)
    return fullest if fullest.position and own in fullest.position.quotation else person
