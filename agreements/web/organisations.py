"""The page of an institution or a partner."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from agreements.browse import charts
from agreements.browse.filters import AgreementFilterSet
from agreements.browse.listing import Listing
from agreements.browse.representatives import representatives
from agreements.browse.together import Together
from agreements.models import Organisation
from agreements.models.addresses import address
from agreements.vocabulary.areas import Axis
from agreements.web import structured_data
from agreements.web.page import page, rows_of

LEADING = 8
PEOPLE = 24


WHOLE = Together(Organisation, "aliases", "parent", "children", deferred=("distinctive",))
"""What the page shows of an organisation itself."""


@require_safe
def organisation_detail(request: HttpRequest, slug: str, role: str) -> HttpResponse:
    """One organisation that is party to a published agreement.

    One that was merged, or that is asked for in its other role, redirects to its right address.
    """
    found = WHOLE.read(Organisation.objects.filter(slug=slug, role=role, merged_into=None))
    row = next(iter(found.values()), None)
    if row is None:
        return _elsewhere(slug)
    filterset = AgreementFilterSet.naming(row)
    listing = Listing(filterset)
    if not listing.count():
        raise Http404("No published agreement names it.")
    within, tally, tree = [(role, slug)], filterset.tally(), filterset.area_tree
    plural = "Institutions" if role == "institution" else "Partners"
    context = page(
        request,
        row.name,
        description=f"Agreements of {row.name} with their sources: partners, areas, people.",
        above=[(plural, address(f"{role}_list"))],
        path=row.get_absolute_url(),
        data=structured_data.organisation(row),
    )
    context |= _relatives(row) | {
        "organisation": row,
        "query": urlencode(within),
        "by_year": charts.by_year(tally, within),
        "partners": _others(charts.top_partners(tally, LEADING + 1, within), row),
        "institutions": _others(charts.top_institutions(tally, LEADING + 1, within), row),
        "activities": charts.top_areas(tally, tree, Axis.ACTIVITY, LEADING, within),
        "fields": charts.top_areas(tally, tree, Axis.FIELD, LEADING, within),
        "people": representatives(row, PEOPLE, filterset.catalogue),
        "rows": rows_of(request, listing),
    }
    return render(request, "agreements/organisation_detail.html", context)


def _elsewhere(slug: str) -> HttpResponse:
    """The way to the right address; raises Http404 if no published agreement names it."""
    row = get_object_or_404(Organisation, slug=slug).surviving()
    if not Organisation.objects.published().filter(pk=row.pk).exists():
        raise Http404("No published agreement names it.")
    return HttpResponsePermanentRedirect(row.get_absolute_url())


def _relatives(row: Organisation) -> dict[str, Any]:
    """What it belongs to and what belongs to it, as far as published agreements name them."""
    near = [*row.children.all(), *filter(None, [row.parent])]
    kept = _published(near) if near else set()
    return {
        "parent": row.parent if row.parent_id in kept else None,
        "children": [one for one in row.children.all() if one.pk in kept],
    }


def _published(rows: list[Organisation]) -> set[int]:
    """The primary keys of those that published agreements name."""
    shown = Organisation.objects.published().filter(pk__in=[row.pk for row in rows])
    return set(shown.values_list("pk", flat=True))


def _others(bars: list[charts.Bar], row: Organisation) -> list[charts.Bar]:
    """Leave out the organisation itself."""
    return [bar for bar in bars if bar.label != row.name][:LEADING]
