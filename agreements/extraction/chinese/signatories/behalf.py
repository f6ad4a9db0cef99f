"""For whom people act: the organisation of their position, after 代表, or the side left over."""

import re

from agreements.extraction.chinese.parties.belonging import body_of, own_name
from agreements.extraction.chinese.parties.parties import Parties
from agreements.extraction.chinese.parties.register import Organisation, Register
from agreements.extraction.chinese.people.people import Person
from agreements.extraction.document import Span
from agreements.extraction.events import Event
from agreements.vocabulary.kinds import OrganisationType

_BEHALF = re.compile(
    r"(?:[，,]\s*)?(?:分别代表(?P<both>[^，。；签]{4,50}?)(?=签|在|就|正式|共同)|(?:分别)?(?:代表?|替|受)(?P<who>[^，。；、签就在]{2,24}?)(?=签|[，、和与同]|在|就|正式|共同|出席|委托|之托)|以(?P<as>[^，。；、签就在]{2,24}?)(?:代表|的?名义|的?身份))"
)
_FOR_WHOM = re.compile(
    r"代表(?P<who>[^，。；签]{2,24}?)(?:签[^，。；]{1,10}|在[^，。；]{2,30})的[是为]?$"
)
"""Before the one who signs: 代表星河集团签字的是."""
_MEMBER = re.compile(r"[^与和、及]+")
_OF_SCHOOL = re.compile(
    r"^(?:学校|校(?!企|友)|我校|副?校长|(?:常务|执行)副?校长)|校长|校党委|(?<!研究)(?<!医)院长|系主任|(?:学院|系)党"
)
_OF_FIRM = re.compile(r"^(?:公司|集团|企业)|总裁|董事长|总经理|首席执行官|CEO")


def side_of(
    person: Person, people: list[Person], register: Register, sides: Parties
) -> Span | None:
    """Where the organisation stands that somebody's position, or their list, names or implies."""
    if person.position is None:
        return None
    named = body_of(person, people, register)
    parties = [at for at in named if party_of(at, register, sides)]
    if parties:
        return _without_unit(parties[0], register)
    if named and not (_of_faculty(named[0], register) and len(sides.institutions) == 1):
        return _without_unit(named[0], register)
    if named:
        return sides.institutions[0].best.own
    if party := _named_in_part(person.position, sides):
        return party.best.own
    if _OF_SCHOOL.search(person.position.quotation) and len(sides.institutions) == 1:
        return sides.institutions[0].best.own
    firms = [p for p in sides.partners if p.type is OrganisationType.COMPANY]
    if _OF_FIRM.search(person.position.quotation) and len(firms) == 1:
        return firms[0].best.own
    return None


def on_behalf(
    chain: list[Person], event: Event, register: Register, sides: Parties
) -> list[Span | None]:
    """For each of the people who sign together the organisation after 代表.

    A、B分别代表甲与乙: each has one of those named.
    """
    behind = _represented(chain[-1], event) if chain else None
    if behind and len(chain) > 1:
        parts = [
            Span(behind.start + m.start(), behind.start + m.end(), behind.document)
            for m in _MEMBER.finditer(behind.quotation)
        ]
        if len(parts) == len(chain):
            return [_meant(part, register, sides) for part in parts]
    return [_represents(person, event, register, sides) for person in chain]


def _named_in_part(position: Span, sides: Parties) -> Organisation | None:
    """The one party of whose name a position begins with the last word: 基金会秘书长."""
    begins = [position.words[:length] for length in range(2, len(position.words) - 1)]
    found = [
        party
        for party in sides.all
        if any(m.span.words.endswith(word) for m in party.mentions for word in begins)
    ]
    return found[0] if len(found) == 1 else None


def _without_unit(at: Span, register: Register) -> Span:
    """The name of a body without the unit that a position tells: 云山大学 of 云山大学文学院."""
    return next((own_name(at, o) for place, o in register.mentioned(at) if place == at), at)


def _of_faculty(at: Span, register: Register) -> bool:
    """Whether a name is that of a faculty, which belongs to the school of the text."""
    return all(o.academic and not o.whole for _, o in register.mentioned(at))


def _represented(person: Person, event: Event) -> Span | None:
    """The words after 代表 that follow a person's name, or announce it."""
    text = event.sentence.span.document.text
    match = _FOR_WHOM.search(text, event.sentence.span.start, person.evidence.start)
    match = match or _BEHALF.match(text, person.evidence.end, event.sentence.span.end)
    if match is None:
        return None
    group = match.lastgroup or "who"
    return Span(match.start(group), match.end(group), person.name.document)


def _represents(person: Person, event: Event, register: Register, sides: Parties) -> Span | None:
    who = _represented(person, event)
    if who is None:
        return None
    return _meant(who, register, sides)


def _meant(who: Span, register: Register, sides: Parties) -> Span | None:
    """The party that the words after 代表 mean, where they are known or stand for a side."""
    if named := register.mentioned(who):
        return named[0][0]
    if re.match(r"学校|校方|我[校院]", who.quotation) and sides.institutions:
        return sides.institutions[0].best.own
    if any(who.words == at.own.words for party in sides.partners for at in party.mentions):
        return who
    stated = re.match(r"公司|企业|企方|集团|银行|行方|院方|协会", who.quotation) and sides.partners
    return sides.partners[0].best.own if stated else None


def party_of(side: Span | None, register: Register, sides: Parties) -> Organisation | None:
    named = [o for _, o in register.mentioned(side)] if side else []
    return next((o for o in named if o in sides.all), None)
