"""Pages for readers who are not logged in: kept while nothing changed, told apart by an ETag.

Every request looks at the catalogue's revision, so that a changed fact shows at once. `page_cache`
keeps pages as they are made; `kept_pages` answers with them before Django has made a request of
what the server heard, which would take longer than all else.
"""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase, ResponseHeaders
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.http import http_date, parse_etags, parse_http_date_safe

from agreements.models import revision
from agreements.models.revision import Revision

KEPT_BYTES = 32 * 1024 * 1024
"""How much of a process's memory pages may take."""

_TOLD = (
    "REQUEST_METHOD",
    "wsgi.url_scheme",
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_HOST",
    "SERVER_NAME",
    "SERVER_PORT",
    "SCRIPT_NAME",
    "PATH_INFO",
    "QUERY_STRING",
)
"""What a reader and the server tell by which one page is told from another."""
_CODE = ("agreements", "templates", "docs/accuracy.json")


Name = tuple[str, ...]
"""What tells one page from another: how it was asked for, the day and the revision."""


@dataclass
class Pages:
    """The pages last asked for."""

    _kept: OrderedDict[Name, HttpResponse] = field(default_factory=OrderedDict)
    _bytes: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, name: Name) -> HttpResponse | None:
        """The page, if it is there; not to be sent itself, since sending closes it."""
        with self._lock:
            page = self._kept.get(name)
            if page is not None:
                self._kept.move_to_end(name)
            return page

    def add(self, name: Name, page: HttpResponse) -> None:
        """Keep a page, and let go of those that nobody asked for lately."""
        with self._lock:
            if name in self._kept or len(page.content) > KEPT_BYTES // 32:
                return
            self._kept[name] = _answer(page)
            self._bytes += len(page.content)
            while self._bytes > KEPT_BYTES:
                self._bytes -= len(self._kept.popitem(last=False)[1].content)


def _answer(page: HttpResponse) -> HttpResponse:
    """The page once more; both share headers, which are never changed but for others."""
    answer = HttpResponse(page.content)
    answer.headers = page.headers
    return answer


_pages = Pages()


def kept_pages(application: WSGIApplication) -> WSGIApplication:
    """The application, with kept pages in front of it."""

    def answer(sent: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        page = _kept(sent)
        if page is None:
            return application(sent, start_response)
        start_response(f"{page.status_code} {page.reason_phrase}", list(page.items()))
        return [page.content]

    return answer


def _kept(sent: Mapping[str, Any]) -> HttpResponse | None:
    """What a reader gets without any further work; None where there is more to do."""
    if sent["REQUEST_METHOD"] != "GET" or not _is_public(sent, sent["PATH_INFO"]):
        return None
    try:
        state = revision.current()
    except DatabaseError:
        state = None  # Django answers, and says what is wrong
    if state is None:
        return None
    page = _pages.get(_name(sent, state))
    if page is None:
        return None
    if _has(sent, page["ETag"], state):
        return _described(HttpResponseNotModified(), page["ETag"], state)
    return _dated(page, state)


def page_cache(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: answer readers from kept pages, with 304 where they have the page already."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        sent = request.META
        asked = request.method in ("GET", "HEAD") and _is_public(sent, request.path)
        state = revision.current() if asked else None
        if state is None:
            return get_response(request)
        name = _name(sent, state)
        page = _pages.get(name)
        etag = _etag(name) if page is None else page["ETag"]
        if _has(sent, etag, state):
            return _described(HttpResponseNotModified(), etag, state)
        if page is not None:
            return _answer(_dated(page, state))
        made = get_response(request)
        if not isinstance(made, HttpResponse) or not _may_be_kept(made):
            return made
        _pages.add(name, _described(made, etag, state))
        return made

    return middleware


def _is_public(sent: Mapping[str, Any], path: str) -> bool:
    """Whether the answer depends on address and catalogue alone."""
    return (
        not settings.DEBUG
        and settings.SESSION_COOKIE_NAME not in sent.get("HTTP_COOKIE", "")
        and not path.startswith(_elsewhere())
    )


@cache
def _elsewhere() -> tuple[str, ...]:
    """How addresses begin whose answers others make or keep."""
    return reverse("admin:index"), reverse("healthz"), "/api/", settings.STATIC_URL


def _may_be_kept(page: HttpResponse) -> bool:
    return page.status_code == 200 and not page.cookies and not page.has_header("ETag")


def _name(sent: Mapping[str, Any], state: Revision) -> Name:
    """Names the page by the host as the reader wrote it: of hosts that are refused none is kept.

    It holds today's date, which a page may show.
    """
    told = (sent.get(variable, "") for variable in _TOLD)
    return (*told, str(state.number), timezone.now().date().isoformat())


def _etag(name: Name) -> str:
    told = hashlib.sha256("\n".join((_release(), *name)).encode("utf-8", "replace"))
    return f'W/"{told.hexdigest()[:32]}"'


def _has(sent: Mapping[str, Any], etag: str, state: Revision) -> bool:
    """Whether the reader has this very page; a date counts only where no ETag is given."""
    if known := sent.get("HTTP_IF_NONE_MATCH"):
        return etag in parse_etags(known)
    since = parse_http_date_safe(sent.get("HTTP_IF_MODIFIED_SINCE", ""))
    return since is not None and since == _modified(state)


def _modified(state: Revision) -> int | None:
    """When the page was last changed, in seconds; not told before that second is over."""
    return int(state.since.timestamp()) if timezone.now() > state.since else None


def _described(page: HttpResponse, etag: str, state: Revision) -> HttpResponse:
    page["ETag"] = etag
    page["Cache-Control"] = "no-cache"
    patch_vary_headers(page, ["Cookie"])
    return _dated(page, state)


def _dated(page: HttpResponse, state: Revision) -> HttpResponse:
    """With the date of the last change, which becomes known a second after a page is kept."""
    if not page.has_header("Last-Modified") and (modified := _modified(state)):
        page.headers = ResponseHeaders({**page.headers, "Last-Modified": http_date(modified)})
    return page


@cache
def _release() -> str:
    """Names the program that runs: its code, templates and settings that pages show."""
    digest = hashlib.sha256(settings.SITE_NAME.encode())
    for name in _CODE:
        path = settings.BASE_DIR / name
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.suffix in {".py", ".html", ".json"}:
                digest.update(file.read_bytes())
    manifest = settings.STATIC_ROOT / "staticfiles.json"
    if manifest.exists():
        digest.update(manifest.read_bytes())
    return digest.hexdigest()
