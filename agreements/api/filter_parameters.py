"""What OpenAPI says of filters, read from their form fields."""

from typing import Any

from django import forms
from django_filters import FilterSet
from drf_spectacular.utils import OpenApiParameter

from agreements.browse.conditions import CountryFilter
from agreements.browse.fields import MAX_VALUES, RowsField, TermsField
from agreements.records import COUNTRY_PATTERN

TEXT = {"type": "string", "pattern": r"^[^\x00]*$"}
# Their form, since nobody reads a list of 249.
_COUNTRIES: dict[str, Any] = {
    "type": "array",
    "items": {"type": "string", "pattern": COUNTRY_PATTERN},
    "maxItems": MAX_VALUES,
}
_ABOUT = {
    "q": 'Words, parts of names, "quoted phrases", OR, -without.',
    "partner": "Slugs of partners; any of them.",
    "institution": "Slugs of institutions; any of them.",
    "year_min": "The first year of signing, or else of the announcement.",
    "year_max": "The last year.",
    "area": "Codes of areas, narrower ones included; any of them on each axis.",
    "kind": "Kinds of agreement; any of them.",
    "country": "ISO 3166-1 alpha-2 codes; any party from any of them.",
    "lifecycle": "How far it is known to have come; any of them.",
    "sort": "Without it newest first, or best match first where words are searched.",
}


def described(filterset: type[FilterSet]) -> tuple[OpenApiParameter, ...]:
    """One parameter for each filter; those of several values are repeated."""
    found = []
    for name, one in filterset.base_filters.items():
        schema = (
            _COUNTRIES if isinstance(one, CountryFilter) else _schema(one.field_class, one.extra)
        )
        explode = True if schema["type"] == "array" else None
        found.append(
            OpenApiParameter(name, schema, description=_ABOUT.get(name, ""), explode=explode)
        )
    return tuple(found)


def _schema(field: type[forms.Field], options: dict[str, Any]) -> dict[str, Any]:
    if issubclass(field, RowsField):
        return {"type": "array", "items": TEXT, "maxItems": MAX_VALUES}
    if issubclass(field, TermsField):
        terms = {"type": "string", "enum": _values(options["choices"])}
        return {"type": "array", "items": terms, "maxItems": MAX_VALUES}
    if issubclass(field, forms.IntegerField):
        return {
            "type": "integer",
            "minimum": options["min_value"],
            "maximum": options["max_value"],
        }
    if issubclass(field, forms.ChoiceField):
        return {"type": "string", "enum": _values(options["choices"])}
    return {**TEXT, "maxLength": options["max_length"]}


def _values(choices: Any) -> list[str]:
    return [value for value, _ in choices if value]
