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

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
CORPUS, SCORER = SHARED / "corpus", SHARED / "tools" / "score_extraction.py"
JSON_FILE, MARKDOWN_FILE = ROOT / "docs" / "accuracy.json", ROOT / "docs" / "accuracy.md"

Gold = dict[str, Any]
HELD_BACK = 3
"""Documents whose number this divides were left aside while rules were written."""

SETS: list[tuple[str, Callable[[Path, Gold], bool]]] = [
    ("All English documents", lambda path, gold: True),
    ("Real press releases, word for word", lambda path, gold: not _reworded(gold)),
    ("Real facts, told in other words", lambda path, gold: _reworded(gold)),
    ("Left aside while rules were written", lambda path, gold: _held_back(path)),
    ("Looked at while rules were written", lambda path, gold: not _held_back(path)),
]


def _reworded(gold: Gold) -> bool:
    return "reworded" in str(gold["text_origin"])


def _held_back(path: Path) -> bool:
    return int(path.stem) % HELD_BACK == 0


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
    }
    JSON_FILE.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    MARKDOWN_FILE.write_text(_markdown(figures), "utf-8")
    return 0


def _chosen(wanted: Callable[[Path, Gold], bool]) -> Iterator[Path]:
    for path in sorted(CORPUS.glob("[0-9]*.json")):
        gold = json.loads(path.read_text("utf-8"))
        if gold["language"] == "en" and wanted(path, gold):
            yield path


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
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
