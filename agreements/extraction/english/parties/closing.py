"""Whether the sentence of a signing names all who signed, or leaves somebody to be looked for."""

import re

from agreements.extraction.document import Span
from agreements.extraction.english.organisations.body_types import type_of
from agreements.extraction.english.organisations.slots import SCHOOL_ACRONYM, named_between
from agreements.extraction.english.parties.acting import Sides
from agreements.extraction.english.parties.register import Register
from agreements.extraction.events import Event
from agreements.vocabulary.kinds import OrganisationType

_OPEN = {
    True: re.compile(
        r"\b(?:[Tt]he|[Oo]ur|[Bb]oth|(?!(?:for|in|of|to|at|from|across|among)\b)[a-z]+)\s+(?:universit(?:y|ies)|institut\w+|schools?|colleges?"
        r"|campus)\b|\b[Tt]he\s+(?:University|College|Institute|School)\b(?!\s+(?:of|for)\b)"
    ),
    False: re.compile(
        r"\b(?:the|its|both)\s+(?:\w+\s+)?(?:company|companies|firm|enterprise|group|corporation"
        r"|giant)\b",
        re.IGNORECASE,
    ),
}
"""Words for a side that is meant but not named."""
_PASSIVE_WITH = re.compile(
    r"\b(?:was|were|been)\s+(?:\w+ly\s+|also\s+)?(?:signed|inked|exchanged|concluded|sealed)\s+with\b"
)
"""Where only one side is named: "memoranda were signed with X and Y"."""
_UNIVERSITY_WITH = re.compile(
    r"\b[Tt]he\s+(?:university|college)\s+(?:has\s+|had\s+)?(?:also\s+)?(?:signed|inked|concluded)\b"
    r"[^,;.]*?\bwith\s+(?:the\s+)?$"
)
"""Before the other school of an agreement that "the university" has signed with it."""
_WITH = re.compile(r"\bwith\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,3}$")
_FOR_SCHOOLS = re.compile(
    r"\bfor\s+(?:all\s+)?the\s+(?:\w+\s+)?(?:institutions|universities|varsities|colleges|schools)\b"
)
"""Of those who sign for one side: "representatives of A and B signed for the institutions"."""
_MINISTER_ACTS = re.compile(
    r"\b(?:(?i:by|that)\s+(?:the\s+)?|^(?:The\s+)?)(?:Deputy\s+)?Ministers?\s+(?:of|for)\s[^.;]{5,120}?\band\b[^.;]{3,120}"
    r"\b(?i:chief\s+executive|ceo|managing\s+director|president|chair(?:man|woman|person)|director|manager|head)\b"
    r"(?![^.;]*\b[Uu]niversit)"
)
"""A member of a government and a head of a firm, where they are those who sign."""
_OTHERS = (
    r"(?:government|ministry|authorit(?:y|ies)|banks|unions?|clubs?|publishers?|municipality|city(?:\s+council)?"
    r"|town)"
)
_RECTORS = re.compile(
    r"\b(?:[Rr]ectors?|[Vv]ice[- ][Cc]hancellors?)\b[^;]{0,90}?\b(?:and|with)\s+(?:the\s+)?"
    r"(?:(?:[Rr]ector|[Vv]ice[- ][Cc]hancellor)\s+of\s"
    r"|(?:[A-Z][\w’']+\s+){1,5}(?:Rector|Vice[- ]Chancellor)\s+[A-Z])"
)
_OFFICE_ACTS = re.compile(
    r"\b(?:\d+|many|several|other)\s+(?:\w+\s+)?(?:companies|firms|suppliers)\s+(?:have\s+)?$|"
    rf"\b(?:[Tt]he|a)\s+(?:\w+\s+)?{_OTHERS}\b[^,;]{{0,40}}$"
)
_OFFICE_AND = re.compile(rf"\b[Tt]he\s+(?:[\w’']+\s+){{0,2}}{_OTHERS}\s+and\s+(?:the\s+)?[A-Z]")
_AND_OFFICE = re.compile(rf"\band\s+the\s+(?:\w+\s+)?{_OTHERS}\s+(?:have\s+|also\s+)?$")
"""Before a verb of signing whose subjects are a body and an office: "Acme and the city"."""
_WITH_OTHERS = re.compile(rf"\bwith\s+(?:the\s+|an?\s+)?(?:\w+\s+)?{_OTHERS}\b")
"""Bodies outside universities that a sentence need not name."""


def is_open(event: Event, academic: bool) -> bool:
    """Whether a sentence means somebody on this side whom it does not name: "the company"."""
    return _OPEN[academic].search(event.sentence.text) is not None


def is_between_offices(event: Event, strong: Sides) -> bool:
    """Whether a government signs with schools alone, whoever signs for it later on."""
    before = event.sentence.text[: event.verb.start - event.sentence.span.start]
    schools = len(strong[True]) > 1 and not strong[False]
    return schools and _OFFICE_ACTS.search(before) is not None


def is_with_government(event: Event, strong: Sides, register: Register) -> bool:
    """Whether an office of the state and a firm are named as all who signed."""
    types = {party.type for party in strong[False]}
    both = {OrganisationType.GOVERNMENT, OrganisationType.COMPANY} <= types
    return both and is_closed(event, strong, register, academic=True)


def is_between_rectors(event: Event, strong: Sides) -> bool:
    """Whether the heads of two schools sign, so that no partner is left to be looked for."""
    return not strong[False] and _RECTORS.search(event.sentence.text) is not None


def is_closed(event: Event, strong: Sides, register: Register, academic: bool) -> bool:
    """Whether a sentence names all its parties, none of them on this side."""
    if is_open(event, academic):
        return False
    if not academic and _FOR_SCHOOLS.search(event.sentence.text):
        return False
    if bound := named_between(event.scope):
        may_be_school = academic and any(SCHOOL_ACRONYM.fullmatch(name.words) for name in bound)
        hidden = may_be_school and not register.names_a_school()
        return bool(strong[not academic]) and not hidden
    if academic and _MINISTER_ACTS.search(event.sentence.text):
        return True
    if academic and _is_signed_by_somebody(event, register):
        return False
    if not academic and _UNIVERSITY_WITH.search(_before_schools(event, register)):
        return True
    known = [party for party in strong[not academic] if academic or party.type is not None]
    if len(known) > 1 and not _PASSIVE_WITH.search(event.sentence.text):
        return True
    return academic and _says_who_with_whom(event, register)


def _before_schools(event: Event, register: Register) -> str:
    """The sentence up to the one school that it names."""
    sentence = event.sentence.span
    schools = [pair for pair in register.mentioned(sentence) if pair[1].academic]
    if len({school for _, school in schools}) != 1:
        return ""
    return sentence.document.text[sentence.start : schools[0][0].start]


def _is_signed_by_somebody(event: Event, register: Register) -> bool:
    """Whether people sign for a body that only their position names: "Jane Roe, dean of ABC"."""
    start, verb = event.sentence.span.start, event.verb.start
    if start >= verb:
        return False
    before = Span(start, verb, event.verb.document)
    bodies = [party for _, party in register.mentioned(before) if not party.academic]
    return register.has_person(before) and not bodies


def _says_who_with_whom(event: Event, register: Register) -> bool:
    """ "The ministry signed a contract with Acme" has no school to be looked for elsewhere."""
    sentence, verb = event.sentence.span, event.verb
    text = sentence.document.text
    mentioned = register.mentioned(sentence)
    bodies = [span for span, party in mentioned if not party.academic]
    before, after = text[sentence.start : verb.start], text[verb.end : sentence.end]
    office = _OFFICE_ACTS.search(before) is not None
    acting = any(_acts(span, verb, register) for span in bodies)
    with_whom = any(
        span.start > verb.end
        and _WITH.search(text[verb.end : span.start])
        and (" " in span.words or type_of(span.words) or (office and not span.words.isupper()))
        for span in bodies
    )
    if acting and (_OFFICE_AND.search(before) or _AND_OFFICE.search(before)):
        return True
    return (acting or office) and (with_whom or _WITH_OTHERS.search(after) is not None)


def _acts(body: Span, verb: Span, register: Register) -> bool:
    """Whether a body stands before the verb itself, not somebody who is introduced with it."""
    if body.end > verb.start or register.in_position(body):
        return False
    return not register.has_person(Span(body.end, verb.start + 1, verb.document))
