"""Pages of a list for programs: `limit`, `cursor`, and a total only on request."""

from collections.abc import Sequence
from typing import Any

from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import remove_query_param, replace_query_param

from agreements.api.keyset import Cursor, Keyset, StrangeCursorError
from agreements.api.parameters import number, once, yes
from agreements.api.problems import BadParameters

ROWS, MOST_ROWS = 25, 100
LIMIT, CURSOR, TOTAL = "limit", "cursor", "total"
PARAMETERS = (LIMIT, CURSOR, TOTAL)

_SCHEMAS: dict[str, tuple[str, dict[str, Any]]] = {
    LIMIT: (
        "Rows on a page.",
        {"type": "integer", "minimum": 1, "maximum": MOST_ROWS, "default": ROWS},
    ),
    CURSOR: (
        "Where to go on: follow `next` and `previous` rather than making one.",
        {"type": "string"},
    ),
    TOTAL: ("`true` counts all rows that the filters show.", {"type": "boolean"}),
}


class KeysetPagination(BasePagination):
    """A page, the addresses of its neighbours, and the total if it was asked for."""

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        """The rows of the page; raises BadParameters."""
        parameters = request.query_params
        size = number(parameters, LIMIT, ROWS, MOST_ROWS)
        self._total = view.total(queryset) if yes(parameters, TOTAL) else None
        keyset = Keyset(queryset)
        text = once(parameters, CURSOR)
        try:
            cursor = None if text is None else Cursor.decode(text, keyset.order)
        except StrangeCursorError as error:
            raise BadParameters({CURSOR: [str(error)]}) from error
        backwards = cursor is not None and cursor.backwards
        found = keyset.stretch(cursor, size + 1)
        more, rows = len(found) > size, found[:size]
        if backwards:
            rows.reverse()
        address = remove_query_param(request.build_absolute_uri(), TOTAL)
        self._next = self._previous = None
        if rows and (more or backwards):
            last = keyset.cursor(rows[-1], backwards=False)
            self._next = replace_query_param(address, CURSOR, last)
        if rows and (more if backwards else cursor):
            first = keyset.cursor(rows[0], backwards=True)
            self._previous = replace_query_param(address, CURSOR, first)
        return rows

    def get_paginated_response(self, data: Sequence[Any]) -> Response:
        """The page with its neighbours, also as Link headers (RFC 8288)."""
        total = {} if self._total is None else {"total": self._total}
        ways = {"next": self._next, "prev": self._previous}
        links = ", ".join(f'<{address}>; rel="{way}"' for way, address in ways.items() if address)
        return Response(
            {**total, "next": self._next, "previous": self._previous, "results": data},
            headers={"Link": links} if links else None,
        )

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """What OpenAPI says of the page."""
        way = {"type": ["string", "null"], "format": "uri"}
        return {
            "type": "object",
            "required": ["next", "previous", "results"],
            "properties": {
                "total": {"type": "integer", "minimum": 0, "description": "With `total=true`"},
                "next": {**way, "description": "The page after this one"},
                "previous": {**way, "description": "The page before this one"},
                "results": schema,
            },
        }

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        """What OpenAPI says of the parameters."""
        return [
            {"name": name, "in": "query", "description": description, "schema": schema}
            for name, (description, schema) in _SCHEMAS.items()
        ]
