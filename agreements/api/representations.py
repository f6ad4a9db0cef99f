"""What all answers share: nothing known is null, fields that nobody asked for are left out."""

from collections.abc import Collection
from typing import Any

from django.db.models import F, Model, Prefetch, QuerySet
from django.db.models.functions import Substr
from django.urls import reverse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from agreements.models import Citation, Organisation


class Representation(serializers.Serializer[Any]):
    """A row as JSON. The database's "" is null; `only` names the fields that are wanted."""

    def __init__(self, *args: Any, only: Collection[str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if only is not None:
            for name in set(self.fields) - set(only):
                del self.fields[name]

    def to_representation(self, instance: Any) -> dict[str, Any]:
        """As ever, but with null for what is not known."""
        fields = self.fields
        return {
            name: None if value == "" and fields[name].allow_null else value
            for name, value in super().to_representation(instance).items()
        }


class Sparse(Representation):
    """A row of a list or a detail, of which `fields=` chooses; so OpenAPI requires none."""


def Stated(**options: Any) -> serializers.CharField:  # noqa: N802 - declares a field
    """A text that may be unknown."""
    return serializers.CharField(allow_null=True, **options)


@extend_schema_field(OpenApiTypes.URI)
class PageURL(serializers.Field):  # type: ignore[type-arg]
    """The address of the row's page, for people."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"source": "*", "help_text": "Its page, for people", **options})

    def to_representation(self, value: Model) -> str:
        """Absolute."""
        return self._absolute(value.get_absolute_url())  # type: ignore[attr-defined]

    def _absolute(self, path: str) -> str:
        address: str = self.context["request"].build_absolute_uri(path)
        return address


class ApiURL(PageURL):
    """The address of the row in the API: that of its page, below the API's root."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"help_text": "Its address here, for programs", **options})

    def to_representation(self, value: Model) -> str:
        """Absolute."""
        return self._absolute(api_path(value))


def api_path(row: Model) -> str:
    """Where a row stands in the API."""
    page: str = row.get_absolute_url()  # type: ignore[attr-defined]
    return reverse("api:root") + page.removeprefix(reverse("home"))


class Evidence(Representation):
    """Where a source says so: `quotation` is `text[start:end]` of the source, in code points."""

    source = serializers.SlugField(  # type: ignore[assignment]
        source="source.slug", allow_unicode=True
    )
    source_url = Stated(source="source.url", help_text="Where the document was published")
    value = Stated(help_text="The fact as this source states it, where that was kept")
    quotation = Stated(help_text="null where the source supports the fact as a whole")
    start = serializers.IntegerField(allow_null=True)
    end = serializers.IntegerField(allow_null=True, help_text="Exclusive")
    confidence = serializers.FloatField(
        allow_null=True, help_text="How likely extraction read it rightly, where measured"
    )


def citations() -> QuerySet[Citation]:
    """Citations with the characters that they quote, cut out by the database."""
    quoted = Substr("source__text", F("start") + 1, F("end") - F("start"))
    rows = Citation.objects.select_related("source").defer("source__text", "source__set_aside")
    return rows.annotate(quotation=quoted).order_by("pk")


def shown_organisation(name: str) -> "Prefetch[Any]":
    """A reference to an organisation, none to one that readers do not see."""
    return Prefetch(name, Organisation.objects.published())


class Reference(Representation):
    """An organisation in short."""

    slug = serializers.SlugField(allow_unicode=True)
    name = serializers.CharField()
    page_url = PageURL()
    api_url = ApiURL()
