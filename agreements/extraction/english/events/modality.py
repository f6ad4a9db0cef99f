"""How a text speaks of a signing: done, intended or denied, or of an earlier year."""

import re

from agreements.extraction.blocks import Sentence
from agreements.extraction.document import Span
from agreements.extraction.events import Modality

_INTENDED = re.compile(
    r"\b(?:will|would|shall|should|(?-i:may|can)|might|could|must|to|not|never|yet|plans?|hopes?|hoped"
    r"|hoping|intends?"
    r"|intention|before|expect\w*|about|soon|propos\w+|prepar\w+|discuss\w+|consider\w*|possib\w+"
    r"|interest(?:ed)?\s+in|keen\s+on|explor\w+|negotiat\w+|(?:idea|prospect|talks?|talked|spoke)\s+(?:of|on|about)"
    r"|towards?|call(?:ed|s|ing)?\s+for|pushed\s+for|urg\w+|request\w*|await\w*|recommend\w*|sought)\s+"
    r"(?:(?:be|also|soon|together|then|the|a|it|of|on|\w+ly)\s+){0,2}$",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:no|neither|none|nothing|nobody)\s+(?:[\w-]+\s+){0,4}?(?:is|are|was|were|has|have|had)\s+"
    r"(?:\w+\s+){0,2}$",
    re.I,
)
"""Before a verb whose subject is nobody or nothing: "no document was signed"."""
_CAME_OF = re.compile(
    r"\b(?:led|leads|leading|amounted|gave\s+rise|came|moved|turned)\s+to\s+(?:the\s+|an?\s+)?$",
    re.I,
)
"""Before what was done and not only meant: "led to the signing of"."""
_CAME_TO = re.compile(
    r"\b(?:(?:has|have|had)\s+become|became|is|are|was|were)\s+(?:the|an?)\s+(?:\w+\s+)?(?:first|second|third"
    r"|latest|newest|only)\b[^.;]{0,80}\bto\s+$"
    r"|\b(?:was|were|is|are|am)\s+(?:\w+\s+)?(?:pleased|proud|delighted|happy|honou?red|glad|thrilled"
    r"|excited)\s+to\s+$"
    r"|\b(?:met|gathered|visited|came|travell?ed|arrived|assembled|came\s+together|joined\s+(?:forces|hands)|went\s+on|proceeded"
    r"|held\s+an?\s+(?:\w+\s+)?(?:ceremony|event|meeting)|(?:ceremony|event|meeting)\s+was\s+(?:held|organi[sz]ed))\b[^.;]{0,60}\bto\s+$",
    re.IGNORECASE,
)
"""An infinitive that tells what was done: "became the first to sign", "met to sign"."""
_CONDITIONAL = re.compile(
    r"\b(?:once|if|unless|until|whether|when(?:ever)?)\s[^.;]{0,60}\b(?:is|are|gets?|be)\s+$"
    r"|\b(?:once|if|unless|until|whether)\s[^.;,]{0,60}$"
    r"|\b(?:ask|request|urg|propos|recommend|suggest|demand|insist)\w*\s+that\s[^.;]{0,90}\bbe\s+$"
    r"|\b(?:must|has\s+to|have\s+to|needs?\s+to)\s+be\s+$|\b(?-i:can|may|should)\s+[^.;,]{0,25}$",
    re.IGNORECASE,
)
"""Before a verb that tells a condition or a rule: "once a memorandum is signed"."""
_ENDED = re.compile(r"\b(?:cancel|terminat|revok|withdr[ae]w)\w*\s[^.;]{0,60}$", re.IGNORECASE)
"""Before a verb where what was signed is no more."""
_FOR_SIGNATURE = re.compile(r"\b(?:for|await\w*)\s+(?:(?:the|his|her|its|their)\s+)?$")
"""Before a signature that is still to be given."""
_NO_MORE = re.compile(
    r"[^.;]{0,80}\b(?:has|have|had|was|were|is|are)\s+(?:\w+\s+)?(?:been\s+)?"
    r"(?:terminated|cancelled|canceled|revoked|rescinded|annulled|dissolved)\b"
)
"""After what was signed and is no more."""
_AGREED_ON = re.compile(
    r"\W*(?:of|on|for)?\b[^.;]{0,100}\b(?:was|were|is|are|been|be)\s+(?:also\s+)?"
    r"(?:agreed\s+(?:up)?on|planned|discussed|proposed|suggested|expected|considered|envisaged|postponed|put\s+off"
    r"|cancelled|delayed|scheduled|awaited)\b",
    re.IGNORECASE,
)
"""After "the signing" that is only spoken of: "the signing of … was agreed upon"."""
_INTENDED_NOUN = re.compile(
    r"\b(?:forthcoming|upcoming|future|planned|proposed|draft|possible|potential"
    r"|coming)\s+(?:\w+\s+){0,3}$",
    re.I,
)
_CARRIED_OUT = re.compile(
    r"\b(?:implement\w*|(?:operationali|actuali|reali)[sz]\w*|reality|effect\s+to|follow\w*\s+up\s+on|review\w*)\s+"
    r"(?:of\s+)?(?:the|an?|its|their|this|our)\s[\w\s-]{0,40}\(?$",
    re.I,
)
"""Before a paper that stands already: "implementing the memorandum we signed"."""
_RENEWED = re.compile(r"(?:renew|exten|prolong)", re.IGNORECASE)
"""What is done to a paper that stands since earlier years."""
_BESIDE = 60
"""Characters on either side of a verb in which words of earlier years are its own."""
_BUILT_UPON = (
    r"(?!\s+(?:\w+\s+)?(?:co-?operations?|collaborations?|work|relations\w*|projects?|ties|success\w*|contacts?"
    r"|talks|discussions|meetings?|visits?|engagements?|exchanges?|negotiations)\b)"
)
"""What a new agreement may go on with: "following their earlier cooperation"."""
_EARLIER = re.compile(
    rf"\b(?:(?:previous|earlier(?!\s+(?:today|this|on))|existing){_BUILT_UPON}|previously|only\s+recently"
    r"|not\s+long\s+ago|some\s+time\s+ago|formerly|back\s+in|as\s+early\s+as"
    r"|(?:years?|months)\s+(?:ago|before(?!\s+(?:the|it|they)\b))|last\s+year"
    r"|already\s+(?:signed|been\s+signed)|(?<!first )(?<!second )(?<!third )(?<!fourth )(?<!fifth )"
    r"since\s+(?:19|20)\d\d|(?:recall|remind)(?:ed|s|ing)"
    r"|of\s+the\s+(?:first|earlier))\b",
    re.IGNORECASE,
)
_YEARS_SINCE = re.compile(
    r"\b(?:years?|months|decades?)\s+(?:\w+\s+){0,3}?since\b[^.;]{0,120}$", re.IGNORECASE
)
"""Before a verb that tells from when time is counted: "three years have passed since"."""
_HAD = re.compile(r"\bhad\s+(?:\w+\s+){0,2}?$", re.IGNORECASE)
"""Before what was over when the news happened: "had been signed"."""
_YEAR = re.compile(r"\b(?:in|of|on)\s+(?:\w+\s+)?(?:\d{1,2},?\s+)?((?:19|20)\d\d)\b")
_IN_YEAR = re.compile(
    r"(?<!begun )(?<!began )(?:(?<!ed )|(?<=signed )|(?<=inked )|(?<=sealed )|(?<=concluded )"
    r"|(?<=formalised )|(?<=renewed )|(?<=reached ))"
    r"\b(?:in|since)\s+(?:(?:January|February|March|April|May|June|July|August|September|October)\s+)?"
    r"((?:19|20)\d\d)\b"
)
"""A year without a day: news would tell the day, so an earlier year is background.

The year in which something else was founded or begun tells nothing of the signing.
"""


_MONTHS_AGO = re.compile(
    r"^\W*(?:Back\s+)?in\s+(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b[^.;]{0,80}\bhad\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
"""Before a verb of what a text looks back on: "In March this year they had signed"."""
_OF_OTHERS = re.compile(
    r"\banother\s+(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""Before agreements that the text only counts beside its own: "another five"."""
_TALLY = re.compile(
    r"\b(?:\d{2,}|dozens\s+of|hundreds\s+of|scores\s+of|a\s+number\s+of|many|several)\s+(?:[a-z-]+\s+){0,3}$",
    re.I,
)
_PERIOD = re.compile(
    r"\b(?:in|over|during|within|for)\s+(?:the\s+)?(?:past\s+|last\s+)?(?:\w+\s+)?(?:years|months"
    r"|decades?)\b|\b(?:so\s+far|to\s+date|in\s+the\s+past|annually|every\s+year)\b",
    re.IGNORECASE,
)
"""With several agreements: how many were signed over time, which is no news of one."""
_PAPERS = re.compile(r"(?:memoranda|s)$", re.IGNORECASE)


def is_intended(before: str) -> bool:
    """Whether words of intention lead to what stands after them: "hopes to"."""
    return _INTENDED.search(before) is not None and _CAME_OF.search(before) is None


def is_coming(before: str) -> bool:
    """Whether the paper named next is still to come: "a forthcoming"."""
    return _INTENDED_NOUN.search(before) is not None


def is_before_the_past(before: str) -> bool:
    """Whether words lead to what was over before the news happened: "had been"."""
    return _HAD.search(before) is not None


def is_earlier(text: str) -> bool:
    """Whether words speak of earlier years: "previously", "back in"."""
    return _EARLIER.search(text) is not None


def modality_of(sentence: Sentence, verb: Span, noun: Span, year: int | None) -> Modality:
    text, offset = sentence.text, sentence.span.start
    before = text[: verb.start - offset]
    if (
        (is_intended(before) and not _CAME_TO.search(before))
        or _CONDITIONAL.search(before)
        or _DENIED.search(before)
        or _INTENDED_NOUN.search(text[: noun.start - offset])
        or (verb.quotation.startswith("signature") and _FOR_SIGNATURE.search(before))
        or (verb.quotation.endswith("ing") and _AGREED_ON.match(text, verb.end - offset))
    ):
        return Modality.INTENDED
    if _MONTHS_AGO.search(before) or _OF_OTHERS.search(text[: noun.start - offset]):
        return Modality.EARLIER
    several = _TALLY.search(text[: noun.start - offset]) or _PAPERS.search(noun.quotation)
    if several and _PERIOD.search(text):
        return Modality.EARLIER
    years = [int(match[1]) for match in _YEAR.finditer(text)]
    carried_out = noun.start < verb.start and _CARRIED_OUT.search(text[: noun.start - offset])
    renewed = _RENEWED.match(verb.quotation) is not None
    since = verb.start - offset - (0 if renewed else _BESIDE)
    if (
        carried_out
        or _ENDED.search(before)
        or _YEARS_SINCE.search(before)
        or _NO_MORE.match(text, verb.end - offset)
        or _EARLIER.search(text[max(0, since) : verb.end - offset + _BESIDE])
    ):
        return Modality.EARLIER
    if year and years and max(years) < year - (0 if is_before_the_past(before) else 1):
        return Modality.EARLIER
    clause = text[: text.find(";", verb.end - offset)] if ";" in text[verb.end - offset :] else text
    bare = _IN_YEAR.search(clause, verb.start - offset)
    if bare and int(bare[1]) != year:
        return Modality.EARLIER
    return Modality.DONE
