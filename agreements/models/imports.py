"""Runs of the import, what each source said when it was last read, and proposed differences."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from agreements.models.agreements import Agreement
from agreements.models.history import tracked
from agreements.models.sources import Source


class ImportBatch(models.Model):
    """One run of the import: who, when, which files, and what came of it."""

    started_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True
    )
    files = models.JSONField(default=list, blank=True)
    publish = models.BooleanField(default=False)
    report = models.JSONField(default=dict, blank=True, help_text="Totals and problems")
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        verbose_name_plural = "import batches"

    def __str__(self) -> str:
        return f"Import {self.pk}"


@tracked()
class ImportedRecord(models.Model):
    """What one provider said of one agreement when last read: the base of a three-way merge.

    A slot that still holds this base was not touched by an editor since, so a changed record
    may change it; a slot that differs belongs to the editor, and the change is proposed.
    """

    agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, related_name="imported_records"
    )
    key = models.CharField(max_length=500, help_text="AgreementRecord.stable_key()")
    origin = models.CharField(max_length=64, help_text="SHA-256 of the record's first source")
    digest = models.CharField(max_length=64, help_text="AgreementRecord.digest()")
    state = models.JSONField(default=dict)
    read_by = models.CharField(
        max_length=200,
        blank=True,
        default="",
        help_text="The version of the rules, or the language model; empty for a table",
    )
    awaits = ArrayField(
        models.CharField(max_length=500),
        default=list,
        blank=True,
        help_text="Keys of agreements that it refers to and that are not in the catalogue yet",
    )
    batch = models.ForeignKey(ImportBatch, on_delete=models.PROTECT, related_name="records")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["origin", "key"], name="importedrecord_once"),
        ]
        indexes = [
            # Finding the agreement that another source has announced already.
            models.Index(fields=["key"]),
            # Linking to an agreement as soon as it comes in.
            GinIndex(fields=["awaits"], name="importedrecord_awaits"),
        ]

    def __str__(self) -> str:
        return self.key


class Proposal(models.Model):
    """A difference that an import found and did not apply, because an editor's value stands."""

    class Status(models.TextChoices):
        """What an editor decided."""

        OPEN = "open"
        ACCEPTED = "accepted"
        DECLINED = "declined"

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="proposals")
    batch = models.ForeignKey(ImportBatch, on_delete=models.PROTECT, related_name="proposals")
    source = models.ForeignKey(
        Source, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    slot = models.CharField(max_length=20)
    current = models.JSONField(help_text="What the catalogue says", null=True, blank=True)
    proposed = models.JSONField(help_text="What the import says", null=True, blank=True)
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.OPEN)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=["open", "accepted", "declined"]),
                name="proposal_status_known",
            ),
            models.UniqueConstraint(fields=["agreement", "slot", "proposed"], name="proposal_once"),
        ]

    def __str__(self) -> str:
        return f"{self.slot.replace('_', ' ').capitalize()} of “{self.agreement}”"
