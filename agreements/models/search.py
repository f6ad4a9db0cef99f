"""What search and sorting read of an agreement: one function rewrites it for a set of them.

The vector weighs title A, names of organisations and people B, areas and summary C, source
text D. `search_text` holds title and names, without accents and in lower case, for parts of
names, other scripts and misspellings (trigrams).
"""

from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

_REFRESH = """
UPDATE agreements_agreement AS a SET
    announced_on = coalesce(found.announced_on, ''),
    confidence = found.confidence,
    search_text = lower(unaccent(concat_ws(' ', a.title, found.names))),
    search_vector =
        setweight(to_tsvector('english', unaccent(a.title)), 'A')
        || setweight(to_tsvector('simple', unaccent(concat_ws(' ', a.title, found.names))), 'B')
        || setweight(to_tsvector('english', unaccent(concat_ws(' ', found.areas, a.summary))), 'C')
        || setweight(to_tsvector('english', unaccent(coalesce(found.body, ''))), 'D')
FROM (
    SELECT wanted.id,
        (SELECT string_agg(concat_ws(' ', o.name, p.unit, p.stated_name,
                (SELECT string_agg(al.name, ' ' ORDER BY al.id) FROM agreements_alias al
                 WHERE al.organisation_id = o.id)), ' ' ORDER BY p.id)
            FROM agreements_party p JOIN agreements_organisation o ON o.id = p.organisation_id
            WHERE p.agreement_id = wanted.id)
        || coalesce((SELECT ' ' || string_agg(pe.name, ' ' ORDER BY pa.id)
            FROM agreements_participation pa JOIN agreements_person pe ON pe.id = pa.person_id
            WHERE pa.agreement_id = wanted.id), '') AS names,
        (SELECT string_agg(concat_ws(' ', aa.phrase, ca.label_en, ca.label_zh), ' ' ORDER BY aa.id)
            FROM agreements_agreementarea aa
            LEFT JOIN agreements_cooperationarea ca ON ca.id = aa.area_id
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
    FROM ({wanted}) AS wanted(id)
) AS found
WHERE a.id = found.id
"""


def refresh_search(ids: "QuerySet[Any, int]") -> None:
    """Rewrite search columns, announcement date and confidence of the agreements of these ids."""
    try:
        wanted, parameters = ids.query.sql_with_params()
    except EmptyResultSet:  # no agreement can fit
        return
    with connection.cursor() as cursor:
        cursor.execute(_REFRESH.format(wanted=wanted), parameters)
