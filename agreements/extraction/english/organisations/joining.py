"""What goes on a name: the words and signs between capitalised words that bind them into one."""

import re
from itertools import pairwise

from agreements.extraction.english.organisations.acronyms import initials
from agreements.extraction.english.organisations.body_types import (
    COMPANY_WORDS,
    GOVERNMENT_WORDS,
    INSTITUTION_WORDS,
    is_common,
    type_of,
)
from agreements.extraction.english.organisations.countries import country_of, states
from agreements.extraction.english.organisations.disciplines import (
    FIELDS,
    FIELDS_OF_SCHOOL,
    SUPPLIES,
    is_field,
    is_of_field,
)
from agreements.extraction.english.organisations.name_edges import UPPER, Words, words_of
from agreements.extraction.english.titles import is_honorific, is_office
from agreements.names import LEGAL_FORMS
from agreements.vocabulary.kinds import HIGHER_EDUCATION, INSTITUTION_TYPES, OrganisationType

_SMALL = re.compile(
    r"\s+(?:of|for|de|del|degli|della|delle|dei|à|es|e|y|i|et|da|das|do|dos|di|din|du|des|für|und|am|og|och|voor|van|von"
    r"|bint|bin)(?:\s+(?:the|la|las|les|los))?\s+|\s+(?:al|el|ul)[\s-]"
)
_ELIDED = re.compile(r"\s+(?:d|dell|dall|nell|all)[’']")
"""Before a vowel: "Banca Popolare dell'Adriatico"."""
_PHRASE = re.compile(
    rf"[{UPPER}][\w’'&-]*(?:\s+(?:(?:of|for)\s+)?(?:the\s+)?[{UPPER}][\w’'&-]*){{0,6}}"
)
_TRADE_AND_FORM = re.compile(
    r"(?:Consult\w+|Trading|Engineering|Construction|Services|Investments?|Logistics"
    r"|Distributing|Publishing|Shipping|Catering|Packaging|Printing|Mining|Milling|Processing|Refining"
    r"|Marketing|Management|Supplies|Associates|Contractors|Developers|Production|Development"
    r"|Technolog(?:y|ies)|Trade|Export|(?:Motor|Machine|Machinery|Steel|Chemical|Power|Food|Oil|Gas|Electric\w*)\s+Industr(?:y|ies)|Tourism|Transport|Solutions|Industries|Innovations?)"
    r"\s+(?:Joint\s+Stock|JSC|Corporation|Association|Enterprise|Co\b|Company|Ltd|Limited|Pvt"
    r"|Private|Pte|Inc|LLC|LLP|Plc|Sdn)",
    re.IGNORECASE,
)
"""What goes on a firm's name after "and": "… Services and Consultancy Limited"."""
_ACTIVITY = re.compile(
    r"(?:[A-Z]\w+,?\s+(?:and\s+|&\s+)?){0,4}(?:Co-?operation|Collaborations?|Partnerships?|Exchanges?"
    r"|Internships?|Placements?|Mobility|Research|Trainings?|Programs?|Programmes?)\s*$"
)
"""What parties agree "for" at the end of a headline that capitalises every word."""
_COMMON_TO_SCHOOLS = frozenset(
    """
    the state national international islamic european american fine free higher open new royal
    pontifical catholic technological polytechnical pedagogical medical business graduate music
    """.split()
)
"""Words of names of schools that tell none from another."""
_ABROAD = frozenset({"American", "German", "British", "French", "Canadian", "Czech"})
"""With which universities "in" a city are named: "American University in Cairo"."""
_LANDS = frozenset(
    {("trinidad", "tobago"), ("bosnia", "herzegovina"), ("antigua", "barbuda")}
    | {
        ("kitts", "nevis"),
        ("jammu", "kashmir"),
        ("newfoundland", "labrador"),
        ("khyber", "pakhtunkhwa"),
    }
)
"""Lands with "and" in their names."""
_GENERIC = re.compile(
    r"(?:Techn|Polytechn|Med|Ped|Agr|Econ|Aer|Electr)\w+(?:ical|ural|ic) University"
)
"""What is no name alone: "State Mining and Technological University"."""
_ADJECTIVE_SCHOOL = re.compile(
    r"\w+(?:ical|ional|ural|ial|ental) "
    r"(?:University|College|Institute|School|Academy|Polytechnic)\b"
)
"""What goes on the name of a school after "and": "Vocational and Technical College"."""
_INNER_CAPITAL = re.compile(r"[A-Z][a-z]+[A-Z]")
"""A brand, whatever it sounds like: "NeoGenomics"."""
_UNFINISHED = frozenset(
    "vocational national international regional local public private industrial commercial"
    " technical economic social cultural human natural electrical mechanical digital medical"
    " agricultural".split()
)
"""Adjectives, with which no name ends."""
_ADJECTIVE = re.compile(r"\w+(?:[ai]c|al|ing)\s")
_FIRM = re.compile(r"\w\s(?:Company|Corporation|Enterprise|Group|Factory|Works)$")
_NAMED_AFTER = (*INSTITUTION_TYPES, OrganisationType.COMPANY)
"""Bodies that are named after people."""
_COMMON_BODIES = frozenset(
    {OrganisationType.ASSOCIATION, OrganisationType.GOVERNMENT, OrganisationType.FOUNDATION}
)
_FORM_AFTER = re.compile(r"\s+(?:Limited|Ltd|Pvt|Private|Inc|LLC|PLC|Plc|Co)\b")
"""After a land that belongs to a firm's name: "Acme, India Pvt Ltd"."""
_FORM_BEFORE = re.compile(rf"(?:PT|CV|KK)\.?\s+[{UPPER}]")
"""A legal form with which a firm's name begins: "… University, PT Acme"."""
_SEAT = re.compile(
    r"[A-Z][a-z]+(?:\s[A-Z][a-z]+)?\)\s(?:[A-Z][\w&]*\s){0,4}(?:Co\b|Company|Ltd|Limited|Inc\b"
    r"|Corporation|Holdings?|Group|Institute|Academy|Cent(?:er|re)|Laborator(?:y|ies)|Technolog(?:y|ies))"
)
"""A town or land in brackets within a name: "Acme (Shenzhen) Software Company"."""
_CLOSING = re.compile(r"[^“”«»\n]{1,80}[”»]\s(?:[A-Z]\w+\s)?(?P<head>[A-Z]\w+)")
_NAMESAKES = frozenset(
    "king queen prince princess regent st saint children girl boy teacher lady".split()
)
"""After whom schools are named, unlike a town: "King's College of Law"."""
_OF_ITS_KIND = re.compile(r"(?:University|Institute|Academy|School|College)\s+(?:of|for)\s")
"""After the town or land of a school: "Lahore's University of Law"."""
_OF_THE_PEOPLE = frozenset("republic congress court bank insurance".split())
"""With government and schools, what is the people's: "People's Bank"."""
_HOLDER = re.compile(
    r"\b(?P<office>(?!partner|expert|member|lead\b)[a-z][a-z-]+)\s+$|\b(?:[Mm]r|[Mm]rs|[Mm]s|[Dd]r|[Pp]rof)\.?\s+$"
)
"""Before whoever holds an office in small letters: "rector"."""
_BY = re.compile(r"\bby\s+(?:(?:Mr|Mrs|Ms|Dr|Prof|Professor|Eng|Engr)\.?\s+)*$")
_INITIALS = re.compile(r"[A-Z]{3,6}")
_ENDS_A_SCHOOL = frozenset({"university", "college", "polytechnic"})
_ALSO_OF_SCHOOLS = frozenset("research hospitals hospital colleges training studies".split())
"""What goes on a school's name after "&": "X University & Research"."""
UNITS = frozenset("faculty school department college institute centre center".split())


def joins(text: str, run: Words, word: re.Match[str]) -> bool:
    """Whether a capitalised word goes on the name that the run before it has begun."""
    gap = text[run[-1].end() : word.start()]
    left, right = run[-1][0].casefold().rstrip("."), word[0].casefold().rstrip(".")
    if gap.isspace() or gap == "-" or (gap == ". " and run[-1][0] in {"Dr", "DR"}):
        return True
    if gap == "" and left == "st":
        return True
    named_after = gap == ". " and len(left) == 1 and len(run) > 1
    if named_after and (_has_head(run) or type_of(_phrase(text, word)) in _NAMED_AFTER):
        return True  # "Charles R. Drew University"
    if gap in {"’ and ", "' and "} and left.endswith("s"):
        return type_of(_phrase(text, word)) in _COMMON_BODIES
    if gap in {"’ ", "' "} and left.endswith("s"):
        return type_of(_phrase(text, word)) is not None or is_common(word[0])
    if gap == "–":
        return type_of(_phrase(text, word)) is None
    if gap in {"'s ", "’s "} and left.endswith("men"):
        return right in INSTITUTION_WORDS | {"association", "union", "council", "club"}
    if gap in {"'s ", "’s "}:
        return _joins_owner(text, run, word)
    if gap == " & " and left in LEGAL_FORMS and right not in LEGAL_FORMS:
        return False
    if gap.strip() == "of" and (_is_holder(text, run) or _is_somebody(text, run, word)):
        return False
    if gap == " of " and _FORM_BEFORE.match(text, word.start()):
        return False
    if " for " in gap and word[0][0].isdigit():
        return False
    if gap == " for " and len(run) > 1 and _is_for_a_place(text, run, word):
        return False
    if "for" in gap and (_ACTIVITY.match(text, word.start()) or _acts_for(text, run, word)):
        return False
    if _ELIDED.fullmatch(gap):
        return True
    if (_SMALL.fullmatch(gap) and not word[0].islower()) or re.fullmatch(r"\s*&\s*", gap):
        return "&" not in gap or not _parts_two_bodies(text, run, word)
    if gap == ", " and right.startswith("universit") and run[0][0].casefold() in UNITS:
        return True
    if gap == ", " and right in {"graduate", "faculty", "department"}:
        whole = text[run[0].start() : run[-1].end()]
        return type_of(whole) is OrganisationType.UNIVERSITY and " of " in _phrase(text, word)
    if gap == ", " and _first(run) in {"faculty", "department", "school"}:
        return "niversi" in _phrase(text, word)
    if gap == ", " and _is_land(word[0]) and _FORM_AFTER.match(text, word.end()):
        return True
    if re.fullmatch(r"\.?,\s*|\.\s+", gap):
        headed = _has_head(run) or FIELDS_OF_SCHOOL.match(text, word.start()) is not None
        closes = right in LEGAL_FORMS and not _FORM_BEFORE.match(text, word.start())
        return closes or (left in FIELDS and right in FIELDS and headed)
    if gap in {"” ", "» "} and text[run[0].start() - 1] in "“«":
        return is_common(_phrase(text, word).split()[-1]) or right in LEGAL_FORMS
    if re.fullmatch(r",?\s+and\s+", gap):
        if _has_own_acronym(text, word):
            return False
        return _coordinates(run, left, _phrase(text, word)) or _is_quoted(text, run, word)
    if gap == " (":
        after = re.match(r"[\w ]*\)\s*(\w+)", text[word.end() :])
        legal = after is not None and after[1].casefold() in LEGAL_FORMS
        land = text.startswith(")", word.end()) and country_of(word[0]) is not None
        return right == "pvt" or legal or land or _is_seat(text, word)
    if gap == " in " and run[-1][0] == "Excellence":
        return True
    if gap == " in " and run[-1][0] == "University" and _ABROAD & {w[0] for w in run[-3:]}:
        return True
    if gap in {" in ", " in the "} and _names_no_place(run):
        return True
    if gap in {" - ", " – ", " at "} and _is_campus(text, run, word):
        return True
    if gap in {" - ", " – "}:
        return word[0].casefold() in UNITS and _has_head(run)
    if re.fullmatch(r"\s+(?:at|in)\s+(?:the\s+)?", gap):
        unit = any(other[0].casefold() in UNITS for other in run)
        return (_first(run) == "university" and "at" in gap) or (
            unit and type_of(_phrase(text, word)) in HIGHER_EDUCATION
        )
    if gap in {") ", ")"}:
        opened = text.rfind("(", run[0].start(), run[-1].end())
        if opened < 0:
            return False
        land = country_of(run[-1][0]) is not None
        return right in LEGAL_FORMS or land or _SEAT.match(text, opened + 1) is not None
    return False


def _joins_owner(text: str, run: Words, word: re.Match[str]) -> bool:
    """Whether a genitive is within a name: "King's College", and not "Lahore's University of X"."""
    left, right = run[-1][0].casefold().rstrip("."), word[0].casefold().rstrip(".")
    if left == "people":
        state = right in _OF_THE_PEOPLE | INSTITUTION_WORDS | GOVERNMENT_WORDS
        return state or type_of(_phrase(text, word)) in INSTITUTION_TYPES
    if _first(run) not in _NAMESAKES and _OF_ITS_KIND.match(text, word.start()):
        return False
    firm = (right in COMPANY_WORDS or right == "register") and country_of(run[0][0]) is None
    firm = firm and len(run) == 1 and not run[0][0].isupper()  # "SMRT's Group CEO"
    return firm or (right in INSTITUTION_WORDS and not _has_head(run))


def _is_for_a_place(text: str, run: Words, word: re.Match[str]) -> bool:
    """Whether somebody's region follows a firm: "head of Acme Bank for Elbonia"."""
    phrase = _phrase(text, word)
    firm = type_of(words_of(text, run)) is OrganisationType.COMPANY
    return (
        firm and " " not in phrase and not is_field(phrase.casefold()) and type_of(phrase) is None
    )


def _is_holder(text: str, run: Words) -> bool:
    """Whether a run is a person "of" the body named next: "rector Jane Roe of X University"."""
    if not 2 <= len(run) <= 4 or type_of(text[run[0].start() : run[-1].end()]) is not None:
        return False
    before = _HOLDER.search(text, max(0, run[0].start() - 30), run[0].start())
    if before is None or any(is_common(word[0]) for word in run):
        return False
    office = before["office"]
    return office is None or is_office(office) or is_honorific(office)


def _is_somebody(text: str, run: Words, word: re.Match[str]) -> bool:
    """Whether two or three names are of a person, and no unit: "Jane Roe of Lund University"."""
    named = 2 <= len(run) <= 3 and all(other[0].istitle() for other in run)
    if not named or type_of(_phrase(text, word)) is not OrganisationType.UNIVERSITY:
        return False
    words = [other[0].casefold() for other in run]
    return not any(is_common(w) or is_of_field(w) or w in _COMMON_TO_SCHOOLS for w in words)


def _acts_for(text: str, run: Words, word: re.Match[str]) -> bool:
    """Whether a run is a person who acts "for" the body named next: "by Jane Roe for Acme Ltd"."""
    named = 2 <= len(run) <= 4 and not any(is_common(other[0]) for other in run)
    if not named or type_of(text[run[0].start() : run[-1].end()]) is not None:
        return False
    signs = _BY.search(text, max(0, run[0].start() - 30), run[0].start()) is not None
    return signs or type_of(_phrase(text, word)) is not None


def _parts_two_bodies(text: str, run: Words, word: re.Match[str]) -> bool:
    """Whether "&" stands between a school and a firm: "Lund University & Acme sign"."""
    left, right = run[-1][0].casefold(), word[0].casefold()
    phrase = _phrase(text, word)
    if left in _ENDS_A_SCHOOL:
        return not (is_field(right) or is_common(word[0]) or right in _ALSO_OF_SCHOOLS)
    before = text[run[0].start() : run[-1].end()]
    firm = type_of(before) is OrganisationType.COMPANY or _INITIALS.fullmatch(before) is not None
    return firm and type_of(phrase) is OrganisationType.UNIVERSITY


def _is_quoted(text: str, run: Words, word: re.Match[str]) -> bool:
    """Whether both stand in the same quotation marks, before what kind of body it is."""
    closing = _CLOSING.match(text, word.start()) if text[run[0].start() - 1] in "“«" else None
    return closing is not None and is_common(closing["head"])


def _is_seat(text: str, word: re.Match[str]) -> bool:
    """Whether a place stands in brackets within a name, and no short form of what is before."""
    return _SEAT.match(text, word.start()) is not None


def _is_land(word: str) -> bool:
    return country_of(word) is not None or word in {"USA", "UK", "UAE"}


def _has_own_acronym(text: str, word: re.Match[str]) -> bool:
    """Whether an acronym stands for all that follows "and": "and Acme Oil Elbonia (AOE)"."""
    phrase = _PHRASE.match(text, word.start())
    if phrase is None:
        return False
    acronym = re.match(r"\s*\(([A-Z]{2,6})\)", text[phrase.end() :])
    return acronym is not None and acronym[1] in initials(phrase[0])


def _first(run: Words) -> str:
    """The first word of a name in small letters, without an article."""
    return next((word[0].casefold() for word in run if word[0] != "The"), "")


def _coordinates(run: Words, left: str, phrase: str) -> bool:
    """Whether "and" stands within a name: between fields, or in what a body is for."""
    words = phrase.split(" of ")[0].casefold().split()
    if words[0] in {"company", "sons", "brothers", "associates", "resorts", "suites"}:
        return True
    if (left, words[0]) in _LANDS or (_GENERIC.fullmatch(phrase) and not _has_head(run)):
        return True
    if left.endswith(("al", "ic", "public", "community")) and _ADJECTIVE_SCHOOL.match(phrase):
        return True
    if _TRADE_AND_FORM.match(phrase) or _for_two_things(run, phrase) or _makes_two(run, phrase):
        return True
    purpose = re.search(r"\s(?:of|for)\s", run[0].string[run[0].start() : run[-1].end()])
    fields = all(map(is_of_field, words)) and (len(words) > 1 or is_field(words[0]))
    adjective = words[0].endswith(("ical", "ural")) and len(words) > 1
    if purpose and _has_head(run) and (left in _UNFINISHED or fields or adjective):
        return type_of(phrase) is None or left in _UNFINISHED or fields
    if any(word[0] == "Excellence" for word in run[:-1]) and type_of(phrase) is None:
        return True
    between_fields = left in SUPPLIES and words[0] in SUPPLIES
    if between_fields or type_of(phrase.split(" of ")[0]) is not None:
        return between_fields
    if not _has_head(run) or (left in COMPANY_WORDS and purpose is None):
        return False
    if (left == "university" and purpose) or _INNER_CAPITAL.match(phrase):
        return False
    if left in INSTITUTION_WORDS and purpose is None:
        return False  # "Lund University and Development Bank of Elbonia"
    of_place = _first(run) == "university" and not is_of_field(left)
    of_field = purpose is not None and not of_place
    return is_field(words[0]) or (of_field and any(map(is_field, words)))


def _names_no_place(run: Words) -> bool:
    """Whether a school has only common words in its name, so that "in" its city ends it.

    "Academy of Economics in Poznan", but not "Lund University in Sweden".
    """
    words = [word[0].casefold() for word in run]
    return (
        _has_head(run)
        and len(run) > 1
        and all(
            word in INSTITUTION_WORDS
            or word in _COMMON_TO_SCHOOLS
            or is_of_field(word)
            or word.endswith(("ish", "ese", "slovak", "czech"))
            for word in words
        )
    )


def _is_campus(text: str, run: Words, word: re.Match[str]) -> bool:
    """Whether a place tells universities of one state or name apart: "Indiana University at X"."""
    name = text[run[0].start() : run[-1].end()]
    if type_of(name) is not OrganisationType.UNIVERSITY or type_of(_phrase(text, word)):
        return False
    return country_of(word[0]) is not None or not states().isdisjoint(_pairs_and_words(name))


def _pairs_and_words(name: str) -> set[str]:
    words = name.split()
    return {*words, *map(" ".join, pairwise(words))}


def _for_two_things(run: Words, phrase: str) -> bool:
    """Whether a body is named after two things: "the Oil and Gas Association"."""
    first, text = run[0], run[0].string
    if len(run) > 1 or not text[: first.start()].endswith("the ") or first[0].isupper():
        return False
    return type_of(first[0]) is None and type_of(phrase) in _COMMON_BODIES


def _makes_two(run: Words, phrase: str) -> bool:
    """Whether a firm is named after two things: "the Pesticides and Veterinary Drugs Company"."""
    name = run[0].string[run[0].start() : run[-1].end()]
    things = run[-1][0].endswith("s") or _ADJECTIVE.match(phrase) is not None
    after_article = run[0].string[: run[0].start()].endswith("the ")
    return things and after_article and type_of(name) is None and _FIRM.search(phrase) is not None


def _phrase(text: str, word: re.Match[str]) -> str:
    """The capitalised words that begin at a word, with what "of" binds to them."""
    match = _PHRASE.match(text, word.start())
    return match[0] if match else word[0]


def _has_head(run: Words) -> bool:
    return any(
        word[0].casefold() in INSTITUTION_WORDS or word[0].casefold() in GOVERNMENT_WORDS
        for word in run
    )
