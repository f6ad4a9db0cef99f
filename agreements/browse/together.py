"""Rows of a table with all that belongs to them, read in one statement.

Where Django's `prefetch_related` asks once for each lookup, here every lookup is a subquery of the
same statement, whose rows come as JSON. They become instances whose relations are filled in, as
prefetching fills them in.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Field, ForeignKey, Model, QuerySet
from django.db.models.sql import Query

from agreements.models.prepared import prepared

M = TypeVar("M", bound=Model)

_NOT_IN_JSON = {"DateTimeField", "SearchVectorField"}
"""Kinds of columns that JSON would turn into another; they are read when somebody asks for them."""


class _Fetched(QuerySet[Any]):
    """Rows that are here already; what else is asked of them is asked of the database."""

    def __init__(
        self, field: "ForeignKey[Any, Any]", owner: Model, rows: list[Any], query: Query
    ) -> None:
        super().__init__(field.model, query)
        self._owner = {field.name: owner}
        self._result_cache = rows
        self._prefetch_done = True

    def _chain(self) -> QuerySet[Any]:
        rows: QuerySet[Any] = self.model._default_manager.filter(**self._owner)
        return rows


@dataclass(frozen=True, slots=True)
class _Step:
    """One relation of a lookup; `field` is the foreign key behind it, whichever way it is gone."""

    model: type[Model]
    parent: str
    name: str
    field: "ForeignKey[Any, Any]"
    forward: bool


class Together(Generic[M]):
    """Rows of `model` with what the lookups name, as `prefetch_related` takes them.

    Columns in `deferred`, by their names in any of the tables, are left alone.
    """

    def __init__(self, model: type[M], *lookups: str, deferred: tuple[str, ...] = ()) -> None:
        self.model = model
        self._steps: dict[str, _Step] = {}
        for lookup in lookups:
            self._add(lookup.split("__"))
        models: dict[str, type[Model]] = {"": model}
        models |= {path: step.model for path, step in self._steps.items()}
        self._columns = {path: _columns(table, deferred) for path, table in models.items()}
        self.models = models
        self._tables = "".join(
            f",\n{_quoted(path)} AS MATERIALIZED ({self._select(path)} WHERE {_condition(step)})"
            for path, step in self._steps.items()
        )
        self._lists = ", ".join(
            f"(SELECT json_agg(t{_order(table)}) FROM {_quoted(path)} AS t)"  # noqa: S608
            for path, table in models.items()
        )

    def read(self, rows: QuerySet[M]) -> dict[Any, M]:
        """These rows by primary key, in no order."""
        try:
            keys, parameters = rows.values("pk").query.sql_with_params()
        except EmptyResultSet:
            return {}
        root = f"{self._select('')} WHERE {self.model._meta.pk.column} IN ({keys})"
        with prepared(connections[rows.db]) as cursor:
            cursor.execute(
                f"WITH {_quoted('')} AS MATERIALIZED ({root}){self._tables}\nSELECT {self._lists}",
                parameters,
            )
            found = dict(zip(self.models, cursor.fetchone(), strict=True))
        made = {path: self._instances(path, rows.db, found[path] or []) for path in self.models}
        for path, step in self._steps.items():
            (_name if step.forward else _gather)(step, made[step.parent], made[path])
        return made[""]

    def _add(self, names: list[str]) -> None:
        """The steps of a lookup that are not there yet."""
        model: type[Model] = self.model
        for place, name in enumerate(names):
            relation: Any = model._meta.get_field(name)
            forward = isinstance(relation, ForeignKey)
            model = relation.related_model
            field = relation if forward else relation.field
            step = _Step(model, "__".join(names[:place]), name, field, forward)
            self._steps.setdefault("__".join(names[: place + 1]), step)

    def _select(self, path: str) -> str:
        columns = ", ".join(f'"{field.column}"' for field in self._columns[path])
        return f'SELECT {columns} FROM "{self.models[path]._meta.db_table}"'  # noqa: S608

    def _instances(self, path: str, database: str, rows: list[dict[str, Any]]) -> dict[Any, Any]:
        """Instances by primary key, in the order of the rows."""
        model, fields = self.models[path], self._columns[path]
        names = [field.attname for field in fields]
        columns = [str(field.column) for field in fields]
        made = (model.from_db(database, names, [row[c] for c in columns]) for row in rows)
        return {instance.pk: instance for instance in made}


def _columns(model: type[Model], deferred: tuple[str, ...]) -> list["Field[Any, Any]"]:
    return [
        field
        for field in model._meta.concrete_fields
        if field.name not in deferred and field.get_internal_type() not in _NOT_IN_JSON
    ]


def _condition(step: _Step) -> str:
    """Which rows of a step's table are read."""
    theirs, own = str(step.field.column), str(step.field.target_field.column)
    if step.forward:
        theirs, own = own, theirs
    return f'"{theirs}" IN (SELECT "{own}" FROM {_quoted(step.parent)})'  # noqa: S608


def _order(model: type[Model]) -> str:
    """The order that the model gives its rows."""
    options: Any = model._meta
    names = [str(name) for name in options.ordering]
    columns = [
        f't."{options.get_field(name.lstrip("-")).column}"{" DESC" * name.startswith("-")}'
        for name in names
    ]
    return f" ORDER BY {', '.join(columns)}" if columns else ""


def _quoted(path: str) -> str:
    return f'"rows_{path}"'


def _name(step: _Step, parents: dict[Any, Model], found: dict[Any, Model]) -> None:
    """Let rows know the row that their foreign key names."""
    for parent in parents.values():
        key = getattr(parent, step.field.attname)
        if key is None or key in found:
            step.field.set_cached_value(parent, found.get(key))


def _gather(step: _Step, parents: dict[Any, Model], found: dict[Any, Model]) -> None:
    """Let rows know those whose foreign key names them, and these them."""
    by_parent: dict[Any, list[Model]] = defaultdict(list)
    for row in found.values():
        key = getattr(row, step.field.attname)
        by_parent[key].append(row)
        step.field.set_cached_value(row, parents[key])
    query = Query(step.model)  # made once, as it is never asked
    for key, parent in parents.items():
        cache = parent.__dict__.setdefault("_prefetched_objects_cache", {})
        cache[step.name] = _Fetched(step.field, parent, by_parent[key], query)
