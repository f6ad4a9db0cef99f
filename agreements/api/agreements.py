"""An agreement as JSON, and what has to be fetched for each of its fields."""

from collections.abc import Collection
from typing import Any

from django.db.models import Prefetch
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from agreements.api.agreement_parts import (
    AreaOf,
    LinkOf,
    PartyOf,
    PersonOf,
    ScalarEvidence,
    SourceOf,
    StepOf,
)
from agreements.api.representations import (
    ApiURL,
    PageURL,
    Sparse,
    Stated,
    citations,
    shown_organisation,
)
from agreements.models import Agreement, AgreementArea, AgreementLink, Participation, Party
from agreements.models.agreements import AgreementQuerySet
from agreements.models.fields import choices
from agreements.vocabulary.kinds import AgreementKind, Lifecycle, PersonRole


class AgreementFacts(Sparse):
    """A published agreement: facts, parties, people, areas and sources, with their evidence."""

    key = serializers.CharField(help_text="Stable identifier")
    slug = serializers.SlugField(allow_unicode=True, help_text="Its name in addresses")
    page_url = PageURL()
    api_url = ApiURL()
    title = serializers.CharField()
    kind = serializers.ChoiceField(choices(AgreementKind))
    status = serializers.ChoiceField(
        choices(Lifecycle),
        source="lifecycle",
        help_text="How far it is known to have come: an announcement is not a contract",
    )
    summary = Stated()
    signed_on = Stated(help_text="EDTF level 0: 2018, 2018-10 or 2018-10-22")
    effective_from = Stated(help_text="EDTF level 0")
    expires_on = Stated(help_text="EDTF level 0")
    announced_on = Stated(help_text="The date of its earliest source, EDTF level 0")
    place = Stated()
    institutions = PartyOf(many=True)
    partners = PartyOf(many=True)
    signatories = PersonOf(many=True)
    people = PersonOf(many=True, help_text="Everybody else")
    areas = AreaOf(many=True, source="agreement_areas")
    lifecycle = StepOf(many=True, source="lifecycle_events")
    links = LinkOf(many=True, source="shown_links", help_text="Agreements that it refers to")
    sources = serializers.SerializerMethodField()
    evidence = ScalarEvidence()

    @extend_schema_field(SourceOf(many=True))
    def get_sources(self, row: Agreement) -> list[dict[str, Any]]:
        """The documents that its citations name, in the order in which they came."""
        sources = {citation.source_id: citation.source for citation in row.citations.all()}
        one = SourceOf(context=self.context)
        return [one.to_representation(source) for source in sources.values()]


def with_parts(rows: AgreementQuerySet, only: Collection[str] | None) -> AgreementQuerySet:
    """Fetch what these fields show, None for all, in as many queries however many the rows."""
    parts = _parts()
    wanted = {name for name in parts if only is None or name in only}
    fetched = [part for name in wanted if (part := parts[name])]
    if wanted.intersection(_EVIDENT):
        fetched.append(Prefetch("citations", citations()))
    return rows.defer("search_text", "search_vector").prefetch_related(*fetched)


_EVIDENT = {
    "institutions", "partners", "signatories", "people", "areas", "lifecycle", "sources", "evidence"
}  # fmt: skip


def _parts() -> "dict[str, Prefetch[Any] | str | None]":
    """What is to be fetched for a field; the citations apart, since several need them."""
    parties = Party.objects.select_related("organisation")
    people = Participation.objects.select_related("person").prefetch_related(
        shown_organisation("organisation")
    )
    signed = {"role": PersonRole.SIGNATORY}
    links = AgreementLink.objects.filter(to_agreement__in=Agreement.objects.published())
    areas = AgreementArea.objects.select_related("area")
    return {
        "institutions": Prefetch(
            "parties", parties.filter(organisation__role="institution"), to_attr="institutions"
        ),
        "partners": Prefetch(
            "parties", parties.filter(organisation__role="partner"), to_attr="partners"
        ),
        "signatories": Prefetch("participations", people.filter(**signed), to_attr="signatories"),
        "people": Prefetch("participations", people.exclude(**signed), to_attr="people"),
        "areas": Prefetch("agreement_areas", areas),
        "lifecycle": "lifecycle_events",
        "links": Prefetch(
            "links_out", links.select_related("to_agreement").order_by("pk"), to_attr="shown_links"
        ),
        "sources": None,
        "evidence": None,
    }
