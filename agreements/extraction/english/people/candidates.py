"""What may be a personal name: what is recognised, follows an honorific, is beside an office."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from agreements.extraction.english.organisations.body_types import type_of
from agreements.extraction.english.organisations.countries import country_of
from agreements.extraction.english.organisations.disciplines import is_field
from agreements.extraction.english.people.name_words import (
    FIRST_NAMES,
    PARTICLES,
    SAYING,
    Range,
    held_after,
    honours,
    is_part,
    office_follows,
    past_nickname,
    past_titled,
    shortened,
)
from agreements.extraction.english.titles import (
    CHARGES,
    MODIFIERS,
    OFFICES,
    POST_NOMINAL,
    is_honorific,
    is_office,
)

_SON_OF = frozenset({"bin", "bint", "binti", "ibn"})
_SURNAMES_LIKE_WORDS = frozenset("Low Long May Young So Sun Song You He An Fan Man Pan".split())
"""Surnames that the recogniser takes for the English word."""

_LINKS = frozenset("de da dos das del van von bin binti".split())
"""Particles within a name at which the recogniser may break off."""
_OF_STATE = frozenset("minister vice-minister undersecretary governor ambassador mayor".split())
_HEADS = frozenset(
    """
    University Institute Academy College School Ministry Council Commission Office Desk Division
    Department Section Directorate Board Committee Association Chamber Federation Centre Center
    Bureau Authority Agency Faculty Group Corporation Company Ltd Limited Holdings Bank
    """.split()
)
_OWNERS = frozenset({"the", "its", "their", "our", "'s", "’s"})
"""Before an office that is introduced: "the university's Rector, A B"."""
_LEADING = frozenset({"For", "As", "With", "To", "By", "But", "And", "Among"})
"""Words that open a sentence before a name."""
_SMALL_HEADS = frozenset(
    "company concern corporation enterprise university institute academy ministry bank".split()
)
_SIGNED = frozenset({"signed", "inked", "initialled", "initialed", "co-signed"})
_REACH = 20
"""Words from "signed" to the last "by" that goes with it."""
_LONGEST_OFFICE = 16
"""Words from an office to the comma before the name of who holds it."""


def recognised(tokens: Sequence[Token]) -> Iterator[Range]:
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
        honours(tokens, start)
        or not tokens[start].text[0].isupper()
        or is_office(tokens[start].text)
    ):
        start += 1
    start += end - start > 2 and _is_land_after(tokens, start)
    start += end - start > 2 and _closes_body(tokens, start)
    stop = start
    while stop < end and belongs(tokens, start, stop):
        stop += 1
    while stop < len(tokens) and stop > start and _goes_on(tokens, start, stop):
        stop = max(stop + 1, past_nickname(tokens, stop))
    while (
        start > 0
        and stop > start
        and tokens[start - 1].text.isupper()
        and len(tokens[start - 1]) > 1
        and tokens[start - 1].text.isalpha()
        and tokens[start].text.istitle()
        and tokens[start - 1].ent_type_ != "ORG"
        and not _runs_on(tokens, start - 1)
        and not is_office(tokens[start - 1].text)
    ):
        start -= 1
    if start > 1 and shortened(tokens, start - 1):
        start -= 2
    if start > 1 and tokens[start - 1].text in _SURNAMES_LIKE_WORDS:
        start -= 1
    if start > 2 and _has_charge_before(tokens, start - 1):
        start -= 1
    if start > 2 and tokens[start - 2].text in PARTICLES and _opens_name(tokens, start):
        start -= 3
    if start > 1 and tokens[start - 1].text in _SON_OF and tokens[start - 2].text.istitle():
        start -= 2
    if stop > start:
        opened = [i for i in (start - 1, start - 2) if i >= 0 and _first_name(tokens[i])]
        start = opened[0] if opened and tokens[start - 1].text.istitle() else start
    while (
        stop > start
        and not tokens[stop - 1].text[-1].isalpha()
        and tokens[stop - 1].text[-1] != "."
    ):
        stop -= 1
    if stop > start:
        yield start, stop


def _runs_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether capitals are the end of a body's name: "President of Acme Electronics LCD"."""
    before = tokens[at - 1].text if at else "."
    return before.istitle() and not (is_office(before) or is_honorific(before))


def _closes_body(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is the acronym at the end of a body's name: "Acme Electronics LCD A B"."""
    return at > 0 and tokens[at - 1].ent_type_ == "ORG" and tokens[at].text.isupper()


def _is_land_after(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is a country and no first name: "Ambassador to Elbonia A B"."""
    before = at > 0 and tokens[at - 1].text in {"to", "of", "in"}
    return before and country_of(tokens[at].text) is not None


def _has_charge_before(tokens: Sequence[Token], at: int) -> bool:
    """Whether a missed first name follows a field: "minister for education Jane Mary Roe"."""
    before = tokens[at - 1].text
    return (
        tokens[at].text.istitle()
        and tokens[at].is_alpha
        and before.islower()
        and is_field(before)
        and tokens[at - 2].text in {"for", "of"}
    )


def _first_name(token: Token) -> bool:
    return token.text.istitle() and token.text.casefold().rstrip(".") in FIRST_NAMES


def _opens_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a first name of three words was missed: "María del Carmen" before what is known."""
    return all(tokens[i].text.istitle() and tokens[i].is_alpha for i in (at - 1, at - 3)) and not (
        is_office(tokens[at - 3].text) or is_honorific(tokens[at - 1].text)
    )


def belongs(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether the word here still belongs to the name that began at `start`."""
    if _is_degree(tokens, at) or not is_part(tokens, at):
        return False
    return at - start < 2 or not held_after(tokens, at)


def _is_degree(tokens: Sequence[Token], at: int) -> bool:
    """Whether a degree begins here, in one word or parted: "M.Kes", "M. Kes"."""
    text = tokens[at].text
    if text in {"M.", "S."} and at + 1 < len(tokens) and len(tokens[at + 1].text.rstrip(".")) > 1:
        text += tokens[at + 1].text
    return POST_NOMINAL.match(text) is not None


def _goes_on(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether the recogniser broke a name off: the next word is capitalised and ends the phrase."""
    token = tokens[at]
    if (token.text == "-" and not token.whitespace_) or (
        tokens[at - 1].text == "-" and token.is_alpha and not is_office(token.text)
    ):
        return True
    if past_nickname(tokens, at) > at or shortened(tokens, at) or _is_middle_initial(tokens, at):
        return True
    if not belongs(tokens, start, at):
        return False
    if token.text in _LINKS and at + 1 < len(tokens) and token.ent_type_ in {"", "PERSON"}:
        return tokens[at + 1].text.istitle() and tokens[at + 1].ent_type_ in {"", "PERSON"}
    return (
        token.text.istitle()
        and token.text.isalpha()
        and token.tag_ == "NNP"
        and token.ent_type_ in {"", "PERSON"}
        and not is_office(token.text)
        and not POST_NOMINAL.match(token.text)
        and not token.is_sent_start
    )


def _is_middle_initial(tokens: Sequence[Token], at: int) -> bool:
    """ "John J. Doe", of which the recogniser sometimes sees only what is before."""
    initial = tokens[at].text
    return (
        len(initial) == 2
        and initial[0].isupper()
        and initial[1] == "."
        and at + 1 < len(tokens)
        and tokens[at + 1].text.istitle()
    )


def honoured(tokens: Sequence[Token]) -> Iterator[Range]:
    """Capitalised words after an honorific."""
    for i, token in enumerate(tokens[:-1]):
        if (
            not honours(tokens, i)
            or is_honorific(tokens[i + 1].text)
            or not token.text[0].isupper()
        ):
            continue
        dotted = i + 2 < len(tokens) and tokens[i + 1].text == "."  # "Atty. A B"
        start = past_titled(tokens, i + 1 + dotted)
        if start < len(tokens) and tokens[start].text not in {".", "("}:
            yield from _run(tokens, start)


def first_named(tokens: Sequence[Token]) -> Iterator[Range]:
    """Words from a first name that nothing else is: "Md Karim Ali", "Mohd. Zaki"."""
    for i, token in enumerate(tokens):
        if token.text.rstrip(".") in {"Md", "Mohd", "Muhd"}:
            yield from (run for run in _run(tokens, i) if run[1] - run[0] > 1)


def _run(tokens: Sequence[Token], start: int) -> Iterator[Range]:
    end = start
    while end < len(tokens) and end - start < 7 and belongs(tokens, start, end):
        end += 1
        if end - start == 1:
            end = past_nickname(tokens, end)
    while end > start and not tokens[end - 1].text[-1].isalpha() and len(tokens[end - 1]) == 1:
        end -= 1
    while end > start and tokens[end - 1].text.casefold() in PARTICLES:
        end -= 1
    if end > start and tokens[start].text[0].isupper():
        yield start, end


def beside_office(tokens: Sequence[Token]) -> Iterator[Range]:
    """Two to five capitalised words right after an office, or before a comma and an office."""
    for i, token in enumerate(tokens[:-1]):
        if is_office(token.text):
            yield from _after_office(tokens, i)
        opens = i == 0 or not (tokens[i - 1].text[0].isupper() or _is_land_after(tokens, i))
        opens = opens or (i == 1 and tokens[0].text in _LEADING)
        if opens and token.text[0].isupper():
            for start, end in _run(tokens, i):
                told = _past_degrees(tokens, end)
                if (
                    end - start <= 4
                    and told < len(tokens)
                    and tokens[told].text in {",", "(", "is", "was"}
                    and office_follows(tokens, _past_who(tokens, told + 1))
                    and not _is_passive(tokens, told)
                    and not _is_firm_of_a_sort(tokens, start, told)
                ):
                    yield start, end


def _is_passive(tokens: Sequence[Token], at: int) -> bool:
    """Whether what is done to a body is told, and not what somebody is: "was represented by"."""
    tags = [token.tag_ for token in tokens[at + 1 : at + 3]]
    done = tags[:1] == ["VBN"] or tags == ["RB", "VBN"]
    return tokens[at].text in {"is", "was"} and (
        done or tokens[at + 1].text in {"its", "their", "in", "at"}
    )


def _is_firm_of_a_sort(tokens: Sequence[Token], start: int, comma: int) -> bool:
    """Whether capitals show a firm of which it is said what it is: "ABC IP, a leader in …"."""
    capitals = any(len(t) > 1 and t.text.isupper() and t.is_alpha for t in tokens[start:comma])
    office = next((t.text for t in tokens[comma + 1 : comma + 6] if is_office(t.text)), None)
    return capitals and (tokens[comma + 1].text in {"a", "an"} or office == "leader")


def _past_who(tokens: Sequence[Token], at: int) -> int:
    """The place after "who is" where it stands here."""
    words = [token.text for token in tokens[at : at + 2]]
    return at + 2 if words in (["who", "is"], ["who", "was"]) else at


def _past_degrees(tokens: Sequence[Token], at: int) -> int:
    """The place after degrees that follow a name: "A B, Ph.D.," and "A B MP,"."""
    while at < len(tokens):
        comma = tokens[at].text == "," and at + 1 < len(tokens)
        if POST_NOMINAL.match(tokens[at + comma].text) is None:
            break
        at += 1 + comma
    return at


def _after_office(tokens: Sequence[Token], at: int) -> Iterator[Range]:
    """The names that an office leads to: "Rector A B", "(… President: A B)", "the Rector, A B"."""
    following = _past_bracket(tokens, at + 1)
    if following < len(tokens) and tokens[following].text[0].isupper():
        yield from (run for run in _run(tokens, following) if 2 <= run[1] - run[0] <= 5)
    yield from _labelled(tokens, at)
    if (named := _introduced_at(tokens, at)) is not None:
        owned = at > 0 and tokens[at - 1].text in _HEADS
        owned = owned or any(token.text in {"'s", "’s"} for token in tokens[max(0, at - 3) : at])
        state = owned or tokens[at].text.casefold() in _OF_STATE
        yield from (r for r in _run(tokens, named) if _unknown_name(tokens, *r, of_state=state))
    if _attributes(tokens, at):
        yield from (run for run in _run(tokens, at + 2) if 2 <= run[1] - run[0] <= 4)


def acting(tokens: Sequence[Token]) -> Iterator[Range]:
    """Who signs for somebody: "signed by A B for X", "… and by C D on behalf of Y"."""
    verbs = [i for i, token in enumerate(tokens) if token.text.casefold() in _SIGNED]
    for i, token in enumerate(tokens[:-1]):
        if token.text != "by" or not any(verb < i <= verb + _REACH for verb in verbs):
            continue
        for start, end in _run(tokens, i + 1):
            if 2 <= end - start <= 4 and end + 1 < len(tokens) and _for_whom(tokens, end):
                yield start, end


def _for_whom(tokens: Sequence[Token], at: int) -> bool:
    """Whether "for X", "on behalf of X" or "(X)" stands here."""
    after = tokens[at + 1].text
    named = after == "the" or after[0].isupper()
    return (tokens[at].text in {"for", "("} and named) or (
        tokens[at].text == "on" and after == "behalf"
    )


def after_plural(tokens: Sequence[Token]) -> Iterator[Range]:
    """Every name of the list after an office in the plural: "Vice Rectors A B, C D and E F"."""
    for i, token in enumerate(tokens[:-1]):
        if not (is_office(token.text) and token.text.casefold().rstrip("s") in OFFICES):
            continue
        at = i + 1 if token.text.endswith("s") else len(tokens)
        while at < len(tokens):
            while at < len(tokens) and (honours(tokens, at) or tokens[at].text == "."):
                at += 1
            name = next(_run(tokens, at), None) if at < len(tokens) else None
            if name is None or not 2 <= name[1] - name[0] <= 4:
                break
            yield name
            at = name[1]
            while at < len(tokens) and tokens[at].text.casefold() in {",", "and", "&"}:
                at += 1
            if at == name[1]:
                break


def after_held(tokens: Sequence[Token]) -> Iterator[Range]:
    """Words right after what an office is of: "Minister of Trade of Elbonia A B"."""
    for i in range(2, len(tokens) - 2):
        if not (tokens[i + 1].text.istitle() and tokens[i + 2].text.istitle()):
            continue
        office = i - 1
        while office > 0 and i - office < _LONGEST_OFFICE and _is_of(tokens, office):
            office -= 1
        if i - office < 2 or not is_office(tokens[office].text) or not _heads(tokens, i):
            continue
        for start, end in _run(tokens, i + 1):
            hyphens = sum(t.text == "-" for t in tokens[start:end])
            plain = all(
                t.text == "-"
                or (
                    t.is_alpha
                    and t.ent_type_ not in {"GPE", "LOC", "NORP"}
                    and (t.text.istitle() or tokens[n - 1].text == "-")
                )
                for n, t in enumerate(tokens[start:end], start)
            )
            plain = plain and type_of(" ".join(t.text for t in tokens[start:end])) is None
            if plain and 2 <= end - start - 2 * hyphens <= 3 and _ends_naming(tokens, end):
                yield start, end


def _heads(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word closes the name of where an office is held: a kind of body, field or land."""
    text = tokens[at].text
    if text in _SMALL_HEADS:
        return tokens[at - 1].text == "the"
    if 2 <= len(text) <= 6 and text.isalpha() and text.isupper():  # "the CEO of LE A B"
        return tokens[at - 1].text in {"of", "for", "at", "the"}
    field = text.istitle() and (is_field(text.casefold()) or text.casefold() in CHARGES)
    return text in _HEADS or field or (text[0].isupper() and country_of(text) is not None)


def _is_of(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word leads on from an office to the body where it is held."""
    text = tokens[at].text
    words = {"of", "for", "at", "the", "and", "&", "to", "-", "–"}
    return text in words or (text[0].isupper() and not is_office(text))


def _ends_naming(tokens: Sequence[Token], at: int) -> bool:
    """Whether a pause or a verb is next, before which a name has ended."""
    if at >= len(tokens):
        return True
    return tokens[at].text in {
        ",",
        ".",
        ";",
        "and",
        "(",
        ")",
        "who",
        "to",
        "as",
        "during",
        "also",
        "both",
    } or tokens[at].tag_ in {
        "VBD",
        "VBZ",
        "VBP",
    }


def _introduced_at(tokens: Sequence[Token], at: int) -> int | None:
    """Where a name begins in "the General Rector, A B" or "the Minister for Trade of X, A B".

    The office has an article, and between it and the comma stands nothing but where it is held.
    """
    owned = at > 1 and tokens[at - 1].text in _HEADS and tokens[at].text.islower()
    comma = at + 1
    while comma < len(tokens) and comma - at < _LONGEST_OFFICE and _is_where(tokens, at, comma):
        comma += 1
    if comma + 1 >= len(tokens) or tokens[comma].text != ",":
        return None
    if owned:  # "Acme University president, A B,"
        return comma + 1 if comma == at + 1 else None
    while at > 0 and (
        tokens[at].text[0].isupper() or is_office(tokens[at].text) or tokens[at].text in MODIFIERS
    ):
        at -= 1
    if at == 0 and tokens[at].text[0].isupper():
        return comma + 1
    return comma + 1 if tokens[at].text.casefold() in _OWNERS else None


def _is_where(tokens: Sequence[Token], office: int, at: int) -> bool:
    """Whether a word can stand between an office and the comma before its holder."""
    text = tokens[at].text
    if at == office + 1:
        return text in {"of", "for", "at", "in", "("}
    if text in _SMALL_HEADS | {"department", "faculty", "school"}:
        return True
    return text[0].isupper() or text in {"of", "for", "at", "the", "and", "&", "(", ")", "-"}


def _labelled(tokens: Sequence[Token], at: int) -> Iterator[Range]:
    """The name after an office and a colon within brackets: "(… President: A B)"."""
    if at + 2 < len(tokens) and tokens[at + 1].text == ":":
        for start, end in _run(tokens, at + 2):
            if 2 <= end - start <= 4 and end < len(tokens) and tokens[end].text in {")", ",", ";"}:
                yield start, end


def _attributes(tokens: Sequence[Token], at: int) -> bool:
    """ "X Group Director – A B" on a line of its own, as below a quotation."""
    return (
        2 <= len(tokens) - at - 2 <= 4
        and tokens[at + 1].text in {"–", "—", "-"}
        and all(token.text[0].isupper() for token in [*tokens[: at + 1], *tokens[at + 2 :]])
    )


def _unknown_name(tokens: Sequence[Token], start: int, end: int, of_state: bool) -> bool:
    """Whether the recogniser makes no whole of two to five words that a pause ends.

    After an office of the state there follows no company, whatever the recogniser says, nor does
    a company remark anything between its officer and the verb.
    """
    kinds = {token.ent_type_ for token in tokens[start:end]}
    after = [token.text for token in tokens[end : end + 2]]
    speaks = after[:1] == [","] and after[1:] != [] and after[1] in SAYING
    unknown = "" in kinds or ((of_state or speaks) and len(kinds) == 1)
    paused = after[:1] != [] and after[0] in {",", "and", ".", ";"}
    return unknown and 2 <= end - start <= 5 and paused


def _past_bracket(tokens: Sequence[Token], at: int) -> int:
    """The place after "(…)" where a short bracket opens here, else the same place."""
    if tokens[at].text != "(":
        return at
    return next((i + 1 for i in range(at, min(at + 8, len(tokens))) if tokens[i].text == ")"), at)
