"""Where a sentence names people, by spaCy's recogniser and by what stands beside a name."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from agreements.extraction.blocks import Sentence
from agreements.extraction.document import Span
from agreements.extraction.english.organisations.body_types import type_of
from agreements.extraction.english.organisations.organisations import mentions_in
from agreements.extraction.english.titles import POST_NOMINAL, is_honorific, is_office

_PARTICLES = frozenset(
    "bin binti bint al el de da dos van von der den di la le ibn abu ben y".split()
)
_NOT_A_NAME = re.compile(
    r"""^(?:the|a|an|and|of|mous?|memorandum|agreement|university|universiti|college|institute|school
    |academy|faculty|department|ministry|huawei|group|technologies|limited|ltd|company|ict|ai|smart|
    january|february|march|april|may|june|july|august|september|october|november|december|monday
    |tuesday|wednesday|thursday|friday|saturday|sunday|party|letter|talent|seeds|innovation|digital
    |cloud|computing|technology|science|engineering|research|center|centre|program|programme|news|
    country|district|province|city|campus|signing|ceremony|both|sides|strategic|cooperation|state
    |human|resources|services|public|relations|affairs|marketing|finance|officer|photo|image|text|picture|the|government|council|board|committee|commission|development
    |education|
    international|national|business|industry|students?|alumni|bachelor|master|industrial|international)$""",
    re.IGNORECASE | re.VERBOSE,
)

_SURNAMES_LIKE_WORDS = frozenset("Low Long May Young So Sun Song You He An Fan Man Pan".split())
"""Surnames that the recogniser takes for the English word."""
_LONGEST = 90
"""Characters of a personal name."""

Range = tuple[int, int]
"""Positions in a list of tokens, the second exclusive."""


def personal_names(tokens: Sequence[Token], sentence: Sentence) -> list[Range]:
    """Ranges of tokens that are personal names, without honorifics, in order."""
    found: list[Range] = []
    bodies = [mention.span for mention in mentions_in(sentence.span)]
    for start, end in (*_recognised(tokens), *_honoured(tokens), *_beside_office(tokens)):
        start = _past_honorifics(tokens, start, end)
        if _is_name(tokens, start, end) and (
            _surely_person(tokens, start, end) or not _is_body(tokens[start:end], bodies)
        ):
            _add(found, (start, end))
    return sorted(found)


def _add(found: list[Range], new: Range) -> None:
    """Keep the longer of two names that share a word."""
    for old in [old for old in found if old[0] < new[1] and new[0] < old[1]]:
        if old[1] - old[0] >= new[1] - new[0]:
            return
        found.remove(old)
    found.append(new)


def _past_honorifics(tokens: Sequence[Token], start: int, end: int) -> int:
    last = max((i for i in range(start, end) if _honours(tokens, i)), default=start - 1)
    start = last + 1
    while start < end and not tokens[start].text[0].isalpha():
        start += 1
    return start


def _honours(tokens: Sequence[Token], at: int) -> bool:
    """Whether an honorific stands here; "Tan" is one before "Sri" and else a name."""
    if tokens[at].text == "Tan":
        return at + 1 < len(tokens) and tokens[at + 1].text in {"Sri", "Seri"}
    return is_honorific(tokens[at].text)


def _surely_person(tokens: Sequence[Token], start: int, end: int) -> bool:
    """An honorific before and the recogniser agree, though a word is a legal form: "Ab Hamid"."""
    honoured = start > 0 and is_honorific(tokens[start - 1].text)
    return honoured and all(token.ent_type_ == "PERSON" for token in tokens[start:end])


def _is_body(words: Sequence[Token], bodies: list[Span]) -> bool:
    start, end = words[0].idx, words[-1].idx + len(words[-1])
    for body in bodies:
        if start < body.end and body.start < end:
            # "Vice President of X Russia A B": the recogniser knows where the name begins
            after_body = (
                body.start < start
                and end == body.end
                and all(w.ent_type_ == "PERSON" for w in words)
            )
            if not (
                after_body
                and len(words) > 1
                and type_of(body.document.text[body.start : start].strip())
            ):
                return True
    return len(words) > 1 and type_of(" ".join(word.text for word in words)) is not None


def _is_name(tokens: Sequence[Token], start: int, end: int) -> bool:
    words = [token.text for token in tokens[start:end]]
    if (
        not 1 <= end - start <= 7
        or sum(map(len, words)) > _LONGEST
        or any(_NOT_A_NAME.match(word) for word in words)
    ):
        return False
    if any(any(ch.isdigit() for ch in word) for word in words):
        return False
    if start and is_office(tokens[start - 1].text) and _follows_name(tokens, start - 1):
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
        honoured = start > 0 and is_honorific(tokens[start - 1].text)
        return (glued or honoured) and not word.isupper()
    return sum(len(word) > 1 for word in words) >= 1


def _introduced(tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma and an office follow: many Indonesians have one name, "Suroso, Director"."""
    return at < len(tokens) and tokens[at].text == "," and office_follows(tokens, at + 1)


def _is_part(token: Token) -> bool:
    text = token.text
    return (
        (text[0].isupper() and not is_office(text))
        or text.casefold() in _PARTICLES
        or (text in {"-", "'", "’", "."} and not token.whitespace_)
    )


def _recognised(tokens: Sequence[Token]) -> Iterator[Range]:
    """Names from the recogniser, trimmed to words that can be part of a name."""
    i = 0
    while i < len(tokens):
        if tokens[i].ent_type_ != "PERSON":
            i += 1
            continue
        end = i + 1
        while (
            end < len(tokens) and tokens[end].ent_type_ == "PERSON" and tokens[end].ent_iob_ == "I"
        ):
            end += 1
        yield from _grown(tokens, i, end)
        i = end


def _grown(tokens: Sequence[Token], start: int, end: int) -> Iterator[Range]:
    while start < end and (
        is_honorific(tokens[start].text)
        or not tokens[start].text[0].isupper()
        or is_office(tokens[start].text)
    ):
        start += 1
    stop = start
    while stop < end and _is_part(tokens[stop]) and not POST_NOMINAL.match(tokens[stop].text):
        stop += 1
    while stop < len(tokens) and stop > start and _goes_on(tokens, stop):
        stop += 1
    while (
        start > 0
        and stop > start
        and tokens[start - 1].text.isupper()
        and len(tokens[start - 1]) > 1
        and tokens[start - 1].text.isalpha()
        and tokens[start].text.istitle()
        and tokens[start - 1].ent_type_ != "ORG"
        and not is_office(tokens[start - 1].text)
    ):
        start -= 1
    if start > 1 and tokens[start - 1].text in _SURNAMES_LIKE_WORDS:
        start -= 1
    if start > 2 and tokens[start - 2].text in _PARTICLES and _opens_name(tokens, start):
        start -= 3
    while (
        stop > start
        and not tokens[stop - 1].text[-1].isalpha()
        and tokens[stop - 1].text[-1] != "."
    ):
        stop -= 1
    if stop > start:
        yield start, stop


def _opens_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a first name of three words was missed: "María del Carmen" before what is known."""
    return all(tokens[i].text.istitle() and tokens[i].is_alpha for i in (at - 1, at - 3)) and not (
        is_office(tokens[at - 3].text) or is_honorific(tokens[at - 1].text)
    )


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether the recogniser broke a name off: the next word is capitalised and ends the phrase."""
    token = tokens[at]
    if (token.text == "-" and not token.whitespace_) or (
        tokens[at - 1].text == "-" and token.is_alpha
    ):
        return True
    return (
        token.text.istitle()
        and token.text.isalpha()
        and token.tag_ == "NNP"
        and token.ent_type_ in {"", "PERSON"}
        and not is_office(token.text)
        and not POST_NOMINAL.match(token.text)
        and not token.is_sent_start
    )


def _honoured(tokens: Sequence[Token]) -> Iterator[Range]:
    """Capitalised words after an honorific."""
    for i, token in enumerate(tokens[:-1]):
        if (
            not is_honorific(token.text)
            or is_honorific(tokens[i + 1].text)
            or not token.text[0].isupper()
        ):
            continue
        start = i + 1
        if tokens[start].text in {".", "("}:
            continue
        yield from _run(tokens, start)


def _run(tokens: Sequence[Token], start: int) -> Iterator[Range]:
    end = start
    while (
        end < len(tokens)
        and end - start < 6
        and _is_part(tokens[end])
        and not POST_NOMINAL.match(tokens[end].text)
    ):
        end += 1
    while end > start and not tokens[end - 1].text[-1].isalpha() and len(tokens[end - 1]) == 1:
        end -= 1
    while end > start and tokens[end - 1].text.casefold() in _PARTICLES:
        end -= 1
    if end > start and tokens[start].text[0].isupper():
        yield start, end


def _beside_office(tokens: Sequence[Token]) -> Iterator[Range]:
    """Two to four capitalised words right after an office, or before a comma and an office."""
    for i, token in enumerate(tokens[:-1]):
        following = _past_bracket(tokens, i + 1)
        if (
            is_office(token.text)
            and following < len(tokens)
            and tokens[following].text[0].isupper()
        ):
            for start, end in _run(tokens, following):
                if 2 <= end - start <= 4:
                    yield start, end
        opens = i == 0 or not tokens[i - 1].text[0].isupper()
        if opens and token.text[0].isupper():
            for start, end in _run(tokens, i):
                if (
                    end - start <= 4
                    and end < len(tokens)
                    and tokens[end].text in {",", "("}
                    and office_follows(tokens, end + 1)
                ):
                    yield start, end


def _follows_name(tokens: Sequence[Token], office: int) -> bool:
    """ "A B, Vice Chancellor X Y": the office is A's, and X Y is where, not another name."""
    at = office
    while at > 0 and (tokens[at - 1].text[0].isupper() or tokens[at - 1].text == "-"):
        at -= 1
    return at > 1 and tokens[at - 1].text == "," and tokens[at - 2].ent_type_ == "PERSON"


def _past_bracket(tokens: Sequence[Token], at: int) -> int:
    """The place after "(…)" where a short bracket opens here, else the same place."""
    if tokens[at].text != "(":
        return at
    return next((i + 1 for i in range(at, min(at + 8, len(tokens))) if tokens[i].text == ")"), at)


def office_follows(tokens: Sequence[Token], at: int, reach: int = 9) -> bool:
    """Whether a phrase with an office in it begins here: "the executive vice president"."""
    for token in tokens[at : at + reach]:
        if is_office(token.text):
            return True
        if (token.is_punct and token.text not in {"-", "&", "/"}) or token.tag_ in {
            "VBD",
            "VBZ",
            "MD",
            "WP",
        }:
            return False
        if token.text.casefold() in {"and", "who", "which", "of", "in", "at", "from", "for"}:
            return False
    return False
