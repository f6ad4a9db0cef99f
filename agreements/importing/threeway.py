"""Three-way merge: what a provider said before, what stands now, and what it says today."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from django.db.models import Model

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Difference:
    """A slot that stands at `ours` and of which a record says `theirs`."""

    slot: str
    ours: Any
    theirs: Any

    @classmethod
    def of_part(cls, row: Model, column: str, ours: Any, theirs: Any) -> Self:
        """That of a column of a part, which its primary key tells from others."""
        before = {"pk": row.pk, column: ours}
        return cls(row._meta.model_name or "", before, before | {column: theirs})

    def __str__(self) -> str:
        return f"{self.slot}: {self.ours or 'empty'} → {self.theirs or 'empty'}"


@dataclass(slots=True)
class Merge:
    """What may be written, and what is left to an editor because theirs stands."""

    taken: list[Difference] = field(default_factory=list)
    disputed: list[Difference] = field(default_factory=list)

    def decide(self, slot: str, base: Any, ours: Any, theirs: Any) -> None:
        """Compare one slot; a value that is not what the provider said last is an editor's."""
        if theirs in (base, ours):
            return
        difference = Difference(slot, ours, theirs)
        (self.taken if ours == base else self.disputed).append(difference)


def merge_values(
    base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]
) -> Merge:
    """Merge slots of one value each; a slot that the base lacks was empty then."""
    merge = Merge()
    for slot, value in theirs.items():
        merge.decide(slot, base.get(slot, ""), ours[slot], value)
    return merge


@dataclass(slots=True)
class ListMerge:
    """A list of parts: what to add, change and remove, and what stays as it was said before.

    `rows` are the rows that stand now, by primary key.
    """

    rows: Mapping[int, Any] = field(default_factory=dict)
    kept: dict[str, Values] = field(default_factory=dict)
    added: dict[str, Any] = field(default_factory=dict)
    changed: list[tuple[Model, Values]] = field(default_factory=list)
    removed: list[Model] = field(default_factory=list)
    disputed: list[Difference] = field(default_factory=list)


def merge_parts(
    base: Mapping[str, Values],
    rows: Mapping[int, Model],
    theirs: Mapping[str, Any],
    details: Callable[[Any], Values],
    needed: frozenset[int],
) -> ListMerge:
    """Merge a list as a set of statements.

    `rows` are the rows that stand now, by primary key; `needed` those that another provider
    states too. A row that an editor removed stays away, one that an editor changed stays.
    """
    merge = ListMerge(rows)
    for key, part in theirs.items():
        if key not in base:
            merge.added[key] = part
            continue
        said = base[key]["said"] | details(part)
        merge.kept[key] = base[key] | {"said": said}
        if row := rows.get(base[key]["pk"]):
            _merge_details(merge, row, base[key]["said"], details(part))
    for key, before in base.items():
        row = rows.get(before["pk"])
        if key not in theirs and row and before["pk"] not in needed and _untouched(row, before):
            merge.removed.append(row)
    return merge


def _merge_details(merge: ListMerge, row: Model, base: Values, theirs: Values) -> None:
    ours = {name: getattr(row, name) for name in theirs}
    decided = merge_values(base, ours, theirs)
    if decided.taken:
        merge.changed.append((row, {d.slot: d.theirs for d in decided.taken}))
    merge.disputed += [Difference.of_part(row, d.slot, d.ours, d.theirs) for d in decided.disputed]


def _untouched(row: Model, before: Values) -> bool:
    return all(getattr(row, name) == value for name, value in before["said"].items())
