"""The agreements of a queryset as lines of CSV or as JSON texts, streamed.

What is exported can be imported elsewhere. A line holds what the rows hold even where an import
would refuse it, such as an agreement without a source: an export never leaves out a row.
"""

from collections.abc import Iterator

from psycopg import Connection

from agreements.browse.chunks import Lines, lines
from agreements.browse.selects import OBJECTS, TABLE
from agreements.models.agreements import AgreementQuerySet

ANY_LENGTH = 2**31 - 1
"""The longest text of a source is told."""
_COPY = f"COPY ({TABLE}) TO STDOUT CSV"


def csv_lines(agreements: AgreementQuerySet, longest: int = ANY_LENGTH) -> Iterator[bytes]:
    """The published ones of these as lines of RFC 4180 in the columns of `COLUMNS`, no header.

    The texts of an agreement's sources are left out where they have more than `longest`
    characters together.
    """

    def read(connection: Connection, keys: list[int]) -> Lines:
        given = {"keys": keys, "longest": longest}
        with connection.cursor() as cursor, cursor.copy(_COPY, given) as rows:
            return [bytes(row[:-1]) + b"\r\n" for row in rows]

    return lines(agreements.published(), read)


def json_texts(agreements: AgreementQuerySet) -> Iterator[bytes]:
    """The published ones of these as JSON, each what an `AgreementRecord` holds."""
    return lines(agreements.published(), _read_objects)


def _read_objects(connection: Connection, keys: list[int]) -> Lines:
    given = {"keys": keys, "longest": ANY_LENGTH}
    with connection.cursor() as cursor:
        return [text.encode() for (text,) in cursor.execute(OBJECTS, given)]
