"""Phrases of cooperation: where lists and goals begin and end, and how a list is split.

Lists announce themselves ("in the fields of …", "the agreement covers …") and are kept as they
are; what the parties mean to do ("will establish …", "to develop …") counts only where
`holds_term` finds a term of the vocabulary in it.
"""

import re
from collections.abc import Callable, Iterator

from agreements.extraction.document import Span

DOCUMENT = (
    r"(?:mou|moa|memorandum(?:\s+of\s+understanding)?|agreement|accord|deal|pact|protocol"
    r"|contract|letter\s+of\s+intent)(?:\s+\(\w+\))?"
)
_JOIN = (
    r"(?:cooperat\w+|co-operat\w+|collaborat\w+|work(?:ing)?\s+(?:closely\s+)?(?:together"
    r"|with\s+each\s+other)|partner(?:ship|ing)?s?|efforts|consensus|initiatives|exchanges?"
    r"|research(?:\s+and\s+development)?|r&d|courses?|programm?es?|training|education)"
)
_LISTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:fields?|areas?|spheres?|domains?|aspects?|sectors?|topics?"
        r"|subjects?)\s*(?:of\s+(?:cooperation|collaboration)\s+)?"
        r"(?:such\s+as|like|including|includes?|as\s+follows:?|are|of|:|,\s+(?:including|namely"
        r"|such\s+as|among\s+them))\s*:?\s+",
        rf"\b{_JOIN}\s+(?:with\s+(?:[A-Z][\w&]*\s+){{1,4}})?(?:in|on)\s+(?!\d|the\s+(?:field|area"
        rf"|sphere|same|following)|(?:key\s+)?(?:areas|fields|aspects)|which|this|order"
        rf"|accordance|[A-Z]\w+\s+\d)",
        rf"\b(?:{DOCUMENT}|cooperation|collaboration|partnership|it|accord|purposes?|aims?"
        rf"|objectives?|goals?|scope|project|programme|program)\s+"
        r"(?:\w+\s+){0,2}?(?:covers?|covering|provides?\s+for|includes?|including|focus\w*\s+on"
        r"|aims?\s+(?:at|to)|cent(?:er|re)s?\s+on|encompass\w*"
        r"|extends?\s+(?:\w+\s+)?to|reaches\s+(?:also\s+)?to|revolves?\s+around|are|concerns?"
        r"|spans?|is\s+for)\s+(?!\w+ed\b|to\b|(?:an?|one)\s+(?:piece|part|step))",
        r"\b(?:turn\s+to|extend\s+(?:their|its)\s+\w+\s+to|look\s+into|focus(?:es|ing|ed)?\s+on"
        r"|concentrate\s+on"
        r"|with\s+(?:a\s+)?focus\s+on|with\s+emphasis\s+on|in\s+terms\s+of|in\s+the\s+form\s+of"
        r"|pledged?\s+to)\s+",
        rf"\b{DOCUMENT}\s+(?:with\s+[\w\s.,&()]{{3,60}}?\s+)?(?:on|for|regarding|concerning"
        rf"|about|in\s+support\s+of|for\s+the\s+purpose\s+of)\s+(?:an?\s+|the\s+)?"
        r"(?!behalf|\w*\s*university|\w+day|\d|[A-Z]\w+\s+\d|the\s+first|both)",
    )
)
_GOALS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:will|would|to|shall|jointly|together|and|also|in|by|is\s+to"
        r"|are\s+to)\s+(?:\w+ly\s+)?(?:promot(?:e|ing)|strengthen(?:ing)?|deepen(?:ing)?"
        r"|develop(?:ing)?|explor(?:e|ing)"
        r"|establish(?:ing)?|set(?:ting)?\s+up|carry(?:ing)?\s+out|enhanc(?:e|ing)|creat(?:e|ing)"
        r"|build(?:ing)?|launch(?:ing)?|offer(?:ing)?|provid(?:e|ing)|conduct(?:ing)?"
        r"|run(?:ning)?|deliver(?:ing)?|support(?:ing)?|advanc(?:e|ing)|foster(?:ing)?"
        r"|cultivat(?:e|ing)|open(?:ing)?|implement(?:ing)?|design(?:ing)?|supply|expand(?:ing)?"
        r"|boost(?:ing)?|facilitat(?:e|ing)|accelerat(?:e|ing)|undertak(?:e|ing)"
        r"|digiti[sz]e|improve)"
        r"\s+(?:cooperation\s+in\s+|the\s+construction\s+of\s+)?",
        r"\b(?:gain|benefit)\s+from\s+|\b(?:serve|act)\s+as\s+|\b(?:become|receive)s?\s+(?=an?\s)",
    )
)
_PASSIVE = re.compile(
    r"(?:^|[.,;]\s+|\bthat\s+|\b(?:an?|the)\s+)(?P<what>(?:(?!(?:an?|the|under"
    r"|that)\s)[\w’'()/&-]+\s+){1,7}?)(?:will|is\s+to|are\s+to|can|shall|would|ha(?:s|ve)\s+to"
    r"|should)\s+(?:\w+ly\s+)?(?:soon\s+|also\s+|then\s+)?be\s+"
    r"(?:\w+ly\s+)?(?:established|set\s+up|offered|developed|created|built|launched|run|explored"
    r"|promoted|strengthened|provided|carried|looked|taught|founded|commissioned|opened"
    r"|commerciali[sz]ed|digitali[sz]ed)\b",
    re.IGNORECASE,
)
_END = re.compile(
    r"""[;:.!?"“”]\s|[;:.!?"“”]$|,?\s+(?:which|who|where|while|whereas|so\s+that|so\s+as|in\s+order|thereby|thus|with\s+a\s+view
    |according\s+to|through|under|among\s+others|as\s+well\b(?!\s+as)|based\s+on
    |to\s+(?:the\s+benefit|achieve|jointly
    |better|support|meet|complement|be|create|make|help)
    |for\s+(?:the\s+)?(?:mutual|benefit|common|good)|as\s+well\s+as\s+to|by\s+\w+ing|will|would
    |shall|was|were|is|are|has|have|had|said
    |also|on\s+(?:\w+day|\d)|after|at\s+(?:the|universities|its|their)\b|within|between
    |with(?=\s+(?:the\s+)?[A-Z])|that|when|above\s+all|until|because|before
    |and\s+(?:carry|offer|will|build|work|advance|improve|fully|promote|cultivate|collaborate
    |cooperate|deepen|enhance|strengthen|establish|set|expand|foster|explore|develop|support
    |provide|create|make|conduct|jointly|help|train|open|become|it|they|their)
    )\b|\s+(?:–|—)\s+|\n\s*\n""",
    re.IGNORECASE | re.VERBOSE,
)
_COMMA = re.compile(
    r",\s*(?:and\s+|as\s+well\s+as\s+(?:the\s+)?|or\s+)?(?:on\s+|in\s+|to\s+)?"
    r"|\s+as\s+well\s+as\s+(?:the\s+)?|\s+and\s+(?=(?:in|on)\s|an?\s)"
)
_AND = re.compile(r"\s+and\s+")
_PREPOSITION = re.compile(r"\b(?:in|on|of|for|to|into)\s+")
_EDGES = re.compile(
    r"^(?:the|a|an|on|in|to|of|and|both|their|its|other|such\s+as|for|joint\s+efforts\s+in"
    r"|(?:promot|facilitat|enhanc|advanc|accelerat|encourag)(?:e|ing)|(?:strengthen|deepen|foster|boost)(?:ing)?"
    r"|wider\s+use\s+of|use\s+of|more|several|various|many|new(?=\s)|areas?\s+of"
    r"|fields?\s+of)\s+",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"^(?:(?:cooperation|collaboration|this|that|it|them|fields?|areas?|principles?|signed"
    r"|courses?|industry|industries|talents?|technologies|knowledge|products?|services?|solutions?"
    r"|events?|activities|projects?|modules|models?|experience|expertise|programm?es?"
    r"|(?:new|lat)est\s+\w+|high-end\s+\w+|(?:the\s+)?(?:two\s+)?(?:schools?|universit\w+|enterprises?|compan\w+|parties"
    r"|sides|college|institution)\s+(?:and|to)\s.*"
    r"|students?|universit\w+|company|future|success|issues?"
    r"|us|you|him|her|technology|development|innovation|opportunit\w+|resources?|advantages?"
    r"|support|benefits?|parties|sides|relationship"
    r"|partnership|subjects?|way|ways|means|things?|people|world|country|region|january|february"
    r"|march|april|may|june|july|august"
    r"|september|october|november|december|monday|tuesday|wednesday|thursday|friday|\d+)"
    r"|(?:other|others|etc|more|mutual|both|various|many|all|new|long[- ]term|each|one|two|three"
    r"|january|february|march|april|may|june|july"
    r"|august|september|october|november|december|mutual|respective)(?:\s+[\w’']+)?)$",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\s+\d|\d\s+(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b"
)
_SAID = re.compile(
    r"\b(?:said|says|stated|expressed|hope[sd]?|noted|told|pointed\s+out|introduced|emphasi[sz]ed|stressed)\b"
)
_SUBJECT = re.compile(
    rf"^(?:For\s+)?(?P<what>[^.;:]{{4,160}}?)\s+(?:is|are)\s+(?:(?:among|part\s+of"
    rf"|at\s+the\s+heart\s+of|covered\s+by|the\s+(?:aims?|goals?|subject|focus)\s+of|what)\s+"
    rf"(?:its|the|this|their)?\s*(?:aims?|objectives?|goals?|{DOCUMENT}|cooperation|agenda"
    rf"|focus))",
    re.IGNORECASE,
)
_WORDS = 14


def phrases_in(span: Span, holds_term: Callable[[str], object]) -> Iterator[Span]:
    """The phrases of a sentence in the order in which their leads are trusted."""
    taken: list[Span] = []
    goals = () if _SAID.search(span.quotation) else _GOALS
    for lead in (*_LISTS, *goals):
        for match in lead.finditer(span.quotation):
            list_ = _list_after(span, match.end())
            if list_ is None or any(list_.overlaps(other) for other in taken):
                continue
            items = [item for item in _items(list_) if lead in _LISTS or holds_term(item.words)]
            if items:
                taken.append(list_)
                yield from items
    for pattern in (_PASSIVE, _SUBJECT):
        for match in pattern.finditer(span.quotation):
            what = Span(
                span.start + match.start("what"), span.start + match.end("what"), span.document
            )
            if not any(what.overlaps(other) for other in taken):
                yield from (
                    item for item in _items(what) if pattern is _SUBJECT or holds_term(item.words)
                )


def _list_after(span: Span, at: int) -> Span | None:
    start = span.start + at
    if start >= span.end:
        return None
    end = _END.search(span.quotation, at)
    if end is None:
        return Span(start, span.end, span.document)
    return Span(start, span.start + end.start(), span.document) if end.start() > at else None


def _items(list_: Span) -> Iterator[Span]:
    """The members of a list; one whose members are bare words is one phrase.

    "next-generation materials, devices and sensors" shares its first word among its members, so
    that they would not mean the same alone.
    """
    text, at = list_.quotation, 0
    cuts = _cuts(text)
    if cuts and _shares_words(text, cuts) and (whole := _tidy(list_, 0, len(text))):
        yield whole
        return
    for start, end in (*cuts, (len(text), len(text))):
        if start > at and (item := _tidy(list_, at, start)):
            yield item
        at = end


def _cuts(text: str) -> list[tuple[int, int]]:
    cuts = [gap.span() for gap in _COMMA.finditer(text) if _outside_brackets(text, gap.start())]
    if cuts and not re.search(r"\band\b|as\s+well", text[slice(*cuts[-1])]):
        stop = text.find(" for ", cuts[-1][1])
        last = [
            gap.span() for gap in _AND.finditer(text, cuts[-1][1], stop if stop > 0 else len(text))
        ]
        cuts += last[-1:]  # "A, B and C"
    return cuts


def _outside_brackets(text: str, at: int) -> bool:
    return text.count("(", 0, at) <= text.count(")", 0, at)


def _shares_words(text: str, cuts: list[tuple[int, int]]) -> bool:
    """Whether the members have two words or fewer on average, those after a preposition counted."""
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    members = [re.sub(r"\([^)]*\)", " ", text[a:b]) for a, b in zip(starts, ends, strict=True)]
    if any(re.match(r"(?:an?|the)\s", member) for member in members[1:]):
        return False
    members[0] = _PREPOSITION.split(members[0])[-1]
    members[-1] = _PREPOSITION.split(members[-1])[0]
    words = sum(
        len([w for w in member.split() if w not in {"and", "the", "&"}]) for member in members
    )
    return words <= 2 * len(members)


def _tidy(list_: Span, start: int, end: int) -> Span | None:
    """A member without articles, joints and punctuation at its edges; None if nothing is left."""
    text = list_.quotation
    while start < end and (match := _EDGES.match(text[start:end])):
        start += match.end()
    while end > start and text[end - 1] in ' ,.;:\n”"':
        end -= 1
    phrase = text[start:end]
    if (
        not phrase.strip()
        or _EMPTY.match(phrase)
        or _DATED.search(phrase)
        or len(phrase.split()) > _WORDS
        or len(phrase) < 3
    ):
        return None
    lead = len(phrase) - len(phrase.lstrip())
    return Span(list_.start + start + lead, list_.start + end, list_.document)
