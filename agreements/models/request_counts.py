"""How many requests each client of the API has made of late."""

from django.db import connection, models


class RequestCount(models.Model):
    """One client's requests in the window of time that began at `since`.

    The table is unlogged: a crash of the database forgets the counts, and nothing else.
    """

    client = models.CharField(max_length=32, primary_key=True, help_text="A keyed hash")
    since = models.BigIntegerField(db_index=True, help_text="Seconds since 1970")
    number = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.number} of {self.client}"


_COUNT = """
INSERT INTO agreements_requestcount AS known (client, since, number) VALUES (%s, %s, 1)
ON CONFLICT (client) DO UPDATE SET
    number = CASE WHEN known.since = excluded.since THEN known.number + 1 ELSE 1 END,
    since = excluded.since
RETURNING number
"""

_FORGET = """
DELETE FROM agreements_requestcount WHERE client IN (
    SELECT client FROM agreements_requestcount WHERE since < %s FOR UPDATE SKIP LOCKED
)
"""


def count_request(client: str, since: int) -> int:
    """Which request of the client this is in its window, counted across all processes.

    A window that begins also clears away what is left of earlier ones.
    """
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [client, since])
        number: int = cursor.fetchone()[0]
        if number == 1:
            cursor.execute(_FORGET, [since])
    return number
