"""How fast extraction is, beside spaCy alone on the same texts, and whether its memory stays flat.

Usage: python bench/extraction.py [DOCUMENTS], by default 10,000, which the measure of memory
reads. The texts are those of the corpus in ../shared that rules may be written by, or else the
fixtures. Times are of the processor, but for documents a second. Exits with 1 if a target that
does not depend on the machine is missed.
"""

import os
import random
import statistics
import string
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

import psutil
import spacy

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agreements.settings")

from agreements.extraction import Document, extract, load
from agreements.extraction.english.pipeline import MODEL, pipeline
from agreements.extraction.languages import language_of
from agreements.importing.documents import read_document, spread
from bench.judging import CORPUS, ROOT, held_back

WORKERS, PIECES, ROUNDS = 2, 400, 3
RATIO, MEGABYTES, GROWTH = 1.5, 1000, 1.0
"""Targets: time beside spaCy's, memory of a process, and its growth in MB a thousand documents."""
STEP = 250
"""Documents between two looks at the memory."""
NEW_NAMES = 20
"""Words in each document that no other has: real documents name others all the time."""


def main(documents: int = 10_000) -> int:
    """Measure and print; returns the exit status."""
    paths = [path for path in sorted(CORPUS.glob("*.txt")) if not held_back(path)]
    paths = paths or sorted((ROOT / "fixtures" / "documents").glob("*.txt"))
    english = [one for one in map(load, paths) if language_of(one.text) == "en"]
    print(f"{len(paths)} documents, {len(english)} in English; load {os.getloadavg()[0]:.1f}")
    ratio = _beside_spacy(english)
    _speed(paths)
    flat = _memory(english, documents)
    return 0 if ratio <= RATIO and flat else 1


def _beside_spacy(documents: list[Document]) -> float:
    """Print the times of extraction and of spaCy, taken in turns; returns their ratio."""
    whole = spacy.load(MODEL)
    used = spacy.load(MODEL, exclude=set(whole.pipe_names) - set(pipeline().pipe_names))
    readers: dict[str, Callable[[Document], object]] = {
        "extraction": extract,
        "spaCy, the components that extraction uses": lambda one: used(one.text),
        "spaCy, the whole model": lambda one: whole(one.text),
    }
    best = dict.fromkeys(readers, float("inf"))
    for _ in range(1 + ROUNDS):  # the first warms up and is the slowest
        spent = dict.fromkeys(readers, 0.0)
        for document in documents:
            for name, read in readers.items():
                begin = time.process_time()
                read(document)
                spent[name] += time.process_time() - begin
        best = {name: min(best[name], spent[name]) for name in readers}
    for name, seconds in best.items():
        print(f"{name}: {1000 * seconds / len(documents):.1f} ms a document")
    ours, bare, full = best.values()
    print(f"ratio {ours / bare:.2f} (target {RATIO}), to the whole model {ours / full:.2f}")
    return ours / bare


def _speed(paths: list[Path]) -> None:
    """Print documents a second, from the first result on: processes start once."""
    files = [(path, "auto") for path in islice(cycle(paths), PIECES)]
    found = spread(read_document, files, WORKERS)
    next(found)
    begin = time.monotonic()
    rest = sum(1 for _ in found)
    seconds = time.monotonic() - begin
    print(f"{WORKERS} processes: {rest / seconds:.1f} documents a second (target 20 on 2 cores)")


def _memory(documents: list[Document], count: int) -> bool:
    """Print how the memory grows while many documents are read; whether it stays in bounds."""
    dice, process = random.Random(10), psutil.Process()
    looks: list[tuple[int, float]] = []
    for number, document in enumerate(islice(cycle(documents), count), start=1):
        names = " ".join(_new_name(dice) for _ in range(NEW_NAMES))
        extract(replace(document, text=f"{document.text}\n\nAlso there: {names}."))
        if number % STEP == 0:
            looks.append((number, process.memory_info().rss / 1e6))
    if not looks:
        return True
    for number, megabytes in looks[:: max(1, len(looks) // 10)]:
        print(f"after {number:,} documents {megabytes:.0f} MB")
    growth = 0.0
    if len(late := looks[len(looks) // 2 :]) > 1:
        growth = 1000 * statistics.linear_regression(*zip(*late, strict=True)).slope
    most = max(megabytes for _, megabytes in looks)
    print(f"at most {most:.0f} MB (target {MEGABYTES}), growth {growth:+.2f} MB a 1,000 documents")
    return most < MEGABYTES and growth < GROWTH


def _new_name(dice: random.Random) -> str:
    return "".join(dice.choices(string.ascii_lowercase, k=dice.randint(5, 10))).title()


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
