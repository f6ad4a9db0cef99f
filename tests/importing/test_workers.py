"""Workers bring in every document of a queue once, though one of them is killed at work."""

import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from tests.importing.scratch import HALF_WRITTEN, Scratch, scratch_databases

pytestmark = pytest.mark.django_db

TOWNS = "Aalborg Bergen Coimbra Dresden Edinburgh Fukuoka Granada".split()
FIRMS = "Kestrel Lumina Meridian Nordwind Orbis Palladium".split()
SECONDS = 100


def write_documents(folder: Path) -> None:
    """Forty-two press releases that each announce an agreement, and two that announce none."""
    for number, (town, firm) in enumerate((town, firm) for town in TOWNS for firm in FIRMS):
        day = 1 + number % 28
        folder.joinpath(f"{number:02}.txt").write_text(
            f"Source: https://{town}.example/{firm}\nTitle: {firm} comes to {town}\n\n"
            f"{town} University and {firm} Ltd. signed a memorandum of understanding on {day} May"
            f" 2021. The document was signed by Professor Ana {town}, President of {town}"
            f" University, and Mr. Jon {firm}, CEO of {firm} Ltd."
        )
    for number in range(2):
        text = f"The library of Aalborg University opens {number + 8} hours a day."
        folder.joinpath(f"none-{number}.txt").write_text(text)


def report(database: Scratch) -> dict[str, Any] | None:
    """The report of the only import, once it has come to its end."""
    rows = database.query("SELECT report FROM agreements_importbatch WHERE finished_at IS NOT NULL")
    if not rows:
        return None
    told: dict[str, Any] = rows[0][0]
    return told | {part: sorted(told[part], key=repr) for part in ("records", "problems")}


def registered(database: Scratch) -> int:
    """The number of the only worker, once it is there."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        if rows := database.query("SELECT id FROM procrastinate_workers"):
            return int(rows[0][0])
        time.sleep(0.05)
    pytest.fail("the worker did not start")


def kill_at_work(database: Scratch, worker: subprocess.Popen[bytes], number: int) -> None:
    """Kill a worker while it has a document under way, after others that it brought in."""
    doing = f"""SELECT 1 FROM procrastinate_jobs WHERE worker_id = {number} AND status = 'doing'
        AND task_name = 'read_document' AND (SELECT count(*) > 9 FROM agreements_importedrecord)"""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        worker.send_signal(signal.SIGSTOP)
        if database.query(doing):
            worker.kill()
            worker.communicate()
            return
        worker.send_signal(signal.SIGCONT)
        time.sleep(0.02)
    pytest.fail("the worker took up no document")


def test_what_a_killed_worker_had_under_way_is_done_by_the_others(tmp_path: Path) -> None:
    write_documents(tmp_path)
    with scratch_databases("local", "queue") as (local, queue):
        local.start("import_agreements", str(tmp_path)).communicate()
        told = queue.finish("import_agreements", str(tmp_path), "--queue")
        assert told.startswith("queued 44, failed 0 as Import 1;")
        first = queue.start("procrastinate", "worker")
        number = registered(queue)
        others = [queue.start("procrastinate", "worker") for _ in range(2)]
        kill_at_work(queue, first, number)
        deadline = time.monotonic() + SECONDS
        while report(queue) is None and time.monotonic() < deadline:
            time.sleep(0.2)
        for worker in others:
            worker.terminate()
            worker.communicate()
        states = "SELECT state, count(*) FROM agreements_queueddocument GROUP BY state ORDER BY 1"
        assert queue.query(states) == [("done", 42), ("rejected", 2)]
        assert queue.query(HALF_WRITTEN) == local.query(HALF_WRITTEN)
        assert queue.content() == local.content()
        assert report(queue) == report(local)
        assert [worker.returncode for worker in others] == [0, 0]
