"""Organisations, people, areas and sources as JSON, and what is said of each."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from agreements.api.agreement_parts import SourceOf
from agreements.api.representations import (
    ApiURL,
    Evidence,
    PageURL,
    Reference,
    Representation,
    Sparse,
    Stated,
)
from agreements.models import Citation, Participation, Slot
from agreements.models.fields import choices
from agreements.vocabulary.areas import Axis
from agreements.vocabulary.kinds import AliasKind, OrganisationType, PersonRole


class AliasFacts(Representation):
    """Another name of an organisation."""

    name = serializers.CharField()
    kind = serializers.ChoiceField(choices(AliasKind))
    language = Stated(help_text="BCP 47")


class OrganisationFacts(Sparse):
    """An institution or partner that is party to a published agreement."""

    slug = serializers.SlugField(allow_unicode=True, help_text="Its name in addresses")
    page_url = PageURL()
    api_url = ApiURL()
    name = serializers.CharField()
    type = serializers.ChoiceField(choices(OrganisationType))
    country = Stated(help_text="ISO 3166-1 alpha-2")
    website = Stated()
    ror = Stated()
    wikidata = Stated()
    lei = Stated()
    aliases = AliasFacts(many=True)
    parent = Reference(allow_null=True, help_text="The organisation that it belongs to")
    agreement_count = serializers.IntegerField(help_text="Its published agreements")


class PersonFacts(Sparse):
    """Somebody whom a published agreement names."""

    slug = serializers.SlugField(allow_unicode=True, help_text="Their name in addresses")
    page_url = PageURL()
    api_url = ApiURL()
    name = serializers.CharField()
    organisation = Reference(allow_null=True)
    agreement_count = serializers.IntegerField(help_text="Published agreements that name them")


class AreaFacts(Sparse):
    """A term of the vocabulary of cooperation."""

    code = serializers.SlugField()
    page_url = PageURL()
    api_url = ApiURL()
    axis = serializers.ChoiceField(
        choices(Axis), help_text="activity: how they cooperate; field: what about"
    )
    label_en = serializers.CharField()
    label_zh = Stated()
    broader = Stated(source="parent.code", help_text="The code of the next broader term")
    keywords = serializers.ListField(child=serializers.CharField())


class SourceFacts(Sparse, SourceOf):
    """A document that a published agreement cites."""

    agreement_count = serializers.IntegerField(help_text="Published agreements that cite it")


class SourceText(SourceFacts):
    """A document with its text as stored, of which evidence counts the characters."""

    text = Stated(help_text="null where only its address is known")


class AgreementReference(Representation):
    """An agreement in short."""

    key = serializers.CharField()
    slug = serializers.SlugField(allow_unicode=True)
    title = serializers.CharField()
    page_url = PageURL()
    api_url = ApiURL()


class CitationFacts(Sparse, Evidence):
    """A fact of an agreement that a source supports, and where it says so."""

    agreement = AgreementReference()
    slot = serializers.ChoiceField(Slot.choices)


class ParticipationFacts(Sparse):
    """What somebody did at the signing of one agreement."""

    agreement = AgreementReference()
    role = serializers.ChoiceField(choices(PersonRole))
    position = Stated(help_text="As stated that day")
    on_behalf_of = Stated(help_text="The organisation, as stated")
    organisation = Reference(allow_null=True)
    evidence = serializers.SerializerMethodField()

    @extend_schema_field(Evidence(many=True))
    def get_evidence(self, row: Participation) -> list[dict[str, object]]:
        """Where sources name them so."""
        one, cited = Evidence(), list[Citation](row.citations.all())
        return [one.to_representation(citation) for citation in cited]
