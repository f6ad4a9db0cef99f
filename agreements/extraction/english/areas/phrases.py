"""Phrases of cooperation: what a list, a goal or a means holds in one sentence.

Lists announce themselves ("in the fields of …", "the agreement covers …") and are kept as they
are; what the parties mean to do ("will establish …", "to develop …") counts only where
`holds_term` finds a term of the vocabulary in it.
"""

import re
from collections.abc import Callable, Iterator

from agreements.extraction.document import Span
from agreements.extraction.english.areas.codes import names_activity
from agreements.extraction.english.areas.coordination import Tokens, members
from agreements.extraction.english.areas.items import split, tidy
from agreements.extraction.english.areas.leads import (
    AIMS,
    COURSES,
    GOALS,
    HEADED,
    IN_COURSES,
    INCLUDED,
    LISTS,
    PACT,
    STUDIED,
)
from agreements.extraction.english.areas.lists import listed_inline
from agreements.extraction.english.areas.subjects import Subject, subjects

_SAID = re.compile(
    r"\b(?:[Ww]e|[Oo]ur|us|I|said|says|stated|expressed|hope[sd]?|noted|told|pointed\s+out|introduced|emphasi[sz]ed|stressed)\b"
)


_SEVERAL = 3
"""Members of a list in which the terms speak for the others."""
_TELLING = 3
"""Gaps between the words of a phrase long enough to tell of something by itself."""


def phrases_in(span: Span, tokens: Tokens, holds_term: Callable[[str], object]) -> Iterator[Span]:
    """The phrases of a sentence in the order in which their leads are trusted."""
    taken: list[Span] = []
    agreed = PACT.search(span.quotation)
    aims = () if _SAID.search(span.quotation) else AIMS
    goals = () if _SAID.search(span.quotation) else GOALS
    for taught in _taught(span, tokens):
        if _is_term(taught.words, holds_term):
            taken.append(taught)
            yield taught
    if marked := list(listed_inline(span)):
        yield from marked
        return
    for subject in subjects(span, tokens):
        if items := _said_of(subject, tokens, holds_term):
            taken.append(subject.span)
            yield from items
    for lead in (INCLUDED, *LISTS, STUDIED, *aims, *goals):
        for match in lead.finditer(span.quotation):
            listed = _after(span, match.end(), tokens, lead in GOALS)
            if lead is STUDIED and len(listed) == 1 and list(split(listed)):
                listed = [_part(span, match.start(), listed[0].end - span.start)]
            if lead in AIMS and not _does(listed, tokens):
                continue
            free = [m for m in listed if not any(m.overlaps(other) for other in taken)]
            strong = lead not in (*AIMS, *GOALS) and free == listed
            items = list(split(free))
            terms = [item for item in items if _is_term(item.words, holds_term)]
            if not strong and not (len(items) >= _SEVERAL and 2 * len(terms) > len(items)):
                items = terms
            if lead in GOALS and not agreed and not _lists_activities(items):
                items = [
                    item
                    for item in items
                    if item.words.count(" ") >= _TELLING
                    or (len(items) > 1 and names_activity(item.words))
                ]
            if items:
                taken.append(_part(span, match.start(), listed[-1].end - span.start))
                yield from items
    for match in HEADED.finditer(span.quotation):
        what = _part(span, match.start("what"), match.end("what"))
        if not any(what.overlaps(other) for other in taken):
            listed = members(tokens(what), what)
            yield from (i for i in split(listed) if _is_term(i.words, holds_term))


def _lists_activities(items: list[Span]) -> bool:
    """Whether most of a long list is things to be done."""
    doing = sum(names_activity(item.words) for item in items)
    return len(items) > _SEVERAL and 2 * doing > len(items)


def _said_of(subject: Subject, tokens: Tokens, holds_term: Callable[[str], object]) -> list[Span]:
    """The areas that a subject names."""
    words = tokens(subject.span)
    listed = members(words, subject.span)
    items = list(split(listed))
    told_of = words[0].tag_ in {"DT", "PRP$"} and words[0].lower_ not in {"a", "an"}
    if subject.belongs and (len(listed) > 1 or not told_of):
        return items
    return [item for item in items if _is_term(item.words, holds_term)]


def _taught(span: Span, tokens: Tokens) -> Iterator[Span]:
    """ "certified courses in X, Y and Z", each as one phrase."""
    text = span.quotation
    for match in COURSES.finditer(text) if IN_COURSES.search(text) else ():
        listed = _after(span, match.end(), tokens)
        if listed and (phrase := tidy(span, match.start("what"), listed[-1].end - span.start)):
            yield phrase


def _does(listed: list[Span], tokens: Tokens) -> bool:
    """Whether the first member begins with a verb."""
    return bool(listed) and tokens(listed[0])[0].tag_ in {"VB", "VBG"}


def _is_term(words: str, holds_term: Callable[[str], object]) -> bool:
    return (" " in words or names_activity(words)) and bool(holds_term(words))


def _part(span: Span, start: int, end: int) -> Span:
    return Span(span.start + start, span.start + end, span.document)


def _after(span: Span, at: int, tokens: Tokens, doing: bool = False) -> list[Span]:
    """The members of the list that begins at this place of a sentence."""
    if at >= len(span.quotation):
        return []
    rest = _part(span, at, len(span.quotation))
    return members(tokens(rest), rest, doing)
