"""What search, sorting and matching read of agreements, written with them and rewritten for a set.

The vector weighs title A, title and names of organisations and people as they stand B, areas
and summary C, source text D. Scripts that set no spaces between words are in B by their pairs of
letters, so that any part of a name is a phrase. `search_text` holds title and names, without
accents and in lower case. The database keeps every word of B in `agreements_searchword`, where
misspelt words find the closest. By `organisation_ids` an import recognises a signing.
"""

import json
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

SEARCH_TEXT = "lower(unaccent(concat_ws(' ', a.title, found.names)))"
SEARCH_VECTOR = """
    setweight(to_tsvector('english', unaccent(a.title)), 'A')
    || setweight(to_tsvector('simple', unaccent(concat_ws(' ', a.title, found.names,
        agreements_pairs_of_letters(concat_ws(' ', a.title, found.names))))), 'B')
    || setweight(to_tsvector('english', unaccent(concat_ws(' ', found.areas, a.summary))), 'C')
    || setweight(to_tsvector('english', unaccent(coalesce(found.body, ''))), 'D')"""
ORGANISATION_IDS = """
    ARRAY(SELECT DISTINCT p.organisation_id FROM agreements_party p
        WHERE p.agreement_id = a.id ORDER BY p.organisation_id)"""
"""The columns of an agreement `a`; `found` has its names, its areas and the text of its sources."""

_FOUND = """
LATERAL (
    SELECT
        (SELECT string_agg(concat_ws(' ', o.name, p.unit, p.stated_name,
                (SELECT string_agg(al.name, ' ' ORDER BY al.id) FROM agreements_alias al
                 WHERE al.organisation_id = o.id)), ' ' ORDER BY p.id)
            FROM agreements_party p JOIN agreements_organisation o ON o.id = p.organisation_id
            WHERE p.agreement_id = wanted.id)
        || coalesce((SELECT ' ' || string_agg(pe.name, ' ' ORDER BY pa.id)
            FROM agreements_participation pa JOIN agreements_person pe ON pe.id = pa.person_id
            WHERE pa.agreement_id = wanted.id), '') AS names,
        (SELECT string_agg(concat_ws(' ', aa.phrase,
                (SELECT concat_ws(' ', ca.label_en, ca.label_zh)
                 FROM agreements_cooperationarea ca WHERE ca.id = aa.area_id)), ' ' ORDER BY aa.id)
            FROM agreements_agreementarea aa
            WHERE aa.agreement_id = wanted.id) AS areas,
        (SELECT string_agg(left(s.text, 100000), ' ' ORDER BY s.id)
            FROM agreements_source s
            WHERE s.id IN (SELECT source_id FROM agreements_citation
                           WHERE agreement_id = wanted.id)) AS body,
        (SELECT min(s.published_on) FROM agreements_source s
            WHERE s.published_on <> '' AND s.id IN (
                SELECT source_id FROM agreements_citation
                WHERE agreement_id = wanted.id)) AS announced_on,
        (SELECT min(c.confidence) FROM agreements_citation c
            WHERE c.agreement_id = wanted.id
            AND c.slot IN ('kind', 'signed_on', 'party')) AS confidence
    OFFSET 0 -- else each use of a column works it out anew
) AS found
"""
_COLUMNS = {
    "announced_on": "coalesce(found.announced_on, '')",
    "confidence": "found.confidence",
    "organisation_ids": ORGANISATION_IDS,
    "search_text": SEARCH_TEXT,
    "search_vector": SEARCH_VECTOR,
}
_REFRESH = f"""
UPDATE agreements_agreement AS a SET
    {", ".join(f"{column} = {value}" for column, value in _COLUMNS.items())}
FROM ({{wanted}}) AS wanted(id) CROSS JOIN {_FOUND}
WHERE a.id = wanted.id
"""  # noqa: S608 - made of constants
_INSERT = f"""
INSERT INTO agreements_agreement ({{given}}, {", ".join(_COLUMNS)})
SELECT {{values}}, {", ".join(_COLUMNS.values())}
FROM json_populate_recordset(NULL::agreements_agreement, %s) AS a
CROSS JOIN LATERAL (SELECT a.id) AS wanted CROSS JOIN {_FOUND}
"""  # noqa: S608 - likewise


def refresh_search(ids: "QuerySet[Any, int]") -> None:
    """Rewrite the columns that are worked out from other tables, of the agreements of these ids."""
    try:
        wanted, parameters = ids.query.sql_with_params()
    except EmptyResultSet:  # no agreement can fit
        return
    with connection.cursor() as cursor:
        cursor.execute(_REFRESH.format(wanted=wanted), parameters)


def insert_findable(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Write new agreements, whose parts and citations are there already, with what search reads.

    `columns` are all others than those worked out here.
    """
    given = [column for column in columns if column not in _COLUMNS]
    names = {"given": ", ".join(given), "values": ", ".join(f"a.{column}" for column in given)}
    agreements = json.dumps([dict(zip(columns, row, strict=True)) for row in rows], default=str)
    with connection.cursor() as cursor:
        cursor.execute(_INSERT.format(**names), [agreements])
