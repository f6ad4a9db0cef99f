"""Whether a text announces an agreement: signing events, and what was signed.

An event is a sentence in which somebody signs something. Intentions, events of earlier years and
sentences in page furniture are told apart, so that what is set aside can be shown with its reason.
"""

import re
from itertools import islice

from agreements.extraction.blocks import Role, Sentence
from agreements.extraction.document import Span
from agreements.extraction.english.events.agreement_kinds import agreements_in, is_paper, papers_in
from agreements.extraction.english.events.background import without_asides
from agreements.extraction.english.events.bonds import bond_in, partnering_in, short_names
from agreements.extraction.english.events.clauses import by_clause
from agreements.extraction.english.events.enumeration import counts_papers, told_singly
from agreements.extraction.english.events.modality import modality_of
from agreements.extraction.english.pipeline import Reading
from agreements.extraction.english.written_dates import dates_in
from agreements.extraction.events import Event, Modality
from agreements.vocabulary.kinds import AgreementKind as Kind

_OWN_HAND = (
    r"(?:put|set|affix(?:ed|es)?|append(?:ed|s)?|added|gave)\s+(?:its|his|her|their|our)\s+"
    r"(?:own\s+)?(?:names?|signatures?|pens?|hands?|initials)\b"
)
_OTHER_OBJECT = (
    r"(?:the\s+|an?\s+|its\s+|his\s+|her\s+)?(?:[\w’'-]+\s+){0,2}?(?:guest\s*books?|visitors?['’]?s?\s+books?"
    r"|register|petitions?|bills?|decrees?|laws?|che(?:que|ck)s?|autographs?|act)\b"
)
"""What is signed and binds no two sides: "signed the guest book"."""
_VERB = re.compile(
    r"\b(?=\w)(?:co-?sign(?:ed|s)|sign(?:ed|s|ing|ings)?(?!\s+(?:up|off)\b)"
    rf"(?!\s+{_OTHER_OBJECT})|ink(?:ed|s)?|penned"
    r"|by\s+and\s+(?:between|among)|signator(?:y|ies)"
    r"|signatures?|pens?\s+(?:(?:was|were)\s+put\s+)?to|initial(?:l?ed)"
    rf"|{_OWN_HAND}"
    r"|(?:bears?|carry|carries)[^.;]{0,60}?\s+the\s+(?:names?|signatures?)\s+of"
    r"|(?P<weak>(?:(?:are|is)\s+(?:now\s+)?entering|entered|enters?)(?:\s+in)?(?:to\b|(?=\s+(?:an?|with)\b))|concluded?s?|struck|closed|forged?s?|seal(?:ed|s)|formali[sz](?:ed|es?)"
    r"|executed|exchanged|renew(?:ed|s)|prolong(?:ed|s)|extend(?:ed|s)(?!\s+(?:beyond|to|over)\b)|finali[sz]ed|reached|announc(?:ed?|es)|reported"
    r"|c[ao]me\s+to(?=\s+(?:an?|their)\s+(?:[\w-]+\s+)?agreement)|establish(?:ed|es)(?=[^.;,]{0,40}\bagreement)"
    r"|(?<=been )(?:made|agreed)|(?<=was )made|(?<=were )made|made\s+public|unveiled|secured))\b",
    re.IGNORECASE,
)
_BEHALF = re.compile(
    r"\s+(?:it\s+|the\s+|these\s+|both\s+)?(?:signed\s+)?(?:on\s+behalf|for\b|it\b|them\b|documents?\b"
    r"|papers?\b|(?:was|were)\s+(?:conducted|done|performed|carried\s+out|made)\s+by)",
    re.IGNORECASE,
)
_IT = re.compile(
    r"^\W*(?:(?:It|This|They|Both)\b|Signed\b)"
    r"|\b(?i:the|these|both|that|this)\s+(?:documents?|papers?|texts?|instruments?)\b"
)
"""What stands for an agreement that was named before."""
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?$")
"""Before a verb whose object stands before it: "an agreement was signed"."""
_IS_DONE_TO = re.compile(
    r"[^,.;]{0,60},?\s+(?:(?:by|under|through|to|in)\s+which|that|which)\s[^.;]{3,200},\s+"
    r"(?:has|have|was|were)\s+(?:now\s+)?(?:been\s+)?"
)
"""Between a paper and what was done to it: "the agreement, under which both work, was"."""
_NO_OBJECT = re.compile(
    r"\s*(?:[.,;]|in\b|at\b|by\b|on\s+(?:behalf|\w+day)\b|for\b|with\b|here\b|now\b|today\b|yesterday\b)"
)
"""After a verb of signing that does not say what is signed."""
_SIGN_LATER = re.compile(r"\b(?:sign|ink)(?:ed|s)?\b", re.IGNORECASE)
_SIGNED = re.compile(
    r"\b(?:signing\s+ceremony|ceremonial\s+signing)\b|"
    r"\bput\s+(?:his|her|their)\s+(?:names?|signatures?)\b"
    r"|\b(?:signed|inked)\b(?!\s+(?:up|off|on\b|in\s+to|cop(?:y|ies)))",
    re.IGNORECASE,
)
_STARTS_WITH_IT = re.compile(
    r"\W*(?:(?:The|This|Their|Its)\s+(?:\w+\s+){0,3}"
    r"|What\s+(?:\w+\s+){1,2}(?:signed|inked)\s+(?:is|was)\s+(?:an?\s+)?(?:\w+\s+)?)"
)
"""How a sentence begins that goes on to name what was signed: "The memorandum …"."""
_THE = re.compile(r"(?:^|\b(?:the|this|a\s+new)\s+)(?:signed\s+)?$", re.IGNORECASE)
_LABOUR = re.compile(
    r"\b(?:trade|labou?r|staff|workers['’]?|lecturers['’]?)\s+(?:unions?|associations?)\b|\bunions\b"
    r"|\bUnion\s+of\s+[^.;]{0,30}(?:Workers|Servants|Employees|Teachers|Staff)\b"
    r"|\b(?:agree(?:ment|d)?|deal)\s+on\s+(?:pay|wages|salaries|working\s+(?:hours|conditions))\b"
    r"|\b(?:on|the)\s+strike\b|\bindustrial\s+action\b|\bcollective\s+(?:bargaining|agreement)",
    re.IGNORECASE,
)
"""Where employers and employees come to terms, which is no cooperation of two bodies."""
_PERSONAL = re.compile(
    r"\b(?:coach|player|striker|lecturer|author|writer|singer|actor|actress|student|graduate|winner|finalist|trainee|apprentice|alumn\w+)s?"
    r"(?:\s+(?:of|at|from)\s+[^,.;]{3,60}?)?"
    r"\s+(?:(?:has|have|had|who|also|recently|just)\s+)*$|\bwho\s+[a-z]+s\s+and\s+$",
    re.IGNORECASE,
)
"""Before a verb: people who sign for themselves."""
_BLANK = re.compile(r"_{5,}")
"""Where something is to be filled in: a text with several is a form, not news."""
_WITH = re.compile(r"\bwith\s")
_AND_A = re.compile(r"(?:,|\band)\s+(?:and\s+)?(?:also\s+)?an?\s+(?:[\w-]+\s+){0,3}$")
_AND_ANOTHER = re.compile(
    r"(?:\s*\([^()]{1,30}\))?,?\s+(?:and|as\s+well\s+as)\s+(?:also\s+)?an?\s+(?:[\w-]+\s+){0,3}"
)
_AND_THE = re.compile(
    r"[^.;]{0,80}?(?:,|\band)\s+(?:and\s+|then\s+)?(?:the|an?)\s+(?:[\w-]+\s+){0,4}"
)
"""Between two papers that are signed together: where they are counted, too, both are known."""
_LOOK_BACK = 120
"""Characters before a noun in which a list may go on to it."""
_UNTITLED = frozenset({Kind.COOPERATION_AGREEMENT, Kind.RESEARCH_AGREEMENT})
_MOST = 20
"""Events; a text that tells more is no announcement, and its parties would take long to find."""
_MOST_VERBS = 20
"""Verbs of signing in a sentence that are looked at: more are no sentence of the news."""
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
    items: dict[Span, list[Event]] = {}
    if len(_BLANK.findall(reading.document.text)) > 1:
        return found
    for number, sentence in enumerate(sentences):
        told = (
            _events_in(sentence, year)
            or items.get(sentence.span, [])
            or _told_of_it(sentence, sentences[max(0, number - 2) : number], year)
            or _named_after(sentence, sentences[number + 1 : number + 4], year)
        )
        if told and told[0].modality is Modality.DONE and is_paper(told[0].noun):
            items |= {e.sentence.span: [e] for e in told_singly(told[0], sentences[number + 1 :])}
        found += told
    if not any(e.modality is Modality.DONE and e.kind is not Kind.OTHER for e in found):
        other = {event.sentence.span for event in found if event.modality is not Modality.DONE}
        unsigned = [
            s
            for s in sentences
            if s.span not in other
            and not _by_people(s.text)
            and not (other and s.role is Role.HEADING)  # it tells what the text says of a plan
        ]
        schools = short_names(sentences) if unsigned else frozenset()
        bonds = [
            Event(sentence, noun, noun, kind, Modality.DONE, sentence.span)
            for sentence in unsigned
            for kind, noun in bond_in(sentence, schools)
        ]
        found += bonds or ([] if other else _joined(unsigned, schools))
    found = without_asides(found[:_MOST], sentences)
    return found + _fuller_name(found, sentences)


def _joined(sentences: list[Sentence], schools: frozenset[str]) -> list[Event]:
    """The first sentence in which two join whose agreement others speak of, as an event."""
    for sentence in sentences:
        rest = [other for other in sentences if other is not sentence]
        if joined := partnering_in(sentence, rest, schools):
            verb, (kind, noun) = joined
            return [Event(sentence, verb, noun, kind, Modality.DONE, sentence.span)]
    return []


def _by_people(text: str) -> bool:
    """Whether people sign for themselves in a sentence: "a lecturer signed a book deal"."""
    return any(_PERSONAL.search(text[: verb.start()]) for verb in _VERB.finditer(text))


def _fuller_name(found: list[Event], sentences: list[Sentence]) -> list[Event]:
    """Where "an agreement" was signed, what names it more fully: "The memorandum", a headline."""
    done = [event for event in found if event.modality is Modality.DONE]
    if not done or any(event.kind not in _UNTITLED and is_paper(event.noun) for event in done):
        return []
    first = sentences.index(done[0].sentence)
    for sentence in sentences[first + 1 :] + sentences[:first]:
        if sentence.role is not Role.BODY or dates_in(sentence.span):
            continue
        for kind, noun in papers_in(sentence.span):
            before = sentence.text[: noun.start - sentence.span.start]
            if kind not in _UNTITLED and _THE.search(before):
                return [Event(sentence, noun, noun, kind, Modality.DONE, sentence.span)]
    headings = [sentence for sentence in sentences if sentence.role is Role.HEADING]
    return [
        Event(heading, noun, noun, kind, Modality.DONE, heading.span)
        for heading in headings[:1]
        for kind, noun in papers_in(heading.span)[:1]
        if kind not in _UNTITLED
    ]


def _told_of_it(sentence: Sentence, before: list[Sentence], year: int | None) -> list[Event]:
    """ "It was signed …": the agreement is the one that a sentence just before names."""
    verb = _VERB.search(sentence.text)
    if not verb or verb["weak"]:
        return []
    alone = _NO_OBJECT.match(sentence.text, verb.end()) and _SIGNED.match(verb[0])
    if not _IT.search(sentence.text) and not (alone and not agreements_in(sentence.span)):
        return []
    nouns = [pair for near in before for pair in papers_in(near.span)]
    nouns = nouns or [pair for near in before[-1:] for pair in agreements_in(near.span)]
    if not nouns:
        return []
    at, (kind, noun) = _at(sentence.span, verb), nouns[-1]
    return [Event(sentence, at, noun, kind, modality_of(sentence, at, at, year), sentence.span)]


def _named_after(sentence: Sentence, after: list[Sentence], year: int | None) -> list[Event]:
    """A signing of nothing named, where one of the next three sentences begins "The memorandum"."""
    verb = _SIGNED.search(sentence.text)
    if not verb or agreements_in(sentence.span) or _PERSONAL.search(sentence.text[: verb.start()]):
        return []
    at = _at(sentence.span, verb)
    for following in after:
        for kind, noun in papers_in(following.span)[:1]:
            if _STARTS_WITH_IT.fullmatch(following.text[: noun.start - following.span.start]):
                modality = modality_of(sentence, at, at, year)
                return [Event(sentence, at, noun, kind, modality, sentence.span)]
    return []


def _events_in(sentence: Sentence, year: int | None) -> list[Event]:
    nouns = agreements_in(sentence.span)
    verbs = islice(_VERB.finditer(sentence.text), _MOST_VERBS)
    told = [event for verb in verbs if (event := _event(sentence, verb, nouns, year))]
    if not told:
        return []
    if clauses := by_clause(told, nouns):
        return clauses
    event = next((e for e in told[:1] if is_paper(e.noun) or e.kind is Kind.OTHER), None)
    event = event or next((e for e in told if is_paper(e.noun)), told[0])
    split = _split(event, nouns)
    return [*(split if len(split) > 1 else _both(event, nouns)), *_further_acts(event)]


def _further_acts(event: Event) -> list[Event]:
    """ "A signed for X, and B signed for Y": the verbs after the first."""
    sentence, offset = event.sentence, event.sentence.span.start
    later = _VERB.finditer(sentence.text, event.verb.end - offset)
    spans = [_at(sentence.span, verb) for verb in later if _BEHALF.match(sentence.text, verb.end())]
    return [Event(sentence, at, at, Kind.OTHER, event.modality, sentence.span) for at in spans]


def _event(
    sentence: Sentence, verb: re.Match[str], nouns: list[tuple[Kind, Span]], year: int | None
) -> Event | None:
    if _PERSONAL.search(sentence.text[: verb.start()]):
        return None
    at, offset = _at(sentence.span, verb), sentence.span.start
    weak = bool(verb["weak"])
    near = [
        (kind, noun)
        for kind, noun in nouns
        if (0 <= noun.start - at.end <= _WEAK_REACH)
        or (
            (not weak or noun.end <= at.start)
            and _distance(noun, at) <= (_WEAK_REACH if weak else _REACH)
        )
        or _IS_DONE_TO.fullmatch(sentence.text, noun.end - offset, verb.start())
    ]
    if not near:
        if (weak and verb[0] != "exchanged") or not _BEHALF.match(sentence.text, verb.end()):
            return None
        return Event(
            sentence, at, at, Kind.OTHER, modality_of(sentence, at, at, year), sentence.span
        )
    near = [pair for pair in near if is_paper(pair[1])] or near
    if weak and _SIGN_LATER.search(
        sentence.text, verb.end(), near[0][1].start - sentence.span.start
    ):
        return None  # "announced that it is to sign": the later verb tells
    after = [pair for pair in near if pair[1].start >= at.end]
    before = next((pair for pair in reversed(near) if pair[0] not in _UNTITLED), near[-1])
    passive = _PASSIVE.search(sentence.text[: verb.start()]) and before[1].end <= at.start
    kind, noun = after[0] if after and not passive else before
    modality = modality_of(sentence, at, noun, year)
    return Event(sentence, at, noun, kind, modality, sentence.span)


def _split(event: Event, nouns: list[tuple[Kind, Span]]) -> list[Event]:
    """One event for each document signed: "signed a memorandum with X and an agreement with Y"."""
    text, offset = event.sentence.text, event.sentence.span.start
    parts = [event.noun.start]
    kinds = [(event.kind, event.noun)]
    for kind, noun in nouns:
        before = text[parts[-1] - offset : noun.start - offset]
        if (
            noun.start > event.noun.end
            and (another := _AND_A.search(before[-_LOOK_BACK:]))
            and _WITH.search(before[: len(before) - len(another[0])])
            and _WITH.search(text, noun.end - offset)
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


def _both(event: Event, nouns: list[tuple[Kind, Span]]) -> list[Event]:
    """One event for each sort of paper that both sign: "a memorandum and a contract"."""
    sentence, offset = event.sentence, event.sentence.span.start
    events, last = [event], event.noun
    for kind, noun in nouns:
        between = sentence.text[last.end - offset : max(last.end, noun.start) - offset]
        if noun.start < last.end or not is_paper(noun) or not is_paper(event.noun):
            continue
        another = _AND_THE if counts_papers(sentence.text) else _AND_ANOTHER
        if kind not in {e.kind for e in events} and another.fullmatch(between):
            events.append(Event(sentence, event.verb, noun, kind, event.modality, event.scope))
            last = noun
    return events


def _distance(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def _at(span: Span, match: re.Match[str]) -> Span:
    return Span(span.start + match.start(), span.start + match.end(), span.document)
