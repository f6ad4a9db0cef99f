"""Firms that only the positions of those who sign name: 星河汽车副总裁."""

import re
from collections.abc import Iterator

from agreements.extraction.chinese.organisations.organisations import Mention
from agreements.extraction.chinese.parties.register import Organisation, Register
from agreements.extraction.chinese.people.people import Person, with_position
from agreements.extraction.chinese.script import HAN
from agreements.extraction.document import Span
from agreements.vocabulary.kinds import OrganisationType

_OFFICER = re.compile(
    rf"(?P<firm>[{HAN}A-Za-z]{{3,12}}?)(?:联合|高级|资深|执行|常务|技术|财务|市场|营销|销售|运营)?(?:副|助理)?"
    r"(?:董事长|董事|总裁|总经理|首席[^，。；]{1,4}官|CEO|创始人|创办人|总监)(?:兼.*|、.*)?"
)
_NO_FIRM = re.compile(
    r"^(?:公司|集团|企业|[甲乙校企双]方|总行|对方|[我该本])|(?:部|处|办|中心|[大地片分]区|区域|领域|业务|板块|事业群|[校院]|副)$|党委|书记|主席|校长|院长|董事长|总经理|兼"
)


def employers(within: Span, people: list[Person], register: Register) -> list[Organisation]:
    """The firms whose officers a stretch of text names, where nothing else shows them as firms."""
    firms = _firms(within, people, register)
    return [
        Organisation([Mention(firm, firm, OrganisationType.COMPANY)])
        for firm in {firm.words: firm for firm in firms}.values()
    ]


def _firms(within: Span, people: list[Person], register: Register) -> Iterator[Span]:
    for person in people:
        if not within.covers(person.evidence):
            continue
        position = with_position(person, people).position
        if position is None or register.mentioned(position):
            continue
        match = _OFFICER.fullmatch(position.quotation)
        if match and not _NO_FIRM.search(match["firm"]):
            yield Span(position.start, position.start + match.end("firm"), position.document)
