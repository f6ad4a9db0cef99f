"""Scores extraction on the corpus of hand-made records and writes what the site says of it.

Needs the corpus and its scorer beside the checkout (../shared); says so where they are missing.
Writes docs/accuracy.json, which the site's page shows, and docs/accuracy.md.
"""

import datetime as dt
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench.judging import CORPUS, ROOT, SCORER, Gold, documents, held_back, judged
from bench.reliability import reliability

JSON_FILE, MARKDOWN_FILE = ROOT / "docs" / "accuracy.json", ROOT / "docs" / "accuracy.md"

SETS: list[tuple[str, Callable[[Path, Gold], bool]]] = [
    ("All English documents", lambda path, gold: True),
    ("Real press releases, word for word", lambda path, gold: not _reworded(gold)),
    ("Real facts, told in other words", lambda path, gold: _reworded(gold)),
    ("Left aside while rules were written", lambda path, gold: held_back(path)),
    ("Looked at while rules were written", lambda path, gold: not held_back(path)),
]


def _reworded(gold: Gold) -> bool:
    return "reworded" in str(gold["text_origin"])


def main() -> int:
    """Extract, score every set, write both files; 1 where there is no corpus."""
    if not SCORER.is_file():
        print(f"needs the corpus in {CORPUS} and its scorer {SCORER}", file=sys.stderr)
        return 1
    extracted = subprocess.run(
        [sys.executable, "manage.py", "extract", *map(str, sorted(CORPUS.glob("*.txt")))],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    figures = {
        "measured_on": dt.date.today().isoformat(),
        "sets": [
            {"name": name, **_scored(extracted, list(_chosen(wanted)))} for name, wanted in SETS
        ],
        "confidence": [
            {
                "name": name,
                "documents_of": len(paths),
                **_rounded(reliability(list(judged(paths)))),
            }
            for name, paths in _reliability_sets()
        ],
    }
    JSON_FILE.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    MARKDOWN_FILE.write_text(_markdown(figures), "utf-8")
    return 0


def _chosen(wanted: Callable[[Path, Gold], bool]) -> Iterator[Path]:
    for path in sorted(CORPUS.glob("[0-9]*.json")):
        gold = json.loads(path.read_text("utf-8"))
        if gold["language"] == "en" and wanted(path, gold):
            yield path


def _reliability_sets() -> list[tuple[str, list[Path]]]:
    """All documents, and those on which neither rules nor weights were made."""
    everything = documents(CORPUS, "en")
    aside = [path for path in everything if held_back(path)]
    return [
        ("Confidence, all English documents", everything),
        ("Confidence, documents left aside while rules and weights were made", aside),
    ]


def _rounded(found: Any) -> Any:
    """The same figures with three decimals."""
    if isinstance(found, dict):
        return {name: _rounded(value) for name, value in found.items()}
    if isinstance(found, list):
        return [_rounded(value) for value in found]
    return round(found, 3) if isinstance(found, float) else found


def _scored(extracted: str, golds: list[Path]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        for path in golds:
            for suffix in (".json", ".txt"):
                (Path(folder) / path.with_suffix(suffix).name).symlink_to(path.with_suffix(suffix))
        predictions = Path(folder) / "predictions.jsonl"
        predictions.write_text(extracted, "utf-8")
        command = [sys.executable, str(SCORER), folder, str(predictions), "--json"]
        printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {"documents": len(golds), **json.loads(printed)}


def _markdown(figures: dict[str, Any]) -> str:
    lines = [
        "# Accuracy of extraction",
        "",
        f"Measured on {figures['measured_on']} by `make score`, field by field, against records "
        "made by hand. F1, with precision / recall; `n` counts the values in the hand-made "
        "records. How it works and what it cannot do: [extraction.md](extraction.md).",
    ]
    for one in figures["sets"]:
        lines += [
            "",
            f"## {one['name']} ({one['documents']} documents)",
            "",
            "| field | F1 | precision | recall | n |",
            "|---|---|---|---|---|",
        ]
        lines += [
            f"| {slot} | {row['f1']:.2f} | {row['precision']:.2f} | {row['recall']:.2f} "
            f"| {row['gold']} |"
            for slot, row in one["slots"].items()
        ]
        lines += [
            "",
            f"Evidence that stands in the text: {one['grounded']} of {one['grounded_of']}.",
        ]
    for one in figures["confidence"]:
        lines += _confidence(one)
    return "\n".join(lines) + "\n"


def _confidence(one: dict[str, Any]) -> list[str]:
    lines = [
        "",
        f"## {one['name']} ({one['documents']} of {one['documents_of']} documents)",
        "",
        "Only documents that gave a record have slots to judge; the others announce no agreement, "
        "or extraction missed it.",
        "",
        f"{one['slots']} slots, of which {one['right']:.1%} are right. Brier score "
        f"{one['brier']:.3f}, expected calibration error {one['error']:.3f}. A threshold of "
        f"{one['half']['threshold']:.2f} keeps {one['half']['share']:.0%} of them, of which "
        f"{one['half']['precision']:.1%} are right.",
        "",
        "| confidence at least | slots kept | of these right |",
        "|---|---|---|",
    ]
    lines += [
        f"| {kept['threshold']:.2f} | {kept['share']:.0%} | {kept['precision']:.1%} |"
        for kept in one["kept"]
    ]
    lines += ["", "| confidence | slots | mean confidence | right |", "|---|---|---|---|"]
    lines += [
        f"| {found['low']:.2f} to {found['high']:.2f} | {found['slots']} | {found['mean']:.1%} "
        f"| {found['right']:.1%} |"
        for found in one["bins"]
    ]
    return lines


if __name__ == "__main__":
    sys.exit(main())
