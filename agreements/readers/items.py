"""Parts of a record as items of a cell: ``Lu Yong | position=Vice President | role=witness``.

The first part of an item stands alone, the others are named. Which names there are follows
from the record format, so that a field added there can be written in a table at once.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, get_args

from pydantic import BaseModel

from agreements.readers.cells import BLANK, escape, join_items, split_items, trim, unescape
from agreements.readers.columns import header_form
from agreements.readers.rows import Fault, shown
from agreements.readers.validation import nearest
from agreements.records import (
    AliasRecord,
    AreaRecord,
    LifecycleStep,
    LinkRecord,
    OrganisationRecord,
    Part,
    PersonRecord,
    SourceRecord,
)
from agreements.vocabulary.kinds import AgreementKind, AliasKind

_ABBREVIATIONS = {
    "mou": AgreementKind.MEMORANDUM_OF_UNDERSTANDING,
    "loi": AgreementKind.LETTER_OF_INTENT,
    "license": AgreementKind.LICENCE,
}
_LOOKS_LIKE_SUFFIX = re.compile(r"[a-z]+,\s*[a-z]{2,3}")


@dataclass(frozen=True, slots=True)
class Form:
    """How one kind of part is written: the field that stands first, the fields that are named."""

    first: str
    named: dict[str, str]
    """Name in the cell to field of the record; only ``alias`` may be repeated."""
    words: dict[str, type[StrEnum]]
    """Fields that hold a word of a closed list."""
    defaults: dict[str, str]
    """What fields mean that are left out; a field without default says nothing then."""


def _form(model: type[Part], first: str, *unsaid: str) -> Form:
    fields = [f for f in model.model_fields if f not in (first, "evidence", *unsaid)]
    defaults = {f: model.model_fields[f].default for f in fields}
    return Form(
        first,
        {"alias" if f == "aliases" else f: f for f in fields},
        closed_lists(model),
        {field: default for field, default in defaults.items() if isinstance(default, str)},
    )


def closed_lists(model: type[BaseModel]) -> dict[str, type[StrEnum]]:
    """The fields of a model that hold a word of a closed list, each with that list."""
    found = {}
    for name, field in model.model_fields.items():
        for candidate in (field.annotation, *get_args(field.annotation)):
            if isinstance(candidate, type) and issubclass(candidate, StrEnum):
                found[name] = candidate
    return found


FORMS = {
    "institutions": _form(OrganisationRecord, "name"),
    "partners": _form(OrganisationRecord, "name"),
    "signatories": _form(PersonRecord, "name", "role"),
    "people": _form(PersonRecord, "name"),
    "areas": _form(AreaRecord, "phrase"),
    "lifecycle": _form(LifecycleStep, "status"),
    "links": _form(LinkRecord, "relation"),
    "sources": _form(SourceRecord, "url"),
}


def word(text: str, closed_list: type[StrEnum]) -> str:
    """The code that a word of a closed list means ("Joint laboratory"), or the word unchanged."""
    code = header_form(text)
    code = _ABBREVIATIONS.get(code, code) if closed_list is AgreementKind else code
    return code if code in set(closed_list) else text


def write_items(parts: Iterable[Part], form: Form) -> str:
    """The cell that holds these parts of a record."""
    return join_items(
        [escape(getattr(part, form.first) or ""), *_named(part, form)] for part in parts
    )


def read_items(column: str, cell: str) -> tuple[list[dict[str, Any]], list[Fault]]:
    """The parts in a cell as data for the record, and what cannot be understood in it."""
    items, faults = [], []
    for index, (first, *others) in enumerate(split_items(cell)):
        item, wrong = _item(first, others, FORMS[column])
        items.append(item)
        faults += [Fault(f"{column}[{index}]", value, mend) for value, mend in wrong]
    return items, faults


def _named(part: Part, form: Form) -> Iterator[str]:
    for name, field in form.named.items():
        value = getattr(part, field)
        if field == "aliases":
            yield from (f"{name}={escape(_alias_text(alias))}" for alias in value)
        elif value not in (None, form.defaults.get(field)):
            yield f"{name}={escape(value)}"


def _item(
    first: str, others: list[str], form: Form
) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """One item as data, and pairs of a wrong part and its mend."""
    item: dict[str, Any] = {form.first: _value(form, form.first, first)} if first else {}
    wrong = []
    for part in filter(None, others):
        name, equals, text = part.partition("=")
        field = form.named.get(header_form(name))
        if not equals or field is None:
            choice = ", ".join(f"{name}=…" for name in form.named)
            mend = f"name the part as one of {choice}" if not equals else nearest(name, form.named)
            wrong.append((shown(part), mend))
        elif field == "aliases":
            item.setdefault(field, []).append(_alias(unescape(trim(text))))
        elif field in item:
            wrong.append((shown(part), f"give {header_form(name)} once"))
        elif trim(text):
            item[field] = _value(form, field, trim(text))
    return item, wrong


def _value(form: Form, field: str, escaped: str) -> str:
    text = unescape(escaped)
    return word(text, form.words[field]) if field in form.words else text


def _alias_text(alias: AliasRecord) -> str:
    """``华为 (native, zh)``; the bracket is left out where it would say only the usual."""
    if alias.kind is AliasKind.SPELLING and not alias.language and not alias.name.endswith(")"):
        return alias.name
    return f"{alias.name} ({', '.join(filter(None, (alias.kind, alias.language)))})"


def _alias(text: str) -> Mapping[str, str]:
    name, bracket, suffix = text.removesuffix(")").rpartition("(")
    kind, _, language = (piece.strip() for piece in suffix.partition(","))
    described = kind.casefold() in set(AliasKind) or _LOOKS_LIKE_SUFFIX.fullmatch(suffix)
    if not (bracket and text.endswith(")") and described):
        return {"name": text}
    alias = {"name": name.rstrip(BLANK), "kind": word(kind, AliasKind)}
    return {**alias, "language": language} if language else alias
