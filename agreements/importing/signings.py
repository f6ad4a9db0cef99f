"""Agreements of the same parties at about the same time, found for many records at once."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, NamedTuple, Self

from django.db import connection

from agreements.dates import PartialDate, Precision

NEAR = dt.timedelta(days=60)
"""How long after a signing, or after another announcement of it, it may still be announced."""
_MONTH = dt.timedelta(days=31)

_FIND = """
WITH counted AS (
    SELECT o.id, (SELECT count(*) FROM agreements_party WHERE organisation_id = o.id) AS parties
    FROM unnest(%(everybody)s::bigint[]) AS o(id)
), asked AS (
    SELECT number, first, last, year, rarest, commonest
    FROM unnest(%(numbers)s::int[], %(parties)s::text[], %(firsts)s::text[], %(lasts)s::text[],
        %(years)s::text[]) AS signing(number, parties, first, last, year)
    CROSS JOIN LATERAL (
        SELECT (array_agg(id ORDER BY c.parties, id))[1] AS rarest,
            (array_agg(id ORDER BY c.parties DESC, id DESC))[1] AS commonest
        FROM counted c WHERE c.id = ANY (signing.parties::bigint[])
    ) AS ordered
)
SELECT DISTINCT asked.number, a.id FROM asked
JOIN agreements_party p ON p.organisation_id = asked.rarest
JOIN agreements_agreement a ON a.id = p.agreement_id
    AND (a.sort_date BETWEEN asked.first AND asked.last OR a.sort_date = asked.year)
JOIN agreements_party other
    ON other.agreement_id = a.id AND other.organisation_id = asked.commonest
ORDER BY asked.number, a.id
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
    """Primary keys of agreements with the rarest and the commonest of the parties, among others.

    The organisation that is in the fewest agreements is looked up, since there are some that
    are in very many.
    """
    asked: dict[str, Any] = {
        "everybody": sorted({pk for signing in signings for pk in signing.parties}),
        "numbers": list(range(len(signings))),
        "parties": [f"{{{','.join(map(str, one.parties))}}}" for one in signings],
        "firsts": [signing.first for signing in signings],
        "lasts": [signing.last for signing in signings],
        "years": [signing.year for signing in signings],
    }
    with connection.cursor() as cursor:
        cursor.execute(_FIND, asked)
        for number, key in cursor.fetchall():
            yield signings[number], key
