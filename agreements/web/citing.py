"""An agreement as a reference: BibTeX, RIS and CSL-JSON for programs that manage literature."""

import json
import re
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from agreements.models import Agreement

Reference = dict[str, Any]
"""An item of CSL-JSON: https://docs.citationstyles.org/en/stable/specification.html"""

_BIBTEX = {char: f"\\{char}" for char in "&%$#_{}"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


@require_safe
def cite(request: HttpRequest, slug: str, suffix: str) -> HttpResponse:
    """One published agreement as a reference in the format of this suffix."""
    shown = Agreement.objects.published().prefetch_related("parties__organisation")
    row = get_object_or_404(shown, slug=slug)
    address = request.build_absolute_uri(row.get_absolute_url())
    media_type, written = FORMATS[suffix]
    name = content_disposition_header(True, f"{row.slug}.{suffix}")
    text = written(reference(row, address))
    return HttpResponse(text, media_type, headers={"Content-Disposition": name or ""})


def reference(row: Agreement, address: str) -> Reference:
    """The entry of the catalogue, by its parties, of the day of signing as far as it is known."""
    today = timezone.now()
    item: Reference = {
        "id": row.slug,
        "type": "entry",
        "title": _line(row.title),
        "author": [{"literal": _line(party.organisation.name)} for party in row.parties.all()],
        "container-title": settings.SITE_NAME,
        "genre": row.get_kind_display(),
        "URL": address,
        "accessed": {"date-parts": [[today.year, today.month, today.day]]},
    }
    if day := row.signed_on or row.announced_on:
        item["issued"] = {"date-parts": [[int(part) for part in day.split("-")]]}
    return item


def csl_json(item: Reference) -> str:
    """A list of one item."""
    return json.dumps([item], ensure_ascii=False, indent=2) + "\n"


def bibtex(item: Reference) -> str:
    """An entry for BibTeX and biblatex; names stand in braces, since they are organisations'."""
    fields = {
        "author": " and ".join(f"{{{_escaped(one['literal'])}}}" for one in item["author"]),
        "title": f"{{{_escaped(item['title'])}}}",
        "howpublished": _escaped(item["container-title"]),
        "note": _escaped(item["genre"]),
        "date": _joined(item.get("issued"), "-"),
        "year": _joined(item.get("issued"), "-")[:4],
        "url": item["URL"],
        "urldate": _joined(item["accessed"], "-"),
    }
    key = re.sub(r"[^a-z0-9]+", "-", item["id"]).strip("-") or "agreement"
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{key},", *lines, "}"]) + "\n"


def ris(item: Reference) -> str:
    """Tags of RIS; commas leave the names, where they would part a surname from a given name."""
    tags = [("TY", "ELEC"), ("ID", item["id"]), ("TI", item["title"])]
    tags += [("AU", one["literal"].replace(",", "")) for one in item["author"]]
    tags += [("T2", item["container-title"]), ("M3", item["genre"])]
    if issued := _joined(item.get("issued"), "/"):
        tags += [("PY", issued[:4]), ("DA", issued + "/" * (3 - issued.count("/")))]
    tags += [("UR", item["URL"]), ("Y2", _joined(item["accessed"], "/") + "/"), ("ER", "")]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in tags)


FORMATS: dict[str, tuple[str, Callable[[Reference], str]]] = {
    "bib": ("application/x-bibtex; charset=utf-8", bibtex),
    "ris": ("application/x-research-info-systems; charset=utf-8", ris),
    "json": ("application/vnd.citationstyles.csl+json", csl_json),
}
"""By the suffix of the file."""


def _line(text: str) -> str:
    return " ".join(text.split())


def _escaped(text: str) -> str:
    return "".join(_BIBTEX.get(char, char) for char in text)


def _joined(date: dict[str, Any] | None, between: str) -> str:
    """As much of a date as is known."""
    [parts] = date["date-parts"] if date else [[]]
    return between.join(
        f"{part:02}" if number else f"{part:04}" for number, part in enumerate(parts)
    )
