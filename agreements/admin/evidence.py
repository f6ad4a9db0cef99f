"""An agreement's sources with the cited words marked: texts cut into passages, never HTML.

Beside the text stand how sure extraction was of each fact, and what it set aside.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from django.db.models import Model

from agreements.admin.wording import how_sure
from agreements.models import Agreement, Citation, Slot, Source


@dataclass(frozen=True, slots=True)
class Span:
    """Characters start..end (end exclusive) of a text, and what they are cited for."""

    start: int
    end: int
    label: str
    citation: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text that the same citations cover; none for plain text.

    `begins` are the citations whose first character is here.
    """

    text: str
    labels: tuple[str, ...] = ()
    begins: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that extraction took from a source, and how sure it was, in words."""

    label: str
    citation: int
    how_sure: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """What extraction did not take: why, and the words; none where it is the whole document."""

    why: str
    quotation: str


@dataclass(slots=True)
class CitedSource:
    """A source, its text in passages, and what it supports as a whole.

    `facts` begins with the least certain one.
    """

    source: Source
    passages: list[Passage] = field(default_factory=list)
    as_a_whole: list[str] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)


def passages(text: str, spans: Iterable[Span]) -> list[Passage]:
    """Cut `text` wherever a span begins or ends; joined, the passages are the text again."""
    inside = [span for span in spans if span.start < min(span.end, len(text))]
    bounds = {0, len(text)}
    bounds.update(bound for span in inside for bound in (span.start, min(span.end, len(text))))
    cuts = sorted(bounds)
    return [_passage(text, start, end, inside) for start, end in pairwise(cuts)]


def _passage(text: str, start: int, end: int, spans: Sequence[Span]) -> Passage:
    over = [span for span in spans if span.start <= start and end <= span.end]
    return Passage(
        text=text[start:end],
        labels=tuple(dict.fromkeys(span.label for span in over)),
        begins=tuple(span.citation for span in over if span.start == start),
    )


_PARTS: dict[str, str] = {Slot.PARTICIPATION: "Person", Slot.LIFECYCLE: "Step"}


def label(citation: Citation) -> str:
    """What a citation supports, in words: "Signed on", "Party: Zhejiang University"."""
    part = (
        citation.party
        or citation.participation
        or citation.agreement_area
        or citation.lifecycle_event
    )
    return named(Slot(citation.slot), part)


def named(slot: Slot, part: Model | None) -> str:
    """A slot in words, with the part of the agreement that fills it."""
    name = _PARTS.get(slot) or slot.label.capitalize()
    return f"{name}: {part}" if part else name


def cited_sources(agreement: Agreement) -> list[CitedSource]:
    """Every source of an agreement, in three queries however many citations there are."""
    citations = Citation.objects.filter(agreement=agreement).select_related(
        "party__organisation", "participation__person", "agreement_area", "lifecycle_event"
    )
    by_source: dict[int, list[Citation]] = {}
    for citation in citations:
        by_source.setdefault(citation.source_id, []).append(citation)
    sources = Source.objects.filter(pk__in=by_source).order_by("published_on", "pk")
    return [_cited(source, by_source[source.pk]) for source in sources]


def _cited(source: Source, citations: Sequence[Citation]) -> CitedSource:
    spans = [
        Span(c.start, c.end, " · ".join(filter(None, (label(c), how_sure(c.confidence)))), c.pk)
        for c in citations
        if c.start is not None and c.end is not None
    ]
    whole = dict.fromkeys(label(c) for c in citations if c.start is None)
    return CitedSource(
        source, passages(source.text, spans), list(whole), _facts(citations), set_aside(source)
    )


def _facts(citations: Sequence[Citation]) -> list[Fact]:
    weighed = sorted((c.confidence, c.pk, label(c)) for c in citations if c.confidence is not None)
    facts: dict[str, Fact] = {}
    for sure, pk, name in weighed:
        facts.setdefault(name, Fact(name, pk, how_sure(sure)))
    return list(facts.values())


def set_aside(source: Source) -> list[SetAside]:
    """What extraction did not take from a source, in the order of its text."""
    return [
        SetAside(told["why"], source.text[told["start"] or 0 : told["end"] or 0])
        for told in sorted(source.set_aside, key=lambda told: told["start"] or 0)
    ]


def find_quotation(text: str, quotation: str) -> list[tuple[int, int]]:
    """Where `quotation` stands in `text`, whatever the spaces and line breaks between words."""
    pattern = r"\s+".join(re.escape(word) for word in quotation.split())
    return [match.span() for match in re.finditer(pattern, text)] if pattern else []
