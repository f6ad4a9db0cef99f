"""The vocabulary of areas as a tree, in which a broader area includes its narrower ones."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from agreements.models import CooperationArea

_COUNTS = """
SELECT lineage.broader, count(DISTINCT named.agreement_id)
FROM agreements_agreementarea AS named
JOIN unnest(%s::bigint[], %s::bigint[]) AS lineage(area, broader) ON lineage.area = named.area_id
WHERE named.agreement_id IN ({shown})
GROUP BY lineage.broader
"""


@dataclass(frozen=True, slots=True)
class AreaTree:
    """All areas by their primary key; about a hundred, so they are read at once."""

    areas: dict[int, CooperationArea]

    @classmethod
    def load(cls) -> Self:
        """Read the vocabulary, in one query."""
        return cls(CooperationArea.objects.in_bulk())

    def coded(self, code: str) -> CooperationArea | None:
        """The area of this code, if there is one."""
        return next((area for area in self.areas.values() if area.code == code), None)

    def lineage(self, area: int) -> list[int]:
        """The area and all that are broader, the nearest first."""
        found: list[int] = []
        step: int | None = area
        while step is not None and step not in found:
            found.append(step)
            step = self.areas[step].parent_id
        return found

    def with_narrower(self, wanted: Iterable[int]) -> list[int]:
        """These areas and all that are narrower than one of them."""
        wanted = set(wanted)
        return [area for area in self.areas if wanted.intersection(self.lineage(area))]

    def counts(self, agreements: QuerySet[Any]) -> dict[int, int]:
        """How many of the agreements name each area or a narrower one; areas without any lack."""
        pairs = [(area, broader) for area in self.areas for broader in self.lineage(area)]
        try:
            shown, parameters = agreements.order_by().values("pk").query.sql_with_params()
        except EmptyResultSet:
            return {}
        with connection.cursor() as cursor:
            lineage = [area for area, _ in pairs], [broader for _, broader in pairs]
            cursor.execute(_COUNTS.format(shown=shown), (*lineage, *parameters))
            return dict(cursor.fetchall())
