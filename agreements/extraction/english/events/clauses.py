"""Clauses of one sentence in each of which somebody else signs a paper with somebody else."""

import re
from dataclasses import replace

from agreements.extraction.document import Span
from agreements.extraction.events import Event
from agreements.vocabulary.kinds import AgreementKind

_NEXT = re.compile(r"(?:;(?:\s+and)?|,?\s+(?:while|whereas)|,(?:\s+and)?)\s+(?=(?:the\s+)?[A-Z])")
"""Before the clause that tells of the next signing."""
_ACTS = re.compile(
    r"\W*(?:(?:[Ww]hile|[Ww]hereas)\s+)?(?:[Tt]he\s+)?[A-Z][^,;:.]*?\s(?:ha(?:s|ve)\s+)?"
)
"""From the beginning of a clause to its verb: who signs, and nothing else."""
_A_PAPER_WITH = re.compile(r"\s+an?\s[^,;:.]{3,90}?\bwith\s")


def by_clause(told: list[Event], nouns: list[tuple[AgreementKind, Span]]) -> list[Event]:
    """Each event with its own clause as scope: "A signed an MoU with X, while B signed one with Y".

    `nouns` are the agreements that the sentence names. Empty where its clauses do not all tell who
    signs what with whom.
    """
    if len(told) < 2:
        return []
    text, start = told[0].sentence.text, told[0].sentence.span.start
    found: list[Event] = []
    begin = 0
    for event, following in zip(told, [*told[1:], None], strict=True):
        verb, verb_end = event.verb.start - start, event.verb.end - start
        end = following.verb.start - start if following else len(text)
        cut = next(_NEXT.finditer(text, verb_end, end), None) if following else None
        if following and cut is None:
            return []
        end = cut.start() if cut else end
        signed = next((n for n in nouns if verb_end <= n[1].start - start < end), None)
        paper = _A_PAPER_WITH.match(text, verb_end, end)
        if signed is None or paper is None or not _ACTS.fullmatch(text[begin:verb]):
            return []
        scope = Span(start + begin, start + end, event.noun.document)
        found.append(replace(event, kind=signed[0], noun=signed[1], scope=scope))
        begin = cut.end() if cut else end
    return found
