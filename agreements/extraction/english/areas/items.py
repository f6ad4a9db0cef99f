"""How a list of areas is split into its members, and what of them is left out as empty."""

import re
from collections.abc import Callable, Iterator, Sequence

from agreements.extraction.document import Span
from agreements.extraction.english.areas.codes import names_activity
from agreements.extraction.english.areas.light_verbs import LIGHT_VERBS, is_light_verb

MARK = r"(?:[•·●■◆△▲▶○□►*]|\(?(?:\d{1,2}|[ivx]{1,4}|[a-h])\)|\d{1,2}\.(?=\s)|[-–](?=\s))"
_BEFORE_NAME = re.compile(r"\s(?:about|at|between|by|for|from|in|of|on|to|with)\s")
_PREPOSITION = re.compile(r"\b(?:in|on|of|for|to|into)\s+")
_WHOLE = re.compile(r"\s(?:for|of)\s.*\sand\s")
"""In a first member that shares nothing: "tests of A and B, C, D and E"."""
_EDGES = re.compile(
    rf"""^(?:{MARK}\s*|(?:the|a|an|on|in|to|of|and|both|their|its|other|any(?!\s+other)|such\s+as|like|including|for
    |joint\s+efforts\s+in|make\s+efforts\s+for|(?:particularly|especially|notably|mainly|namely)(?:\s+in)?
    |(?:giv(?:e|ing)|receiv(?:e|ing)|gain(?:ing)?|attend(?:ing)?|join(?:ing)?|tak(?:e|ing)\s+part\s+in|participat(?:e|ing)\s+in
    |shar(?:e|ing)(?!\s+of)|making)
    |{LIGHT_VERBS}(?:\s+(?:out|up))?(?:\s+(?:their|its)\s+\w+\s+(?:in|to|on))?
    |(?:push|widen|speed\s+up|step\s+up|open(?:ing)?\s+(?:the|up\s+the)\s+(?:door|way|path)\s+(?:to|for))(?:ing)?
    |(?:an?\s+)?(?:\w+\s+)?(?:framework|foundation|basis|platform)\s+for(?:\s+(?:cooperation|collaboration|joint\s+work)\s+(?:in|on))?
    |access\s+to|possible|join(?:ing)?\s+forces\s+(?:in|on)|forces\s+(?:in|on)
    |wider\s+use\s+of|use\s+of|more|several|various|many|new(?=\s)|(?:the\s+)?areas?\s+of
    |fields?\s+of|realms?\s+of|(?:provisions?|opportunit(?:y|ies))\s+for|existing|certain
    |(?:[\w-]+\s+){{0,2}}(?:activities|cooperation|co-operation|collaborations?|ties|links)\s+(?:in|on)
    |(?:quality|level|standards?|scope)\s+of
    |(?:access|use|utili[sz]e)(?=\s+(?:the|its|their|an?)\b)
    |jointly|actively)\s+)""",
    re.IGNORECASE | re.VERBOSE,
)
_TAIL = re.compile(
    r"[\s,;.:]*(?:\b(?:and|etc|among\s+others?|and\s+so\s+on|and\s+more|respectively|together"
    r"|in\s+the\s+future|and\s+others?|in\s+future|specifically|particularly|especially|including|such|key|in|the|on|go|goes"
    r"|of|for|with|to|(?:to|with)\s+(?:each\s+other|one\s+another)"
    r"|in\s+(?:these|those|all)\s+(?:fields|areas)|forward|further|(?:over|during|within|for|in)\s+the\s+(?:next|coming|following)\s+(?:\w+\s+)?(?:years?|months?|weeks?|decade)|in\s+the\s+(?:country|region|world)"
    r"|(?:on|this|last|next)\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|week|month|year))\b|[\s,.;:”\"’'“])+$",
    re.IGNORECASE,
)
_FOR_WHOM = re.compile(
    r"\s(?:for|to)\s+(?:(?!(?:for|in|of|to)\b)[\w’'-]+\s+){2,5}?(?:students|graduates|staff|employees|teachers"
    r"|lecturers|researchers|faculty|talents|people|youth|members|professionals|workers|women)\b"
    r"(?:\s+(?:and|of|at|from|in)\s.*)?$",
    re.IGNORECASE,
)
"""At the end of a phrase, for whom it is: of all that an area says this is told least alike."""
_PARTY = (
    r"(?:schools?|universit\w+|enterprises?|compan\w+|part(?:y|ies)|sides?|college|institutions?"
    r"|organi[sz]ations?|entit\w+)"
)
_EMPTY = re.compile(
    rf"""^(?:(?:(?:\d+|two|three|four|five|six|seven|academic|important|main|key|other|international|strategic|mutual|further|close\w*|deep\w*|long-term|joint
    |bilateral|comprehensive|practical|future|common|relevant|various|different|specific)\s+)*
    (?:cooperation|co-operation|collaborations?|partnerships?|relationships?|ties|links?|linkages?
    |activities|directions?|spheres?|issues|initiatives|efforts|interests?|benefits?|goals?|objectives|purposes|areas?|fields?
    |exchanges?|ventures?|matters|actions|engagements?|synergy|ways?|steps?|measures)
    |(?:initiatives|issues|directions|principles|range)\s(?!for\b).*|this|that|it|them|principles?|signed|following|met|bridge|together|foundation
    |(?:[\w-]+\s+)*(?:partnerships?|relationships?|ties)\s(?:of|between)\s.*
    |(?:partnership|agreement|cooperation|collaboration|company|university)['’]s\s.*
    |courses?|industry|industries|talents?|technologies|knowledge|products?|services?|solutions?
    |events?|looks?|projects?|modules|models?|experience|expertise|programm?es?|strengths?|platforms?
    |(?:new|lat)est\s+\w+|high-end\s+\w+|(?:the\s+)?(?:two\s+)?{_PARTY}(?:\s+(?:and|to)\s.*)?
    |{_PARTY}\s+and\s+{_PARTY}|students?|future|success|issues?|stakeholders|academia|society
    |faculty|personnel|papers?|stud(?:y|ies)|improvements?|staff|lecturers?|researchers?|teachers?|(?:our|my|this|these|generation|number)\s.*
    |us|you|him|her|there|along|by\s.*|first\s+of\s.*|\w+\s+students|technology|development|opportunit\w+|resources?|advantages?
    |support|subjects?|means|things?|people|world|country|region|implementation|coordination
    |(?:[\w-]+\s+)*(?:settings|contexts|modes|layers|gaps?|capabilit(?:y|ies)|importance|landscape|climate)
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
    r"\b(?:he|she|they|we|you|who|whom|said|added|is|are|was|were|has|have|his|her)\b|^(?:students"
    r"|participants|graduates)\s+(?:and|to|at|from|with)\b|\b(?:premises|agreements?\s+with)$",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\s+\d|\d\s+(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b"
)
_AND_OTHERS = re.compile(r"\s*,?\s+and\s+(?:\w+\s+)?(?:others?|more|so\s+on)\b")
"""After a list that is closed by what it leaves out: "A, B, C and other fields"."""
_THEMSELVES = re.compile(
    r"\b(?:fields?|areas?|spheres?|domains?|realms?|aims?|goals?|objectives?)\b\W+(?:\w+\W+){0,5}$"
)
_BEFORE = 60
_WORDS = 14
_SHORT_FIELD, _SHORT, _SHORT_ACTIVITY = 1.5, 2.0, 1.7
"""Words of a member, on average, up to which fields and other members share words."""


def split(members: Sequence[Span]) -> Iterator[Span]:
    """The members of a list, tidied; one whose members are bare words is one phrase.

    "next-generation materials, devices and sensors" shares its first word among its members, so
    that they would not mean the same alone.
    """
    if len(members) > 1 and _shares_words(members):
        whole = members[0].to(members[-1])
        if phrase := tidy(whole, 0, len(whole.quotation)):
            yield phrase
            return
    for member in members:
        if phrase := tidy(member, 0, len(member.quotation)):
            yield phrase


def without_names(phrase: Span, is_name: Callable[[Span], bool]) -> Span | None:
    """A phrase up to the name that it goes on with: "internships" of "internships at Nokia"."""
    if not is_name(phrase):
        return phrase
    for joint in reversed(list(_BEFORE_NAME.finditer(phrase.quotation))):
        before = tidy(phrase, 0, joint.start())
        if before and not is_name(before):
            return before if " " in before.words else None
    return None


def _shares_words(members: Sequence[Span]) -> bool:
    """Whether the members have two words or fewer on average, those after a preposition counted."""
    texts = [" ".join(member.words.split()) for member in members]
    first, last = members[-2].end, members[-1].start
    joint = members[-1].document.text[first:last]
    if len(members) > 2 and _AND_OTHERS.match(members[-1].document.text, members[-1].end):
        joint = " and "
    if any(re.match(r"(?:an?|the|to|\w+ly)\s", text) for text in texts[1:]):
        return False
    if any(is_light_verb(text.split()[0]) for text in texts[1:]):
        return False
    fields = _lists_fields(members[0])
    if not re.search(r"\band\b|&|as\s+well", joint) or (fields and _long(texts)):
        return False
    if _WHOLE.search(texts[0]) or all(" and " in text for text in texts):
        return False
    short = _SHORT_ACTIVITY if _do_something(texts) else _SHORT
    texts[0] = _PREPOSITION.split(texts[0])[-1]
    return sum(map(_weight, texts)) <= short * len(texts)


def _do_something(texts: Sequence[str]) -> bool:
    """Whether most members name an activity, as "staff training", and no field or thing."""
    return 2 * sum(map(names_activity, texts)) > len(texts)


def _long(texts: Sequence[str]) -> bool:
    return sum(map(_weight, texts)) >= _SHORT_FIELD * len(texts)


def _weight(text: str) -> int:
    return sum(word not in {"and", "the", "of", "&"} for word in text.split())


def _lists_fields(list_: Span) -> bool:
    before = list_.document.text[max(0, list_.start - _BEFORE) : list_.start]
    return _THEMSELVES.search(before) is not None


def tidy(list_: Span, start: int, end: int) -> Span | None:
    """A member without articles, joints and punctuation at its edges; None if nothing is left."""
    text = list_.quotation
    while start < end and (match := _EDGES.match(text[start:end])):
        start += match.end()
    if tail := _TAIL.search(text[start:end]):
        end = start + tail.start()
    if whom := _FOR_WHOM.search(text[start:end]):
        end = start + whom.start()
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
