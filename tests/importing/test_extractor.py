"""The settings choose who reads documents, for an import and for `extract` alike."""

import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from pytest_django import Settings

from agreements.importing.documents import read_documents
from tests.extraction.language_model.answers import answered, good_answer
from tests.extraction.language_model.protocol import SpeakingServer, speaking_server

DOCUMENTS = Path(__file__).resolve().parents[2] / "fixtures" / "documents"
DOCUMENT = DOCUMENTS / "hit-huawei-2018.txt"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> Iterator[SpeakingServer]:
    """A server that the settings name."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with speaking_server() as running:
        running.responses = [answered(good_answer())]
        settings.EXTRACTOR_URL, settings.EXTRACTOR_MODEL = running.url, "test-model"
        yield running


def test_without_a_server_the_rules_read() -> None:
    [entry] = read_documents([(DOCUMENT, "text")])
    assert entry.record
    assert entry.record.kind == "strategic_cooperation_agreement"


def test_an_import_reads_with_the_language_model_that_the_settings_name(
    server: SpeakingServer, settings: Settings
) -> None:
    settings.EXTRACTOR_KEY = "secret"
    [entry] = read_documents([(DOCUMENT, "text")])
    assert entry.record
    assert [area.phrase for area in entry.record.areas] == ["joint research", "campus services"]
    assert [request.authorization for request in server.requests] == ["Bearer secret"]


def test_the_command_extract_reads_with_it_too(server: SpeakingServer) -> None:
    out = StringIO()
    call_command("extract", str(DOCUMENT), stdout=out)
    [agreement] = json.loads(out.getvalue())["agreements"]
    assert agreement["signed_on"] == "2018-10-22"
    assert len(server.requests) == 1


def test_the_processes_of_one_run_share_its_budget(
    server: SpeakingServer, settings: Settings
) -> None:
    settings.EXTRACTOR_REQUESTS = 3
    entries = list(read_documents([(DOCUMENT, "text")] * 5, workers=2))
    assert len(server.requests) == 3
    assert len([entry for entry in entries if entry.record]) == 3
    refused = [entry.problems[0].mend for entry in entries if not entry.record]
    assert len(refused) == 2
    assert all("budget of 3 requests is used up" in why for why in refused)
