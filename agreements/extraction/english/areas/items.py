"""How a list of areas is split into its members, and what of them is left out as empty."""

import re
from collections.abc import Iterator

from agreements.extraction.document import Span

DO = (
    r"(?:carry|offer|build|work|advance|improve|promote|cultivate|collaborate|cooperate|deepen"
    r"|enhance|strengthen|establish|co-establish|set|expand|foster|explore|develop|support|provide"
    r"|create|make|conduct|help|train|open|become|determine|organi[sz]e|hold|host|share|ensure"
    r"|enable|arrange|introduce|launch|facilitate|encourage|give|bring|seek|extend|form|strive"
    r"|achieve|contribute|increase|come|go|raise|receive|enrol|update|equip|nurture|accelerate"
    r"|implement|undertake|design|prepare|produce|enrich|boost|bridge|drive|fully|jointly|actively"
    r"|further)"
)
MARK = r"(?:[•·●■◆△▲▶○□►*]|\(?(?:\d{1,2}|[ivx]{1,4}|[a-h])\)|\d{1,2}\.(?=\s)|[-–](?=\s))"
_COMMA = re.compile(
    r"[,;]\s*(?:and\s+|as\s+well\s+as\s+(?:the\s+)?|or\s+)?(?:on\s+|in\s+|to\s+)?"
    r"|\s+as\s+well\s+as\s+(?:the\s+)?|\s+and\s+(?=(?:in|on)\s|an?\s)"
    r"|\s*[△▲•·●■◆▶►]\s*"
)
_AND = re.compile(
    r"(?!(?<=research)\s+and\s+(?:development|innovation))(?!(?<=science)\s+and\s+techn)"
    r"(?!(?<=scientific)\s+and\s+techn)(?!(?<=monitoring)\s+and\s+eval)(?!(?<=oil)\s+and\s+gas)"
    r"(?!(?<=teaching)\s+and\s+learn)(?!(?<=small)\s+and\s+med)\s+and\s+",
    re.IGNORECASE,
)
"""The joint before a last member; "research and development" is one word to the ear."""
_CLOSED = re.compile(r",\s+and\b")
"""After a list whose last member begins another clause: "A, B and C, and promote D"."""
_PREPOSITION = re.compile(r"\b(?:in|on|of|for|to|into)\s+")
_WHOLE = re.compile(r"\s(?:for|of)\s.*\sand\s")
"""In a first member that shares nothing: "tests of A and B, C, D and E"."""
_EDGES = re.compile(
    rf"""^(?:{MARK}\s*|(?:the|a|an|on|in|to|of|and|both|their|its|other|any(?!\s+other)|such\s+as|like|including|for
    |joint\s+efforts\s+in|(?:particularly|especially|notably|mainly|namely)(?:\s+in)?
    |(?:promot|facilitat|enhanc|advanc|accelerat|encourag|organi[sz]|provid|conduct|establish
    |support|offer|develop|improv|undertak|implement|explor|hold|carry)(?:e|ing\s+out|ing)
    |(?:strengthen|deepen|foster|boost|bolster)(?:ing)?
    |wider\s+use\s+of|use\s+of|more|several|various|many|new(?=\s)|(?:the\s+)?areas?\s+of
    |fields?\s+of|realms?\s+of|(?:provisions?|opportunit(?:y|ies))\s+for|existing|certain
    |(?:joint\s+)?(?:activities|cooperation|co-operation|collaborations?)\s+(?:in|on)
    |(?:improve|promote|cultivate|collaborate|cooperate|deepen|enhance|strengthen|establish
    |co-establish|expand|explore|develop|provide|create|conduct|organi[sz]e|ensure|enable|introduce
    |facilitate|encourage|bring|seek|extend|achieve|update|nurture|accelerate|implement|undertake
    |produce|enrich|offer|enrol|build|leverage|jointly|actively)(?:\s+(?:their|its)\s+\w+\s+(?:in|to|on))?)\s+)""",
    re.IGNORECASE | re.VERBOSE,
)
_TAIL = re.compile(
    r"[\s,;.:]*(?:\b(?:and|etc|among\s+others?|and\s+so\s+on|and\s+more|respectively|together"
    r"|in\s+the\s+future|and\s+others?|in\s+future|specifically|particularly|especially|including|such|key|in|the|on|go|goes"
    r"|of|for|with|to)\b|[\s,.;:”\"’'“])+$",
    re.IGNORECASE,
)
_PARTY = (
    r"(?:schools?|universit\w+|enterprises?|compan\w+|part(?:y|ies)|sides?|college|institutions?"
    r"|organi[sz]ations?|entit\w+)"
)
_EMPTY = re.compile(
    rf"""^(?:(?:(?:academic|international|strategic|mutual|further|close\w*|deep\w*|long-term|joint
    |bilateral|comprehensive|practical|future|common|relevant|various|different|specific)\s+)*
    (?:cooperation|co-operation|collaborations?|partnerships?|relationships?|ties|links?|linkages?
    |activities|initiatives|efforts|interests?|benefits?|goals?|objectives|purposes|areas?|fields?
    |exchanges?|ventures?|matters|actions|engagements?|synergy|ways?|steps?|measures)
    |this|that|it|them|principles?|signed|following|met|bridge|together|foundation
    |courses?|industry|industries|talents?|technologies|knowledge|products?|services?|solutions?
    |events?|projects?|modules|models?|experience|expertise|programm?es?|strengths?|platforms?
    |(?:new|lat)est\s+\w+|high-end\s+\w+|(?:the\s+)?(?:two\s+)?{_PARTY}(?:\s+(?:and|to)\s.*)?
    |{_PARTY}\s+and\s+{_PARTY}|students?|future|success|issues?|stakeholders|academia|society
    |us|you|him|her|there|along|by\s.*|first\s+of\s.*|\w+\s+students|technology|development|innovation|opportunit\w+|resources?|advantages?
    |support|subjects?|means|things?|people|world|country|region|implementation|coordination
    |january|february|march|april|may|june|july|august
    |september|october|november|december|monday|tuesday|wednesday|thursday|friday|\d+
    |(?:academia|industry|government)(?:(?:,|\s+and|,\s+and)\s+(?:academia|industry|government))*
    |(?:key|main|several|various)?\s*(?:areas?|fields?|forms?|types?)\s+of\s.*|any\s.*|(?:other|certain|these|those|such|all|each|every|some)\s.*
    |(?:mutual|common|respective|shared)\s+(?:and|understanding|trust|respect).*
    |(?:etc|more|mutual|both|various|many|new|long[- ]term|one|two|three
    |january|february|march|april|may|june|july|august|september|october|november|december
    |respective)(?:\s+[\w’']+)?)$""",
    re.IGNORECASE | re.VERBOSE,
)
_CLAUSE = re.compile(
    r"\b(?:he|she|they|we|you|who|whom|said|added|is|are|was|were|has|have|his|her)\b|^(?:students?"
    r"|participants|graduates)\s+(?:and|to|at|from|with)\b|^granting\b|\b(?:premises|agreements?\s+with)$",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\s+\d|\d\s+(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b"
)
_THEMSELVES = re.compile(
    r"\b(?:fields?|areas?|spheres?|domains?|realms?|aims?|goals?|objectives?)\b\W+(?:\w+\W+){0,2}$"
)
_WORDS = 14


def split(list_: Span) -> Iterator[Span]:
    """The members of a list; one whose members are bare words is one phrase.

    "next-generation materials, devices and sensors" shares its first word among its members, so
    that they would not mean the same alone.
    """
    text, at = list_.quotation, 0
    cuts = _cuts(list_)
    if cuts and _shares_words(list_, cuts) and (whole := tidy(list_, 0, len(text))):
        yield whole
        return
    for start, end in (*cuts, (len(text), len(text))):
        if start > at and (item := tidy(list_, at, start)):
            yield item
        at = end


def _cuts(list_: Span) -> list[tuple[int, int]]:
    text = list_.quotation
    cuts = [gap.span() for gap in _COMMA.finditer(text) if _outside_brackets(text, gap.start())]
    closed = _CLOSED.match(list_.document.text, list_.end) and not _lists_fields(list_)
    if cuts and not closed and not re.search(r"\band\b|as\s+well", text[slice(*cuts[-1])]):
        stop = text.find(" for ", cuts[-1][1])
        last = [
            gap.span() for gap in _AND.finditer(text, cuts[-1][1], stop if stop > 0 else len(text))
        ]
        cuts += last[-1:]  # "A, B and C"
    return cuts


def _outside_brackets(text: str, at: int) -> bool:
    return text.count("(", 0, at) <= text.count(")", 0, at)


def _lists_fields(list_: Span) -> bool:
    before = list_.document.text[max(0, list_.start - 40) : list_.start]
    return _THEMSELVES.search(before) is not None


def _shares_words(list_: Span, cuts: list[tuple[int, int]]) -> bool:
    """Whether the members have two words or fewer on average, those after a preposition counted."""
    text = list_.quotation
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    members = [text[a:b].strip() for a, b in zip(starts, ends, strict=True)]
    if any(re.match(r"(?:an?|the)\s", member) for member in members[1:]):
        return False
    joined = any(re.search(r"\band\b|as\s+well", text[start:end]) for start, end in cuts)
    if not joined or (_lists_fields(list_) and not _PREPOSITION.search(members[-1])):
        return False
    if _WHOLE.search(members[0]):
        return False
    members[0] = _PREPOSITION.split(members[0])[-1]
    members[-1] = _PREPOSITION.split(members[-1])[0]
    words = sum(
        len([w for w in member.split() if w not in {"and", "the", "&"}]) for member in members
    )
    return words <= 2 * len(members)


def tidy(list_: Span, start: int, end: int) -> Span | None:
    """A member without articles, joints and punctuation at its edges; None if nothing is left."""
    text = list_.quotation
    while start < end and (match := _EDGES.match(text[start:end])):
        start += match.end()
    if tail := _TAIL.search(text[start:end]):
        end = start + tail.start()
    phrase = text[start:end]
    if (
        len(phrase.strip()) < 3
        or _EMPTY.match(phrase)
        or _CLAUSE.search(phrase)
        or _DATED.search(phrase)
        or len(phrase.split()) > _WORDS
    ):
        return None
    lead = len(phrase) - len(phrase.lstrip())
    return Span(list_.start + start + lead, list_.start + end, list_.document)
