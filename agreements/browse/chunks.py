"""What an export reads, chunk by chunk: the same catalogue from the first row to the last."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from itertools import chain, islice

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import Connection

from agreements.models.agreements import AgreementQuerySet

CHUNK, FIRST_CHUNK = 4_000, 200
"""Agreements that are read at once: many for speed, few for flat memory and a quick start."""
READERS = 2
"""Connections that read an export of several chunks, since the server works more than we do."""

_PLANNING = "SET LOCAL jit = off; SET LOCAL max_parallel_workers_per_gather = 0;"
_PLANNING += "SET LOCAL enable_seqscan = off"
"""A chunk is reached by indexes, whatever the planner believes of a table that has just grown."""

Lines = list[bytes]
Read = Callable[[Connection, list[int]], Lines]
"""Reads the agreements with these primary keys, in this order, on this connection."""


def lines(agreements: AgreementQuerySet, read: Read) -> Generator[bytes, None, None]:
    """What `read` gives for each of these agreements, in their order.

    All chunks see the catalogue as it was at one moment. Within a transaction, whose changes
    only it can see, all is read on its own connection.
    """
    with at_one_moment(agreements.db) as (database, alone):
        keys = agreements.values_list("pk", flat=True).iterator(CHUNK)
        first, rest = list(islice(keys, FIRST_CHUNK)), _in_chunks(keys)
        yield from read(database.connection, first)
        following = next(rest, None)
        if following is None:
            return
        rest = chain([following], rest)
        if alone:
            for chunk in rest:
                yield from read(database.connection, chunk)
        else:
            yield from _read_by_several(database, rest, read)


@contextmanager
def at_one_moment(using: str) -> Iterator[tuple[BaseDatabaseWrapper, bool]]:
    """A connection in a transaction that sees one state, and whether it was in one before."""
    database: BaseDatabaseWrapper = connections[using]
    alone = database.in_atomic_block
    with transaction.atomic(using), database.cursor() as cursor:
        if not alone:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute(_PLANNING)
        yield database, alone


def _read_by_several(
    database: BaseDatabaseWrapper, chunks: Iterable[list[int]], read: Read
) -> Iterator[bytes]:
    """Chunks read ahead by connections in turn, all in the state that `database` sees."""
    with database.cursor() as cursor:
        cursor.execute("SELECT pg_export_snapshot()")
        [snapshot] = cursor.fetchone()
    with ExitStack() as stack:
        readers = [_Reader(database, snapshot) for _ in range(READERS)]
        for reader in readers:
            stack.callback(reader.close)
        coming: deque[Future[Lines]] = deque()
        for number, chunk in enumerate(chunks):
            coming.append(readers[number % READERS].start(read, chunk))
            if len(coming) > READERS:
                yield from coming.popleft().result()
        while coming:
            yield from coming.popleft().result()


class _Reader:
    """A connection of its own, and the thread that waits for it."""

    def __init__(self, like: BaseDatabaseWrapper, snapshot: str) -> None:
        self._thread = ThreadPoolExecutor(1)
        self._connection: Connection = like.get_new_connection(like.get_connection_params())
        self._connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        self._connection.execute(f"SET TRANSACTION SNAPSHOT '{snapshot}'")
        self._connection.execute(_PLANNING)

    def start(self, read: Read, chunk: list[int]) -> Future[Lines]:
        """The lines of a chunk, when they have come."""
        return self._thread.submit(read, self._connection, chunk)

    def close(self) -> None:
        """Stop what is being read and leave."""
        self._connection.cancel_safe()
        self._thread.shutdown(cancel_futures=True)
        self._connection.close()


def _in_chunks(keys: Iterator[int]) -> Iterator[list[int]]:
    while chunk := list(islice(keys, CHUNK)):
        yield chunk
