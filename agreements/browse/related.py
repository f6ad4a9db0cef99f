"""Other agreements that a reader of one agreement may want, and why."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from agreements.browse.wording import within_sentence
from agreements.models import Agreement, AgreementArea, EditorialStatus, Party


@dataclass(frozen=True, slots=True)
class Related:
    """A published agreement and what it shares with the one at hand."""

    agreement: Agreement
    reason: str


def related(agreement: Agreement, n: int = 5) -> list[Related]:
    """At most `n` others: those that share most parties first, then those that share areas."""
    parties = set(agreement.parties.values_list("organisation", flat=True))
    areas = set(agreement.agreement_areas.exclude(area=None).values_list("area", flat=True))
    others = Q(agreement__editorial_status=EditorialStatus.PUBLISHED) & ~Q(agreement=agreement.pk)
    same_parties = Party.objects.filter(others, organisation__in=parties)
    keys = _most_shared(same_parties, "organisation", n)
    same_areas = AgreementArea.objects.filter(others, area__in=areas).exclude(agreement__in=keys)
    keys += _most_shared(same_areas, "area", n - len(keys))
    found = Agreement.objects.published().with_parties().in_bulk(keys)
    return [Related(found[key], _reason(found[key], parties, areas)) for key in keys]


def _most_shared(rows: QuerySet[Any], column: str, n: int) -> list[int]:
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
