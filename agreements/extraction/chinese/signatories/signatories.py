"""Who signed the agreement of a Chinese release, and for whom."""

from dataclasses import dataclass

from agreements.extraction.chinese.parties.parties import Parties
from agreements.extraction.chinese.parties.register import Register
from agreements.extraction.chinese.people.people import Person, with_position
from agreements.extraction.chinese.signatories.behalf import on_behalf, party_of, side_of
from agreements.extraction.chinese.signatories.signing import signing
from agreements.extraction.document import Span
from agreements.extraction.events import Event


@dataclass(frozen=True, slots=True)
class Signatory:
    """Somebody who signed, and the words that say for whom (None: the text does not tell)."""

    person: Person
    side: Span | None


def signatories(
    events: list[Event], found: list[Person], register: Register, sides: Parties
) -> list[Signatory]:
    """Who signed what these events tell, in order of mention, each once."""
    signed: list[Signatory] = []
    for event in events:
        chain = signing(event, found)
        stated = on_behalf(chain, event, register, sides)
        for person, behalf in zip(chain, stated, strict=True):
            known = with_position(person, found)
            if all(known.plain != other.person.plain for other in signed):
                signed.append(Signatory(known, behalf or side_of(known, found, register, sides)))
    return _other_side(signed, register, sides)


def _other_side(signed: list[Signatory], register: Register, sides: Parties) -> list[Signatory]:
    """Where one of two signatories has no side stated, it is the side that the other leaves."""
    if len(signed) != 2 or len(sides.institutions) != 1 or len(sides.partners) != 1:
        return signed
    for i, j in ((0, 1), (1, 0)):
        theirs = party_of(signed[j].side, register, sides)
        if signed[i].side is None and theirs:
            mine = sides.partners[0] if theirs.academic else sides.institutions[0]
            signed[i] = Signatory(signed[i].person, mine.best.own)
    return signed
