"""Which organisations new ones may be after all: names that resemble, for a person to judge.

Asked of the database for many at once, since every single search reads much of an index.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.db import connection

from agreements.importing.directory import SHARED_BY_MANY, Directory
from agreements.importing.matching import Match, contradiction, distinct
from agreements.models import Organisation
from agreements.names import distinctive_words, normalise_organisation
from agreements.records import OrganisationRecord

SIMILAR = 0.45
"""Trigram similarity (pg_trgm, 0 to 1) from which two names are worth a look."""
ALIKE = 0.6
"""Likeness (difflib, 0 to 1) of the distinctive words of two names."""
MOST_CANDIDATES = 5
_LOOKED_AT = 30
_SHORTEST_PREFIX = 4

_SIMILAR = """
SELECT asked.number, found.* FROM unnest(%(forms)s::text[], %(words)s::text[], %(last)s::bigint[])
    WITH ORDINALITY AS asked(form, words, last, number)
CROSS JOIN LATERAL (
    SELECT {organisation} AS id, {names}.name, {names}.normalised,
        similarity({names}.normalised, asked.form) AS score
    FROM {names}
    WHERE {names}.distinctive %% asked.words
        AND similarity({names}.normalised, asked.form) >= %(similar)s
        AND ({organisation} <= asked.last OR {organisation} <> ALL (%(made)s))
    ORDER BY score DESC, {names}.id LIMIT %(most)s
) AS found
"""
_LONGER = """
SELECT asked.number, o.id, o.name, o.normalised, similarity(o.normalised, asked.form)
FROM unnest(%(forms)s::text[], %(last)s::bigint[]) WITH ORDINALITY AS asked(form, last, number)
JOIN agreements_organisation o ON o.normalised LIKE asked.form || ' %%'
WHERE length(asked.form) >= %(shortest)s AND (o.id <= asked.last OR o.id <> ALL (%(made)s))
"""
_EXACT = """
SELECT asked.number, {organisation}, {names}.name, {names}.normalised,
    similarity({names}.normalised, asked.whole)
FROM unnest(%(numbers)s::int[], %(forms)s::text[], %(wholes)s::text[], %(last)s::bigint[])
    AS asked(number, form, whole, last)
JOIN {names} ON {names}.normalised = asked.form
WHERE {organisation} <= asked.last OR {organisation} <> ALL (%(made)s)
"""
_OWN = {"names": "agreements_organisation", "organisation": "agreements_organisation.id"}
_OTHER = {"names": "agreements_alias", "organisation": "agreements_alias.organisation_id"}


@dataclass(frozen=True, slots=True)
class Newcomer:
    """An organisation that was made since nobody known was certain to be it.

    `last` is the newest organisation (by primary key) that was there when it was stated.
    """

    organisation: Organisation
    stated: OrganisationRecord
    namesakes: tuple[Match, ...]
    last: int

    @property
    def form(self) -> str:
        """The normal form of its name as stated."""
        return normalise_organisation(self.stated.name)


def candidates(
    newcomers: Sequence[Newcomer], directory: Directory
) -> Iterator[tuple[Newcomer, list[Match]]]:
    """Those whom each resembles and from whom nothing tells it apart, most similar first."""
    found: dict[int, list[Match]] = {n: list(one.namesakes) for n, one in enumerate(newcomers)}
    rows = list(_rows(newcomers))
    directory.by_pk.look_up(key for _, key, _, _ in rows)
    for number, key, score, reason in rows:
        row = directory.survivor(directory.by_pk[key][0])
        found[number].append(Match(row, score, (reason,)))
    for number, one in enumerate(newcomers):
        likely = [match for match in found[number] if not _told_apart(one, match.organisation)]
        likely.sort(key=lambda match: (-match.score, match.organisation.pk))
        yield one, list(distinct(likely))[:MOST_CANDIDATES]


def alike(one: str, other: str) -> bool:
    """Whether two normal forms are alike in more than the words that very many names share."""
    own, theirs = distinctive_words(one), distinctive_words(other)
    return not own or not theirs or SequenceMatcher(None, own, theirs).ratio() >= ALIKE


def _told_apart(one: Newcomer, known: Organisation) -> bool:
    """Zhejiang University of Technology, for one, is no part of Zhejiang University."""
    if known.pk in (one.organisation.pk, one.organisation.parent_id):
        return True
    form, other = one.form, known.normalised
    of_another = other.startswith(f"{form} of ") or form.startswith(f"{other} of ")
    return of_another or contradiction(one.stated, known) is not None


def _rows(newcomers: Sequence[Newcomer]) -> Iterator[tuple[int, int, float, str]]:
    """Number of the newcomer, key of an organisation, score and reason."""
    asked = {
        "forms": [one.form for one in newcomers],
        "words": [distinctive_words(one.form) or one.form for one in newcomers],
        "last": [one.last for one in newcomers],
        "made": [one.organisation.pk for one in newcomers],
        "similar": SIMILAR,
        "most": _LOOKED_AT,
        "shortest": _SHORTEST_PREFIX,
    }
    for names in (_OWN, _OTHER):
        for number, key, name, form, score in _asked(_SIMILAR.format(**names), asked):
            if alike(newcomers[number - 1].form, form):
                yield number - 1, key, score, f"resembles “{name}”"
    for number, key, name, _, score in _asked(_LONGER, asked):
        yield number - 1, key, score, f"begins like “{name}”"
    beginnings = ((n, form) for n, one in enumerate(newcomers) for form in _beginnings(one))
    for number, key, name, _, score in _exact(newcomers, beginnings, _OWN):
        yield number, key, score, f"begins like “{name}”"
    short = ((n, form) for n, one in enumerate(newcomers) for form in _short_names(one))
    for number, key, name, _, _ in _exact(newcomers, short, _OTHER):
        yield number, key, SIMILAR, f"shares “{name}”"


def _exact(
    newcomers: Sequence[Newcomer], wanted: Iterable[tuple[int, str]], names: dict[str, str]
) -> list[Any]:
    pairs = list(wanted)
    if not pairs:
        return []
    asked = {
        "numbers": [number for number, _ in pairs],
        "forms": [form for _, form in pairs],
        "wholes": [newcomers[number].form for number, _ in pairs],
        "last": [newcomers[number].last for number, _ in pairs],
        "made": [one.organisation.pk for one in newcomers],
    }
    return _asked(_EXACT.format(**names), asked)


def _asked(query: str, parameters: dict[str, Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(query, parameters)
        found: list[Any] = cursor.fetchall()
    return found


def _beginnings(one: Newcomer) -> list[str]:
    """One name begins with all words of the other, as Huawei Technologies does with Huawei."""
    words = one.form.split()
    shorter = (" ".join(words[:count]) for count in range(1, len(words)))
    return [form for form in shorter if len(form) >= _SHORTEST_PREFIX]


def _short_names(one: Newcomer) -> list[str]:
    """Acronyms and short names that the record gives."""
    aliases = (a.name for a in one.stated.aliases if a.kind in SHARED_BY_MANY)
    return [form for form in map(normalise_organisation, aliases) if form]
