"""What somebody searches for, as a query of full-text search that the database prints."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db import connection

from agreements.models import Agreement

SIMILAR = 0.25
"""Trigram similarity of two words from which one may be the other misspelt.

"huwaei" has 0.27 to "huawei" and 0.18 to "hunan"; of all words only the closest count.
"""

_MOST_MISSPELT = 6
"""In longer questions no word is taken for a misspelling, since each costs a look at all words."""

_SHORTEST_MISSPELT = 4
_SHORTEST_BEGINNING = 3
"""Shorter words are searched whole, or else "ai" would be a part of "Aix-Marseille"."""

EXCLUDED = re.compile(r'(?<!\S)-("[^"]*"|\S+)')
_OPERATOR = re.compile(r'"|(?<!\S)or(?!\S)', re.IGNORECASE)
_UNSPACED = re.compile("([぀-ヿ㐀-䶿一-鿿가-힯豈-﫿฀-๿]+)")
_QUOTED_WORD = r"'''' || replace(replace(word, '\', '\\'), '''', '''''') || ''':B'"
_CLOSEST = f"""
SELECT word, likeness FROM (
    SELECT DISTINCT word, similarity(word, lower(unaccent(%(word)s))) AS likeness
    FROM (SELECT word FROM agreements_searchword
          ORDER BY word <-> lower(unaccent(%(word)s)) LIMIT 50) AS near
) AS near
WHERE likeness >= %(similar)s AND EXISTS (
    SELECT FROM agreements_agreement WHERE editorial_status = 'published'
    AND search_vector @@ ({_QUOTED_WORD})::tsquery
)
ORDER BY likeness DESC, word
"""  # noqa: S608 - made of constants


Sql = tuple[str, list[str]]
"""An expression with its parameters."""


class PrintedQuery(SearchQuery):
    """A query of full-text search as PostgreSQL prints it."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    def as_sql(self, *args: Any, **kwargs: Any) -> Any:
        """The text, cast."""
        return "%s::tsquery", [self.text]


@dataclass(frozen=True)
class Question:
    """What somebody asked for, as for a web search engine.

    "Quoted words" stand together, OR gives a choice, -word leaves out. What else it holds never
    raises. The queries are as PostgreSQL prints them; "" finds nothing.
    """

    q: str

    @cached_property
    def wanted(self) -> str:
        """The question without what it leaves out."""
        return " ".join(EXCLUDED.sub(" ", self.q).split())

    @cached_property
    def exact(self) -> str:
        """The query of the words as they are written."""
        full_text = _FULL_TEXT, [self.wanted] * 2
        return _printed(_joined(" || ", [full_text, *self._beginnings]))

    @cached_property
    def names(self) -> str:
        """The query of words by which title and names begin, "" where operators are used."""
        return _printed(self._beginnings[0]) if self._parts else ""

    @cached_property
    def respelt(self) -> str:
        """The query in which every word may be the closest one of any name, too."""
        if not 0 < len(self._parts) <= _MOST_MISSPELT:
            return ""
        either = [
            _joined(" || ", [_beginning(part), *map(_word, _closest(part))]) for part in self._parts
        ]
        return _printed(_joined(" && ", either))

    @cached_property
    def excluded(self) -> list[str]:
        """The queries of what is left out."""
        return [_printed((_FULL_TEXT, [m[1]] * 2)) for m in EXCLUDED.finditer(self.q)]

    @cached_property
    def found(self) -> str:
        """The query of the words as they are written, or where they find nothing, respelt."""
        found = Agreement.objects.published().filter(search_vector=PrintedQuery(self.exact))
        return self.exact if found.exists() else self.respelt

    @property
    def _beginnings(self) -> list[Sql]:
        parts = [_beginning(part) for part in self._parts]
        return [_joined(" && ", parts)] if parts else []

    @cached_property
    def _parts(self) -> list[str]:
        """The words, those of scripts without spaces apart; none where operators are used."""
        if _OPERATOR.search(self.wanted):
            return []
        words = re.findall(r"\w+", self.wanted)
        return [part for word in words for part in _UNSPACED.split(word) if part]


_FULL_TEXT = (
    "(websearch_to_tsquery('english', unaccent(%s))"
    " || websearch_to_tsquery('simple', unaccent(%s)))"
)
"""In both configurations of the vector: English for prose, plain for names."""

_QUOTED = "'''' || replace(unaccent(%s), '''', ' ') || ''''"


def _word(word: str, beginning: str = "") -> Sql:
    return f"to_tsquery('simple', {_QUOTED} || ':{beginning}B')", [word]


def _beginning(part: str) -> Sql:
    """A part of title or names: the beginning of a word, or any letters where no spaces are."""
    if _UNSPACED.match(part) and len(part) > 1:
        pairs = [_word(part[place : place + 2]) for place in range(len(part) - 1)]
        return _joined(" <-> ", pairs)
    long = _UNSPACED.match(part) or len(part) >= _SHORTEST_BEGINNING
    return _word(part, "*" if long else "")


def _joined(operator: str, parts: list[Sql]) -> Sql:
    return (
        f"({operator.join(sql for sql, _ in parts)})",
        [parameter for _, parameters in parts for parameter in parameters],
    )


def _printed(query: Sql) -> str:
    """The query as PostgreSQL prints it."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT ({query[0]})::text", query[1])
        return str(cursor.fetchone()[0])


def _closest(word: str) -> list[str]:
    """The words of published names that are spelt most like this one; several if they are equal."""
    if len(word) < _SHORTEST_MISSPELT or _UNSPACED.match(word):
        return []
    with connection.cursor() as cursor:
        cursor.execute(_CLOSEST, {"word": word, "similar": SIMILAR})
        found = cursor.fetchall()
    return [other for other, likeness in found if likeness == found[0][1]]
