"""Settings come from the environment, are documented, and unsafe ones are refused."""

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def _manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    inherited = {k: v for k, v in os.environ.items() if k != "DJANGO_ALLOW_ASYNC_UNSAFE"}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={**inherited, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_readme_documents_every_variable_that_settings_read() -> None:
    code = (ROOT / "agreements" / "settings.py").read_text()
    read = set(re.findall(r"(?:environ\.get|_env_\w+)\(\s*\"(\w+)\"", code))
    documented = set(re.findall(r"^\| `(\w+)` \|", (ROOT / "README.md").read_text(), re.M))
    assert read == documented


def test_nothing_but_settings_reads_the_environment() -> None:
    readers = [
        path.name
        for path in (ROOT / "agreements").rglob("*.py")
        if re.search(r"os\.(environ\.get|getenv)|environ\[[^]]+\](?! =)", path.read_text())
    ]
    assert readers == ["settings.py"]


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"SECRET_KEY": "short"}, "agreements.E001"),
        ({"SECRET_KEY": "django-insecure-" + "x1y2z3" * 10}, "agreements.E001"),
        ({"ALLOWED_HOSTS": "*"}, "agreements.E002"),
        ({"EXTRACTOR_URL": "http://localhost:8080/v1"}, "agreements.E003"),
        ({"EXTRACTOR_MODEL": "some-model"}, "agreements.E003"),
        ({"EXTRACTOR_URL": "localhost:8080", "EXTRACTOR_MODEL": "some-model"}, "agreements.E003"),
        ({"EXTRACTOR_REQUESTS": "many"}, "EXTRACTOR_REQUESTS='many' is not a number"),
        ({"DATABASE_URL": "nonsense"}, "DATABASE_URL names no PostgreSQL server; write"),
        ({"DATABASE_URL": "mysql://u:p@host/x"}, "DATABASE_URL names no PostgreSQL server; write"),
        ({"DATABASE_URL": "postgresql://u:a/b@host/x"}, "DATABASE_URL cannot be read; write"),
        ({"DEBUG": "maybe"}, "DEBUG='maybe' is neither true nor false"),
    ],
)
def test_an_unsafe_value_stops_the_program_with_the_mend(
    environment: dict[str, str], said: str
) -> None:
    run = _manage("check", **environment)
    assert run.returncode != 0
    assert said in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize(
    ("port", "said"),
    [("abc", "'abc' is no port"), ("99999", "'99999' is no port"), ("taken", "cannot be used")],
)
def test_a_port_that_cannot_be_had_is_said_before_anything_is_done(port: str, said: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = str(taken.getsockname()[1]) if port == "taken" else port
        run = _manage("serve", PORT=number)
    assert run.returncode != 0
    assert said in run.stderr
    assert "Traceback" not in run.stderr


def test_a_database_that_does_not_answer_is_said_in_words() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    url = f"postgresql://user:secret@127.0.0.1:{port}/name"
    run = _manage("export_agreements", "--format=csv", DATABASE_URL=url)
    assert run.returncode != 0
    assert "The database does not answer" in run.stderr
    assert "Traceback" not in run.stderr
    assert "secret" not in run.stderr


@pytest.mark.parametrize("command", ["extract", "import_agreements"])
def test_what_reads_documents_does_not_start_with_half_a_language_model(command: str) -> None:
    run = _manage(command, "README.md", EXTRACTOR_MODEL="some-model")
    assert run.returncode != 0
    assert "agreements.E003" in run.stderr


def test_a_public_site_passes_the_deployment_checks() -> None:
    run = _manage("check", "--deploy", "--fail-level", "WARNING", ALLOWED_HOSTS="catalogue.example")
    assert run.returncode == 0, run.stderr


def test_the_key_that_is_made_at_the_first_start_is_its_owners_alone() -> None:
    assert _manage("check", SECRET_KEY="").returncode == 0
    mode = (ROOT / "var" / "secret-key").stat().st_mode
    assert mode & 0o077 == 0
