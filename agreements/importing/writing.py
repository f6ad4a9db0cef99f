"""The one way in which this floor writes: in one transaction, alone, with who and why."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pghistory
from django.contrib.auth.models import AbstractBaseUser
from django.db import connection, transaction

_LOCK = 0x61677265
"""Key of the advisory lock of PostgreSQL ("agre"), held until the transaction ends."""


@contextmanager
def writing(
    why: str, by: AbstractBaseUser | None = None, *, alone: bool = True, **context: Any
) -> Iterator[None]:
    """A transaction whose history says `why`, by whom, and what else `context` tells.

    Organisations have no unique name, so two imports that met a new one at the same moment
    would both make it: whoever matches and then writes does so alone. A dry run, whose rows
    nobody else will see, need not (`alone=False`).
    """
    told = {"why": why, **context, **({"user": by.pk} if by else {})}
    with pghistory.context(**told), transaction.atomic():
        if alone:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        yield
