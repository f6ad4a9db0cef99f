"""Form fields of the filters: several values at once, and text that PostgreSQL can compare."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

MAX_VALUES = 50
"""How many values of one facet may be chosen."""


def storable(text: str) -> None:
    """Raise ValidationError for what no column can hold: NUL, and halves of characters."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ValidationError("Write it in Unicode characters.") from None
    if "\x00" in text:
        raise ValidationError("Leave out the null character.")


class TextField(forms.CharField):
    """A line of text."""

    default_validators = [storable]


class _Several(forms.Field):
    """Several values of one parameter: blank and repeated ones do not count."""

    widget = forms.MultipleHiddenInput
    default_error_messages = forms.MultipleChoiceField.default_error_messages

    def clean(self, value: Any) -> list[Any]:
        """What the values mean, in their order; raises ValidationError for one without meaning."""
        values = [text for text in dict.fromkeys(value or ()) if text.strip()]
        if len(values) > MAX_VALUES:
            raise ValidationError(f"Choose at most {MAX_VALUES} values.")
        for text in values:
            storable(text)
        meanings = self.meanings(values) if values else {}
        for text in values:
            if text not in meanings:
                wrong = self.error_messages["invalid_choice"]
                raise ValidationError(wrong, code="invalid_choice", params={"value": text})
        return [meanings[text] for text in values]

    def meanings(self, values: list[str]) -> Mapping[str, Any]:
        """What each value means; those that are not in it mean nothing."""
        raise NotImplementedError


class RowsField(_Several):
    """Rows named by one of their columns; `rows` finds them by these names."""

    rows: Callable[[list[str]], Mapping[str, Any]]

    def meanings(self, values: list[str]) -> Mapping[str, Any]:
        """The rows."""
        return self.rows(values)


class TermsField(_Several):
    """Terms of a closed list, given as pairs of a term and its label."""

    def __init__(self, *, choices: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(**options)
        self._terms = {term: term for term, _ in choices}

    def meanings(self, values: list[str]) -> Mapping[str, str]:
        """The terms themselves."""
        return self._terms
