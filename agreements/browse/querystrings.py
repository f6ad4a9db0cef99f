"""Query strings: the addresses, without their question mark, of one choice more or less.

A choice is a pair of a filter's name and a value, as it stands in the address.
"""

from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlencode

Choice = tuple[str, str]


def encoded(choices: Iterable[Choice]) -> str:
    """The query string of these choices, "" for none."""
    return "&".join(map(_pair, choices))


@lru_cache(maxsize=2000)
def _pair(choice: Choice) -> str:
    return urlencode([choice], errors="replace")


def toggled(choices: list[Choice], choice: Choice) -> str:
    """The query string with the choice added, or removed if it is there."""
    if choice in choices:
        return encoded(other for other in choices if other != choice)
    return encoded([*choices, choice])


def replaced(choices: list[Choice], **values: str | None) -> str:
    """The query string with these filters set to one value each, or to none."""
    kept = [(name, value) for name, value in choices if name not in values]
    return encoded([*kept, *((name, value) for name, value in values.items() if value)])
