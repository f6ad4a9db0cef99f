"""Organisations in their two roles, institution and partner, with their other names."""

from typing import Any, Self

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, F, Q, Value, When
from stdnum import lei
from stdnum.exceptions import ValidationError as StdnumError

from agreements.models.addresses import address
from agreements.models.fields import (
    DistinctiveWordsField,
    NormalisedOrganisationField,
    choices,
    is_one_of,
    matches,
)
from agreements.models.history import tracked
from agreements.records import (
    COUNTRY_PATTERN,
    LEI_PATTERN,
    ROR_PATTERN,
    WIKIDATA_PATTERN,
)
from agreements.vocabulary.kinds import INSTITUTION_TYPES, AliasKind, OrganisationType

INSTITUTION, PARTNER = "institution", "partner"


def valid_lei(value: str) -> None:
    """Raise ValidationError unless the check digits of ISO 17442 agree."""
    try:
        lei.validate(value)
    except StdnumError as error:
        raise ValidationError(f"Not a LEI: {error}") from error


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    """What can be asked of organisations."""

    def current(self) -> Self:
        """Leave out those that were merged into another."""
        return self.filter(merged_into=None)

    def published(self) -> Self:
        """Those that readers may see: named by a published agreement."""
        from agreements.models.agreements import Party

        shown = Party.objects.published().filter(organisation=models.OuterRef("pk"))
        return self.current().filter(models.Exists(shown))

    def institutions(self) -> Self:
        """Universities, colleges, schools, research institutes and hospitals."""
        return self.filter(role=INSTITUTION)

    def partners(self) -> Self:
        """Companies, government bodies, associations and foundations."""
        return self.filter(role=PARTNER)


@tracked(exclude=["distinctive"])
class Organisation(models.Model):
    """A legal person, or a body as independent as one, that is a party to agreements."""

    name = models.CharField(max_length=500, help_text="The official name, in English if it has one")
    normalised = NormalisedOrganisationField(source="name")
    distinctive = DistinctiveWordsField(source="name")
    slug = models.SlugField(max_length=120, unique=True, allow_unicode=True)
    type = models.CharField(
        max_length=20, choices=choices(OrganisationType), default=OrganisationType.OTHER
    )
    role = models.GeneratedField(
        expression=Case(
            When(type__in=[t.value for t in INSTITUTION_TYPES], then=Value(INSTITUTION)),
            default=Value(PARTNER),
        ),
        output_field=models.CharField(max_length=11),
        db_persist=True,
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="children",
        help_text="The organisation that it belongs to",
    )
    country = models.CharField(
        max_length=2, blank=True, default="", help_text="ISO 3166-1 alpha-2: CN, DE"
    )
    website = models.URLField(blank=True, default="")
    ror = models.CharField("ROR", max_length=30, blank=True, default="")
    wikidata = models.CharField(max_length=15, blank=True, default="")
    lei = models.CharField("LEI", max_length=20, blank=True, default="", validators=[valid_lei])
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="merged",
        editable=False,
    )

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            is_one_of("type", OrganisationType),
            matches("country", COUNTRY_PATTERN, "Write two capital letters, e.g. CN."),
            matches("ror", ROR_PATTERN, "Write https://ror.org/ and nine characters."),
            matches("wikidata", WIKIDATA_PATTERN, "Write Q and a number, e.g. Q160120."),
            matches("lei", LEI_PATTERN, "Write 20 characters, the last two digits."),
            *(
                models.UniqueConstraint(
                    fields=[scheme],
                    condition=~Q(**{scheme: ""}) & Q(merged_into=None),
                    name=f"organisation_{scheme}_once",
                    violation_error_message=f"Another organisation has this {scheme} identifier.",
                )
                for scheme in ("ror", "wikidata", "lei")
            ),
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("id")),
                name="organisation_not_its_own_parent",
                violation_error_message="An organisation does not belong to itself.",
            ),
        ]
        indexes = [
            # Exact matching at import.
            models.Index(fields=["normalised"]),
            # Search within facets and in admin.
            GinIndex(fields=["normalised"], opclasses=["gin_trgm_ops"], name="organisation_trgm"),
            # Candidates at import.
            GinIndex(
                fields=["distinctive"], opclasses=["gin_trgm_ops"], name="organisation_distinct"
            ),
            models.Index(fields=["country"]),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Its public page, under the role that its type gives it."""
        return address(self.role, self.slug)

    def surviving(self) -> "Organisation":
        """The organisation that this one was merged into, or itself."""
        row, seen = self, {self.pk}
        while row.merged_into and row.merged_into.pk not in seen:
            row = row.merged_into
            seen.add(row.pk)
        return row


class RoleManager(models.Manager[Any]):
    """The organisations of one role."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self.role = role

    def get_queryset(self) -> models.QuerySet[Any]:
        """Restrict to the role; what was merged into another is gone."""
        return super().get_queryset().filter(role=self.role, merged_into=None)


class Institution(Organisation):
    """A university, college, school, research institute or hospital."""

    objects = RoleManager(INSTITUTION)  # type: ignore[misc,assignment]

    class Meta:
        proxy = True


class Partner(Organisation):
    """A company, government body, association or foundation."""

    objects = RoleManager(PARTNER)  # type: ignore[misc,assignment]

    class Meta:
        proxy = True


@tracked(exclude=["distinctive"])
class Alias(models.Model):
    """Another name of an organisation, by which it is found and matched."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=500)
    normalised = NormalisedOrganisationField(source="name")
    distinctive = DistinctiveWordsField(source="name")
    kind = models.CharField(max_length=12, choices=choices(AliasKind), default=AliasKind.SPELLING)
    language = models.CharField(max_length=20, blank=True, default="", help_text="BCP 47: zh, de")

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "aliases"
        constraints = [
            is_one_of("kind", AliasKind),
            models.UniqueConstraint(
                fields=["organisation", "name"],
                name="alias_once",
                violation_error_message="The organisation has this alias already.",
            ),
        ]
        indexes = [
            # Exact matching at import.
            models.Index(fields=["normalised"]),
            # Search within facets and in admin.
            GinIndex(fields=["normalised"], opclasses=["gin_trgm_ops"], name="alias_trgm"),
            # Candidates at import.
            GinIndex(fields=["distinctive"], opclasses=["gin_trgm_ops"], name="alias_distinct"),
        ]

    def __str__(self) -> str:
        return self.name


class MatchProposal(models.Model):
    """Two organisations that may be one: similar names, found at import, for a person to judge.

    A judgement is remembered: a pair once called different is not proposed again.
    """

    class Judgement(models.TextChoices):
        """What an editor decided."""

        UNDECIDED = "undecided"
        SAME = "same"
        DIFFERENT = "different"

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="match_proposals"
    )
    candidate = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    score = models.FloatField(help_text="Trigram similarity of the closest names, 0 to 1")
    reason = models.CharField(max_length=500, help_text="Which name met which")
    judgement = models.CharField(
        max_length=10, choices=Judgement.choices, default=Judgement.UNDECIDED
    )
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True
    )
    judged_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-score"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "candidate"], name="proposed_once"),
            models.CheckConstraint(
                condition=Q(score__gte=0, score__lte=1), name="matchproposal_score_is_share"
            ),
            models.CheckConstraint(
                condition=~Q(organisation=F("candidate")), name="matchproposal_of_two"
            ),
            models.CheckConstraint(
                condition=Q(judgement__in=["undecided", "same", "different"]),
                name="matchproposal_judgement_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} = {self.candidate}?"
