"""Filters of the lists of the admin."""

from typing import Any

from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Left
from django.http import HttpRequest

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


class PublicationYear(admin.SimpleListFilter):
    """Sources of one year."""

    title = "year of publication"
    parameter_name = "year"

    def lookups(
        self, request: HttpRequest, model_admin: "ModelAdmin[Any]"
    ) -> list[tuple[str, str]]:
        """The years that occur, newest first."""
        dated = model_admin.model._default_manager.exclude(published_on="")
        years = dated.order_by().values_list(Left("published_on", 4), flat=True).distinct()
        return [(year, year) for year in sorted(years, reverse=True)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep the sources of the chosen year."""
        if self.value() in {key for key, _ in self.lookup_choices}:
            return queryset.filter(published_on__startswith=self.value())
        return queryset
