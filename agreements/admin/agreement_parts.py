"""What an agreement is made of, as rows on its page and as lists of their own."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from agreements.admin.base import CatalogueAdmin, PartInline
from agreements.admin.lists import MOST, first_found, in_any
from agreements.browse.search import matching
from agreements.models import (
    Agreement,
    AgreementArea,
    AgreementLink,
    Citation,
    LifecycleEvent,
    Participation,
    Party,
)


class PartyInline(PartInline):
    """Who agreed."""

    model = Party
    fields = ("organisation", "unit", "stated_name")
    autocomplete_fields = ("organisation",)
    related = ("organisation",)


class ParticipationInline(PartInline):
    """Who signed, spoke, witnessed."""

    model = Participation
    fields = ("person", "role", "position", "organisation", "on_behalf_of")
    autocomplete_fields = ("person", "organisation")
    related = ("person", "organisation")
    verbose_name_plural = "people"


class AgreementAreaInline(PartInline):
    """What they cooperate on."""

    model = AgreementArea
    fields = ("phrase", "area")
    autocomplete_fields = ("area",)
    related = ("area",)
    verbose_name_plural = "areas"


class LifecycleEventInline(PartInline):
    """How far the agreement has come, step by step."""

    model = LifecycleEvent
    fields = ("status", "on")


class AgreementLinkInline(PartInline):
    """Earlier agreements that this one renews, amends or implements."""

    model = AgreementLink
    classes = ("collapse",)
    fk_name = "from_agreement"
    fields = ("relation", "to_agreement")
    autocomplete_fields = ("to_agreement",)
    related = ("to_agreement",)
    verbose_name_plural = "refers to"


class PartAdmin(CatalogueAdmin):
    """A list across agreements; a part is added, moved and removed on its agreement's page."""

    ordering = ("-pk",)
    search_fields: tuple[str, ...] = ("agreement",)  # type: ignore[misc]
    search_help_text = f"Words of the agreement; of more than {MOST:,}, those of the first count"

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """The parts of agreements that the words find."""
        if not search_term.strip():
            return queryset, False
        keys = first_found(matching(Agreement.objects.all(), search_term))
        parts = [self.model.objects.filter(**{f"{n}__in": keys}) for n in self.search_fields]
        return in_any(queryset, *parts), False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """A part stays with its agreement."""
        return ("agreement",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Parts are added on the agreement's page."""
        return False


@admin.register(Party)
class PartyAdmin(PartAdmin):
    """All parties, by the name that the sources give."""

    agreements = "parties"
    list_display = ("__str__", "stated_name", "agreement")
    list_filter = ("organisation__type", "agreement__editorial_status")
    list_select_related = ("agreement", "organisation")
    autocomplete_fields = ("organisation",)


@admin.register(Participation)
class ParticipationAdmin(PartAdmin):
    """All signatures and appearances."""

    agreements = "participations"
    list_display = ("person", "role", "position", "organisation", "agreement")
    list_filter = ("role", "agreement__editorial_status")
    list_select_related = ("agreement", "organisation", "person")
    autocomplete_fields = ("person", "organisation")


@admin.register(AgreementArea)
class AgreementAreaAdmin(PartAdmin):
    """All phrases; those without a term wait for one."""

    agreements = "agreement_areas"
    list_display = ("phrase", "area", "agreement")
    list_filter = (
        ("area", admin.EmptyFieldListFilter),
        "area__axis",
        "agreement__editorial_status",
    )
    list_select_related = ("agreement", "area")
    autocomplete_fields = ("area",)


@admin.register(LifecycleEvent)
class LifecycleEventAdmin(PartAdmin):
    """All steps of all agreements."""

    list_display = ("agreement", "status", "on")
    list_filter = ("status",)
    list_select_related = ("agreement",)


@admin.register(AgreementLink)
class AgreementLinkAdmin(PartAdmin):
    """All references from one agreement to another."""

    list_display = ("from_agreement", "relation", "to_agreement")
    list_filter = ("relation",)
    list_select_related = ("from_agreement", "to_agreement")
    search_fields = ("from_agreement", "to_agreement")  # type: ignore[misc]
    autocomplete_fields = ("to_agreement",)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """A reference stays with the agreement that makes it."""
        return ("from_agreement",)


@admin.register(Citation)
class CitationAdmin(PartAdmin):
    """All evidence, to look at; it is edited beside its source, on the agreement's page."""

    list_display = ("agreement", "slot", "value", "source", "start", "end")
    list_filter = ("slot", "source__voice")
    list_select_related = ("agreement", "source")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Citation]:
        """Leave the texts of the sources where they are."""
        return super().get_queryset(request).defer("source__text")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Without the source beside it a span means nothing."""
        return False
