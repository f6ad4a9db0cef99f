"""Who stood for an organisation at its agreements."""

import numpy as np
from django.db.models import Count, Q

from agreements.browse.memory.catalogue import Catalogue
from agreements.browse.memory.columns import bitmap, rows, sequence
from agreements.browse.memory.pairs import Pairs
from agreements.models import EditorialStatus, Organisation, Person

_STOOD = """
SELECT agreement_id::int4, person_id::int4 FROM agreements_participation WHERE organisation_id = %s
"""


def representatives(
    organisation: Organisation, n: int, catalogue: Catalogue | None = None
) -> list[Person]:
    """The `n` who stood for it at most published agreements, with `agreement_count`, then by name.

    Without a catalogue the database counts.
    """
    if catalogue is None:
        return _by_database(organisation, n)
    numbers = _by_memory(catalogue, organisation, n)
    people = Person.objects.in_bulk(numbers)
    found = [people[key] for key in numbers if key in people]
    for person in found:
        person.agreement_count = numbers[person.pk]  # type: ignore[attr-defined]
    return found


def _by_memory(catalogue: Catalogue, organisation: Organisation, n: int) -> dict[int, int]:
    """Primary keys of people in their order, with their numbers of agreements."""
    stood = rows(_STOOD, 2, [organisation.pk])
    shown = sequence(bitmap(stood[:, 0]) & catalogue.published)
    totals = Pairs.of(stood[np.isin(stood[:, 0], shown)]).totals
    ranks = catalogue.names["person"].rows.ranks
    keys = np.flatnonzero(totals[: len(ranks)])
    first = keys[np.lexsort((ranks[keys], -totals[keys]))][:n]
    return {int(key): int(totals[key]) for key in first}


def _by_database(organisation: Organisation, n: int) -> list[Person]:
    for_it = Q(
        participations__organisation=organisation,
        participations__agreement__editorial_status=EditorialStatus.PUBLISHED,
    )
    number = Count("participations__agreement", filter=for_it, distinct=True)
    people = Person.objects.filter(for_it).annotate(agreement_count=number)
    return list(people.order_by("-agreement_count", "normalised", "pk")[:n])
