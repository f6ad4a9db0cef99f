"""What is agreed on: phrases of cooperation, split from their lists and mapped to the vocabulary.

Phrases come from lists that announce themselves ("in the fields of …", "the agreement covers …"),
kept as they are, and from what the parties mean to do ("will establish …", "to develop …"), kept
only where the vocabulary knows a word of them.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from agreements.extraction.blocks import Role, Sentence
from agreements.extraction.document import Span
from agreements.extraction.english.areas.codes import codes_of
from agreements.extraction.english.areas.coordination import Tokens, members
from agreements.extraction.english.areas.guesses import ENOUGH, MOST, points, told_by
from agreements.extraction.english.areas.items import split, without_names
from agreements.extraction.english.areas.leads import DOCUMENT, PACT
from agreements.extraction.english.areas.lists import listed
from agreements.extraction.english.areas.phrases import phrases_in
from agreements.extraction.english.noun_phrases import noun_phrases
from agreements.names import normalise_organisation

_NO_AREA = re.compile(
    r"\b(?:compan(?:y|ies)|graduates|professionals|students|staff|specialists|engineers"
    r"|scientists|experts|institut(?:es?|ions?)|universit(?:y|ies)|sectors?|industry|academia"
    r"|solutions|providers?|devices|tools|equipment|strengths?|president|minister|technologies"
    r"|groups?|purposes?|systems?|models?|strateg(?:y|ies)|goals?|boards?|committees?|premises"
    r"|departments?|domains?|fields?|environments?|linkages?|partnerships?|partners?|interests?"
    r"|experience|needs|challenges|policy|policies|cooperation|collaborations?"
    r"|ventures?|endeavou?rs|year|change|giants?|workforce|markets?|pool|agenc(?:y|ies)"
    r"|outputs|complex|areas?|firms?|makers?|inc|ltd|corp|army|serving)$"
    r"|^(?:leading|related|entire|normal|qualified|modern|necessary|usual|cutting-edge|world-class|high-quality)\s",
    re.IGNORECASE,
)
"""Ends of phrases that name who cooperates or what they sell, not what they cooperate on."""
_COMPLEMENT = re.compile(r"\s(?:of|for|in|into|on|with|between|among)\s")
_PAPER = re.compile(
    r"\b(?:memorand\w+|mous?)\b|\b(?<!articulation\s)(?<!transfer\s)agreements?$|\bdate$|^date\b"
    r"|^at\s",
    re.IGNORECASE,
)
_SPEECH = re.compile(
    r"\b(?=\w)(?:ha(?:ve|s)\s+been(?!\s+(?:\w+ly\s+)?(?:identified|agreed|set\s+up|chosen|planned|signed|inked|concluded|made|reached|sealed|entered))|ha(?:ve|s)\s+(?:long\s+|already\s+|also\s+)*(?:benefit\w*|worked|co-?operated|collaborated|partnered|helped|trained)"
    r"|\bhistory\s+of|for\s+years|over\s+the\s+years|in\s+recent\s+years|thanked"
    r"|recalled|welcomed|praised|introduced\s+the|recruited|visited|toured|congratulated)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    rf"\b(?=\w)(?:{DOCUMENT}|both|the\s+two\b|its\s+terms|two\s+(?:sides|parties)|parties|partners"
    rf"|jointly|joint|partnership|cooperat\w+|collaborat\w+"
    r"|it\s+(?:covers|aims|provides|includes|focuses)|these\s+(?:are|include)(?=\s*:)|will|courses?|is\s+to\b|are\s+to\b|aims?"
    r"|objectives?|goals?|partner|curricul\w+|(?:the|these|key|following|critical|main|long-term)\s+(?:areas|fields"
    r"|subjects|topics)"
    r"|(?:another|further)\s+(?:area|field|subject|topic|part)\b|initiative|belongs?\s+to|foreground|(?:its|the)\s+(?:\w+\s+)?focus|(?:provided|planned)\s+for|planned|included|envisaged|foreseen|covered"
    r"|listed|enumerat\w+|deals?\s+with|provision|scope|headings|pillars|sponsored|encouraged|on\s+the\s+list)\b",
    re.IGNORECASE,
)
_MOST, _FEW = 15, 5
_AFTER = 4
"""Sentences after that of the signing in which guesses are as good as in it."""


@dataclass(frozen=True, slots=True)
class Area:
    """A phrase of cooperation and the vocabulary's codes for what it names."""

    phrase: Span
    codes: tuple[str, ...]


def areas(
    sentences: Iterable[Sentence],
    tokens: Tokens,
    is_name: Callable[[Span], bool] = lambda phrase: False,
    scope: Span | None = None,
    signing: Sentence | None = None,
) -> list[Area]:
    """Areas in these sentences, in order, each once; mere courtesies are left out.

    `is_name` tells phrases that name a body, a person or a place, which are no areas. Of the
    sentence that counts several agreements only `scope` is read. Where lists and goals give too
    little, noun phrases are asked, and only those that hold a keyword count, more readily near the
    `signing`.
    """
    told = list(sentences)
    about = [sentence for sentence in told if _is_about(sentence)]
    found: list[Area] = []
    _add(found, listed(told), is_name)
    for sentence in about:
        within = scope if scope is not None and sentence.span.covers(scope) else sentence.span
        _add(found, phrases_in(within, tokens, _names_area), is_name)
    near = _near(told, signing)
    for sentence in sorted(told, key=lambda s: PACT.search(s.text) is None):
        if sentence.role is Role.BODY and len(found) < _FEW:
            guesses = _guesses(sentence, tokens, ENOUGH + (sentence not in near), tuple(found))
            _add(found, guesses, is_name)
    return sorted(found, key=lambda area: area.phrase)


def _is_about(sentence: Sentence) -> bool:
    text = sentence.text
    furniture = sentence.role is Role.FURNITURE
    return not furniture and not _SPEECH.search(text) and _ABOUT.search(text) is not None


def _near(told: list[Sentence], signing: Sentence | None) -> list[Sentence]:
    """The sentence of the signing and those in which a text goes on to tell what it is about."""
    if signing not in told:
        return told
    at = told.index(signing)
    return told[at : at + 1 + _AFTER]


def _guesses(
    sentence: Sentence, tokens: Tokens, enough: int, found: tuple[Area, ...]
) -> Iterator[Span]:
    """Phrases that nothing announces, but for which enough speaks.

    A list of which something is `found` already has been read by its lead, which knew better. More
    is asked of those in a sentence without a word of the agreement or the cooperation.
    """
    needed = enough + (not _is_about(sentence)) - told_by(sentence)
    if needed > MOST:
        return
    for run in noun_phrases(tokens(sentence.span), sentence.span):
        items = list(split(members(tokens(run), run)))
        if any(_taken(item, found) for item in items):
            continue
        for item in items:
            if _names_area(item.words) and points(item, sentence, len(found)) >= needed:
                yield item


def _names_area(phrase: str) -> bool:
    """Whether a term is in a phrase, and no body or thing sold heads it: "training of staff" is."""
    head = _COMPLEMENT.split(phrase)[0]
    return bool(codes_of(phrase)) and not _NO_AREA.search(head)


def _add(found: list[Area], phrases: Iterable[Span], is_name: Callable[[Span], bool]) -> None:
    for whole in phrases:
        if len(found) == _MOST:
            return
        phrase = without_names(whole, is_name)
        if phrase is None or _PAPER.search(phrase.words):
            continue
        if phrase != whole and not _names_area(phrase.words):
            continue
        key = normalise_organisation(phrase.words)
        if not key or any(_says(area, key) or _holds(key, area) for area in found):
            continue
        codes = codes_of(phrase.words)
        if codes or " " in phrase.words:  # a word alone that means nothing here says nothing
            found.append(Area(phrase, codes))


def _taken(phrase: Span, found: Iterable[Area]) -> bool:
    return any(phrase.overlaps(area.phrase) for area in found)


def _says(area: Area, key: str) -> bool:
    """Whether an area says what a phrase says: it has all of its words."""
    own = _key(area)
    return key in own or set(key.split()) <= set(own.split())


def _holds(key: str, area: Area) -> bool:
    """Whether a phrase has all that an area says; a word alone does not say much."""
    return " " in _key(area) and _key(area) in key


def _key(area: Area) -> str:
    return normalise_organisation(area.phrase.words)
