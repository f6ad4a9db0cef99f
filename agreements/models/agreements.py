"""Agreements, the organisations that are party to them, and how far each has come."""

from typing import Self

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Cast, Coalesce, Least, Left, Length, Lower, NullIf, Substr
from django.utils import timezone

from agreements.models.addresses import address
from agreements.models.fields import PartialDateField, choices, is_date, is_one_of
from agreements.models.history import tracked
from agreements.models.organisations import Organisation
from agreements.models.search import refresh_search
from agreements.vocabulary.kinds import AgreementKind, Lifecycle, Relation


class EditorialStatus(models.TextChoices):
    """How far an agreement has come in review; only the published are public."""

    DRAFT = "draft"
    IN_REVIEW = "in_review", "In review"
    PUBLISHED = "published"
    REJECTED = "rejected"


WAITING = (EditorialStatus.IN_REVIEW, EditorialStatus.DRAFT)
"""What an editor has yet to decide, in this order."""
QUEUE = (
    Case(
        *(
            When(editorial_status=status.value, then=Value(rank))
            for rank, status in enumerate(WAITING)
        ),
        default=Value(len(WAITING)),
        output_field=models.SmallIntegerField(),
    ),
    F("confidence").asc(nulls_last=True),
    F("sort_date").desc(),
    F("id").desc(),
)
"""The order of the review queue: what waits first, the least certain first among it."""


class AgreementQuerySet(models.QuerySet["Agreement"]):
    """What can be asked of agreements, and done to many at once."""

    def published(self) -> Self:
        """The only spelling of "readers may see it"."""
        return self.filter(editorial_status=EditorialStatus.PUBLISHED)

    def signed_between(self, first: int | None, last: int | None) -> Self:
        """Those of these years, both included; None leaves a side open."""
        found = self
        if first is not None:
            found = found.filter(year__gte=first)
        if last is not None:
            found = found.filter(year__lte=last)
        return found

    def decide(self, status: EditorialStatus, by: AbstractBaseUser | None) -> int:
        """Set the editorial status, with who and when; returns how many rows changed.

        To publish again what an import has added to approves the additions.
        """
        return self.exclude(editorial_status=status, unreviewed_additions=False).update(
            editorial_status=status,
            reviewed_by=by,
            reviewed_at=timezone.now(),
            unreviewed_additions=False,
        )

    def refresh_search(self) -> None:
        """Rewrite what search and sorting read, after parties, people, areas or sources changed."""
        refresh_search(self.order_by().values_list("pk", flat=True))


def _known_part(later: str, earlier: str) -> Q:
    """`later` >= `earlier`, as far as both are known: 2018 does not lie before 2018-05."""
    shared = Least(Length(later), Length(earlier))
    return (
        Q(**{later: ""})
        | Q(**{earlier: ""})
        | Q(
            models.expressions.ExpressionWrapper(
                models.lookups.GreaterThanOrEqual(Left(later, shared), Left(earlier, shared)),
                output_field=models.BooleanField(),
            )
        )
    )


_SORT_DATE = Coalesce(NullIf("signed_on", Value("")), "announced_on")


@tracked(exclude=["search_text", "search_vector", "confidence", "organisation_ids"])
class Agreement(models.Model):
    """One agreement between at least one institution and one partner.

    `editorial_status` says whether readers see the entry, `lifecycle` how far the agreement
    itself has come: an announcement is not a contract.
    """

    key = models.CharField(max_length=500, unique=True, help_text="Stable identifier")
    title = models.CharField(max_length=500)
    slug = models.SlugField(max_length=160, unique=True, allow_unicode=True)
    kind = models.CharField(
        max_length=40, choices=choices(AgreementKind), default=AgreementKind.OTHER
    )
    summary = models.TextField(blank=True, default="")
    signed_on = PartialDateField(help_text="2018, 2018-10 or 2018-10-22; empty where not stated")
    effective_from = PartialDateField()
    expires_on = PartialDateField()
    place = models.CharField(max_length=500, blank=True, default="")
    lifecycle = models.CharField(
        max_length=10, choices=choices(Lifecycle), default=Lifecycle.ANNOUNCED
    )
    editorial_status = models.CharField(
        max_length=9, choices=EditorialStatus.choices, default=EditorialStatus.DRAFT
    )
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
    )
    reviewed_at = models.DateTimeField(null=True, blank=True, editable=False)
    unreviewed_additions = models.BooleanField(
        default=False,
        editable=False,
        help_text="An import that publishes nothing has changed it since it was published",
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    announced_on = PartialDateField(editable=False, help_text="Its earliest source's date")
    sort_date = models.GeneratedField(
        expression=_SORT_DATE, output_field=models.CharField(max_length=10), db_persist=True
    )
    year = models.GeneratedField(
        expression=Cast(NullIf(Substr(_SORT_DATE, 1, 4), Value("")), models.SmallIntegerField()),
        output_field=models.SmallIntegerField(null=True),
        db_persist=True,
    )
    search_text = models.TextField(default="", editable=False)
    search_vector = SearchVectorField(null=True, editable=False)
    organisation_ids = ArrayField(
        models.BigIntegerField(), default=list, editable=False, help_text="Its parties, in order"
    )
    confidence = models.FloatField(
        null=True, editable=False, help_text="Of its least certain main fact: kind, day or party"
    )

    links = models.ManyToManyField(
        "self", through="AgreementLink", symmetrical=False, related_name="linked_from"
    )
    organisations = models.ManyToManyField(Organisation, through="Party", related_name="agreements")

    objects = AgreementQuerySet.as_manager()

    class Meta:
        ordering = ["-sort_date", "-id"]
        permissions = [("review_agreement", "Can publish and reject agreements")]
        constraints = [
            is_one_of("kind", AgreementKind),
            is_one_of("lifecycle", Lifecycle),
            models.CheckConstraint(
                condition=Q(editorial_status__in=EditorialStatus.values),
                name="agreement_editorial_status_known",
            ),
            is_date("signed_on"),
            is_date("effective_from"),
            is_date("expires_on"),
            is_date("announced_on"),
            models.CheckConstraint(
                condition=~Q(title=""),
                name="agreement_has_title",
                violation_error_message="Give the agreement a title.",
            ),
            models.CheckConstraint(
                condition=_known_part("expires_on", "effective_from"),
                name="agreement_expires_after_it_begins",
                violation_error_message="The agreement expires before it takes effect.",
            ),
        ]
        indexes = [
            # The public list, newest first.
            models.Index(fields=["editorial_status", "-sort_date", "-id"], name="agreement_list"),
            # Filter and facet by year; the list by age, from any place in it.
            models.Index(
                fields=["editorial_status", "year", "sort_date", "id"], name="agreement_year"
            ),
            # The years that occur.
            models.Index(fields=["year"], name="agreement_of_year"),
            # The list by title, from any place in it.
            models.Index("editorial_status", Lower("title"), "id", name="agreement_title"),
            # The review queue.
            models.Index(*QUEUE, name="agreement_queue"),
            # Published ones to look through again.
            models.Index(
                fields=["id"], condition=Q(unreviewed_additions=True), name="agreement_added_to"
            ),
            # Signings of the same parties at about the same time.
            models.Index(fields=["organisation_ids", "sort_date"], name="agreement_signing"),
            # Full-text search, and search by parts of names in any script.
            GinIndex(fields=["search_vector"], name="agreement_search"),
            GinIndex(fields=["search_text"], opclasses=["gin_trgm_ops"], name="agreement_trgm"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Its public page."""
        return address("agreement", self.slug)


class PartyQuerySet(models.QuerySet["Party"]):
    """What can be asked of parties."""

    def published(self) -> Self:
        """Those of published agreements."""
        return self.filter(agreement__editorial_status=EditorialStatus.PUBLISHED)


@tracked()
class Party(models.Model):
    """An organisation's part in an agreement, with the unit that signs and the name as stated."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="parties")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="parties")
    unit = models.CharField(max_length=500, blank=True, default="", help_text="Faculty, branch")
    stated_name = models.CharField(max_length=500, blank=True, default="", help_text="As stated")

    objects = PartyQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "parties"
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "organisation", "unit"],
                name="party_once",
                violation_error_message="The agreement has this party already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}, {self.unit}" if self.unit else str(self.organisation)


@tracked()
class LifecycleEvent(models.Model):
    """A step in an agreement's life that a source reports."""

    agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, related_name="lifecycle_events"
    )
    status = models.CharField(max_length=10, choices=choices(Lifecycle))
    on = PartialDateField()

    class Meta:
        ordering = ["on", "id"]
        constraints = [
            is_one_of("status", Lifecycle),
            is_date("on"),
            models.UniqueConstraint(
                fields=["agreement", "status", "on"], name="lifecycleevent_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_status_display()} {self.on}".strip()


@tracked()
class AgreementLink(models.Model):
    """A reference from an agreement to an earlier one that it renews, amends or implements."""

    from_agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, related_name="links_out"
    )
    to_agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="links_in")
    relation = models.CharField(max_length=10, choices=choices(Relation))

    class Meta:
        constraints = [
            is_one_of("relation", Relation),
            models.UniqueConstraint(
                fields=["from_agreement", "to_agreement", "relation"], name="agreementlink_once"
            ),
            models.CheckConstraint(
                condition=~Q(from_agreement=F("to_agreement")),
                name="agreementlink_of_two",
                violation_error_message="An agreement does not refer to itself.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_relation_display()} {self.to_agreement}"
