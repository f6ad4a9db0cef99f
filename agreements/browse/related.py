"""Other agreements that a reader of one agreement may want, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Q, QuerySet
from pyroaring import BitMap

from agreements.browse.memory import current
from agreements.browse.memory.catalogue import Catalogue
from agreements.browse.memory.order import newest
from agreements.browse.rows import AgreementRow, agreement_rows
from agreements.browse.wording import within_sentence
from agreements.models import Agreement, AgreementArea, EditorialStatus, Party


@dataclass(frozen=True, slots=True)
class Related:
    """A published agreement and what it shares with the one at hand."""

    agreement: AgreementRow
    reason: str


class _Near(NamedTuple):
    """The primary keys of an agreement and of the parties, or else the areas, that it shares."""

    key: int
    shared: set[int]
    by_party: bool


def related(agreement: Agreement, n: int = 5) -> list[Related]:
    """At most `n` others: those that share most parties first, then those that share areas.

    Reads prefetched parties and areas.
    """
    parties = {party.organisation_id: party.organisation.name for party in agreement.parties.all()}
    areas = {row.area.pk: row.area.label_en for row in agreement.agreement_areas.all() if row.area}
    catalogue = current.catalogue()
    near = (
        _by_memory(catalogue, agreement.pk, set(parties), set(areas), n)
        if catalogue
        else _by_database(agreement.pk, set(parties), set(areas), n)
    )
    found = agreement_rows([one.key for one in near]) if near else {}
    return [
        Related(found[one.key], _reason(one, parties if one.by_party else areas))
        for one in near
        if one.key in found
    ]


def _by_memory(
    catalogue: Catalogue, itself: int, parties: set[int], areas: set[int], n: int
) -> list[_Near]:
    shown = catalogue.published - BitMap([itself])
    of_parties = {key: catalogue.terms["party"].get(key, BitMap()) for key in parties}
    keys = _most_shared(catalogue, list(of_parties.values()), shown, n)
    of_areas = {key: catalogue.terms["area"].get(key, BitMap()) for key in areas}
    others = shown - BitMap(keys)
    more = _most_shared(catalogue, list(of_areas.values()), others, n - len(keys))
    return [
        _Near(key, {part for part, held in sets.items() if key in held}, sets is of_parties)
        for sets, chosen in ((of_parties, keys), (of_areas, more))
        for key in chosen
    ]


def _most_shared(catalogue: Catalogue, sets: list[BitMap], shown: BitMap, n: int) -> list[int]:
    """Those in most of the sets, and of equal ones the newest."""
    in_any_of = [shown] + [BitMap()] * (len(sets) + 1)  # by how many sets at least hold it
    for one in sets:
        for number in range(len(sets), 0, -1):
            in_any_of[number] = in_any_of[number] | (in_any_of[number - 1] & one)
    found: list[int] = []
    for number in range(len(sets), 0, -1):
        if len(found) >= n:
            break
        exactly = in_any_of[number] - in_any_of[number + 1]
        if exactly:
            found += newest(catalogue, exactly, slice(0, n - len(found)))
    return found


def _by_database(itself: int, parties: set[int], areas: set[int], n: int) -> list[_Near]:
    others = Q(agreement__editorial_status=EditorialStatus.PUBLISHED) & ~Q(agreement=itself)
    same_parties = Party.objects.filter(others, organisation__in=parties)
    near = _most_counted(same_parties, "organisation", n)
    keys = [key for key, _ in near]
    same_areas = AgreementArea.objects.filter(others, area__in=areas).exclude(agreement__in=keys)
    more = _most_counted(same_areas, "area", n - len(keys))
    return [
        *(_Near(key, set(shared), by_party=True) for key, shared in near),
        *(_Near(key, set(shared), by_party=False) for key, shared in more),
    ]


def _most_counted(rows: QuerySet[Any], column: str, n: int) -> list[tuple[int, list[int]]]:
    counted = (
        rows.order_by()
        .values("agreement")
        .annotate(number=Count(column, distinct=True), shared=ArrayAgg(column, distinct=True))
    )
    ranked = counted.order_by("-number", "-agreement__sort_date", "-agreement")
    return list(ranked.values_list("agreement", "shared")[:n])


def _reason(near: _Near, names: Mapping[int, str]) -> str:
    """What is shared, in the order in which the agreement at hand names it."""
    shared = list(dict.fromkeys(name for key, name in names.items() if key in near.shared))
    if not near.by_party:
        return f"Also on {_and([within_sentence(label) for label in shared])}"
    return f"Also between {_and(shared)}" if len(shared) > 1 else f"Also with {shared[0]}"


def _and(names: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
