"""People."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from agreements.admin.base import CatalogueAdmin, PartInline
from agreements.admin.lists import count_of, narrowed
from agreements.models import Participation, Person
from agreements.names import normalise_person


class AppearanceInline(PartInline):
    """Where a person signed or spoke; edited on the agreement's page."""

    model = Participation
    fields = readonly_fields = ("agreement", "role", "position", "organisation", "on_behalf_of")
    related = ("agreement", "organisation")
    can_delete = False
    max_num = 0
    show_change_link = True
    verbose_name_plural = "appearances"


@admin.register(Person)
class PersonAdmin(CatalogueAdmin):
    """Everybody whom announcements name."""

    agreements = "participations__person"
    history_parts = (Participation,)
    counts = {"appearance_count": (Participation.objects.all(), "person")}
    ordering = ("normalised", "pk")
    list_display = ("name", "organisation", "appearances")
    list_filter = ("organisation__type", "participations__role")
    list_select_related = ("organisation",)
    search_fields = ("normalised__contains", "organisation__normalised__contains")
    search_help_text = "Name, or name of the organisation"
    autocomplete_fields = ("organisation",)
    fields = ("name", "organisation", "slug")
    inlines = (AppearanceInline,)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Person], search_term: str
    ) -> tuple[QuerySet[Person], bool]:
        """Compare names in their one normal form, which an index holds."""
        term = normalise_person(search_term) or search_term.strip()
        found, repeated = super().get_search_results(request, queryset, term)
        return narrowed(queryset, found) if term else queryset, repeated

    @admin.display(
        description="appearances", ordering=count_of(Participation.objects.all(), "person")
    )
    def appearances(self, person: Person) -> int:
        """In how many roles they appear."""
        return int(getattr(person, "appearance_count", 0))
