"""What stands in for a signing that nobody tells: an agreement that ties a school to a partner."""

import re
from collections.abc import Sequence

from agreements.extraction.blocks import Sentence
from agreements.extraction.document import Span
from agreements.extraction.english.events.agreement_kinds import deeds_in, is_paper, papers_in
from agreements.extraction.english.events.modality import is_coming, is_earlier, is_intended
from agreements.extraction.english.organisations.names import names_in
from agreements.extraction.english.organisations.organisations import (
    described_in,
    mentions_in,
    unknown_in,
)
from agreements.vocabulary.kinds import INSTITUTION_TYPES, OrganisationType
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
    r"|wants?|seeks?|wish(?:es|ed)?|in\s+mind|eyes?\s+on|fail(?:ed|s|ure)?|refus\w*|declin\w*|reject\w*|visited|recall\w*|years?\s+ago|expired|terminat\w*|cancel\w*|suspend\w*"
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


_PARTNERING = re.compile(
    r"\b(?:ha(?:s|ve)\s+(?:(?:now|also|recently|just|officially|formally)\s+)?)?"
    r"(?:team(?:s|ed)?\s+up\b|signed\s+up\s+as\s+partners\b|partner(?:s|ed)?\s+(?:up\s+)?with|join(?:s|ed)?\s+(?:forces|hands)"
    r"|(?:bec[ao]mes?|is\s+now|are\s+now)\s+(?:an?\s+|the\s+)?(?:(?!of\b)[\w’'-]+\s+){0,5}?partners?\b"
    r"|(?:committed|pledged)\s+(?:themselves\s+)?to\s+(?:work|cooperat|co-operat|collaborat)\w*"
    r"|(?:gained|found|won|welcome[sd]?)\s[^.;]{0,60}?\bas\s+(?:an?\s+|the\s+|its\s+)?(?:[\w-]+\s+){0,4}?partner\b)",
    re.IGNORECASE,
)
"""Two bodies that become partners, which is news of an agreement where the text goes on to it."""
_PROMISES = re.compile(
    r",?\s(?:(?:under|by|through|in|with|on)\s+which|whereby|how|where)\b|,\s+and\b|[;:]"
)
"""After a paper, what it is to bring: "an agreement under which students will"."""
_OF_OTHERS = re.compile(r"\s+(?:of|between|among|for)\b")
"""After a paper that is not what two just joined for: "the contract of employment"."""
_OF_OLD = re.compile(
    r"\b(?:since|for\s+(?:many|several|\w+)\s+years|long-(?:time|standing|term)\s+partners?|already"
    r"|(?:which|that|who)\s+(?:\w+\s+)?partner\w*\s+with|(?:signed|of|from|in)\s+(?:19|20)\d\d|renew\w*|existing"
    r"|partner(?:s|ed)?\s+with\s+(?:many|several|numerous|various|other))\b",
    re.IGNORECASE,
)
"""Where two have been partners for some time."""
_DEFINED = re.compile(r"\s*\(([A-Z][A-Za-z]{1,9})\)")
"""The acronym that follows a name in brackets."""
_THE_PAPER = re.compile(
    r"\b(?:the|this|their)\s+(?:(?:new|(?:\S+-)?years?|partnership|co-?operation|collaboration)\s+){0,2}$",
    re.I,
)

_BESIDE = 30
"""Characters before a paper in force within which words of doubt are about itself."""


def bond_in(sentence: Sentence, schools: frozenset[str] = frozenset()) -> list[tuple[Kind, Span]]:
    """The agreement that ties a school to a partner in a sentence without a verb of signing.

    `schools` are short names by which the text calls its schools.
    """
    papers = papers_in(sentence.span)
    nouns = papers or deeds_in(sentence.span)
    sides = _sides(sentence, schools) if nouns else set()
    named, text = sides != set(), sentence.text
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
    told = before + _PROMISES.split(after)[0]
    unsure = _UNSURE.search(before if settled else told) and not _UNDER.search(before)
    if is_coming(before) or intended or unsure:
        return []
    return [(kind, noun)]


def partnering_in(
    sentence: Sentence, others: Sequence[Sentence], schools: frozenset[str]
) -> tuple[Span, tuple[Kind, Span]] | None:
    """The verb by which a school and a partner join, and what other sentences call the paper.

    "Acme and X University have teamed up … Under the agreement, …".
    """
    joined = _PARTNERING.search(sentence.text)
    text = sentence.text
    if not joined or _UNSURE.search(text[: joined.end()]) or _OF_OLD.search(text):
        return None
    if _LOOKS_BACK.search(text) or is_earlier(text):
        return None
    if is_intended(text[: joined.start()]) or len(_sides(sentence, schools)) < 2:
        return None
    start = sentence.span.start
    for other in others:
        for kind, noun in papers_in(other.span):
            before = other.text[: noun.start - other.span.start]
            after = other.text[noun.end - other.span.start :]
            old = is_earlier(other.text) or _OF_OLD.search(other.text)
            if _THE_PAPER.search(before) and not (old or _OF_OTHERS.match(after)):
                verb = Span(start + joined.start(), start + joined.end(), noun.document)
                return verb, (kind, noun)
    return None


def short_names(sentences: Sequence[Sentence]) -> frozenset[str]:
    """What a text may call its schools for short: "Lancaster" where it names the university."""
    found: set[str] = set()
    for sentence in sentences:
        for mention in mentions_in(sentence.span):
            if mention.type is OrganisationType.UNIVERSITY:
                name = mention.name
                found.add(re.sub(r"^University of |\s+(?:University|College)$", "", name))
                if short := _DEFINED.match(mention.span.document.text, mention.span.end):
                    found.add(short[1])
    return frozenset(name for name in found if len(name) > 1 and " " not in name)


def _sides(sentence: Sentence, schools: frozenset[str]) -> set[bool]:
    """Which sides a sentence names: True for schools, False for others."""
    named = mentions_in(sentence.span) + described_in(sentence.span) + unknown_in(sentence.span)
    sides = {mention.type in INSTITUTION_TYPES or mention.name in schools for mention in named}
    if True not in sides and schools:
        sides |= {True for name in names_in(sentence.span) if name.words in schools}
    return sides
