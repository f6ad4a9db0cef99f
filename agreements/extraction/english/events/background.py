"""Signings that a text about something else only looks back on.

News of an agreement says so in its headline or its opening. Where these tell of an occasion of
another kind, a visit or a prize, and of no paper, one that stands in a clause by the way ("the
agreement which both signed in May is the frame") was signed before, though the clause itself does
not say when.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from agreements.extraction.blocks import Role, Sentence
from agreements.extraction.english.events.agreement_kinds import papers_in
from agreements.extraction.english.events.modality import is_before_the_past
from agreements.extraction.events import Event, Modality

_SIGNS = re.compile(
    r"\b(?:sign(?:s|ed|ing|ings|ator\w+|atures?)?|inks?|inked|partner\w*|join\w*\s+(?:forces|hands|up)"
    r"|team\w*\s+up|tie[sd]?[\s-]+up|alliance|together|pens?\s+to)\b",
    re.IGNORECASE,
)
"""With a word for a paper, what an opening has that announces a signing."""
_OCCASION = re.compile(
    r"\b(?:visit\w*|delegation\w*|tour(?:s|ed|ing)?|receiv(?:es|ed)|hosts?|hosted|talks?|meetings?|met|meets"
    r"|councils?|committees?|workshops?|seminars?|conferences?|symposi\w+|lectures?|courses?|exhibition"
    r"|fair|hackathon|competition|contest|prizes?|awards?|awarded|honou?r\w*|graduat\w+|diplomas"
    r"|appointed|anniversary|birthday|rank(?:s|ing|ings)|scholarships?|donat\w+|gift|gave|gives"
    r"|open(?:s|ed)?|inaugurat\w+|open\s+day|events?|celebrat\w+|looks?\s+back|finds?|found|discover\w*"
    r"|wins?|won|starts?|begins?|ends?|t(?:akes?|ook)\s+(?:part|office)|(?:summer|winter)\s+school)\b",
    re.IGNORECASE,
)
"""With a word for what else is news, what an opening has that announces no signing."""
_THE = re.compile(
    r"\b(?:the|this|that|its|their|our|existing)\s+(?:(?!is\b|an?\b)[\w-]+\s+){0,3}$", re.I
)
_UNDER_THE = re.compile(
    r"\b(?:under|within|based\s+on|basis\s+of|in\s+line\s+with|in\s+accordance\s+with|as\s+part\s+of"
    r"|part\s+of|framework\s+of|terms\s+of|following|follows|thanks\s+to|provided\s+for\s+(?:in|by)"
    r"|foreseen\s+(?:in|by)|result\s+of|result\s+from|stems?\s+from)\s+"
    r"(?:the|this|that|its|their|our)\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_WITH_WHICH = re.compile(r"\b(?:with|by|to|under)\s+(?:which|whom)\b[^.;]{0,80}$")
_TOLD = re.compile(
    r"\b(?:said|says|told|tells|added|noted|mentioned|stressed|explained|stated|according)\b", re.I
)
_HAS = re.compile(r"\b(?:has|have)\s+(?:(?:also|already|since|\w+ly)\s+)*$")
"""Before what somebody has done by now: in the mouth of a speaker no news."""
_SEVERAL = re.compile(
    r"\b(?:several|many|various|numerous|a\s+number\s+of|different|other)\s+(?:[\w-]+\s+){0,3}"
    r"(?:agreements|memoranda|mous|partnerships|contracts|universities|schools|companies|firms"
    r"|partners|organi[sz]ations|institutions)\b|\bagreements,?\s+with\b[^.;]*,\s",
    re.IGNORECASE,
)
"""Papers or sides that nobody counts."""
_FRESH = re.compile(
    r"\b(?:today|yesterday|tonight|(?:this|last)\s+(?:week|morning|afternoon|month|day)|(?:mon|tues|wednes|thurs"
    r"|fri|satur|sun)day|now|just|new(?:ly)?)\b",
    re.IGNORECASE,
)
"""With which even a clause by the way tells news."""
_IS_A_NOUN = re.compile(r"(?:ings?|atures?|ator(?:y|ies))$")
"""How a word for a signing ends that is no verb: "the memorandum signing"."""
_IS_DONE = re.compile(r"\b(?:was|were|been|being|is|are|has|have)\s")
"""Between a paper and the verb of a main clause: "the memorandum was signed"."""
_WHICH = re.compile(r"\b(?:which|that)\s")


def without_asides(found: list[Event], sentences: Sequence[Sentence]) -> list[Event]:
    """The events, those told by the way set back to earlier ones where the opening is silent."""
    if not _opens_with_something_else(sentences):
        return found
    return [
        replace(event, modality=Modality.EARLIER)
        if event.modality is Modality.DONE and _is_aside(event)
        else event
        for event in found
    ]


def _opens_with_something_else(sentences: Sequence[Sentence]) -> bool:
    """Whether headings and the first sentence tell of an occasion, and nothing of a signing."""
    body = next((n for n, s in enumerate(sentences) if s.role is Role.BODY), 0)
    opening = sentences[: body + 1]
    if any(_SIGNS.search(s.text) or papers_in(s.span) for s in opening):
        return False
    return any(_OCCASION.search(s.text) for s in opening)


def _is_aside(event: Event) -> bool:
    text, offset = event.sentence.text, event.sentence.span.start
    verb, noun = event.verb.start - offset, event.noun.start - offset
    if is_before_the_past(text[:verb]) or _WITH_WHICH.search(text[:verb]):
        return True
    if _FRESH.search(text):
        return False
    if _SEVERAL.search(text) or (_HAS.search(text[:verb]) and _TOLD.search(text)):
        return True
    if not event.sentence.span.covers(event.noun):
        return False
    if _UNDER_THE.search(text[:noun]):
        return True
    if verb <= noun or _IS_A_NOUN.search(event.verb.quotation) or not _THE.search(text[:noun]):
        return False
    between = text[event.noun.end - offset : verb]
    return _WHICH.search(between) is not None or not _IS_DONE.search(between)
