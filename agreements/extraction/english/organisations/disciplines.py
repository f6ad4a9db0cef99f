"""The words for disciplines and trades of which names of bodies are made: "Arts and Design"."""

import re

from agreements.extraction.english.organisations.body_types import type_of

FIELDS = frozenset(
    """
    art technology technologies science sciences engineering medicine minerals economics economy
    trade
    telecommunication telecommunications arts law management agriculture commerce finance industry
    information communication communications design business research education applied innovation
    computing humanities geosciences health healthcare electronics marine astronautics forestry
    culture petroleum technical tourism energy environment transport sport media politics letters
    aeronautics labour hospitality welfare planning development employment social training
    innovation invention
    incubation entrepreneurship research excellence micro small medium enterprises
    administration pharmacy metallurgy architecture theatre theater drama film cinema marketing
    data computer life manufacturing mining fashion music textile textiles security defence
    defense veterinary
    banking literature linguistics dance nursing language languages
    """.split()
)
_FIELD_ENDING = re.compile(
    r"[a-z](?:ics|ology|onomy|graphy|culture|(?<!min)istry|metry|sciences?|eering|logies)$"
)
"""What the names of disciplines end in, for those that the list above does not hold."""
_ADJECTIVE = re.compile(r"(?:al|ic|ive|ary|ied|ed|er|and|of)$")
FIELD_NEXT = re.compile(rf"\s+(?:{'|'.join(FIELDS)})\b", re.IGNORECASE)
FIELDS_OF_SCHOOL = re.compile(
    rf"(?:(?:{'|'.join(FIELDS)}),?\s+(?:(?:and|&)\s+)?)+"
    r"(?:university|college|institute|academy|school|polytechnic)\b",
    re.IGNORECASE,
)
"""What goes on the name of a school after a discipline: "…, Design and Technology University"."""
SUPPLIES = FIELDS | frozenset(
    "investment export import reconstruction electricity water sanitation gas oil light power"
    " heat food drug livestock fisheries irrigation".split()
)
"""What offices have charge of besides disciplines: "Electricity and Water Authority"."""


def only_fields(name: str) -> bool:
    """Whether a name is made of disciplines alone: "Higher Education"."""
    if type_of(name) is not None and " and " not in name:
        return False
    *adjectives, last = name.casefold().split()
    return is_field(last) and all(_ADJECTIVE.search(w) or is_field(w) for w in adjectives)


def is_field(word: str) -> bool:
    """Whether a word in small letters names a discipline."""
    return word in FIELDS or _FIELD_ENDING.search(word) is not None


def is_of_field(word: str) -> bool:
    """Whether a word names a discipline or is an adjective of one: "electrical"."""
    return is_field(word) or word.endswith(("ical", "onal", "ial", "ural", "ublic"))
