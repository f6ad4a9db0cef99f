"""The embedded server is started once, shared by all, and survives a kill."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from agreements.embedded import server

START = """
import sys
from pathlib import Path
from agreements.embedded import server
print(server.start(Path(sys.argv[1]), "catalogue"))
"""


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "postgres"
    yield folder
    if pid := _pid(folder):
        os.kill(pid, signal.SIGQUIT)


def _pid(data: Path) -> int | None:
    info = server._postmaster(data)
    return int(info.pid) if info else None


def _query(data: Path, sql: str) -> list[tuple[object, ...]]:
    socket_dir = server.start(data, "catalogue")
    with psycopg.connect(host=socket_dir, user="postgres", dbname="catalogue") as connection:
        cursor = connection.execute(sql)
        return cursor.fetchall() if cursor.description else []


def test_processes_that_start_it_at_once_share_one_server(data: Path) -> None:
    command = [sys.executable, "-c", START, str(data)]
    starting = [
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path.cwd())
        for _ in range(3)
    ]
    answers = {process.communicate(timeout=120)[0] for process in starting}
    assert len(answers) == 1
    assert [process.returncode for process in starting] == [0, 0, 0]
    assert server.running(data) == answers.pop().strip()


def test_what_was_committed_survives_a_kill_of_the_server(data: Path) -> None:
    _query(data, "CREATE TABLE kept AS SELECT 1 AS one")
    pid = _pid(data)
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    assert _query(data, "SELECT one FROM kept") == [(1,)]


def test_it_is_stopped_once_and_keeps_what_was_committed(data: Path) -> None:
    assert not server.stop(data)
    _query(data, "CREATE TABLE kept AS SELECT 1 AS one")
    assert server.stop(data)
    assert server.running(data) is None
    assert not server.stop(data)
    assert _query(data, "SELECT one FROM kept") == [(1,)]


def test_a_pid_that_another_program_took_over_is_no_server(data: Path) -> None:
    _query(data, "CREATE TABLE kept AS SELECT 1 AS one")
    pid = _pid(data)
    assert pid is not None
    os.kill(pid, signal.SIGQUIT)
    while _pid(data):
        pass
    lines = [str(os.getpid()), str(data), "0", "5432", str(data), "", "0 0", "ready"]
    (data / "postmaster.pid").write_text("\n".join(lines) + "\n")
    assert server.running(data) is None
    assert _query(data, "SELECT one FROM kept") == [(1,)]


def test_names_in_any_script_have_letters(data: Path) -> None:
    found = _query(data, "SELECT datctype FROM pg_database WHERE datname = 'catalogue'")
    assert found == [("C.UTF-8",)]


def test_it_has_memory_for_a_large_catalogue_and_keeps_what_its_operator_set(data: Path) -> None:
    _query(data, "SELECT 1")
    pid = _pid(data)
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    with (data / "postgresql.conf").open("a") as file:
        file.write("jit = on\n")
    assert _query(data, "SHOW jit") == [("on",)]
    more = "SELECT setting::int * 8 > 128 * 1024 FROM pg_settings WHERE name = 'shared_buffers'"
    assert _query(data, more) == [(True,)]
    assert (data / "postgresql.conf").read_text().count("catalogue.conf") == 1
