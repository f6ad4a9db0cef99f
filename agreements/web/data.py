"""The page of open data, and the whole catalogue as a data package."""

from collections.abc import Iterable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from agreements.browse.datapackage import package_pieces
from agreements.browse.package_tables import TABLES
from agreements.models import Agreement
from agreements.web.page import page


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """What can be taken along, in which formats, and what the tables of the package hold."""
    context = page(
        request,
        "Data",
        description="The whole catalogue as a data package, and every list as a file.",
    )
    return render(request, "agreements/data.html", context | {"tables": TABLES})


@require_safe
def data_package(request: HttpRequest) -> StreamingHttpResponse:
    """All published agreements in the tables of a data package, streamed."""
    pieces: Iterable[bytes] = ()
    if request.method != "HEAD":
        pieces = package_pieces(Agreement.objects.all(), [settings.SITE_NAME])
    name = content_disposition_header(True, f"agreements-{timezone.now():%Y-%m-%d}.zip")
    headers = {"Content-Disposition": name or ""}
    return StreamingHttpResponse(pieces, content_type="application/zip", headers=headers)
