"""A database of its own for programs that are killed, and what stands in it, told without ids."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
from django.db import connection
from psycopg import sql

ROOT = Path(__file__).resolve().parents[2]

CONTENT = {
    "agreements": """SELECT key, slug, title, kind, summary, signed_on, place, lifecycle,
        editorial_status, announced_on, search_vector::text FROM agreements_agreement a""",
    "organisations": """SELECT o.slug, o.name, o.normalised, o.type, o.country, p.slug
        FROM agreements_organisation o LEFT JOIN agreements_organisation p ON p.id = o.parent_id""",
    "aliases": """SELECT o.slug, a.name, a.kind FROM agreements_alias a
        JOIN agreements_organisation o ON o.id = a.organisation_id""",
    "parties": """SELECT a.key, o.slug, p.unit, p.stated_name FROM agreements_party p
        JOIN agreements_agreement a ON a.id = p.agreement_id
        JOIN agreements_organisation o ON o.id = p.organisation_id""",
    "people": """SELECT p.slug, p.name, o.slug FROM agreements_person p
        LEFT JOIN agreements_organisation o ON o.id = p.organisation_id""",
    "participations": """SELECT a.key, p.slug, c.role, c.position, c.on_behalf_of
        FROM agreements_participation c JOIN agreements_person p ON p.id = c.person_id
        JOIN agreements_agreement a ON a.id = c.agreement_id""",
    "areas": """SELECT a.key, x.phrase, c.code FROM agreements_agreementarea x
        JOIN agreements_agreement a ON a.id = x.agreement_id
        LEFT JOIN agreements_cooperationarea c ON c.id = x.area_id""",
    "steps": """SELECT a.key, s.status, s.on FROM agreements_lifecycleevent s
        JOIN agreements_agreement a ON a.id = s.agreement_id""",
    "sources": "SELECT url, slug, text_hash, title, published_on FROM agreements_source s",
    "citations": """SELECT a.key, s.slug, c.slot, c.value, c.start, c.end, p.stated_name,
        x.phrase, e.status, t.position FROM agreements_citation c
        JOIN agreements_agreement a ON a.id = c.agreement_id
        JOIN agreements_source s ON s.id = c.source_id
        LEFT JOIN agreements_party p ON p.id = c.party_id
        LEFT JOIN agreements_agreementarea x ON x.id = c.agreement_area_id
        LEFT JOIN agreements_lifecycleevent e ON e.id = c.lifecycle_event_id
        LEFT JOIN agreements_participation t ON t.id = c.participation_id""",
    "said": """SELECT r.origin, r.key, r.digest, a.key FROM agreements_importedrecord r
        JOIN agreements_agreement a ON a.id = r.agreement_id""",
    "questions": """SELECT o.slug, c.slug, m.score, m.reason FROM agreements_matchproposal m
        JOIN agreements_organisation o ON o.id = m.organisation_id
        JOIN agreements_organisation c ON c.id = m.candidate_id""",
    "proposals": """SELECT a.key, p.slot, p.current::text, p.proposed::text, p.status
        FROM agreements_proposal p JOIN agreements_agreement a ON a.id = p.agreement_id""",
}

HALF_WRITTEN = """SELECT count(*) FROM agreements_agreement a WHERE
    (SELECT count(*) FROM agreements_party p WHERE p.agreement_id = a.id) < 2
    OR (SELECT count(*) FROM agreements_participation p WHERE p.agreement_id = a.id) < 2
    OR (SELECT count(*) FROM agreements_agreementarea p WHERE p.agreement_id = a.id) < 2
    OR NOT EXISTS (SELECT FROM agreements_citation c WHERE c.agreement_id = a.id)
    OR NOT EXISTS (SELECT FROM agreements_importedrecord r WHERE r.agreement_id = a.id)
    OR a.search_vector IS NULL"""


class Scratch:
    """An empty catalogue beside the one that the settings name."""

    def __init__(self, name: str) -> None:
        given = connection.get_connection_params()
        self.name = name
        self._server = {
            key: given[key] for key in ("host", "port", "user", "password") if key in given
        }

    @property
    def url(self) -> str:
        """Its DATABASE_URL."""
        parts = {key: quote(str(value), safe="") for key, value in self._server.items()}
        user = ":".join(parts[key] for key in ("user", "password") if key in parts)
        host = parts.get("host", "") + (f":{parts['port']}" if "port" in parts else "")
        return f"postgresql://{user}@{host}/{self.name}"

    def query(self, text: str) -> list[tuple[Any, ...]]:
        """All rows that a query gives."""
        with psycopg.connect(dbname=self.name, **self._server) as database:
            return database.execute(text.encode()).fetchall()

    def content(self) -> dict[str, list[tuple[Any, ...]]]:
        """Everything in the catalogue, in an order and in words that no run decides."""
        return {name: sorted(self.query(text), key=repr) for name, text in CONTENT.items()}

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start a management command on it."""
        return subprocess.Popen(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env={**os.environ, "DATABASE_URL": self.url},
            stdout=subprocess.PIPE,
        )

    def finish(self, *arguments: str) -> str:
        """Run a management command on it to its end; returns what it printed."""
        process = self.start(*arguments)
        printed, _ = process.communicate()
        assert process.returncode == 0, printed
        return printed.decode()

    def administer(self, text: str, *names: str) -> None:
        """Run a statement beside it on the server."""
        statement = sql.SQL(text).format(*map(sql.Identifier, names))
        with psycopg.connect(dbname="postgres", autocommit=True, **self._server) as server:
            server.execute(statement)


@contextmanager
def scratch_databases(*names: str) -> Iterator[list[Scratch]]:
    """Empty catalogues, alike, that are gone afterwards."""
    databases = [Scratch(f"{connection.settings_dict['NAME']}_{name}") for name in names]
    first = databases[0]
    try:
        for database in databases:
            database.administer("DROP DATABASE IF EXISTS {} WITH (FORCE)", database.name)
        first.administer("CREATE DATABASE {}", first.name)
        first.finish("migrate", "--skip-checks", "--verbosity=0")
        for database in databases[1:]:
            database.administer("CREATE DATABASE {} TEMPLATE {}", database.name, first.name)
        yield databases
    finally:
        for database in databases:
            database.administer("DROP DATABASE IF EXISTS {} WITH (FORCE)", database.name)
