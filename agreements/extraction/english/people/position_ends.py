"""Where the phrase of a position ends, and where the honorifics before a name begin."""

from collections.abc import Sequence

from spacy.tokens import Token

from agreements.extraction.english.organisations.disciplines import is_field
from agreements.extraction.english.people.name_words import (
    SEATS,
    Range,
    honours,
    office_at,
    office_follows,
)
from agreements.extraction.english.titles import is_honorific, is_office
from agreements.names import LEGAL_FORMS

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
STOP = frozenset(
    """
    who which while whose when after before during where because said also along with by from
    through together that were was is are has have as
    """.split()
)
_PLACED = frozenset({"in", "at", "to", "on"})
_PAUSES = frozenset({",", ".", ";", ")", "and", "–", "—"})
PARTS = frozenset(
    "department faculty school division office centre center unit board programme program".split()
)
"""Words for a part of a body."""
_KNOWING = frozenset("expert specialist lecturer professor researcher".split())
"""Offices whose field follows an "in": "expert in science and technology"."""
_BOARDS = frozenset("council board committee body partner".split())


def end_of_position(tokens: Sequence[Token], names: list[Range], at: int, start: int) -> int:
    """Where a position phrase ends, looking on from its first office."""
    starts = {with_honorifics(tokens, name[0]) for name in names}
    depth = 0
    while at < len(tokens):
        token = tokens[at]
        low = token.text.casefold()
        if at in starts or (token.is_sent_start and at > start):
            break
        if low == "(":
            held = is_office(tokens[at - 1].text) and not _is_seat(tokens, at)
            seat = _place_within(tokens, at, starts)
            if not (held or depth or seat or _acronym_within(tokens, at)):
                break
            depth += 1
        elif low == ")":
            if depth == 0:
                break
            depth -= 1
        elif depth:
            pass
        elif close := _quoted_body(tokens, at):
            at = close
        elif _breaks(tokens, at, starts, start):
            break
        at += 1
    while at > start and tokens[at - 1].text.casefold() in {
        ",",
        "and",
        "the",
        "of",
        "for",
        "&",
        "*",
        "**",
        "-",
    }:
        at -= 1
    return at


def _quoted_body(tokens: Sequence[Token], at: int) -> int | None:
    """Where a name in quotation marks after "of" ends: "Director General of the "Acme"."""
    marks = {'"': '"', "“": "”", "«": "»"}
    if tokens[at].text not in marks or tokens[at - 1].text not in {"of", "the", "LLC", "JSC"}:
        return None
    ends = (i for i in range(at + 2, min(at + 8, len(tokens))))
    return next((i for i in ends if tokens[i].text == marks[tokens[at].text]), None)


def with_honorifics(tokens: Sequence[Token], at: int) -> int:
    """Where the honorifics before a name begin: "Lt Gen (R) Engr." """
    while at > 0:
        before = tokens[at - 1].text
        mark = before in {".", "’", "'"} and at > 1 and honours(tokens, at - 2)
        if honours(tokens, at - 1) or mark:
            at -= 1
        elif before == ")" and at > 2 and tokens[at - 3].text == "(" and len(tokens[at - 2]) < 6:
            at -= 3
        else:
            break
    return at


def _is_seat(tokens: Sequence[Token], at: int) -> bool:
    """ "(seated, right)", as captions tell who is who."""
    inside = [token.text.casefold() for token in tokens[at + 1 : at + 6]]
    return not SEATS.isdisjoint(inside[: inside.index(")")] if ")" in inside else ())


def _acronym_within(tokens: Sequence[Token], at: int) -> bool:
    """ "the Office of Research (ORX) at X": initials in brackets after which it goes on."""
    return (
        at + 3 < len(tokens)
        and _is_acronym(tokens[at + 1].text)
        and tokens[at + 2].text == ")"
        and (tokens[at + 3].text in {"of", "at", "for", "from"} or tokens[at + 3].text.istitle())
    )


def _place_within(tokens: Sequence[Token], at: int, starts: set[int]) -> bool:
    """ "President of Acme (Hong Kong) Limited": one or two words, and the name goes on."""
    close = next((i for i in range(at + 2, min(at + 4, len(tokens))) if tokens[i].text == ")"), at)
    after = close + 1
    goes_on = at < close and after < len(tokens) and after not in starts
    return (
        goes_on
        and all(token.text.istitle() for token in tokens[at + 1 : close])
        and tokens[after].text.istitle()
    )


def _breaks(tokens: Sequence[Token], at: int, starts: set[int], start: int) -> bool:
    """Whether the token at this place ends a position phrase."""
    token = tokens[at]
    low = token.text.casefold()
    if (
        low == ","
        and at + 1 < len(tokens)
        and tokens[at + 1].text.casefold().rstrip(".") in LEGAL_FORMS
    ):
        return False
    if low == ",":
        return not _comma_goes_on(tokens, at, starts, start)
    if low in {"and", "&"}:
        return not _and_goes_on(tokens, at, starts)
    if low in _PLACED and tokens[at - 1].text != "-":
        with_body = low == "at" and _after_body(tokens, start, at)
        return with_body or not _place_goes_on(tokens, at)
    if low in {"–", "—"} and tokens[at - 1].text[0].isupper():
        following = at + 1 < len(tokens) and at + 1 not in starts
        return not (following and tokens[at + 1].text[0].isupper())
    if low in STOP or low in {";", ":", "?", "!", '"', "“", "”", "–", "—", "*", "**"}:
        return True
    if low == ".":
        last = at + 1 == len(tokens)
        return last or (
            token.whitespace_ != "" and tokens[at - 1].text.casefold() not in {"co", "ltd"}
        )
    if token.tag_ == "VBG" and at + 1 < len(tokens) and tokens[at + 1].text.casefold() in _BOARDS:
        return False  # "chairman governing council"
    return (
        token.text[0].islower()
        and token.tag_ in (_FINITE | {"VBN", "VBG"})
        and not is_office(token.text)
    )


def _after_body(tokens: Sequence[Token], start: int, at: int) -> bool:
    """ "Director, ABC Ltd at …": where a comma and a body stand before, this is where they met."""
    while at > start and tokens[at - 1].text[0].isupper():
        at -= 1
    return at > start and tokens[at - 1].text == ","


def _place_goes_on(tokens: Sequence[Token], at: int) -> bool:
    if [token.text.casefold() for token in tokens[at : at + 2]] == ["in", "charge"]:
        return True
    if tokens[at].text == "in" and tokens[at - 1].text.casefold() in _KNOWING:
        return at + 1 < len(tokens) and tokens[at + 1].tag_ in {"NN", "NNS", "JJ", "NNP"}
    if tokens[at].text.casefold() == "on":
        return at + 1 < len(tokens) and tokens[at + 1].text.casefold() == "duty"
    following = tokens[at + 1 : at + 3]
    if following and following[0].text.casefold() == "the":
        following = following[1:]
    return (
        bool(following)
        and following[0].text[0].isupper()
        and following[0].tag_.startswith(("NNP", "JJ", "NN"))
    )


def _and_goes_on(tokens: Sequence[Token], at: int, starts: set[int]) -> bool:
    following = at + 1
    if following >= len(tokens) or following in starts:
        return False
    if office_follows(tokens, following, 6):
        office = next(i for i in range(following, len(tokens)) if office_at(tokens, i))
        return office + 1 not in starts
    field = is_field(tokens[following].text.casefold()) and tokens[following].text.istitle()
    if field and [token.text for token in tokens[following + 1 : following + 2]] in (
        ["of"],
        ["at"],
    ):
        return True  # "Head of Research and Development of Acme Corporation"
    if any(
        _is_legal_form(token) for token in tokens[following : _end_of_capitals(tokens, following)]
    ):
        return False
    return tokens[following].text[0].isupper() or (
        tokens[at - 1].text[0].islower() and tokens[following].tag_ in {"NN", "NNS", "JJ"}
    )


def _is_legal_form(token: Token) -> bool:
    return token.text.casefold().rstrip(".") in LEGAL_FORMS


def _comma_goes_on(tokens: Sequence[Token], at: int, starts: set[int], start: int) -> bool:
    """Whether the position goes on behind a comma: with its body, a part of it, one more office."""
    following = at + 1
    if following >= len(tokens) or following in starts or is_honorific(tokens[following].text):
        return False
    if tokens[following].text == "and":
        series = any(token.text == "," for token in tokens[start:at])
        return series and _and_goes_on(tokens, following, starts)
    if not tokens[following].text[0].isupper():
        return is_office(tokens[at - 1].text) and _names_a_part(tokens, following)
    end = _end_of_capitals(tokens, following)
    if any(i in starts for i in range(following, end)):
        return False
    if any(is_office(tokens[i].text) for i in range(following, end)):
        return _is_second_office(tokens, following, starts)
    after = tokens[end].text.casefold() if end < len(tokens) else "."
    ends = after in _PAUSES or (end < len(tokens) and tokens[end].tag_ in _FINITE)
    if end - following == 1 and _is_acronym(tokens[following].text):
        return ends or after in _PLACED
    bare = not any(
        tokens[i].text.casefold() in {"of", "at", "for", "in"} for i in range(max(0, at - 6), at)
    )
    if after == "and" and not bare:
        return (
            end + 1 < len(tokens)
            and end + 1 not in starts
            and tokens[end + 1].text[0].isupper()
            and not office_follows(tokens, end + 1, 4)
        )
    if not bare:
        inside = tokens[following:end]
        joined = any(token.text == "&" for token in inside) and not _has_name(inside)
        joined = joined or _is_series(tokens, following, starts)
        return joined or _reaches_semicolon(tokens, following, starts)
    return ends or after in _PLACED


def _is_second_office(tokens: Sequence[Token], at: int, starts: set[int]) -> bool:
    """ "Deputy Secretary of the Party, Vice-Rector of X": not where a name follows the second."""
    while at < len(tokens) and at not in starts:
        token = tokens[at]
        if token.text in {".", ";"} or (token.tag_ in _FINITE and token.text.islower()):
            return True
        if token.text == "," and at + 1 < len(tokens) and at + 1 not in starts:
            following = tokens[at + 1]
            return following.text == "who" or (
                following.tag_ in _FINITE and following.text.islower()
            )
        if token.text in {",", ":", "–", "—", '"', "“"} or token.text == "and":
            return False
        at += 1
    return at == len(tokens)


def _is_series(tokens: Sequence[Token], at: int, starts: set[int]) -> bool:
    """Whether commas part words up to an "and": "Research, Innovation, and Commercialization"."""
    for number, token in enumerate(tokens[at : at + 10], at):
        if token.text == "and":
            return tokens[number - 1].text == "," and _and_goes_on(tokens, number, starts)
        if number in starts or token.ent_type_ == "PERSON" or is_office(token.text):
            return False
        if not (token.text[0].isupper() or token.text == ","):
            return False
    return False


def _reaches_semicolon(tokens: Sequence[Token], at: int, starts: set[int]) -> bool:
    """Whether a semicolon ends the item of a list in which commas part the words of a position."""
    for number, token in enumerate(tokens[at : at + 14], at):
        if token.text == ";":
            return True
        if number in starts or token.tag_ in _FINITE or token.ent_type_ == "PERSON":
            return False
    return False


def _end_of_capitals(tokens: Sequence[Token], at: int) -> int:
    """Where a run of capitalised words, with what joins them, ends."""
    while at < len(tokens) and (
        tokens[at].text[0].isupper()
        or tokens[at].text in {"&", "of", "for", ".", "-", "(", ")"}
        or tokens[at].text.isdigit()
    ):
        at += 1
    return at


def _has_name(inside: Sequence[Token]) -> bool:
    return any(token.ent_type_ == "PERSON" for token in inside)


def _is_acronym(text: str) -> bool:
    return len(text) > 1 and text.isupper() and text.isalpha()


def _names_a_part(tokens: Sequence[Token], at: int) -> bool:
    """ ", electronics engineering department": small letters up to the word for a part."""
    for token in tokens[at : at + 8]:
        if token.text.casefold() in PARTS:
            return True
        if not (token.text[0].islower() and token.tag_ in {"NN", "NNS", "JJ", "CC", "VBG"}):
            return False
    return False
