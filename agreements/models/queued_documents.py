"""Documents that wait for a worker, which may run on a host that does not have their files."""

from typing import Any

from django.db import models

from agreements.models.imports import ImportBatch


class QueuedDocumentQuerySet(models.QuerySet["QueuedDocument"]):
    """Documents by what is to be done with them."""

    def waiting(self) -> "QueuedDocumentQuerySet":
        """Those that a worker has yet to bring in."""
        return self.filter(state=QueuedDocument.State.WAITING)

    def readable_again(self) -> "QueuedDocumentQuerySet":
        """Those that brought nothing, whose file is here, and whose import was not undone."""
        states = (QueuedDocument.State.FAILED, QueuedDocument.State.REJECTED)
        return self.filter(state__in=states, batch__undone_at=None).exclude(content=b"")


class QueuedDocument(models.Model):
    """One document of an import that workers do: what its file held, and what came of it."""

    class State(models.TextChoices):
        """How far it is: rejected if it was read and tells of no agreement, withdrawn by an undo.

        It failed if it could not be read, or if something of it could not come in.
        """

        WAITING = "waiting"
        DONE = "done"
        REJECTED = "rejected"
        FAILED = "failed"
        WITHDRAWN = "withdrawn"

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="documents")
    name = models.TextField(help_text="The path that was given")
    format = models.CharField(max_length=10, help_text="text, html or pdf")
    content = models.BinaryField(help_text="What the file held; empty once it is in the catalogue")
    state = models.CharField(max_length=9, choices=State.choices, default=State.WAITING)
    results = models.JSONField(default=list, help_text="What came of each of its agreements")

    objects = QueuedDocumentQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    state__in=["waiting", "done", "rejected", "failed", "withdrawn"]
                ),
                name="queueddocument_state_known",
            ),
        ]
        indexes = [
            # Whether an import has come to its end is asked after every document.
            models.Index(
                fields=["batch"],
                condition=models.Q(state="waiting"),
                name="queueddocument_waiting",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def problems(self) -> list[dict[str, Any]]:
        """What is wrong with it, as the report says it."""
        return [problem for result in self.results for problem in result["problems"]]
