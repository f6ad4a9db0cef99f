"""The page of a source: its text, with the passages that support agreements marked."""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from agreements.browse.rows import agreement_rows
from agreements.models import Agreement, Citation, EditorialStatus, Source
from agreements.models.addresses import address
from agreements.web import structured_data
from agreements.web.page import page


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a source's text that the same citations cover, perhaps none."""

    text: str
    start: int
    citations: list[Citation]

    @property
    def supports(self) -> str:
        """The facts that it supports, in words."""
        return ", ".join(sorted({citation.get_slot_display() for citation in self.citations}))

    @property
    def agreements(self) -> list[Agreement]:
        """The agreements whose facts it supports."""
        return list(
            {citation.agreement_id: citation.agreement for citation in self.citations}.values()
        )


@require_safe
def source_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One document that a published agreement cites."""
    row = get_object_or_404(Source.objects.published().defer("set_aside"), slug=slug)
    citations = list(
        row.citations.filter(agreement__editorial_status=EditorialStatus.PUBLISHED)
        .select_related("agreement")
        .only("slot", "start", "end", "source", "agreement__slug", "agreement__title")
        .order_by("start", "end", "id")
    )
    supported = agreement_rows({citation.agreement_id for citation in citations}).values()
    context = page(
        request,
        str(row),
        description=f"What {row} says about agreements in the catalogue.",
        above=[("Sources", address("source_list"))],
        path=row.get_absolute_url(),
        data=structured_data.source(row),
    )
    context |= {
        "source": row,
        "passages": passages(row.text, citations),
        "agreements": sorted(supported, key=attrgetter("order"), reverse=True),
        "copies": _copies(row),
    }
    return render(request, "agreements/source_detail.html", context)


def passages(text: str, citations: Iterable[Citation]) -> list[Passage]:
    """The whole text, cut wherever a citation begins or ends; overlaps share a passage."""
    spans = [
        (citation.start, citation.end, citation)
        for citation in citations
        if citation.start is not None and citation.end is not None and citation.end <= len(text)
    ]
    cuts = sorted({0, len(text), *(place for start, end, _ in spans for place in (start, end))})
    return [
        Passage(
            text[start:end],
            start,
            [citation for first, last, citation in spans if first <= start and end <= last],
        )
        for start, end in itertools.pairwise(cuts)
    ]


def _copies(row: Source) -> Iterable[Source]:
    """Other addresses at which the same text was published."""
    if not row.text_hash:
        return []
    same = Source.objects.published().filter(text_hash=row.text_hash)
    return same.exclude(pk=row.pk).defer("text", "set_aside")
