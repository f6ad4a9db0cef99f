"""Documents that speak of agreements, and which of their sentences supports which fact."""

import hashlib
from typing import Any, Self

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper

from agreements.models.addresses import address
from agreements.models.agreements import Agreement, LifecycleEvent, Party
from agreements.models.areas import AgreementArea
from agreements.models.fields import PartialDateField, choices, is_date, is_one_of
from agreements.models.history import tracked
from agreements.models.people import Participation
from agreements.vocabulary.kinds import TextKind, Voice


class TextHashField(models.CharField):  # type: ignore[type-arg]
    """SHA-256 of the row's text in hexadecimal, "" without a text."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs |= {"max_length": 64, "editable": False}
        super().__init__(*args, **kwargs)

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        """Compute the hash from the text."""
        text = getattr(model_instance, "text", "")
        value = hashlib.sha256(text.encode()).hexdigest() if text else ""
        setattr(model_instance, self.attname, value)
        return value


class SourceQuerySet(models.QuerySet["Source"]):
    """What can be asked of sources."""

    def published(self) -> Self:
        """Those that a published agreement cites."""
        shown = Citation.objects.filter(
            source=models.OuterRef("pk"), agreement__editorial_status="published"
        )
        return self.filter(models.Exists(shown))


@tracked(exclude=["text", "set_aside"])
class Source(models.Model):
    """One document. Its text never changes under the citations that count its characters.

    Copies of one text at several addresses share a `text_hash` and count as one voice.
    """

    url = models.URLField(max_length=2000, blank=True, default="")
    slug = models.SlugField(max_length=160, unique=True, allow_unicode=True)
    title = models.CharField(max_length=500, blank=True, default="")
    publisher = models.CharField(max_length=500, blank=True, default="")
    published_on = PartialDateField()
    retrieved_on = PartialDateField()
    language = models.CharField(max_length=20, blank=True, default="", help_text="BCP 47: en, zh")
    voice = models.CharField(max_length=11, choices=choices(Voice), default=Voice.UNKNOWN)
    text_kind = models.CharField(
        max_length=8,
        choices=choices(TextKind),
        default=TextKind.ORIGINAL,
        help_text="The publisher's own text, or our abstract of it",
    )
    text = models.TextField(blank=True, default="")
    text_hash = TextHashField()
    set_aside = models.JSONField(
        default=list,
        blank=True,
        editable=False,
        help_text="What extraction did not take from its text: [{why, start, end}]",
    )

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["-published_on", "title"]
        constraints = [
            is_one_of("voice", Voice),
            is_one_of("text_kind", TextKind),
            is_date("published_on"),
            is_date("retrieved_on"),
            models.CheckConstraint(
                condition=~Q(url="") | ~Q(text=""),
                name="source_findable",
                violation_error_message="A source needs an address, a text, or both.",
            ),
            models.UniqueConstraint(
                fields=["url", "text_hash"],
                name="source_once",
                violation_error_message="This document is in the catalogue already.",
            ),
        ]
        indexes = [
            # Re-import and folding of syndicated copies.
            models.Index(fields=["text_hash"]),
            # The list, newest first, and the years and languages that occur.
            models.Index(fields=["-published_on"], name="source_list"),
            models.Index(fields=["language"], name="source_language"),
            # Search for parts of a title, publisher or address.
            GinIndex(
                *(OpClass(Upper(name), "gin_trgm_ops") for name in ("title", "publisher", "url")),
                name="source_trgm",
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.url or f"Source {self.pk}"

    def get_absolute_url(self) -> str:
        """Its public page."""
        return address("source", self.slug)


class Slot(models.TextChoices):
    """What a citation supports: a slot of the agreement itself, or one of its parts."""

    RECORD = "record", "The agreement as a whole"
    TITLE = "title"
    KIND = "kind"
    SUMMARY = "summary"
    SIGNED_ON = "signed_on"
    EFFECTIVE_FROM = "effective_from"
    EXPIRES_ON = "expires_on"
    PLACE = "place"
    PARTY = "party"
    PARTICIPATION = "participation"
    AREA = "area"
    LIFECYCLE = "lifecycle"


_PART_OF_SLOT = {
    Slot.PARTY: "party",
    Slot.PARTICIPATION: "participation",
    Slot.AREA: "agreement_area",
    Slot.LIFECYCLE: "lifecycle_event",
}


def _part_fits_slot() -> Q:
    """A citation of a part names that part; a citation of a scalar slot names none."""
    parts = list(_PART_OF_SLOT.values())
    none = Q(**{f"{part}__isnull": True for part in parts})
    fits = none & ~Q(slot__in=list(_PART_OF_SLOT))
    for slot, wanted in _PART_OF_SLOT.items():
        others = {f"{part}__isnull": part != wanted for part in parts}
        fits |= Q(slot=slot, **others)
    return fits


@tracked()
class Citation(models.Model):
    """Which characters of which source support which fact of an agreement.

    Without a span the source supports the fact as a whole, as a table's address does. `value`
    is the fact as this source states it: where sources disagree, both stand here. `confidence`
    is the probability that extraction read it rightly; null where nobody measured it, as with
    tables and what people enter.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="citations")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="citations")
    slot = models.CharField(max_length=14, choices=Slot.choices)
    party = models.ForeignKey(
        Party, on_delete=models.CASCADE, null=True, blank=True, related_name="citations"
    )
    participation = models.ForeignKey(
        Participation, on_delete=models.CASCADE, null=True, blank=True, related_name="citations"
    )
    agreement_area = models.ForeignKey(
        AgreementArea, on_delete=models.CASCADE, null=True, blank=True, related_name="citations"
    )
    lifecycle_event = models.ForeignKey(
        LifecycleEvent, on_delete=models.CASCADE, null=True, blank=True, related_name="citations"
    )
    value = models.CharField(
        max_length=500, blank=True, default="", help_text="As this source says"
    )
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True, help_text="Exclusive")
    confidence = models.FloatField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["slot", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(confidence__isnull=True) | Q(confidence__gte=0, confidence__lte=1),
                name="citation_confidence",
                violation_error_message="A confidence lies between 0 and 1.",
            ),
            models.CheckConstraint(
                condition=Q(start__isnull=True, end__isnull=True)
                | Q(start__isnull=False, end__isnull=False, start__lt=F("end")),
                name="citation_span",
                violation_error_message="A span ends after it starts; leave both empty for none.",
            ),
            models.CheckConstraint(condition=Q(slot__in=Slot.values), name="citation_slot_known"),
            models.CheckConstraint(
                condition=_part_fits_slot(),
                name="citation_part_fits_slot",
                violation_error_message="Name the party, person, area or step that it supports.",
            ),
            models.UniqueConstraint(
                fields=[
                    "agreement",
                    "source",
                    "slot",
                    "party",
                    "participation",
                    "agreement_area",
                    "lifecycle_event",
                    "start",
                    "end",
                    "value",
                ],
                name="citation_once",
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.slot} of {self.agreement_id}"
