"""Agreements of the same parties at about the same time, found for many records at once."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, NamedTuple, Self

from django.db import connection

from agreements.dates import PartialDate, Precision

NEAR = dt.timedelta(days=60)
"""How long after a signing, or after another announcement of it, it may still be announced."""
_MONTH = dt.timedelta(days=31)

# Two searches side by side are two ranges of the index, and no other plan is thought of where the
# tables, which are being filled, look empty.
_FIND = """
SELECT asked.number, found.id
FROM unnest(%(parties)s::text[], %(firsts)s::text[], %(lasts)s::text[], %(years)s::text[])
    WITH ORDINALITY AS asked(parties, first, last, year, number)
CROSS JOIN LATERAL (
    SELECT a.id FROM agreements_agreement a WHERE a.organisation_ids = asked.parties::bigint[]
        AND a.sort_date BETWEEN asked.first AND asked.last
    UNION
    SELECT a.id FROM agreements_agreement a WHERE a.organisation_ids = asked.parties::bigint[]
        AND a.sort_date = asked.year
) AS found
ORDER BY asked.number, found.id
"""


class Signing(NamedTuple):
    """The parties, and the dates between which it is told, or else the bare year."""

    parties: frozenset[int]
    first: str
    last: str
    year: str

    @classmethod
    def of(cls, parties: frozenset[int], date: str) -> Self:
        """What may be the same as a signing, or an announcement, of this date."""
        day = PartialDate.parse(date)
        if day.precision == Precision.YEAR:
            return cls(parties, date, f"{date}-99", date)
        # A month stands before its first day.
        first, last = day.first_day - NEAR - _MONTH, day.last_day + NEAR
        return cls(parties, first.isoformat(), last.isoformat(), date[:4])


def find_signings(signings: list[Signing]) -> Iterator[tuple[Signing, int]]:
    """Primary keys of agreements of exactly these parties, in the order of the keys."""
    asked: dict[str, Any] = {
        "parties": [f"{{{','.join(map(str, sorted(one.parties)))}}}" for one in signings],
        "firsts": [one.first for one in signings],
        "lasts": [one.last for one in signings],
        "years": [one.year for one in signings],
    }
    with connection.cursor() as cursor:
        cursor.execute(_FIND, asked)
        for number, key in cursor.fetchall():
            yield signings[number - 1], key
