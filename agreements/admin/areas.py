"""The vocabulary of areas of cooperation."""

from typing import Any

from django.contrib import admin
from django.db.models import Case, F, Value, When
from django.db.models.functions import Concat
from django.http import HttpRequest
from django.utils.html import format_html

from agreements.admin.base import CatalogueAdmin, PartInline
from agreements.browse.filters import AgreementFilterSet
from agreements.models import CooperationArea

_SEPARATOR = Value(" › ")
# The labels from the broadest term down: sorted by them, every branch stays together.
PATH = Case(
    When(parent=None, then=F("label_en")),
    When(parent__parent=None, then=Concat("parent__label_en", _SEPARATOR, "label_en")),
    default=Concat(
        "parent__parent__label_en", _SEPARATOR, "parent__label_en", _SEPARATOR, "label_en"
    ),
)


class NarrowerInline(PartInline):
    """The narrower terms of a term."""

    model = CooperationArea
    fk_name = "parent"
    fields = readonly_fields = ("code", "label_en", "label_zh")
    can_delete = False
    max_num = 0
    show_change_link = True
    verbose_name_plural = "narrower terms"


@admin.register(CooperationArea)
class CooperationAreaAdmin(CatalogueAdmin):
    """Both axes, each narrower term under its broader one."""

    agreements = "agreement_areas__area"
    list_display = ("term", "code", "axis", "label_zh", "used")
    list_display_links = ("term",)
    list_filter = ("axis", ("parent", admin.RelatedOnlyFieldListFilter))
    list_per_page = 200
    list_select_related = ("parent",)
    search_fields = ("label_en", "label_zh", "code", "keywords__icontains")
    search_help_text = "Label in English or Chinese, code, keyword"
    autocomplete_fields = ("parent",)
    fields = ("axis", "label_en", "label_zh", "code", "parent", "keywords", "source")
    prepopulated_fields = {"code": ("label_en",)}
    inlines = (NarrowerInline,)

    def counted(self, keys: list[int]) -> dict[str, dict[int, int]]:
        """As the area's page counts them, which takes no look at millions of phrases."""
        return {"use_count": AgreementFilterSet().tally().areas()}

    def get_ordering(self, request: HttpRequest) -> tuple[Any, ...]:
        """By axis, then each broader term with its narrower ones."""
        return ("axis", PATH)

    @admin.display(description="term", ordering="label_en")
    def term(self, area: CooperationArea) -> str:
        """The English label, set in under its broader term."""
        level = 0 if area.parent is None else 1 if area.parent.parent_id is None else 2
        return format_html('<span class="narrower-{}">{}</span>', level, area)

    @admin.display(description="agreements")
    def used(self, area: CooperationArea) -> int:
        """How many published agreements name it or a narrower term."""
        return int(getattr(area, "use_count", 0))
