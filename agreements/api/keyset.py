"""Pages of rows by the place of their last row in the order, whatever comes in between.

A page costs as many rows as it shows, however far down the list it lies (keyset, or seek,
pagination: https://use-the-index-luke.com/no-offset).
"""

import hashlib
from dataclasses import dataclass
from typing import Any, Self

from django.core.signing import BadSignature, Signer
from django.db.models import F, FloatField, QuerySet
from django.db.models.expressions import OrderBy
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan
from django.db.models.functions import Cast

_SIGNER = Signer(salt="agreements.api.keyset")


class StrangeCursorError(ValueError):
    """A cursor that this catalogue did not make, or that it made for another order."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in an order: the values by which the row there is sorted, and the way to go on."""

    values: list[Any]
    backwards: bool = False

    @classmethod
    def decode(cls, text: str, order: str) -> Self:
        """Read what `encode` wrote; raises StrangeCursorError."""
        try:
            made_for, backwards, values = _SIGNER.unsign_object(text)
        except (BadSignature, ValueError) as error:
            raise StrangeCursorError("It is none that the catalogue gave; leave it out.") from error
        if made_for != order:
            raise StrangeCursorError("It belongs to another order; leave it out to begin anew.")
        return cls(values, backwards)

    def encode(self, order: str) -> str:
        """Opaque text, signed, so that nothing but our own values ever comes back."""
        return _SIGNER.sign_object([order, self.backwards, self.values], compress=True)


class Keyset:
    """Rows in their order, of which any stretch after or before a cursor can be taken.

    All keys of the order run in one direction, and only the first may be null, then last.
    """

    def __init__(self, rows: QuerySet[Any]) -> None:
        terms = [_order_by(term) for term in rows.query.order_by]
        self._descending = terms[0].descending
        self._nullable = bool(terms[0].nulls_last)
        self._names = [f"_key{place}" for place in range(len(terms))]
        keys = {name: term.expression for name, term in zip(self._names, terms, strict=True)}
        self._rows = rows.annotate(**keys)
        for name in self._names:
            # What Python holds is a double, which a `real` never equals.
            if isinstance(self._rows.query.annotations[name].output_field, FloatField):
                self._rows = self._rows.annotate(**{name: Cast(keys[name], FloatField())})
        spelt = repr([(str(term.expression), term.descending) for term in terms])
        self.order = hashlib.sha256(spelt.encode()).hexdigest()[:8]
        """What tells this order from others."""

    def stretch(self, cursor: Cursor | None, size: int) -> list[Any]:
        """At most `size` rows beyond the cursor, in the direction in which it looks."""
        backwards = cursor is not None and cursor.backwards
        found: list[Any] = []
        runs = [False, True] if self._nullable else [False]
        reached = cursor is None
        for of_nulls in reversed(runs) if backwards else runs:
            rows, names = self._run(of_nulls)
            if cursor is not None and not reached:
                if self._nullable and of_nulls != (cursor.values[0] is None):
                    continue
                rows, reached = self._beyond(rows, names, cursor), True
            descending = self._descending != backwards
            ordered = rows.order_by(*(OrderBy(F(name), descending=descending) for name in names))
            found += ordered[: size - len(found)]
            if len(found) == size:
                break
        return found

    def cursor(self, row: Any, backwards: bool) -> str:
        """The cursor at a row of a stretch."""
        values = [getattr(row, name) for name in self._names]
        return Cursor(values, backwards).encode(self.order)

    def _run(self, of_nulls: bool) -> tuple[QuerySet[Any], list[str]]:
        """The rows whose first key is null or not, and the keys that order them.

        PostgreSQL walks an index along each of the two, but not along both at once.
        """
        if not self._nullable:
            return self._rows, self._names
        rows = self._rows.filter(**{f"{self._names[0]}__isnull": of_nulls})
        return rows, self._names[1:] if of_nulls else self._names

    def _beyond(self, rows: QuerySet[Any], names: list[str], cursor: Cursor) -> QuerySet[Any]:
        values = cursor.values[-len(names) :]
        compare = TupleLessThan if self._descending != cursor.backwards else TupleGreaterThan
        return rows.filter(compare(Tuple(*(F(name) for name in names)), values))


def _order_by(term: Any) -> OrderBy:
    if isinstance(term, OrderBy):
        return term
    if isinstance(term, str):
        return OrderBy(F(term.lstrip("-")), descending=term.startswith("-"))
    return OrderBy(term)
