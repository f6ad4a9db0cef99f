"""Which records one run has met, in a file of its own, since there may be millions."""

import sqlite3

from agreements.importing.reading import Reading
from agreements.importing.refusal import RefusedRecordError


class Seen:
    """The digest of the first record of every provider and key."""

    def __init__(self) -> None:
        # A temporary file that is gone with the connection.
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute(
            "CREATE TABLE seen (origin, key, digest, PRIMARY KEY (origin, key)) WITHOUT ROWID"
        )

    def require_new(self, reading: Reading) -> None:
        """Refuse a second, different record of one key: each run would undo what the last did.

        Raises RefusedRecordError.
        """
        first = self._database.execute(
            "INSERT INTO seen VALUES (?, ?, ?)"
            " ON CONFLICT (origin, key) DO UPDATE SET key = key RETURNING digest",
            (*map(bytes.fromhex, (reading.origin,)), reading.key, bytes.fromhex(reading.digest)),
        ).fetchone()
        if first[0] != bytes.fromhex(reading.digest):
            mend = (
                "give each of the two agreements a key of its own; an earlier record has this one"
            )
            raise RefusedRecordError("key", reading.key, mend)
