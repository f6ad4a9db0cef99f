"""Imports: what each run did, what was wrong with its input, and how to take it back."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from agreements.admin.base import CatalogueAdmin
from agreements.admin.filters import ReadByOlderRules
from agreements.admin.lists import count_of
from agreements.importing.undo import undo
from agreements.models import ImportBatch, ImportedRecord, QueuedDocument

MOST_ROWS = 500
"""Of the problems in a report no more are shown; the report itself has them all."""
MOST_LEFT = 20
"""Of what an undo leaves alone no more rows are named."""


class ReadOnlyAdmin(CatalogueAdmin):
    """Rows that the program writes and people read."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody enters them by hand."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody edits them."""
        return False


@admin.register(ImportBatch)
class ImportBatchAdmin(ReadOnlyAdmin):
    """All runs of the import."""

    list_display = (
        "__str__",
        "started_at",
        "user",
        "which_files",
        "totals",
        "problems",
        "undone_at",
    )
    list_filter = ("started_at", "publish")
    list_select_related = ("user",)
    search_fields = ("files__icontains",)
    search_help_text = "Name of a file"
    fields = (
        "started_at",
        "finished_at",
        "user",
        "which_files",
        "publish",
        "queue",
        "totals",
        "undone_at",
    )
    readonly_fields = ("which_files", "queue", "totals")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """An import is undone, never forgotten."""
        return False

    def has_undo_permission(self, request: HttpRequest) -> bool:
        """Whether this user may take an import back."""
        return bool(request.user.has_perm("agreements.change_importbatch"))

    @admin.display(description="files")
    def which_files(self, batch: ImportBatch) -> str:
        """What was read."""
        names = [str(name) for name in batch.files]
        return ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImportBatch]:
        """The imports, each with how many documents wait for a worker."""
        waiting = count_of(QueuedDocument.objects.waiting(), "batch")
        batches: QuerySet[ImportBatch] = super().get_queryset(request)
        return batches.annotate(waiting=waiting)

    @admin.display(description="documents for workers")
    def queue(self, batch: ImportBatch) -> str:
        """How far the workers are."""
        states = batch.documents.order_by("state").values_list("state")
        return ", ".join(f"{state} {count}" for state, count in states.annotate(Count("pk")))

    @admin.display(description="result")
    def totals(self, batch: ImportBatch) -> str:
        """How many records had which outcome, or how many documents are still to be read."""
        if waiting := getattr(batch, "waiting", 0):
            return f"{waiting} waiting for a worker"
        totals = batch.report.get("totals", {})
        return ", ".join(f"{outcome} {count}" for outcome, count in totals.items() if count)

    @admin.display(description="problems")
    def problems(self, batch: ImportBatch) -> int:
        """How many things were wrong with the input."""
        return len(batch.report.get("problems", []))

    def get_urls(self) -> list[URLPattern]:
        """The confirmation page of an undo."""
        view = self.admin_site.admin_view(self.undo_view)
        return [
            path("<int:object_id>/undo/", view, name="agreements_importbatch_undo"),
            *super().get_urls(),
        ]

    def undo_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """Say what would be taken back; once confirmed, take it back."""
        if not self.has_undo_permission(request):
            raise PermissionDenied
        batch = get_object_or_404(ImportBatch, pk=object_id)
        if request.method == "POST":
            return self._undone(request, batch)
        context = {
            **self.admin_site.each_context(request),
            "title": f"Undo {batch}?",
            "opts": self.opts,
            "original": batch,
            "totals": self.totals(batch),
            "stated": batch.records.count(),
        }
        return TemplateResponse(request, "admin/agreements/importbatch/undo.html", context)

    def _undone(self, request: HttpRequest, batch: ImportBatch) -> HttpResponse:
        try:
            done = undo(batch, request.user)  # type: ignore[arg-type]
        except ValueError as error:
            self.message_user(request, str(error), messages.ERROR)
        else:
            self.message_user(request, f"{batch} is undone: {done.summary}.", messages.SUCCESS)
            for left in done.left[:MOST_LEFT]:
                self.message_user(request, f"Left as it is: {left}.", messages.WARNING)
        page = reverse("admin:agreements_importbatch_change", args=[batch.pk])
        return HttpResponseRedirect(page)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Set the report below the facts."""
        batch = context["original"]
        problems = batch.report.get("problems", [])
        context |= {
            "problems": problems[:MOST_ROWS],
            "problems_left": max(0, len(problems) - MOST_ROWS),
            "set_aside": _set_aside(batch)[:MOST_ROWS],
            "queued": batch.documents.exists(),
            "may_undo": self.has_undo_permission(request) and batch.undone_at is None,
        }
        return super().render_change_form(request, context, *args, **kwargs)


def _set_aside(batch: ImportBatch) -> list[tuple[str, str, str]]:
    """File, reason and words of all that extraction did not take, each once."""
    told = (
        (record["file"], aside["why"], aside["quotation"])
        for record in batch.report.get("records", [])
        for aside in record.get("set_aside", [])
    )
    return list(dict.fromkeys(told))


@admin.register(ImportedRecord)
class ImportedRecordAdmin(ReadOnlyAdmin):
    """What each provider said of each agreement when last read."""

    list_display = ("key", "agreement", "batch", "read_by")
    list_filter = (ReadByOlderRules,)
    list_select_related = ("agreement", "batch")
    search_fields = ("key", "agreement__title")
    search_help_text = "Key of the record, title of the agreement"
    fields = ("agreement", "key", "batch", "read_by", "origin", "digest", "state")
