"""Phrases of cooperation: what a list, a goal or a means holds in one sentence.

Lists announce themselves ("in the fields of …", "the agreement covers …") and are kept as they
are; what the parties mean to do ("will establish …", "to develop …") counts only where
`holds_term` finds a term of the vocabulary in it.
"""

import re
from collections.abc import Callable, Iterator

from agreements.extraction.document import Span
from agreements.extraction.english.areas.items import DO, split, tidy
from agreements.extraction.english.areas.leads import (
    COURSES,
    GOALS,
    HEADED,
    INCLUDED,
    LISTS,
    PASSIVE,
    SUBJECT,
)

_END = re.compile(
    rf"""[:.!?"“”]\s|[;:.!?"“”]$|,?\s+(?:which|who|where|while|whereas|so\s+that|so\s+as|in\s+order
    |thereby|thus|with\s+a\s+view|in\s+line\s+with|in\s+accordance|in\s+the\s+(?:interest|presence)
    |in\s+addition|according\s+to|through|under|among\s+others|as\s+well\b(?!\s+as)|based\s+on
    |to\s+(?:the\s+benefit|achieve|jointly
    |better|support|meet|complement|be|create|make|help|further|ensure|promote|enhance|serve
    |improve|strengthen|bridge|provide|enable|foster|contribute|address|drive|build|develop)
    |for\s+(?:the\s+)?(?:mutual|benefit|common|good|betterment|those|next|period)
    |as\s+well\s+as\s+to|by\s+\w+ing|will|would|strengthening|contributing|ensuring|enabling
    |shall|was|were|is|are|has|have|had|said|dependent
    |also|on\s+(?:\w+day|\d)|after|at\s+(?:the|universities|its|their)\b|within|between
    |with(?=\s+(?:the\s+)?[A-Z])|that|when|above\s+all|until|because|before
    |and\s+(?:will|it|they|their|to\s+\w+|{DO})
    |around\s+the|in\s+(?:the\s+)?(?:areas?|fields?)\s+of\s+(?:mutual|common|shared)
    |and\s+(?:any\s+|all\s+)?other
    )\b|,\s+(?:the\s+\w+|[A-Z]\w+(?:\s+[A-Z]\w+)?)\s+(?:said|added|noted|told|explained|stated)\b
    |,\s+(?:(?:he|she|it|they|we)\s|\w+ing\s+the\s)|\s+(?:–|—)\s+|\n\s*\n""",
    re.IGNORECASE | re.VERBOSE,
)
_STEP = re.compile(r";\s|;$")
_SAID = re.compile(
    r"\b(?:said|says|stated|expressed|hope[sd]?|noted|told|pointed\s+out|introduced|emphasi[sz]ed|stressed)\b"
)


def phrases_in(span: Span, holds_term: Callable[[str], object]) -> Iterator[Span]:
    """The phrases of a sentence in the order in which their leads are trusted."""
    taken: list[Span] = []
    goals = () if _SAID.search(span.quotation) else GOALS
    for taught in _taught(span):
        if _is_term(taught.words, holds_term):
            taken.append(taught)
            yield taught
    for lead in (INCLUDED, *LISTS, *goals):
        for match in lead.finditer(span.quotation):
            whole = _list_after(span, match.end())
            list_ = _before(whole, taken) if whole else None
            if list_ is None:
                continue
            strong = lead not in GOALS and list_ == whole
            items = [i for i in split(list_) if strong or _is_term(i.words, holds_term)]
            if items:
                taken.append(_part(span, match.start(), list_.end - span.start))
                yield from items
    for pattern in (PASSIVE, SUBJECT, HEADED):
        for match in pattern.finditer(span.quotation):
            what = _part(span, match.start("what"), match.end("what"))
            if not any(what.overlaps(other) for other in taken):
                strong = pattern is SUBJECT
                yield from (i for i in split(what) if strong or _is_term(i.words, holds_term))


def _taught(span: Span) -> Iterator[Span]:
    """ "certified courses in X, Y and Z", each as one phrase."""
    for match in COURSES.finditer(span.quotation):
        list_ = _list_after(span, match.end())
        if list_ and (phrase := tidy(span, match.start("what"), list_.end - span.start)):
            yield phrase


def _is_term(words: str, holds_term: Callable[[str], object]) -> bool:
    return " " in words and bool(holds_term(words))


def _before(list_: Span, taken: list[Span]) -> Span | None:
    """What of a list stands before the lists that were taken from it; None inside of one."""
    inner = [other for other in taken if list_.overlaps(other)]
    if not inner:
        return list_
    end = min(other.start for other in inner)
    return Span(list_.start, end, list_.document) if end > list_.start else None


def _part(span: Span, start: int, end: int) -> Span:
    return Span(span.start + start, span.start + end, span.document)


def _list_after(span: Span, at: int) -> Span | None:
    text = span.quotation
    if at >= len(text):
        return None
    end = _END.search(text, at)
    stop = end.start() if end else len(text)
    steps = [step.start() for step in _STEP.finditer(text, at)]
    if len(steps) == 1 and steps[0] < stop:  # one semicolon parts clauses, several a list
        stop = steps[0]
    return _part(span, at, stop) if stop > at else None
