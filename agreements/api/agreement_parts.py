"""The parts of an agreement as JSON, each with the evidence for it.

Fields are named as in the record format (docs/record.schema.json) where they mean the same.
"""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from agreements.api.representations import (
    ApiURL,
    Evidence,
    PageURL,
    Reference,
    Representation,
    Stated,
)
from agreements.models import Agreement, Citation
from agreements.models.fields import choices
from agreements.vocabulary.areas import Axis
from agreements.vocabulary.kinds import (
    Lifecycle,
    OrganisationType,
    PersonRole,
    Relation,
    TextKind,
    Voice,
)


@extend_schema_field(Evidence(many=True))
class PartEvidence(serializers.Field):  # type: ignore[type-arg]
    """The evidence for one part of an agreement whose citations are fetched."""

    def __init__(self) -> None:
        super().__init__(source="*")
        self._evidence = Evidence()

    def to_representation(self, part: Any) -> list[dict[str, Any]]:
        """The citations that name this part."""
        column = type(part).citations.field.attname
        cited = [c for c in part.agreement.citations.all() if getattr(c, column) == part.pk]
        return [self._evidence.to_representation(citation) for citation in cited]


class ScalarEvidence(serializers.DictField):
    """The evidence for the facts of one value each, by their names; under `record`, for all."""

    child = Evidence(many=True)

    def get_attribute(self, instance: Agreement) -> dict[str, list[Citation]]:
        """The citations that name no part."""
        found: dict[str, list[Citation]] = {}
        for citation in instance.citations.all():
            if citation.slot not in ("party", "participation", "area", "lifecycle"):
                found.setdefault(citation.slot, []).append(citation)
        return found


class PartyOf(Representation):
    """A party: the organisation, and how the sources name it."""

    slug = serializers.SlugField(source="organisation.slug", allow_unicode=True)
    name = serializers.CharField(source="organisation.name")
    stated_as = Stated(source="stated_name", help_text="The name that the sources use")
    unit = Stated(help_text="The part that signs: a faculty, a branch")
    type = serializers.ChoiceField(choices(OrganisationType), source="organisation.type")
    country = Stated(source="organisation.country", help_text="ISO 3166-1 alpha-2")
    ror = Stated(source="organisation.ror")
    wikidata = Stated(source="organisation.wikidata")
    lei = Stated(source="organisation.lei")
    page_url = PageURL(source="organisation")
    api_url = ApiURL(source="organisation")
    evidence = PartEvidence()


class PersonOf(Representation):
    """Somebody named in connection with the signing."""

    slug = serializers.SlugField(source="person.slug", allow_unicode=True)
    name = serializers.CharField(source="person.name")
    position = Stated(help_text="As stated that day")
    on_behalf_of = Stated(help_text="The organisation, as stated")
    organisation = Reference(allow_null=True)
    role = serializers.ChoiceField(choices(PersonRole))
    evidence = PartEvidence()


class AreaOf(Representation):
    """What they cooperate on: the phrase as stated and the vocabulary's term for it, or none."""

    phrase = serializers.CharField()
    code = Stated(source="area.code")
    axis = serializers.ChoiceField(choices(Axis), source="area.axis", allow_null=True)
    label_en = Stated(source="area.label_en")
    label_zh = Stated(source="area.label_zh")
    evidence = PartEvidence()


class StepOf(Representation):
    """A step in the agreement's life that a source reports."""

    status = serializers.ChoiceField(choices(Lifecycle))
    on = Stated(help_text="EDTF level 0")
    evidence = PartEvidence()


class LinkOf(Representation):
    """A reference to another agreement of the catalogue."""

    relation = serializers.ChoiceField(choices(Relation))
    key = serializers.CharField(source="to_agreement.key")
    slug = serializers.SlugField(source="to_agreement.slug", allow_unicode=True)
    title = serializers.CharField(source="to_agreement.title")


class SourceOf(Representation):
    """A document that speaks of the agreement; its text stands at `api_url`."""

    slug = serializers.SlugField(allow_unicode=True)
    url = Stated(help_text="Where it was published")
    title = Stated()
    publisher = Stated()
    published_on = Stated(help_text="EDTF level 0")
    retrieved_on = Stated(help_text="EDTF level 0")
    language = Stated(help_text="BCP 47")
    voice = serializers.ChoiceField(choices(Voice))
    text_kind = serializers.ChoiceField(choices(TextKind))
    page_url = PageURL()
    api_url = ApiURL()
