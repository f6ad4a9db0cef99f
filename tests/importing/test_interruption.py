"""Killed at any moment or running twice at once, an import leaves whole agreements, each once."""

import random
from pathlib import Path

import pytest

from tests.importing.generated import write_generated
from tests.importing.scratch import HALF_WRITTEN, Scratch, scratch_databases

pytestmark = pytest.mark.django_db

RECORDS, KILLS = 400, 4


def done(database: Scratch) -> int:
    """How many records are in."""
    return int(database.query("SELECT count(*) FROM agreements_importedrecord")[0][0])


def kill_after(database: Scratch, path: Path, records: int) -> None:
    """Kill an import once it has done that many records more, wherever it is then."""
    goal = done(database) + records
    process = database.start("import_agreements", str(path))
    while done(database) < goal and process.poll() is None:
        pass
    process.kill()
    process.communicate()


def test_a_killed_import_is_completed_by_another_and_two_at_once_double_nothing(
    tmp_path: Path,
) -> None:
    path = tmp_path / "records.jsonl"
    write_generated(path, RECORDS)
    dice = random.Random(7)
    with scratch_databases("undisturbed", "killed", "twice") as (undisturbed, killed, twice):
        undisturbed.finish("import_agreements", str(path))
        for _ in range(KILLS):
            kill_after(killed, path, dice.randint(1, RECORDS // KILLS // 4))
            assert killed.query(HALF_WRITTEN) == [(0,)]
        assert done(killed) < RECORDS
        killed.finish("import_agreements", str(path))
        assert killed.content() == undisturbed.content()

        both = [twice.start("import_agreements", str(path)) for _ in range(2)]
        for process in both:
            process.communicate()
        assert [process.returncode for process in both] == [0, 0]
        assert twice.content() == undisturbed.content()
