"""Who the parties are: which names mean the same organisation, and the two sides of a signing.

A `Register` gathers every name of a document and joins short names, acronyms and "hereinafter"
forms to the full one. The parties of an event are the organisations in its scope, one side
academic, the other not; a side that the sentence leaves open ("the company", "the two") is
looked up in what stands around it.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from agreements.extraction.announcement import Event
from agreements.extraction.document import Span
from agreements.extraction.organisations import COMPANY_NAMES, CORPORATE_TAIL, Mention, mentions_in
from agreements.extraction.people import Person
from agreements.extraction.pipeline import Reading
from agreements.extraction.sentences import Role, Sentence
from agreements.names import LEGAL_FORMS, normalise_organisation
from agreements.vocabulary.kinds import INSTITUTION_TYPES, AliasKind, OrganisationType

_ALIAS = re.compile(
    r"""\s*\(\s*(?P<formal>(?:hereinafter|hereafter|henceforth|abbreviated|referred|known|also|called|as|to|in\s+short
        |short|for|or|the|collectively|simply|,|:|\s)*)\s*["“'‘]?(?P<name>[A-Za-z][^()"”’]{1,38}?)["”'’]?\s*\)""",
    re.VERBOSE,
)
_ACRONYM = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Za-z][A-Za-z&.-]{1,11}")
_ASIDE = re.compile(
    r"(?:according\s+to|part\s+of|subsidiary\s+of|(?:arm|unit|member|division|branch)\s+of|told|reported\s+by|supported\s+by"
    r"|coordinated\s+by|headquarters\s+of|campus\s+of|park\s+of|organi[sz]ed\s+by|academy\s+of|fellow\s+of|visited?"
    r"|member\s+of\s+the|hosted\s+by|welcomed\s+by|invitation\s+of|(?:held|place|signed|ceremony|campus)\s+(?:at|in))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_PLACED = re.compile(r"\b(?:at|in|within|inside)\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)
_INDEFINITE = re.compile(r"\b(?:an?|new|joint|another|future|first)\s+$", re.IGNORECASE)
_SCHOOL = re.compile(r"\b(?:the|our)\s+(?:school|university|college|institute|campus|students)\b", re.IGNORECASE)
_COMMON_ACRONYM = re.compile(r"^(?:the\s+)?(?:M[Oo][Uu]s?|ICT|AI|IT|CEO|CTO|R&D|USA?|UK|EU|UN|IOT|HR|STEM|CPC|MoA|LoI|Memorandum.*|5G)$")
_GOES_ON = re.compile(r"\s*(?:So\s+(?:did|have|has)|Also\s+signing|Other\s+(?:signatories|parties))\b")


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


@dataclass(frozen=True, slots=True)
class Parties:
    """The two sides of one signing."""

    institutions: tuple[Organisation, ...]
    partners: tuple[Organisation, ...]

    @property
    def all(self) -> tuple[Organisation, ...]:
        """Both sides."""
        return self.institutions + self.partners


class Register:
    """The organisations of one document and every name under which it speaks of them."""

    def __init__(self, reading: Reading, people: Iterable[Person]) -> None:
        self._text = reading.document.text
        self._positions = [person.position for person in people if person.position]
        sentences = [s for s in reading.sentences if s.role is not Role.FURNITURE]
        self._groups: dict[str, list[Mention]] = {}
        for sentence in sentences:
            for mention in mentions_in(sentence.span):
                self._groups.setdefault(_key(mention.name), []).append(mention)
        self._same: dict[str, str] = {}
        self._aliases: dict[str, list[tuple[str, AliasKind]]] = {}
        self._find_aliases()
        self._find_acronyms()
        self._find_short_names()
        self._organisations = {key: self._organisation(key) for key in self._groups if key not in self._same}

    def known(self) -> frozenset[str]:
        """Names by which an organisation goes that its own words do not show to be one."""
        return frozenset(name for aliases in self._aliases.values() for name, _ in aliases)

    def resolve(self, name: str) -> Organisation | None:
        """The organisation meant by a name, or None."""
        key = _key(name)
        key = self._same.get(key, key)
        return self._organisations.get(key)

    def mentioned(self, span: Span) -> list[tuple[Span, Organisation]]:
        """Organisations spoken of in a stretch of text, with the place of each."""
        found = []
        for mention in mentions_in(span, self.known()):
            if organisation := self.resolve(mention.name):
                found.append((mention.span, organisation))
        return found

    def in_position(self, span: Span) -> bool:
        """Whether a place lies within somebody's position."""
        return any(position.overlaps(span) for position in self._positions)

    def _find_aliases(self) -> None:
        for key, mentions in list(self._groups.items()):
            for mention in mentions:
                match = _ALIAS.match(self._text, mention.span.end)
                for inner in re.findall(r"\(([A-Z][\w&-]+)\)", mention.name):
                    self._join(inner, key, AliasKind.ACRONYM)
                if match and (kind := _alias_kind(match["name"], match["formal"].strip(), mention.name)):
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
                if theirs[: len(words)] == words and len(theirs) > len(words) and self._outside(other)
            ]
            if len(longer) > 1:
                longer = [other for other in longer if _only_tail(names[other][len(words) :])]
            if len(longer) == 1 and (_only_tail(names[longer[0]][len(words) :]) or self._legal(longer[0])):
                self._join(self._groups[key][0].name, longer[0], AliasKind.SHORT)
        for key in names:
            first = self._groups[key][0].name.split()[0]
            if self._type(key) is OrganisationType.UNIVERSITY and len(key.split()) == 2 and self._stands_alone(first):
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
        free = [m for m in mentions if not self.in_position(m.span) or self._introduced(m)] or mentions
        best = max(free, key=lambda m: (len(m.name), -m.span.start))
        type_ = best.type or self._type(key)
        if type_ in INSTITUTION_TYPES and best.words[0] in COMPANY_NAMES:
            type_ = OrganisationType.COMPANY
        aliases = {name: kind for name, kind in self._aliases.get(key, []) if name != best.name}
        for mention in mentions:
            if mention.name != best.name:
                aliases.setdefault(mention.name, AliasKind.SPELLING)
        return Organisation(best.span, type_, tuple(aliases.items()), type_ in INSTITUTION_TYPES)


def parties(event: Event, register: Register, reading: Reading) -> Parties:
    """The two sides of an event; a side is empty where nothing in the document names it."""
    strong, weak = _in_scopes([event.scope, *_continuations(event, reading)], register)
    more, less = _in_scopes([event.sentence.span], register)
    sides = [
        strong[academic]
        or weak[academic]
        or more[academic]
        or _around(event, register, reading, academic)
        or less[academic]
        or _unnamed(event, register, reading, academic)
        for academic in (True, False)
    ]
    return Parties(tuple(sides[0]), tuple(sides[1]))


Sides = dict[bool, list[Organisation]]


def _in_scopes(scopes: list[Span], register: Register) -> tuple[Sides, Sides]:
    """Organisations by side: those that act, and those that are only spoken of."""
    strong: Sides = {True: [], False: []}
    weak: Sides = {True: [], False: []}
    for scope in scopes:
        for span, organisation in register.mentioned(scope):
            before = span.document.text[max(0, span.start - 40) : span.start]
            if _INDEFINITE.search(before) or _ASIDE.search(before) or before.endswith(("'s ", "’s ")):
                continue
            hidden = register.in_position(span) or _PLACED.search(before) is not None
            side = (weak if hidden else strong)[organisation.academic]
            if organisation not in side:
                side.append(organisation)
    return strong, weak


def _continuations(event: Event, reading: Reading) -> list[Span]:
    """The sentence after the event where it goes on counting parties: "So did X, Y and Z"."""
    at = reading.sentences.index(event.sentence)
    following = reading.sentences[at + 1 : at + 2]
    return [sentence.span for sentence in following if _GOES_ON.match(sentence.text)]


def _around(event: Event, register: Register, reading: Reading, academic: bool) -> list[Organisation]:
    """The side from the headline, else from the nearest sentence, earlier ones first."""
    at = reading.sentences.index(event.sentence)
    order: list[Sentence] = [s for s in reading.sentences[:at] if s.role is Role.HEADING]
    order += [s for s in reversed(reading.sentences[:at]) if s.role is not Role.HEADING]
    order += reading.sentences[at + 1 :]
    for sentence in order:
        if sentence.role is Role.FURNITURE:
            continue
        strong, weak = _in_scopes([sentence.span], register)
        if found := strong[academic] or weak[academic]:
            return found if sentence.role is Role.HEADING else found[:1]
    return []


def _unnamed(event: Event, register: Register, reading: Reading, academic: bool) -> list[Organisation]:
    """A party whose name does not show what it is.

    A school is then an acronym that the text uses throughout while it speaks of "the school"; a
    partner is what the name recogniser takes for an organisation in the sentence of the event.
    """
    text = reading.document.text
    if academic:
        if not _SCHOOL.search(text):
            return []
        uses = Counter(re.findall(r"\b[A-Z]{3,7}\b", text))
        names = [name for name, count in uses.most_common() if count > 2 and register.resolve(name) is None]
        names = [name for name in names if not _COMMON_ACRONYM.match(name)]
        spans = [
            Span(match.start(), match.end(), reading.document)
            for name in names[:1]
            for match in re.finditer(rf"\b{name}\b", text)
        ]
    else:
        spans = [
            span
            for span in reading.names("ORG")
            if event.sentence.span.covers(span) and register.resolve(span.words) is None
            and not _COMMON_ACRONYM.match(span.words) and not register.in_position(span)
        ]
    return [Organisation(span, None, (), academic) for span in spans[:1]]


def _key(name: str) -> str:
    return normalise_organisation(name) or name.casefold()


def _alias_kind(name: str, formal: str, full: str) -> AliasKind | None:
    """What sort of other name stands in parentheses; None where it is something else."""
    name = name.strip()
    if formal and re.search(r"here|abbrev|known|called|referred|short", formal):
        return AliasKind.ACRONYM if _ACRONYM.fullmatch(name) and name.isupper() else AliasKind.SHORT
    if _ACRONYM.fullmatch(name) and not re.search(r"\d|[:/]", name):
        return AliasKind.ACRONYM
    same_start = name.split()[0].casefold() == full.split()[0].casefold()
    return AliasKind.SHORT if same_start and name[0].isupper() else None


def _initials(name: str) -> set[str]:
    """The acronyms a name of three words or more would have, small words left out or in."""
    words = re.findall(r"\w+", name)
    if len(words) < 3:
        return set()
    capital = "".join(word[0] for word in words if word[0].isupper())
    return {capital, "".join(word[0].upper() for word in words)}


def _only_tail(words: list[str]) -> bool:
    return all(word in CORPORATE_TAIL for word in words)
