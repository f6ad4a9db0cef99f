"""What any request may ask beside its filters, read strictly."""

from collections.abc import Sequence

from django.http import QueryDict

from agreements.api.problems import BadParameters, unknown_name

FIELDS = "fields"


def asked_fields(parameters: QueryDict, known: Sequence[str]) -> list[str] | None:
    """The names in `fields=title,areas`, None for all; raises BadParameters for others."""
    if FIELDS not in parameters:
        return None
    names = [name.strip() for text in parameters.getlist(FIELDS) for name in text.split(",")]
    asked = [name for name in dict.fromkeys(names) if name]
    if not asked:
        raise BadParameters({FIELDS: [f"Name at least one of {', '.join(known)}."]})
    if unknown := [name for name in asked if name not in known]:
        raise BadParameters({FIELDS: [unknown_name("field", name, known) for name in unknown]})
    return asked


def number(parameters: QueryDict, name: str, default: int, most: int) -> int:
    """A whole number from 1 to `most`; raises BadParameters for anything else."""
    text = once(parameters, name)
    if text is None:
        return default
    plain = text.isascii() and text.isdecimal() and len(text) <= len(str(most))
    if not (plain and 1 <= int(text) <= most):
        raise BadParameters({name: [f"Write a whole number from 1 to {most}."]})
    return int(text)


def yes(parameters: QueryDict, name: str) -> bool:
    """Whether the parameter is `true`; raises BadParameters unless it is that or `false`."""
    text = once(parameters, name) or "false"
    if text not in ("true", "false"):
        raise BadParameters({name: ["Write true or false."]})
    return text == "true"


def terms(parameters: QueryDict, name: str, known: Sequence[str]) -> list[str]:
    """The values given, each one of `known`, in their order there; all where none is given."""
    given = parameters.getlist(name)
    if any(term not in known for term in given):
        raise BadParameters({name: [f"Choose among {', '.join(known)}."]})
    return [term for term in known if term in given or not given]


def once(parameters: QueryDict, name: str) -> str | None:
    """The parameter's one value, None without it; raises BadParameters for several."""
    values = parameters.getlist(name)
    if len(values) > 1:
        raise BadParameters({name: ["Give it once."]})
    return values[0] or None if values else None
