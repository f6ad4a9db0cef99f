"""What is agreed on: phrases of cooperation, split from their lists and mapped to the vocabulary."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from agreements.extraction.document import Span
from agreements.extraction.sentences import Role, Sentence
from agreements.names import normalise_organisation
from agreements.vocabulary.areas import areas as vocabulary

_LEADS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:in|on|across)\s+(?:the\s+|a\s+|key\s+|such\s+|various\s+|many\s+|several\s+|some\s+|\d+\s+|\w+\s+)?"
        r"(?:fields?|areas?|spheres?|domains?|aspects?)\s*(?:of|such\s+as|like|including|as\s+follows:?|:)\s+",
        r"\b(?:key\s+)?(?:areas|fields|domains|aspects|topics|sectors)\s+(?:such\s+as|including|like|as\s+follows:?)\s+",
        r"\bcollaborat\w+\s+with\s+(?:[A-Z][\w&]*\s+){1,4}in\s+",
        r"\b(?:cooperat\w+|collaborat\w+|work\s+(?:together|with\s+each\s+other)|partner\w*|efforts|consensus|initiatives)\s+"
        r"(?:with\s+(?:[A-Z][\w&]*\s+){1,4})?(?:in|on)\s+(?!\d|the\s+(?:field|area|sphere|same|following)|(?:key\s+)?(?:areas|fields)|which|this|order|accordance)",
        r"\b(?:mou|memorandum|agreement|accord|deal|pact|cooperation|collaboration|partnership|it|purpose|aims?|objectives?|goals?)\s+"
        r"(?:\w+\s+){0,2}?(?:covers?|provides?\s+for|includes?|focus\w*\s+on|aims?\s+(?:at|to)|centers?\s+on|centres?\s+on|encompass\w*"
        r"|extends?\s+to|reaches\s+(?:also\s+)?to|revolves?\s+around|are|concerns?)\s+(?!\w+ed\b)",
        r"\b(?:aspects|terms|areas|fields)\s+of\s+(?=[a-z])",
        r"\b(?:memorandum|agreement|mou|\(mou\))\s+(?:with\s+[\w\s.,&()]{3,60}?\s+)?(?:on|for|regarding|concerning|in\s+support\s+of)\s+(?:an?\s+|the\s+)?(?!behalf|\w*\s*university|\w+day|\d|[A-Z]\w+\s+\d)",
        r"\b(?:both\s+sides|both\s+parties|two\s+(?:sides|parties)|they|the\s+partners|the\s+two)\s+(?:\w+\s+){0,3}?"
        r"(?:promote|strengthen|deepen|develop|focus\s+on|explore|establish|set\s+up|carry\s+out|enhance)\s+(?:cooperation\s+in\s+)?(?:an?\s+|the\s+)?",
    )
)
_END = re.compile(
    r"""[;:.!?"“”]\s|[;:.!?"“”]$|,?\s+(?:which|who|where|while|whereas|so\s+that|so\s+as|in\s+order|thereby|thus|with\s+a\s+view
    |according\s+to|through|under|among\s+others|based\s+on|to\s+(?:the\s+benefit|achieve|jointly|better|support|meet|complement)
    |for\s+(?:the\s+)?(?:mutual|benefit|common)|as\s+well\s+as\s+to|by\s+\w+ing|will|would|shall|was|were|is|are|has|have|had|said
    |also|on\s+(?:\w+day|\d)|after|at\s+(?:the|universities)\b|within|between|with(?=\s+[A-Z])|and\s+(?:carry|offer|will|build|work|advance|improve|fully)
    )\b|\s+(?:–|—)\s+|\n\s*\n""",
    re.IGNORECASE | re.VERBOSE,
)
_COMMA = re.compile(r",\s*(?:and\s+|as\s+well\s+as\s+(?:the\s+)?|or\s+)?(?:on\s+|in\s+|to\s+)?|\s+as\s+well\s+as\s+(?:the\s+)?|\s+and\s+(?=in\s)")
_AND = re.compile(r"\s+and\s+")
_EDGES = re.compile(r"^(?:the|a|an|on|in|to|of|and|both|their|its|other|such\s+as|for|joint\s+efforts\s+in)\s+", re.IGNORECASE)
_EMPTY = re.compile(
    r"^(?:other|others|etc|more|mutual|cooperation|collaboration|both|this|that|it|them|various|many|fields?|areas?|all|principles?"
    r"|signed|students?|universit\w+|company|future|new|long[- ]term|success|issues?)\b(?:\s+\w+)?$",
    re.IGNORECASE,
)
_SPEECH = re.compile(r"\b(?:said|says|stressed|thanked|noted|recalled|hoped?|pointed\s+out|according\s+to\s+(?:mr|dr|prof))\b", re.I)
_ABOUT = re.compile(
    r"\b(?:agreement|mou|memorandum|accord|deal|both|the\s+two\b|its\s+terms|two\s+(?:sides|parties)|parties|jointly|partnership|cooperat\w+|collaborat\w+|it\s+covers)\b",
    re.IGNORECASE,
)
_WORDS, _MOST = 12, 10


@dataclass(frozen=True, slots=True)
class Area:
    """A phrase of cooperation and the vocabulary's code for it, if it has one."""

    phrase: Span
    code: str | None


def areas(sentences: Iterable[Sentence], scope: Span | None = None) -> list[Area]:
    """Areas in these sentences, in order, each once; speeches are left out.

    Of the sentence that counts several agreements only `scope` is read.
    """
    found: list[Area] = []
    seen: set[str] = set()
    for sentence in sentences:
        if sentence.role is Role.FURNITURE or _SPEECH.search(sentence.text) or not _ABOUT.search(sentence.text):
            continue
        within = scope if scope is not None and sentence.span.covers(scope) else sentence.span
        for phrase in _phrases(within):
            key = normalise_organisation(phrase.words)
            if key and key not in seen:
                seen.add(key)
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
    for lead in _LEADS:
        for match in lead.finditer(span.quotation):
            start = span.start + match.end()
            if start >= span.end:
                continue
            rest = Span(start, span.end, span.document)
            end = _END.search(rest.quotation)
            if end and not end.start():
                continue
            list_ = Span(start, start + end.start(), span.document) if end else rest
            if any(list_.overlaps(other) for other in taken):
                continue
            taken.append(list_)
            yield from _items(list_)


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
