"""Areas that stand before their verb: "X and Y are among the aims", "a centre will be opened".

What is said of them decides how far they are trusted: what belongs to the agreement is an area as
it stands; what is to be done is one only where it names a term of the vocabulary, since parties
mean to do much that is no area.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from agreements.extraction.document import Span
from agreements.extraction.english.areas.coordination import Tokens
from agreements.extraction.english.areas.leads import DOCUMENT, MATTER

_VERBS = frozenset(
    "is are was were will would shall should can could may must ought has have lies lie"
    " stands stand comes come belongs belong ranks rank".split()
)
"""With which the predicates below begin."""
_FINITE = frozenset({"MD", "VBZ", "VBD", "VBP"})
_NEW_CLAUSE = frozenset(
    "that which who whom whose where when while if because so though although but than how"
    ' what whether . ; : ! ? " “ ” « » – — ‘ ’'.split()
)
_AND = frozenset({"and", "or", "&", "plus", "well"})
_ADVERBS = r"(?:(?:also|all|both|each|likewise|further|too|soon|then|now|therefore|\w+ly)\s+)*"
_WHERE = (
    r"(?:(?:with)?in\s+(?:its|the)\s+(?:scope|remit|framework)|in\s+the\s+foreground"
    r"|(?:up)?on\s+(?:its|the|their)\s+(?:agenda|list|programme)"
    r"|at\s+(?:its|the)\s+(?:very\s+)?(?:heart|core|cent(?:re|er)))"
)
_IT = (
    rf"(?:(?:its|the|this|these|their|those)\s+(?:[\w-]+\s+){{0,3}}?(?:{MATTER}|{DOCUMENT}"
    r"|document|text|plan|cooperation|collaboration|partnership|alliance)\b|(?:it|them)\b)"
)
_BELONGS = re.compile(
    rf"""belongs?\s+to\s+(?:{_IT}|what\b)
    |(?:lies?|stands?|ranks?|comes?)\s+(?:{_WHERE}|first\b)
    |(?:is|are|(?:will|shall)\s+(?:also\s+)?be)\s+{_ADVERBS}(?:{_WHERE}
        |(?:its|the|their|further|another|an?)\s+(?:(?:further|important|main|chief|first|central|key|core|declared|common|subject)\s+)*{MATTER}\b
        |(?:among|amongst|part\s+of|one\s+of|some\s+of)\s+{_IT}
        |(?:named|mentioned|listed|cited|identified|highlighted|chosen)\s+(?:as|in)\s+{_IT}
        |(?:covered|included|foreseen|envisaged|enumerated|agreed(?:\s+(?:up)?on)?|provided\s+for)\b
        |planned\s+(?!by\b)|examples?\s+of\s+(?:[\w’'-]+\s+){{0,4}}?(?:{MATTER}|projects|activities)\b
        |what\s+(?:the\s+|this\s+|these\s+|both\s+)?(?:it|they|both|two|parties|partners|sides|agreements|partnerships?|cooperation|collaboration|{DOCUMENT})\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Said of what the agreement is about."""
_AHEAD = (
    r"(?:will|would|shall|should|can|could|may|must"
    r"|(?:ought|is|are|has|have)\s+(?:also\s+)?(?:set\s+)?to)"
)
_HAPPENS = re.compile(
    rf"""{_AHEAD}\s+{_ADVERBS}(?:be\s+(?:jointly\s+)?{_ADVERBS}(?:\w+ed|(?:driv|giv|undertak|tak)en|set\s+up|built|run|held|taught|drawn\s+up
        |made|paid|brought|undertaken|begun|found|lent|put)\b|(?:provide|offer|enable|help|allow|arise|emerge|follow|come\s+into\s+being|take\s+place)\b)
    |(?:is|are)\s+{_ADVERBS}(?:(?:set|meant|expected)\s+to|encouraged|promoted|sponsored|supported|financed|funded)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Said of what is to be done."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What stands before a predicate, and whether that says that it belongs to the agreement."""

    span: Span
    belongs: bool


def subjects(sentence: Span, tokens: Tokens) -> Iterator[Subject]:
    """The subjects in a sentence of which the agreement's content or a plan is said, in order."""
    words, text = tokens(sentence), sentence.document.text
    for at, word in enumerate(words):
        if word.lower_ not in _VERBS:
            continue
        belongs = _BELONGS.match(text, word.idx, sentence.end)
        if not belongs and not _HAPPENS.match(text, word.idx, sentence.end):
            continue
        if subject := _before(words, at):
            end = subject[-1].idx + len(subject[-1])
            span = Span(subject[0].idx, end, sentence.document)
            yield Subject(span, belongs is not None)


def _before(words: Sequence[Token], verb: int) -> Sequence[Token]:
    """The words of the subject of this verb; none where no subject can be told."""
    start = verb
    while start and not _parts_clauses(words[start - 1]):
        start -= 1
    subject = _without_aside(words[start:verb])
    commas = _commas(subject)
    if start and len(commas) == 1 and _joined(subject[commas[0] + 1 : commas[0] + 2]):
        subject = subject[commas[0] + 2 :]  # "A is the start, and B will follow"
    elif commas and _opens_aside(subject[0]):
        listed = len(commas) == 1 or _joined(subject[commas[-1] :])
        subject = subject[commas[0] + 1 :] if listed else []
    elif commas and not _joined(subject[commas[-1] :]):
        subject = subject[commas[-1] + 1 :]
    if subject and _opens_aside(subject[0]):
        articles = [i for i, word in enumerate(subject) if word.lower_ in {"a", "an"}]
        subject = subject[articles[-1] :] if articles else []
    return subject


def _without_aside(subject: Sequence[Token]) -> Sequence[Token]:
    """The subject without what stands between commas before its verb: "A, above all in B, is"."""
    if not subject or subject[-1].text != ",":
        return subject
    subject = subject[:-1]
    commas = _commas(subject)
    if commas and commas[-1] + 1 < len(subject) and _opens_aside(subject[commas[-1] + 1]):
        if _joined(subject[commas[-1] : commas[-1] + 3]):
            return subject  # ", as well as B,"
        return subject[: commas[-1]]
    return subject


def _commas(words: Sequence[Token]) -> list[int]:
    return [i for i, word in enumerate(words) if word.text == ","]


def _parts_clauses(word: Token) -> bool:
    return word.tag_ in _FINITE or word.lower_ in _NEW_CLAUSE


def _opens_aside(word: Token) -> bool:
    """Whether "in addition" or "under the agreement" begins here, and not the subject."""
    return word.tag_ in {"IN", "RB", "TO", "CC"}


def _joined(words: Sequence[Token]) -> bool:
    return any(word.lower_ in _AND for word in words)
