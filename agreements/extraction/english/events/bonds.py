"""What stands in for a signing that nobody tells: an agreement that ties a school to a partner."""

import re

from agreements.extraction.blocks import Sentence
from agreements.extraction.document import Span
from agreements.extraction.english.events.agreement_kinds import deeds_in, is_paper, papers_in
from agreements.extraction.english.events.modality import is_coming, is_earlier, is_intended
from agreements.extraction.english.organisations.organisations import (
    described_in,
    mentions_in,
    unknown_in,
)
from agreements.vocabulary.kinds import INSTITUTION_TYPES
from agreements.vocabulary.kinds import AgreementKind as Kind

_UNDER = re.compile(
    r"\b(?:under|through|by(?!\s+(?:now|then)\b)|as\s+part\s+of|thanks\s+to|within)\s+(?:the\s+terms\s+of\s+)?(?:an?"
    r"|the|this|its|their)?\s*(?:[\w-]+\s+){0,4}$",
    re.I,
)
_NEW = re.compile(
    r"\b(?:under|through|thanks\s+to|by\s+virtue\s+of)\s+(?:the\s+terms\s+of\s+)?(?:an?|its|their)\s+"
    r"(?:\w+\s+){0,2}?(?:new(?:ly\s+signed)?|just\s+signed|recent(?:ly\s+signed)?)\s+"
    r"(?:[\w-]+\s+){0,4}?(?:agreement|memorandum|mou|accord|pact|contract)\b[^.;]{0,40}?\bwith\b",
    re.IGNORECASE,
)
"""A new paper with one side named: the other is the subject of what stands before."""
_UNSURE = re.compile(
    r"\b(?:will|would|(?<!\d\s)may(?!\s+\d)|might|could|plans?|hopes?|hoped|intends?|talks?|discuss\w*"
    r"|negotiat\w*|approv\w*|call(?:ed|s|ing)?\s+for|ask(?:ed|s)?|invit\w*|urg(?:ed|es|ing)|request\w*"
    r"|ha(?:s|ve)\s+(?:\w+\s+)?(?:agreements|memoranda|mous)"
    r"|drawn\s+up|draft\w*|prepar\w+|under\s+(?:discussion|review)|consider\w*|explor\w*|propos\w*|possib\w*"
    r"|wants?|seeks?|fail(?:ed|s|ure)?|refus\w*|declin\w*|reject\w*|visited|recall\w*|years?\s+ago|expired|terminat\w*|cancel\w*|suspend\w*"
    r"|withdr[ae]w\w*|revok\w*|lapsed|(?:has|have)\s+ended|ended\s+(?:its|their|the)|if|once|unless|no|not)\b",
    re.I,
)
_LOOKS_BACK = re.compile(
    r"\b(?:review(?:s|ed|ing)?\s+(?:the\s+)?(?:progress|implementation|results|activities)|took\s+stock"
    r"|taken\s+stock|assess(?:ed|es|ing)|evaluat(?:ed|es|ing)|anniversary|yearly\s+meeting"
    r"|annual\s+(?:meeting|review)|(?:steering|management|joint|coordination)\s+(?:committee|council)"
    r"|progress\s+(?:made|achieved)|(?:came|drew|comes|draws)\s+to\s+(?:an\s+end|a\s+close))\b",
    re.IGNORECASE,
)
"""What is done under a paper that has stood for some time."""
_LATEST = re.compile(
    r"\b(?:an?|the|this)\s+(?:new|recent|landmark|latest|historic|\S+-years?)\s+(?:[\w-]+\s+){0,4}$",
    re.I,
)
_WITH_WHOM = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:between|with)\b")
"""Before and after news of an agreement: "a new agreement between …"."""
_IN_FORCE = re.compile(
    r"[^.;:]{0,90}?\b(?:says\s+so|so\s+provides|binds|ties|links|unites|(?:now\s+)?(?:underpins|governs)|now\s+exists|has\s+come\s+into\s+being"
    r"|(?:is|came|comes|entered|enters)\s+(?:now\s+)?(?:in|into)\s+(?:force|effect|place))\b"
)
"""After a paper that stands, whatever it promises: "a memorandum with X says so"."""
_TWO = re.compile(r"\b(?:binds|ties|links|unites)\s+(?:the\s+)?(?:two|three|four|both|them)\b")
"""Where a paper binds parties that its sentence only counts."""
_OCCASION = re.compile(r"\s+(?:event|ceremony|workshop|seminar|template|signing|week|day)\b")
"""After the name of a paper that only says what an occasion was about."""
_PENDING = re.compile(
    r"\s+(?:that|which)\s+(?:still\s+)?(?:awaits?|needs?|requires?|is\s+subject)\b"
)
"""After the name of a paper that is not in force yet."""
_AGREED_TO = re.compile(r"\bagreed\s+to\s+(?:jointly\s+)?$", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\b(?:agreement|memorandum|mou|accord|pact|deal)\b[^.;]{0,40}?\bbetween\b[^.;]{0,80}?"
    r"\b(?:the|our)\s+(?:universit|college|institut|school|company|firm)",
    re.IGNORECASE,
)
"""A paper between one side that is named and one that is only "the university"."""


_DESCRIBED = re.compile(
    r"\b(?:to|with|by|from)\s+an?\s+(?:[\w.’'-]+,?\s+){0,5}?"
    r"(?:company|firm|start-?up|maker|manufacturer|developer|university|college|institute)\b",
    re.IGNORECASE,
)
"""A side that is only described: "to a Leeds firm"."""


_BESIDE = 30
"""Characters before a paper in force within which words of doubt are about itself."""


def bond_in(sentence: Sentence) -> list[tuple[Kind, Span]]:
    """The agreement that ties a school to a partner in a sentence without a verb of signing."""
    papers = papers_in(sentence.span)
    nouns = papers or deeds_in(sentence.span)
    named = mentions_in(sentence.span) + described_in(sentence.span) + unknown_in(sentence.span)
    sides = {mention.type in INSTITUTION_TYPES for mention in named}
    text = sentence.text
    forms = (_NEW, _BETWEEN) if papers else (_DESCRIBED,)
    other = named and any(form.search(text) for form in forms)
    other = other or (papers != [] and _TWO.search(text) is not None)
    if not nouns or (len(sides) < 2 and not other) or is_earlier(text):
        return []
    if _LOOKS_BACK.search(text):
        return []
    plain = Kind.COOPERATION_AGREEMENT
    kind, noun = next((pair for pair in nouns if pair[0] is not plain), nouns[0])
    before = text[: noun.start - sentence.span.start]
    intended = is_intended(before) and not (is_paper(noun) or _AGREED_TO.search(before))
    if _OCCASION.match(text, noun.end - sentence.span.start) or _PENDING.match(
        text, noun.end - sentence.span.start
    ):
        return []
    after = text[noun.end - sentence.span.start :]
    settled = bool(_LATEST.search(before) and _WITH_WHOM.match(after))
    if is_paper(noun) and _IN_FORCE.match(after):
        settled, before = True, before[-_BESIDE:]
    unsure = _UNSURE.search(before if settled else text) and not _UNDER.search(before)
    if is_coming(before) or intended or unsure:
        return []
    return [(kind, noun)]
