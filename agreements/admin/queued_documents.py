"""The documents that workers read: how far they are, what is wrong, and to read one again."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from agreements.admin.imports import ReadOnlyAdmin
from agreements.importing.queueing import read_again
from agreements.models import QueuedDocument


@admin.register(QueuedDocument)
class QueuedDocumentAdmin(ReadOnlyAdmin):
    """Documents of imports that were queued; whoever sees imports sees them."""

    list_display = ("name", "batch", "state", "reason")
    list_filter = ("state",)
    list_select_related = ("batch",)
    search_fields = ("name",)
    search_help_text = "Name of a file"
    fields = ("batch", "name", "format", "state", "reason")
    readonly_fields = ("reason",)
    actions = ("read_again",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[QueuedDocument]:
        """The documents without what their files held, which may be megabytes."""
        return super().get_queryset(request).defer("content")

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whether this user may see imports."""
        return bool(request.user.has_perm("agreements.view_importbatch"))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """They tell what an import did."""
        return False

    def has_again_permission(self, request: HttpRequest) -> bool:
        """Whether this user may set workers to work."""
        return bool(request.user.has_perm("agreements.change_importbatch"))

    @admin.display(description="what is wrong")
    def reason(self, document: QueuedDocument) -> str:
        """Why something of it was rejected."""
        return "; ".join(problem["mend"] for problem in document.problems)

    @admin.action(
        description="Read again those that failed or were rejected", permissions=["again"]
    )
    def read_again(self, request: HttpRequest, documents: "QuerySet[QueuedDocument]") -> None:
        """Queue them once more, say after the rules or the server changed."""
        again = read_again(documents)
        if again:
            told = f"{again} document{'s' if again > 1 else ''} will be read again by a worker."
            self.message_user(request, told, messages.SUCCESS)
        else:
            told = "None of them failed or was rejected and has its file here, or all were undone."
            self.message_user(request, told, messages.WARNING)
