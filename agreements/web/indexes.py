"""Plain alphabetical lists of institutions, partners, people and sources, with a search box."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agreements.browse.indexes import INDEXES, NameForm, NameList
from agreements.web.page import page, rows_of

KNOWN = {"q", "page"}
INDEX_ROWS = 60


@dataclass(frozen=True, slots=True)
class Wording:
    """What one of the lists says, and how it shows a row."""

    title: str
    description: str
    placeholder: str
    row_template: str


WORDINGS = {
    "institution": Wording(
        "Institutions",
        "Universities, colleges, schools, research institutes and hospitals that are party to "
        "a published agreement.",
        "Zhejiang, 浙江大学, …",
        "agreements/_organisation_row.html",
    ),
    "partner": Wording(
        "Partners",
        "Companies, government bodies, associations and foundations that are party to a "
        "published agreement.",
        "Huawei, 华为, …",
        "agreements/_organisation_row.html",
    ),
    "person": Wording(
        "People",
        "Everybody whom a source names in connection with a published agreement.",
        "Part of a name",
        "agreements/_person_row.html",
    ),
    "source": Wording(
        "Sources",
        "The documents that support what the catalogue says, the latest first.",
        "Title, publisher or address",
        "agreements/_source_row.html",
    ),
}


@require_safe
def index(request: HttpRequest, kind: str) -> HttpResponse:
    """One of the lists; a parameter that is unknown or malformed shows nothing, with 400."""
    about, wording = INDEXES[kind], WORDINGS[kind]
    form = NameForm(request.GET)
    unknown = sorted(set(request.GET) - KNOWN)
    sound = form.is_valid() and not unknown
    rows = NameList(about, form.cleaned_data["q"]) if sound else about.rows().none()
    context = page(request, wording.title, description=wording.description)
    context |= {
        "index": wording,
        "form": form,
        "unknown": unknown,
        "rows": rows_of(request, rows, INDEX_ROWS),
    }
    template = "agreements/index.html"
    return render(request, template, context, status=200 if sound else 400)
