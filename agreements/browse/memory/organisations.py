"""What facets show of organisations: names, roles, countries."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from django.db import connection

from agreements.browse.memory.columns import Numbers
from agreements.models import Organisation

_ORGANISATIONS = """
SELECT id, slug, name, role, country, coalesce((
    SELECT min(name) FROM agreements_alias
    WHERE organisation_id = agreements_organisation.id AND kind = 'native'
), '') FROM agreements_organisation
"""


class Named(NamedTuple):
    """One organisation."""

    slug: str
    name: str
    role: str
    country: str
    native: str  # the name in its own script, "" where it is not known


@dataclass(frozen=True)
class Organisations:
    """All organisations by primary key."""

    rows: dict[int, Named]

    @cached_property
    def ranks(self) -> Numbers:
        """By primary key, the place in the order of names."""
        return self._column(
            {key: rank for rank, key in enumerate(sorted(self.rows, key=self._by_name))}
        )

    @cached_property
    def slugs(self) -> dict[str, int]:
        """The primary keys by slug."""
        return {row.slug: key for key, row in self.rows.items()}

    def row(self, key: int) -> Organisation:
        """One as the database gives it; columns that are not held here are read when asked for."""
        named = self.rows[key]
        columns = {"id": key, "name": named.name, "slug": named.slug, "role": named.role}
        return Organisation.from_db(connection.alias, list(columns), list(columns.values()))

    def of_role(self, role: str) -> Numbers:
        """The primary keys of one role."""
        return self._keys.get(role, np.zeros(0, np.int64))

    @cached_property
    def _keys(self) -> dict[str, Numbers]:
        keys: dict[str, list[int]] = {}
        for key, row in self.rows.items():
            keys.setdefault(row.role, []).append(key)
        return {role: np.array(sorted(found)) for role, found in keys.items()}

    @cached_property
    def countries(self) -> list[str]:
        """The codes of all countries."""
        return sorted({row.country for row in self.rows.values() if row.country})

    def country_numbers(self, keys: Numbers) -> Numbers:
        """The place in `countries` of each organisation's, -1 for none."""
        size = int(keys.max(initial=0)) + 1
        numbers = {code: number for number, code in enumerate(self.countries)}
        column = np.full(max(size, len(self.ranks)), -1)
        column[list(self.rows)] = [numbers.get(row.country, -1) for row in self.rows.values()]
        return column[keys]

    def _by_name(self, key: int) -> tuple[str, str]:
        row = self.rows[key]
        return row.name.casefold(), row.slug

    def _column(self, values: dict[int, int]) -> Numbers:
        column = np.zeros(max(values, default=0) + 1, np.int64)
        column[list(values)] = list(values.values())
        return column


def read(keys: frozenset[int] | None = None) -> dict[int, Named]:
    """These organisations, or all, as they stand in the database."""
    with connection.cursor() as cursor:
        if keys is None:
            cursor.execute(_ORGANISATIONS)
        else:
            cursor.execute(f"{_ORGANISATIONS} WHERE id = ANY(%s)", [list(keys)])
        return {key: Named(*row) for key, *row in cursor.fetchall()}
