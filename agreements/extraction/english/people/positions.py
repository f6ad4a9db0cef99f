"""The position of a named person: the phrase with an office in it on either side of the name.

The grammar runs over tokens: an office with what modifies it on its left, and on its right the
"of", "for" and "and" that go on with it, up to the next name, verb or clause.
"""

import re
from collections.abc import Sequence

from spacy.tokens import Token

from agreements.extraction.english.people.name_words import (
    SEATS,
    Range,
    held_after,
    office_at,
    office_follows,
    past_titled,
)
from agreements.extraction.english.people.position_ends import (
    end_of_position,
    with_honorifics,
)
from agreements.extraction.english.people.position_starts import before_name
from agreements.extraction.english.titles import (
    POST_NOMINAL,
    is_honorific,
    is_office,
)

_DEGREE = re.compile(r"[A-Z]{2,6}\.?|(?:[A-Z][a-z]{0,3}\.){1,4}(?:[A-Z][a-z]{0,4})?")
_ALONGSIDE = frozenset({"well", "together", "along"})
"""Before others who came too: "A B, as well as the heads of C"."""
_RETIRED = frozenset({"Retd", "Rtd", "R", "M"})


def position_of(
    tokens: Sequence[Token], names: list[Range], number: int, claimed: list[Range]
) -> Range | None:
    name = names[number]
    direct = before_name(tokens, names, name, comma=False)
    if direct and not _taken(direct, claimed):
        several = of_several(tokens, direct, name)
        return (several and _after(tokens, names, name)) or direct
    after = _after(tokens, names, name)
    before = before_name(tokens, names, name, comma=True)
    if before and _taken(before, claimed):
        before = None
    if before and after:
        if _ends_others(tokens, names, number, before, claimed):
            return after
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


def _ends_others(
    tokens: Sequence[Token], names: list[Range], number: int, at: Range, claimed: list[Range]
) -> bool:
    """Whether a position is the second of who was named before: "A, Dean, member of X, B, Head"."""
    last = claimed[-1] if claimed and number else None
    return (
        last is not None
        and names[number - 1][1] < last[0]
        and last[1] + 1 == at[0]
        and tokens[last[1]].text == ","
    )


def position_at(tokens: Sequence[Token]) -> Range | None:
    """The position with which a stretch opens, after "A B is the"."""
    done = any(token.tag_ in {"RB", "VBN", "VBG"} for token in tokens[:1])  # "is now led by"
    office = None if done else _office_at(tokens, 0, [])
    return (0, end_of_position(tokens, [], office + 1, 0)) if office is not None else None


def of_several(tokens: Sequence[Token], position: Range, name: Range) -> bool:
    """Whether a position before a name is that of the names after it too: "Vice Rectors A, B"."""
    last = tokens[position[1] - 1].text.casefold()
    return position[1] <= name[0] and last.endswith("s") and is_office(last[:-1])


def _opens_list(tokens: Sequence[Token], at: Range) -> bool:
    return at[0] == 0 or tokens[at[0] - 1].text.casefold() in {
        "by",
        "the",
        "and",
        ",",
        ";",
        ":",
        "with",
        "'",
        "’",
        "'s",
        "’s",
    }


def _taken(at: Range, claimed: list[Range]) -> bool:
    return any(at[0] < other[1] and other[0] < at[1] for other in claimed)


def _after(tokens: Sequence[Token], names: list[Range], name: Range) -> Range | None:
    """The position that follows a name after a comma or in parentheses."""
    at = _past_caption(tokens, past_titled(tokens, _past_degrees(tokens, name[1])))
    if at >= len(tokens):
        return None
    bare = tokens[at].text[0].isupper() and held_after(tokens, at)  # "A B CEO and MD of C"
    bare = bare or (  # "A B the General Manager of C"
        tokens[at].text == "the"
        and at + 1 < len(tokens)
        and tokens[at + 1].text[0].isupper()
        and office_follows(tokens, at + 1)
    )
    serves = tokens[at].text == "as" and at + 1 < len(tokens) and tokens[at + 1].text[0].isupper()
    if tokens[at].text not in {",", "(", "–", "—", "-"} and not (bare or serves):
        return None
    bracket = tokens[at].text == "("
    start = at if bare else at + 1
    while start < len(tokens) and tokens[start].text.casefold() in {
        "the",
        "a",
        "an",
        "who",
        "is",
        "then",
        "serving",
        "currently",
        "as",
        "its",
        "their",
    }:
        start += 1
    if start < len(tokens) and tokens[start].text in _ALONGSIDE:
        return None
    office = _office_at(tokens, start, names)
    if office is None:
        return (start, start + 1) if bracket and _acronym_only(tokens, start) else None
    end = end_of_position(tokens, names, office + 1, start)
    heads_next_name = not bracket and any(
        end == with_honorifics(tokens, other[0]) for other in names
    )
    return None if heads_next_name else (start, end)


def _past_degrees(tokens: Sequence[Token], at: int) -> int:
    """The place after the degrees that follow a name: "M.Si, CPA"."""
    after = at
    while at < len(tokens):
        if POST_NOMINAL.match(tokens[at].text):
            at += 1
            numbered = at < len(tokens) and set(tokens[at].text) <= set("IVX")
            dotted = [token.text for token in tokens[at : at + 2]] == [".", ","]
            after = at = at + (numbered or dotted)
        elif tokens[at].text in {",", "."} and after > 0 and at + 1 < len(tokens):
            if not (
                POST_NOMINAL.match(tokens[at + 1].text)
                or _is_degree(tokens, at + 1)
                or _retired(tokens, at + 1)
            ):
                break
            at += 1
        elif _retired(tokens, at):
            after = at = at + 3
        elif _is_degree(tokens, at):
            after = at = at + 1
        else:
            break
    return after


def _is_degree(tokens: Sequence[Token], at: int) -> bool:
    """Capitals between commas, as degrees and fellowships stand: "A B, FNSE, Dean"."""
    if (
        at + 1 >= len(tokens)
        or not _DEGREE.fullmatch(tokens[at].text)
        or is_office(tokens[at].text)
    ):
        return False
    ends = at + 2 if tokens[at + 1].text == "." else at + 1
    return tokens[at - 1].text == "," and ends < len(tokens) and tokens[ends].text == ","


def _retired(tokens: Sequence[Token], at: int) -> bool:
    """Whether "(Retd)" stands here, or the class of an order: "HI (M)"."""
    words = [token.text for token in tokens[at : at + 3]]
    return len(words) == 3 and words[::2] == ["(", ")"] and words[1].rstrip(".") in _RETIRED


def _past_caption(tokens: Sequence[Token], at: int) -> int:
    """The place after "(left)", "(second from right)" or "(centre)"."""
    if at >= len(tokens) or tokens[at].text != "(":
        return at
    close = next((i for i in range(at, min(at + 7, len(tokens))) if tokens[i].text == ")"), None)
    if close is None or not any(token.text.casefold() in SEATS for token in tokens[at:close]):
        return at
    return close + 1


def _acronym_only(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].text == ")" and is_office(tokens[at].text)


def _office_at(tokens: Sequence[Token], start: int, names: list[Range]) -> int | None:
    """Where the first office of a phrase stands, if one does before the phrase ends."""
    if not office_follows(tokens, start):
        return None
    at = next(i for i in range(start, len(tokens)) if office_at(tokens, i))
    return None if any(start <= name[0] < at for name in names) else at
