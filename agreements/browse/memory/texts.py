"""What words find, in memory: queries of full-text search cut into words whose sets are kept.

A query is PostgreSQL's own, as it prints one. Each word, prefix or phrase in it is an atom, whose
agreements are held already (see `words.py`) or told by the database, once; and, or and not are
done here. Changed agreements are asked about again for the atoms that are kept.
"""

import re
import threading
from collections.abc import Callable, Iterable
from functools import reduce
from operator import and_, or_

from pyroaring import BitMap

from agreements.browse.memory.columns import bitmap, room_to_work, rows
from agreements.browse.memory.words import Words

MOST_ATOMS = 2000
"""Sets that are kept; at a million agreements one takes at most 125 kB."""

MOST_ASKED_AGAIN = 200_000
"""Pairs of a set and a changed agreement; where there are more, the sets are let go of."""

_FOUND_BY = """
SELECT id::int4 FROM agreements_agreement
WHERE editorial_status = 'published' AND search_vector @@ %s::tsquery
"""
_STILL_FOUND_BY = """
SELECT atom.number::int4, agreement.id::int4
FROM unnest(%s::text[]) WITH ORDINALITY AS atom(query, number), agreements_agreement AS agreement
WHERE agreement.id = ANY(%s) AND editorial_status = 'published'
AND search_vector @@ atom.query::tsquery
"""
_PART = re.compile(r"\s*('(?:[^']|'')*'(?::\*?[A-D]*)?|<(?:-|\d+)>|[!&|()])")


class Texts:
    """The sets of all words that are held, and of the atoms that were asked for."""

    def __init__(self, words: Words, kept: dict[str, BitMap] | None = None) -> None:
        self._words = words
        self._kept = kept or {}
        self._lock = threading.Lock()

    def found(self, query: str, published: BitMap) -> BitMap:
        """The published agreements that a query of full-text search finds."""
        return _Reading(query, self, published).result() & published if query else BitMap()

    def atom(self, query: str) -> BitMap:
        """The agreements of one word, prefix or phrase."""
        found = self._kept.get(query)
        if found is None:
            found = self._words.atom(query)
        if found is None:
            with room_to_work():
                found = bitmap(rows(_FOUND_BY, 1, [query])[:, 0])
            with self._lock:
                while len(self._kept) >= MOST_ATOMS:
                    self._kept.pop(next(iter(self._kept)))
                self._kept[query] = found
        return found

    def patched(self, keys: BitMap) -> "Texts":
        """The sets after these agreements changed."""
        with self._lock:
            kept = dict(self._kept)
        words = self._words.patched(keys)
        if not kept or len(kept) * len(keys) > MOST_ASKED_AGAIN:
            return Texts(words)
        found: dict[int, list[int]] = {}
        for number, key in rows(_STILL_FOUND_BY, 2, [list(kept), list(keys)]).tolist():
            found.setdefault(number, []).append(key)
        for number, (query, held) in enumerate(list(kept.items()), 1):
            now = BitMap(found.get(number, ()))
            if now or held.intersect(keys):
                kept[query] = (held - keys) | now
        return Texts(words, kept)


class _Reading:
    """Reads a query as PostgreSQL prints it: not binds most, then followed-by, and, or."""

    def __init__(self, query: str, texts: Texts, published: BitMap) -> None:
        self._parts = _PART.findall(query)
        self._place = 0
        self._texts, self._published = texts, published

    def result(self) -> BitMap:
        """The set that the whole query finds."""
        return reduce(
            or_, self._several("|", lambda: reduce(and_, self._several("&", self._phrase)))
        )

    def _several(self, operator: str, part: Callable[[], BitMap]) -> Iterable[BitMap]:
        yield part()
        while self._next() == operator:
            self._place += 1
            yield part()

    def _phrase(self) -> BitMap:
        """Words that follow each other are one atom: only the database knows where they are."""
        start = self._place
        end = self._skipped(start)
        if self._next(end).startswith("<"):
            while self._next(end).startswith("<"):
                end = self._skipped(end + 1)
            self._place = end
            return self._texts.atom(" ".join(self._parts[start:end]))
        return self._factor()

    def _factor(self) -> BitMap:
        part = self._next()
        self._place += 1
        if part == "!":
            return self._published - self._factor()
        if part == "(":
            inner = self.result()
            self._place += 1
            return inner
        return self._texts.atom(part)

    def _next(self, place: int | None = None) -> str:
        place = self._place if place is None else place
        return self._parts[place] if place < len(self._parts) else ""

    def _skipped(self, place: int) -> int:
        """Where the factor that begins at `place` ends."""
        depth = 0
        while True:
            part = self._parts[place]
            place += 1
            depth += (part == "(") - (part == ")")
            if part != "!" and depth == 0:
                return place
