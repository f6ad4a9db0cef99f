"""Django's PostgreSQL backend, connected to the embedded server, which it starts when needed."""

from typing import Any

import psycopg
from django.conf import settings
from django.db.backends.postgresql import base

from agreements.embedded import server

DATA_DIR = settings.VAR_DIR / "postgres"


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to the embedded server; opening one starts the server if it is down."""

    def get_connection_params(self) -> dict[str, Any]:
        """Django's parameters, with the server's socket in place of a host."""
        socket_dir = server.running(DATA_DIR) or self._start()
        return {**super().get_connection_params(), "host": socket_dir, "user": "postgres"}

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Connect; a server that died, or a database not yet made, is mended first."""
        try:
            return super().get_new_connection(conn_params)
        except psycopg.OperationalError:
            return super().get_new_connection({**conn_params, "host": self._start()})

    def _start(self) -> str:
        return server.start(DATA_DIR, settings.DATABASES["default"]["NAME"])
