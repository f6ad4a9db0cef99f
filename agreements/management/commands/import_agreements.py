"""Import press releases and tables of agreements; docs/importing.md tells how."""

import gc
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError
from tqdm import tqdm

from agreements.checks import EXTRACTOR
from agreements.importing.entries import FORMATS, LARGEST, NothingToReadError
from agreements.importing.outcome import Report, Result
from agreements.importing.queueing import NotQueueableError, queue_paths
from agreements.importing.run import Options, import_paths
from agreements.readers import Problem


class Command(BaseCommand):
    """Parses the command line, calls `import_paths`, prints."""

    help = (
        "Import agreements from press releases (text, HTML, PDF) and tables (JSON, JSON Lines, CSV,"
        " XLSX). They enter as drafts. Exits with 0 only if nothing was rejected. With --queue the"
        " documents are stored in the database for workers (manage.py procrastinate worker, on any"
        " number of hosts), and admin shows how far they are and reports in the end."
    )

    requires_system_checks = [EXTRACTOR]  # whether pages can be served is no matter here

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The command line of docs/importing.md."""
        parser.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="file or folder")
        parser.add_argument("--format", choices=FORMATS, default="auto")
        parser.add_argument("--publish", action="store_true", help="publish what comes in")
        parser.add_argument("--dry-run", action="store_true", help="report, change nothing")
        parser.add_argument("--report", metavar="FILE.json", type=Path, help="write a report")
        parser.add_argument(
            "--workers", metavar="N", type=int, default=1, help="processes that read documents"
        )
        parser.add_argument(
            "--queue", action="store_true", help="leave the documents to workers; not for tables"
        )

    def handle(self, *args: Any, **given: Any) -> None:
        """Import, print problems and the summary line, leave with the exit status."""
        if given["workers"] < 1:
            raise CommandError("--workers: give 1 or more")
        if given["report"] and not given["report"].parent.is_dir():
            raise CommandError(f"--report: there is no folder {given['report'].parent}")
        options = Options(
            format=given["format"],
            publish=given["publish"],
            dry_run=given["dry_run"],
            workers=given["workers"],
        )
        try:
            if given["queue"]:
                self._queue(given["paths"], options, given["report"])
                return
            report = self._import(given["paths"], options)
        except NothingToReadError as error:
            raise CommandError(str(error)) from error
        if given["report"]:
            _write(given["report"], report)
        self.stdout.write(report.summary)
        if report.exit_status:
            raise SystemExit(report.exit_status)

    def _queue(self, paths: list[Path], options: Options, report: Path | None) -> None:
        for unfit, why in (
            (options.dry_run, "--dry-run does not go with --queue; try some of the files without"),
            (report, "--report does not go with --queue; admin has the report of a queued import"),
            (options.workers > 1, "--workers does not go with --queue; start so many workers"),
        ):
            if unfit:
                raise CommandError(why)
        try:
            queued = queue_paths(paths, options)
        except NotQueueableError as error:
            raise CommandError(str(error)) from error
        for document in queued.failed:
            self.stderr.write("\n".join(_line(Problem(**told)) for told in document.problems))
        told = f"queued {queued.waiting}, failed {len(queued.failed)} as {queued.batch}"
        self.stdout.write(f"{told}; manage.py procrastinate worker reads them")
        if queued.failed:
            raise SystemExit(1)

    def _import(self, paths: list[Path], options: Options) -> Report:
        quiet = not getattr(self.stderr, "isatty", bool)()
        numbers = count(1)
        with tqdm(unit=" records", disable=quiet, leave=False) as bar:

            def tell(result: Result) -> None:
                bar.update()
                if next(numbers) % LARGEST == 0:
                    gc.collect()
                if told := _told(result):
                    with tqdm.external_write_mode():
                        self.stderr.write(told)

            try:
                with _seldom_tidied():
                    return import_paths(paths, options, tell)
            except OperationalError as error:
                mend = "what was imported stays; run the same command again to complete it"
                raise CommandError(f"the database went away ({error}); {mend}") from error


@contextmanager
def _seldom_tidied() -> Iterator[None]:
    """Within, garbage is looked for a thousand times less often than Python does by itself.

    Nearly all that a portion of records makes stays until its rows are written, and is then let go
    of at once; to go through it, and through the whole program, over and over took a quarter of an
    import's time. The little that is left, yet large, such as statements, is looked for after each
    portion.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(1000 * before[0], *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def _write(path: Path, report: Report) -> None:
    try:
        with path.open("w", encoding="utf-8") as file:
            report.write(file)
    except OSError as error:
        raise CommandError(f"{path} cannot be written: {error.strerror}") from error


def _told(result: Result) -> str:
    """What a person should hear of a record: what is wrong with it, and what to look at."""
    notes = (f"{_place(result.file, result.row)}: {note}" for note in result.notes)
    return "\n".join([*map(_line, result.problems), *notes])


def _line(problem: Problem) -> str:
    where = _place(problem.file, problem.row) + (f", {problem.field}" if problem.field else "")
    value = f" {problem.value!r}" if problem.value else ""
    return f"{where}:{value} {problem.mend}"


def _place(file: str, row: int | None) -> str:
    return f"{file}, row {row}" if row else file
