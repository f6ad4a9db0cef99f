"""Search by words: full text, parts of names in any script, misspellings, and highlights.

A text is found if PostgreSQL's full-text search finds the words, or if title and names hold
words that begin with them. Scripts that set no spaces between words are searched for any part.
Only where nothing at all is found so, words of names count that are spelt similarly. All of it is
one query of full-text search, which the database answers and memory, too (see `memory/texts.py`).
"""

from typing import TypeVar

from django.contrib.postgres.search import (
    SearchHeadline,
    SearchQuery,
    SearchRank,
    SearchVector,
    TrigramWordSimilarity,
)
from django.db.models import F, FloatField, Func, Model, QuerySet, TextField, Value
from django.db.models.expressions import Combinable, ExpressionWrapper
from django.db.models.functions import Left, Lower
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from agreements.browse.questions import EXCLUDED, PrintedQuery, Question
from agreements.models import Agreement, Source

M = TypeVar("M", bound=Model)

_MARK, _END_MARK = "\ue000", "\ue001"  # private use: in no text but by mistake, and then removed


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


def snippets(agreements: list[Agreement], q: str) -> dict[int, SafeString]:
    """By primary key, the passage of the summary or of a source in which `q` is found.

    The passage is safe HTML with the words in ``<mark>``. An agreement that was found by
    its title or by a name alone has none.
    """
    wanted = " ".join(EXCLUDED.sub(" ", q).split())
    if not wanted or not agreements:
        return {}
    query = _full_text(wanted)
    keys = [agreement.pk for agreement in agreements]
    summaries = _headlines(Agreement.objects.filter(pk__in=keys), "pk", "summary", query)
    rest = [key for key in keys if key not in summaries]
    citing = Source.objects.filter(citations__agreement__in=rest)
    return _headlines(citing, "citations__agreement", "text", query) | summaries


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


def _headlines(
    rows: QuerySet[M], key: str, field: str, query: SearchQuery
) -> dict[int, SafeString]:
    text = Func(
        Left(field, 100_000),
        Value(_MARK + _END_MARK),
        Value(""),
        function="translate",
        output_field=TextField(),
    )
    headline = SearchHeadline(
        text,
        query,
        config="english",
        start_sel=_MARK,
        stop_sel=_END_MARK,
        max_words=35,
        min_words=15,
        max_fragments=2,
        fragment_delimiter=" … ",
    )
    matching = rows.annotate(words=SearchVector(text, config="english")).filter(words=query)
    found = matching.order_by("pk").values_list(key, headline)
    return {number: _marked(passage) for number, passage in found}


def _marked(passage: str) -> SafeString:
    """A highlighted passage as safe HTML; the text itself is never trusted."""
    marked = escape(passage).replace(_MARK, "<mark>").replace(_END_MARK, "</mark>")
    return mark_safe(marked)  # noqa: S308 - escaped above
