"""What pydantic finds wrong with a record, said in plain words with what would mend it."""

import difflib
import json
from collections.abc import Collection, Mapping
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from agreements.readers.rows import Fault, shown
from agreements.records import AgreementRecord

DATE_FORM = "write 2018, 2018-10 or 2018-10-22"
_DATES = (
    "signed_on", "effective_from", "expires_on", "on", "published_on", "retrieved_on"
)  # fmt: skip
_FORMS = {
    **dict.fromkeys(_DATES, DATE_FORM),
    "country": "write the two capital letters of ISO 3166, such as CN",
    "ror": "write the full address, such as https://ror.org/00a2xv884",
    "wikidata": "write the item's number with its Q, such as Q42",
    "lei": "write the 20 characters of the LEI, its two check digits included",
    "url": "write a full address that begins with http:// or https://",
    "language": "write a language tag (BCP 47) such as en or zh-Hans",
    "code": "write a code of the list of areas, such as smart-campus",
}
_KINDS_OF_VALUE = {
    "string_type": "write it as text, in quotation marks",
    "tuple_type": "write it as a list, in square brackets",
    "dict_type": "write it as an object, in braces",
    "model_type": "write it as an object, in braces",
    "model_attributes_type": "write it as an object, in braces",
    "string_unicode": "write it in valid Unicode characters",
}


def validated(data: object) -> AgreementRecord | list[Fault]:
    """The record that `data` describes, or everything that is wrong with it."""
    try:
        return AgreementRecord.model_validate(data)
    except ValidationError as error:
        return [_fault(details) for details in _told(error.errors(include_url=False))]


def nearest(name: str, names: Collection[str]) -> str:
    """What to write instead of an unknown name: the most similar one, or the whole choice."""
    close = difflib.get_close_matches(name, names, n=1)
    if close:
        return f"write {close[0]}, or remove it"
    return f"remove it; known are {', '.join(names)}"


def dotted(location: tuple[int | str, ...]) -> str | None:
    """A place within a record as in ``institutions[0].country``; None for the record itself."""
    parts = [part for part in location if part != "[key]"]  # how pydantic marks a wrong key
    path = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in parts)
    return path.removeprefix(".") or None


def _told(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Without those that say a list is too short since its items are wrong, which are told too."""
    within = {error["loc"][:-i] for error in errors for i in range(1, len(error["loc"]))}
    return [e for e in errors if e["type"] != "too_short" or e["loc"] not in within]


def _fault(error: ErrorDetails) -> Fault:
    return Fault(dotted(error["loc"]), _offending(error), _mend(error))


def _offending(error: ErrorDetails) -> str:
    value = error["input"]
    about_the_whole = error["type"] in ("missing", "value_error")
    if value is None or (about_the_whole and isinstance(value, Mapping | BaseModel)):
        return ""
    if isinstance(value, list | dict):
        return shown(json.dumps(value, ensure_ascii=False))
    return shown(value)


def _mend(error: ErrorDetails) -> str:
    kind, context = error["type"], error.get("ctx", {})
    field = error["loc"][-1] if error["loc"] else ""
    if kind == "missing":
        return "fill it in"
    if kind == "extra_forbidden":
        return nearest(str(field), _fields_beside(error["loc"]))
    if kind == "too_short":
        return f"give at least {context['min_length']}"
    if kind == "string_too_short":
        return "fill it in, or leave it out"
    if kind == "string_too_long":
        return f"shorten it to {context['max_length']} characters"
    if kind in ("enum", "literal_error"):
        return f"write one of {context['expected']}"
    if "\0" in str(error["input"]):
        return "remove the NUL character"
    if kind in _KINDS_OF_VALUE:
        return _KINDS_OF_VALUE[kind]
    if field in _FORMS:
        in_no_calendar = "calendar" in str(context.get("error"))
        return f"{_FORMS[str(field)]}{', a day of the calendar' if in_no_calendar else ''}"
    return str(context["error"]) if kind == "value_error" else error["msg"]


def _fields_beside(location: tuple[int | str, ...]) -> list[str]:
    """The field names known where `location` ends."""
    model: type[BaseModel] = AgreementRecord
    for part in location[:-1]:
        if isinstance(part, str) and part in model.model_fields:
            model = _model_in(model.model_fields[part].annotation) or model
    return list(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that an annotation such as ``tuple[OrganisationRecord, ...]`` speaks of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_model_in(argument) for argument in get_args(annotation))
    return next((model for model in found if model), None)
