"""How likely each slot of a record is right: clues weighed by a logistic regression.

No slot is more likely than that there is an agreement at all, since without one nothing that is
said of it can be right: the probability of the event multiplies that of every other slot.

The weights in ``confidence.json`` were fitted by ``bench/calibrate.py`` on documents of which
people noted what they say; docs/extraction.md tells which, and how to fit them again. A
confidence is a measured share: of all slots at 0.9, nine in ten should be right.
"""

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from agreements.extraction.clues import CLUES, Clues, Scene
from agreements.extraction.result import Extraction
from agreements.records import AgreementRecord, Evidence

WEIGHTS = Path(__file__).with_name("confidence.json")
LISTS = {
    "institutions": "institution",
    "partners": "partner",
    "signatories": "signatory",
    "people": "person",
    "areas": "area",
    "lifecycle": "event",
}
"""Lists of a record, with the sort of slot that each holds."""
SCALARS = ("kind", "signed_on", "place")
"""Slots of one value that may be wrong; a title is copied, or made of the others."""

Weights = dict[str, dict[str, float]]
"""By the sort of slot, the weight of every clue; "" is what holds without any."""
APART = frozenset({"person"})
"""Sorts that may be right where there is no agreement."""
Claim = tuple[str, Any, Evidence, Clues]
"""A slot that a record fills: its sort, its value, where it stands, what speaks for it."""


def assess(extraction: Extraction, text: str, language: str) -> Extraction:
    """The same extraction with a confidence in the evidence of every slot."""
    weights, scenes = fitted()[language], scenes_of(extraction, text)
    records = tuple(
        _assessed(record, Judge(scene, weights))
        for record, scene in zip(extraction.agreements, scenes, strict=False)
    )
    judge = Judge(scenes[0], weights)
    people = tuple(judge.part(person, "person") for person in extraction.people)
    return replace(extraction, agreements=records, people=people)


def scenes_of(extraction: Extraction, text: str) -> list[Scene]:
    """The text with each of its records; without any, one for the people that it names."""
    counts = (len(extraction.agreements), len(extraction.rejected))
    return [Scene(text, record, *counts) for record in extraction.agreements or (None,)]


def claims(record: AgreementRecord, scene: Scene) -> Iterator[Claim]:
    """Every slot of a record of which it can be asked whether it is right."""
    for slot in SCALARS:
        if evidence := record.evidence.get(slot):  # type: ignore[call-overload]
            value = getattr(record, slot)
            yield slot, value, evidence, CLUES[slot](value, evidence, scene)
    for name, sort in LISTS.items():
        for part in getattr(record, name):
            if part.evidence:
                yield sort, part, part.evidence, CLUES[sort](part, part.evidence, scene)


def probability(clues: Clues, weights: Mapping[str, float]) -> float:
    """How likely a slot with these clues is right; the weight named "" always counts."""
    score = weights[""] + sum(weights.get(name, 0.0) * clue for name, clue in clues.items())
    return 1 / (1 + math.exp(-score))


class Judge:
    """Puts a confidence beside the slots of one record."""

    def __init__(self, scene: Scene, weights: Weights) -> None:
        self._scene, self._weights = scene, weights
        self._event = 1.0
        told = next(iter(scene.record.lifecycle), None) if scene.record else None
        if told and told.evidence:
            self._event = self._likely("event", told, told.evidence)

    def evidence(self, sort: str, value: Any, evidence: Evidence) -> Evidence:
        """The evidence with how likely the value is right."""
        likely = self._likely(sort, value, evidence)
        if sort != "event" and sort not in APART:
            likely *= self._event
        return evidence.model_copy(update={"confidence": round(likely, 3)})

    def part(self, part: Any, sort: str) -> Any:
        """An item of a list, its evidence with a confidence."""
        if part.evidence is None:
            return part
        return part.model_copy(update={"evidence": self.evidence(sort, part, part.evidence)})

    def _likely(self, sort: str, value: Any, evidence: Evidence) -> float:
        return probability(CLUES[sort](value, evidence, self._scene), self._weights[sort])


def _assessed(record: AgreementRecord, judge: Judge) -> AgreementRecord:
    told = {
        slot: judge.evidence(slot, getattr(record, slot), at) if slot in SCALARS else at
        for slot, at in record.evidence.items()
    }
    lists = {
        name: tuple(judge.part(part, sort) for part in getattr(record, name))
        for name, sort in LISTS.items()
    }
    return record.model_copy(update={"evidence": told, **lists})


@cache
def fitted() -> dict[str, Weights]:
    """By language, the weights that were fitted."""
    return dict(json.loads(WEIGHTS.read_text("utf-8")))
