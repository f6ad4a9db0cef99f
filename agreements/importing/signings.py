"""Agreements of the same parties at about the same time, found for many records at once."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, NamedTuple, Self

from django.db import connection

from agreements.dates import PartialDate, Precision

NEAR = dt.timedelta(days=60)
"""How long after a signing, or after another announcement of it, it may still be announced."""
_MONTH = dt.timedelta(days=31)

_COUNT = """
SELECT organisation_id, count(*) FROM agreements_party WHERE organisation_id = ANY (%s) GROUP BY 1
"""
# OFFSET 0 keeps the planner, which knows little of tables that are being filled, from turning
# the order round, and from reading all agreements of the commonest party.
_FIND = """
SELECT asked.number, found.id
FROM unnest(%(rarest)s::bigint[], %(commonest)s::bigint[], %(firsts)s::text[], %(lasts)s::text[],
    %(years)s::text[]) WITH ORDINALITY AS asked(rarest, commonest, first, last, year, number)
CROSS JOIN LATERAL (
    SELECT DISTINCT a.id FROM (
        SELECT p.agreement_id FROM agreements_party p WHERE p.organisation_id = asked.rarest
            AND EXISTS (SELECT FROM agreements_party other
                WHERE other.agreement_id = p.agreement_id
                AND other.organisation_id = asked.commonest OFFSET 0)
        OFFSET 0
    ) AS together
    JOIN agreements_agreement a ON a.id = together.agreement_id
    WHERE a.sort_date BETWEEN asked.first AND asked.last OR a.sort_date = asked.year
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
    """Primary keys of agreements with the rarest and the commonest of the parties, among others.

    The organisation that is in the fewest agreements is looked up, since there are some that
    are in very many.
    """
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [list({pk for signing in signings for pk in signing.parties})])
        counts = dict(cursor.fetchall())
        ranked = [sorted(one.parties, key=lambda pk: (counts.get(pk, 0), pk)) for one in signings]
        asked: dict[str, Any] = {
            "rarest": [parties[0] for parties in ranked],
            "commonest": [parties[-1] for parties in ranked],
            "firsts": [one.first for one in signings],
            "lasts": [one.last for one in signings],
            "years": [one.year for one in signings],
        }
        cursor.execute(_FIND, asked)
        for number, key in cursor.fetchall():
            yield signings[number - 1], key
