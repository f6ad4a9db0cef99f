"""The revision of the catalogue, which the database itself advances, and what changed since.

Triggers write a row into `agreements_change` for every statement that changes what readers see.
Which of them are new is told by PostgreSQL's transaction snapshots: a row is news if it is visible
now and was not in the snapshot of the last look. So a transaction that commits late is never
missed, and writers never wait for each other. The revision is the sum of the rows' weights, the
same in every process; a pruned row's weight lives on in the mark that replaces it.
"""

import datetime as dt
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db import OperationalError, connection
from django.utils import timezone

from agreements.models.prepared import prepared

_POSITION = """
SELECT pg_current_snapshot()::text, coalesce(sum(weight), 0)::bigint FROM agreements_change
"""
_IS_NEWS = """
what <> 'mark' AND xid >= pg_snapshot_xmin(%(seen)s::pg_snapshot)
AND xid < pg_snapshot_xmax(pg_current_snapshot())
AND NOT pg_visible_in_snapshot(xid, %(seen)s::pg_snapshot)
"""
_LOOK = f"""
SELECT pg_current_xact_id_if_assigned() IS NOT NULL,
    EXISTS (SELECT FROM agreements_change WHERE {_IS_NEWS}),
    EXISTS (SELECT FROM agreements_change
        WHERE what = 'mark' AND at < clock_timestamp() - interval '50 minutes'
        AND ids[1] > pg_snapshot_xmin(%(seen)s::pg_snapshot)::text::bigint)
"""  # noqa: S608 - made of constants
_KINDS = ("organisation", "person", "source")
_NEWS = f"SELECT what, ids FROM agreements_change WHERE {_IS_NEWS}"  # noqa: S608 - likewise


class Position(NamedTuple):
    """A place in the log of changes: a snapshot as PostgreSQL writes it, and the revision."""

    snapshot: str
    revision: int


class Look(NamedTuple):
    """What a look at the log told.

    `writing`: this connection's own transaction has written, so that it alone sees what it sees.
    `lost`: rows that came after the position were pruned, so that nobody can tell what changed.
    """

    writing: bool
    changed: bool
    lost: bool


@dataclass(frozen=True, slots=True)
class Changes:
    """Primary keys of what changed; None where that cannot be told or is too much to tell."""

    agreements: frozenset[int] | None
    rows: dict[str, frozenset[int] | None]  # organisations, people, sources by kind
    areas: bool


def position() -> Position:
    """Where the log stands now."""
    return Position(*_told(_POSITION))


def look(seen: Position) -> Look:
    """Whether anything changed since `seen`, by one cheap query."""
    return Look(*_told(_LOOK, {"seen": seen.snapshot}))


def writing() -> bool:
    """Whether this connection is within a transaction that has written."""
    return bool(_told("SELECT pg_current_xact_id_if_assigned() IS NOT NULL")[0])


def _told(query: str, parameters: dict[str, str] | None = None) -> tuple[Any, ...]:
    """The one row of a query that a request begins with.

    A kept connection that broke meanwhile shows here; so Django need not put a query of its own
    before this one to find out.
    """
    try:
        return _asked(query, parameters)
    except OperationalError:
        if connection.in_atomic_block:
            raise
        connection.close()
        return _asked(query, parameters)


def _asked(query: str, parameters: dict[str, str] | None) -> tuple[Any, ...]:
    connection.health_check_done = True  # type: ignore[attr-defined]
    with prepared(connection) as cursor:
        cursor.execute(query, parameters)
        row: tuple[Any, ...] = cursor.fetchone()
        return row


def changes(seen: Position) -> Changes:
    """What changed since `seen`, perhaps with some of what changed before."""
    with connection.cursor() as cursor:
        cursor.execute(_NEWS, {"seen": seen.snapshot})
        news = cursor.fetchall()
    everything = any(what == "everything" for what, _ in news)
    return Changes(
        None if everything else _touched(news, "agreement"),
        {kind: None if everything else _touched(news, kind) for kind in _KINDS},
        everything or any(what == "area" for what, _ in news),
    )


def _touched(news: Iterable[tuple[str, list[int] | None]], wanted: str) -> frozenset[int] | None:
    """The keys of one kind; None if any statement changed too many to list."""
    lists = [ids for what, ids in news if what == wanted]
    known = [ids for ids in lists if ids is not None]
    return frozenset(key for ids in known for key in ids) if len(known) == len(lists) else None


class Revision(NamedTuple):
    """The state of the catalogue, and the first whole second after this process saw it."""

    number: int
    since: dt.datetime


_latest: tuple[Position, Revision] | None = None


def current() -> Revision | None:
    """The revision of what is visible now; None within a transaction that has itself written."""
    return _looked() if connection.in_atomic_block else _shared.current()


class _Shared:
    """One look for all threads that wait for it: it began after each of them came."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._begun = 0
        self._found: tuple[int, Revision | None] = 0, None

    def current(self) -> Revision | None:
        """What a look tells that begins now or later."""
        came = self._begun
        with self._lock:
            number, found = self._found
            if number > came:
                return found
            self._begun += 1
            found = _looked()
            self._found = self._begun, found
            return found


_shared = _Shared()


def _looked() -> Revision | None:
    global _latest
    latest = _latest
    if latest is None:
        if writing():
            return None
    else:
        seen = look(latest[0])
        if seen.writing:
            return None
        if not (seen.changed or seen.lost):
            return latest[1]
    now = position()
    second = timezone.now().replace(microsecond=0) + dt.timedelta(seconds=1)
    _latest = now, Revision(now.revision, second)
    return _latest[1]
