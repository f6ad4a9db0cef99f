"""Names that a text has told of elsewhere: the same words again, or an office and the surname.

The recogniser knows each sentence alone, so that it misses in one what it has seen in another:
"President of X A B" beside "A B, the President", "Rector Roe" beside "Jane ROE, Rector".
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from agreements.extraction.document import Span
from agreements.extraction.english.people.name_words import Range
from agreements.extraction.english.pipeline import Reading
from agreements.extraction.english.titles import is_honorific, is_office

_SHORTEST = 3
"""Letters of a surname that is sought alone."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """Full names known from a text, by their first words, and the words that can be surnames."""

    full: dict[str, list[list[str]]]
    surnames: frozenset[str]

    def ranges(self, tokens: Sequence[Token], alone: bool) -> list[Range]:
        """Where these tokens name people so, a surname without an office only if `alone`."""
        found: list[Range] = []
        at = 0
        while at < len(tokens):
            end = self._end(tokens, at)
            if end is None and self._is_surname(tokens, at, alone):
                end = at + 1
            if end is not None:
                found.append((at, end))
            at = end or at + 1
        return found

    def _end(self, tokens: Sequence[Token], at: int) -> int | None:
        for words in self.full.get(tokens[at].text, ()):
            if [token.text for token in tokens[at : at + len(words)]] == words:
                return at + len(words)
        return None

    def _is_surname(self, tokens: Sequence[Token], at: int, alone: bool) -> bool:
        if tokens[at].text.casefold() not in self.surnames or not tokens[at].text[0].isupper():
            return False
        after = tokens[at + 1 : at + 2]
        if after and (after[0].text[0].isupper() or after[0].text in {"-", "'s", "’s", "&"}):
            return False
        if not at:
            return alone
        before = tokens[at - 1]
        if is_office(before.text) and before.text[0].isupper():
            return True
        return alone and not before.text[0].isupper() and not is_honorific(before.text)


def recalled(names: Iterable[Span], reading: Reading) -> Recalled:
    """What to look for, of the names of people whom a text tells of."""
    full: dict[str, list[list[str]]] = {}
    surnames: Counter[str] = Counter()
    for name in names:
        words = [token.text for token in reading.tokens(name)]
        if len(words) < 2:
            continue
        if words in full.setdefault(words[0], []):
            continue
        full[words[0]].append(words)
        capitals = [word for word in words if len(word) > 1 and word.isupper()]
        last = capitals[0] if len(capitals) == 1 else words[-1]
        if len(last) >= _SHORTEST and re.fullmatch(r"[^\W\d_]+", last):
            surnames[last.casefold()] += 1
    for known in full.values():
        known.sort(key=len, reverse=True)
    return Recalled(full, frozenset(name for name, times in surnames.items() if times == 1))
