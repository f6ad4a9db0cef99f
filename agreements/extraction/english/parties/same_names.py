"""Which names of a document mean the same organisation: acronyms, short names, "hereinafter"."""

import re
from functools import cached_property

from agreements.extraction.document import Span
from agreements.extraction.english.organisations.acronyms import (
    abbreviates,
    initials,
    stands_for,
)
from agreements.extraction.english.organisations.body_types import COMPANY_NAMES, type_of
from agreements.extraction.english.organisations.countries import country_of
from agreements.extraction.english.organisations.organisations import CORPORATE_TAIL, Mention
from agreements.names import LEGAL_FORMS, normalise_organisation
from agreements.vocabulary.kinds import INSTITUTION_TYPES, AliasKind, OrganisationType

_ALIAS = re.compile(
    r"""(?P<whose>['’]s)?\.?\s*\(\s*(?P<formal>(?:hereinafter|hereafter|henceforth|abbreviated|referred|known|also|called|as|to|in\s+short
        |short|for|or|the|collectively|simply|,|:|\s)*)\s*["“'‘]?(?P<name>[^\W\d_][^()"”’]{1,38}?)["”'’]?(?(whose)['’]?s)
        (?:\s*[,;，；]\s*[\u4e00-\u9fff·]+)?\s*\)""",
    re.VERBOSE,
)
_UNI = re.compile(r"\bUni(?=\s+of\b)|(?<=\s)Uni$")
"""What headlines make of "University"."""
_INNER = re.compile(r"\(([A-Z][\w&-]*[A-Z])\)\s*(?:[,–-]\s*)?(.*)")
"""An acronym within a name, and what goes on after it: "Institute of X (IX) Delhi"."""
_OPENED = re.compile(r"\s*\((?:the\s+)?(?=[A-Z]\w*\s)")
_SET_OFF = re.compile(
    r"(?:,\s+[A-Z][a-z]+(?:-[A-Z]\w+)?)?,\s+([A-Z][A-Za-z]?[A-Z]{1,8})(?=,|\s+(?:has|have|and)\b)"
)
"""An acronym between commas: "…, Akure, FUTA, has"."""
_AFTER_CITY = re.compile(r",\s+[A-Z][\w-]+\s+\((?P<short>[A-Z][A-Za-z&-]{0,12}[A-Z])\)")
"""An acronym in parentheses after the city of a school: "X University, Lahore (XU)"."""
_TOLD_SHORT = re.compile(
    r",?\s+(?:(?P<alike>or)|(?:(?:also|commonly|better|popularly|hereafter|hereinafter)\s+)?"
    r"(?:shortened|abbreviated|known|called|referred)(?:\s+to)?(?:\s+as|\s+by)?)\s+(?:the\s+)?"
    r"(?P<short>[A-Z][A-Za-z&]*[A-Z])\b"
)
"""A short name in plain words: "X University, commonly known as XU", "X University or XU"."""
CLIPPED = {"uni": "university", "univ": "university", "poly": "polytechnic"}
"""What names of schools are cut to."""
_BEFORE_FIRMS = frozenset("pt cv saudi grupo groupe".split())
_SLASHED = re.compile(r"[A-Z]{1,4}/[A-Za-z]{1,3}")
_ACRONYM = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Za-z][A-Za-z&.-]{1,11}")


_WORD = re.compile(r"\w+")
_WORD_ALONE = r"[^\W_][\w&.’'-]*?\b(?![\w&]|\s+[A-Z]|['’-])"
_ALONE = re.compile(rf"(?<![\w&]){_WORD_ALONE}")
_IN_A_PLACE = re.compile(rf"\b(?:in|at|from|near|to|of|for)\s+({_WORD_ALONE})")


class SameNames:
    """The names of one document in groups: under each key its mentions and its other names."""

    def __init__(self, text: str, groups: dict[str, list[Mention]], positions: list[Span]) -> None:
        self._text = text
        self._groups = groups
        self._positions = positions
        self._same: dict[str, str] = {}
        self._aliases: dict[str, list[tuple[str, AliasKind]]] = {}
        self._find_aliases()
        self._find_acronyms()
        self._find_short_names()
        self._find_firms_without_country()
        self._find_clipped_names()

    def key(self, name: str) -> str:
        """The key of the organisation that a name means."""
        own = key_of(name)
        return self._same.get(own, own)

    def distinct(self) -> list[str]:
        """One key for each organisation."""
        return [key for key in self._groups if key not in self._same]

    def mentions(self, key: str) -> list[Mention]:
        """Where an organisation is named, under whatever name."""
        own = [key, *(other for other, target in self._same.items() if target == key)]
        return [mention for name in own for mention in self._groups.get(name, [])]

    def aliases(self, key: str) -> list[tuple[str, AliasKind]]:
        """The other names of an organisation that were introduced or worked out."""
        return self._aliases.get(key, [])

    def is_introduced(self, mention: Mention) -> bool:
        """Whether "hereinafter …" follows, which makes this the full name of a party."""
        match = _ALIAS.match(self._text, mention.span.end)
        return match is not None and "here" in match["formal"]

    def _find_aliases(self) -> None:
        starts = {m.span.start: key for key, ms in self._groups.items() for m in ms}
        for key, mentions in list(self._groups.items()):
            for mention in mentions:
                self._find_second_name(key, mention, starts)
                match = _ALIAS.match(self._text, mention.span.end)
                if inner := _INNER.search(mention.name):
                    self._join(inner[1], key, AliasKind.ACRONYM)
                    if inner[2]:
                        self._join(f"{inner[1]} {inner[2]}", key, AliasKind.SHORT)
                if match and (
                    kind := _alias_kind(match["name"], match["formal"].strip(), mention.name)
                ):
                    self._join(match["name"].strip(), key, kind)

    def _find_second_name(self, key: str, mention: Mention, starts: dict[int, str]) -> None:
        """Join "Bogor Agricultural University (Institut Pertanian Bogor)" and "…, Akure, FUTA,"."""
        opened = _OPENED.match(self._text, mention.span.end)
        other = starts.get(opened.end()) if opened else None
        if other and (self._type(other) in INSTITUTION_TYPES) == (
            mention.type in INSTITUTION_TYPES
        ):
            self._join(self._groups[other][0].name, key, AliasKind.SPELLING)
        told = _TOLD_SHORT.match(self._text, mention.span.end)
        if told and (not told["alike"] or stands_for(told["short"], mention.name)):
            self._join(told["short"], key, AliasKind.ACRONYM)
        after_city = _AFTER_CITY.match(self._text, mention.span.end)
        if (
            after_city
            and mention.type in INSTITUTION_TYPES
            and any(stands_for(part, mention.name) for part in after_city["short"].split("-"))
        ):
            self._join(after_city["short"], key, AliasKind.ACRONYM)
        set_off = _SET_OFF.match(self._text, mention.span.end)
        if set_off and stands_for(set_off[1], self._text[mention.span.start : set_off.start(1)]):
            self._join(set_off[1], key, AliasKind.ACRONYM)

    def _find_acronyms(self) -> None:
        """Join names to those that they are the initials of, or the beginnings of words of."""
        names = {mentions[0].name for mentions in self._groups.values()}
        capitals = sorted(name for name in names if name.isupper() and name.isalpha())
        for key, mentions in list(self._groups.items()):
            for letters in initials(mentions[0].name):
                if len(letters) > 2 and letters in self._words:
                    self._join(letters, key, AliasKind.ACRONYM)
            name = mentions[0].name
            for short in capitals:
                if short != name and abbreviates(short, name):
                    self._join(short, key, AliasKind.ACRONYM)
            head, _, place = mentions[0].name.rpartition(" ")
            for short in (f"{letters} {place}" for letters in initials(head)):
                if key_of(short) in self._groups:
                    self._join(short, key, AliasKind.SHORT)

    def _find_short_names(self) -> None:
        """Join "Huawei" to "Huawei Technologies Co., Ltd." where only one organisation fits."""
        names = {key: key.split() for key in self._groups if key not in self._same}
        beginning: dict[str, list[str]] = {}
        for key, words in names.items():
            beginning.setdefault(words[0] if words else "", []).append(key)
        for key, words in names.items():
            longer = [
                other
                for other in beginning[words[0] if words else ""]
                if (theirs := names[other])[: len(words)] == words
                and len(theirs) > len(words)
                and (self._outside(other) or self._spells_out(key, other))
            ]
            if len(longer) > 1:
                longer = [other for other in longer if _only_tail(names[other][len(words) :])]
            if len(longer) == 1 and (
                _only_tail(names[longer[0]][len(words) :])
                or self._legal(longer[0])
                or self._is_bare_form(key, longer[0])
                or (names[longer[0]][len(words) :] == ["university"] and self._is_no_other(key))
                or self._is_without_land(key, longer[0])
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

    def _find_firms_without_country(self) -> None:
        """Join "Aramco" to "Saudi Aramco", "Pertamina" to "PT Pertamina"."""
        for key in self.distinct():
            first, _, rest = key.partition(" ")
            if first in _BEFORE_FIRMS and rest in self._groups and rest not in self._same:
                self._join(self._groups[rest][0].name, key, AliasKind.SHORT)
        distinct = self.distinct()
        for word in [key for key in distinct if " " not in key and self._type(key) is None]:
            longer = [key for key in distinct if word in key.split()[1:]]
            if len(longer) == 1 and self._type(longer[0]) is OrganisationType.COMPANY:
                self._join(self._groups[word][0].name, longer[0], AliasKind.SHORT)

    def _find_clipped_names(self) -> None:
        """Join "Lund Uni" to "Lund University", "Hull Poly" to "Hull Polytechnic"."""
        for key in self.distinct():
            head, _, last = key.rpartition(" ")
            whole = f"{head} {CLIPPED.get(last)}"
            if whole in self._groups and whole not in self._same:
                self._join(self._groups[key][0].name, whole, AliasKind.SHORT)

    def _is_no_other(self, key: str) -> bool:
        """Whether a short name may be a university's: of no kind or that of a school."""
        return self._type(key) in {None, OrganisationType.UNIVERSITY}

    def _is_bare_form(self, key: str, longer: str) -> bool:
        """Whether a name is a firm's without what it does, and not its parent's: "Acme Kenya"."""
        tail = longer[len(key) :].strip()
        company = self._type(longer) is OrganisationType.COMPANY
        shown = any(type_of(mention.name) for mention in self._groups[key])
        return company and not shown and country_of(tail.title()) is None

    def _is_without_land(self, key: str, longer: str) -> bool:
        """Whether a school goes by its name without its land: "Open University of Elbonia"."""
        of, land, *rest = [*longer[len(key) :].split(), "", ""]
        schools = {self._type(key), self._type(longer)} <= set(INSTITUTION_TYPES)
        return schools and of == "of" and not any(rest) and country_of(land.title()) is not None

    def _stands_alone(self, word: str) -> bool:
        """Whether a word is used by itself and never as a place: "Beihang and Huawei signed"."""
        return word in self._alone and word not in self._after_preposition

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(_WORD.findall(self._text))

    @cached_property
    def _alone(self) -> frozenset[str]:
        """Words that no further capitalised word follows somewhere."""
        return frozenset(found[0] for found in _ALONE.finditer(self._text))

    @cached_property
    def _after_preposition(self) -> frozenset[str]:
        """Those of them that stand where places do."""
        return frozenset(found[1] for found in _IN_A_PLACE.finditer(self._text))

    def _join(self, name: str, key: str, kind: AliasKind) -> None:
        own = key_of(name)
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

    def _outside(self, key: str) -> bool:
        return any(
            not any(p.overlaps(mention.span) for p in self._positions)
            for mention in self._groups[key]
        )

    def _spells_out(self, key: str, longer: str) -> bool:
        """Whether a name with a legal form is that of a firm's initials: "ABCD Energia S.A."."""
        initials_alone = key.isalpha() and self._groups[key][0].name.isupper()
        return initials_alone and key not in COMPANY_NAMES and self._legal(longer)

    def _legal(self, key: str) -> bool:
        return any(mention.words[-1] in LEGAL_FORMS for mention in self._groups[key])

    def _type(self, key: str) -> OrganisationType | None:
        return next((mention.type for mention in self._groups[key] if mention.type), None)


def key_of(name: str) -> str:
    """What spellings of one name have in common."""
    return normalise_organisation(_UNI.sub("University", name)) or name.casefold()


def _alias_kind(name: str, formal: str, full: str) -> AliasKind | None:
    """What sort of other name stands in parentheses; None where it is something else."""
    name = name.strip()
    if formal and re.search(r"here|abbrev|known|called|referred|short", formal):
        return AliasKind.ACRONYM if _ACRONYM.fullmatch(name) and name.isupper() else AliasKind.SHORT
    if _SLASHED.fullmatch(name):
        return AliasKind.ACRONYM
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


def _only_tail(words: list[str]) -> bool:
    return all(word in CORPORATE_TAIL for word in words)
