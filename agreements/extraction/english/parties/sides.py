"""For whom somebody signed, in the words that the text has for it."""

import re
from itertools import takewhile

from agreements.extraction.document import Span
from agreements.extraction.english.parties.parties import Parties
from agreements.extraction.english.parties.register import Organisation, Register
from agreements.extraction.english.people.people import Person
from agreements.extraction.english.titles import MODIFIERS, is_office
from agreements.names import LEGAL_FORMS
from agreements.vocabulary.kinds import OrganisationType

_INITIALS = re.compile(
    r"(?:\b(?:of|at|for)\s+(?:the\s+)?|,\s+)(?P<who>(?=[\w&.-]*[A-Z]{2})[A-Z][A-Za-z&.-]{1,11})$"
)
_ACADEMIC_PART = re.compile(r"(?:Faculty|School|Department|College|Institute)\s+(?:of|for)\b")
_PART = re.compile(
    rf"{_ACADEMIC_PART.pattern}|(?:Division|Office|Unit|Centre|Center)\s+(?:of|for)\b"
)
"""Names of parts alone: "Faculty of Law"."""
_SUBJECTS = frozenset({"ICT", "R&D", "CSR"})
_ACADEMIC = re.compile(
    r"\b(?:rector|(?:vice|pro)[- ](?:chancellor|rector)|chancellor|dean|provost|registrar|professor"
    r"|president\s+(?:for|of)\s+(?:academic|student)|academic\s+(?:affairs|director)"
    r"|principal(?!\s+(?:\w+\s+)?(?:engineer|scientist|consultant|architect|officer|secretary)))\b",
    re.IGNORECASE,
)
_COMMERCIAL = re.compile(
    r"\b(?:ceo|cto|cfo|coo|chief\s+\w+\s+officer|managing\s+director|general\s+manager"
    r"|country\s+manager|sales|marketing)\b",
    re.IGNORECASE,
)


def side_of(person: Person, stated: str | None, register: Register, sides: Parties) -> str | None:
    """For whom somebody signed: the party in the position, else as `stated`, else by office."""
    if person.position and (found := _spelt_in(person.position, register, sides)):
        return found
    if stated:
        return stated
    if person.position and (found := named_in(person.position, register, sides)):
        return found
    initials = _initials_in(person.position.words) if person.position else None
    if person.organisation is None or _PART.match(person.organisation.words):
        return initials or _whole(person, sides)
    return person.organisation.words


def _whole(person: Person, sides: Parties) -> str | None:
    """What a faculty or department is part of, where one party alone can have it."""
    if person.organisation is None:
        return None
    if len(sides.institutions) == 1 and _ACADEMIC_PART.match(person.organisation.words):
        return sides.institutions[0].name.words
    return person.organisation.words


def _initials_in(position: str) -> str | None:
    """The initials of a body that no text spells out: "Dean, XYZ", "of the XYZ", "XYZ Dean"."""
    if match := _INITIALS.search(position):
        return match["who"]
    before = list(
        takewhile(lambda w: not (is_office(w) or w.casefold() in MODIFIERS), position.split())
    )
    initials = before and len(before[0]) > 2 and before[0].isupper() and before[0] not in _SUBJECTS
    return " ".join(before) if initials else None


def named_in(position: Span, register: Register, sides: Parties) -> str | None:
    """The party, or else the organisation, that a position names, in its own words there."""
    if found := _spelt_in(position, register, sides):
        return found
    text = position.words
    if re.search(
        r"\b(?:of|at)\s+the\s+(?:university|institution|school|college|institute)\b", text, re.I
    ):
        return sides.institutions[0].name.words if len(sides.institutions) == 1 else None
    if re.search(r"\b(?:of|at)\s+the\s+(?:company|firm|group)\b", text, re.I):
        return sides.partners[0].name.words if len(sides.partners) == 1 else None
    mentioned = register.mentioned(position)
    if not mentioned and (whose := _by_office(text, sides)):
        return whose
    firms = [party for party in sides.partners if party.type is OrganisationType.COMPANY]
    first_words = {party.name.words.split()[0]: party for party in firms}
    for span, _ in mentioned:
        if party := first_words.get(span.words.split()[0]):
            return party.name.words
    wholes = [span for span, _ in mentioned if not _PART.match(span.words)]
    return wholes[-1].words if wholes else None


def _by_office(position: str, sides: Parties) -> str | None:
    """The one party of the side that alone has such an office: rectors are not companies'."""
    for offices, parties in ((_ACADEMIC, sides.institutions), (_COMMERCIAL, sides.partners)):
        if offices.search(position) and len(parties) == 1:
            return parties[0].name.words
    return None


def _spelt_in(position: Span, register: Register, sides: Parties) -> str | None:
    """The name of a party as it stands in a position: the longest form there."""
    text = position.words
    for party in sides.all:
        for spelling in party.spellings:
            if re.split(r"[\s&]", spelling, maxsplit=1)[0] not in text:
                continue  # most are not there, and a pattern takes long to make
            if match := re.search(rf"(?<!\w){_pattern(spelling)}(?!\w)", text):
                forms = [
                    s.words for s, _ in register.mentioned(position) if s.words.startswith(match[0])
                ]
                legal = [
                    form for form in forms if form.split()[-1].casefold().strip(".") in LEGAL_FORMS
                ]
                return max(legal, key=len) if legal else match[0]
    return None


def _pattern(spelling: str) -> str:
    return re.escape(spelling).replace(r"\&", "&").replace("&", "(?:&|and)")


def party_of(side: str | None, register: Register, sides: Parties) -> Organisation | None:
    if side is None:
        return None
    found = register.resolve(side)
    if found in sides.all:
        return found
    return next((party for party in sides.all if side in party.spellings), None)
