"""Sources: the documents that the catalogue quotes."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html_join

from agreements.admin.base import CatalogueAdmin, PartInline
from agreements.admin.evidence import set_aside
from agreements.admin.filters import PublicationYear, SourceLanguage
from agreements.admin.lists import count_of
from agreements.models import Citation, Source


class CitingInline(PartInline):
    """What a source is cited for; edited on the agreement's page."""

    model = Citation
    fields = readonly_fields = ("agreement", "slot", "value", "start", "end")
    related = ("agreement",)
    can_delete = False
    max_num = 0
    verbose_name_plural = "cited for"


@admin.register(Source)
class SourceAdmin(CatalogueAdmin):
    """All documents."""

    agreements = "citations__source"
    history_parts = (Citation,)
    counts = {"citation_count": (Citation.objects.all(), "source")}
    ordering = ("-published_on", "title", "pk")
    list_display = ("title", "publisher", "published_on", "language", "voice", "text_kind", "cited")
    list_filter = ("voice", "text_kind", SourceLanguage, PublicationYear)
    search_fields = ("title", "publisher", "url")
    search_help_text = "Title, publisher, address"
    fieldsets = (
        (None, {"fields": ("title", "url", "publisher", "voice", "language")}),
        ("Dates", {"fields": ("published_on", "retrieved_on")}),
        ("Text", {"fields": ("text_kind", "text")}),
        ("Extraction", {"fields": ("aside",), "classes": ["collapse"]}),
        ("Entry", {"fields": ("slug",)}),
    )
    inlines = (CitingInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        """All sources; the list leaves the texts alone."""
        rows: QuerySet[Source] = super().get_queryset(request)
        match = request.resolver_match
        one = match is not None and "object_id" in match.kwargs
        return rows if one else rows.defer("text")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """A cited text never changes: citations count its characters."""
        return ("aside", "text") if obj and obj.citations.exists() else ("aside",)

    @admin.display(description="set aside")
    def aside(self, source: Source) -> str:
        """What extraction did not take from its text, and why."""
        told = ((one.why, one.quotation) for one in set_aside(source))
        return format_html_join("", "<p>{}</p><blockquote>{}</blockquote>", told) or "nothing"

    @admin.display(description="citations", ordering=count_of(Citation.objects.all(), "source"))
    def cited(self, source: Source) -> int:
        """How many facts it supports."""
        return int(getattr(source, "citation_count", 0))
