"""The body that a text is about, where the sentence of a signing leaves a side open.

Its name shows nothing of its kind; but it stands in the headline or the opening, and somebody who
holds an office of firms acts for it.
"""

import re

from agreements.extraction.blocks import Role
from agreements.extraction.english.organisations.affiliations import is_school_by_its_people
from agreements.extraction.english.organisations.body_types import is_common, type_of
from agreements.extraction.english.organisations.countries import country_of
from agreements.extraction.english.organisations.disciplines import only_fields
from agreements.extraction.english.organisations.names import names_in
from agreements.extraction.english.organisations.slots import SCHOOL_ACRONYM
from agreements.extraction.english.parties.register import Organisation, Register
from agreements.extraction.english.pipeline import Reading

_OFFICE = re.compile(
    r"\b(?:ceo|chief\s+\w+\s+officer|chief\s+executive|managing\s+director|general\s+manager|director"
    r"|manager|chair(?:man|woman|person)|founder|owner|president)\b",
    re.IGNORECASE,
)
_PLAIN = 3
"""Words from which a name is no longer that of a place alone: "Acme Industrial Park"."""


def prominent_party(register: Register, reading: Reading) -> list[Organisation]:
    """The one body of no known kind that opens the text and has an officer in it."""
    places = [name for label in ("GPE", "LOC", "NORP") for name in reading.names(label)]
    opening = reading.opening
    headings = [
        s
        for s in reading.sentences
        if s.role is Role.HEADING and opening and s.span.end <= opening[0].span.start
    ]
    for name in (name for s in (*headings, *opening) for name in names_in(s.span)):
        words = name.words
        place = country_of(words) is not None or any(place.overlaps(name) for place in places)
        if (
            type_of(words) is None
            and not (is_common(words) or only_fields(words) or register.is_person(name))
            and not (place and words.count(" ") + 1 < _PLAIN)
            and not (SCHOOL_ACRONYM.fullmatch(words) or register.resolve(words))
            and not is_school_by_its_people(words, reading.document.text)
            and any(_OFFICE.search(position) for position in register.positions_at(words))
        ):
            return [Organisation(name, None, (), academic=False)]
    return []
