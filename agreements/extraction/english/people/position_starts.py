"""The position that stands before a name: its office, and all to the left that belongs to it."""

from collections.abc import Sequence

from spacy.tokens import Token

from agreements.extraction.english.people.name_words import Range, office_at
from agreements.extraction.english.people.position_ends import PARTS, STOP, with_honorifics
from agreements.extraction.english.titles import (
    CHARGES,
    MODIFIERS,
    RANKS,
    SORTS_OF_CHARGE,
    is_honorific,
    is_office,
)
from agreements.names import LEGAL_FORMS

_WHOLES = frozenset("university institute college ministry chamber academy bureau bank".split())
_WITHIN = frozenset("of for in at the and & - to on duty ) ( 's ’s « » “ ”".split())
_OCCASIONS = frozenset("occasion ceremony event meeting function programme day".split())
_MODIFIERS = MODIFIERS | CHARGES | SORTS_OF_CHARGE
"""Also what an office in small letters is for: "public-private partnerships director A B"."""


def before_name(
    tokens: Sequence[Token], names: list[Range], name: Range, comma: bool
) -> Range | None:
    """The position that ends right before a name or, with `comma`, before a comma and the name."""
    end = with_honorifics(tokens, name[0])
    if comma:
        line = name[1] == len(tokens) and tokens[end - 1].text in {"–", "—", "-"}
        if end == 0 or not (tokens[end - 1].text == "," or line):
            return None
        end -= 1
    elif end and tokens[end - 1].text in {",", "and"}:
        return None
    elif end and tokens[end - 1].text == "(":
        end -= 1
    elif end > 1 and tokens[end - 1].text == ":" and is_office(tokens[end - 2].text):
        end -= 1  # "(… President: A B)"
    office = _office_before(tokens, names, end)
    if office is None:
        return None
    start = office
    if [token.text for token in tokens[office - 1 : office + 2 : 2]] == ["(", ")"]:
        start = office - 1  # "Managing Director (MD)"
    while start > 0 and _modifies(tokens, names, start - 1, office):
        start -= 1
    start = _serving_under(tokens, _body_before(tokens, names, start))
    while start < office and tokens[start].text.casefold() in {
        "and",
        "the",
        "&",
        "'s",
        "’s",
        ",",
        "-",
    }:
        start += 1
    return start, end


def _serving_under(tokens: Sequence[Token], start: int) -> int:
    """ "Assistant to the President A B": the office goes on to the left of another's."""
    if [token.text for token in tokens[max(0, start - 2) : start]] != ["to", "the"]:
        return start
    at = start - 2
    while at > 0 and (
        tokens[at - 1].text in {"Assistant", "Special"} or is_office(tokens[at - 1].text)
    ):
        at -= 1
    return at if at < start - 2 else start


def _body_before(tokens: Sequence[Token], names: list[Range], start: int) -> int:
    """Where a body's name begins that runs on into a position: "Faculty of Law (FL) Dean".

    The name of a part may hold an "and", before that of a whole body it parts two of them.
    """
    at, opened = _before_acronym(tokens, start), start
    joined = False
    while at > 0 and _can_name_a_body(tokens, names, at - 1):
        at -= 1
        low = tokens[at].text.casefold()
        joined = joined or low in {"and", "&"}
        if low in PARTS | _WHOLES and tokens[at + 1].text in {"of", "for"}:
            if joined and (low in _WHOLES or opened < start):
                break
            opened = at
    while start > opened > 0 and _can_name_a_body(tokens, names, opened - 1):
        if tokens[opened - 1].text[0].islower():
            break
        opened -= 1
    return opened


def _before_acronym(tokens: Sequence[Token], at: int) -> int:
    """The place before an acronym in brackets that ends here."""
    bracketed = at > 2 and tokens[at - 1].text == ")"
    return (
        next((i for i in range(at - 2, at - 6, -1) if i > 0 and tokens[i].text == "("), at)
        if bracketed
        else at
    )


def _can_name_a_body(tokens: Sequence[Token], names: list[Range], at: int) -> bool:
    text = tokens[at].text
    if any(first <= at < last for first, last in names) or is_office(text) or is_honorific(text):
        return False
    return text in {"of", "for", "and", "&", "the"} or text[0].isupper()


def _office_before(tokens: Sequence[Token], names: list[Range], end: int) -> int | None:
    """The office from which only "of", "for", "in" and capitalised words lead to `end`."""
    for at in range(end - 1, max(-1, end - 14), -1):
        token = tokens[at]
        if any(first <= at < last for first, last in names):
            return None
        if office_at(tokens, at) and not _sits_on_board(tokens, at):
            return at
        low = token.text.casefold()
        if low in _WITHIN or token.text[0].isupper() or (low == "–" and at < end - 1):
            continue
        if token.tag_ in {"NN", "NNS", "JJ", "NNP"} and low not in STOP:
            continue
        following = tokens[at + 1].text
        joins = following[0].isupper() or (
            following == "and" and end > at + 2 and not is_office(tokens[at - 1].text)
        )
        if low == "," and tokens[at - 1].text[0].isupper() and joins:
            continue
        return None
    return None


def _sits_on_board(tokens: Sequence[Token], at: int) -> bool:
    """Whether these are the directors of a "Board of Directors", which has an office before it."""
    before = [token.text.casefold() for token in tokens[max(0, at - 2) : at]]
    return before[-1:] == ["of"] and before[0] in {"board", "council"}


def _parts_of_charge(tokens: Sequence[Token], at: int, office: int) -> bool:
    """Whether "and" joins what a chief has charge of: "Chief Research and Culture Officer"."""
    before = [token.text for token in tokens[max(0, at - 3) : at]]
    capitals = all(token.text[0].isupper() for token in tokens[at + 1 : office])
    return capitals and "Chief" in before[:-1] and all(word[0].isupper() for word in before)


def _modifies(tokens: Sequence[Token], names: list[Range], at: int, office: int) -> bool:
    """Whether the word here belongs to the office on its right."""
    token = tokens[at]
    low = token.text.casefold()
    if any(first <= at < last for first, last in names) or (
        is_honorific(token.text) and low not in MODIFIERS
    ):
        return False
    if low in {"'s", "’s", "-", "&", "/"}:
        return True
    if low == "–":  # "Vice – Chancellor"
        return at > 0 and tokens[at - 1].text.casefold() in RANKS
    if low == "and":
        legal = any(word.text.casefold().rstrip(".") in LEGAL_FORMS for word in tokens[at:office])
        return at > 0 and (
            is_office(tokens[at - 1].text)
            or (legal and tokens[at - 1].text[0].isupper())
            or _parts_of_charge(tokens, at, office)
        )
    if token.text[0].isupper():
        return low not in {"the", "and", "a", "an", "as"} and not (
            token.is_sent_start and token.tag_ in {"IN", "RB", "VBG"}
        )
    return (
        low in _MODIFIERS
        or is_office(token.text)
        or (token.tag_ == "NN" and low not in STOP | _OCCASIONS and at > 0)
    )
