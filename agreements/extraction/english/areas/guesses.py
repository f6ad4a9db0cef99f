"""What speaks for a noun phrase to be an area of the cooperation where no list announces it.

Each observation counts one point or two, for or against; a phrase with fewer than `ENOUGH` is
left out, since half of what is guessed without any is none.
"""

import re

from agreements.extraction.blocks import Sentence
from agreements.extraction.document import Span
from agreements.extraction.english.areas.codes import names_activity
from agreements.extraction.english.areas.leads import PACT

ENOUGH = 1
MOST = 3
"""Points that a phrase can have of its own."""
_SCANT = 3
"""Areas below which a document has so few that an activity counts for more."""
_BESIDE = 60
_AHEAD = re.compile(
    r"\b(?:will|would|shall|may|can|(?:is|are)\s+to\s|(?:is|are)\s+(?:also\s+)?(?:planned|included|open"
    r"|foreseen|envisaged|offered|provided)|planned|be\s+able\s+to|aims?|plans?|intends?)\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:the\s+two|both|joint|jointly|together|partners|partnership|parties|cooperat\w+"
    r"|co-operat\w+|collaborat\w+)\b",
    re.IGNORECASE,
)
_ACTIVITY = re.compile(
    r"\b(?:trainings?|program(?:me)?s?|cent(?:er|re)s?|academy|academies|laborator(?:y|ies)|labs?"
    r"|courses?|research|development|internships?|exchanges?|talents?|projects?|camps?"
    r"|fellowships?|scholarships?|placements?|apprenticeships|lectures|workshops|visits|hubs?"
    r"|campus|curricul\w+|certifications?|skills|supervision|construction|cultivation|fund"
    r"|employability|recruitment)$",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:providers?|suppliers?|leaders?|compan(?:y|ies)|firms?|departments?|facult(?:y|ies)"
    r"|schools?|colleges?|institutes?|professors?|heads?|directors?|deans?|managers?|chairs?|bachelor|master"
    r"|minist(?:ers?|ry)|degrees?|specialists?|experts?|importance|solutions?|provision|division"
    r"|branch|keen|interest(?:ed)?|experience|reputation|known|pioneers?|professionals?|attached"
    r"|association|society|president|secretary|expertise|era|rise|support)\s+(?:\w+\s+)?"
    r"(?:of|in|for|on|to)\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+|[\w-]+,\s+){0,3}$"
    r"|\b(?:that|which)\s+\w+s\s+(?:in|on)\s+$",
    re.IGNORECASE,
)
_OF_A_NAME = re.compile(
    r"(?:\s*\([^()]*\))?\s*(?:compan(?:y|ies)|firms?|giants?|providers?|suppliers?|sectors?"
    r"|industry|departments?|infrastructure|solutions?|workforce|professionals?)\b",
    re.IGNORECASE,
)
_EVERY_SCHOOL = re.compile(
    r"(?:(?:higher|tertiary|vocational|technical|academic|scientific|technological|joint|applied|basic"
    r"|education(?:al)?|research|r&d|development|innovations?|training|technology|science|teaching"
    r"|learning|engineering|industry|and|&)\b[\s,]*)+",
    re.IGNORECASE,
)
"""What any school is occupied with, so that nothing but a list makes it an area."""
_LITTLE_WORDS = re.compile(r"\b(?:and|of|in|for|the|to|on)\b|&")
_SAID = re.compile(
    r"\b(?:we|our|us|said|says|quoted|noted|told|wrote|stressed|pointed\s+out|recalled|stud(?:y|ied)"
    r"|founded|since|had|was|were|previously|earlier|ago)\b",
    re.IGNORECASE,
)


def told_by(sentence: Sentence) -> int:
    """How much a sentence speaks for its phrases."""
    whole = sentence.text
    return (
        2 * bool(PACT.search(whole))
        + bool(_AHEAD.search(whole))
        + bool(_TOGETHER.search(whole))
        - 2 * bool(_SAID.search(whole))
    )


def points(phrase: Span, sentence: Sentence, found: int) -> int:
    """How much speaks for a phrase of this sentence beside the sentence itself.

    `found` areas are known already.
    """
    text, words = phrase.document.text, phrase.words
    before = text[max(sentence.span.start, phrase.start - _BESIDE) : phrase.start]
    after = text[phrase.end : phrase.end + _BESIDE]
    if _EVERY_SCHOOL.fullmatch(words):
        return -MOST
    activity = _ACTIVITY.search(words) is not None or names_activity(words)
    return (
        activity * (1 + (found < _SCANT))
        + ("," in words)
        - 2 * bool(_OTHERS.search(before))
        - 2 * bool(_OF_A_NAME.match(after))
        - (_LITTLE_WORDS.sub("", words).istitle() or words.isupper())
    )
