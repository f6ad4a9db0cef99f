"""The revision that kept pages go by."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from django.db import connection

from agreements.models import Agreement, revision
from tests import factories

THREADS = 4


@pytest.mark.django_db(transaction=True)
def test_whoever_asks_after_a_change_is_told_of_it_however_many_ask() -> None:
    agreement = factories.agreement()
    with _askers(), ThreadPoolExecutor(THREADS) as pool:
        for number in range(30):
            before = _number()
            Agreement.objects.filter(pk=agreement.pk).update(title=f"Title {number}")
            told = list(pool.map(lambda _: _apart(), range(THREADS)))
            assert min(told) > before


def _number() -> int:
    found = revision.current()
    assert found is not None
    return found.number


def _apart() -> int:
    """What a thread is told that leaves no connection behind."""
    try:
        return _number()
    finally:
        connection.close()


@contextmanager
def _askers() -> Iterator[None]:
    """Threads that ask all the while, so that looks are shared."""
    done = threading.Event()

    def ask() -> None:
        while not done.is_set():
            revision.current()
        connection.close()

    threads = [threading.Thread(target=ask) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        done.set()
        for thread in threads:
            thread.join()
