"""How quickly readers get pages from the catalogue of DATABASE_URL, and whether they are right.

Usage, after bench/generate.py: python bench/browse.py [--questions 200] [--check 200] [--seed 1]

Asks for pages of /agreements/ under random filters through Django's test client, without the page
cache, then for the other pages and the lists of the admin. Count and facets of every question are
compared with SQL's, which also gives the ratio of their times. Exits with 1 if one is wrong.
"""

import argparse
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agreements.settings")

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import get_user_model  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.http import QueryDict  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from agreements.browse.facets import facets  # noqa: E402
from agreements.browse.filters import AgreementFilterSet  # noqa: E402
from agreements.browse.listing import Listing  # noqa: E402
from agreements.browse.memory import current  # noqa: E402
from agreements.models import Agreement, CooperationArea, Organisation  # noqa: E402


def questions(number: int, seed: int) -> list[str]:
    """Query strings of no to five filters; what is asked for follows what is there."""
    chance = random.Random(seed)
    rows = Agreement.objects.published().order_by("?")
    sample = list(rows.prefetch_related("parties__organisation", "agreement_areas__area")[:number])
    return [_question(chance, row) for row in sample]


def _question(chance: random.Random, row: Agreement) -> str:
    """Filters that this agreement passes."""
    organisations = [party.organisation for party in row.parties.all()]
    titles = row.title.split()
    choices = {
        "partner": next((o.slug for o in organisations if o.role == "partner"), ""),
        "institution": next((o.slug for o in organisations if o.role == "institution"), ""),
        "area": chance.choice(list(row.agreement_areas.all())).area.code,  # type: ignore[union-attr]
        "kind": row.kind,
        "country": next((o.country for o in organisations if o.country), ""),
        "year_min": str((row.year or 2000) - chance.randrange(5)),
        "q": chance.choice(
            [titles[-1], titles[-3], titles[0], titles[0][:5], " ".join(titles[:2])]
        ),
    }
    names = chance.sample(sorted(choices), chance.randint(0, 5))
    return urlencode([(name, choices[name]) for name in names if choices[name]])


def timed(calls: Iterable[Callable[[], Any]]) -> list[float]:
    """Milliseconds of each call."""
    found = []
    for call in calls:
        started = time.perf_counter()
        call()
        found.append(1000 * (time.perf_counter() - started))
    return found


def told(label: str, milliseconds: list[float]) -> None:
    """Print how long most, nearly all and all but the worst took."""
    cuts = statistics.quantiles(milliseconds, n=100, method="inclusive")
    print(
        f"{label:<44} p50 {cuts[49]:8.1f}  p95 {cuts[94]:8.1f}  p99 {cuts[98]:8.1f} ms"
        f"  worst {max(milliseconds):8.1f}",
        flush=True,
    )


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
    while current.catalogue() is None:
        time.sleep(0.1)
    print(f"read into memory in {time.monotonic() - started:.1f} s", end="")
    while current.is_building():
        time.sleep(0.1)
    print(f", frequent words after {time.monotonic() - started:.1f} s", end="")
    print(f", {_resident() - before:.0f} MB more")


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def pages(client: Client, asked: list[str]) -> None:
    """The list under every question, then the other pages."""
    told("/agreements/ under random filters", timed(_gets(client, "/agreements/", asked)))
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
        client.get(addresses["page of an agreement"][0])
    print(f"queries of an agreement's page: {len(queries)}")


def _gets(client: Client, path: str, asked: list[str]) -> list[Callable[[], Any]]:
    def get(question: str) -> None:
        response = client.get(f"{path}?{question}" if question else path)
        assert response.status_code == 200, (path, question, response.status_code)

    return [lambda question=question: get(question) for question in asked]


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


def main(options: argparse.Namespace) -> int:
    """Measure; returns the exit status."""
    settings.MIDDLEWARE.remove("agreements.web.page_cache.page_cache")
    settings.ALLOWED_HOSTS.append("testserver")
    print(f"{Agreement.objects.count():,} agreements, load {os.getloadavg()[0]:.1f}")
    wait_for_memory()
    asked = questions(options.questions, options.seed)
    client = Client()
    client.get("/agreements/")
    pages(client, asked)
    admin_lists(asked)
    return 1 if wrong_counts(asked[: options.check]) else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--check", type=int, default=200, help="questions compared with SQL")
    parser.add_argument("--seed", type=int, default=1)
    sys.exit(main(parser.parse_args()))
