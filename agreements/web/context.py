"""What every page's template knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from agreements.models.addresses import address

_SECTIONS = {
    "agreement_list": "Agreements",
    "institution_list": "Institutions",
    "partner_list": "Partners",
    "person_list": "People",
    "area_list": "Areas",
    "source_list": "Sources",
}


def site(request: HttpRequest) -> dict[str, Any]:
    """The site's name, and its sections with the one that is open."""
    sections = []
    for name, label in _SECTIONS.items():
        path = address(name)
        inside = "true" if request.path.startswith(path) else ""
        current = "page" if request.path == path else inside
        sections.append({"label": label, "path": path, "current": current})
    return {"site_name": settings.SITE_NAME, "sections": sections}
