"""The page of one agreement."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from agreements.browse.quotations import Evidence, Quotation
from agreements.browse.related import related
from agreements.browse.together import Together
from agreements.models import (
    Agreement,
    AgreementArea,
    CooperationArea,
    Participation,
    Party,
    Slot,
)
from agreements.models.addresses import address
from agreements.vocabulary.areas import Axis
from agreements.vocabulary.kinds import Lifecycle, PersonRole, Relation
from agreements.web import structured_data
from agreements.web.facts import facts
from agreements.web.history import history
from agreements.web.page import page

RELATED = 5
_PASSIVE = {
    Relation.RENEWS: "Renewed by",
    Relation.AMENDS: "Amended by",
    Relation.IMPLEMENTS: "Implemented by",
}
WHOLE = Together(
    Agreement,
    "citations__source",
    "parties__organisation__aliases",
    "participations__person",
    "participations__organisation",
    "agreement_areas__area",
    "lifecycle_events",
    "links_out",
    "links_in",
    deferred=("search_text", "normalised", "distinctive", "keywords", "set_aside"),
)
"""What the page shows of an agreement, but for the agreements beside it and its history."""


class Cited(NamedTuple):
    """A party, person, phrase or step with the quotations that support it."""

    item: Any
    quotations: list[Quotation]


class Term(NamedTuple):
    """A term of the vocabulary, None for phrases without one, and the phrases that led to it."""

    area: CooperationArea | None
    phrases: list[Cited]


@require_safe
def agreement_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One published agreement: facts with their evidence, parties, people, areas, history."""
    row = next(iter(WHOLE.read(Agreement.objects.published().filter(slug=slug)).values()), None)
    if row is None:
        raise Http404("No published agreement has this address.")
    evidence = Evidence(row.citations.all())
    context = page(
        request,
        row.title,
        description=row.summary or _in_a_sentence(row),
        above=[("Agreements", address("agreement_list"))],
        path=row.get_absolute_url(),
        data=structured_data.agreement(row),
    )
    return render(
        request,
        "agreements/agreement_detail.html",
        context
        | _parties(row.parties.all(), evidence)
        | _people(row.participations.all(), evidence)
        | {
            "agreement": row,
            "later_stages": (Lifecycle.IN_FORCE, Lifecycle.EXPIRED, Lifecycle.TERMINATED),
            "facts": facts(row, evidence),
            "areas": _areas(row.agreement_areas.all(), evidence),
            "steps": [
                Cited(step, evidence.of(Slot.LIFECYCLE, step.pk))
                for step in row.lifecycle_events.all()
            ],
            "sources": evidence.sources,
            "links": _links(row),
            "related": related(row, RELATED),
            "history": history(row),
            "citation": _how_to_cite(row, context["canonical"]),
        },
    )


def _parties(parties: Iterable[Party], evidence: Evidence) -> dict[str, list[Cited]]:
    cited = [Cited(party, evidence.of(Slot.PARTY, party.pk)) for party in parties]
    return {
        "institutions": [one for one in cited if one.item.organisation.role == "institution"],
        "partners": [one for one in cited if one.item.organisation.role == "partner"],
    }


def _people(participations: Iterable[Participation], evidence: Evidence) -> dict[str, list[Cited]]:
    cited = [Cited(one, evidence.of(Slot.PARTICIPATION, one.pk)) for one in participations]
    return {
        "signatories": [one for one in cited if one.item.role == PersonRole.SIGNATORY],
        "others": [one for one in cited if one.item.role != PersonRole.SIGNATORY],
    }


def _areas(named: Iterable[AgreementArea], evidence: Evidence) -> dict[str, list[Term]]:
    """The terms of each axis, and under "unmapped" the phrases that no term covers."""
    terms: dict[str, dict[int | None, Term]] = {Axis.ACTIVITY: {}, Axis.FIELD: {}, "unmapped": {}}
    for row in named:
        axis = row.area.axis if row.area else "unmapped"
        term = terms[axis].setdefault(row.area_id, Term(row.area, []))
        term.phrases.append(Cited(row, evidence.of(Slot.AREA, row.pk)))
    return {axis: list(found.values()) for axis, found in terms.items() if found}


def _links(row: Agreement) -> list[tuple[str, Agreement]]:
    """The agreements that this one refers to, and those that refer to it; published ones only."""
    out = [(link.get_relation_display(), link.to_agreement_id) for link in row.links_out.all()]
    into = [
        (_PASSIVE[Relation(link.relation)], link.from_agreement_id) for link in row.links_in.all()
    ]
    titles = Agreement.objects.published().only("slug", "title")
    shown = titles.in_bulk([key for _, key in out + into]) if out or into else {}
    return [(relation, shown[key]) for relation, key in out + into if key in shown]


def _in_a_sentence(row: Agreement) -> str:
    names = ", ".join(party.organisation.name for party in row.parties.all())
    return f"{row.get_kind_display()} between {names}."


def _how_to_cite(row: Agreement, address: str) -> str:
    """Plain text in the order author, title, place of publication, address, day of access."""
    today = timezone.now()
    return (
        f"“{row.title}”. In: {settings.SITE_NAME}. {address} (accessed {today.day} {today:%B %Y})."
    )
