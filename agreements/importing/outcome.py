"""What came of an import: an outcome for every record, the problems, and the totals."""

from collections import Counter
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from agreements.importing.entry import SetAside
from agreements.readers import Problem


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
    results: list[Result] = field(default_factory=list)
    totals: Counter[Outcome] = field(default_factory=Counter)

    def add(self, result: Result) -> None:
        """Count a result; those that changed nothing are counted only."""
        self.totals[result.outcome] += 1
        if result.outcome != Outcome.UNCHANGED or result.notes:
            self.results.append(result)

    @property
    def problems(self) -> list[Problem]:
        """Everything that is wrong with the input, in its order."""
        return [problem for result in self.results for problem in result.problems]

    @property
    def exit_status(self) -> int:
        """0 only if nothing was rejected."""
        return 1 if self.totals[Outcome.REJECTED] else 0

    @property
    def summary(self) -> str:
        """One line: how many records had which outcome."""
        return ", ".join(f"{outcome} {self.totals[outcome]}" for outcome in Outcome)

    def as_json(self) -> dict[str, Any]:
        """The form that ``--report`` writes."""
        return {
            "dry_run": self.dry_run,
            "batch": self.batch,
            "totals": {str(outcome): self.totals[outcome] for outcome in Outcome},
            "records": [
                {name: value for name, value in asdict(result).items() if name != "problems"}
                for result in self.results
            ],
            "problems": [asdict(problem) for problem in self.problems],
        }
