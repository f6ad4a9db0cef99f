"""Servers that fail: every failure is a rejection with a plain reason, in bounded time."""

import time
from dataclasses import replace

import pytest

from agreements.extraction import Document
from agreements.extraction.language_model import Budget, LanguageModel, Server
from tests.extraction.language_model.answers import answered, good_answer
from tests.extraction.language_model.protocol import (
    HANG,
    Response,
    SpeakingServer,
    completion,
)

GOOD = answered(good_answer())


def _with(model: LanguageModel, **changes: object) -> LanguageModel:
    return replace(model, server=replace(model.server, **changes))  # type: ignore[arg-type]


def _why(model: LanguageModel, document: Document) -> str:
    extraction = model.extract(document)
    assert extraction.agreements == ()
    assert extraction.published == document.published_on
    [rejection] = extraction.rejected
    return rejection.why


@pytest.mark.parametrize(
    ("response", "why"),
    [
        (Response(b'{"choices": [{"mess'), "its response is not a chat completion"),
        (Response(b"<html>Bad gateway</html>"), "its response is not a chat completion"),
        (Response(b'{"error": "no"}'), "its response is not a chat completion: choices"),
        (Response(b"[" * 200_000), "its response is not a chat completion"),
        (Response(b"\xff\xfe\x00"), "its response is not a chat completion"),
        (completion('{"agreements": ['), "the answer is not what was asked for: Invalid JSON"),
        (completion('{"agreements": [', "length"), "the answer was cut short"),
        (completion(None), "the model declined to answer"),
        (completion("Certainly! Here it is:"), "the answer is not what was asked for"),
        (completion("null"), "the answer is not what was asked for"),
        (completion("{}"), "the answer is not what was asked for: published_on: Field required"),
        (Response(b" " * 1_100_000), "the response is larger than 1,000,000 bytes"),
        (Response(status=400), "400 Bad Request; does it support structured output"),
        (Response(status=401), "401 Unauthorized; check EXTRACTOR_KEY"),
        (Response(status=404), "404 Not Found; check EXTRACTOR_URL and EXTRACTOR_MODEL"),
        (
            Response(status=307, headers={"Location": "http://127.0.0.2/"}),
            "307 Temporary Redirect, which is not followed",
        ),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_a_bad_response_is_a_rejection_that_says_why(
    response: Response,
    why: str,
    server: SpeakingServer,
    model: LanguageModel,
    document: Document,
) -> None:
    server.responses = [response]
    assert why in _why(model, document)
    assert len(server.requests) == 1


def test_a_kind_outside_the_list_rejects_the_whole_answer(
    server: SpeakingServer, model: LanguageModel, document: Document
) -> None:
    answer = good_answer()
    answer["agreements"][0]["kind"]["value"] = "treaty"
    server.responses = [answered(answer)]
    assert "agreements.0.kind.value: Input should be" in _why(model, document)


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_passing_failure_is_tried_again(
    status: int, server: SpeakingServer, model: LanguageModel, document: Document
) -> None:
    server.responses = [Response(status=status), GOOD]
    assert len(model.extract(document).agreements) == 1
    assert len(server.requests) == 2


def test_a_lasting_failure_is_given_up_after_a_few_tries(
    server: SpeakingServer, model: LanguageModel, document: Document
) -> None:
    server.responses = [Response(status=500)]
    assert "500 Internal Server Error" in _why(model, document)
    assert len(server.requests) == 3


def test_a_pause_that_the_server_asks_for_is_kept(
    server: SpeakingServer, model: LanguageModel, document: Document
) -> None:
    server.responses = [Response(status=429, headers={"Retry-After": "1"}), GOOD]
    begun = time.monotonic()
    assert len(model.extract(document).agreements) == 1
    assert time.monotonic() - begun >= 1


@pytest.mark.parametrize("asked", ["86400", "Fri, 31 Dec 2100 23:59:59 GMT"])
def test_no_pause_is_longer_than_we_allow(
    asked: str, server: SpeakingServer, model: LanguageModel, document: Document
) -> None:
    server.responses = [Response(status=503, headers={"Retry-After": asked}), GOOD]
    begun = time.monotonic()
    assert len(_with(model, longest_pause=0.05).extract(document).agreements) == 1
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("asked", ["soon", "-5", "²", "9" * 400])
def test_a_senseless_pause_is_ignored(
    asked: str, server: SpeakingServer, model: LanguageModel, document: Document
) -> None:
    failed = Response(status=503, headers={"Retry-After": asked})
    server.responses = [failed, GOOD]
    assert len(model.extract(document).agreements) == 1


@pytest.mark.parametrize(
    "slow", [HANG, Response(b" " * 1000, trickle=0.05)], ids=["hangs", "trickles"]
)
def test_a_server_that_keeps_us_waiting_is_given_up(
    slow: Response, server: SpeakingServer, model: LanguageModel, document: Document
) -> None:
    server.responses = [slow]
    begun = time.monotonic()
    assert "no answer within 0.3 seconds" in _why(_with(model, timeout=0.3), document)
    assert 0.9 <= time.monotonic() - begun < 9


def test_a_time_out_may_pass(
    server: SpeakingServer, model: LanguageModel, document: Document
) -> None:
    server.responses = [HANG, GOOD]
    assert len(_with(model, timeout=1.0).extract(document).agreements) == 1


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://127.0.0.1:1/v1", "the server cannot be reached"),
        ("http://name.invalid/v1", "the server cannot be reached"),
        ("http://127.0.0.1:port/v1", "check EXTRACTOR_URL"),
        ("ftp://127.0.0.1/v1", "the server cannot be reached"),
    ],
)
def test_a_server_that_is_not_there_is_a_rejection(url: str, why: str, document: Document) -> None:
    model = LanguageModel(Server(url, Budget(3), pause=0.01), "test-model")
    assert why in _why(model, document)


def test_a_key_that_no_header_can_carry_is_a_rejection(
    server: SpeakingServer, model: LanguageModel, document: Document
) -> None:
    server.responses = [GOOD]
    assert "check EXTRACTOR_URL and EXTRACTOR_KEY" in _why(_with(model, key="schlüssel…"), document)


def test_a_run_makes_no_more_requests_than_its_budget_allows(
    server: SpeakingServer, model: LanguageModel, document: Document
) -> None:
    server.responses = [Response(status=500), GOOD]
    thrifty = _with(model, budget=Budget(2))
    assert len(thrifty.extract(document).agreements) == 1
    assert "the run's budget of 2 requests is used up" in _why(thrifty, document)
    assert len(server.requests) == 2


def test_a_document_that_is_too_long_is_rejected_without_a_request(
    server: SpeakingServer, model: LanguageModel, document: Document
) -> None:
    long = replace(document, text=document.text + " and so on" * 5_000)
    assert "more than the 40,000 that it is given at most" in _why(model, long)
    assert server.requests == []


def test_the_key_is_in_no_message(server: SpeakingServer, model: LanguageModel) -> None:
    assert "secret" not in repr(model)
