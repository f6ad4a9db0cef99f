"""What is agreed on: phrases of cooperation, split from their lists and mapped to the vocabulary.

Phrases come from lists that announce themselves ("in the fields of …", "the agreement covers …"),
kept as they are, and from what the parties mean to do ("will establish …", "to develop …"), kept
only where the vocabulary knows a word of them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from agreements.extraction.document import Span
from agreements.extraction.sentences import Role, Sentence
from agreements.names import normalise_organisation
from agreements.vocabulary.areas import areas as vocabulary

_DOCUMENT = r"(?:mou|moa|memorandum(?:\s+of\s+understanding)?|agreement|accord|deal|pact|protocol|contract|letter\s+of\s+intent)(?:\s+\(\w+\))?"
_JOIN = r"(?:cooperat\w+|co-operat\w+|collaborat\w+|work(?:ing)?\s+(?:closely\s+)?(?:together|with\s+each\s+other)|partner(?:ship|ing)?s?|efforts|consensus|initiatives|exchanges?)"
_LISTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:fields?|areas?|spheres?|domains?|aspects?|sectors?|topics?|subjects?)\s*(?:of\s+(?:cooperation|collaboration)\s+)?"
        r"(?:such\s+as|like|including|includes?|as\s+follows:?|are|of|:|,\s+(?:including|namely|such\s+as|among\s+them))\s*:?\s+",
        rf"\b{_JOIN}\s+(?:with\s+(?:[A-Z][\w&]*\s+){{1,4}})?(?:in|on)\s+(?!\d|the\s+(?:field|area|sphere|same|following)|(?:key\s+)?(?:areas|fields|aspects)|which|this|order|accordance|[A-Z]\w+\s+\d)",
        rf"\b(?:{_DOCUMENT}|cooperation|collaboration|partnership|it|accord|purposes?|aims?|objectives?|goals?|scope|project|programme|program)\s+"
        r"(?:\w+\s+){0,2}?(?:covers?|covering|provides?\s+for|includes?|including|focus\w*\s+on|aims?\s+(?:at|to)|cent(?:er|re)s?\s+on|encompass\w*"
        r"|extends?\s+(?:\w+\s+)?to|reaches\s+(?:also\s+)?to|revolves?\s+around|are|concerns?|spans?|is\s+for)\s+(?!\w+ed\b|to\b)",
        r"\b(?:turn\s+to|look\s+into|focus(?:es|ing|ed)?\s+on|concentrate\s+on|with\s+(?:a\s+)?focus\s+on|with\s+emphasis\s+on|in\s+terms\s+of|in\s+the\s+form\s+of|pledged?\s+to)\s+",
        rf"\b{_DOCUMENT}\s+(?:with\s+[\w\s.,&()]{{3,60}}?\s+)?(?:on|for|regarding|concerning|about|in\s+support\s+of|for\s+the\s+purpose\s+of)\s+(?:an?\s+|the\s+)?"
        r"(?!behalf|\w*\s*university|\w+day|\d|[A-Z]\w+\s+\d|the\s+first|both)",
    )
)
_GOALS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:will|would|to|shall|jointly|together|and|also|in|by|is\s+to|are\s+to)\s+(?:\w+ly\s+)?(?:promot(?:e|ing)|strengthen(?:ing)?|deepen(?:ing)?|develop(?:ing)?|explor(?:e|ing)"
        r"|establish(?:ing)?|set(?:ting)?\s+up|carry(?:ing)?\s+out|enhanc(?:e|ing)|creat(?:e|ing)|build(?:ing)?|launch(?:ing)?|offer(?:ing)?|provid(?:e|ing)|conduct(?:ing)?"
        r"|run(?:ning)?|deliver(?:ing)?|support(?:ing)?|advanc(?:e|ing)|foster(?:ing)?|cultivat(?:e|ing)|open(?:ing)?|implement(?:ing)?|design(?:ing)?|supply|expand(?:ing)?|boost(?:ing)?|digiti[sz]e|improve)"
        r"\s+(?:cooperation\s+in\s+|the\s+construction\s+of\s+)?",
        r"\b(?:for|offers?|provides?|allows?|through|via|under|training\s+in|courses?\s+(?:on|in)|programm?es?\s+(?:on|in)|research\s+(?:on|in|into)|expertise\s+in|innovation\s+in|technology\s+in)\s+",
    )
)
_PASSIVE = re.compile(
    r"(?:^|[.,;]\s+|\bthat\s+|\b(?:an?|the)\s+)(?P<what>(?:[\w’'()/&-]+\s+){1,7}?)(?:will|is\s+to|are\s+to|can|shall|would)\s+(?:\w+ly\s+)?(?:soon\s+|also\s+|then\s+)?be\s+"
    r"(?:\w+ly\s+)?(?:established|set\s+up|offered|developed|created|built|launched|run|explored|promoted|strengthened|provided|carried|looked|taught|founded|commissioned|opened|commerciali[sz]ed|digitali[sz]ed)\b",
    re.IGNORECASE,
)
_END = re.compile(
    r"""[;:.!?"“”]\s|[;:.!?"“”]$|,?\s+(?:which|who|where|while|whereas|so\s+that|so\s+as|in\s+order|thereby|thus|with\s+a\s+view
    |according\s+to|through|under|among\s+others|based\s+on|to\s+(?:the\s+benefit|achieve|jointly|better|support|meet|complement|be|create|make|help)
    |for\s+(?:the\s+)?(?:mutual|benefit|common|good)|as\s+well\s+as\s+to|by\s+\w+ing|will|would|shall|was|were|is|are|has|have|had|said
    |also|on\s+(?:\w+day|\d)|after|at\s+(?:the|universities|its|their)\b|within|between|with(?=\s+(?:the\s+)?[A-Z])|that|when|above\s+all|until|because|before
    |and\s+(?:carry|offer|will|build|work|advance|improve|fully|to|promote|it|they|their)
    )\b|\s+(?:–|—)\s+|\n\s*\n""",
    re.IGNORECASE | re.VERBOSE,
)
_COMMA = re.compile(
    r",\s*(?:and\s+|as\s+well\s+as\s+(?:the\s+)?|or\s+)?(?:on\s+|in\s+|to\s+)?|\s+as\s+well\s+as\s+(?:the\s+)?|\s+and\s+(?=in\s)"
)
_AND = re.compile(r"\s+and\s+")
_EDGES = re.compile(
    r"^(?:the|a|an|on|in|to|of|and|both|their|its|other|such\s+as|for|joint\s+efforts\s+in|wider\s+use\s+of|use\s+of|more|several|various|many|new(?=\s)|areas?\s+of|fields?\s+of)\s+",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"^(?:other|others|etc|more|mutual|cooperation|collaboration|both|this|that|it|them|various|many|fields?|areas?|all|principles?"
    r"|signed|students?|universit\w+|company|future|new|long[- ]term|success|issues?|us|you|him|her|each|one|two|three|technology|development"
    r"|innovation|opportunit\w+|resources?|advantages?|support|benefits?|parties|sides|relationship|partnership|january|february|march|april|may|june"
    r"|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|\d+)\b(?:\s+[\w’']+)?$",
    re.IGNORECASE,
)
_SPEECH = re.compile(r"\b(?:thanked|recalled|welcomed|praised|introduced\s+the|recruited|visited|toured|congratulated)\b", re.IGNORECASE)
_ABOUT = re.compile(
    rf"\b(?:{_DOCUMENT}|both|the\s+two\b|its\s+terms|two\s+(?:sides|parties)|parties|partners|jointly|joint|partnership|cooperat\w+|collaborat\w+"
    r"|it\s+(?:covers|aims|provides|includes)|will|courses?|is\s+to\b|are\s+to\b|aims?|objectives?)\b",
    re.IGNORECASE,
)
_WORDS, _MOST = 12, 10


@dataclass(frozen=True, slots=True)
class Area:
    """A phrase of cooperation and the vocabulary's code for it, if it has one."""

    phrase: Span
    code: str | None


def areas(sentences: Iterable[Sentence], scope: Span | None = None) -> list[Area]:
    """Areas in these sentences, in order, each once; mere courtesies are left out.

    Of the sentence that counts several agreements only `scope` is read.
    """
    found: list[Area] = []
    seen: list[str] = []
    for sentence in sentences:
        if sentence.role is Role.FURNITURE or _SPEECH.search(sentence.text) or not _ABOUT.search(sentence.text):
            continue
        within = scope if scope is not None and sentence.span.covers(scope) else sentence.span
        for phrase in _phrases(within):
            key = normalise_organisation(phrase.words)
            if key and not any(key in other for other in seen):
                seen.append(key)
                found.append(Area(phrase, code_of(phrase.words)))
    return found[:_MOST]


def code_of(phrase: str) -> str | None:
    """The term whose longest keyword stands in the phrase; None where none does."""
    words = f" {_plain(phrase)} "
    return next((code for keyword, code in _keywords() if f" {keyword} " in words), None)


@cache
def _keywords() -> list[tuple[str, str]]:
    pairs = [(_plain(keyword), area.code) for area in vocabulary().values() for keyword in area.keywords]
    return sorted((pair for pair in pairs if pair[0]), key=lambda pair: -len(pair[0]))


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w&]+", " ", text.casefold()).split())


def _phrases(span: Span) -> Iterator[Span]:
    taken: list[Span] = []
    for lead in (*_LISTS, *_GOALS):
        for match in lead.finditer(span.quotation):
            list_ = _list_after(span, match.end())
            if list_ is None or any(list_.overlaps(other) for other in taken):
                continue
            items = [item for item in _items(list_) if lead in _LISTS or code_of(item.words)]
            if items:
                taken.append(list_)
                yield from items
    for match in _PASSIVE.finditer(span.quotation):
        what = Span(span.start + match.start("what"), span.start + match.end("what"), span.document)
        item = _tidy(what, 0, len(what.quotation))
        if item and code_of(item.words) and not any(item.overlaps(other) for other in taken):
            yield item


def _list_after(span: Span, at: int) -> Span | None:
    start = span.start + at
    if start >= span.end:
        return None
    end = _END.search(span.quotation, at)
    if end is None:
        return Span(start, span.end, span.document)
    return Span(start, span.start + end.start(), span.document) if end.start() > at else None


def _items(list_: Span) -> Iterator[Span]:
    """The members of a list; without commas the whole is one phrase."""
    text, at = list_.quotation, 0
    cuts = [gap.span() for gap in _COMMA.finditer(text) if _outside_brackets(text, gap.start())]
    if cuts and not re.search(r"\band\b|as\s+well", text[slice(*cuts[-1])]):
        last = [gap.span() for gap in _AND.finditer(text, cuts[-1][1])]
        cuts += last[-1:]  # "A, B and C"
    for start, end in (*cuts, (len(text), len(text))):
        if start > at and (item := _tidy(list_, at, start)):
            yield item
        at = end


def _outside_brackets(text: str, at: int) -> bool:
    return text.count("(", 0, at) <= text.count(")", 0, at)


def _tidy(list_: Span, start: int, end: int) -> Span | None:
    """A member without articles, joints and punctuation at its edges; None if nothing is left."""
    text = list_.quotation
    while start < end and (match := _EDGES.match(text[start:end])):
        start += match.end()
    while end > start and text[end - 1] in " ,.;:\n”\"":
        end -= 1
    phrase = text[start:end]
    if not phrase.strip() or _EMPTY.match(phrase) or len(phrase.split()) > _WORDS or len(phrase) < 3:
        return None
    lead = len(phrase) - len(phrase.lstrip())
    return Span(list_.start + start + lead, list_.start + end, list_.document)
