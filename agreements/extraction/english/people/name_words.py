"""What a single word can be in the name of a person or in the phrase of an office."""

import re
from collections.abc import Sequence

from spacy.tokens import Token

from agreements.extraction.english.titles import AFTER_HONORIFICS, is_honorific, is_office

Range = tuple[int, int]
"""Positions in a list of tokens, the second exclusive."""

PARTICLES = frozenset(
    "bin binti bint al el de da dos van von der den di la le ibn abu ben y ur ul ud".split()
)
NOT_A_NAME = re.compile(
    r"""^(?:the|a|an|and|of|mous?|memorandum|agreement|university|universiti|college|institute|school
    |academy|faculty|department|ministry|huawei|group|technologies|limited|ltd|llc|plc|inc|bhd|gmbh|corp|jsc|llp|company|ict|ai|smart|
    january|february|march|april|may|june|july|august|september|october|november|december|monday
    |tuesday|wednesday|thursday|friday|saturday|sunday|party|letter|talent|seeds|innovation|digital
    |cloud|computing|technology|science|engineering|research|center|centre|program|programme|news|
    country|district|province|city|campus|signing|ceremony|both|sides|strategic|cooperation|state
    |human|resources|services|public|relations|affairs|marketing|finance|officer|photo|image|text|picture|the|government|council|board|committee|commission|development
    |education|branch|linkages|engagement|extension|creativity|academics?|administration|admissions?|welfare
    |planning|placements?|accounts|examinations?|outreach|legal|corporate|security|quality|assurance
    |with|by|from|for|as|when|while|after|before|information|communications?|only|benefits?|sales|teaching|learning|library|partnerships?|collaborations?
    |international|national|business|industry|students?|alumni|bachelor|master|industrial
    |middle|greater|water|gas|oil|bank|rail|motors|that|this|these|those|what|who|how|why|where|its?|we|they|our|their
    |today|yesterday|tomorrow|recently|earlier|meanwhile|lanka|lankan
    |navigation|shipping|maritime|logistics|airlines?|airways|aviation|insurance|hospitals?|holdings?|pharma\w*
    |telecom\w*|office|directorate|division|league|rankings?|championship|energy|petroleum|mining|foods?|media|studios?|football|club|systems|software|solutions|networks
    |sciences|studies|arts|humanities|electric|electronics|semiconductors?|capital|ventures|projects?)$""",
    re.IGNORECASE | re.VERBOSE,
)
_SITE = frozenset(
    """
    room hall auditorium building library theatre theater centre center complex block street road
    avenue classroom stadium airport chair hospital foundation award scholarship prize
    """.split()
)
_UNITS = frozenset(
    "College School Faculty Department Institute Center Centre Office University Ministry".split()
)
_SHORTENED = frozenset("ma md mohd muhd abd ab st".split())
SEATS = frozenset({"left", "right", "centre", "center", "middle"})
"""Where somebody is in a picture."""
TITLES_AND_NAMES = frozenset({"Tun", "Datuk", "Haji", "Tengku", "Sheikh", "Shri", "Prince"})
FIRST_NAMES = frozenset("md mohd muhd mohammad mohammed muhammad syed syeda".split())
"""First names so common that a name begins with them where the recogniser missed it."""
SAYING = frozenset(
    "said says remarked remarks stated states added adds noted notes explained stressed".split()
)
"""Verbs of whoever speaks."""
_QUOTES = frozenset("‘’'\"“”")


def honours(tokens: Sequence[Token], at: int) -> bool:
    """Whether an honorific stands here, by the words beside it where it could be a name too."""
    text = tokens[at].text
    if text == "Tan":
        return at + 1 < len(tokens) and tokens[at + 1].text in {"Sri", "Seri"}
    if text == "HE" and at + 1 < len(tokens):  # "HE Jin", beside "XU Jianfu"
        lone = tokens[at + 1].text.istitle() and not is_honorific(tokens[at + 1].text)
        if lone and not is_office(tokens[at + 1].text) and _pauses(tokens, at + 2):
            return False
    if text in {"Tuan", "Major"}:  # titles, and the last word of a name
        word = tokens[at - 1].text if at else "the"
        return not word[0].isupper() or is_office(word) or honours(tokens, at - 1)
    if (
        text in TITLES_AND_NAMES
        and at
        and tokens[at - 1].text.istitle()
        and _pauses(tokens, at + 1)
    ):
        return is_honorific(tokens[at - 1].text) or is_office(tokens[at - 1].text)
    if text == "Ato":  # "Mr" in Ethiopia, where two names follow it, and a first name in Ghana
        return all(token.text.istitle() for token in tokens[at + 1 : at + 3])
    if text.casefold() in AFTER_HONORIFICS:
        before = at - 2 if at > 1 and tokens[at - 1].text in {".", "’", "'"} else at - 1
        return before >= 0 and honours(tokens, before)
    return is_honorific(text)


def _pauses(tokens: Sequence[Token], at: int) -> bool:
    """Whether no capitalised word follows, so that the word before closes a name."""
    return at >= len(tokens) or not tokens[at].text[0].isupper()


def past_titled(tokens: Sequence[Token], at: int) -> int:
    """The place after a bracketed honorific: "Prof. (Mrs.) A", "Brig (retd) B"."""
    if at + 2 < len(tokens) and tokens[at].text == "(" and tokens[at + 2].text == ")":
        inside = tokens[at + 1].text
        if is_honorific(inside) or inside.casefold().rstrip(".") in {"r", "retd", "rtd"}:
            return at + 3
    return at


def is_part(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word can stand within a name."""
    token = tokens[at]
    text = token.text
    if text in {"-", "'", "’", "."}:
        return not token.whitespace_ or shortened(tokens, at)
    hyphened = at > 1 and tokens[at - 1].text == "-" and not tokens[at - 1].whitespace_
    return (
        (text[0].isupper() and not is_office(text))
        or (text[0] == "h" and text[1:2].isupper())  # "Ó hAodha"
        or text.casefold() in PARTICLES
        or (hyphened and len(text) < 6 and tokens[at - 2].text.istitle())
    )


def shortened(tokens: Sequence[Token], at: int) -> bool:
    """Whether a full stop here shortens a word within a name: "Ab. Rahman", "Mohd. Ali"."""
    return (
        tokens[at].text == "."
        and 0 < at < len(tokens) - 1
        and tokens[at - 1].text.casefold() in _SHORTENED
        and tokens[at + 1].text[0].isupper()
    )


def past_nickname(tokens: Sequence[Token], at: int) -> int:
    """The place after one quoted word: "Li ‘Alan’ Guodong", "Lee (Alan) Roe", else the same."""
    quoted = (
        at + 3 < len(tokens)
        and (
            (tokens[at].text in _QUOTES and tokens[at + 2].text in _QUOTES)
            or _other_name(tokens, at)
        )
        and tokens[at + 1].text[0].isupper()
        and tokens[at + 3].text[0].isupper()
        and not tokens[at].whitespace_
    )
    return at + 3 if quoted else at


def _other_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word in brackets here may be a person's other name: no office, and none before."""
    inside, words = tokens[at + 1], (tokens[at - 1].text, tokens[at + 1].text)
    return (
        [tokens[at].text, tokens[at + 2].text] == ["(", ")"]
        and inside.text.istitle()
        and inside.ent_type_ not in {"GPE", "LOC"}
        and not any(is_office(word) or is_honorific(word) for word in words)
    )


def before_nickname(tokens: Sequence[Token], at: int) -> int:
    """The place of the first name before a quoted word that ends right here."""
    return at - 4 if at > 3 and past_nickname(tokens, at - 3) == at else at


def names_a_place(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows makes the name before it that of a room: "… Conference Room"."""
    for token in tokens[at - 1 : at + 4]:
        if token.text.casefold() in _SITE:
            return True
        if not (token.text[0].isupper() or token.text in {".", "’s", "'s"}):
            return False
    return False


def held_after(tokens: Sequence[Token], at: int) -> bool:
    """Whether an office follows without a comma: "A B CEO of C", "A B XYZ Deputy Dean"."""
    for token in tokens[at : at + 4]:
        if is_office(token.text):
            return True
        if token.text != "-" and not token.text[0].isupper():
            return False
        if token.ent_type_ == "PERSON" and not token.text.isupper():
            return False
    return False


def office_at(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word names an office here: "professor of law" does, "they partner on it" not."""
    token, following = tokens[at], tokens[at + 1].text if at + 1 < len(tokens) else "."
    if token.text.casefold() == "professor":
        return following in {"of", "at", "in", ",", ";", ".", "("}
    if token.text in {"partner", "partners"} and following in {"on", "to", "with"}:
        return False
    return is_office(token.text) and not (token.tag_ == "VBZ" and token.text.islower())


def office_follows(tokens: Sequence[Token], at: int, reach: int = 9) -> bool:
    """Whether a phrase with an office in it begins here: "the executive vice president"."""
    if tokens[at : at + 1] and tokens[at].text in _UNITS and _closed_by_office(tokens, at):
        return True
    for number, token in enumerate(tokens[at : at + reach], at):
        if office_at(tokens, number):
            return True
        if token.text == ")" and number > at + 1 and tokens[number - 2].text == "(":
            continue  # "the XYZ (Y) Rector"
        if token.is_punct and token.text not in {"-", "&", "/"}:
            if token.text == "(" and _bracketed_acronym(tokens, number) and number > at:
                continue
            return False
        if token.text[0].islower() and token.tag_ in {"VBD", "VBZ", "MD", "WP"}:
            return False
        low = token.text.casefold()
        if number == at and token.tag_ == "IN" and token.text.islower() and low != "as":
            return False  # "Corvane, through Act 5"
        if (
            low == "and"
            and number > at
            and (_joins_words_of_a_unit(tokens, number) or _joins_fields(tokens, number))
        ):
            continue
        if low in {"and", "who", "which", "of", "in", "at", "from", "for"}:
            return False
    return False


def _bracketed_acronym(tokens: Sequence[Token], at: int) -> bool:
    words = [token.text for token in tokens[at : at + 3]]
    return len(words) == 3 and words[1].isupper() and words[2] == ")"


def _closed_by_office(tokens: Sequence[Token], at: int) -> bool:
    """Whether an office in small letters closes the name of a unit: "College of Law dean"."""
    for token in tokens[at + 1 : at + 10]:
        if token.text.islower() and is_office(token.text):
            return True
        if not (token.text[0].isupper() or token.text in {"of", "and", "for", "the", "&", ","}):
            return False
    return False


def _joins_words_of_a_unit(tokens: Sequence[Token], at: int) -> bool:
    """ "Cooperation and Development Officer": capitals, and no name, on both sides of the "and"."""
    return at + 1 < len(tokens) and all(
        token.text.istitle() and token.ent_type_ != "PERSON" and not is_honorific(token.text)
        for token in (tokens[at - 1], tokens[at + 1])
    )


def _joins_fields(tokens: Sequence[Token], at: int) -> bool:
    """ "identification and surveillance site manager": small letters up to one person's office."""
    for token in tokens[at + 1 : at + 6]:
        if is_office(token.text):
            return token.tag_ != "NNS"
        if not (token.text.islower() and token.tag_ in {"NN", "JJ", "VBG"}):
            return False
    return False
