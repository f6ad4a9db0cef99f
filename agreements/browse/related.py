"""Other agreements that a reader of one agreement may want, and why."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from django.db.models import Count, Prefetch, Q, QuerySet
from pyroaring import BitMap

from agreements.browse.memory import current
from agreements.browse.memory.catalogue import Catalogue
from agreements.browse.memory.order import newest
from agreements.browse.wording import within_sentence
from agreements.models import Agreement, AgreementArea, EditorialStatus, Party


@dataclass(frozen=True, slots=True)
class Related:
    """A published agreement and what it shares with the one at hand."""

    agreement: Agreement
    reason: str


def related(agreement: Agreement, n: int = 5) -> list[Related]:
    """At most `n` others: those that share most parties first, then those that share areas.

    Reads prefetched parties and areas.
    """
    parties = {party.organisation_id for party in agreement.parties.all()}
    areas = {row.area_id for row in agreement.agreement_areas.all() if row.area_id}
    catalogue = current.catalogue()
    keys = (
        _by_memory(catalogue, agreement.pk, parties, areas, n)
        if catalogue
        else _by_database(agreement.pk, parties, areas, n)
    )
    rows = Agreement.objects.published().defer("search_text", "search_vector")
    found = rows.prefetch_related(
        Prefetch("parties", Party.objects.select_related("organisation")),
        Prefetch("agreement_areas", AgreementArea.objects.select_related("area")),
        "parties__organisation__aliases",
    ).in_bulk(keys)
    return [
        Related(found[key], _reason(found[key], parties, areas)) for key in keys if key in found
    ]


def _by_memory(
    catalogue: Catalogue, itself: int, parties: set[int], areas: set[int], n: int
) -> list[int]:
    shown = catalogue.published - BitMap([itself])
    of_parties = [catalogue.parties.of_organisations(np.array([key])) for key in parties]
    keys = _most_shared(catalogue, of_parties, shown, n)
    of_areas = [catalogue.terms["area"].get(key, BitMap()) for key in areas]
    return keys + _most_shared(catalogue, of_areas, shown - BitMap(keys), n - len(keys))


def _most_shared(catalogue: Catalogue, sets: list[BitMap], shown: BitMap, n: int) -> list[int]:
    """Those in most of the sets, and of equal ones the newest."""
    in_any_of = [shown] + [BitMap()] * (len(sets) + 1)  # by how many sets at least hold it
    for one in sets:
        for number in range(len(sets), 0, -1):
            in_any_of[number] = in_any_of[number] | (in_any_of[number - 1] & one)
    found: list[int] = []
    for number in range(len(sets), 0, -1):
        exactly = in_any_of[number] - in_any_of[number + 1]
        if len(found) < n and exactly:
            found += newest(catalogue, exactly, slice(0, n - len(found)))
    return found


def _by_database(itself: int, parties: set[int], areas: set[int], n: int) -> list[int]:
    others = Q(agreement__editorial_status=EditorialStatus.PUBLISHED) & ~Q(agreement=itself)
    same_parties = Party.objects.filter(others, organisation__in=parties)
    keys = _most_counted(same_parties, "organisation", n)
    same_areas = AgreementArea.objects.filter(others, area__in=areas).exclude(agreement__in=keys)
    return keys + _most_counted(same_areas, "area", n - len(keys))


def _most_counted(rows: QuerySet[Any], column: str, n: int) -> list[int]:
    counted = rows.order_by().values("agreement").annotate(shared=Count(column, distinct=True))
    ranked = counted.order_by("-shared", "-agreement__sort_date", "-agreement")
    return list(ranked.values_list("agreement", flat=True)[:n])


def _reason(other: Agreement, parties: set[int], areas: set[int]) -> str:
    shared = [p.organisation for p in other.parties.all() if p.organisation_id in parties]
    names = list(dict.fromkeys(organisation.name for organisation in shared))
    if len(names) > 1:
        return f"Also between {_and(names)}"
    if names:
        return f"Also with {names[0]}"
    named = [a.area.label_en for a in other.agreement_areas.all() if a.area and a.area_id in areas]
    return f"Also on {_and([within_sentence(label) for label in dict.fromkeys(named)])}"


def _and(names: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
