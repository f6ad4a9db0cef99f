"""Requests to a server that speaks OpenAI's chat-completions protocol, bounded in every way.

The protocol: https://platform.openai.com/docs/api-reference/chat/create, as vLLM, llama.cpp,
Ollama and many services speak it too.
"""

import asyncio
import time
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from multiprocessing import get_context
from typing import Any

import httpx

LARGEST_RESPONSE = 1_000_000
"""Bytes; an answer of as many tokens as are asked for has some 100,000."""
_PASSING = frozenset({408, 429, 500, 502, 503, 504})
_MENDS = {
    400: "does it support structured output (response_format json_schema)?",
    401: "check EXTRACTOR_KEY",
    403: "check EXTRACTOR_KEY",
    404: "check EXTRACTOR_URL and EXTRACTOR_MODEL",
    413: "the document is too long for it",
}


class NoAnswerError(Exception):
    """Why there is no answer, in words for an editor."""


class PassingError(NoAnswerError):
    """Another try may help, after `pause` seconds if the server asks for a pause."""

    def __init__(self, why: str, pause: float | None = None) -> None:
        super().__init__(why)
        self.pause = pause


class Budget:
    """How many requests one run may still make.

    Processes that are handed it when they start count together.
    """

    def __init__(self, requests: int) -> None:
        self.requests = requests
        self._left = get_context("spawn").Value("q", requests)

    def spend(self) -> None:
        """Take one request. Raises NoAnswerError when none is left."""
        with self._left.get_lock():
            if self._left.value <= 0:
                raise NoAnswerError(
                    f"the run's budget of {self.requests:,} requests is used up;"
                    " import the remaining documents in another run, or raise EXTRACTOR_REQUESTS"
                )
            self._left.value -= 1


@dataclass(frozen=True, slots=True)
class Server:
    """Where to ask, and how long and how often at most. All times are in seconds.

    `url` is the address before ``/chat/completions``; `key` is sent as bearer token. `timeout` is
    for one whole request. `pause` goes before the first of at most `retries` further tries and
    doubles with each; whatever pause the server asks for, none is longer than `longest_pause`.
    """

    url: str
    budget: Budget
    key: str = field(default="", repr=False)
    timeout: float = 120.0
    retries: int = 2
    pause: float = 1.0
    longest_pause: float = 30.0

    def ask(self, question: dict[str, Any]) -> bytes:
        """The body of the response. Raises NoAnswerError."""
        for attempt in range(self.retries):
            try:
                return self._once(question)
            except PassingError as error:
                pause = self.pause * 2**attempt if error.pause is None else error.pause
                time.sleep(min(pause, self.longest_pause))
        return self._once(question)

    def _once(self, question: dict[str, Any]) -> bytes:
        self.budget.spend()
        try:
            return asyncio.run(self._post(question))
        except (TimeoutError, httpx.TimeoutException):
            raise PassingError(f"no answer within {self.timeout:g} seconds") from None
        except httpx.TransportError as error:
            why = str(error)[:200] or type(error).__name__
            raise PassingError(f"the server cannot be reached ({why})") from None
        except (httpx.InvalidURL, UnicodeError):
            raise NoAnswerError("check EXTRACTOR_URL and EXTRACTOR_KEY") from None

    async def _post(self, question: dict[str, Any]) -> bytes:
        """One request; the limit of time is for all of it, however slowly bytes trickle in."""
        headers = {"Accept-Encoding": "identity"}  # compressed, a small body may be a huge one
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        url = f"{self.url.rstrip('/')}/chat/completions"
        async with (
            asyncio.timeout(self.timeout),
            httpx.AsyncClient(timeout=self.timeout, follow_redirects=False) as client,
            client.stream("POST", url, json=question, headers=headers) as response,
        ):
            _require_success(response)
            return await _bounded(response)


async def _bounded(response: httpx.Response) -> bytes:
    body = bytearray()
    async for chunk in response.aiter_raw():
        body += chunk
        if len(body) > LARGEST_RESPONSE:
            raise NoAnswerError(f"the response is larger than {LARGEST_RESPONSE:,} bytes")
    return bytes(body)


def _require_success(response: httpx.Response) -> None:
    status = response.status_code
    if status == 200:
        return
    why = f"the server answered {status} {response.reason_phrase[:40]}".rstrip()
    if status in _PASSING:
        raise PassingError(why, _pause_asked_for(response.headers.get("Retry-After", "")))
    if response.is_redirect:
        raise NoAnswerError(f"{why}, which is not followed; give its new address as EXTRACTOR_URL")
    raise NoAnswerError(f"{why}; {_MENDS[status]}" if status in _MENDS else why)


def _pause_asked_for(retry_after: str) -> float | None:
    """Seconds of a Retry-After header (RFC 9110, 10.2.3); None without a sound one."""
    if retry_after.isascii() and retry_after.isdecimal() and len(retry_after) < 10:
        return float(retry_after)
    try:
        return max(0.0, parsedate_to_datetime(retry_after).timestamp() - time.time())
    except (ValueError, OverflowError):
        return None
