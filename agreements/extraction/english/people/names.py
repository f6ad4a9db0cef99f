"""Where a sentence names people, by spaCy's recogniser and by what stands beside a name."""

from collections.abc import Sequence
from itertools import chain

from spacy.tokens import Token

from agreements.extraction.blocks import Sentence
from agreements.extraction.document import Span
from agreements.extraction.english.organisations.body_types import type_of
from agreements.extraction.english.organisations.organisations import (
    COUNTED_FIRMS,
    IN_LIST_OF_FIRMS,
    mentions_in,
)
from agreements.extraction.english.people.candidates import (
    acting,
    after_held,
    after_plural,
    beside_office,
    first_named,
    honoured,
    recognised,
)
from agreements.extraction.english.people.name_words import (
    FIRST_NAMES,
    NOT_A_NAME,
    PARTICLES,
    TITLES_AND_NAMES,
    Range,
    before_nickname,
    held_after,
    honours,
    names_a_place,
    office_follows,
)
from agreements.extraction.english.titles import POST_NOMINAL, RANKS, is_honorific, is_office

_ACADEMIC_TITLES = frozenset({"Dr", "Prof", "Professor", "Mr", "Mrs", "Ms"})
_PARTS_OF_JAPAN = frozenset("shi ku cho machi ken".split())
_LONGEST = 90
"""Characters of a personal name."""


def personal_names(
    tokens: Sequence[Token], sentence: Sentence, sure: Sequence[Range] = ()
) -> list[Range]:
    """Ranges of tokens that are personal names, without honorifics, in order.

    Those in `sure` are known to be, unless a longer name has the same words in it.
    """
    found: list[Range] = []
    bodies = [mention.span for mention in mentions_in(sentence.span)]
    offices = any(is_office(token.text) for token in tokens)
    by_office = (beside_office, after_plural) if offices else ()
    sources = (recognised, honoured, *by_office, first_named, acting)
    held = list(after_held(tokens)) if offices else []
    counts_firms = COUNTED_FIRMS.search(sentence.text) is not None
    for start, end in chain((r for source in sources for r in source(tokens)), held):
        start = _past_honorifics(tokens, start, end)
        if start >= end:
            continue
        start = _past_words_of_office(tokens, start, end)
        start = before_nickname(tokens, _with_sri(tokens, start, end))
        if counts_firms and _is_counted_firm(tokens, start, sentence):
            continue
        if _is_name(tokens, start, end) and (
            (start, end) in held
            or _surely_person(tokens, start, end)
            or not _is_body(tokens[start:end], bodies)
        ):
            name = (start, _past_junior(tokens, end))
            if (start, end) in held:  # "Minister of Education and Training A B"
                found = [other for other in found if other[0] >= start or other[1] != name[1]]
            _add(found, name)
    for name in _capitals_first(tokens, found):
        _add(found, name)
    for name in sure:
        _add(found, name)
    return sorted(found)


def _is_counted_firm(tokens: Sequence[Token], start: int, sentence: Sentence) -> bool:
    """Whether a firm is named here that the sentence has counted: "two subsidiaries, A B and"."""
    while start and tokens[start - 1].text[0].isupper():
        start -= 1
    before = sentence.text[: tokens[start].idx - sentence.span.start]
    return IN_LIST_OF_FIRMS.search(before) is not None


def _capitals_first(tokens: Sequence[Token], found: list[Range]) -> list[Range]:
    """More names with the surname first and in capitals, where a sentence has one: "ROE Jane"."""

    def is_so(at: int) -> bool:
        words = tokens[at : at + 2]
        return (
            len(words) == 2
            and len(words[0]) > 2
            and words[0].text.isupper()
            and words[0].is_alpha
            and words[1].text.istitle()
            and words[1].is_alpha
            and not any(is_office(word.text) or NOT_A_NAME.match(word.text) for word in words)
        )

    if not any(end - start == 2 and is_so(start) for start, end in found):
        return []
    return [
        (at, at + 2)
        for at in range(1, len(tokens) - 2)
        if is_so(at) and not tokens[at + 2].text[0].isupper() and tokens[at - 1].text[0].isupper()
    ]


def _past_junior(tokens: Sequence[Token], end: int) -> int:
    """ "Jose Cruz, Jr.": the place after it."""
    following = [token.text.rstrip(".") for token in tokens[end : end + 2]]
    return end + 2 if following == [",", "Jr"] else end


def _add(found: list[Range], new: Range) -> None:
    """Keep the longer of two names that share a word."""
    for old in [old for old in found if old[0] < new[1] and new[0] < old[1]]:
        if old[1] - old[0] >= new[1] - new[0]:
            return
        found.remove(old)
    found.append(new)


def _past_honorifics(tokens: Sequence[Token], start: int, end: int) -> int:
    titles = [i for i in range(start, end) if honours(tokens, i)]
    if start and honours(tokens, start - 1):  # "Dr Ali Tun Ahmad": then it is a name too
        titles = [i for i in titles if tokens[i].text not in TITLES_AND_NAMES]
    start = max(titles, default=start - 1) + 1
    while start < end and not tokens[start].text[0].isalpha():
        start += 1
    return start


def _with_sri(tokens: Sequence[Token], start: int, end: int) -> int:
    """ "Dr Sri Mulyani": an honorific elsewhere, here the first of two names."""
    alone = start > 1 and end - start == 1 and tokens[start - 1].text == "Sri"
    titled = alone and tokens[start - 2].text.rstrip(".") in _ACADEMIC_TITLES | {"Ir", "Ibu"}
    return start - 1 if titled else start


def _past_words_of_office(tokens: Sequence[Token], start: int, end: int) -> int:
    """Past what belongs to the office before: "Director of Administration and Finance A B"."""
    if start and tokens[start].text == "General" and is_office(tokens[start - 1].text):
        start += 1
    words = [
        i for i in range(start, end) if NOT_A_NAME.match(tokens[i].text) or "&" in tokens[i].text
    ]
    after = words[-1] + 1 if words else start
    named = any(
        token.text.endswith(".") or token.ent_type_ == "PERSON" for token in tokens[after:end]
    )
    opens = start == 1 or (start > 1 and not tokens[start - 2].text[0].isupper())
    named = named or (opens and is_office(tokens[start - 1].text))  # "Dean Academics A B"
    return after if named and end - after > 1 and tokens[start - 1].text != "." else start


def _surely_person(tokens: Sequence[Token], start: int, end: int) -> bool:
    """An honorific and the recogniser agree, though a word is a legal form: "Ab Hamid".

    Or an initial or an office does: "Director of Community Services Grace B. Lim" goes on like a
    body's name, and a surname may be a company's name too.
    """
    titled = start > 0 and tokens[start - 1].text.rstrip(".") in _ACADEMIC_TITLES
    words = [t.text for t in tokens[start:end] if t.text not in {"Ab", "."}]
    if titled and len(words) > 1 and type_of(" ".join(words)) is None:
        return True
    told = (
        start > 0
        and (
            (words[-2:-1] == ["-"] and words[-1].islower())  # "Oh Se-jung"
            or is_honorific(tokens[start - 1].text)
            or (end - start > 2 and _introduced(tokens, end))
            or (
                end - start > 2
                and any(len(token) == 2 and token.text[1] == "." for token in tokens[start:end])
            )
        )
    )
    return told and all(
        token.ent_type_ == "PERSON" or token.text == "." or token.text in PARTICLES
        for token in tokens[start:end]
    )


def _is_body(words: Sequence[Token], bodies: list[Span]) -> bool:
    start, end = words[0].idx, words[-1].idx + len(words[-1])
    first = words[0].text.casefold().rstrip(".") in FIRST_NAMES
    for body in bodies:
        if start < body.end and body.start < end:
            # "Vice President of X Russia A B": the recogniser knows where the name begins
            after_body = (
                body.start < start
                and end == body.end
                and (first or all(w.ent_type_ == "PERSON" for w in words))
            )
            before = body.document.text[body.start : start].strip()
            whole = before in {"University", "College", "Company"} or type_of(before)
            named_after = before.endswith((" after", " for"))
            if not (after_body and len(words) > 1 and whole and not named_after):
                return True
    return len(words) > 1 and type_of(" ".join(word.text for word in words)) is not None


def _is_name(tokens: Sequence[Token], start: int, end: int) -> bool:
    words = [token.text for token in tokens[start:end]]
    if (
        not 1 <= end - start <= 7
        or sum(map(len, words)) > _LONGEST
        or any(NOT_A_NAME.match(word) for word in words)
        or POST_NOMINAL.match(words[0])
        or words[-1].casefold() in RANKS
        or (len(words[-1]) > 2 and words[-1].isupper() and _office_at(tokens, end))
    ):
        return False
    if any(any(ch.isdigit() for ch in word) for word in words) or names_a_place(tokens, end):
        return False
    if _has_acronym(tokens, start, end) or (words[-2:-1] == ["-"] and words[-1] in _PARTS_OF_JAPAN):
        return False
    if start and is_office(tokens[start - 1].text) and _follows_name(tokens, start - 1):
        return False
    honoured = start > 0 and honours(tokens, start - 1)
    if not honoured and (_owns_office(tokens, end) or _owned(tokens, start)):
        return False
    if len(words) == 1:
        word = words[0]
        told = start > 0 and tokens[start - 1].text in {"by", "said"}
        if (
            (told or tokens[start].ent_type_ == "PERSON")
            and len(word) > 3
            and _introduced(tokens, end)
        ):
            return True
        glued = sum(ch.isupper() for ch in word) == 2 and not word.isupper() and len(word) > 4
        bound = end < len(tokens) and tokens[end].text == "-"
        return (glued or honoured) and not word.isupper() and not bound
    return sum(len(word) > 1 for word in words) >= 1


def _owns_office(tokens: Sequence[Token], at: int) -> bool:
    """Whether what seems a name is a body's: "Yayasan Sabah Director A B"."""
    if not held_after(tokens, at):
        return False
    office = next(i for i in range(at, len(tokens)) if is_office(tokens[i].text))
    following = tokens[office + 1 : office + 2]
    return bool(following) and following[0].ent_type_ == "PERSON" and following[0].text.istitle()


def _owned(tokens: Sequence[Token], at: int) -> bool:
    """Whether an office and "of" stand before: "the surgeon of Narayana Hrudayalaya"."""
    before = tokens[max(0, at - 2) : at]
    return len(before) == 2 and before[1].text in {"of", "at"} and is_office(before[0].text)


def _has_acronym(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether initials in brackets follow: "Mahila Visva Vidyalayam (MVV)" is a body."""
    if [token.text for token in tokens[end : end + 3 : 2]] != ["(", ")"]:
        return False
    acronym = tokens[end + 1].text
    initials = "".join(token.text[0] for token in tokens[start:end] if token.is_alpha)
    return len(initials) > 2 and acronym.isupper() and acronym.endswith(initials.upper())


def _office_at(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and is_office(tokens[at].text)


def _introduced(tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma and an office follow: many Indonesians have one name, "Suroso, Director"."""
    return at < len(tokens) and tokens[at].text == "," and office_follows(tokens, at + 1)


def _follows_name(tokens: Sequence[Token], office: int) -> bool:
    """ "A B, Vice Chancellor X Y": the office is A's, and X Y is where, not another name.

    Unless A has an office before the name as well: then the list goes "Dean A B, Registrar X Y".
    """
    at = office
    while at > 0 and (tokens[at - 1].text[0].isupper() or tokens[at - 1].text == "-"):
        at -= 1
    if at < 2 or tokens[at - 1].text != "," or tokens[at - 2].ent_type_ != "PERSON":
        return False
    at -= 2
    while (
        at > 0
        and not _ranks(tokens, at)
        and (_in_list(tokens, at) or tokens[at].ent_type_ == "PERSON")
    ):
        at -= 1
    return not _ranks(tokens, at) or tokens[at + 1].text == ","


def _ranks(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word says what somebody is, as a professor, too."""
    return is_office(tokens[at].text) or tokens[at].text.casefold() == "professor"


def _in_list(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word can stand in a list of names."""
    shortened = tokens[at].text == "." and at > 0 and honours(tokens, at - 1)
    links = tokens[at].text in {",", "of", "for", "and", "the", "&"}
    return tokens[at].text[0].isupper() or links or shortened
