"""Units of organisations: "Institute A of B University" is unit A within B."""

import re

from agreements.extraction.english.organisations.body_types import type_of
from agreements.extraction.english.organisations.disciplines import is_of_field
from agreements.vocabulary.kinds import HIGHER_EDUCATION

_PART = re.compile(
    r"^(?P<unit>(?:[\w’'&-]+\s+){0,4}(?:Institute|School|College|Faculty|Department|Academy"
    r"|Cent(?:er|re)|Office|Branch|Campus|[A-Z]{4,})"
    r"(?:\s+(?:of|for)\s+(?!the\s)(?:(?!\s+of\s).)+?)?)(?:\s+(?:of|at|in)\s+|,\s+)(?:the\s+)?(?P<whole>.+)$"
)
_BRANCH = re.compile(
    r"^(?P<whole>.*?\b(?:Universit\w+|Institut\w*)\b.*?)(?:\s+\([A-Z][\w-]+\))?(?:,?\s+|\s+[-–]\s+)"
    r"(?P<unit>(?:[\w-]+\s+){0,3}(?:Branch|Campus)|(?:Graduate\s+School|School|Faculty|College|Department"
    r"|Institute)\s+of\s+.+)$"
)
_UNIT_ALONE = re.compile(
    r"(?:(?:Faculty|Department)|(?P<whole>School|College))\s+of\s+(?:the\s+)?(?P<what>[^()]+)"
)
_OWN_NAME = re.compile(r"\bUniversity\s+(?!of\b|in\b|at\b|for\b)[\w-]+$")
"""A university and what its unit is called: "Y University Z" of "Y University Z School"."""


def unit_and_whole(name: str) -> tuple[str, str] | None:
    """The unit and the university that it belongs to; None where a name names no unit.

    A unit of a unit is one: "Department A of the Faculty of B".
    """
    for form in (_PART, _BRANCH):
        match = form.match(name)
        if (
            match
            and type_of(match["whole"]) in HIGHER_EDUCATION
            and match["whole"] != name
            and not _OWN_NAME.search(match["whole"])
        ):
            inner = unit_and_whole(match["whole"]) if form is _PART else None
            if inner is None:
                return match["unit"], match["whole"]
            return name[: name.rindex(inner[0]) + len(inner[0])], inner[1]
    return None


def is_unit_alone(name: str) -> bool:
    """Whether a name is of a part of a university that it does not name: "Faculty of Law".

    A college is one only of a discipline: "College of Economics", not "College of New Elbonia".
    """
    unit = _UNIT_ALONE.match(name)
    if unit is None or "niversi" in name:
        return False
    return unit["whole"] is None or any(map(is_of_field, unit["what"].casefold().split()))
