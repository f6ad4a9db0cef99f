"""The vocabulary of areas of cooperation, and the page of one area."""

from dataclasses import dataclass, replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from agreements.browse import charts
from agreements.browse.areas import AreaTree
from agreements.browse.filters import AgreementFilterSet
from agreements.browse.indexes import NameForm
from agreements.browse.listing import Listing
from agreements.models import CooperationArea
from agreements.models.addresses import address
from agreements.vocabulary.areas import Axis
from agreements.web import structured_data
from agreements.web.page import page, rows_of

LEADING = 8


@dataclass(frozen=True, slots=True)
class Branch:
    """An area, how many agreements name it or a narrower one, and the narrower ones."""

    area: CooperationArea
    count: int
    narrower: "list[Branch]"

    def matching(self, words: str) -> "Branch | None":
        """The branch cut down to areas that match, and what lies above them."""
        area = self.area
        if any(words in name.casefold() for name in (area.label_en, area.label_zh, *area.keywords)):
            return self
        narrower = [kept for branch in self.narrower if (kept := branch.matching(words))]
        return replace(self, narrower=narrower) if narrower else None


@require_safe
def area_list(request: HttpRequest) -> HttpResponse:
    """The vocabulary in its two axes, with the number of agreements of each area."""
    form = NameForm(request.GET)
    unknown = sorted(set(request.GET) - {"q"})
    sound = form.is_valid() and not unknown
    words = form.cleaned_data["q"].casefold() if sound else ""
    everything = AgreementFilterSet()
    tree = everything.area_tree
    roots = _branches(tree, None, everything.tally().areas()) if sound else []
    kept = [branch for root in roots if (branch := root.matching(words))]
    context = page(
        request,
        "Areas",
        description="What organisations cooperate on, and how: a vocabulary in two axes.",
    )
    context |= {
        "form": form,
        "unknown": unknown,
        "activities": [branch for branch in kept if branch.area.axis == Axis.ACTIVITY],
        "fields": [branch for branch in kept if branch.area.axis == Axis.FIELD],
    }
    return render(request, "agreements/area_list.html", context, status=200 if sound else 400)


@require_safe
def area_detail(request: HttpRequest, code: str) -> HttpResponse:
    """One term: broader and narrower terms, and the agreements that name it or a narrower one."""
    everything = AgreementFilterSet()
    tree = everything.area_tree
    area = tree.coded(code)
    if area is None:
        raise Http404("The list of areas has no such code.")
    filterset = AgreementFilterSet.naming(area, everything.catalogue)
    within, tally = [("area", code)], filterset.tally()
    broader = [tree.areas[key] for key in reversed(tree.lineage(area.pk)[1:])]
    context = page(
        request,
        area.label_en,
        description=f"Agreements on {area.label_en}, with their sources.",
        above=[
            ("Areas", address("area_list")),
            *((str(term), term.get_absolute_url()) for term in broader),
        ],
        path=area.get_absolute_url(),
        data=structured_data.area(area),
    )
    context |= {
        "area": area,
        "query": urlencode(within),
        "broader": broader,
        "narrower": _branches(tree, area.pk, tally.areas(tree.with_narrower([area.pk]))),
        "by_year": charts.by_year(tally, within),
        "partners": charts.top_partners(tally, LEADING, within),
        "institutions": charts.top_institutions(tally, LEADING, within),
        "rows": rows_of(request, Listing(filterset)),
    }
    return render(request, "agreements/area_detail.html", context)


def _branches(tree: AreaTree, parent: int | None, counts: dict[int, int]) -> list[Branch]:
    """The areas directly below `parent` with all that lies below them."""
    below = [area for area in tree.areas.values() if area.parent_id == parent]
    return [
        Branch(area, counts.get(area.pk, 0), _branches(tree, area.pk, counts))
        for area in sorted(below, key=lambda area: area.label_en)
    ]
