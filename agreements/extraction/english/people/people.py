"""People named in a text, with the position they held that day.

Positions are read on either side of a name: "A, President of X, and B, Dean of Y", "Y's Dean B",
"President of X, Mr. A, Dean of Y, Mr. B", "A (President)".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from spacy.tokens import Token

from agreements.extraction.blocks import Role, Sentence
from agreements.extraction.document import Span
from agreements.extraction.english.organisations.organisations import CORPORATE_TAIL, mentions_in
from agreements.extraction.english.people.name_words import Range
from agreements.extraction.english.people.names import personal_names
from agreements.extraction.english.people.position_ends import with_honorifics
from agreements.extraction.english.people.positions import of_several, position_at, position_of
from agreements.extraction.english.people.recalled import recalled
from agreements.extraction.english.pipeline import Reading
from agreements.extraction.english.titles import (
    AFTER_HONORIFICS,
    MODIFIERS,
    is_honorific,
    is_office,
)
from agreements.names import normalise_person

_SIGNING = re.compile(r"\b(?:sign|ink)(?:ed|s|ing)?\b", re.IGNORECASE)
"""In such a sentence a surname alone counts: "Roe and Doe signed"."""


_GLUED = re.compile(r"(?:Dr|Mr|Mrs|Ms|Prof|Professor)(?=[A-Z][a-z])")
"""An honorific that a page has run into the name: "DrJane Roe"."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at one place of the text. `organisation` is the body that the position names.

    `office` is the position without a body that a comma parts from it, which may be a party;
    `listed` is somebody in a list with others of whom it is plain that they are people.
    """

    name: Span
    position: Span | None
    organisation: Span | None
    sentence: Sentence
    near: bool = False
    listed: bool = False
    office: Span | None = None

    @property
    def evidence(self) -> Span:
        """The tightest span with name, position and organisation in it."""
        span = self.name.to(self.position) if self.position else self.name
        return span.to(self.organisation) if self.organisation and self.near else span


def people(reading: Reading) -> list[Person]:
    """Every naming of a person with its position, furniture left out, in order."""
    told = [s for s in reading.sentences if s.role is not Role.FURNITURE]
    found = [person for sentence in told for person in _people_in(sentence, reading)]
    found = [person for person in found if not _is_firm(person, reading)]
    found = _with_recalled(found, told, reading)
    bare = {p.name.words for p in found if " " in p.name.words}
    bare -= {p.name.words for p in found if p.position}
    stated = {name: position for name in bare if (position := _stated_later(name, told, reading))}
    return [
        replace(person, position=stated.get(person.name.words, person.position)) for person in found
    ]


def _is_firm(person: Person, reading: Reading) -> bool:
    """Whether a legal form follows the name elsewhere: "Aurora Hydro" beside "Aurora Hydro Ltd"."""
    text, name = reading.document.text, person.name.quotation
    at = text.find(name)
    while at >= 0:
        following = text[at + len(name) : at + len(name) + 20].split()
        form = following[0].strip(".,;)") if following else ""
        if form.istitle() and form.casefold() in CORPORATE_TAIL:
            return not _honoured(person)
        at = text.find(name, at + len(name))
    return False


def _with_recalled(found: list[Person], told: list[Sentence], reading: Reading) -> list[Person]:
    """Read again the sentences that name people told of elsewhere whom nothing shows there."""
    known = recalled((p.name for p in found if _is_told_of(p)), reading)
    by_sentence: dict[Span, list[Person]] = {}
    for person in found:
        by_sentence.setdefault(person.sentence.span, []).append(person)
    for sentence in told if known.full else ():
        tokens = reading.tokens(sentence.span)
        here = by_sentence.get(sentence.span, [])
        missed = [
            at
            for at in known.ranges(tokens, alone=_SIGNING.search(sentence.text) is not None)
            if not any(_span(tokens, at, sentence).overlaps(person.name) for person in here)
        ]
        if missed:
            by_sentence[sentence.span] = _people_in(sentence, reading, missed)
    return [person for s in told for person in by_sentence.get(s.span, ())]


def _stated_later(name: str, told: list[Sentence], reading: Reading) -> Span | None:
    """The position in a sentence of its own: "Roe is President of X", "Roe, who is the dean"."""
    called = rf"\b(?:{re.escape(name)}|{re.escape(name.split()[-1])})"
    pattern = re.compile(rf"{called}(?:,\s+who)?\s+(?:is|was|serves\s+as)\s+(?:the\s+|an?\s+)?")
    for sentence in told:
        if match := pattern.search(sentence.text):
            rest = sentence.span.start + match.end()
            if rest < sentence.span.end:
                tokens = reading.tokens(Span(rest, sentence.span.end, reading.document))
                if at := position_at(tokens):
                    return _span(tokens, at, sentence)
    return None


def _honoured(person: Person) -> bool:
    """Whether an honorific stands before the name: a bare name may be a byline or no person."""
    before = person.name.document.text[: person.name.start].split()[-2:]
    told = [word.lstrip('("“').rstrip(").") for word in before]
    return any(map(is_honorific, told[-1:])) or (
        len(told) == 2 and told[1].casefold() in AFTER_HONORIFICS and is_honorific(told[0])
    )


def _is_told_of(person: Person) -> bool:
    return person.position is not None or _honoured(person) or person.listed


def distinct(found: list[Person]) -> list[Person]:
    """One entry a person: the first naming with a position, else the first of all.

    A name that never has a position or an honorific is left out: it may be a byline or no person.
    """
    kept: list[Person] = []
    for person in sorted(found, key=lambda p: not _is_told_of(p)):
        words = normalise_person(person.name.words).split()
        same = next((other for other in kept if _same(words, other)), None)
        if same is None:
            kept.append(person)
        elif person.position and (same.position is None or _fuller(words, same)):
            kept[kept.index(same)] = person
    return sorted(filter(_is_told_of, kept), key=lambda p: p.name)


def identified(found: list[Person]) -> list[Person]:
    """Those of `distinct` of whom a text has more than a surname: not "From left: Dr Roe, Doe"."""
    return [p for p in distinct(found) if p.position is not None or " " in p.name.words]


def same_person(person: Person, everyone: list[Person]) -> Person | None:
    """The entry of `distinct` that a naming belongs to."""
    words = normalise_person(person.name.words).split()
    return next((other for other in everyone if _same(words, other)), None)


def _fuller(words: list[str], other: Person) -> bool:
    """Whether these are the words of a name and some more: "Suzuki Taro" beside "Suzuki"."""
    return set(words) > set(normalise_person(other.name.words).split())


def _same(words: list[str], other: Person) -> bool:
    theirs = normalise_person(other.name.words).split()
    return set(words) <= set(theirs) or set(theirs) <= set(words) or _spelt_alike(words, theirs)


def _spelt_alike(words: list[str], theirs: list[str]) -> bool:
    """Whether two names differ by an initial or in how one word is spelt: "M Ali", "Khaled Ali"."""
    differing = [pair for pair in zip(words, theirs, strict=False) if pair[0] != pair[1]]
    if len(differing) == 2 and _transliterated(words, theirs):
        return True
    if len(words) != len(theirs) or len(words) < 2 or len(differing) != 1:
        return False
    (one, two), same = differing[0], words[-1] == theirs[-1]
    initial = same and min(len(one), len(two)) == 1 and one[0] == two[0]
    alike = len(one) > 4 and SequenceMatcher(None, one, two).ratio() > 0.8
    return initial or (len(words) > 2 and alike)


def _transliterated(words: list[str], theirs: list[str]) -> bool:
    """Whether each word is spelt a little otherwise, as in "Nikolay" and "Nikolai"."""
    return len(words) == len(theirs) == 2 and all(
        len(one) > 4 and one[:3] == two[:3] and SequenceMatcher(None, one, two).ratio() > 0.8
        for one, two in zip(words, theirs, strict=True)
    )


def _people_in(sentence: Sentence, reading: Reading, sure: Sequence[Range] = ()) -> list[Person]:
    tokens = reading.tokens(sentence.span)
    names = personal_names(tokens, sentence, sure)
    claimed: list[Range] = []
    found: list[Person] = []
    bodies = [mention.span for mention in mentions_in(sentence.span)]
    shared: Range | None = None
    for number, name in enumerate(names):
        goes_on = number > 0 and _only_joined(tokens, names[number - 1], name)
        listed = goes_on or (bool(claimed) and _only_joined(tokens, claimed[-1], name))
        position = position_of(tokens, names, number, claimed)
        if position:
            claimed.append(position)
            shared = position if of_several(tokens, position, name) else None
        elif goes_on:
            position = shared
        person = Person(
            _span(tokens, name, sentence),
            _span(tokens, position, sentence) if position else None,
            None,
            sentence,
            listed=listed
            and (found[-1].position is not None or _honoured(found[-1]) or found[-1].listed),
        )
        full = _with_body(person, names, tokens, bodies)
        person = replace(person, position=full, office=person.position)
        organisation = _organisation(person)
        belongs = _belongs(person) or _bracketed(person) if organisation is None else None
        found.append(
            replace(person, organisation=organisation or belongs, near=belongs is not None)
        )
    return _carried_over(_shared(found, names, tokens))


def _shared(found: list[Person], names: list[Range], tokens: Sequence[Token]) -> list[Person]:
    """ "A, B and C, directors of X": the office in the plural is that of each of them."""
    for at in range(len(found) - 1, 0, -1):
        office = found[at].position
        plural = office and office > found[at].name and _is_plural(office.words.split()[0])
        alone = found[at - 1].position is None
        if plural and alone and _only_joined(tokens, names[at - 1], names[at]):
            found[at - 1] = replace(
                found[at - 1],
                position=office,
                office=found[at].office,
                organisation=found[at].organisation,
            )
    return found


def _is_plural(word: str) -> bool:
    return word.endswith("s") and is_office(word) and is_office(word[:-1])


def _with_body(
    person: Person, names: list[Range], tokens: Sequence[Token], bodies: list[Span]
) -> Span | None:
    """The position with the body that a comma parts from it: "Dean of Law, Aalto University"."""
    position, text = person.position, person.name.document.text
    if position is None:
        return None
    if position < person.name:
        cut = [
            body for body in bodies if body.start < position.start < body.end < person.name.start
        ]
        return position.to(cut[0]) if cut else position  # "X (Y) Ltd. Chairman A B"
    for body in bodies:
        between = text[position.end : body.start] if body.start > position.end else ""
        ends = re.match(r"[^\w\s]|\s+(?:and|[a-z]+ed)\b|\s*$", text[body.end : body.end + 12])
        named = any(
            tokens[first].idx < body.end and body.start < tokens[last - 1].idx
            for first, last in names
        )
        if re.fullmatch(r",\s+(?:the\s+)?", between) and ends and not named:
            return position.to(body)
        if position.start < body.start < position.end < body.end and not named:
            return position.to(body)  # "president of University of Technology, Elbona"
    return position


def _only_joined(tokens: Sequence[Token], before: Range, name: Range) -> bool:
    """Whether nothing but a comma or "and" parts two names of a list."""
    between = tokens[before[1] : with_honorifics(tokens, name[0])]
    if between and between[0].text == "of":  # "Dr A of X University, B of Y University"
        at = next((i for i, t in enumerate(between) if t.text in {",", "and"}), len(between))
        capitals = all(t.text[0].isupper() or t.text in {"of", "the"} for t in between[1:at])
        between = between[at:] if capitals and at > 1 else []
    return 0 < len(between) < 3 and all(t.text.casefold() in {",", "and", "&"} for t in between)


def _organisation(person: Person) -> Span | None:
    if person.position is None:
        return None
    mentions = mentions_in(person.position)
    return mentions[-1].span if mentions else None


def _belongs(person: Person) -> Span | None:
    """ "Rector A of X University": what follows a name that follows its position."""
    text, end = person.name.document.text, person.sentence.span.end
    if person.position is not None and person.position > person.name:
        return None
    of = re.match(r"\s+(?:of|from)\s+(?:the\s+)?", text[person.name.end : end])
    if of is None or person.name.end + of.end() >= end:
        return _possessor(person) if person.position is None else None
    start = person.name.end + of.end()
    mentions = mentions_in(Span(start, end, person.name.document))
    return mentions[0].span if mentions and mentions[0].span.start == start else None


def _bracketed(person: Person) -> Span | None:
    """ "X Ltd (President A)": the organisation before the bracket that names its head."""
    if person.position is None or person.position > person.name:
        return None
    sentence, document = person.sentence.span, person.name.document
    before = document.text[sentence.start : person.evidence.start]
    opened = before.removesuffix("(").rstrip()
    if not before.endswith("(") or not opened:
        return None
    mentions = mentions_in(Span(sentence.start, sentence.start + len(opened), document))
    last = mentions[-1].span if mentions else None
    return last if last and last.end == sentence.start + len(opened) else None


def _possessor(person: Person) -> Span | None:
    """ "X's Dr A": the organisation right before a name."""
    sentence, document = person.sentence.span, person.name.document
    before = document.text[sentence.start : person.name.start]
    owned = re.search(r"['’]s\s+(?:[A-Z]\w+\.?\s+){0,3}$", before)
    if owned is None or not owned.start():
        return None
    mentions = mentions_in(Span(sentence.start, sentence.start + owned.start(), document))
    at_end = mentions and mentions[-1].span.end == sentence.start + owned.start()
    return mentions[-1].span if at_end else None


def _carried_over(found: list[Person]) -> list[Person]:
    """ "X Chairman A and Vice President B": B's position is at X too."""
    carried: list[Person] = []
    for person in found:
        before = carried[-1] if carried else None
        open_ = (
            person.position
            and _is_word_of_office(person.position.words.split()[0])
            and not re.search(r"\b(?:of|at|for)\b|,", person.position.words)
        )
        if open_ and not person.organisation and before and before.organisation:
            document = person.name.document
            between = document.text[before.evidence.end : person.evidence.start]
            if between.strip() in {"and", ",", ", and", "and the"}:
                person = replace(person, organisation=before.organisation)
        carried.append(person)
    return carried


def _is_word_of_office(word: str) -> bool:
    """Not "Acacia", which is where the "Acacia Vice President" is."""
    return is_office(word) or word.casefold() in MODIFIERS or word.islower()


def _span(tokens: Sequence[Token], at: Range, sentence: Sentence) -> Span:
    first, last = tokens[at[0]], tokens[at[1] - 1]
    glued = _GLUED.match(first.text)
    end = last.idx + len(last)
    return Span(first.idx + (glued.end() if glued else 0), end, sentence.span.document)
