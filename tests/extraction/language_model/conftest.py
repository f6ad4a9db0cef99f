"""A server to ask, a model on it, a document to read and what a good model answers about it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from agreements.extraction import Document, load
from agreements.extraction.language_model import Budget, LanguageModel, Server
from tests.extraction.language_model.protocol import SpeakingServer, speaking_server

DOCUMENTS = Path(__file__).resolve().parents[3] / "fixtures" / "documents"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[SpeakingServer]:
    """A server on this machine, past any proxy."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with speaking_server() as running:
        yield running


@pytest.fixture
def model(server: SpeakingServer) -> LanguageModel:
    """A model on the server, asked without long pauses."""
    asked = Server(server.url, Budget(20), key="secret", timeout=5, pause=0.01, longest_pause=2)
    return LanguageModel(asked, "test-model")


@pytest.fixture
def document() -> Document:
    """The announcement of 2018 by Harbin Institute of Technology and Huawei, retold."""
    return load(DOCUMENTS / "hit-huawei-2018.txt")
