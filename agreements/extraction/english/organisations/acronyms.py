"""Where the full name begins that an acronym in parentheses stands for.

After A. Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text", Pacific Symposium on Biocomputing 2003: the letters of the acronym are sought in
the words before it, from the right, the first of them at the start of a word. Here that word and
all words on the way must look like parts of a name.
"""

import re

from agreements.extraction.document import Span
from agreements.extraction.english.titles import is_office

_DEFINED = re.compile(
    r"\s*\(\s*(?:(?:hereinafter|hereafter|referred|known|abbreviated|called|short|also|as|to|in"
    r"|for|the)[\s,:]+)*[\"“'‘]?(?P<short>[A-Z][A-Za-z&.-]{0,8}[A-Z])[\"”'’]?\s*[,;)]"
)
_PARTS = re.compile(
    r"(?:[A-Z0-9À-ÞĀ-Ž][\w’'&./-]*|of|for|and|in|the|on|at|to|de|del|da|do|di|des|du|la|&|\([A-Z]+\))"
    r"(?:,?\s+|,?$)"
)


def full_name(name: Span, within: Span) -> Span | None:
    """The longer name that ends where `name` does and that the acronym after it stands for.

    None where no acronym follows, or where `name` holds all its letters already.
    """
    text = name.document.text
    defined = _DEFINED.match(text, name.end, within.end)
    if defined is None:
        return None
    short = re.sub(r"[^A-Za-z]", "", defined["short"])
    most = min(len(short) + 5, len(short) * 2)
    words = list(re.finditer(r"\S+", text[within.start : name.end]))[-most:]
    first = within.start + words[0].start()
    start = _start(text, first, name.end, short)
    if start is None or start >= name.start or not _is_name(text[start : name.start]):
        return None
    return Span(start, name.end, name.document)


def stands_for(short: str, name: str) -> bool:
    """Whether an acronym can be made of a name's letters."""
    return _start(name, 0, len(name), re.sub(r"[^A-Za-z]", "", short)) is not None


def abbreviates(short: str, name: str) -> bool:
    """Whether an acronym is made of the beginnings of all words: "UNILAG", "NONESCOST".

    Of a town that a university has its name from, letters within stand, too: "CQUPT", "ZJU".
    """
    words = [word for word in re.findall(r"\w+", name) if word[0].isupper()]
    if len(words) < 2 or words[0][0].casefold() != short[:1].casefold():
        return False
    rest = "".join(word[0] for word in words[1:])
    town = short.removesuffix(rest)
    if words[1] == "University" and 1 < len(town) < 4 and town != short:
        return _in_order(town.casefold(), words[0].casefold())
    heads = "".join(f"({re.escape(word[0])}{_optional(word[1:])})" for word in words)
    return re.fullmatch(heads, short, re.IGNORECASE) is not None


def _in_order(letters: str, word: str) -> bool:
    """Whether a word has these letters one after the other, others between them or not."""
    rest = iter(word)
    return all(letter in rest for letter in letters)


def _optional(letters: str) -> str:
    """A pattern of any beginning of these letters, or of none."""
    pattern = ""
    for letter in reversed(letters):
        pattern = f"(?:{re.escape(letter)}{pattern})?"
    return pattern


def initials(name: str) -> set[str]:
    """The acronyms a name of three words or more would have, small words left out or in."""
    words = re.findall(r"\w+", name)
    if len(words) < 3:
        return set()
    capital = "".join(word[0] for word in words if word[0].isupper())
    return {capital, "".join(word[0].upper() for word in words)}


def _start(text: str, first: int, end: int, short: str) -> int | None:
    at = end
    for number in range(len(short) - 1, -1, -1):
        letter = short[number].casefold()
        at -= 1
        while at >= first and not (
            text[at].casefold() == letter and (number or _begins_name(text, at, first))
        ):
            at -= 1
        if at < first:
            return None
    return at


def _begins_name(text: str, at: int, first: int) -> bool:
    return text[at].isupper() and (at == first or not text[at - 1].isalnum())


def _is_name(words: str) -> bool:
    """Whether words can be the beginning of a name: capitalised, or small words that bind."""
    if any(is_office(word) for word in re.findall(r"[\w-]+", words)):
        return False  # "President of the Elbonian Wind Association (PSEW)"
    at = 0
    while at < len(words):
        match = _PARTS.match(words, at)
        if match is None:
            return False
        at = match.end()
    return True
