"""Papers of which one body signs one with each of several others, each a record of its own."""

import re
from collections.abc import Sequence

from agreements.extraction.english.events.enumeration import PAPERS, papers_counted
from agreements.extraction.english.parties.parties import Parties
from agreements.extraction.english.parties.register import Organisation
from agreements.extraction.events import Event

_SEPARATE = re.compile(
    rf"\b(?:separate|individual|bilateral|respective)\s+(?:[\w-]+\s+){{0,3}}?{PAPERS}\b"
    rf"|\b{PAPERS}\b[^.;]{{0,300}}\b(?:separately|individually|with\s+each\s+of)\b",
    re.IGNORECASE,
)
_RESPECTIVELY = re.compile(rf"\b{PAPERS}\b[^.;]{{0,300}}\brespectively\b", re.IGNORECASE)
_TOGETHER = re.compile(r"\b(?:tripartite|trilateral|multilateral|three-way|four-way)\b", re.I)


def separately(group: list[Event], sides: Parties) -> list[Parties]:
    """The sides of each paper that these events tell: as they are, where all share one.

    "Two memoranda with A and B" are one with each, and so are "separate memoranda".
    """
    texts = [event.sentence.text for event in group]
    schools, partners = sides.institutions, sides.partners
    if any(_TOGETHER.search(text) for text in texts):
        return [sides]
    if len(schools) == len(partners) > 1 and _RESPECTIVELY.search(texts[0]):
        return [Parties((a,), (b,)) for a, b in zip(schools, partners, strict=True)]
    if len(schools) == 1 and _one_each(partners, texts):
        return [Parties(schools, (partner,)) for partner in partners]
    if len(partners) == 1 and _one_each(schools, texts):
        return [Parties((school,), partners) for school in schools]
    return [sides]


def _one_each(parties: Sequence[Organisation], texts: list[str]) -> bool:
    return len(parties) > 1 and any(
        papers_counted(text) == len(parties) or _SEPARATE.search(text) for text in texts
    )
