"""For whom somebody signed where the sentence says so: "for X", "X was represented by".

All patterns run over a marked sentence, in which people and bodies are single characters.
"""

import re

from agreements.extraction.english.parties.parties import Parties
from agreements.extraction.english.people.marking import BODY, PERSON, Marked

_ACADEMIC = r"(?:university|varsity|institution|institute|college|school|academy)"
_PARTNER = (
    r"(?:company|firm|bank|group|corporation|business|agency|foundation|ministry|authority|operator"
    r"|manufacturer|producer|supplier|provider|developer|contractor|builder|carrier|airline|insurer|retailer"
    r"|conglomerate|enterprise|consortium|association|chamber|federation|union|society|hospital|start-?up)"
)
ASIDE = r"(?:\s*\([^()]{0,40}\))?"
PARTY = rf"(?:[\"“‘]?{BODY}[\"”’]?{ASIDE}|(?:the\s+)?(?:\w+\s+)?(?:{_ACADEMIC}|{_PARTNER})\b)"
FOR_WHOM = rf"(?:{PARTY}|(?-i:[A-Z]{{2,}}[\w&-]*))"
FOR = (
    r"(?:on\s+behalf\s+of|for(?:\s+and\s+on\s+behalf\s+of)?|representing|as\s+representatives?\s+of"
    r"|(?:on|from)\s+the\s+(?:part|side)\s+of|in\s+the\s+name\s+of)\s+(?:the\s+)?"
)
"""What stands before the party for which somebody acts."""
DEGREES = (
    r"(?:,?\s*(?:(?-i:[A-Z]{2,5})|(?-i:[A-Z])\.\s?(?-i:[A-Z])[a-z]{0,3}\.?|Ph\.?D\.?)"
    rf"(?=[\s,.;)]|{PERSON}|{BODY}|$)|,\s*(?:psc|ndc|a[fw]wc|te)\b)*"
)
SEAT = r"(?:\s*\((?:[\w\s-]{0,24}\b)?(?:left|right|centre|center|middle)\b[^()]{0,12}\))?"
OF = (
    rf"(?:(?:\s+(?:of|from|at|to)\s+(?:the\s+)?|,\s+)(?:{BODY}{ASIDE})"
    r"|\s+(?:of|from|at|to)\s+(?:the\s+)?(?-i:[A-Z])[\w.&’'-]*"
    r"(?:\s+(?:(?:of|for|the|&)\s+)?(?-i:[A-Z])[\w.&’'-]*){0,6})?"
)
"""What may follow a name: degrees, a seat in a picture, the body that a position is at."""
NAMED = rf"{PERSON}{DEGREES}{ASIDE}{SEAT}{OF}"
"""A person with all that."""
ON_ITS_PART = r"(?:(?:for|on)\s+(?:its|their|the\s+other)\s+(?:own\s+)?(?:part|side)\s*,\s*)?"
REPRESENTED = (
    rf"(?:{PARTY}|the\s+\w+|(?-i:[A-Z])[\w&.-]*)\s*,?\s*{ON_ITS_PART}(?:(?:was|were|is|are|being|itself)\s+)*represented\s+"
    r"(?:\w+\s+){0,6}?by\s+"
)
_CALLED = rf"(?:{PARTY}|(?-i:[A-Z])[\w&.-]*(?:\s+(?:of\s+)?(?-i:[A-Z])[\w&.-]*){{0,5}})"
AND_BY = rf"(?:and\s+(?:the\s+)?)?{_CALLED}\s+by\s+"
"""As in "X was represented by its dean, A, and Y by its director, B"."""
REPRESENTATIVE = (
    r"(?:(?:the|its|their|his|her|our)\s+)?"
    r"(?:(?:[\w ]{0,40}?\s)?(?:representatives?|delegates?|counterparts?)[ ,:]*)?"
)

_ACT = (
    r"(?:[\s,]|\b(?:who|also|then|both|jointly|formally|did|so|the|this|that|it|them|an?|its|their|his|her"
    r"|puts?|names?|signatures?|to|each|copy)\b"
    r"|\b(?:co-?)?sign(?:ed|s|ing)?\b|\bink(?:ed|ing)?\b|\bacting\b|\bexecuted\b"
    r"|\b(?:documents?|papers?|mou|moa|memorandum|agreement|understanding|cooperation|pact|deal"
    r"|contract|accord|of|were|was|signator(?:y|ies)|signature)\b)*"
)
_EACH = re.compile(
    rf"(?P<one>{PERSON})[^.;]{{0,80}}?(?P<other>{PERSON})[^.;\ue000-\uefff]*?{FOR}"
    rf"(?P<its>{FOR_WHOM})\s*,?\s*and\s+(?:the\s+)?(?P<theirs>{FOR_WHOM})",
    re.IGNORECASE,
)
_BOTH = re.compile(
    rf"(?P<who>{NAMED}(?:\s*,?\s*and\s+(?:the\s+)?{NAMED})+){_ACT}\bsign(?:ed)?\b{_ACT}{FOR}"
    rf"(?P<party>{PARTY})",
    re.IGNORECASE,
)
_ITS_BEHALF = rf"on\s+(?:the\s+)?(?P<party>{PARTY})(?:[’']s?)?\s+behalf"


def represented(sentence: Marked, mark: str, sides: Parties) -> str | None:
    """The words for the party on whose behalf a person of a marked sentence acts, or None."""
    text = sentence.text
    for each in _EACH.finditer(text):
        if mark in (each["one"], each["other"]):
            return _party(each["its" if mark == each["one"] else "theirs"], sentence, sides)
    for both in _BOTH.finditer(text):
        if mark in both["who"]:
            return _party(both["party"], sentence, sides)
    for pattern in (
        rf"{mark}{DEGREES}{SEAT}\s*\((?:the\s+)?(?P<party>{BODY})\)",
        rf"{mark}{DEGREES}{ASIDE}{OF}{_ACT}{FOR}(?P<party>{PARTY})(?!\s*,?\s*(?:it\s+was\s+|by\s+){PERSON})",
        rf"{mark}{DEGREES}{ASIDE}{OF}{_ACT}{_ITS_BEHALF}",
        rf"(?P<party>{_CALLED})\s*,?\s*{ON_ITS_PART}(?:(?:was|were|is|are|being|itself)\s+)*represented\s+"
        rf"(?:\w+\s+){{0,6}}?by\s+{REPRESENTATIVE}{mark}",
        rf"\brepresented\b.*?\band\s+(?:the\s+)?(?P<party>{_CALLED})\s+by\s+{REPRESENTATIVE}{mark}",
        rf"{mark}{DEGREES}{ASIDE}{OF}(?:,?\s+and\s+(?:by\s+)?(?:the\s+)?{NAMED})\s*,?\s*{FOR}(?P<party>{PARTY})",
        rf"\bfrom\s+(?:the\s+)?(?P<party>{PARTY})(?:[’']s)?\s+side\s*,?\s*{REPRESENTATIVE}{mark}",
        rf"\b{FOR}(?P<party>{PARTY})(?:(?!\band\b)[^.;\ue000-\uefff]){{0,60}}?"
        rf"(?:\b(?:by|was|were|is)\s+|,\s+){REPRESENTATIVE}{mark}",
    ):
        if match := re.search(pattern, text, re.IGNORECASE):
            return _party(match["party"], sentence, sides)
    return None


def _party(words: str, sentence: Marked, sides: Parties) -> str | None:
    """The name that a mark stands for, or of the one party that goes by "the university"."""
    if mark := re.match(BODY, words):
        return sentence.body(mark[0]).words
    if words.isupper() or not re.search(rf"\b(?:{_ACADEMIC}|{_PARTNER})\b", words, re.I):
        return words
    parties = sides.institutions if re.search(_ACADEMIC, words, re.I) else sides.partners
    return parties[0].name.words if len(parties) == 1 else None
