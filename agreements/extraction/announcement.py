"""Whether a text announces an agreement: signing events, what was signed, and how certain it is.

An event is a sentence in which somebody signs something. Intentions, events of earlier years and
sentences in page furniture are told apart, so that what is set aside can be shown with its reason.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from agreements.extraction.agreement_kinds import agreements_in, deeds_in, is_paper, papers_in
from agreements.extraction.document import Span
from agreements.extraction.organisations import described_in, mentions_in, unknown_in
from agreements.extraction.pipeline import Reading
from agreements.extraction.sentences import Role, Sentence
from agreements.extraction.when import dates_in
from agreements.vocabulary.kinds import INSTITUTION_TYPES
from agreements.vocabulary.kinds import AgreementKind as Kind


class Modality(StrEnum):
    """How the text speaks of the signing."""

    DONE = "done"
    INTENDED = "intended"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True)
class Event:
    """A signing as one sentence tells it. `scope` is what of the sentence is about it.

    The kind is OTHER and the noun the verb itself where a sentence names no agreement.
    """

    sentence: Sentence
    verb: Span
    noun: Span
    kind: Kind
    modality: Modality
    scope: Span


_VERB = re.compile(
    r"\b(?:co-?sign(?:ed|s)|sign(?:ed|s|ing|ings)?(?!\s+(?:up|off)\b)|ink(?:ed|s)?|penned"
    r"|by\s+and\s+(?:between|among)|signator(?:y|ies)"
    r"|signatures?|pen\s+to\s+paper"
    r"|put\s+(?:its|his|her|their)\s+(?:names?|signatures?)\s+(?:to|under)"
    r"|(?P<weak>(?:entered|enters?)\s+into|concluded?s?|struck|seal(?:ed|s)|formali[sz](?:ed|es?)"
    r"|executed|exchanged|renew(?:ed|s)|extend(?:ed|s)|finali[sz]ed|reached|announc(?:ed?|es)"
    r"|made\s+public|unveiled|secured))\b",
    re.IGNORECASE,
)
_INTENDED = re.compile(
    r"\b(?:will|would|shall|should|may|might|could|can|must|to|not|never|yet|plans?|hopes?|hoped"
    r"|hoping|intends?"
    r"|intention|before|expect\w*|about|soon|propos\w+|prepar\w+|discuss\w+|consider\w*|possib\w+"
    r"|towards?)\s+"
    r"(?:(?:be|also|soon|jointly|formally|officially|together|the|a|it|of|on"
    r"|shortly)\s+){0,2}$",
    re.IGNORECASE,
)
_CAME_TO = re.compile(
    r"\b(?:(?:has|have|had)\s+become|became|is|are|was|were)\s+(?:the|an?)\s+(?:\w+\s+)?(?:first|second|third"
    r"|latest|newest|only)\b[^.;]{0,80}\bto\s+$"
    r"|\b(?:met|gathered|came\s+together|joined\s+(?:forces|hands)|went\s+on|proceeded"
    r"|(?:ceremony|event)\s+was\s+(?:held|organi[sz]ed))\b[^.;]{0,60}\bto\s+$",
    re.IGNORECASE,
)
"""An infinitive that tells what was done: "became the first to sign", "met to sign"."""
_CONDITIONAL = re.compile(
    r"\b(?:once|if|unless|until|whether|when(?:ever)?)\s[^.;]{0,60}\b(?:is|are|gets?|be)\s+$"
    r"|\b(?:once|if|unless|until|whether)\s[^.;,]{0,60}$"
    r"|\b(?:must|has\s+to|have\s+to|needs?\s+to)\s+be\s+$|\b(?:can|may|should)\s+[^.;,]{0,25}$",
    re.IGNORECASE,
)
"""Before a verb that tells a condition or a rule: "once a memorandum is signed"."""
_AGREED_ON = re.compile(
    r"\W*(?:of|on|for)?\b[^.;]{0,60}\b(?:was|were|is|are|been|be)\s+(?:also\s+)?"
    r"(?:agreed\s+(?:up)?on|planned|discussed|proposed|suggested|expected|considered|envisaged)\b",
    re.IGNORECASE,
)
"""After "the signing" that is only spoken of: "the signing of … was agreed upon"."""
_INTENDED_NOUN = re.compile(
    r"\b(?:forthcoming|upcoming|future|planned|proposed|draft|possible|potential"
    r"|coming)\s+(?:\w+\s+){0,3}$",
    re.I,
)
_EARLIER = re.compile(
    r"\b(?:previous(?:ly)?|earlier(?!\s+(?:today|this|on))|formerly|back\s+in|as\s+early\s+as"
    r"|years?\s+ago|last\s+year"
    r"|already\s+(?:signed|been\s+signed)|since\s+(?:19|20)\d\d|recall(?:ed|s|ing)"
    r"|of\s+the\s+(?:first|earlier)|existing)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:in|since|of|on)\s+(?:\w+\s+)?(?:\d{1,2},?\s+)?((?:19|20)\d\d)\b")
_BEHALF = re.compile(
    r"\s+(?:it\s+|the\s+|these\s+|both\s+)?(?:signed\s+)?(?:on\s+behalf|for\b|it\b|them\b|documents?\b"
    r"|papers?\b|(?:was|were)\s+(?:conducted|done|performed|carried\s+out|made)\s+by)",
    re.IGNORECASE,
)
_IT = re.compile(
    r"\W*(?:(?:It|This|They|Both)\b|(?:The|These|Both)\s+(?:documents?|papers?|texts?)\b|Signed\b)"
)
_UNDER = re.compile(
    r"\b(?:under|through|by|as\s+part\s+of|thanks\s+to|within)\s+(?:the\s+terms\s+of\s+)?(?:an?"
    r"|the|this|its|their)?\s*(?:[\w-]+\s+){0,4}$",
    re.I,
)
_THE = re.compile(r"(?:^|\b(?:the|this|a\s+new)\s+)(?:signed\s+)?$", re.IGNORECASE)
_NEW = re.compile(
    r"\b(?:under|through|thanks\s+to|by\s+virtue\s+of)\s+(?:the\s+terms\s+of\s+)?(?:an?|its|their)\s+"
    r"(?:\w+\s+){0,2}?(?:new(?:ly\s+signed)?|just\s+signed|recent(?:ly\s+signed)?)\s+"
    r"(?:[\w-]+\s+){0,4}?(?:agreement|memorandum|mou|accord|pact|contract)\b[^.;]{0,40}?\bwith\b",
    re.IGNORECASE,
)
"""A new paper with one side named: the other is the subject of what stands before."""
_UNSURE = re.compile(
    r"\b(?:will|would|(?<!\d\s)may(?!\s+\d)|might|could|plans?|hopes?|hoped|intends?|talks?|discuss\w*"
    r"|negotiat\w*"
    r"|consider\w*|explor\w*|propos\w*|possib\w*"
    r"|wants?|seeks?|visited|recall\w*|years?\s+ago|expired|terminat\w*|cancel\w*|suspend\w*"
    r"|withdr[ae]w\w*|revok\w*|lapsed|(?:has|have)\s+ended|ended\s+(?:its|their|the)|if|once|unless|no|not)\b",
    re.I,
)
_LABOUR = re.compile(
    r"\b(?:trade|labou?r|staff|workers['’]?|lecturers['’]?)\s+(?:unions?|associations?)\b|\bunions\b"
    r"|\b(?:on|the)\s+strike\b|\bindustrial\s+action\b|\bcollective\s+(?:bargaining|agreement)",
    re.IGNORECASE,
)
"""Where employers and employees come to terms, which is no cooperation of two bodies."""
_IN_YEAR = re.compile(
    r"\b(?:in|since)\s+(?:(?:January|February|March|April|May|June|July|August|September|October)\s+)?"
    r"((?:19|20)\d\d)\b"
)
"""A year without a day: news would tell the day, so an earlier year is background."""
_AGREED_TO = re.compile(r"\bagreed\s+to\s+(?:jointly\s+)?$", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\b(?:agreement|memorandum|mou|accord|pact|deal)\b[^.;]{0,40}?\bbetween\b[^.;]{0,80}?"
    r"\b(?:the|our)\s+(?:universit|college|institut|school|company|firm)",
    re.IGNORECASE,
)
"""A paper between one side that is named and one that is only "the university"."""
_UNTITLED = frozenset({Kind.COOPERATION_AGREEMENT, Kind.RESEARCH_AGREEMENT})
_MOST = 20
"""Events; a text that tells more is no announcement, and its parties would take long to find."""
_REACH, _WEAK_REACH = 260, 70
"""Characters between verb and noun; a weak verb must stand close to what was concluded."""


def events(reading: Reading, year: int | None) -> list[Event]:
    """Signing events in order. `year` is that of publication, if known.

    Where nothing is signed, a sentence that binds both sides by an agreement stands in for it.
    """
    sentences = [
        sentence
        for sentence in reading.sentences
        if sentence.role is not Role.FURNITURE and not _LABOUR.search(sentence.text)
    ]
    found: list[Event] = []
    for number, sentence in enumerate(sentences):
        before = sentences[number - 1] if number else None
        found += _events_in(sentence, year) or _told_of_it(sentence, before, year)
    if not any(e.modality is Modality.DONE and e.kind is not Kind.OTHER for e in found):
        other = {event.sentence.span for event in found if event.modality is not Modality.DONE}
        unsigned = [sentence for sentence in sentences if sentence.span not in other]
        found += [event for sentence in unsigned if (event := _binding(sentence, year))]
    return found[:_MOST] + _fuller_name(found[:_MOST], sentences)


def _fuller_name(found: list[Event], sentences: list[Sentence]) -> list[Event]:
    """Where "an agreement" was signed, the sentence that names it more fully: "The memorandum"."""
    done = [event for event in found if event.modality is Modality.DONE]
    if not done or any(event.kind not in _UNTITLED for event in done):
        return []
    for sentence in sentences[sentences.index(done[0].sentence) + 1 :]:
        if sentence.role is not Role.BODY or dates_in(sentence.span):
            continue
        for kind, noun in papers_in(sentence.span):
            before = sentence.text[: noun.start - sentence.span.start]
            if kind not in _UNTITLED and _THE.search(before):
                return [Event(sentence, noun, noun, kind, Modality.DONE, sentence.span)]
    return []


def _told_of_it(sentence: Sentence, before: Sentence | None, year: int | None) -> list[Event]:
    """ "It was signed …": the agreement is the one that the sentence before names."""
    subject = _IT.match(sentence.text)
    verb = _VERB.search(sentence.text)
    nouns = papers_in(before.span) or agreements_in(before.span) if before else []
    if not (subject and verb and nouns) or verb["weak"]:
        return []
    at, (kind, noun) = _at(sentence.span, verb), nouns[-1]
    return [Event(sentence, at, noun, kind, _modality(sentence, at, at, year), sentence.span)]


def _binding(sentence: Sentence, year: int | None) -> Event | None:
    """A sentence without a verb of signing in which an agreement ties a school to a partner."""
    nouns = papers_in(sentence.span) or deeds_in(sentence.span)
    named = mentions_in(sentence.span) + described_in(sentence.span) + unknown_in(sentence.span)
    sides = {mention.type in INSTITUTION_TYPES for mention in named}
    text = sentence.text
    new = (_NEW.search(text) or _BETWEEN.search(text)) if named else None
    if not nouns or (len(sides) < 2 and not new) or _EARLIER.search(sentence.text):
        return None
    kind, noun = nouns[0]
    before = sentence.text[: noun.start - sentence.span.start]
    intended = _INTENDED.search(before) and not (is_paper(noun) or _AGREED_TO.search(before))
    if (
        _INTENDED_NOUN.search(before)
        or intended
        or (_UNSURE.search(sentence.text) and not _UNDER.search(before))
    ):
        return None
    return Event(sentence, noun, noun, kind, Modality.DONE, sentence.span)


def _events_in(sentence: Sentence, year: int | None) -> list[Event]:
    nouns = agreements_in(sentence.span)
    event = next(
        (
            event
            for verb in _VERB.finditer(sentence.text)
            if (event := _event(sentence, verb, nouns, year))
        ),
        None,
    )
    return [*_split(event, nouns), *_further_acts(event)] if event else []


def _further_acts(event: Event) -> list[Event]:
    """ "A signed for X, and B signed for Y": the verbs after the first."""
    sentence, offset = event.sentence, event.sentence.span.start
    later = _VERB.finditer(sentence.text, event.verb.end - offset)
    spans = [_at(sentence.span, verb) for verb in later if _BEHALF.match(sentence.text, verb.end())]
    return [Event(sentence, at, at, Kind.OTHER, event.modality, sentence.span) for at in spans]


def _event(
    sentence: Sentence, verb: re.Match[str], nouns: list[tuple[Kind, Span]], year: int | None
) -> Event | None:
    at = _at(sentence.span, verb)
    weak = bool(verb["weak"])
    near = [
        (kind, noun)
        for kind, noun in nouns
        if (0 <= noun.start - at.end <= _WEAK_REACH)
        or (
            (not weak or noun.end <= at.start)
            and _distance(noun, at) <= (_WEAK_REACH if weak else _REACH)
        )
    ]
    if not near:
        if (weak and verb[0] != "exchanged") or not _BEHALF.match(sentence.text, verb.end()):
            return None
        return Event(sentence, at, at, Kind.OTHER, _modality(sentence, at, at, year), sentence.span)
    near = [pair for pair in near if is_paper(pair[1])] or near
    after = [pair for pair in near if pair[1].start >= at.end]
    kind, noun = (after or near)[0] if after else near[-1]
    modality = _modality(sentence, at, noun, year)
    return Event(sentence, at, noun, kind, modality, sentence.span)


def _modality(sentence: Sentence, verb: Span, noun: Span, year: int | None) -> Modality:
    text, offset = sentence.text, sentence.span.start
    before = text[: verb.start - offset]
    if (
        (_INTENDED.search(before) and not _CAME_TO.search(before))
        or _CONDITIONAL.search(before)
        or _INTENDED_NOUN.search(text[: noun.start - offset])
        or (verb.quotation.endswith("ing") and _AGREED_ON.match(text, verb.end - offset))
    ):
        return Modality.INTENDED
    years = [int(match[1]) for match in _YEAR.finditer(text)]
    if _EARLIER.search(text[max(0, verb.start - offset - 60) : verb.end - offset + 60]):
        return Modality.EARLIER
    if year and years and max(years) < year - 1:
        return Modality.EARLIER
    bare = _IN_YEAR.search(text, verb.start - offset)
    if bare and int(bare[1]) != year:
        return Modality.EARLIER
    return Modality.DONE


def _split(event: Event, nouns: list[tuple[Kind, Span]]) -> list[Event]:
    """One event for each document signed: "signed a memorandum with X and an agreement with Y"."""
    text, offset = event.sentence.text, event.sentence.span.start
    parts = [event.noun.start]
    kinds = [(event.kind, event.noun)]
    for kind, noun in nouns:
        before = text[parts[-1] - offset : noun.start - offset]
        if (
            noun.start > event.noun.end
            and re.search(
                r"\bwith\s.*(?:,|\band)\s+(?:and\s+)?(?:also\s+)?an?\s+(?:[\w-]+\s+){0,3}$",
                before,
                re.S,
            )
            and re.match(r".*?\bwith\s", text[noun.end - offset :], re.S)
        ):
            parts.append(noun.start)
            kinds.append((kind, noun))
    if len(parts) == 1:
        return [event]
    ends = [*parts[1:], event.sentence.span.end]
    return [
        Event(
            event.sentence, event.verb, noun, kind, event.modality, Span(start, end, noun.document)
        )
        for (kind, noun), start, end in zip(kinds, parts, ends, strict=True)
    ]


def _distance(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def _at(span: Span, match: re.Match[str]) -> Span:
    return Span(span.start + match.start(), span.start + match.end(), span.document)
