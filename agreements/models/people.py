"""People and what they did at a signing."""

from typing import Self

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from agreements.models.addresses import address
from agreements.models.agreements import Agreement
from agreements.models.fields import NormalisedPersonField, choices, is_one_of
from agreements.models.history import tracked
from agreements.models.organisations import Organisation
from agreements.vocabulary.kinds import PersonRole


class PersonQuerySet(models.QuerySet["Person"]):
    """What can be asked of people."""

    def published(self) -> Self:
        """Those whom a published agreement names."""
        shown = Participation.objects.filter(
            person=models.OuterRef("pk"), agreement__editorial_status="published"
        )
        return self.filter(models.Exists(shown))


@tracked()
class Person(models.Model):
    """Somebody whom announcements name, within one organisation.

    Equal names in two organisations are two people until an editor says otherwise; without an
    organisation nobody is ever matched.
    """

    name = models.CharField(max_length=500)
    normalised = NormalisedPersonField(source="name")
    slug = models.SlugField(max_length=160, unique=True, allow_unicode=True)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="people"
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "people"
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "normalised"],
                condition=Q(organisation__isnull=False),
                name="person_once_in_organisation",
                violation_error_message="The organisation has a person of this name already.",
            ),
        ]
        indexes = [
            # The list.
            models.Index(fields=["normalised", "id"], name="person_list"),
            # Search for parts of a name.
            GinIndex(fields=["normalised"], opclasses=["gin_trgm_ops"], name="person_trgm"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Their public page."""
        return address("person", self.slug)


@tracked()
class Participation(models.Model):
    """What one person did at one signing, in the position stated that day."""

    agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, related_name="participations"
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="participations")
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        db_index=False,  # `participation_for` serves
        help_text="On whose behalf",
    )
    on_behalf_of = models.CharField(
        max_length=500, blank=True, default="", help_text="On whose behalf, as stated"
    )
    role = models.CharField(max_length=9, choices=choices(PersonRole))
    position = models.CharField(max_length=500, blank=True, default="", help_text="As stated")

    class Meta:
        ordering = ["id"]
        constraints = [
            is_one_of("role", PersonRole),
            models.UniqueConstraint(
                fields=["agreement", "person", "role"],
                name="participation_once",
                violation_error_message="This person has this role already.",
            ),
        ]
        indexes = [
            # Who stood for an organisation most often.
            models.Index(fields=["organisation", "person", "agreement"], name="participation_for"),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.role})"
