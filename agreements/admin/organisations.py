"""Organisations in both roles, with their other names, and the merging of two that are one."""

from functools import reduce
from operator import or_
from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import URLPattern, path, reverse

from agreements.admin.base import CatalogueAdmin, PartInline
from agreements.admin.filters import MayBeDuplicate
from agreements.admin.forms import CatalogueForm
from agreements.admin.lists import count_of, in_any, narrowed
from agreements.admin.merging import MergingAdmin
from agreements.browse.indexes import organisations_named
from agreements.models import Alias, Institution, MatchProposal, Organisation, Partner, Party
from agreements.names import normalise_organisation

UNDECIDED = MatchProposal.objects.filter(judgement="undecided")


class OrganisationForm(CatalogueForm):
    """An organisation; its address leaves out the legal form."""

    def slug_words(self, cleaned: dict[str, Any]) -> str:
        """The name without "Co., Ltd."."""
        return normalise_organisation(str(cleaned.get("name") or ""))


class AliasInline(PartInline):
    """By which other names it is found."""

    model = Alias
    fields = ("name", "kind", "language")


class OrganisationAdmin(MergingAdmin):
    """What the pages of both roles share."""

    agreements = "parties__organisation"
    form = OrganisationForm
    history_parts = (Alias,)
    counts = {
        "parties_count": (Party.objects.all(), "organisation"),
        "pair_count": (UNDECIDED, "organisation"),
    }
    ordering = ("normalised", "pk")
    list_display = ("name", "type", "country", "agreement_count", "identifiers", "duplicates")
    list_filter = (MayBeDuplicate, "type", "country")
    search_fields = ("normalised__contains",)
    search_help_text = "Any of its names, or an identifier"
    autocomplete_fields = ("parent",)
    fieldsets = (
        (None, {"fields": ("name", "type", "country", "website", "parent")}),
        ("Identifiers", {"fields": ("ror", "wikidata", "lei")}),
        ("Entry", {"fields": ("slug",)}),
    )
    inlines = (AliasInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Organisations that stand for themselves."""
        rows: QuerySet[Any] = super().get_queryset(request).filter(merged_into=None)
        return rows

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Compare names and aliases in their one normal form, which an index holds."""
        if not (term := search_term.strip()):
            return queryset, False
        everything = Organisation.objects.all()
        ways = [
            super().get_search_results(request, everything, term)[0],
            organisations_named(everything, term),
        ]
        if any(character.isdigit() for character in term):
            schemes = (Q(**{f"{scheme}__icontains": term}) for scheme in ("ror", "wikidata", "lei"))
            ways.append(everything.filter(reduce(or_, schemes)))
        return narrowed(queryset, in_any(queryset, *ways)), False

    def response_post_save_change(
        self, request: HttpRequest, obj: Organisation
    ) -> HttpResponseRedirect:
        """A changed type may have moved it to the other role's list."""
        return self._in_its_role(obj) or super().response_post_save_change(request, obj)

    def _in_its_role(self, obj: Organisation) -> HttpResponseRedirect | None:
        role = Organisation.objects.values_list("role", flat=True).get(pk=obj.pk)
        if role == self.opts.model_name:
            return None
        return HttpResponseRedirect(reverse(f"admin:agreements_{role}_change", args=[obj.pk]))

    @admin.display(description="agreements", ordering=count_of(Party.objects.all(), "organisation"))
    def agreement_count(self, organisation: Any) -> int:
        """To how many it is party."""
        return int(organisation.parties_count)

    @admin.display(description="identifiers")
    def identifiers(self, organisation: Organisation) -> str:
        """Which registers know it."""
        return ", ".join(
            scheme for scheme in ("ror", "wikidata", "lei") if getattr(organisation, scheme)
        )

    @admin.display(description="may be", ordering=count_of(UNDECIDED, "organisation"))
    def duplicates(self, organisation: Any) -> str:
        """How many others it may be."""
        return f"{organisation.pair_count} other" if organisation.pair_count else ""


@admin.register(Institution)
class InstitutionAdmin(OrganisationAdmin):
    """Universities, colleges, schools, research institutes and hospitals."""


@admin.register(Partner)
class PartnerAdmin(OrganisationAdmin):
    """Companies, government bodies, associations and foundations."""


@admin.register(Organisation)
class BothRolesAdmin(OrganisationAdmin):
    """Both roles together, for choosing and merging; the index shows the roles."""

    def get_urls(self) -> list[URLPattern]:
        """The confirmation page of a merge."""
        view = self.admin_site.admin_view(self.merge_view)
        merge = path("merge/<int:one>/<int:other>/", view, name="agreements_organisation_merge")
        return [merge, *super().get_urls()]

    def get_model_perms(self, request: HttpRequest) -> dict[str, bool]:
        """Keep it off the index."""
        return {}


@admin.register(Alias)
class AliasAdmin(CatalogueAdmin):
    """All other names."""

    agreements = "parties__organisation__aliases"
    ordering = ("normalised", "pk")
    list_display = ("name", "organisation", "kind", "language")
    list_filter = ("kind", "language")
    list_select_related = ("organisation",)
    search_fields = ("normalised", "organisation__normalised")
    autocomplete_fields = ("organisation",)
    fields = ("organisation", "name", "kind", "language")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Alias], search_term: str
    ) -> tuple[QuerySet[Alias], bool]:
        """The names of organisations of which any name holds the words."""
        if not search_term.strip():
            return queryset, False
        named = organisations_named(Organisation.objects.all(), search_term)
        found = queryset.filter(organisation__in=named.order_by().values("pk"))
        return narrowed(queryset, found), False
