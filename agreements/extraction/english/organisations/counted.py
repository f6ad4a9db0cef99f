"""What goes on counting the parties after the sentence of a signing.

"So did X, Y and Z", "The six are …", "X and Y are among the companies on board", or a list whose
items stand on lines of their own after "signed with:" or "The signatories are:".
"""

import re

from agreements.extraction.blocks import Role, Sentence
from agreements.extraction.document import Span
from agreements.extraction.english.organisations.names import names_in

PARTIES = (
    r"(?:compan(?:y|ies)|firms|partners|parties|signatories|universities|varsities|schools|colleges"
    r"|institutions|organi[sz]ations|employers|banks|industries|members|beneficiaries)"
)
AMONG = (
    rf"Among\s+(?:them|(?:the|these|those)\s+(?:\w+\s+){{0,2}}{PARTIES})\s+(?:are|is|were|was)\s+"
)
BESIDES = r"(?:Besides|Along\s+with|In\s+addition\s+to|Apart\s+from)"
COUNT = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+)"
_GOES_ON = re.compile(
    r"\W*Representatives\s+(?:from|of)\s[^:]{3,80}(?:signed|signing)[^:]{0,40}:\s"
    r"|\W*(?:So\s+(?:did|have|has)|Also\s+signing|Others\s+(?:are|were|include)"
    r"|Other\s+(?:signatories|parties|partners|companies))\b"
    rf"|\W*(?:{BESIDES}\s+[^.;,]{{2,60}},\s+)?(?:[Tt]he|They|These|Further|Other)\s+(?:(?:other|{COUNT}|partner"
    rf"|participating|{PARTIES})\s+){{0,3}}(?:are|were|include[ds]?|comprised?)[;:,]?\s+"
    rf"|\W*{AMONG}"
    rf"|[^.;]{{3,400}}\b(?:are|were)\s+(?:among\s+)?the\s+(?:[\w-]+\s+){{0,3}}{PARTIES}\b",
)
_COUNTS = re.compile(
    rf"\W*(?:The|These)\s+(?:other\s+)?{COUNT}\s+"
    rf"(?:partner\s+|participating\s+)?{PARTIES}\s+(?:are|were|include[ds]?)[;:,]?\s"
    r"|\W*Others\s+(?:are|were|include)\s"
)
"""A sentence that counts parties wherever it stands: "The five universities are …"."""
_OPENS_LIST = re.compile(
    rf"\b(?i:with|between|among|signed\s+by|signatories|following|{PARTIES})\b[^.:]{{0,60}}:\s*$"
)
_SIGNATORIES = re.compile(
    r"\b(?i:signatories|signed\s+with|partners\s+are|parties\s+are)\b[^.:]{0,60}:\s*$"
)
_REACH = 5
"""Sentences after the signing within which a list that says whose it is may open."""
_MOST = 30


def counted(event: Sentence, sentences: list[Sentence]) -> list[Span]:
    """The sentences after a signing that go on counting its parties."""
    at = sentences.index(event)
    following = sentences[at + 1 : at + _REACH]
    return [
        sentence.span
        for number, sentence in enumerate(following)
        if (_COUNTS if number else _GOES_ON).match(sentence.text)
    ]


def listed(event: Sentence, sentences: list[Sentence]) -> list[Span]:
    """The names with which the items of a list of parties after a signing begin."""
    at = sentences.index(event)
    for number in range(at, min(at + _REACH, len(sentences))):
        opens = _OPENS_LIST if number == at else _SIGNATORIES
        if opens.search(sentences[number].text):
            return _items(sentences[number + 1 : number + 1 + _MOST])
    return []


def _items(sentences: list[Sentence]) -> list[Span]:
    found: list[Span] = []
    for sentence in sentences:
        if not re.search(r"[A-Za-z]", sentence.text):
            continue  # the number of an item
        names = names_in(sentence.span)
        if sentence.role is not Role.HEADING or not names or sentence.text.endswith(":"):
            break
        before = sentence.text[: names[0].start - sentence.span.start]
        if not re.fullmatch(r"[\W\d]*(?:[a-e][.)]\s*)?(?:[Tt]he\s+)?", before):
            break
        found.append(names[0])
    return found
