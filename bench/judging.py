"""Which slots of extracted records are right, judged against records made by hand.

A folder holds ``NNN.txt`` and ``NNN.json`` pairs as the corpus in ../shared does; a slot that the
hand-made record has no key for was not judged and is left out. How two values agree is asked of
the corpus' own scorer, which is loaded from where it lies.
"""

import importlib.util
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from agreements.extraction import extract, load
from agreements.extraction.clues import Clues
from agreements.extraction.confidence import claims, scenes_of
from agreements.records import AgreementRecord

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
CORPUS, SCORER = SHARED / "corpus", SHARED / "tools" / "score_extraction.py"
HELD_BACK = 3
"""Documents whose number this divides were left aside while rules were written."""
SIMILAR = 0.6
"""Share of words that two phrases have in common to count as the same (the scorer's)."""

Gold = dict[str, Any]
Judge = Callable[[Any, str, Gold, Gold], bool | None]
"""Whether a value is right, with its words, of the agreement and the document as told by hand."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A slot of an extracted record: how sure extraction was, and whether it is right.

    `event` are the clues of the signing that its record tells, `is_agreement` whether that is one.
    """

    document: str
    sort: str
    clues: Clues
    confidence: float
    right: bool
    event: Clues
    is_agreement: bool | None


@cache
def scorer() -> Any:
    """The corpus' scorer as a module."""
    found = importlib.util.spec_from_file_location("score_extraction", SCORER)
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def held_back(path: Path) -> bool:
    """Whether a document was left aside while rules were written."""
    return int(path.stem) % HELD_BACK == 0


def documents(folder: Path, language: str) -> list[Path]:
    """The hand-made records of a folder in this language."""
    paths = sorted(folder.glob("[0-9]*.json"))
    return [p for p in paths if json.loads(p.read_text("utf-8")).get("language") == language]


def judged(golds: Iterable[Path]) -> Iterator[Judged]:
    """Every slot that extraction fills in these documents and that somebody judged."""
    for path in golds:
        gold = json.loads(path.read_text("utf-8"))
        document = load(path.with_suffix(".txt"))
        extraction = extract(document)
        scenes = scenes_of(extraction, document.text)
        wanted = _aligned(gold, list(extraction.agreements))
        for record, scene in zip(extraction.agreements, scenes, strict=False):
            told = list(claims(record, scene))
            event = next(clues for sort, _, _, clues in told if sort == "event")
            there = _event(None, "", wanted[id(record)], gold)
            for sort, value, evidence, clues in told:
                right = _JUDGES[sort](value, scene.quotation(evidence), wanted[id(record)], gold)
                if right is not None:
                    name = f"{path.parent.name}/{path.stem}"
                    sure = evidence.confidence or 0.0
                    yield Judged(name, sort, clues, sure, right, event, there)


def _aligned(gold: Gold, records: list[AgreementRecord]) -> dict[int, Gold]:
    """The hand-made agreement that each record means; {} where there is none."""
    means: dict[int, Gold] = {id(record): {} for record in records}
    left = list(records)
    for wanted in gold["agreements"] if gold.get("is_agreement", True) else ():
        best = max(left, key=lambda record: _closeness(wanted, record), default=None)
        if best is not None:
            left.remove(best)
            means[id(best)] = wanted
    return means


def _closeness(wanted: Gold, record: AgreementRecord) -> float:
    same = scorer().same_org
    names = [*wanted.get("institutions", []), *wanted.get("partners", [])]
    parties = [party.name for party in (*record.institutions, *record.partners)]
    shared = sum(any(same(name, party) for party in parties) for name in names)
    return shared + 0.5 * (wanted.get("type") == record.kind)


def _event(value: Any, words: str, wanted: Gold, gold: Gold) -> bool | None:
    return bool(wanted) if "is_agreement" in gold else None


def _scalar(key: str, same: Callable[[Any, Any], bool]) -> Judge:
    def judge(value: Any, words: str, wanted: Gold, gold: Gold) -> bool | None:
        if not wanted:
            return False
        return None if key not in wanted else bool(wanted[key]) and same(wanted[key], value)

    return judge


def _party(side: str) -> Judge:
    def judge(value: Any, words: str, wanted: Gold, gold: Gold) -> bool | None:
        if not wanted:
            return False
        if side not in wanted:
            return None
        stated = (" ".join(words.split()), value.name)
        return any(scorer().same_org(name, own) for name in wanted[side] for own in stated)

    return judge


def _signatory(value: Any, words: str, wanted: Gold, gold: Gold) -> bool | None:
    """Name, position and side, as far as the hand-made record tells them."""
    if not wanted:
        return False
    if "signatories" not in wanted:
        return None
    named = [p for p in wanted["signatories"] if scorer().same_person(p["name"], value.name)]
    sides = [p.get("on_behalf_of") for p in named]
    side = not any(sides) or any(
        scorer().same_org(own, value.on_behalf_of or own) for own in sides if own
    )
    return bool(named) and side and _same_position(named, value)


def _person(value: Any, words: str, wanted: Gold, gold: Gold) -> bool | None:
    """Name and position; people are told of the document, not of one agreement."""
    if "people" not in gold:
        return None
    named = [p for p in gold["people"] if scorer().same_person(p["name"], value.name)]
    return bool(named) and _same_position(named, value)


def _same_position(named: list[Gold], value: Any) -> bool:
    held = [p["position"] for p in named if p.get("position")]
    return not (held and value.position) or any(_similar(own, value.position) for own in held)


def _area(value: Any, words: str, wanted: Gold, gold: Gold) -> bool | None:
    if not wanted:
        return False
    if "areas" not in wanted:
        return None
    return any(_similar(area, value.phrase) for area in wanted["areas"])


def _similar(one: str, other: str) -> bool:
    return bool(scorer().overlap(one, other) >= SIMILAR)


_JUDGES: dict[str, Judge] = {
    "event": _event,
    "kind": _scalar("type", lambda one, other: bool(one == other)),
    "signed_on": _scalar("signed_on", lambda one, other: bool(one == other)),
    "place": _scalar("place", _similar),
    "institution": _party("institutions"),
    "partner": _party("partners"),
    "signatory": _signatory,
    "person": _person,
    "area": _area,
}
"""By the sort of slot; None where the hand-made record does not tell."""
