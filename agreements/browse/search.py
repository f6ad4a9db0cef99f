"""Search by words: full text, parts of names in any script, misspellings, and highlights.

A text is found if PostgreSQL's full-text search finds the words, or if title and names hold
words that begin with them. Scripts that set no spaces between words are searched for any part.
Only where nothing at all is found so, titles and names count that are spelt similarly.
"""

import re
import unicodedata
from typing import Any, TypeVar

from django.contrib.postgres.search import (
    SearchHeadline,
    SearchQuery,
    SearchRank,
    SearchVector,
    TrigramStrictWordSimilarity,
    TrigramWordSimilarity,
)
from django.db.models import (
    Exists,
    F,
    FloatField,
    Func,
    Max,
    Model,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
)
from django.db.models.expressions import Combinable, ExpressionWrapper
from django.db.models.functions import Concat, Left, Lower
from django.db.models.lookups import GreaterThanOrEqual
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from agreements.models import Agreement, Source

M = TypeVar("M", bound=Model)

SIMILAR = 0.25
"""Trigram similarity of two words from which one may be the other misspelt.

"huwaei" has 0.27 to "huawei" and 0.18 to "hunan"; of all words only the closest count.
"""

_MOST_MISSPELT = 6
"""In longer questions no word is taken for a misspelling, since each costs a look at every row."""

_SHORTEST_MISSPELT = 4

_EXCLUDED = re.compile(r'(?<!\S)-("[^"]*"|\S+)')
_OPERATOR = re.compile(r'"|(?<!\S)or(?!\S)', re.IGNORECASE)
_MARK, _END_MARK = "\ue000", "\ue001"  # private use: in no text but by mistake, and then removed


def search(queryset: QuerySet[Agreement], q: str) -> QuerySet[Agreement]:
    """Those that `q` finds, annotated with `rank`, the greater the better.

    `q` is written as for a web search engine: "quoted words" stand together, OR gives a
    choice, -word leaves out. What else it holds never raises.
    """
    found = queryset
    for match in _EXCLUDED.finditer(q):
        found = found.exclude(search_vector=_full_text(match[1]))
    wanted = " ".join(_EXCLUDED.sub(" ", q).split())
    if not wanted:
        return found.annotate(rank=Value(0.0))
    full_text = _full_text(wanted)
    likeness = TrigramWordSimilarity(_folded(wanted), "search_text")  # type: ignore[arg-type]
    rank = ExpressionWrapper(
        SearchRank(F("search_vector"), full_text) + likeness, output_field=FloatField()
    )
    return found.filter(_named(wanted, Q(search_vector=full_text))).annotate(rank=rank)


def snippets(agreements: list[Agreement], q: str) -> dict[int, SafeString]:
    """By primary key, the passage of the summary or of a source in which `q` is found.

    The passage is safe HTML with the words in ``<mark>``. An agreement that was found by
    its title or by a name alone has none.
    """
    wanted = " ".join(_EXCLUDED.sub(" ", q).split())
    if not wanted or not agreements:
        return {}
    query = _full_text(wanted)
    keys = [agreement.pk for agreement in agreements]
    summaries = _headlines(Agreement.objects.filter(pk__in=keys), "pk", "summary", query)
    rest = [key for key in keys if key not in summaries]
    citing = Source.objects.filter(citations__agreement__in=rest)
    return _headlines(citing, "citations__agreement", "text", query) | summaries


def _named(wanted: str, full_text: Q) -> Q:
    words = re.findall(r"\w+", wanted)
    if _OPERATOR.search(wanted) or not words:
        return full_text
    exact = full_text | _each(_part_of_name(word) for word in words)
    if len(words) > _MOST_MISSPELT:
        return exact
    anywhere = Exists(Agreement.objects.published().filter(exact))
    return exact | (Q(~anywhere) & _each(_part_of_name(w) | _misspelt(w) for w in words))


def _each(conditions: Any) -> Q:
    every = Q()
    for condition in conditions:
        every &= condition
    return every


def _part_of_name(word: str) -> Q:
    if any(unicodedata.category(ch) == "Lo" for ch in word):
        return Q(search_text__contains=_folded(word))
    end = r"\M" if len(word) < 3 else ""  # or else "ai" would be a part of "Aix-Marseille"
    pattern = Concat(_text(r"\m"), _folded(word), _text(end), output_field=TextField())
    return Q(search_text__regex=pattern)


def _misspelt(word: str) -> Q:
    """Title and names hold the word that is spelt most like this one."""
    if len(word) < _SHORTEST_MISSPELT:
        return Q(pk=None)
    likeness = TrigramStrictWordSimilarity(_folded(word), "search_text")  # type: ignore[arg-type]
    published = Agreement.objects.published().order_by().values("editorial_status")
    closest = Subquery(published.annotate(closest=Max(likeness)).values("closest"))
    return Q(GreaterThanOrEqual(likeness, SIMILAR)) & Q(GreaterThanOrEqual(likeness, closest))


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
