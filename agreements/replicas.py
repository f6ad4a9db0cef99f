"""Reads from streaming replicas: which server answers a request, and what if that server dies.

A whole request reads from one server, so that its rows agree with each other. Only requests that
cannot change anything and come without a session read from a replica; editors, whoever has just
written, and commands read the primary.

A page must not be older than the revision under which caches keep it, and the primary tells that
revision. So a replica answers only if it has replayed the log up to where the primary stood when
the revision was last seen to change; and an answer during which the revision changed is made
again by the primary.
"""

import random
import time
from contextvars import ContextVar
from dataclasses import dataclass
from threading import Lock
from typing import Any

from django.db import DEFAULT_DB_ALIAS, Error, connections

LOOK_AGAIN = 1.0
"""Seconds for which a replica that was found dead or behind is left out without another look."""

reading: ContextVar[str] = ContextVar("reading", default=DEFAULT_DB_ALIAS)
"""The server that the request at hand reads from."""
_REVISION = """
SELECT coalesce(sum(weight), 0), (pg_current_wal_lsn() - '0/0')::bigint FROM agreements_change
"""
_REPLAYED = "SELECT (pg_last_wal_replay_lsn() - '0/0')::bigint WHERE pg_is_in_recovery()"


class Router:
    """Django's questions about databases."""

    def db_for_read(self, model: Any, **hints: Any) -> str:
        """The server of this request."""
        return reading.get()

    def db_for_write(self, model: Any, **hints: Any) -> str:
        """The primary alone takes writes."""
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> bool:
        """All servers hold the same rows."""
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        """Replicas follow the primary."""
        return db == DEFAULT_DB_ALIAS


@dataclass(slots=True)
class _Replica:
    """How far one replica had replayed when it was last asked, and until when it is left out."""

    alias: str
    replayed: int = 0
    out_until: float = 0.0

    def has(self, place: int) -> bool:
        """Whether it is alive and has replayed the log up to this place; asks it if need be."""
        if self.out_until > time.monotonic():
            return False
        if self.replayed < place:
            self.replayed = self._ask()
        if self.replayed < place:
            self.leave_out()
        return self.replayed >= place

    def leave_out(self) -> None:
        """Look at it again in a while; it may have been made anew by then."""
        self.replayed, self.out_until = 0, time.monotonic() + LOOK_AGAIN
        connections[self.alias].close()

    def _ask(self) -> int:
        try:
            with connections[self.alias].cursor() as cursor:
                cursor.execute(_REPLAYED)
                found = cursor.fetchone()
        except Error:
            return 0
        return int(found[0]) if found else 0


class Replicas:
    """The replicas of the settings, and the place in the log that readers need."""

    def __init__(self, aliases: list[str]) -> None:
        self._replicas = {alias: _Replica(alias) for alias in aliases}
        self._lock = Lock()
        self._revision, self._place = -1, 0

    def choose(self) -> tuple[str, int]:
        """A server whose rows are not older than the revision, and that revision."""
        revision, place = self._needed()
        for replica in random.sample(list(self._replicas.values()), len(self._replicas)):
            if replica.has(place):
                return replica.alias, revision
        return DEFAULT_DB_ALIAS, revision

    def leave_out(self, alias: str) -> None:
        """Ask others for a while."""
        self._replicas[alias].leave_out()

    def revision(self) -> int:
        """The catalogue's revision, as the primary has it."""
        return self._needed()[0]

    def _needed(self) -> tuple[int, int]:
        with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
            cursor.execute(_REVISION)
            revision, place = cursor.fetchone()
        with self._lock:
            if revision != self._revision:
                self._revision, self._place = revision, place
            return revision, self._place
