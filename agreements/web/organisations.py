"""The page of an institution or a partner."""

from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from agreements.browse import charts
from agreements.browse.filters import AgreementFilterSet
from agreements.browse.listing import Listing
from agreements.models import EditorialStatus, Organisation, Person
from agreements.vocabulary.areas import Axis
from agreements.web import structured_data
from agreements.web.page import page, rows_of

LEADING = 8
PEOPLE = 24


@require_safe
def organisation_detail(request: HttpRequest, slug: str, role: str) -> HttpResponse:
    """One organisation that is party to a published agreement.

    One that was merged, or that is asked for in its other role, redirects to its right address.
    """
    row = get_object_or_404(Organisation, slug=slug).surviving()
    within = [(row.role, row.slug)]
    filterset = AgreementFilterSet(MultiValueDict({row.role: [row.slug]}))
    if not Listing(filterset).count():
        raise Http404("No published agreement names it.")
    if row.slug != slug or row.role != role:
        return HttpResponsePermanentRedirect(row.get_absolute_url())
    tally, tree = filterset.tally(), filterset.area_tree
    near = Q(parent=row) | Q(pk=row.parent_id)
    relatives = list(Organisation.objects.published().filter(near))
    plural = "Institutions" if role == "institution" else "Partners"
    context = page(
        request,
        row.name,
        description=f"Agreements of {row.name} with their sources: partners, areas, people.",
        above=[(plural, reverse(f"{role}_list"))],
        path=row.get_absolute_url(),
        data=structured_data.organisation(row),
    )
    context |= {
        "organisation": row,
        "query": urlencode(within),
        "parent": next((one for one in relatives if one.pk == row.parent_id), None),
        "children": [one for one in relatives if one.parent_id == row.pk],
        "by_year": charts.by_year(tally, within),
        "partners": _others(charts.top_partners(tally, LEADING + 1, within), row),
        "institutions": _others(charts.top_institutions(tally, LEADING + 1, within), row),
        "activities": charts.top_areas(tally, tree, Axis.ACTIVITY, LEADING, within),
        "fields": charts.top_areas(tally, tree, Axis.FIELD, LEADING, within),
        "people": _people(row),
        "rows": rows_of(request, Listing(filterset)),
    }
    return render(request, "agreements/organisation_detail.html", context)


def _others(bars: list[charts.Bar], row: Organisation) -> list[charts.Bar]:
    """Leave out the organisation itself."""
    return [bar for bar in bars if bar.label != row.name][:LEADING]


def _people(row: Organisation) -> QuerySet[Person]:
    """Those who stood for it at most agreements."""
    for_it = Q(
        participations__organisation=row,
        participations__agreement__editorial_status=EditorialStatus.PUBLISHED,
    )
    number = Count("participations__agreement", filter=for_it, distinct=True)
    people = Person.objects.filter(for_it).annotate(agreement_count=number)
    return people.order_by("-agreement_count", "name")[:PEOPLE]
