"""Which agreements hold which words, read in one pass over the published catalogue.

All words of titles and names are held, since their beginnings are searched, too; of the words of
any other text those that many agreements hold. Which agreements hold a rare one, the database
tells quickly.
"""

import re
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Self

from django.db import connection
from pyroaring import BitMap

FREQUENT = 500
"""Agreements from which a word counts as frequent."""

_PORTION = 50_000
"""Agreements whose words are gathered before they are packed."""

_WORDS = """
SELECT id, coalesce(array_to_string(tsvector_to_array(ts_filter(search_vector, '{b}')), ' '), ''),
    coalesce(array_to_string(tsvector_to_array(search_vector), ' '), '')
FROM agreements_agreement WHERE editorial_status = 'published'
"""
_FREQUENT = """
SELECT word FROM unnest(
    (SELECT most_common_elems::text::text[] FROM pg_stats WHERE schemaname = current_schema()
     AND tablename = 'agreements_agreement' AND attname = 'search_vector'),
    (SELECT most_common_elem_freqs FROM pg_stats WHERE schemaname = current_schema()
     AND tablename = 'agreements_agreement' AND attname = 'search_vector')
) AS common(word, frequency) WHERE word IS NOT NULL
AND frequency * (SELECT reltuples FROM pg_class WHERE oid = 'agreements_agreement'::regclass) >= %s
"""
_ATOM = re.compile(r"'((?:[^']|'')*)'(?::(\*?B))?")
_AFTER_ALL = chr(0x10FFFF)

Sets = dict[str, BitMap]


@dataclass(frozen=True)
class Words:
    """The published agreements by word: of titles and names, and frequent words of any text."""

    names: Sets
    frequent: Sets

    @classmethod
    def read(cls) -> Self:
        """Those of the whole catalogue."""
        with connection.cursor() as cursor:
            cursor.execute(_FREQUENT, [FREQUENT])
            frequent = {word: BitMap() for (word,) in cursor.fetchall()}
        return cls(*_read(frequent))

    def atom(self, query: str) -> BitMap | None:
        """The agreements of a word or the beginning of one; None if the database has to tell."""
        found = _ATOM.fullmatch(query)
        if found is None:
            return None
        word = found[1].replace("''", "'").replace("\\\\", "\\")
        if found[2] is None:
            return self.frequent.get(word)
        if found[2] == "B":
            return self.names.get(word, BitMap())
        return BitMap.union(BitMap(), *(self.names[each] for each in self._beginning(word)))

    def patched(self, keys: BitMap) -> Self:
        """The same after these agreements changed."""
        names, frequent = _read(dict.fromkeys(self.frequent, BitMap()), list(keys))
        return replace(
            self,
            names=_replaced(self.names, keys, names),
            frequent=_replaced(self.frequent, keys, frequent),
        )

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.names)

    def _beginning(self, word: str) -> list[str]:
        first = bisect_left(self._sorted, word)
        return self._sorted[first : bisect_left(self._sorted, word + _AFTER_ALL)]


def _replaced(sets: Sets, keys: BitMap, now: Sets) -> Sets:
    """The sets without the keys, but for where they are now; sets that do not change are shared."""
    found = {word: held - keys if held.intersect(keys) else held for word, held in sets.items()}
    for word, held in now.items():
        found[word] = found.get(word, BitMap()) | held
    return found


def _read(frequent: Sets, keys: list[int] | None = None) -> tuple[Sets, Sets]:
    """By word the agreements, of these or of all, that hold it in title or names, or anywhere."""
    names: Sets = {}
    frequent = dict(frequent)
    in_names, anywhere = _portion(), _portion()
    for number, (key, named, held) in enumerate(_rows(keys), 1):
        for word in filter(None, named.split(" ")):
            in_names[word].append(key)
        for word in frequent.keys() & held.split(" "):
            anywhere[word].append(key)
        if number % _PORTION == 0:
            _pack(in_names, names)
            _pack(anywhere, frequent)
    _pack(in_names, names)
    _pack(anywhere, frequent)
    return names, frequent


def _portion() -> defaultdict[str, "array[int]"]:
    return defaultdict(lambda: array("I"))


def _pack(portion: defaultdict[str, "array[int]"], sets: Sets) -> None:
    for word, keys in portion.items():
        sets[word] = sets[word] | BitMap(keys) if word in sets else BitMap(keys)
    portion.clear()


def _rows(keys: list[int] | None) -> Iterator[tuple[int, str, str]]:
    """An agreement, its words of title and names, and all of its words."""
    connection.ensure_connection()
    raw: Any = connection.connection
    query = _WORDS if keys is None else f"{_WORDS} AND id = ANY(%s)"
    parameters = None if keys is None else [keys]
    with raw.cursor() as cursor, cursor.copy(f"COPY ({query}) TO STDOUT", parameters) as copy:
        for line in copy:
            text = bytes(line).decode()
            key, named, held = text.replace("\\\\", "\\").rstrip("\n").split("\t")
            yield int(key), named, held
