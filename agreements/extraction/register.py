"""Which names of a document mean the same organisation, and which of them is the fullest.

Acronyms, short names and "hereinafter" forms are joined to the full name; a name that does not
show what it is counts where the text calls it a company or a signing puts it among its parties.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from agreements.extraction.affiliations import is_school_by_its_people
from agreements.extraction.announcement import Event
from agreements.extraction.body_types import COMPANY_NAMES, type_of
from agreements.extraction.countries import country_of
from agreements.extraction.document import Span
from agreements.extraction.organisations import (
    CORPORATE_TAIL,
    Mention,
    described_in,
    mentions_in,
    unknown_in,
)
from agreements.extraction.people import Person, distinct
from agreements.extraction.pipeline import Reading
from agreements.extraction.sentences import Role, Sentence
from agreements.names import LEGAL_FORMS, normalise_organisation, normalise_person
from agreements.vocabulary.kinds import INSTITUTION_TYPES, AliasKind, OrganisationType

_ALIAS = re.compile(
    r"""\s*\(\s*(?P<formal>(?:hereinafter|hereafter|henceforth|abbreviated|referred|known|also|called|as|to|in\s+short
        |short|for|or|the|collectively|simply|,|:|\s)*)\s*["“'‘]?(?P<name>[A-Za-z][^()"”’]{1,38}?)["”'’]?
        (?:\s*[,;，；]\s*[\u4e00-\u9fff·]+)?\s*\)""",
    re.VERBOSE,
)
_INNER = re.compile(r"\(([A-Z][\w&-]*[A-Z])\)\s*(?:[–-]\s*)?(.*)")
"""An acronym within a name, and what goes on after it: "Institute of X (IX) Delhi"."""
_ACRONYM = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Za-z][A-Za-z&.-]{1,11}")


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation of the document under its fullest name, with the other names found."""

    name: Span
    type: OrganisationType | None
    aliases: tuple[tuple[str, AliasKind], ...]
    academic: bool

    @property
    def spellings(self) -> list[str]:
        """All its names, longest first."""
        return sorted({self.name.words, *(name for name, _ in self.aliases)}, key=len, reverse=True)


class Register:
    """The organisations of one document and every name under which it speaks of them."""

    def __init__(self, reading: Reading, people: list[Person], told: list[Event]) -> None:
        self._text = reading.document.text
        self._positions = [person.position for person in people if person.position]
        self._groups: dict[str, list[Mention]] = {}
        self._mentioned: dict[Span, list[tuple[Span, Organisation]]] = {}
        self._names = [person.name for person in people]
        known = {normalise_person(person.name.words) for person in distinct(people)}
        self._introduced_people = [
            name for name in self._names if normalise_person(name.words) in known
        ]
        for sentence in reading.sentences:
            if sentence.role is not Role.FURNITURE:
                self._add(mentions_in(sentence.span))
                self._add(described_in(sentence.span))
        places = [n for label in ("GPE", "NORP", "LOC", "DATE") for n in reading.names(label)]
        for sentence in _near(told, reading):
            unknown = unknown_in(sentence.span)
            self._add(
                m
                for m in unknown
                if not any(m.span.overlaps(person) for person in self._names)
                and not any(name.covers(m.span) for name in places)
            )
        self._unshown = {
            m.name for ms in self._groups.values() for m in ms if type_of(m.name) is None
        }
        self._same: dict[str, str] = {}
        self._aliases: dict[str, list[tuple[str, AliasKind]]] = {}
        self._find_aliases()
        self._find_acronyms()
        self._find_short_names()
        self._organisations = {
            key: self._organisation(key) for key in self._groups if key not in self._same
        }

    def known(self) -> frozenset[str]:
        """Names by which an organisation goes that its own words do not show to be one."""
        aliases = {name for aliases in self._aliases.values() for name, _ in aliases}
        return frozenset(aliases | self._unshown)

    def _add(self, mentions: Iterable[Mention]) -> None:
        for mention in map(self._clipped, mentions):
            self._groups.setdefault(_key(mention.name), []).append(mention)

    def _clipped(self, mention: Mention) -> Mention:
        """The mention without a personal name that runs on from it."""
        for name in self._names:
            if name.start <= mention.span.start < name.end < mention.span.end:
                return _after_person(mention, name)
            if mention.span.start < name.start < mention.span.end:
                text = mention.span.quotation[: name.start - mention.span.start].rstrip()
                return Mention(
                    Span(mention.span.start, mention.span.start + len(text), name.document),
                    mention.type,
                )
        return mention

    def resolve(self, name: str) -> Organisation | None:
        """The organisation meant by a name, or None."""
        key = _key(name)
        key = self._same.get(key, key)
        return self._organisations.get(key)

    def mentioned(self, span: Span) -> list[tuple[Span, Organisation]]:
        """Organisations spoken of in a stretch of text, with the place of each."""
        if span in self._mentioned:
            return self._mentioned[span]
        found = []
        for mention in map(self._clipped, mentions_in(span, self.known())):
            if organisation := self.resolve(mention.name):
                found.append((mention.span, organisation))
        self._mentioned[span] = found
        return found

    def unsure_in(self, span: Span) -> list[Span]:
        """Names where a signing puts its parties that look like a person's or a place's."""
        return [
            mention.span
            for mention in unknown_in(span)
            if (" " in mention.name or country_of(mention.name) is None)
            and not self._text[: mention.span.start].endswith("by ")
            and not any(person.overlaps(mention.span) for person in self._introduced_people)
        ]

    def names_at(self, span: Span) -> bool:
        """Whether a known organisation is named at a place, or goes by what stands there."""
        return self.resolve(span.words) is not None or any(
            mention.span.overlaps(span)
            for mentions in self._groups.values()
            for mention in mentions
        )

    def is_person(self, span: Span) -> bool:
        """Whether a place lies within somebody's name."""
        return any(name.overlaps(span) for name in self._names)

    def in_position(self, span: Span) -> bool:
        """Whether a place lies within somebody's position."""
        return any(position.overlaps(span) for position in self._positions)

    def _find_aliases(self) -> None:
        for key, mentions in list(self._groups.items()):
            for mention in mentions:
                match = _ALIAS.match(self._text, mention.span.end)
                if inner := _INNER.search(mention.name):
                    self._join(inner[1], key, AliasKind.ACRONYM)
                    if inner[2]:
                        self._join(f"{inner[1]} {inner[2]}", key, AliasKind.SHORT)
                if match and (
                    kind := _alias_kind(match["name"], match["formal"].strip(), mention.name)
                ):
                    self._join(match["name"].strip(), key, kind)

    def _find_acronyms(self) -> None:
        for key, mentions in list(self._groups.items()):
            for letters in _initials(mentions[0].name):
                if len(letters) > 2 and re.search(rf"\b{re.escape(letters)}\b", self._text):
                    self._join(letters, key, AliasKind.ACRONYM)

    def _find_short_names(self) -> None:
        """Join "Huawei" to "Huawei Technologies Co., Ltd." where only one organisation fits."""
        names = {key: key.split() for key in self._groups if key not in self._same}
        for key, words in names.items():
            longer = [
                other
                for other, theirs in names.items()
                if theirs[: len(words)] == words
                and len(theirs) > len(words)
                and self._outside(other)
            ]
            if len(longer) > 1:
                longer = [other for other in longer if _only_tail(names[other][len(words) :])]
            if len(longer) == 1 and (
                _only_tail(names[longer[0]][len(words) :]) or self._legal(longer[0])
            ):
                self._join(self._groups[key][0].name, longer[0], AliasKind.SHORT)
        for key in names:
            first = self._groups[key][0].name.split()[0]
            if (
                self._type(key) is OrganisationType.UNIVERSITY
                and len(key.split()) == 2
                and self._stands_alone(first)
            ):
                self._join(first, key, AliasKind.SHORT)

    def _stands_alone(self, word: str) -> bool:
        """Whether a word is used by itself and never as a place: "Beihang and Huawei signed"."""
        bare = rf"\b{re.escape(word)}\b(?!\s+[A-Z]|['’-])"
        uses = len(re.findall(bare, self._text))
        places = len(re.findall(rf"\b(?:in|at|from|near|to|of|for)\s+{bare}", self._text))
        return uses > 0 and places == 0

    def _join(self, name: str, key: str, kind: AliasKind) -> None:
        own = _key(name)
        target = self._same.get(key, key)
        if own != target and own and own not in self._same:
            self._same[own] = target
            for other, to in self._same.items():
                if to == own:
                    self._same[other] = target
            for alias in self._aliases.pop(own, []):
                self._aliases.setdefault(target, []).append(alias)
        if own != target or kind is AliasKind.ACRONYM:
            self._aliases.setdefault(target, []).append((name, kind))

    def _introduced(self, mention: Mention) -> bool:
        """Whether "hereinafter …" follows, which makes this the full name of a party."""
        match = _ALIAS.match(self._text, mention.span.end)
        return match is not None and "here" in match["formal"]

    def _outside(self, key: str) -> bool:
        return any(not self.in_position(mention.span) for mention in self._groups[key])

    def _legal(self, key: str) -> bool:
        return any(mention.words[-1] in LEGAL_FORMS for mention in self._groups[key])

    def _type(self, key: str) -> OrganisationType | None:
        return next((mention.type for mention in self._groups[key] if mention.type), None)

    def _organisation(self, key: str) -> Organisation:
        own = [key, *(other for other, target in self._same.items() if target == key)]
        mentions = [mention for name in own for mention in self._groups.get(name, [])]
        free = [
            m for m in mentions if not self.in_position(m.span) or self._introduced(m)
        ] or mentions
        best = max(free, key=lambda m: (len(m.name), -m.span.start))
        typed = [mention for mention in mentions if mention.type]
        type_ = max(typed, key=lambda m: len(m.name)).type if typed else None
        if type_ in INSTITUTION_TYPES and best.words[0] in COMPANY_NAMES:
            type_ = OrganisationType.COMPANY
        aliases = {name: kind for name, kind in self._aliases.get(key, []) if name != best.name}
        for mention in mentions:
            if mention.name != best.name:
                aliases.setdefault(mention.name, AliasKind.SPELLING)
        academic = type_ in INSTITUTION_TYPES or (
            type_ is None and is_school_by_its_people(best.name, self._text)
        )
        return Organisation(best.span, type_, tuple(aliases.items()), academic)


def _near(told: list[Event], reading: Reading) -> list[Sentence]:
    """The sentences of events, those around them, and the headline: where parties are named."""
    numbers = {reading.sentences.index(event.sentence) for event in told}
    return [
        sentence
        for number, sentence in enumerate(reading.sentences)
        if sentence.role is not Role.FURNITURE and numbers & {number - 1, number, number + 1}
    ]


def _after_person(mention: Mention, name: Span) -> Mention:
    """What of a mention follows a person's name in it: "Jane Roe of Acme" is Acme."""
    rest = re.match(r"\s+(?:of|from)\s+", mention.span.document.text[name.end : mention.span.end])
    if rest is None:
        return mention
    span = Span(name.end + rest.end(), mention.span.end, name.document)
    return Mention(span, type_of(span.words))


def _key(name: str) -> str:
    return normalise_organisation(name) or name.casefold()


def _alias_kind(name: str, formal: str, full: str) -> AliasKind | None:
    """What sort of other name stands in parentheses; None where it is something else."""
    name = name.strip()
    if formal and re.search(r"here|abbrev|known|called|referred|short", formal):
        return AliasKind.ACRONYM if _ACRONYM.fullmatch(name) and name.isupper() else AliasKind.SHORT
    if _ACRONYM.fullmatch(name) and not re.search(r"\d|[:/]", name):
        return AliasKind.ACRONYM
    words = name.split()
    if len(words) > 3 or not all(word[0].isupper() for word in words):
        return None
    if len(words) > 1 and any(_ACRONYM.fullmatch(word) for word in words):
        return AliasKind.ACRONYM
    same_start = words[0].casefold() == full.split()[0].casefold()
    alone = len(words) == 1 and words[0].isalpha() and country_of(name) is None
    return AliasKind.SHORT if same_start or alone else None


def _initials(name: str) -> set[str]:
    """The acronyms a name of three words or more would have, small words left out or in."""
    words = re.findall(r"\w+", name)
    if len(words) < 3:
        return set()
    capital = "".join(word[0] for word in words if word[0].isupper())
    return {capital, "".join(word[0].upper() for word in words)}


def _only_tail(words: list[str]) -> bool:
    return all(word in CORPORATE_TAIL for word in words)
