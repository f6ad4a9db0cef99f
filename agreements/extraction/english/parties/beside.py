"""The one school and the one partner that an announcement names side by side.

Where the sentences of a signing name nobody, these are its parties however the headline is built:
whom else would it name together with a memorandum?
"""

from agreements.extraction.blocks import Role, Sentence
from agreements.extraction.english.events.agreement_kinds import papers_in
from agreements.extraction.english.organisations.body_types import teaches
from agreements.extraction.english.parties.register import Organisation, Register
from agreements.extraction.english.pipeline import Reading
from agreements.vocabulary.kinds import OrganisationType

_TRADE = (OrganisationType.COMPANY, OrganisationType.ASSOCIATION, OrganisationType.FOUNDATION)


def named_beside(register: Register, reading: Reading) -> tuple[Organisation, Organisation] | None:
    """A school and its partner, if a headline or the first sentence names a paper and these two."""
    opening = reading.opening[:1]
    headings = [
        sentence
        for sentence in reading.sentences
        if sentence.role is Role.HEADING and opening and sentence.span < opening[0].span
    ]
    pairs = (_pair_in(sentence, register) for sentence in (*headings, *opening))
    return next((pair for pair in pairs if pair), None)


def _pair_in(sentence: Sentence, register: Register) -> tuple[Organisation, Organisation] | None:
    if not papers_in(sentence.span):
        return None
    named = list(dict.fromkeys(party for _, party in register.mentioned(sentence.span)))
    schools = [p for p in named if p.academic and teaches(p.name.words, p.type)]
    partners = [p for p in named if p.type in _TRADE]
    if len(named) == 2 and len(schools) == len(partners) == 1:
        return schools[0], partners[0]
    return None
