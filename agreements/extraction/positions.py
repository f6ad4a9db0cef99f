"""The position of a named person: the phrase with an office in it on either side of the name.

The grammar runs over tokens: an office with what modifies it on its left, and on its right the
"of", "for" and "and" that go on with it, up to the next name, verb or clause.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from agreements.extraction.names_of_people import Range, office_follows
from agreements.extraction.titles import MODIFIERS, POST_NOMINAL, is_honorific, is_office
from agreements.names import LEGAL_FORMS

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_STOP = frozenset(
    """
    who which while whose when after before during where because said also along with by from
    through together that were was is are has have as
    """.split()
)
_PLACED = frozenset({"in", "at", "to", "on"})


def position_of(
    tokens: Sequence[Token], names: list[Range], number: int, claimed: list[Range]
) -> Range | None:
    name = names[number]
    direct = _before(tokens, names, name, comma=False)
    if direct and not _taken(direct, claimed):
        return direct
    after = _after(tokens, names, name)
    before = _before(tokens, names, name, comma=True)
    if before and _taken(before, claimed):
        before = None
    if before and after:
        following = names[number + 1] if number + 1 < len(names) else None
        office_first = (
            following is not None
            and after[1] <= following[0]
            and all(
                token.text == "," or is_honorific(token.text) or token.text == "."
                for token in tokens[after[1] : following[0]]
            )
            and any(token.text == "," for token in tokens[after[1] : following[0]])
        )
        return before if office_first and _opens_list(tokens, before) else after
    return after or before


def _opens_list(tokens: Sequence[Token], at: Range) -> bool:
    return at[0] == 0 or tokens[at[0] - 1].text.casefold() in {
        "by",
        "the",
        "and",
        ",",
        ";",
        ":",
        "with",
    }


def _taken(at: Range, claimed: list[Range]) -> bool:
    return any(at[0] < other[1] and other[0] < at[1] for other in claimed)


def _after(tokens: Sequence[Token], names: list[Range], name: Range) -> Range | None:
    """The position that follows a name after a comma or in parentheses."""
    at = name[1]
    while at < len(tokens) and POST_NOMINAL.match(tokens[at].text):
        at += 1
    if at >= len(tokens) or tokens[at].text not in {",", "(", "–", "-"}:
        return None
    bracket = tokens[at].text == "("
    start = at + 1
    while start < len(tokens) and tokens[start].text.casefold() in {
        "the",
        "a",
        "an",
        "who",
        "is",
        "then",
    }:
        start += 1
    office = _office_at(tokens, start, names)
    if office is None:
        return (start, start + 1) if bracket and _acronym_only(tokens, start) else None
    end = _limit(tokens, names, office + 1, start)
    heads_next_name = not bracket and any(
        end == _with_honorifics(tokens, other[0]) for other in names
    )
    return None if heads_next_name else (start, end)


def _acronym_only(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].text == ")" and is_office(tokens[at].text)


def _office_at(tokens: Sequence[Token], start: int, names: list[Range]) -> int | None:
    """Where the first office of a phrase stands, if one does before the phrase ends."""
    if not office_follows(tokens, start):
        return None
    at = next(i for i in range(start, len(tokens)) if is_office(tokens[i].text))
    return None if any(start <= name[0] < at for name in names) else at


def _limit(tokens: Sequence[Token], names: list[Range], at: int, start: int) -> int:
    """Where a position phrase ends, looking on from its first office."""
    starts = {_with_honorifics(tokens, name[0]) for name in names}
    depth = 0
    while at < len(tokens):
        token = tokens[at]
        low = token.text.casefold()
        if at in starts or (token.is_sent_start and at > start):
            break
        if low == "(":
            if not (is_office(tokens[at - 1].text) or depth):
                break
            depth += 1
        elif low == ")":
            if depth == 0:
                break
            depth -= 1
        elif depth:
            pass
        elif _breaks(tokens, at, starts):
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


def _with_honorifics(tokens: Sequence[Token], at: int) -> int:
    """Where the honorifics before a name begin: "Lt Gen (R) Engr." """
    while at > 0:
        before = tokens[at - 1].text
        if is_honorific(before) or (before == "." and at > 1 and is_honorific(tokens[at - 2].text)):
            at -= 1
        elif before == ")" and at > 2 and tokens[at - 3].text == "(" and len(tokens[at - 2]) < 4:
            at -= 3
        else:
            break
    return at


def _breaks(tokens: Sequence[Token], at: int, starts: set[int]) -> bool:
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
        return not _comma_goes_on(tokens, at, starts)
    if low in {"and", "&"}:
        return not _and_goes_on(tokens, at, starts)
    if low in _PLACED and tokens[at - 1].text != "-":
        return not _place_goes_on(tokens, at)
    if low in _STOP or low in {";", ":", "?", "!", '"', "“", "”", "–", "—", "*", "**"}:
        return True
    if low == ".":
        last = at + 1 == len(tokens)
        return last or (
            token.whitespace_ != "" and tokens[at - 1].text.casefold() not in {"co", "ltd"}
        )
    return (
        token.text[0].islower()
        and token.tag_ in (_FINITE | {"VBN", "VBG"})
        and not is_office(token.text)
    )


def _place_goes_on(tokens: Sequence[Token], at: int) -> bool:
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
        office = next(i for i in range(following, len(tokens)) if is_office(tokens[i].text))
        return office + 1 not in starts
    return tokens[following].text[0].isupper() or (
        tokens[at - 1].text[0].islower() and tokens[following].tag_ in {"NN", "NNS", "JJ"}
    )


def _comma_goes_on(tokens: Sequence[Token], at: int, starts: set[int]) -> bool:
    following = at + 1
    if following >= len(tokens) or following in starts or not tokens[following].text[0].isupper():
        return False
    if is_honorific(tokens[following].text):
        return False
    end = following
    while end < len(tokens) and (
        tokens[end].text[0].isupper()
        or tokens[end].text in {"&", "of", "for", ".", "-", "(", ")"}
        or tokens[end].text.isdigit()
    ):
        if end in starts or is_office(tokens[end].text):
            return False
        end += 1
    after = tokens[end].text.casefold() if end < len(tokens) else "."
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
    return bare and (after in {",", ".", ";", ")", "and"} or tokens[end].tag_ in _FINITE)


def _before(tokens: Sequence[Token], names: list[Range], name: Range, comma: bool) -> Range | None:
    """The position that ends right before a name or, with `comma`, before a comma and the name."""
    end = _with_honorifics(tokens, name[0])
    if comma:
        if end == 0 or tokens[end - 1].text != ",":
            return None
        end -= 1
    elif end and tokens[end - 1].text == ",":
        return None
    office = _office_before(tokens, names, end)
    if office is None:
        return None
    start = office
    while start > 0 and _modifies(tokens, names, start - 1, office):
        start -= 1
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


def _office_before(tokens: Sequence[Token], names: list[Range], end: int) -> int | None:
    """The office from which only "of", "for", "in" and capitalised words lead to `end`."""
    for at in range(end - 1, max(-1, end - 14), -1):
        token = tokens[at]
        if any(first <= at < last for first, last in names):
            return None
        if is_office(token.text):
            return at
        low = token.text.casefold()
        if (
            low in {"of", "for", "in", "at", "the", "and", "&", "-", "to", "on", "duty", ")", "("}
            or token.text[0].isupper()
        ):
            continue
        if token.tag_ in {"NN", "NNS", "JJ", "NNP"} and low not in _STOP:
            continue
        if low == "," and tokens[at - 1].text[0].isupper() and tokens[at + 1].text[0].isupper():
            continue
        return None
    return None


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
    if low == "and":
        legal = any(word.text.casefold().rstrip(".") in LEGAL_FORMS for word in tokens[at:office])
        return at > 0 and (
            is_office(tokens[at - 1].text) or (legal and tokens[at - 1].text[0].isupper())
        )
    if token.text[0].isupper():
        return low not in {"the", "and", "a", "an", "as"} and not (
            token.is_sent_start and token.tag_ in {"IN", "RB", "VBG"}
        )
    return (
        low in MODIFIERS
        or is_office(token.text)
        or (token.tag_ in {"NN"} and low not in _STOP and at > 0)
    )
