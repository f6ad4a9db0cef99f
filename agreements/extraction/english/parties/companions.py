"""Names that only go with a party's: its acronym, owner, unit, or what it is said to be."""

import re
from itertools import pairwise

from agreements.extraction.document import Span
from agreements.extraction.english.parties.register import Organisation, Register
from agreements.vocabulary.kinds import OrganisationType

_UNIT_OF = re.compile(
    r"\s*(?:\([^)]*\))?,?\s+(?:which\s+is\s+)?(?:an?|the)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:unit|arm|division|wing|subsidiary|centre|center|institute)\s+of\s+(?:the\s+)?"
)
_BELONGS = re.compile(
    r"\s*(?:\([^()]{0,60}\))?,?\s+(?:(?:which|that)\s+(?:belongs\s+to|is\s+owned\s+by)"
    r"|belonging\s+to|owned\s+by|(?:(?:which|that)\s+is\s+)?(?:an?\s+)?(?:[\w-]+\s+)?"
    r"(?:part|member|subsidiary|affiliate|company|arm|branch)\s+of)\s+(?:the\s+)?"
)
"""Between a firm and the group that it is of."""
_WITHIN = re.compile(r"\s+(?:at|of)\s+(?:the\s+)?")
_UNIT = re.compile(r"(?:School|Faculty|Department)\s+of\b")
"""A part of a school, which is named after "at" or "of": "School of X at Y"."""
_CENTRE = re.compile(r"(?:[A-Z][a-z]+\s+){1,3}Cent(?:re|er)")
"""A part of a school by a name that shows no kind: "Distance Learning Centre"."""
_COMMA = re.compile(r"\s*(?:\([^)]*\))?,\s+")
_ITS_NAME = re.compile(r"\s*\([^()]{1,60}\)\s+of\s+(?:the\s+)?")
"""Between a unit with its acronym and its university: "Institute of X (IX) of the Y University"."""
_BRANCH = re.compile(r"\s(?:Chapter|Branch|Campus)$")
_GOES_ON = re.compile(r",\s+(?!and\b|as\s+well|along\b|together\b|with\b)[a-z]")
"""After what is said of a party between commas, where the sentence goes on."""
Named = list[tuple[Span, Organisation]]


def without_companions(found: Named, register: Register) -> Named:
    """The organisations named in a sentence without those that only go with another."""
    found = _without_descriptions(_without_definitions(found))
    return _without_employers_parts(_without_units(_without_owners(found)), register)


def _without_definitions(found: Named) -> Named:
    """Leave out the acronym or translation that only stands after the name it is of."""
    again = {
        after
        for (span, full), (after, short) in pairwise(found)
        if (full == short and _opens(span, after, "("))
        or (full.academic == short.academic and _opens(span, after, "["))
    }
    return [(span, organisation) for span, organisation in found if span not in again]


def _opens(name: Span, after: Span, bracket: str) -> bool:
    return name.document.text[name.end : after.start].strip(' "“‘') == bracket


def _without_owners(found: Named) -> Named:
    """Leave out who only owns a party: "Acme Group's Beta University", "Beta, part of Acme"."""
    owners = {
        following
        for (span, owned), (following, _) in pairwise(found)
        if _BELONGS.fullmatch(span.document.text, span.end, following.start)
        and not (
            owned.academic and _UNIT_OF.fullmatch(span.document.text, span.end, following.start)
        )
    }
    owners |= {
        span
        for (span, owner), (following, owned) in pairwise(found)
        if span.document.text[span.end : following.start] in {"'s ", "’s "}
        and not owner.academic
        and owned.type is OrganisationType.UNIVERSITY
    }
    return [(span, organisation) for span, organisation in found if span not in owners]


def _without_units(found: Named) -> Named:
    """Leave out the institute that is only a unit of the firm or university named next."""
    units = set()
    for (span, unit), (following, owner) in pairwise(found):
        text = span.document.text
        if _BRANCH.search(following.words) and _COMMA.fullmatch(text, span.end, following.start):
            units.add(following)
        if unit.academic and not owner.academic:
            part = _UNIT_OF.fullmatch(text, span.end, following.start) is not None
        else:
            last = text[: span.start].endswith((" and ", " and the "))
            inside = _COMMA.fullmatch(text, span.end, following.start) is not None
            whole = owner.type is OrganisationType.UNIVERSITY
            named = unit.type is not OrganisationType.UNIVERSITY
            own = named and _ITS_NAME.fullmatch(text, span.end, following.start) is not None
            within = _WITHIN.fullmatch(text, span.end, following.start) is not None
            centre = unit.type is None and _CENTRE.fullmatch(span.words) is not None
            part = whole and (((last or centre) and inside) or (unit.academic and own))
            part = part or (within and unit.academic and _UNIT.match(span.words) is not None)
        if part:
            units.add(span)
    return [(span, organisation) for span, organisation in found if span not in units]


def _without_descriptions(found: Named) -> Named:
    """Leave out what only describes its neighbour.

    "The national ICT institute, X Institute, signed" and "X, the National Provider, signed".
    """
    kept: Named = []
    for number, (span, organisation) in enumerate(found):
        text = span.document.text
        following = found[number + 1][0] if number + 1 < len(found) else None
        described = (
            following is not None
            and text[: span.start].endswith("the ")
            and text[span.end : following.start] == ", "
            and found[number + 1][1].academic == organisation.academic
            and re.match(
                r"\s*(?:\([^)]*\)\s*)?,?\s*(?:and\b|&)|, [A-Z][^.]* and ", text[following.end :]
            )
            is None
        )
        if kept and kept[-1][1].academic == organisation.academic:
            gap = text[kept[-1][0].end : span.start]
            described |= gap == ", the " and _GOES_ON.match(text, span.end) is not None
        if not described:
            kept.append((span, organisation))
    return kept


def _without_employers_parts(found: Named, register: Register) -> Named:
    """Leave out what a position names of an employer: "Dean, Faculty of X, Y University"."""
    parts = {
        span
        for (span, part), (following, employer) in pairwise(found)
        if part.academic == employer.academic
        and part.type is not OrganisationType.UNIVERSITY
        and register.in_one_position(span, following)
    }
    return [(span, organisation) for span, organisation in found if span not in parts]
