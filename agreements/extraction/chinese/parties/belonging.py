"""Whose somebody is in a Chinese list of people that names a body once for those who follow."""

import re

from agreements.extraction.chinese.parties.register import Register
from agreements.extraction.chinese.people.people import Person
from agreements.extraction.document import Span

_LISTED = re.compile(r"[、，\s]*(?:以及|和|与|及)?")
_OF_ANOTHER = re.compile(
    r"^(?:学校|校|[我该本]校|公司|企业|对方|[省市区县]|副?[市省区县]长)|校长|校党委"
)
"""A position that tells whose it is by itself, and does not go on with a list."""
_OF_FIRM = re.compile(r"董事长|总裁|总经理")


def body_of(person: Person, people: list[Person], register: Register) -> list[Span]:
    """What a position names, else what the list does: 星河集团总裁王芳、副总裁何涛."""
    if person.position is None:
        return []
    named = [at for at, _ in register.mentioned(person.position)]
    if named or _OF_ANOTHER.search(person.position.quotation):
        return named
    text = person.name.document.text
    before = [
        other
        for other in people
        if other.sentence is person.sentence and other.evidence.end <= person.evidence.start
    ]
    if before and _LISTED.fullmatch(text, before[-1].evidence.end, person.evidence.start):
        bodies = body_of(before[-1], people, register)
        firm = _OF_FIRM.search(person.position.quotation)
        return [at for at in bodies if not (firm and _academic(at, register))]
    return []


def _academic(at: Span, register: Register) -> bool:
    return any(organisation.academic for _, organisation in register.mentioned(at))
