"""Statements that the server plans once for each connection."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper
from psycopg import Cursor


def prepared(database: BaseDatabaseWrapper) -> CursorWrapper:
    """A cursor of Django's whose statements are prepared, for pages that ask the same each time.

    Planning such a statement takes up to ten times as long as running it. Django's usual cursors
    put the parameters into the text, so that no two statements are alike.
    """
    database.ensure_connection()
    cursor: Any = Cursor(database.connection)
    if database.queries_logged:
        return database.make_debug_cursor(cursor)
    return database.make_cursor(cursor)
