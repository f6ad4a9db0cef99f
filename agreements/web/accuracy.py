"""How a record comes to be, and how often extraction is right, field by field."""

import json
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agreements.web.page import page

FIGURES = settings.BASE_DIR / "docs" / "accuracy.json"
"""Written by `make score`."""

FIELDS = {
    "is_agreement": "An agreement is announced at all",
    "published": "Publication date",
    "kind": "Kind of agreement",
    "signed_on": "Signing date",
    "institutions": "Institutions",
    "partners": "Partners",
    "signatories": "Signatories",
    "signatory_position": "Position of signatories",
    "signatory_side": "Whom signatories sign for",
    "areas": "Areas, as phrases",
    "place": "Place",
    "people": "People named",
    "person_position": "Position of people",
    "ALL": "All fields together",
}


@require_safe
def accuracy(request: HttpRequest) -> HttpResponse:
    """The figures that `make score` wrote, with what they mean."""
    context = page(
        request,
        "Accuracy and method",
        description="How a record comes to be, and how often extraction from press releases is "
        "right, field by field.",
    )
    return render(request, "agreements/accuracy.html", context | {"figures": _figures()})


@cache
def _figures() -> dict[str, Any]:
    """The measured sets, their rows in reading order and words, shares in per cent."""
    measured = json.loads(FIGURES.read_text("utf-8"))
    for one in measured["sets"]:
        one["rows"] = [
            {
                "label": label,
                "precision": round(100 * one["slots"][slot]["precision"]),
                "recall": round(100 * one["slots"][slot]["recall"]),
                "f1": round(100 * one["slots"][slot]["f1"]),
                "values": one["slots"][slot]["gold"],
            }
            for slot, label in FIELDS.items()
            if slot in one["slots"]
        ]
    measured["confidence"] = [_reliability(one) for one in measured["confidence"]]
    return dict(measured)


def _reliability(one: dict[str, Any]) -> dict[str, Any]:
    """What confidences are worth, shares in per cent."""
    return {
        "name": one["name"],
        "documents": one["documents"],
        "documents_of": one["documents_of"],
        "slots": one["slots"],
        "half": _per_cent(one["half"]),
        "kept": [_per_cent(kept) for kept in one["kept"]],
        "bins": [
            _per_cent({name: found[name] for name in ("low", "high", "mean", "right")})
            | {"slots": found["slots"]}
            for found in one["bins"]
        ],
    }


def _per_cent(shares: dict[str, float]) -> dict[str, int]:
    return {name: round(100 * share) for name, share in shares.items()}
