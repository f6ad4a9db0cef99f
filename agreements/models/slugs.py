"""Readable addresses that stay unique."""

from django.db import models


def unique_slug(model: type[models.Model], wanted: str) -> str:
    """`wanted`, or `wanted-2`, `wanted-3`, … where another row has it already."""
    wanted = wanted or model._meta.model_name or "item"
    manager = model._default_manager
    taken = set(manager.filter(slug__startswith=wanted).values_list("slug", flat=True))
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"
