"""Kill an import of many generated records at random moments; the result must be the same rows.

Usage: python bench/kill_import.py [RECORDS [KILLS]], by default 2000 and 30. Prints what it saw
and exits with 1 if a kill left half an agreement, or the completed import other rows.
"""

import os
import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agreements.settings")

import django

django.setup()

from tests.importing.generated import write_generated  # noqa: E402
from tests.importing.scratch import HALF_WRITTEN, Scratch, scratch_databases  # noqa: E402

COUNT = "SELECT count(*) FROM agreements_importedrecord"


def main(records: int = 2000, kills: int = 30) -> int:
    """Run the comparison; returns the exit status."""
    with (
        tempfile.TemporaryDirectory() as folder,
        scratch_databases("undisturbed", "killed") as (undisturbed, killed),
    ):
        path = Path(folder) / "records.jsonl"
        write_generated(path, records)
        started = time.monotonic()
        print(undisturbed.finish("import_agreements", str(path)).strip())
        seconds = time.monotonic() - started
        print(f"undisturbed: {seconds:.0f} s, {1000 * seconds / records:.0f} ms a record")
        halves = _kill_often(killed, path, seconds, kills)
        print(killed.finish("import_agreements", str(path)).strip())
        before, after = undisturbed.content(), killed.content()
        other = [name for name in before if before[name] != after[name]]
        for name in other:
            rows = set(before[name]) ^ set(after[name])
            print(
                f"{name}: {len(rows)} rows differ, such as", *sorted(rows, key=repr)[:2], sep="\n"
            )
        print(f"{kills} kills, half-written agreements {halves}, tables that differ: {other or 0}")
        return 1 if halves or other else 0


def _kill_often(killed: Scratch, path: Path, seconds: float, kills: int) -> int:
    """Kill an import again and again, at moments spread over its whole course."""
    dice, halves = random.Random(30), 0
    for number in range(kills):
        process = killed.start("import_agreements", str(path))
        before = killed.query(COUNT)
        while killed.query(COUNT) == before and process.poll() is None:
            time.sleep(0.01)
        time.sleep(dice.uniform(0, 1.2 * seconds / kills))
        process.kill()
        process.communicate()
        halves += int(killed.query(HALF_WRITTEN)[0][0])
        print(f"kill {number + 1}: {killed.query(COUNT)[0][0]} records in", flush=True)
    return halves


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
