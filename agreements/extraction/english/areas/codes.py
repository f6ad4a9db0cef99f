"""Which terms of the vocabulary an English phrase means, by their keywords."""

import re
from functools import cache, lru_cache

from agreements.vocabulary.areas import areas


@lru_cache(maxsize=1000)
def codes_of(phrase: str) -> tuple[str, ...]:
    """The terms whose keywords stand in the phrase; a longer keyword hides the shorter in it."""
    plain = _plain(phrase)
    words = f" {plain} "
    found: dict[int, str] = {}
    possible = {pair for word in plain.split() for pair in _keywords().get(word, ())}
    for _, keyword, code in sorted(possible):
        at = words.find(f" {keyword} ")
        if at >= 0:
            found.setdefault(at, code)
            words = words.replace(f" {keyword} ", f" {'#' * len(keyword)} ")
    return tuple(dict.fromkeys(found[at] for at in sorted(found)))


def names_activity(phrase: str) -> bool:
    """Whether the phrase means something that is done, and not only the field in which."""
    return any(areas()[code].axis == "activity" for code in codes_of(phrase))


@cache
def _keywords() -> dict[str, list[tuple[int, str, str]]]:
    """Keywords by their first word: rank (longer ones first), keyword and code."""
    pairs = [(_plain(keyword), area.code) for area in areas().values() for keyword in area.keywords]
    ranked: dict[str, list[tuple[int, str, str]]] = {}
    longest_first = sorted((pair for pair in pairs if pair[0]), key=lambda pair: -len(pair[0]))
    for rank, (keyword, code) in enumerate(longest_first):
        ranked.setdefault(keyword.split()[0], []).append((rank, keyword, code))
    return ranked


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w&]+", " ", text.casefold()).split())
