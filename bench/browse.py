"""How quickly readers get pages from the catalogue of DATABASE_URL, and whether they are right.

Usage, after bench/generate.py:
    python bench/browse.py [--questions 200] [--check 200] [--datasette 20] [--small DATABASE_URL]

Asks for pages of /agreements/ under random filters through Django's test client, without the page
cache, then for the other pages and the lists of the admin. Count and facets of every question are
compared with SQL's, which also gives the ratio of their times; some questions are put to Datasette
over the same rows too, and with `--small` the list is measured in a smaller catalogue beside this
one. Exits with 1 if a count is wrong.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agreements.settings")

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import get_user_model  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.http import QueryDict  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from agreements.browse.facets import facets  # noqa: E402
from agreements.browse.filters import AgreementFilterSet  # noqa: E402
from agreements.browse.listing import Listing  # noqa: E402
from agreements.browse.memory import current  # noqa: E402
from agreements.models import Agreement, CooperationArea, Organisation  # noqa: E402
from bench import datasette  # noqa: E402
from bench.questions import questions  # noqa: E402


def timed(calls: Iterable[Callable[[], Any]]) -> list[float]:
    """Milliseconds of each call."""
    found = []
    for call in calls:
        started = time.perf_counter()
        call()
        found.append(1000 * (time.perf_counter() - started))
    return found


def told(label: str, milliseconds: list[float]) -> float:
    """Print how long most, nearly all and all but the worst took; returns p95."""
    cuts = statistics.quantiles(milliseconds, n=100, method="inclusive")
    print(
        f"{label:<44} p50 {cuts[49]:8.1f}  p95 {cuts[94]:8.1f}  p99 {cuts[98]:8.1f} ms"
        f"  worst {max(milliseconds):8.1f}",
        flush=True,
    )
    return cuts[94]


def by_database(question: str) -> tuple[int, Any]:
    """Count and facets as SQL tells them."""
    filterset = AgreementFilterSet(QueryDict(question), Agreement.objects.all())
    return filterset.qs.count(), facets(filterset, limit=8)


def by_memory(question: str) -> tuple[int, Any]:
    """Count and facets as memory tells them."""
    filterset = AgreementFilterSet(QueryDict(question))
    return Listing(filterset).count(), facets(filterset, limit=8)


def wait_for_memory() -> None:
    """Ask until the catalogue is in memory, and tell what that took."""
    started, before = time.monotonic(), _resident()
    while current.catalogue() is None or current.is_building():
        time.sleep(0.1)
    print(f"read into memory in {time.monotonic() - started:.1f} s", end="")
    print(f", {_resident() - before:.0f} MB more")


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def agreement_lists(client: Client, asked: list[str]) -> list[float]:
    """Milliseconds of the list under every question."""
    client.get("/agreements/")
    return timed(_gets(client, "/agreements/", asked))


def other_pages(client: Client) -> None:
    """Details and the lists of names."""
    rows = Agreement.objects.published().order_by("?")
    addresses = {
        "page of an agreement": [row.get_absolute_url() for row in rows[:100]],
        "page of an organisation": [
            row.get_absolute_url() for row in Organisation.objects.published().order_by("?")[:50]
        ],
        "page of an area": [
            row.get_absolute_url() for row in CooperationArea.objects.published().order_by("?")[:30]
        ],
        "home, lists of names": ["/", "/institutions/", "/partners/", "/people/", "/areas/"] * 4,
    }
    for label, paths in addresses.items():
        told(label, timed(_gets(client, path, [""])[0] for path in paths))
        with CaptureQueriesContext(connection) as queries:
            client.get(paths[0])
        print(f"    {len(queries)} queries")


def _gets(client: Client, path: str, asked: list[str]) -> list[Callable[[], Any]]:
    def get(question: str) -> None:
        response = client.get(f"{path}?{question}" if question else path)
        assert response.status_code == 200, (path, question, response.status_code)

    return [partial(get, question) for question in asked]


def admin_lists(asked: list[str]) -> None:
    """The lists of the admin, with and without a search."""
    words = [QueryDict(question).get("q", "") for question in asked]
    words = [word for word in words if word][:10]
    with transaction.atomic():
        user = get_user_model().objects.create_superuser("bench-reader")
        client = Client()
        client.force_login(user)
        for name in ("agreement", "institution", "partner", "person", "source", "alias"):
            path = f"/admin/agreements/{name}/"
            told(f"admin: {name}s", timed(_gets(client, path, ["", "p=2", "p=3"] * 4)))
            searches = [urlencode({"q": word}) for word in words]
            told(f"admin: {name}s, searched", timed(_gets(client, path, searches)))
        transaction.set_rollback(True)


def wrong_counts(asked: list[str]) -> int:
    """How many questions memory and SQL answer differently; prints the ratio of their times."""
    wrong, memory, database = 0, [], []
    for question in asked:
        started = time.perf_counter()
        here = by_memory(question)
        between = time.perf_counter()
        there = by_database(question)
        memory.append(between - started)
        database.append(time.perf_counter() - between)
        if here != there:
            wrong += 1
            print(f"WRONG: {question}: {here[0]} in memory, {there[0]} by SQL")
    ratio = statistics.median(b / a for a, b in zip(memory, database, strict=True))
    print(f"SQL facets take {ratio:.0f} times as long (median of {len(asked)}); {wrong} wrong")
    return wrong


def beside_datasette(client: Client, asked: list[str]) -> None:
    """Put the same questions to Datasette, and tell how many times as long it takes."""
    with TemporaryDirectory() as folder, datasette.serving(Path(folder)) as server:
        theirs = [server.page(question) for question in asked]
    told("Datasette, as JSON", theirs)
    ratios = [b / a for a, b in zip(agreement_lists(client, asked), theirs, strict=True)]
    print(f"Datasette takes {statistics.median(ratios):.0f} times as long (median of {len(asked)})")


def growth(p95: float, small: str) -> None:
    """How p95 of the list stands to that of another catalogue, measured by a process of its own."""
    command = [sys.executable, __file__, "--lists-only"]
    told = subprocess.run(
        command,
        env=os.environ | {"DATABASE_URL": small},
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    print(told, end="")
    print(f"p95 is {p95 / float(told.split()[-1]):.1f} times that of the smaller catalogue")


def main(options: argparse.Namespace) -> int:
    """Measure; returns the exit status."""
    settings.MIDDLEWARE.remove("agreements.web.page_cache.page_cache")
    settings.ALLOWED_HOSTS.append("testserver")
    call_command("collectstatic", interactive=False, verbosity=0)
    print(f"{Agreement.objects.count():,} agreements, load {os.getloadavg()[0]:.1f}")
    wait_for_memory()
    asked = questions(options.questions, options.seed)
    client = Client()
    p95 = told("/agreements/ under random filters", agreement_lists(client, asked))
    if options.lists_only:
        print(f"p95 {p95}")
        return 0
    if options.small:
        growth(p95, options.small)
    other_pages(client)
    admin_lists(asked)
    if options.datasette:
        beside_datasette(client, asked[: options.datasette])
    return 1 if options.check and wrong_counts(asked[: options.check]) else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--check", type=int, default=200, help="questions compared with SQL")
    parser.add_argument("--datasette", type=int, default=20, help="questions put to Datasette")
    parser.add_argument("--small", help="DATABASE_URL of a smaller catalogue to compare with")
    parser.add_argument("--lists-only", action="store_true", help="stop after the first figures")
    parser.add_argument("--seed", type=int, default=1)
    sys.exit(main(parser.parse_args()))
