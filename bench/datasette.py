"""The same catalogue in Datasette, installed in an environment of its own, to compare with.

One table of the published agreements, with partners, institutions, areas (and their broader ones)
and countries as arrays, a full-text index, and indexes on the columns that are filtered; facets of
arrays are Datasette's own. Its time limits are lifted, so that every facet is counted.
"""

import contextlib
import json
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.parse import parse_qsl, urlencode
from urllib.request import urlopen

from django.db import connection, transaction

from agreements.browse.areas import AreaTree

VERSION = "0.65"
SECONDS = 600
"""How long one page may take."""

_ROWS = """
SELECT agreement.id, agreement.title, agreement.kind, agreement.year, agreement.sort_date,
    agreement.search_text, named.partners, named.institutions, named.countries, marked.areas
FROM agreements_agreement AS agreement
LEFT JOIN (
    SELECT agreement_id, array_agg(DISTINCT organisation.slug)
            FILTER (WHERE role = 'partner') AS partners,
        array_agg(DISTINCT organisation.slug)
            FILTER (WHERE role = 'institution') AS institutions,
        array_agg(DISTINCT country) FILTER (WHERE country <> '') AS countries
    FROM agreements_party
    JOIN agreements_organisation AS organisation ON organisation.id = organisation_id
    GROUP BY agreement_id
) AS named ON named.agreement_id = agreement.id
LEFT JOIN (
    SELECT agreement_id, array_agg(area_id) AS areas FROM agreements_agreementarea
    WHERE area_id IS NOT NULL GROUP BY agreement_id
) AS marked ON marked.agreement_id = agreement.id
WHERE editorial_status = 'published'
"""
_TABLE = """
CREATE TABLE agreements (id INTEGER PRIMARY KEY, title TEXT, kind TEXT, year INTEGER,
    sort_date TEXT, words TEXT, partner TEXT, institution TEXT, country TEXT, area TEXT)
"""
_INDEXES = """
CREATE INDEX by_kind ON agreements (kind);
CREATE INDEX by_year ON agreements (year);
CREATE INDEX by_date ON agreements (sort_date);
CREATE VIRTUAL TABLE agreements_fts USING fts5 (title, words, content=agreements, content_rowid=id);
INSERT INTO agreements_fts (agreements_fts) VALUES ('rebuild');
ANALYZE;
"""
_FACETS = [("_facet", name) for name in ("kind", "year")] + [
    ("_facet_array", name) for name in ("partner", "institution", "country", "area")
]


def copied(path: Path) -> None:
    """Write the published agreements of the database into a new SQLite file."""
    tree = AreaTree.load()
    lineage = {pk: [tree.areas[up].code for up in tree.lineage(pk)] for pk in tree.areas}
    with contextlib.closing(sqlite3.connect(path)) as lite, transaction.atomic():
        lite.execute(_TABLE)
        assert connection.connection is not None
        with connection.connection.cursor(name="datasette") as cursor:
            cursor.itersize = 20_000
            rows = (
                (*row[:6], *map(_array, row[6:9]), _array(_codes(lineage, row[9])))
                for row in cursor.execute(_ROWS)
            )
            lite.executemany(f"INSERT INTO agreements VALUES ({','.join('?' * 10)})", rows)
        lite.executescript(_INDEXES)
        lite.commit()


def _codes(lineage: dict[int, list[str]], areas: list[int] | None) -> list[str]:
    return sorted({code for area in areas or () for code in lineage.get(area, ())})


def _array(values: list[str] | None) -> str:
    return json.dumps(values or [])


@dataclass(frozen=True)
class Datasette:
    """A server of one SQLite file."""

    root: str

    def page(self, question: str) -> float:
        """Milliseconds that its first page takes under one of our questions, as JSON."""
        address = (
            f"{self.root}/catalogue/agreements.json?{urlencode([*_asked(question), *_FACETS])}"
        )
        started = time.perf_counter()
        with urlopen(address, timeout=SECONDS) as answer:
            answer.read()
        return 1000 * (time.perf_counter() - started)


def _asked(question: str) -> Iterator[tuple[str, str]]:
    """A question in Datasette's parameters."""
    names = {"kind": "kind", "year_min": "year__gte", "q": "_search"}
    for name, value in parse_qsl(question):
        yield names.get(name, f"{name}__arraycontains"), value
    yield from (("_size", "25"), ("_sort_desc", "sort_date"))


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[Datasette]:
    """Install it in `folder`, copy the catalogue and serve it."""
    programs, data = folder / "environment/bin", folder / "catalogue.db"
    subprocess.run([sys.executable, "-m", "venv", str(programs.parent)], check=True)
    install = [str(programs / "pip"), "install", "--quiet", f"datasette=={VERSION}", "setuptools"]
    subprocess.run(install, check=True)
    copied(data)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(programs / "datasette"), "serve", str(data), "--port", str(port)]
    for name in ("sql_time_limit_ms", "facet_time_limit_ms"):
        command += ["--setting", name, str(1000 * SECONDS)]
    none = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=none, stderr=none) as server:
        try:
            found = Datasette(f"http://127.0.0.1:{port}")
            _wait(found.root)
            yield found
        finally:
            server.terminate()


def _wait(root: str) -> None:
    for _ in range(300):
        try:
            urlopen(f"{root}/-/versions.json", timeout=10).close()
        except URLError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("Datasette does not answer")
