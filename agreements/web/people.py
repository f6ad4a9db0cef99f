"""The page of a person."""

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from agreements.browse.quotations import quotation
from agreements.models import EditorialStatus, Person, Source
from agreements.models.addresses import address
from agreements.web import structured_data
from agreements.web.page import page, rows_of


@require_safe
def person_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Somebody whom a published agreement names, with what they did each time."""
    row = get_object_or_404(Person.objects.published().select_related("organisation"), slug=slug)
    participations = (
        row.participations.filter(agreement__editorial_status=EditorialStatus.PUBLISHED)
        .select_related("agreement", "organisation")
        .defer("agreement__search_text", "agreement__search_vector", "agreement__summary")
        .prefetch_related(Prefetch("citations__source", Source.objects.defer("set_aside")))
        .order_by("-agreement__sort_date", "-agreement_id", "id")
    )
    rows = rows_of(request, participations)
    context = page(
        request,
        row.name,
        description=f"Agreements whose sources name {row.name}.",
        above=[("People", address("person_list"))],
        path=row.get_absolute_url(),
        data=structured_data.person(row),
    )
    context |= {
        "person": row,
        "rows": rows,
        "cited": [
            (part, [quotation(citation) for citation in part.citations.all()]) for part in rows
        ],
    }
    return render(request, "agreements/person_detail.html", context)
