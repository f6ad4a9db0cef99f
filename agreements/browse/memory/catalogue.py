"""The published catalogue at one place in the log of changes, and how the next is made of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from pyroaring import BitMap

from agreements.browse.areas import AreaTree
from agreements.browse.memory import organisations
from agreements.browse.memory.columns import Numbers, bitmap, grouped, rows, sequence
from agreements.browse.memory.names import Names
from agreements.browse.memory.organisations import Organisations
from agreements.browse.memory.pairs import Pairs
from agreements.browse.memory.sorted_rows import SortedRows
from agreements.browse.memory.texts import Texts
from agreements.browse.memory.words import Words
from agreements.models import Organisation
from agreements.models.revision import Changes, Position
from agreements.vocabulary.kinds import AgreementKind, Lifecycle

UNDATED = 0
"""Stands for no year."""

MOST = 300
"""Organisations of a role that are put in order by their agreements."""
KINDS: list[str] = [kind.value for kind in AgreementKind]
LIFECYCLES: list[str] = [lifecycle.value for lifecycle in Lifecycle]
_PUBLISHED = "editorial_status = 'published'"
_AGREEMENTS = f"""
SELECT id::int4, coalesce(year, 0)::int4,
    rpad(replace(sort_date, '-', ''), 8, '0')::int4,
    array_position(ARRAY{KINDS}, kind::text)::int4,
    array_position(ARRAY{LIFECYCLES}, lifecycle::text)::int4
FROM agreements_agreement WHERE {_PUBLISHED}
"""  # noqa: S608 - closed lists
_NAMED = {
    "organisation": """
SELECT agreement_id::int4, organisation_id::int4 FROM agreements_party WHERE true""",
    "person": """
SELECT DISTINCT agreement_id::int4, person_id::int4 FROM agreements_participation WHERE true""",
    "source": """
SELECT DISTINCT agreement_id::int4, source_id::int4 FROM agreements_citation WHERE true""",
}
_AREAS = """
SELECT agreement_id::int4, area_id::int4 FROM agreements_agreementarea WHERE area_id IS NOT NULL
"""
Sets = dict[Any, BitMap]


@dataclass(frozen=True)
class Columns:
    """What was read of published agreements, all or some of them."""

    published: BitMap
    dates: Numbers  # rows of an agreement and its date as eight digits
    terms: dict[str, Sets]
    named: dict[str, Numbers]  # by kind, rows of an agreement and what it names


@dataclass(frozen=True)
class Catalogue:
    """Sets of published agreements by term, and what orders and names them.

    `terms` has the sets of "year", "kind", "lifecycle", "party", and of "area" each area without
    its narrower ones; `dates` has by primary key the sort date as eight digits, zero where it is
    not known.
    """

    position: Position
    published: BitMap
    dates: Numbers
    terms: dict[str, Sets]
    names: dict[str, Names]
    organisations: Organisations
    tree: AreaTree
    texts: Texts
    titles: SortedRows

    @property
    def parties(self) -> Pairs:
        """Which agreement has which organisation as a party."""
        return self.names["organisation"].pairs

    def parties_named(self, role: str, slugs: Iterable[str]) -> dict[str, Organisation]:
        """Organisations of this role that are party to any agreement, by slug."""
        found = {}
        for slug in slugs:
            key = self.organisations.slugs.get(slug, 0)
            if key in self.terms["party"] and (row := self.organisations.row(key)).role == role:
                found[slug] = row
        return found

    @cached_property
    def most_named(self) -> dict[str, list[int]]:
        """By role, the primary keys of the organisations with most agreements, these first."""
        totals = self.parties.totals
        found = {}
        for role in ("institution", "partner"):
            keys = self.organisations.of_role(role)
            keys = keys[keys < len(totals)]
            keys = keys[totals[keys] > 0]
            found[role] = keys[np.argsort(-totals[keys], kind="stable")[:MOST]].tolist()
        return found

    @cached_property
    def areas(self) -> Sets:
        """By area, the agreements that name it or a narrower one."""
        found: Sets = {}
        for area, named in self.terms["area"].items():
            for broader in self.tree.lineage(area) if area in self.tree.areas else ():
                found[broader] = found[broader] | named if broader in found else named
        return found


def united(sets: Sets, labels: Iterable[Any]) -> BitMap:
    """The agreements with any of these labels."""
    return BitMap.union(BitMap(), *(sets[label] for label in labels if label in sets))


def build(position: Position) -> Catalogue:
    """Read the whole catalogue; `position` was taken before."""
    named = Organisations(organisations.read())
    read = _read(named)
    return Catalogue(
        position,
        read.published,
        _dated(np.zeros(1, np.int32), read),
        read.terms,
        {kind: Names.of(kind, pairs) for kind, pairs in read.named.items()},
        named,
        AreaTree.load(),
        Texts(Words.read()),
        SortedRows("agreements_agreement", ("lower({}.title)",), _PUBLISHED),
    )


def patched(old: Catalogue, changes: Changes, position: Position) -> Catalogue:
    """The catalogue after changes that are few enough to be listed; `old` stays as it is."""
    new = replace(old, position=position)
    touched = BitMap(changes.agreements or ())
    if changes.areas:
        new = replace(new, tree=AreaTree.load())
    if changed := changes.rows["organisation"]:
        known = old.organisations.rows
        kept = {key: row for key, row in known.items() if key not in changed}
        now = organisations.read(changed)
        new = replace(new, organisations=Organisations(kept | now))
        moved = [key for key in now if key in known and now[key].country != known[key].country]
        if moved:
            touched |= united(old.terms["party"], moved)
    if touched:
        new = _with_agreements(new, touched)
    return replace(
        new,
        names={
            kind: names.resorted(BitMap(changes.rows[kind] or ()))
            for kind, names in new.names.items()
        },
    )


def _with_agreements(old: Catalogue, keys: BitMap) -> Catalogue:
    read = _read(old.organisations, list(keys))
    terms = {
        name: _replaced(sets, keys, read.terms.get(name, {})) for name, sets in old.terms.items()
    }
    return replace(
        old,
        published=(old.published - keys) | read.published,
        dates=_dated(old.dates, read),
        terms=terms,
        names={kind: names.replaced(keys, read.named[kind]) for kind, names in old.names.items()},
        texts=old.texts.patched(keys),
        titles=old.titles.patched(keys),
    )


def _dated(old: Numbers, read: Columns) -> Numbers:
    """The column of dates with those that were read."""
    dates = np.zeros(max(len(old), int(read.dates[:, 0].max(initial=0)) + 1), np.int32)
    dates[: len(old)] = old
    dates[read.dates[:, 0]] = read.dates[:, 1]
    return dates


def _replaced(sets: Sets, keys: BitMap, now: Sets) -> Sets:
    """The sets without the keys, but for where they are now; sets that do not change are shared."""
    found = {label: held - keys if held.intersect(keys) else held for label, held in sets.items()}
    for label, held in now.items():
        found[label] = found[label] | held if label in found else held
    return {label: held for label, held in found.items() if held}


def _read(known: Organisations, keys: list[int] | None = None) -> Columns:
    """The columns of these agreements, or of all."""
    agreements = _some(_AGREEMENTS, "id", keys, 5)
    published = bitmap(agreements[:, 0])
    named = {
        kind: _of(published, _some(query, "agreement_id", keys, 2))
        for kind, query in _NAMED.items()
    }
    parties = named["organisation"]
    areas = _of(published, _some(_AREAS, "agreement_id", keys, 2))
    countries = known.country_numbers(parties[:, 1])
    told = countries >= 0
    terms: dict[str, Sets] = {
        "year": grouped(agreements[:, 1], agreements[:, 0]),
        "kind": _named(KINDS, grouped(agreements[:, 3] - 1, agreements[:, 0])),
        "lifecycle": _named(LIFECYCLES, grouped(agreements[:, 4] - 1, agreements[:, 0])),
        "area": grouped(areas[:, 1], areas[:, 0]),
        "party": grouped(parties[:, 1], parties[:, 0]),
        "country": _named(known.countries, grouped(countries[told], parties[told, 0])),
    }
    return Columns(published, agreements[:, [0, 2]], terms, named)


def _named(terms: list[str], sets: Sets) -> Sets:
    return {terms[number]: keys for number, keys in sets.items()}


def _some(query: str, column: str, keys: list[int] | None, columns: int) -> Numbers:
    if keys is None:
        return rows(query, columns)
    return rows(f"{query} AND {column} = ANY(%s)", columns, [keys])


def _of(published: BitMap, pairs: Numbers) -> Numbers:
    """Those rows that are about published agreements."""
    kept: Numbers = pairs[np.isin(pairs[:, 0], sequence(published))]
    return kept
