"""What speaks for or against a slot of a record: plain observations on record and text.

They are made after the record, whichever rules found it, so that no rule needs to know of them.
Each is a number from 0 to 1. `confidence` weighs them; their names stand in its table of weights.
"""

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property
from typing import Any

from agreements.names import LEGAL_FORMS, plain
from agreements.records import (
    AgreementRecord,
    AreaRecord,
    Evidence,
    LifecycleStep,
    OrganisationRecord,
    PersonRecord,
)
from agreements.vocabulary.kinds import AgreementKind, OrganisationType

Clues = dict[str, float]
_BREAK = re.compile(r"[.!?;](?=\s)|(?<=[\u4e00-\u9fff]);|[。！？；\n]")
_HEADLINE = re.compile(r"\S[^\n]{0,299}")
_FAR = 3000
"""Characters beyond which the distance to the signing makes no further difference."""
_GOES_ON_BEFORE = re.compile(
    r"(?<![.!?:]\s)(?<!^)\b(?!(?:The|A|An|At|In|On|And|With|Between|Prof|Dr|Mr|Ms|Mrs)\b)"
    r"[A-Z][\w’'.-]*\s(?:(?:of|for|and|&)\s)?(?:the\s)?$"
    r"|\b(?:bint|binti|bin|ibn|van|von|de|del|di)\s$"
)
_GOES_ON_AFTER = re.compile(
    r"\s?[–-]\s?\w|\s(?:(?:of|for|in|and|&)\s)?(?:the\s)?[A-Z][a-z]|\s(?:of|in|at)\s"
)
_CLAUSE_ENDS = re.compile(r"\s*(?:[.,;:!?。，；、\n]|$|and\b)")
_LED_IN = re.compile(r"(?:\b(?:with|between|and|by)(?:\sthe)?|[,:;，：；、•△-])\s*$", re.IGNORECASE)
_SHORT_FORM = re.compile(r"\s?[(（]\s?[A-Z“\"']")
_SENTENCE = 250
"""Characters of a usual sentence."""
_BESIDE = 40
"""Characters before a slot that are looked at."""
_LOOSE_END = re.compile(r"\b(?:of|the|and|for|in|a|to|with)$|^(?:of|and|for|to)\b", re.IGNORECASE)
_TITLED = re.compile(
    r"\b(?:Prof(?:essor)?|Dr|Mr|Ms|Mrs|Madam|Datuk|Dato|Ir|Engr?|Sir)\b\.?\s?$", re.IGNORECASE
)
_TITLE_WITHIN = re.compile(
    r"\b(?:Prof|Dr|Mr|Ms|Mrs|Engr?|Datuk|Major|General|Brigadier|Colonel|Captain|Lieutenant"
    r"|Commander|Admiral|Marshal)\b"
)
_PAPERS = re.compile(
    r"\b(?:(?P<memorandum>memorand\w+|mo[ua]s?)|(?P<letter>letters?\s+of\s+intent)"
    r"|(?P<framework>framework\s+(?:\w+\s+)?agreement)|(?P<licence>licen[cs]\w+\s+agreement)"
    r"|(?P<strategic>strategic\s+(?:\w+\s+){0,2}agreement)|(?P<laboratory>joint\s+lab\w*)"
    r"|(?P<research>research\s+(?:\w+\s+)?agreement)|(?P<agreement>agreement|contract|protocol))\b",
    re.IGNORECASE,
)
"""What papers are called; a text that calls its paper several things leaves its kind open."""
_DAYS = re.compile(
    r"\b(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}\b"
    r"|\d{1,2}(?:st|nd|rd|th)?\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})"
)
_LONGER_AFTER = re.compile(
    r"\s+(?:of|for|at|in)(?:\s+the)?\s+[A-Z]|,?\s+[A-Z][a-z]|\s*[-–&]\s*[A-Z]|\s*[(（]"
)
_LONGER_BEFORE = re.compile(
    r"(?<![.!?:]\s)\b(?!(?:The|A|An|At|In|On|And|With|Between|Prof|Dr|Mr|Ms|Mrs)\b)"
    r"[A-Z][\w’'.-]*[\s-]+$"
)
_RUN_TOGETHER = re.compile(r"[a-z]{2}[A-Z]")
_WORD = re.compile(r"[A-Za-z]{4,}")
_YEAR = re.compile(r"(19|20)\d\d")
_PLAIN = frozenset({AgreementKind.COOPERATION_AGREEMENT, AgreementKind.OTHER})


class Scene:
    """A text and the record read from it (None: no agreement, only people)."""

    def __init__(self, text: str, record: AgreementRecord | None, agreements: int, rejected: int):
        self.text, self.record = text, record
        self.agreements, self.rejected = agreements, rejected
        told = record.lifecycle[0].evidence if record and record.lifecycle else None
        self.signing = told.start if told else None

    @cached_property
    def folded(self) -> str:
        """The text without regard to case, to count names in."""
        return self.text.casefold()

    @cached_property
    def plain_words(self) -> frozenset[str]:
        """The words that the text has in small letters: no names, as a rule."""
        return frozenset(word for word in _WORD.findall(self.text) if word.islower())

    @cached_property
    def breaks(self) -> list[int]:
        """Where sentences end."""
        return [found.start() for found in _BREAK.finditer(self.text)]

    @cached_property
    def headline(self) -> str:
        """The first line, without regard to case."""
        found = _HEADLINE.search(self.text)
        return found[0].casefold() if found else ""

    def about(self, words: str, evidence: Evidence) -> Clues:
        """What can be observed of any words that a slot holds."""
        named = self.folded.count(words.casefold())
        before = self.text[max(0, evidence.start - _BESIDE) : evidence.start]
        after = self.text[evidence.end : evidence.end + _BESIDE]
        return {
            "goes on before": float(bool(_GOES_ON_BEFORE.search(before))),
            "goes on after": float(bool(_GOES_ON_AFTER.match(after))),
            "led in": float(bool(_LED_IN.search(before))),
            "ends its clause": float(bool(_CLAUSE_ENDS.match(after))),
            "named again": min(named - 1, 3) / 3 if named else 0.0,
            "words used as no name": self._usual(words),
            "in the headline": float(words.casefold() in self.headline),
            "in the signing's sentence": float(self._apart(evidence) == 0),
            "sentences from the signing": self._apart(evidence),
            "several agreements": float(self.agreements > 1),
            "something set aside": float(self.rejected > 0),
        }

    def goes_on_elsewhere(self, words: str) -> bool:
        """Whether another mention has more of a name than these words."""
        at = self.text.find(words)
        while at >= 0:
            end = at + len(words)
            before = self.text[max(0, at - _BESIDE) : at]
            if _LONGER_AFTER.match(self.text, end) or _LONGER_BEFORE.search(before):
                return True
            at = self.text.find(words, end)
        return False

    @cached_property
    def papers(self) -> int:
        """How many things the text calls what is signed."""
        return len({found.lastgroup for found in _PAPERS.finditer(self.text)})

    @cached_property
    def days(self) -> int:
        """How many different days are written in the text."""
        return len({found.casefold() for found in _DAYS.findall(self.text)})

    def acted_for(self, party: OrganisationRecord) -> bool:
        """Whether somebody who is named holds an office at a party."""
        everyone = (*self.record.signatories, *self.record.people) if self.record else ()
        names = {party.name, *(alias.name for alias in party.aliases)}
        return any(person.on_behalf_of in names for person in everyone)

    def people_beside(self, evidence: Evidence) -> int:
        """How many other people are named within a sentence's length."""
        everyone = (*self.record.signatories, *self.record.people) if self.record else ()
        starts = {person.evidence.start for person in everyone if person.evidence}
        return sum(0 < abs(start - evidence.start) < _SENTENCE for start in starts)

    def quotation(self, evidence: Evidence) -> str:
        """The words that a slot points at."""
        return self.text[evidence.start : evidence.end]

    def _usual(self, words: str) -> float:
        """The share of the words that stand in the text in small letters, too."""
        own = _WORD.findall(words)
        return sum(word.casefold() in self.plain_words for word in own) / len(own) if own else 0.0

    def beside_signing(self, party: OrganisationRecord) -> bool:
        """Whether a party stands in the sentence of the signing."""
        return party.evidence is not None and self._apart(party.evidence) == 0

    def _apart(self, evidence: Evidence) -> float:
        if self.signing is None or abs(evidence.start - self.signing) > _FAR:
            return 1.0
        first, last = sorted((evidence.start, self.signing))
        between = bisect_left(self.breaks, last) - bisect_left(self.breaks, first)
        return min(between, 6) / 6


def _words(text: str) -> int:
    """Words, or in Chinese pairs of characters."""
    return max(len(text.split()), sum("\u4e00" <= sign <= "\u9fff" for sign in text) // 2)


def _typed(party: OrganisationRecord) -> bool:
    return party.type not in (None, OrganisationType.OTHER)


def _party(party: OrganisationRecord, evidence: Evidence, scene: Scene) -> Clues:
    sides = (scene.record.institutions, scene.record.partners) if scene.record else ((), ())
    own = sides[0] if party in sides[0] else sides[1]
    words = _words(party.name)
    after = scene.text[evidence.end : evidence.end + _BESIDE]
    return scene.about(party.name, evidence) | {
        "type known": float(_typed(party)),
        "legal form": float(not LEGAL_FORMS.isdisjoint(plain(party.name).split())),
        "short form follows": float(bool(_SHORT_FORM.match(after))),
        "country known": float(party.country is not None),
        "others on its side": min(len(own) - 1, 4) / 4,
        "one word": float(words == 1),
        "long name": float(words > 7),
        "begins small": float(party.name[:1].islower()),
        "goes on elsewhere": float(scene.goes_on_elsewhere(party.name)),
        "somebody acts for it": float(scene.acted_for(party)),
        "has another name": float(bool(party.aliases)),
    }


def _person(person: PersonRecord, evidence: Evidence, scene: Scene) -> Clues:
    words = _words(person.name)
    position = person.position or ""
    at = scene.text.find(person.name, evidence.start)
    before = scene.text[max(0, at - 12) : at] if at >= 0 else ""
    beside = scene.people_beside(evidence)
    return scene.about(person.name, evidence) | {
        "position known": float(bool(position)),
        "long position": float(_words(position) > 10),
        "position is cut": float(bool(_LOOSE_END.search(position))),
        "title before the name": float(bool(_TITLED.search(before))),
        "title in the position": float(bool(_TITLE_WITHIN.search(position))),
        "letters run together": float(bool(_RUN_TOGETHER.search(person.name))),
        "position first": float(bool(position) and scene.quotation(evidence).startswith(position)),
        "others beside": min(beside, 5) / 5,
        "side known": float(bool(person.on_behalf_of)),
        "one word": float(words == 1 and " " not in person.name),
        "long name": float(words > 4),
        "goes on elsewhere": float(scene.goes_on_elsewhere(person.name)),
    }


def _area(area: AreaRecord, evidence: Evidence, scene: Scene) -> Clues:
    words = _words(area.phrase)
    others = len(scene.record.areas) if scene.record else 0
    return scene.about(area.phrase, evidence) | {
        "in the vocabulary": float(area.code is not None),
        "one word": float(words == 1),
        "long phrase": float(words > 6),
        "two words": float(words == 2),
        "capital letter": float(area.phrase[:1].isupper()),
        "phrase is cut": float(bool(_LOOSE_END.search(area.phrase))),
        "many areas": min(others, 12) / 12,
        "late in the text": evidence.start / max(len(scene.text), 1),
    }


def _kind(kind: AgreementKind, evidence: Evidence, scene: Scene) -> Clues:
    return scene.about(scene.quotation(evidence), evidence) | {
        "plain": float(kind in _PLAIN),
        "called otherwise, too": min(max(scene.papers - 1, 0), 3) / 3,
    }


def _day(day: str, evidence: Evidence, scene: Scene) -> Clues:
    quotation = scene.quotation(evidence)
    return scene.about(quotation, evidence) | {
        "to the day": float(len(day) == len("2018-10-22")),
        "year stated": float(bool(_YEAR.search(quotation))),
        "other days": min(max(scene.days - 1, 0), 4) / 4,
    }


def _place(place: str, evidence: Evidence, scene: Scene) -> Clues:
    words = _words(place)
    return scene.about(place, evidence) | {
        "one word": float(words == 1),
        "long name": float(words > 6),
    }


def _event(_: LifecycleStep, evidence: Evidence, scene: Scene) -> Clues:
    parties = (*scene.record.institutions, *scene.record.partners) if scene.record else ()
    first = len(scene.record.institutions) if scene.record else 0
    headline = sum(party.name.casefold() in scene.headline for party in parties)
    return scene.about(scene.quotation(evidence), evidence) | {
        "late in the text": evidence.start / max(len(scene.text), 1),
        "parties in the headline": min(headline, 2) / 2,
        "partner's type known": float(any(_typed(party) for party in parties[first:])),
        "company among them": float(any(p.type is OrganisationType.COMPANY for p in parties)),
        "partner with a legal form": float(
            any(not LEGAL_FORMS.isdisjoint(plain(p.name).split()) for p in parties)
        ),
        "both sides in its sentence": float(
            sum(scene.beside_signing(p) for p in parties[:first]) > 0
            and sum(scene.beside_signing(p) for p in parties[first:]) > 0
        ),
        "day known": float(bool(scene.record and scene.record.signed_on)),
        "signatories known": float(bool(scene.record and scene.record.signatories)),
    }


CLUES: dict[str, Callable[[Any, Evidence, Scene], Clues]] = {
    "event": _event,
    "kind": _kind,
    "signed_on": _day,
    "place": _place,
    "institution": _party,
    "partner": _party,
    "signatory": _person,
    "person": _person,
    "area": _area,
}
"""By the sort of slot: what is observed of a value and its evidence."""
