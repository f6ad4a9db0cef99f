"""Questions that readers could put to the list of agreements, made up from what is there."""

import random
from urllib.parse import urlencode

from agreements.models import Agreement


def questions(number: int, seed: int) -> list[str]:
    """Query strings of no to five filters, the same for the same catalogue and seed."""
    chance = random.Random(seed)
    keys = Agreement.objects.published().order_by().values_list("pk", flat=True)
    rows = Agreement.objects.filter(pk__in=chance.sample(list(keys), number)).order_by("pk")
    sample = list(rows.prefetch_related("parties__organisation", "agreement_areas__area"))
    return [_question(chance, row) for row in sample]


def _question(chance: random.Random, row: Agreement) -> str:
    """Filters that this agreement passes."""
    organisations = [party.organisation for party in row.parties.all()]
    titles = row.title.split()
    choices = {
        "partner": next((o.slug for o in organisations if o.role == "partner"), ""),
        "institution": next((o.slug for o in organisations if o.role == "institution"), ""),
        "area": chance.choice(list(row.agreement_areas.all())).area.code,  # type: ignore[union-attr]
        "kind": row.kind,
        "country": next((o.country for o in organisations if o.country), ""),
        "year_min": str((row.year or 2000) - chance.randrange(5)),
        "q": chance.choice(
            [titles[-1], titles[-3], titles[0], titles[0][:5], " ".join(titles[:2])]
        ),
    }
    names = chance.sample(sorted(choices), chance.randint(0, 5))
    return urlencode([(name, choices[name]) for name in names if choices[name]])
