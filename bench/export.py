"""How fast a catalogue leaves as CSV, JSON Lines and a workbook: first byte, rows a second, memory.

Usage: python bench/export.py [--least 30000], on the database of DATABASE_URL, filled by
bench/generate.py. Each format is written to nowhere by a process of its own, in the order of the
list. With --least the exit status is 1 where CSV comes at fewer rows a second, a first byte later
than 200 ms, or a process of more than 300 MB.
"""

import argparse
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agreements.settings")
FORMATS = ("csv", "jsonl", "xlsx")
FIRST_BYTE, MEMORY = 0.2, 300


def measured(suffix: str) -> tuple[float, float, float, int, int]:
    """Seconds to the first byte and to the first row, rows a second, MB written, peak MB."""
    import django

    django.setup()
    from agreements.browse.filters import AgreementFilterSet
    from agreements.browse.formats import FORMATS as BY_SUFFIX

    count = AgreementFilterSet().qs.count()
    begun = time.perf_counter()
    pieces = BY_SUFFIX[suffix].pieces(AgreementFilterSet().ordered(), [])
    size = len(next(pieces))
    first = time.perf_counter() - begun
    size += len(next(pieces))
    second = time.perf_counter() - begun
    size += sum(map(len, pieces))
    speed = count / (time.perf_counter() - begun)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return first, second, speed, size // 10**6, memory


def main() -> int:
    """Measure each format in a new process and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--least", type=int, default=0, help="rows of CSV a second")
    parser.add_argument("--format", choices=FORMATS, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.format:
        print(*measured(given.format))
        return 0
    print(f"{'format':8}{'first byte':>12}{'first row':>12}{'rows/s':>10}{'MB':>8}{'peak MB':>9}")
    failed = False
    for suffix in FORMATS:
        command = [sys.executable, __file__, "--format", suffix]
        out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        first, second, speed, size, memory = map(float, out.split())
        print(
            f"{suffix:8}{first * 1000:9.0f} ms{second * 1000:9.0f} ms{speed:10.0f}"
            f"{size:8.0f}{memory:9.0f}"
        )
        slow = suffix == "csv" and speed < given.least
        failed |= slow or first > FIRST_BYTE or memory > MEMORY
    return int(failed and bool(given.least))


if __name__ == "__main__":
    sys.exit(main())
