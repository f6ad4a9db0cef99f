"""Filters of the lists of the admin."""

from typing import Any

from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest

from agreements.admin.lists import occurring
from agreements.models import ImportBatch, ImportedRecord, MatchProposal, Proposal

RECENT_BATCHES = 20


class YesNoFilter(admin.SimpleListFilter):
    """Rows that have something, and rows that have not."""

    def lookups(
        self, request: HttpRequest, model_admin: "ModelAdmin[Any]"
    ) -> list[tuple[str, str]]:
        """Both answers."""
        return [("yes", "Yes"), ("no", "No")]

    def condition(self) -> Any:
        """What a row must meet for "yes"."""
        raise NotImplementedError

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep the rows of the chosen answer."""
        if self.value() == "yes":
            return queryset.filter(self.condition())
        if self.value() == "no":
            return queryset.exclude(self.condition())
        return queryset


class HasOpenProposal(YesNoFilter):
    """Agreements of which an import says something else."""

    title = "open proposals"
    parameter_name = "proposals"

    def condition(self) -> Exists:
        """An open proposal."""
        return Exists(Proposal.objects.filter(agreement=OuterRef("pk"), status="open"))


class ReadByOlderRules(YesNoFilter):
    """Records of documents that may read differently now: import the documents again."""

    title = "read by older rules"
    parameter_name = "older"

    def condition(self) -> Q:
        """Another version of the rules."""
        # Loads the language pipeline, which the rest of the admin does not need.
        from agreements.extraction import VERSION

        return Q(read_by__startswith="rules ") & ~Q(read_by=f"rules {VERSION}")


class MayBeDuplicate(YesNoFilter):
    """Organisations that may be another one, too."""

    title = "possible duplicates"
    parameter_name = "duplicates"

    def condition(self) -> Exists:
        """A pair that nobody has judged."""
        return Exists(
            MatchProposal.objects.filter(organisation=OuterRef("pk"), judgement="undecided")
        )


class BatchFilter(admin.SimpleListFilter):
    """Agreements that one of the latest imports brought or changed."""

    title = "import"
    parameter_name = "batch"

    def lookups(
        self, request: HttpRequest, model_admin: "ModelAdmin[Any]"
    ) -> list[tuple[str, str]]:
        """The latest imports, and the one that the address names."""
        recent = list(ImportBatch.objects.values_list("pk", flat=True)[:RECENT_BATCHES])
        asked = request.GET.get(self.parameter_name, "")
        if asked.isdecimal() and len(asked) < 10 and int(asked) not in recent:
            recent.append(int(asked))
        return [(str(pk), f"Import {pk}") for pk in recent]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep the agreements of the chosen import."""
        chosen = self.value() or ""
        if chosen not in {key for key, _ in self.lookup_choices}:
            return queryset
        records = ImportedRecord.objects.filter(agreement=OuterRef("pk"), batch=int(chosen))
        return queryset.filter(Exists(records))


class Occurring(admin.SimpleListFilter):
    """Rows with one of the values that an indexed column has, or with its first letters."""

    column = ""
    letters: int | None = None

    def lookups(
        self, request: HttpRequest, model_admin: "ModelAdmin[Any]"
    ) -> list[tuple[str, str]]:
        """The values that occur, the greatest first."""
        values = occurring(model_admin.model, self.column, self.letters)
        return [(str(value), str(value)) for value in values if value != ""]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep the rows of the chosen value."""
        chosen = self.value()
        if chosen not in {key for key, _ in self.lookup_choices}:
            return queryset
        lookup = self.column if self.letters is None else f"{self.column}__startswith"
        return queryset.filter(**{lookup: chosen})


class AgreementYear(Occurring):
    """Agreements of one year."""

    title = parameter_name = column = "year"


class PublicationYear(Occurring):
    """Sources of one year."""

    title = "year of publication"
    parameter_name, column, letters = "year", "published_on", 4


class SourceLanguage(Occurring):
    """Sources in one language."""

    title = parameter_name = column = "language"
