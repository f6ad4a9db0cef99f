"""Fits the weights by which extraction tells how likely a slot is right.

    .venv/bin/python -m bench.calibrate [FOLDER...]

Reads the corpus beside the checkout without the documents held back, and further folders of the
same form: texts with hand-made records, in which a key that is left out was not judged. Writes
agreements/extraction/confidence.json and prints how well the confidences hold: on documents
left out of the fit in turn (five folds), and on those held back. Of a language with few judged
slots only the share of right ones is taken, by the sort of slot.

The weights of each sort of slot are a logistic regression with a ridge, found by Newton's method
(Hastie, Tibshirani, Friedman: The Elements of Statistical Learning, 2nd ed., 4.4.1).
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from agreements.extraction.confidence import APART, WEIGHTS, Weights, probability
from agreements.extraction.extractor import READ
from bench.judging import CORPUS, SCORER, Judged, documents, held_back, judged
from bench.reliability import reliability, table

RIDGE = 8.0
"""Pull of every weight towards 0, in units of the slots' own information."""
FOLDS = 5
FEW = 300
"""Slots below which a language gets no weight for single clues."""


def fit(slots: Iterable[Judged]) -> Weights:
    """The weights of every sort of slot, of those that depend on it where there is an event."""
    by_sort: dict[str, list[Judged]] = defaultdict(list)
    for slot in slots:
        if slot.sort == "event" or slot.sort in APART or slot.is_agreement is not False:
            by_sort[slot.sort].append(slot)
    fine = sum(map(len, by_sort.values())) >= FEW
    return {sort: _fit_sort(found, fine) for sort, found in sorted(by_sort.items())}


def _fit_sort(slots: Sequence[Judged], fine: bool) -> dict[str, float]:
    """One logistic regression; the intercept is not pulled, but starts from two made-up slots.

    One right and one wrong, so that no slot is ever certain.
    """
    names = sorted({name for slot in slots for name in slot.clues}) if fine else []
    clues = np.array([[1.0, *(slot.clues[name] for name in names)] for slot in slots])
    mean = clues.mean(axis=0)
    clues = np.vstack([clues, mean, mean])
    right = np.array([float(slot.right) for slot in slots] + [1.0, 0.0])
    pull = np.diag([0.0] + [RIDGE] * len(names))
    weights = np.zeros(len(names) + 1)
    for _ in range(50):
        likely = 1 / (1 + np.exp(-clues @ weights))
        slope = clues.T @ (right - likely) - pull @ weights
        curve = (clues.T * (likely * (1 - likely))) @ clues + pull
        step = np.linalg.solve(curve, slope)
        weights += step
        if abs(step).max() < 1e-8:
            break
    return {name: round(float(w), 2) for name, w in zip(["", *names], weights, strict=True)}


def weighed(slots: Iterable[Judged], weights: Weights) -> list[Judged]:
    """The slots with the confidence that these weights give them."""
    return [replace(slot, confidence=_confidence(slot, weights)) for slot in slots]


def _confidence(slot: Judged, weights: Weights) -> float:
    likely = probability(slot.clues, weights[slot.sort])
    depends = slot.sort != "event" and slot.sort not in APART
    return likely * probability(slot.event, weights["event"]) if depends else likely


def left_out_in_turn(slots: Sequence[Judged]) -> list[Judged]:
    """Every slot as weighed by what was fitted without its document's fold."""
    names = sorted({slot.document for slot in slots})
    fold = {name: number % FOLDS for number, name in enumerate(names)}
    found: list[Judged] = []
    for number in range(FOLDS):
        weights = fit(slot for slot in slots if fold[slot.document] != number)
        found += weighed((slot for slot in slots if fold[slot.document] == number), weights)
    return found


def main(folders: list[str]) -> int:
    """Fit, write the weights, print how well they hold; 1 where there is no corpus."""
    if not SCORER.is_file():
        print(f"needs the corpus in {CORPUS} and its scorer {SCORER}", file=sys.stderr)
        return 1
    fitted = {}
    for language in sorted(READ):
        print(f"# {language}")
        fitted[language] = _fitted(language, [Path(folder) for folder in folders])
    WEIGHTS.write_text(json.dumps(fitted, indent=1) + "\n", "utf-8")
    return 0


def _fitted(language: str, folders: Sequence[Path]) -> Weights:
    corpus = documents(CORPUS, language)
    paths = [path for path in corpus if not held_back(path)]
    paths += [path for folder in folders for path in documents(folder, language)]
    slots = list(judged(paths))
    weights = fit(slots)
    print("Documents left out of the fit in turn:")
    print(table(reliability(left_out_in_turn(slots))))
    held = list(judged(path for path in corpus if held_back(path)))
    print("Documents held back:")
    print(table(reliability(weighed(held, weights))))
    return weights


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
