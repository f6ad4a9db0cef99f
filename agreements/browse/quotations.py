"""What a page shows as evidence: the sentence of a source around the characters cited."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from agreements.models import Citation, Slot, Source

REACH = 360
"""Characters before and after a span at which a sentence without an end is cut."""

_ABBREVIATED = "".join(
    rf"(?<!\b{word}\.)"
    for word in ("Prof", "Dr", "Mr", "Mrs", "Ms", "Co", "Ltd", "Inc", "No", "St", r"\w")
)
_BETWEEN_SENTENCES = re.compile(
    rf"""(?<=[.!?]){_ABBREVIATED}["”’)\]]*\s+(?=["“‘(\[]?[A-Z0-9])"""
    rf"""|(?<=[。！？])[”』）]*"""
    rf"""|\n(?!\s*[a-z])"""
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A source's sentence in three parts, `marked` being the span; all "" without a span."""

    source: Source
    value: str
    before: str = ""
    marked: str = ""
    after: str = ""
    start: int = 0

    @property
    def address(self) -> str:
        """Where the source's page shows the span."""
        fragment = f"#c{self.start}" if self.marked else ""
        return self.source.get_absolute_url() + fragment


def quotation(citation: Citation) -> Quotation:
    """What `citation` quotes; its source's text must be loaded."""
    text, start, end = citation.source.text, citation.start, citation.end
    if start is None or end is None or end > len(text):
        return Quotation(citation.source, citation.value)
    first, last = sentence_around(text, start, end)
    return Quotation(
        citation.source,
        citation.value,
        before=("…" if _cut(text, first) else "") + text[first:start].lstrip(),
        marked=text[start:end],
        after=text[end:last].rstrip() + ("…" if _cut(text, last) else ""),
        start=start,
    )


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence that holds `text[start:end]` begins and ends.

    A sentence longer than `REACH` on either side is cut between two words.
    """
    floor = max(0, start - REACH)
    breaks = [gap.end() for gap in _BETWEEN_SENTENCES.finditer(text, floor, start + 1)]
    inside = [place for place in breaks if place <= start]
    first = inside[-1] if inside else _next_word(text, floor)
    ceiling = min(len(text), end + REACH)
    gap = _BETWEEN_SENTENCES.search(text, max(end - 1, 0), ceiling)
    return min(first, start), max(gap.start() if gap else ceiling, end)


class Evidence:
    """The citations of one agreement, by the fact that they support."""

    def __init__(self, citations: Iterable[Citation]) -> None:
        self._by_fact: dict[tuple[str, int | None], list[Quotation]] = defaultdict(list)
        self.sources: list[Source] = []
        for citation in citations:
            self._by_fact[citation.slot, _part(citation)].append(quotation(citation))
            if citation.source not in self.sources:
                self.sources.append(citation.source)

    def of(self, slot: Slot, part: int | None = None) -> list[Quotation]:
        """The quotations that support a slot, or the part of this id."""
        return self._by_fact[slot, part]


def _part(citation: Citation) -> int | None:
    return (
        citation.party_id
        or citation.participation_id
        or citation.agreement_area_id
        or citation.lifecycle_event_id
    )


def _next_word(text: str, place: int) -> int:
    if place == 0:
        return 0
    space = re.compile(r"\s").search(text, place, place + 40)
    return space.end() if space else place


def _cut(text: str, place: int) -> bool:
    """Whether a quotation that begins or ends here leaves a sentence incomplete."""
    if place in (0, len(text)):
        return False
    around = text[max(0, place - 3) : place + 1]
    return not re.search(r"[.!?。！？\n]", around)
