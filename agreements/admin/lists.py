"""Lists of the admin that stay quick in a large catalogue."""

from functools import cached_property
from typing import Any

from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Paginator
from django.db import connection
from django.db.models import Count, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest

MOST = 2_000
"""Rows that a list shows, and counts; filters and search lead to the others."""

_OCCURRING = """
WITH RECURSIVE found(value) AS (
    SELECT {value} FROM {table}
    UNION ALL
    SELECT (SELECT {value} FROM {table} WHERE {column} < found.value)
    FROM found WHERE value IS NOT NULL
)
SELECT value FROM found WHERE value IS NOT NULL
"""


class MoreThan(int):
    """A number of rows that stands for all greater ones."""

    def __str__(self) -> str:
        """In words, as the list shows it."""
        return f"more than {int(self):,}"


class BoundedPaginator(Paginator):  # type: ignore[type-arg]
    """Pages of the first rows, since counting a million takes longer than showing fifty."""

    @cached_property
    def count(self) -> int:
        """How many rows there are, up to `MOST`."""
        rows: Any = self.object_list
        counted: int = rows.order_by().values("pk")[: MOST + 1].count()
        return counted if counted <= MOST else MoreThan(MOST)


class CountingList(ChangeList):
    """A list whose admin counts what belongs to the rows that are shown.

    An annotation of the query would be worked out for every row of the pages before, too.
    """

    def get_results(self, request: HttpRequest) -> None:
        """The rows of the page, with their counts."""
        super().get_results(request)
        rows: list[Any] = list(self.result_list)
        admin: Any = self.model_admin
        for name, numbers in admin.counted([row.pk for row in rows]).items():
            for row in rows:
                setattr(row, name, numbers.get(row.pk, 0))
        self.result_list = rows


def numbers_of(parts: QuerySet[Any], by: str, keys: list[int]) -> dict[int, int]:
    """How many of `parts` refer to each of these rows by `by`."""
    counted = parts.filter(**{f"{by}__in": keys}).order_by().values_list(by)
    return dict(counted.annotate(Count("pk")))


def count_of(rows: QuerySet[Any], by: str) -> Coalesce:
    """How many of `rows` refer to the outer row by `by`, without joining them."""
    counted = rows.filter(**{by: OuterRef("pk")}).order_by().values(by)
    return Coalesce(Subquery(counted.annotate(n=Count("pk")).values("n")), 0)


def in_any(queryset: QuerySet[Any], *found: QuerySet[Any]) -> QuerySet[Any]:
    """The rows that one of several searches found, each by an index of its own."""
    first, *others = (rows.order_by().values("pk") for rows in found)
    return queryset.filter(pk__in=first.union(*others))


def first_found(found: QuerySet[Any]) -> list[Any]:
    """The primary keys of what a search found, or of one row more than a list shows.

    Looked up first, since the planner walks the whole order of a list if it believes that many
    rows are found.
    """
    return list(found.order_by().values_list("pk", flat=True)[: MOST + 1])


def narrowed(queryset: QuerySet[Any], found: QuerySet[Any]) -> QuerySet[Any]:
    """The rows that a search found, which is made once where it finds no more than a list shows."""
    keys = first_found(found)
    return queryset.filter(pk__in=keys if len(keys) <= MOST else found.order_by().values("pk"))


def occurring(model: type[Model], column: str, letters: int | None = None) -> list[Any]:
    """The values of an indexed column, or their first letters, the greatest first.

    Leaps from value to value along the index, see https://wiki.postgresql.org/wiki/Loose_indexscan.
    """
    value = f"max({column})" if letters is None else f"left(max({column}), {letters})"
    query = _OCCURRING.format(value=value, column=column, table=model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(query)
        return [row[0] for row in cursor.fetchall()]
