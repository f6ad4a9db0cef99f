"""From a Chinese phrase of cooperation to the terms of the vocabulary whose keywords it holds."""

import re
from functools import cache

from agreements.extraction.chinese.script import folded
from agreements.vocabulary.areas import areas as vocabulary

_ACRONYM = 5
"""Letters; a longer keyword in Latin letters is an English word, which Chinese text has none of."""


def codes_of(phrase: str) -> tuple[str, ...]:
    """The terms whose keywords stand in the phrase; a longer keyword hides the shorter in it."""
    plain = "".join(folded(phrase).casefold().split("\n"))
    found: dict[int, str] = {}
    for keyword, code in _keywords():
        for match in keyword.finditer(plain):
            found.setdefault(match.start(), code)
        plain = keyword.sub(lambda match: "#" * len(match[0]), plain)
    return tuple(dict.fromkeys(found[at] for at in sorted(found)))


@cache
def _keywords() -> list[tuple[re.Pattern[str], str]]:
    """Keywords, longest first; those in Latin letters ("5G") stand apart from other letters."""
    pairs = [
        (word.casefold(), area.code) for area in vocabulary().values() for word in area.keywords
    ]
    return [
        (
            re.compile(
                re.escape(word)
                if not word.isascii()
                else rf"(?<![a-z\d]){re.escape(word)}(?![a-z\d])"
            ),
            code,
        )
        for word, code in sorted(pairs, key=lambda pair: -len(pair[0]))
        if not word.isascii() or len(word) < _ACRONYM
    ]
