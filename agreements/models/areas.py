"""The controlled vocabulary of areas of cooperation, and which agreement names which."""

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from agreements.models.addresses import address
from agreements.models.fields import choices, is_one_of
from agreements.models.history import tracked
from agreements.vocabulary.areas import Axis


class CooperationAreaQuerySet(models.QuerySet["CooperationArea"]):
    """What can be asked of areas."""

    def published(self) -> Self:
        """Those that a published agreement names."""
        shown = AgreementArea.objects.filter(
            area=models.OuterRef("pk"), agreement__editorial_status="published"
        )
        return self.filter(models.Exists(shown))


@tracked()
class CooperationArea(models.Model):
    """A term of the vocabulary: an activity (how they cooperate) or a field (what about)."""

    code = models.SlugField(max_length=80, unique=True)
    axis = models.CharField(max_length=8, choices=choices(Axis))
    label_en = models.CharField("label (English)", max_length=200)
    label_zh = models.CharField("label (Chinese)", max_length=200, blank=True, default="")
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="narrower"
    )
    keywords = ArrayField(
        models.CharField(max_length=100),
        default=list,
        blank=True,
        help_text="Phrases by which texts name it, in lower case, separated by commas",
    )
    source = models.CharField(max_length=300, blank=True, default="")

    objects = CooperationAreaQuerySet.as_manager()

    class Meta:
        ordering = ["axis", "label_en"]
        constraints = [
            is_one_of("axis", Axis),
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("id")),
                name="cooperationarea_not_its_own_parent",
                violation_error_message="An area is not narrower than itself.",
            ),
        ]

    def __str__(self) -> str:
        return self.label_en

    def get_absolute_url(self) -> str:
        """Its public page."""
        return address("area", self.code)


@tracked()
class AgreementArea(models.Model):
    """A phrase in which an agreement's sources name an area, and the term it maps to, if any."""

    agreement = models.ForeignKey(
        "agreements.Agreement", on_delete=models.CASCADE, related_name="agreement_areas"
    )
    area = models.ForeignKey(
        CooperationArea,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="agreement_areas",
    )
    phrase = models.CharField(max_length=500, help_text="As stated")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "area", "phrase"],
                name="agreementarea_once",
                nulls_distinct=False,
                violation_error_message="The agreement has this phrase already.",
            ),
        ]

    def __str__(self) -> str:
        return self.phrase
