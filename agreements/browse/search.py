"""Search by words: full text, parts of names in any script, misspellings, and highlights.

A text is found if PostgreSQL's full-text search finds the words, or if title and names hold
words that begin with them. Scripts that set no spaces between words are searched for any part.
Only where nothing at all is found so, words of names count that are spelt similarly. All of it is
one query of full-text search, which the database answers and memory, too (see `memory/texts.py`).
"""

from django.contrib.postgres.search import SearchQuery, SearchRank, TrigramWordSimilarity
from django.db import connections, router
from django.db.models import F, FloatField, Func, QuerySet, TextField, Value
from django.db.models.expressions import Combinable, ExpressionWrapper
from django.db.models.functions import Lower
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from agreements.browse.questions import EXCLUDED, PrintedQuery, Question
from agreements.models import Agreement

_MARK, _END_MARK = "\ue000", "\ue001"  # private use: in no text but by mistake, and then removed
_PASSAGES = f"""
WITH asked AS MATERIALIZED (
    SELECT websearch_to_tsquery('english', unaccent(%(wanted)s))
        || websearch_to_tsquery('simple', unaccent(%(wanted)s)) AS words
), summaries AS MATERIALIZED (
    SELECT id AS agreement, text
    FROM agreements_agreement, translate(left(summary, 100000), %(marks)s, '') AS text, asked
    WHERE id = ANY(%(keys)s) AND to_tsvector('english', text) @@ words
), sources AS MATERIALIZED (
    SELECT DISTINCT ON (agreement_id) agreement_id AS agreement, readable.text
    FROM (SELECT DISTINCT agreement_id, source_id FROM agreements_citation
        WHERE agreement_id = ANY(%(keys)s)
        AND agreement_id NOT IN (SELECT agreement FROM summaries)) AS cited
    JOIN agreements_source AS source ON source.id = source_id,
        translate(left(source.text, 100000), %(marks)s, '') AS readable(text), asked
    WHERE to_tsvector('english', readable.text) @@ words
    ORDER BY agreement_id, source_id
)
SELECT agreement, ts_headline('english', text, words, 'StartSel={_MARK}, StopSel={_END_MARK},'
    ' MaxWords=35, MinWords=15, MaxFragments=2, FragmentDelimiter=" … "')
FROM (SELECT * FROM summaries UNION ALL SELECT * FROM sources) AS found, asked
"""  # noqa: S608 - made of constants


def search(queryset: QuerySet[Agreement], q: str | Question) -> QuerySet[Agreement]:
    """Those that `q` finds, annotated with `rank`, the greater the better."""
    question = q if isinstance(q, Question) else Question(q)
    found = matching(queryset, question)
    return ranked(found, question) if question.wanted else found.annotate(rank=Value(0.0))


def matching(queryset: QuerySet[Agreement], q: str | Question) -> QuerySet[Agreement]:
    """Those that `q` finds."""
    question = q if isinstance(q, Question) else Question(q)
    found = queryset
    for excluded in filter(None, question.excluded):
        found = found.exclude(search_vector=PrintedQuery(excluded))
    if question.wanted:
        found = found.filter(search_vector=PrintedQuery(question.found))
    return found


def ranked(queryset: QuerySet[Agreement], question: Question) -> QuerySet[Agreement]:
    """Annotate `rank`: where the words stand, and how well they match title and names."""
    likeness = TrigramWordSimilarity(_folded(question.wanted), "search_text")  # type: ignore[arg-type]
    rank = ExpressionWrapper(
        SearchRank(F("search_vector"), _full_text(question.wanted)) + likeness,
        output_field=FloatField(),
    )
    return queryset.annotate(rank=rank)


def snippets(keys: list[int], q: str) -> dict[int, SafeString]:
    """By primary key of agreements, the passage of summary or source in which `q` is found.

    The passage is safe HTML with the words in ``<mark>``. An agreement that was found by
    its title or by a name alone has none.
    """
    wanted = " ".join(EXCLUDED.sub(" ", q).split())
    if not wanted or not keys:
        return {}
    with connections[router.db_for_read(Agreement)].cursor() as cursor:
        cursor.execute(_PASSAGES, {"keys": keys, "wanted": wanted, "marks": _MARK + _END_MARK})
        return {key: _marked(passage) for key, passage in cursor.fetchall()}


def _full_text(q: str) -> SearchQuery:
    """The query in both configurations of the vector: English for prose, plain for names."""
    plain = Func(_text(q), function="unaccent", output_field=TextField())
    english, simple = (
        SearchQuery(plain, config=config, search_type="websearch")
        for config in ("english", "simple")
    )
    return english | simple


def _text(text: str) -> Value:
    return Value(text, output_field=TextField())


def _folded(text: str) -> Combinable:
    """The text as `search_text` has it."""
    return Lower(Func(_text(text), function="unaccent", output_field=TextField()))


def _marked(passage: str) -> SafeString:
    """A highlighted passage as safe HTML; the text itself is never trusted."""
    marked = escape(passage).replace(_MARK, "<mark>").replace(_END_MARK, "</mark>")
    return mark_safe(marked)  # noqa: S308 - escaped above
