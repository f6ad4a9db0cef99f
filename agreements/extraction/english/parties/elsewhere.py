"""Whom a signing means that its own sentence does not name: what other sentences tell of a side."""

import re

from agreements.extraction.blocks import Role, Sentence
from agreements.extraction.english.parties.acting import Sides, sides_in
from agreements.extraction.english.parties.register import Organisation, Register
from agreements.extraction.english.pipeline import Reading
from agreements.extraction.events import Event
from agreements.vocabulary.kinds import OrganisationType

_SEVERAL = {
    True: re.compile(r"\b(?:universities|colleges|institutes|schools|varsities)\b", re.IGNORECASE),
    False: re.compile(
        r"\b(?:companies|firms|enterprises|businesses|partners|organi[sz]ations|business\s+houses|banks"
        r"|industries)\b",
        re.IGNORECASE,
    ),
}
"""Words for parties of one side that a signing does not name."""
_VARIOUS = re.compile(
    r"\b(?:various|several|different|many|multiple|numerous)\s+(?:\w+\s+)?(?:companies|firms|industries"
    r"|organi[sz]ations|partners|enterprises)\b"
)
"""Partners that nobody counts: none far from the signing is meant."""
_REPRESENTING = re.compile(r"\W*(?:Representing|On\s+behalf\s+of)\b")
_PARTNERS = (OrganisationType.COMPANY, OrganisationType.ASSOCIATION, OrganisationType.FOUNDATION)


def both_around(event: Event, register: Register, reading: Reading) -> Sides | None:
    """The sides that "they" and "both" stand for: those of a sentence near by that names two."""
    at = reading.sentences.index(event.sentence)
    sentences = [s for s in reading.sentences[:at] if s.role is not Role.FURNITURE]
    before, after = sentences[-3:], reading.sentences[at + 1 : at + 3]
    for sentence in (*reversed(before), *after):
        strong, _, _ = sides_in([sentence.span], register)
        if sentence.role is not Role.FURNITURE and strong[True] and strong[False]:
            return strong
    apart = [s.span for s in (*before[-2:], *after) if s.role is Role.BODY]
    strong, _, _ = sides_in(apart, register)
    if strong[True] and strong[False]:
        return strong
    for sentence in reversed(sentences):
        strong, _, by_people = sides_in([sentence.span], register)
        named = {side: strong[side] or by_people[side] for side in (True, False)}
        if named[True] and named[False]:
            return named
    return None


def only_schools_before(event: Event, register: Register, reading: Reading) -> bool:
    """Whether the sentence before, which says who "they" are, has several schools act alone."""
    at = reading.sentences.index(event.sentence)
    if not at:
        return False
    strong, weak, by_people = sides_in([reading.sentences[at - 1].span], register)
    others = strong[False] or weak[False] or by_people[False]
    return len(strong[True]) > 1 and not others


def around(
    event: Event, register: Register, reading: Reading, academic: bool
) -> tuple[list[Organisation], list[Organisation]]:
    """The side from the headline, else from the nearest sentence, earlier ones first.

    What acts in such a sentence, and what is only spoken of before any that acts.
    """
    at = reading.sentences.index(event.sentence)
    order: list[Sentence] = [s for s in reading.sentences[:at] if s.role is Role.HEADING]
    order += [s for s in reversed(reading.sentences[:at]) if s.role is not Role.HEADING]
    order += reading.sentences[at + 1 :]
    if not academic and _VARIOUS.search(event.sentence.text):
        order = reading.sentences[max(0, at - 2) : at] + reading.sentences[at + 1 : at + 3]
    far: list[Organisation] = []
    for sentence in order:
        if sentence.role is Role.FURNITURE:
            continue
        strong, weak, _ = sides_in([sentence.span], register)
        if not academic:
            schools = (
                bool(strong[True] or weak[True]) or _REPRESENTING.match(sentence.text) is not None
            )
            strong[False] = [p for p in strong[False] if _may_be_meant(p, schools)]
            weak[False] = [p for p in weak[False] if _may_be_meant(p, beside_school=False)]
        several = sentence.role is Role.HEADING or _SEVERAL[academic].search(event.sentence.text)
        some = slice(None) if several else slice(1)
        if strong[academic]:
            return ([] if far else strong[academic][some]), far
        far = far or weak[academic][some]
    return [], far


def _may_be_meant(party: Organisation, beside_school: bool) -> bool:
    """Whether a partner that another sentence names may be that of a signing.

    One of no known kind has to stand beside a school there; offices and bodies of states name
    themselves where they sign.
    """
    return party.type in _PARTNERS or (party.type is None and beside_school)
