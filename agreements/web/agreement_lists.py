"""The list of agreements with its facets."""

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agreements.browse.facets import LABELS, Facet, facet
from agreements.browse.filters import NEWEST, RELEVANCE, SORTS, AgreementFilterSet
from agreements.browse.listing import Listing
from agreements.browse.querystrings import Choice, encoded, replaced
from agreements.browse.search import snippets
from agreements.models.addresses import address
from agreements.web.page import page, rows_of

VALUES = 8
"""How many values a facet shows at first."""

MANY_VALUES = 200
"""How many it shows where a reader asks for all, or searches in it."""

_FIND, _WHOLE = "find_", "all"
"""Parameters of this page alone: `find_partner=hua`, `all=partner`."""

_TYPED = ("q", "year_min", "year_max")
"""Filters that readers type in; the others they choose by links."""


class Sort(NamedTuple):
    """An order of the list, the query string that asks for it, and whether it is in use."""

    label: str
    query: str
    current: bool


@require_safe
def agreement_list(request: HttpRequest) -> HttpResponse:
    """Agreements that pass the filters of the query string.

    `find_partner=hua` shows, in the facet of partners, those whose name holds "hua", and
    `all=partner` more than the first of them. A parameter that is unknown or makes no sense
    is answered with 400 and no rows.
    """
    asked, needles, whole = _apart(request.GET)
    filterset = AgreementFilterSet(asked)
    sound = filterset.is_sound()
    rows = rows_of(request, Listing(filterset))
    given = filterset.choices()
    title = filterset.sentence() if sound else "The catalogue cannot follow this question"
    context = page(request, title, path=_address(given))
    context |= {
        "filterset": filterset,
        "sound": sound,
        "unknown": [(name, filterset.nearest(name)) for name in filterset.unknown_parameters()],
        "result": _in_number(rows.paginator.count, title) if sound else title,
        "facets": _facets(filterset, needles, whole) if sound else [],
        "unfolded": bool(needles or whole),
        "chips": filterset.chips() if sound else [],
        "sorts": _sorts(filterset) if sound else [],
        "rows": rows,
        "snippets": snippets([row.pk for row in rows], asked.get("q") or "") if sound else {},
        "given": given,
        "kept": [choice for choice in given if choice[0] not in _TYPED],
        "query": encoded(given),
    }
    template = "agreements/agreement_list.html"
    return render(request, template, context, status=200 if sound else 400)


def _apart(parameters: QueryDict) -> tuple[QueryDict, dict[str, str], set[str]]:
    """The filters; what readers look for within facets; and the facets to be shown whole."""
    filters = parameters.copy()
    whole = set(filters.pop(_WHOLE, []))
    needles = {}
    for name in parameters:
        facet_name = name.removeprefix(_FIND)
        if facet_name != name and facet_name in LABELS:
            needles[facet_name] = str(filters.pop(name)[-1]).replace("\0", "")
    return filters, needles, whole


def _facets(filterset: AgreementFilterSet, needles: dict[str, str], whole: set[str]) -> list[Facet]:
    found = [
        facet(
            filterset,
            name,
            needles.get(name, ""),
            MANY_VALUES if name in whole or needles.get(name) else VALUES,
        )
        for name in LABELS
    ]
    return [each for each in found if each.values or each.needle]


def _sorts(filterset: AgreementFilterSet) -> list[Sort]:
    """The orders that make sense, with the one in use."""
    chosen = filterset.chosen_without("")
    searching = bool(chosen.get("q"))
    used = chosen.get("sort") or (RELEVANCE if searching else NEWEST)
    return [
        Sort(label, replaced(filterset.choices(), sort=name), name == used)
        for name, label in sorted(SORTS.items(), key=lambda sort: sort[0] != RELEVANCE)
        if searching or name != RELEVANCE
    ]


def _in_number(count: int, sentence: str) -> str:
    """ "12 agreements with Huawei" of "Agreements with Huawei"."""
    number = f"{count:,}" if count else "No"
    noun = "agreement" if count == 1 else "agreements"
    return f"{number} {noun}{sentence.removeprefix('Agreements')}"


def _address(given: list[Choice]) -> str:
    """The one address of this selection, whatever the order in which it was made."""
    query = encoded(sorted(given))
    return address("agreement_list") + (f"?{query}" if query else "")
