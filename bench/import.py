# ruff: noqa: N999
"""Time an import against COPY of the rows that it made, and against django-import-export.

Usage: python bench/import.py [RECORDS [SEED [SAMPLE]]], by default 100000, 1 and 300. In one run,
on the server that DATABASE_URL names, in a database of its own:

1. ``import_agreements`` of RECORDS generated records into an empty catalogue, with matching,
   history, search columns and checks; the memory of its process at 10, 50 and 100 %.
2. COPY of exactly the resulting rows into the same tables, emptied, with all their indexes and
   constraints. Rows of the history and of the log of changes are copied like all others, hence
   the triggers that would write them again are off; foreign keys are checked. COPY gets the rows
   ready-made, search vectors included, and matches nothing.
3. django-import-export (its newest version, installed in a folder that is removed again) of
   SAMPLE agreements and all their rows, exported from the same catalogue, into the emptied
   tables, one resource a model with its defaults. The import's own tables (what providers said,
   questions, history) are left out; the history's triggers are on, as they are in the import.
   Its rate is that of the sample.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agreements.settings")

import django  # noqa: E402

django.setup()

import psycopg  # noqa: E402
from psycopg import sql  # noqa: E402

from bench.records import write_records  # noqa: E402
from tests.importing.scratch import Scratch, scratch_databases  # noqa: E402

MARKS = (0.1, 0.5, 1.0)
COPY_MOST, PEER_LEAST = 4, 20
TABLES = """
SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'public' AND c.relkind = 'r'
    AND (c.relname LIKE 'agreements\\_%' OR c.relname = 'pghistory_context')
    AND c.relname NOT LIKE 'agreements\\_cooperationarea%'
ORDER BY c.oid
"""
COLUMNS = """
SELECT column_name FROM information_schema.columns
WHERE table_name = %s AND is_generated = 'NEVER' ORDER BY ordinal_position
"""


def main(records: int = 100_000, seed: int = 1, sample: int = 300) -> int:
    """Print the figures; returns 1 where one of them is missed."""
    print(f"load before: {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as name, scratch_databases("import") as (scratch,):
        folder = Path(name)
        write_records(folder / "records.jsonl", records, seed)
        imported = _import(scratch, folder / "records.jsonl", records)
        copied = _copy(scratch, folder)
        each = _peer(scratch, folder, sample) if sample else 0.0
    print(f"import      {imported:8.1f} s  {1000 * imported / records:8.2f} ms a record")
    print(f"COPY        {copied:8.1f} s  {1000 * copied / records:8.2f} ms a record")
    print(f"import / COPY: {imported / copied:.1f} (at most {COPY_MOST})")
    faster = each * records / imported
    if sample:
        print(f"import-export, from {sample} records: {1000 * each:.1f} ms a record")
        print(f"times as fast as import-export: {faster:.1f} (at least {PEER_LEAST})")
    print(f"load after: {os.getloadavg()[0]:.1f}")
    return int(imported > COPY_MOST * copied or bool(sample and faster < PEER_LEAST))


def _import(scratch: Scratch, path: Path, records: int) -> float:
    """Seconds of the command; prints its memory as it goes."""
    started = time.monotonic()
    process = scratch.start("import_agreements", str(path))
    marks, most = list(MARKS), 0
    while process.poll() is None:
        time.sleep(0.5)
        most = _memory(process.pid) or most
        done = scratch.query("SELECT last_value FROM agreements_importedrecord_id_seq")[0][0]
        while marks and done >= marks[0] * records:
            print(f"{100 * marks.pop(0):4.0f} %: {most} MiB resident at most", flush=True)
    seconds = time.monotonic() - started
    output = process.communicate()[0].decode().strip()
    print(f"{output}; {most} MiB resident at most, {seconds:.0f} s", flush=True)
    return seconds


def _memory(process: int) -> int:
    """The most memory that a process has had so far, in MiB; 0 once it is gone."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    peak = next((line for line in status.splitlines() if line.startswith("VmHWM")), "x 0")
    return int(peak.split()[1]) // 1024


def _copy(scratch: Scratch, folder: Path) -> float:
    """Seconds that COPY takes for the rows of all tables."""
    with psycopg.connect(scratch.url) as database:
        tables = [name for (name,) in database.execute(TABLES)]
        columns = {
            name: [column for (column,) in database.execute(COLUMNS, [name])] for name in tables
        }
        for name in tables:
            with (folder / name).open("wb") as file:
                out = sql.SQL("COPY {} ({}) TO STDOUT").format(*_named(name, columns[name]))
                with database.cursor().copy(out) as copy:
                    for block in copy:
                        file.write(block)
        empty = sql.SQL("TRUNCATE {} CASCADE").format(
            sql.SQL(", ").join(map(sql.Identifier, tables))
        )
        database.execute(empty)
        database.commit()
        for name in tables:
            # ANALYZE would count none of the rows that are still being copied, and without rows
            # the planner takes any index that holds the key for the checks of foreign keys.
            off = "ALTER TABLE {} DISABLE TRIGGER USER, SET (autovacuum_enabled = off)"
            database.execute(sql.SQL(off).format(sql.Identifier(name)))
        database.commit()
        started = time.monotonic()
        for name in tables:
            into = sql.SQL("COPY {} ({}) FROM STDIN").format(*_named(name, columns[name]))
            with (folder / name).open("rb") as file, database.cursor().copy(into) as copy:
                while block := file.read(2**16):
                    copy.write(block)
        database.commit()
        seconds = time.monotonic() - started
        rows = sum(
            database.execute(
                sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(name))
            ).fetchone()[0]  # type: ignore[index]
            for name in tables
        )
        for name in tables:
            on = "ALTER TABLE {} ENABLE TRIGGER USER, RESET (autovacuum_enabled)"
            database.execute(sql.SQL(on).format(sql.Identifier(name)))
    print(f"copied {rows} rows of {len(tables)} tables", flush=True)
    return seconds


def _named(table: str, columns: list[str]) -> tuple[sql.Identifier, sql.Composed]:
    return sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, columns))


def _peer(scratch: Scratch, folder: Path, sample: int) -> float:
    """Seconds that django-import-export takes for one record."""
    packages = folder / "packages"
    pip = [sys.executable, "-m", "pip", "install", "-qq", "--no-deps"]
    needed = ("django-import-export", "tablib", "diff-match-patch")
    subprocess.run([*pip, "--target", str(packages), *needed], check=True)
    done = subprocess.run(
        [sys.executable, str(ROOT / "bench" / "peer_import.py"), str(sample)],
        env={
            **os.environ,
            "DATABASE_URL": scratch.url,
            "PYTHONPATH": os.pathsep.join([str(packages), str(ROOT)]),
        },
        stdout=subprocess.PIPE,
        check=True,
    )
    return float(done.stdout.split()[-1])


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
