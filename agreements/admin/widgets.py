"""Choosing a related row among very many, without a query for every row of an inline."""

from collections.abc import Sequence
from typing import Any

from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import Model


class LoadedAutocomplete(AutocompleteSelect):
    """Django's autocomplete, which asks the database again only for what is not loaded yet."""

    chosen: Model | None = None

    def take_chosen(self, instance: Model, name: str) -> None:
        """Remember the row that `instance.name` refers to, if it has been fetched."""
        if name in instance._state.fields_cache:
            self.chosen = getattr(instance, name)

    def optgroups(self, name: str, value: Sequence[str], attr: Any = None) -> Any:
        """The chosen option, from memory where it is the one that was loaded."""
        if self.chosen is None or list(value) != [str(self.chosen.pk)]:
            return super().optgroups(name, value, attr)
        empty = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        label = self.choices.field.label_from_instance(self.chosen)
        option = self.create_option(name, self.chosen.pk, label, True, len(empty))
        return [(None, [*empty, option], 0)]
