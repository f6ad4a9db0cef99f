"""What the people that a text gives a body tell of its kind: a rector's or a dean's is a school."""

import re

_OF_A_SCHOOL = (
    r"(?:vice[- ]?chancellor|pro[- ]?chancellor|(?:vice|pro)?[- ]?rector|provost|(?:vice[- ])?dean"
    r"|registrar|principal|professor|lecturer|student|alumn|undergraduate|faculty|campus|VC\b)"
)
_AFTER = re.compile(rf"(?:['’]s)?\s+(?:(?-i:[A-Z])[\w&-]*\s+){{0,4}}?{_OF_A_SCHOOL}", re.IGNORECASE)
_BEFORE = re.compile(
    rf"\b{_OF_A_SCHOOL}[a-z]*(?:\s+(?:(?:and|&)\s+)?(?:(?-i:[A-Z])[\w.'-]*\s+){{0,4}})?"
    r"(?:,|\s*(?:of|at|from))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_UNIT_AT = re.compile(
    r"\b(?:School|Faculty|Department|College)\s+of\s+[A-Z][\w&]+(?:,?\s+(?:and\s+)?[A-Z]\w+){0,4}\s+"
    r"(?:at|of)\s+(?:the\s+)?$"
)
"""Before a body one of whose units is named: "School of Engineering at ABC"."""
_WINDOW = 60
_MOST = 20
"""Places of a name that are looked at."""


def is_led_as_a_school(before: str) -> bool:
    """Whether what stands before a name is an office of schools: "Principal and CEO of ABC"."""
    return _BEFORE.search(before) is not None


def is_school_by_its_people(name: str, text: str) -> bool:
    """Whether a text speaks of a body's rector, deans, students or campus: "the dean of ABC"."""
    places = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    for _, place in zip(range(_MOST), places, strict=False):
        before = text[max(0, place.start() - _WINDOW) : place.start()].rpartition("\n\n")[2]
        if (
            _AFTER.match(text, place.end())
            or _BEFORE.search(before)
            or (name.isupper() and _UNIT_AT.search(before))
        ):
            return True
    return False
