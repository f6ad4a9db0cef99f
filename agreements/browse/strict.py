"""A FilterSet that shows nothing rather than too much."""

import difflib
from collections.abc import Iterable
from functools import cache, cached_property
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.datastructures import MultiValueDict
from django_filters import FilterSet

from agreements.browse.fields import RowsField
from agreements.readers.rows import shown


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that somebody who wrote `name` probably meant."""
    return next(iter(difflib.get_close_matches(name[:100], known, 1, 0.5)), None)


@cache
def _form_class(filterset: type[FilterSet]) -> Any:
    fields = {name: each.field for name, each in filterset.base_filters.items()}
    return type(f"{filterset.__name__}Form", (filterset._meta.form,), fields)


class StrictFilterSet(FilterSet):  # type: ignore[misc]
    """A FilterSet for which a misspelt parameter or a malformed value finds nothing.

    django-filter's own would leave such a parameter out and so widen the answer.
    """

    not_filters: ClassVar[frozenset[str]] = frozenset({"page"})
    """Parameters that an address may carry beside the filters."""

    def __init__(
        self,
        data: MultiValueDict[str, str] | None = None,
        queryset: QuerySet[Any] | None = None,
        **options: Any,
    ) -> None:
        super().__init__(data, queryset, **options)

    def get_form_class(self) -> Any:
        """Made once, since a form copies its fields."""
        kind: Any = type(self)
        return _form_class(kind)

    @property
    def form(self) -> Any:
        """The form of the values, whose fields ask this FilterSet's filters for rows."""
        if not hasattr(self, "_form"):
            for name, field in super().form.fields.items():
                if isinstance(field, RowsField):
                    field.rows = self.filters[name].rows
        return self._form

    def unknown_parameters(self) -> list[str]:
        """The names that are no filters."""
        return sorted(set(self.data) - set(self.filters) - self.not_filters)

    def nearest(self, name: str) -> str | None:
        """The filter that somebody who wrote `name` probably meant."""
        return nearest(name, self.filters)

    def complaints(self) -> list[str]:
        """What keeps the filters from being sound, each with what would mend it."""
        found = []
        for name in self.unknown_parameters():
            meant = self.nearest(name)
            mend = f"did you mean {meant}?" if meant else "leave it out"
            found.append(f"{shown(name)}: there is no filter of this name; {mend}")
        for name, messages in self.errors.items():
            found += [f"{name}: {message}" for message in messages]
        return found

    def is_sound(self) -> bool:
        """Whether every parameter is known and every value makes sense."""
        return self.sound

    @cached_property
    def sound(self) -> bool:
        """Likewise, for those who know without asking."""
        return not self.is_bound or (not self.errors and not self.unknown_parameters())

    @cached_property
    def cleaned(self) -> dict[str, Any]:
        """The values of the filters, as far as they make sense."""
        if not self.is_bound:
            return {}
        self.form.is_valid()
        cleaned: dict[str, Any] = self.form.cleaned_data
        return cleaned

    @property
    def qs(self) -> Any:
        """The rows that the filters show, none when they are unsound."""
        if not hasattr(self, "_qs"):
            self._qs = self.qs_without("")
        return self._qs

    def qs_without(self, facet: str) -> Any:
        """The rows as they would be if nothing were chosen in `facet`."""
        return self.narrowed(self.chosen_without(facet))

    def narrowed(self, chosen: dict[str, Any]) -> Any:
        """The rows that these cleaned values of filters leave, none when any is unsound."""
        if not self.is_sound():
            return self.queryset.none()
        rows = self.queryset.all()
        for name, value in chosen.items():
            rows = self.filters[name].filter(rows, value)
        return rows

    def chosen_without(self, facet: str) -> dict[str, Any]:
        """The values of the filters, cleaned, but for those that are chosen in `facet`."""
        return {name: value for name, value in self.cleaned.items() if name != facet}
