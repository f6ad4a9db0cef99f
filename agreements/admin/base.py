"""What all pages of the admin share: search kept fresh, history, refusals instead of errors."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.paginator import Paginator
from django.db import IntegrityError, models
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from agreements.admin import history
from agreements.admin.forms import CatalogueForm, CatalogueFormSet
from agreements.admin.lists import BoundedPaginator, CountingList, numbers_of
from agreements.admin.widgets import LoadedAutocomplete
from agreements.models import Agreement

HISTORY_PAGE = 50


def refusal(error: IntegrityError) -> str:
    """The message of the constraint that refused a row, in words an editor can act on."""
    name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
    for model in Agreement._meta.apps.get_models():
        for constraint in model._meta.constraints:
            if constraint.name == name:
                return f"Not saved. {constraint.get_violation_error_message()}"
    return (
        "Not saved: the catalogue changed meanwhile, or one row was removed while another that "
        "needs it was changed. Look again and repeat your change."
    )


@contextmanager
def search_following(lookup: str, rows: Iterable[models.Model]) -> Iterator[None]:
    """Delete inside; what search reads of the agreements that spoke of `rows` follows."""
    if not lookup:
        yield
        return
    spoke = Agreement.objects.filter(**{f"{lookup}__in": [row.pk for row in rows]})
    keys = list(spoke.values_list("pk", flat=True))
    yield
    Agreement.objects.filter(pk__in=keys).refresh_search()


class CatalogueAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """An admin page of the catalogue.

    `agreements` is the lookup from Agreement to this model where search reads it, "" where it
    does not; `history_parts` are the models whose rows belong to this one's history. `counts`
    names attributes of the rows of its list: how many rows of a query refer to each by a column.
    """

    form = CatalogueForm
    list_per_page = 50
    show_full_result_count = False
    paginator = BoundedPaginator
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    agreements = ""
    history_parts: Sequence[type[models.Model]] = ()
    counts: Mapping[str, tuple[models.QuerySet[Any], str]] = {}

    class Media:
        css = {"all": ["agreements/admin/catalogue.css"]}

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[CountingList]:
        """The list that counts what its rows show."""
        return CountingList

    def counted(self, keys: list[int]) -> dict[str, dict[int, int]]:
        """By attribute, what is counted of each of these rows of the list."""
        return {name: numbers_of(*parts, keys) for name, parts in self.counts.items()}

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Autocomplete from memory where the row is loaded already."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", LoadedAutocomplete(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What slips through the form's checks is refused with the constraint's message."""
        try:
            return super().changeform_view(request, *args, **kwargs)
        except IntegrityError as error:
            self.message_user(request, refusal(error), messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())

    def save_related(
        self, request: HttpRequest, form: "ModelForm[Any]", formsets: Any, change: bool
    ) -> None:
        """Save the parts, then let search read the result."""
        super().save_related(request, form, formsets, change)
        if self.agreements:
            Agreement.objects.filter(**{self.agreements: form.instance.pk}).refresh_search()

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        """Delete one row; search follows."""
        with search_following(self.agreements, [obj]):
            super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        """Delete the chosen rows; search follows."""
        with search_following(self.agreements, queryset):
            super().delete_queryset(request, queryset)

    def get_view_on_site_url(self, obj: models.Model | None = None) -> str | None:
        """The public page, while there is one."""
        model: Any = self.opts.concrete_model
        if obj is None or not hasattr(model.objects.all(), "published"):
            return None
        public = model.objects.published().filter(pk=obj.pk).exists()
        return super().get_view_on_site_url(obj) if public else None

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Every change that the database recorded; Django's own list for what it does not."""
        row = self.get_object(request, unquote(object_id))
        if row is None or not history.is_tracked(self.model):
            return super().history_view(request, object_id, extra_context)
        events = history.events_of(row, self.history_parts)
        page = Paginator(events, HISTORY_PAGE).get_page(request.GET.get("p"))
        context = {
            "page": page,
            "changes": history.changes(page, row),
            "media": self.media,
            **(extra_context or {}),
        }
        return super().history_view(request, object_id, context)


class PartInline(admin.TabularInline):  # type: ignore[type-arg]
    """Rows that belong to the page's row and are edited with it.

    `related` names the rows to fetch with them, so that their number costs no queries.
    """

    form = CatalogueForm
    formset = CatalogueFormSet
    extra = 0
    related: Sequence[str] = ()

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        """The rows with what their forms show."""
        return super().get_queryset(request).select_related(*self.related)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Keep the row short: a related row can be added from here, no more."""
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(getattr(field, "widget", None), RelatedFieldWidgetWrapper):
            for may in ("can_change_related", "can_delete_related", "can_view_related"):
                setattr(field.widget, may, False)
        return field

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Autocomplete from memory where the row is loaded already."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", LoadedAutocomplete(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
