"""Downloads: exactly the agreements that a list shows, whatever their number."""

from collections.abc import Iterable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from agreements.browse.filters import AgreementFilterSet
from agreements.browse.formats import FORMATS
from agreements.browse.querystrings import encoded


@require_safe
def export(request: HttpRequest, suffix: str) -> HttpResponseBase:
    """The agreements that pass the filters as a file, streamed; 400 where a filter is wrong."""
    filterset = AgreementFilterSet(request.GET)
    if not filterset.is_sound():
        return complaint(filterset)
    agreements = filterset.ordered()
    if complaint_of_format := FORMATS[suffix].complaint(agreements):
        return _refused([complaint_of_format])
    today, chosen = f"{timezone.now():%Y-%m-%d}", FORMATS[suffix]
    address = f"{reverse('agreement_list')}?{encoded(filterset.choices())}".rstrip("?")
    shown = request.build_absolute_uri(address)
    about = [settings.SITE_NAME, filterset.sentence(), f"Exported {today} from", shown]
    pieces: Iterable[bytes] = ()
    if request.method != "HEAD":
        pieces = chosen.pieces(agreements, about)
    name = content_disposition_header(True, f"agreements-{today}.{suffix}")
    headers = {"Content-Disposition": name or ""}
    return StreamingHttpResponse(pieces, content_type=chosen.media_type, headers=headers)


def complaint(filterset: AgreementFilterSet) -> HttpResponse:
    """What is wrong with the filters, a line each."""
    return _refused([*filterset.complaints(), f"The filters are {', '.join(filterset.filters)}."])


def _refused(lines: list[str]) -> HttpResponse:
    return HttpResponseBadRequest("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
