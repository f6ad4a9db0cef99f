"""The API's description as a page, made on the server from the same OpenAPI document."""

from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from agreements.api.schema import openapi


class Field(NamedTuple):
    """A parameter, or a field of an answer."""

    name: str
    form: str
    about: str


class Operation(NamedTuple):
    """One address, what it takes, and the name of what it gives."""

    path: str
    about: str
    parameters: list[Field]
    answer: str


class Shape(NamedTuple):
    """A kind of object in answers."""

    name: str
    about: str
    fields: list[Field]


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """Every address with its parameters, and every kind of object with its fields."""
    described = openapi()
    context = {
        "title": "API",
        "description": described["info"]["description"],
        "canonical": request.build_absolute_uri(request.path),
        "crumbs": [{"label": "Home", "path": reverse("home")}],
        "root": request.build_absolute_uri(reverse("api:root")),
        "operations": [_operation(path, ways["get"]) for path, ways in described["paths"].items()],
        "shapes": [_shape(*one) for one in described["components"]["schemas"].items()],
    }
    return render(request, "api/docs.html", context)


def _operation(path: str, said: dict[str, Any]) -> Operation:
    answer = said["responses"]["200"]["content"]["application/json"]["schema"]
    parameters = [
        Field(one["name"], _form(one["schema"]), one.get("description", ""))
        for one in said.get("parameters", ())
        if one["in"] == "query"
    ]
    return Operation(path, said.get("description", ""), parameters, _form(answer))


def _shape(name: str, said: dict[str, Any]) -> Shape:
    fields = [
        Field(field, _form(schema), schema.get("description", ""))
        for field, schema in said.get("properties", {}).items()
    ]
    return Shape(name, said.get("description", ""), fields)


def _form(schema: dict[str, Any]) -> str:
    """A schema in a few words: "array of PartyOf", "string or null"."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if schema.get("type") == "array":
        return f"array of {_form(schema['items'])}"
    if either := schema.get("oneOf") or schema.get("anyOf") or schema.get("allOf"):
        return " or ".join(_form(one) for one in either)
    kinds = schema.get("type", "any")
    return kinds if isinstance(kinds, str) else " or ".join(kinds)
