"""What came of an import: an outcome for every record, the problems, and the totals."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from itertools import islice
from typing import Any, TextIO

from agreements.importing.entry import SetAside
from agreements.importing.spool import Spool
from agreements.readers import Problem

KEPT = 1000
"""How many records and problems an import keeps of itself; a report has them all."""


class Outcome(StrEnum):
    """What came of one record."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    PROPOSED = "proposed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Result:
    """One record or document of the input and what came of it.

    `agreement` is the address part (slug) of the entry. `changes` say what was written, or left
    to an editor; `notes` say what a person should look at, `set_aside` what else the document
    told that makes no agreement.
    """

    file: str
    row: int | None
    outcome: Outcome
    agreement: str | None = None
    changes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    set_aside: tuple[SetAside, ...] = ()


@dataclass(slots=True)
class Report:
    """Everything that an import did, or with a dry run would do."""

    dry_run: bool = False
    batch: int | None = None
    results: Spool[Result] = field(default_factory=Spool)
    totals: Counter[Outcome] = field(default_factory=Counter)

    def add(self, result: Result) -> None:
        """Count a result; those that changed nothing are counted only."""
        self.totals[result.outcome] += 1
        if result.outcome != Outcome.UNCHANGED or result.notes:
            self.results.append(result)

    @property
    def problems(self) -> list[Problem]:
        """The first things that are wrong with the input, in its order."""
        return list(islice(self._problems(), KEPT))

    @property
    def exit_status(self) -> int:
        """0 only if nothing was rejected."""
        return 1 if self.totals[Outcome.REJECTED] else 0

    @property
    def summary(self) -> str:
        """One line: how many records had which outcome."""
        return ", ".join(f"{outcome} {self.totals[outcome]}" for outcome in Outcome)

    def as_json(self) -> dict[str, Any]:
        """What the import itself keeps: all totals, the first records and problems."""
        return self._totals() | {
            "records": [_told(result) for result in islice(self.results, KEPT)],
            "problems": [asdict(problem) for problem in self.problems],
        }

    def write(self, file: TextIO) -> None:
        """Write what ``--report`` asks for, with all records and problems, however many."""
        totals = json.dumps(self._totals(), ensure_ascii=False, indent=2)
        file.write(totals.removesuffix("\n}"))
        lists: tuple[tuple[str, Iterable[dict[str, Any]]], ...] = (
            ("records", map(_told, self.results)),
            ("problems", map(asdict, self._problems())),
        )
        for name, items in lists:
            file.write(f',\n  "{name}": [')
            for number, item in enumerate(items):
                file.write(",\n    " if number else "\n    ")
                file.write(json.dumps(item, ensure_ascii=False))
            file.write("\n  ]")
        file.write("\n}\n")

    def _totals(self) -> dict[str, Any]:
        return {
            "dry_run": self.dry_run,
            "batch": self.batch,
            "totals": {str(outcome): self.totals[outcome] for outcome in Outcome},
        }

    def _problems(self) -> Iterator[Problem]:
        return (problem for result in self.results for problem in result.problems)


def _told(result: Result) -> dict[str, Any]:
    return {name: value for name, value in asdict(result).items() if name != "problems"}
