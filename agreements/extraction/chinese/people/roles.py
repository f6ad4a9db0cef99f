"""What people did at a Chinese signing beside signing: who hosted, saw it, spoke, attended."""

import re
from bisect import bisect_left
from itertools import islice, takewhile

from agreements.extraction.chinese.people.people import Person
from agreements.vocabulary.kinds import PersonRole

LIST = re.compile(
    r"(?:教授|博士|院士|先生|女士)?(?:、[^，。；、]{2,14}负责人)?\s*(?:先后|分别|共同|一道)?(?:、|，|,|以及|和|与|及|同|并)?\s*(?:[（(][^）)]*[）)])?(?:代表[^，。；、]{2,20})?\s*[、，]?(?:以及|和|与|及|同)?\s*(?:(?:(?:学校|企业|公司|集团|医院|银行)(?:一?方(?:面)?)?|[校企甲乙院我对]方)(?:则?[是为由])?|[我该][校院](?:[^，。；、]{1,8}(?:学院|研究院|中心|系))?)?\s*"
)
_ROLES: tuple[tuple[PersonRole, re.Pattern[str]], ...] = (
    (PersonRole.HOST, re.compile(r"^[^。；]{0,14}?主持|^(?:共同)?主持")),
    (PersonRole.WITNESS, re.compile(r"^[^，。；]{0,24}?见证")),
    (
        PersonRole.SPEAKER,
        re.compile(
            r"^[^。；]{0,30}?(?:致辞|致词|致[欢开贺][^，。]{0,4}辞|讲话|发言|发表[^，。]{0,8}(?:演讲|讲话))|^[^，。；]{0,20}?(?:表示|指出|强调|介绍|认为|希望|说|谈到|回顾|感谢|欢迎|宣布)"
        ),
    ),
)
_PLACES = 20
"""Mentions of one person that are looked at; a release has fewer."""


def role_of(places: list[Person], found: list[Person]) -> PersonRole:
    """What somebody who did not sign did: host, witness, speaker; else attendee.

    `places` is where the person is named, `found` is everybody in the order of their names.
    """
    told = {role for place in places[:_PLACES] for role in _roles_at(place, found)}
    return next((role for role, _ in _ROLES if role in told), PersonRole.ATTENDEE)


def _roles_at(person: Person, found: list[Person]) -> list[PersonRole]:
    """The roles that the first verb after the list in which the person stands gives."""
    span = person.sentence.span
    text = span.document.text
    end = person.evidence.end
    behind = bisect_left(found, end, key=lambda other: other.name.start)
    within = takewhile(lambda other: other.name.start < span.end, islice(found, behind, None))
    for other in within:
        if (
            span.covers(other.evidence)
            and other.evidence.start >= end
            and LIST.fullmatch(text[end : other.evidence.start])
        ):
            end = other.evidence.end
    after = text[end : span.end]
    return [role for role, pattern in _ROLES if pattern.match(after)]
