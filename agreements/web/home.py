"""The home page: what the catalogue is, how much it holds, and ways in."""

from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agreements.browse import charts
from agreements.browse.filters import AgreementFilterSet
from agreements.browse.indexes import INDEXES, NameList
from agreements.browse.listing import Listing
from agreements.models.addresses import address
from agreements.vocabulary.areas import Axis
from agreements.web import structured_data
from agreements.web.page import page

LATEST = 6
LEADING = 8


class Held(NamedTuple):
    """A kind of thing that the catalogue holds, how many, and where to see them."""

    label: str
    number: int
    path: str


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Numbers, years, the latest agreements, and who is most active in what."""
    everything = AgreementFilterSet()
    tally, tree = everything.tally(), everything.area_tree
    search = request.build_absolute_uri(address("agreement_list"))
    context = page(
        request,
        settings.SITE_NAME,
        description="Who agreed what with whom, when, in which fields, who signed, and which "
        "sentence of which source says so.",
        data=structured_data.site(settings.SITE_NAME, search),
    )
    context["crumbs"] = []  # nothing lies above this page
    return render(
        request,
        "agreements/home.html",
        context
        | {
            "numbers": _numbers(everything),
            "by_year": charts.by_year(tally),
            "partners": charts.top_partners(tally, LEADING),
            "institutions": charts.top_institutions(tally, LEADING),
            "activities": charts.top_areas(tally, tree, Axis.ACTIVITY, LEADING),
            "fields": charts.top_areas(tally, tree, Axis.FIELD, LEADING),
            "latest": Listing(everything)[:LATEST],
        },
    )


def _numbers(everything: AgreementFilterSet) -> list[Held]:
    """How many of each kind of thing the catalogue holds, agreements first."""
    tally = everything.tally()
    counted = {
        "agreement_list": ("agreements", Listing(everything).count()),
        "institution_list": ("institutions", len(tally.organisations("institution"))),
        "partner_list": ("partners", len(tally.organisations("partner"))),
        "person_list": ("people", NameList(INDEXES["person"]).count()),
        "source_list": ("sources", NameList(INDEXES["source"]).count()),
    }
    return [Held(label, number, address(name)) for name, (label, number) in counted.items()]
