"""Form fields of the filters: several values at once, and text that PostgreSQL can compare."""

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

    def clean(self, value: Any) -> Any:
        values = [text for text in dict.fromkeys(value or ()) if text.strip()]
        if len(values) > MAX_VALUES:
            raise ValidationError(f"Choose at most {MAX_VALUES} values.")
        for text in values:
            storable(text)
        return list(super().clean(values)) if values else []


class RowsField(_Several, forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Rows named by one of their columns, as a list."""


class TermsField(_Several, forms.MultipleChoiceField):
    """Terms of a closed list."""
