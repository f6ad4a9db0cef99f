"""A local server that speaks the chat-completions protocol, as well or as badly as a test asks."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Response:
    """One answer of the server; `trickle` is the seconds between its bytes."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    trickle: float = 0.0


@dataclass(frozen=True)
class Request:
    """One request as it came."""

    path: str
    authorization: str | None
    body: dict[str, Any]


HANG = Response(trickle=3600)


def completion(content: str | None, finish_reason: str = "stop") -> Response:
    """A chat completion with this content."""
    message = {"role": "assistant", "content": content}
    choice = {"index": 0, "message": message, "finish_reason": finish_reason}
    whole = {"id": "1", "object": "chat.completion", "model": "test", "choices": [choice]}
    return Response(json.dumps(whole).encode(), headers={"Content-Type": "application/json"})


class SpeakingServer(ThreadingHTTPServer):
    """Gives its responses in turn, the last for ever, and remembers what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.responses: list[Response] = []
        self.requests: list[Request] = []
        self.closing = threading.Event()

    @property
    def url(self) -> str:
        """The address before ``/chat/completions``."""
        return f"http://127.0.0.1:{self.server_port}/v1"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that go away in the middle are what some tests are about."""


class _Handler(BaseHTTPRequestHandler):
    server: SpeakingServer

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers["Content-Length"]))
        request = Request(self.path, self.headers["Authorization"], json.loads(content))
        self.server.requests.append(request)
        turn = min(len(self.server.requests), len(self.server.responses)) - 1
        response = self.server.responses[turn]
        if response is HANG:
            self.server.closing.wait(10)
            return
        self.send_response(response.status)
        for name, value in {**response.headers, "Content-Length": str(len(response.body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self._send(response)

    def _send(self, response: Response) -> None:
        if not response.trickle:
            self.wfile.write(response.body)
            return
        for byte in response.body:
            if self.server.closing.wait(response.trickle):
                return
            self.wfile.write(bytes([byte]))

    def log_message(self, *args: Any) -> None:
        """Quietly."""


@contextmanager
def speaking_server() -> Iterator[SpeakingServer]:
    """A server of its own thread, closed at the end."""
    server = SpeakingServer()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
