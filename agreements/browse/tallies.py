"""How many agreements of a set have each value, told by the database.

`memory/selection.py` tells the same of a set in memory; facets and charts ask either.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from django.db.models import Count

from agreements.browse.areas import AreaTree
from agreements.models import Alias, Party
from agreements.models.agreements import AgreementQuerySet
from agreements.vocabulary.kinds import AliasKind


class Counted(NamedTuple):
    """An organisation and its number of agreements."""

    key: int
    slug: str
    name: str
    native: str  # the name in its own script, "" where it is not known
    number: int


class Ranking(Protocol):
    """Organisations with their numbers of agreements, most first, then by name."""

    def __len__(self) -> int: ...

    def first(self, limit: int, chosen: Collection[int] = ()) -> list[Counted]:
        """The first ones, and of the others those whose primary keys are chosen."""
        ...


class Tally(Protocol):
    """The numbers of agreements by value; what none has is left out."""

    def years(self) -> dict[int, int]:
        """By year of signing, or else of the announcement."""
        ...

    def terms(self, name: str) -> dict[str, int]:
        """By "kind", "lifecycle" or "country", this of any party."""
        ...

    def areas(self, among: Collection[int] | None = None) -> dict[int, int]:
        """By area that they or their narrower terms name, among some areas if they are given."""
        ...

    def organisations(self, role: str, among: Iterable[int] | None = None) -> Ranking:
        """By party of a role, among some organisations if they are given."""
        ...

    def leading(self, role: str, limit: int) -> list[Counted]:
        """The first parties of a role."""
        ...


class DatabaseRanking(list[Counted]):
    """All organisations in their order."""

    def first(self, limit: int, chosen: Collection[int] = ()) -> list[Counted]:
        """The first ones, and of the others those whose primary keys are chosen."""
        return [row for place, row in enumerate(self) if place < limit or row.key in chosen]


@dataclass(frozen=True)
class DatabaseTally:
    """The published ones of some agreements, counted by SQL."""

    agreements: AgreementQuerySet
    tree: AreaTree

    def years(self) -> dict[int, int]:
        """By year of signing, or else of the announcement."""
        return self._counted("year", self._shown.exclude(year=None))

    def terms(self, name: str) -> dict[str, int]:
        """By "kind", "lifecycle" or "country", this of any party."""
        if name != "country":
            return self._counted(name, self._shown)
        coded = self._parties.exclude(organisation__country="")
        return dict(coded.values_list("organisation__country").annotate(_agreements()))

    def areas(self, among: Collection[int] | None = None) -> dict[int, int]:
        """By area that they or their narrower terms name, among some areas if they are given."""
        counts = self.tree.counts(self._shown)
        return counts if among is None else {key: counts[key] for key in among if key in counts}

    def organisations(self, role: str, among: Iterable[int] | None = None) -> DatabaseRanking:
        """By party of a role, among some organisations if they are given."""
        parties = self._parties.filter(organisation__role=role)
        if among is not None:
            parties = parties.filter(organisation__in=list(among))
        columns = ("organisation", "organisation__slug", "organisation__name")
        native = _native(role)
        counted = [
            Counted(key, slug, name, native.get(key, ""), number)
            for key, slug, name, number in parties.values_list(*columns).annotate(_agreements())
        ]
        return DatabaseRanking(
            sorted(counted, key=lambda row: (-row.number, row.name.casefold(), row.slug))
        )

    def leading(self, role: str, limit: int) -> list[Counted]:
        """The first parties of a role."""
        return self.organisations(role)[:limit]

    @property
    def _shown(self) -> AgreementQuerySet:
        return self.agreements.published().order_by()

    @property
    def _parties(self) -> Any:
        return Party.objects.filter(agreement__in=self._shown.values("pk")).order_by()

    def _counted(self, column: str, agreements: AgreementQuerySet) -> dict[Any, int]:
        return dict(agreements.values_list(column).annotate(Count("pk")))


def _native(role: str) -> dict[int, str]:
    """Names in their own script, by organisation."""
    aliases = Alias.objects.filter(organisation__role=role, kind=AliasKind.NATIVE)
    return dict(aliases.order_by("-name").values_list("organisation", "name"))


def _agreements() -> Any:
    return Count("agreement", distinct=True)
