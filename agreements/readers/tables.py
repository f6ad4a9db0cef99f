"""A record as a row of a table and back: the same module for import, export and templates.

A table holds all of a record but its evidence, which counts characters and is better left to
JSON. The first source has columns of its own, further ones share the column ``sources``.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from agreements.readers.cells import BLANK, guard, unguard
from agreements.readers.columns import BY_NAME, COLUMNS
from agreements.readers.items import FORMS, closed_lists, read_items, word, write_items
from agreements.readers.rows import Fault
from agreements.readers.validation import validated
from agreements.records import AgreementRecord, SourceRecord

_SOURCE = "source_"
_SOURCE_FIELDS = {name: name.removeprefix(_SOURCE) for name in BY_NAME if name.startswith(_SOURCE)}
_SOURCE_PATH = re.compile(r"sources\[(\d+)\]\.?(.*)")
_WORDS = closed_lists(AgreementRecord) | {
    _SOURCE + field: words for field, words in closed_lists(SourceRecord).items()
}


def to_row(record: AgreementRecord) -> dict[str, str]:
    """The cells of a record's row by column name; none of them can be taken for a formula."""
    first, *further = record.sources or (SourceRecord.model_construct(),)
    cells = {
        column.name: write_items(getattr(record, column.name), FORMS[column.name])
        if column.name in FORMS
        else getattr(record, column.name, None)
        for column in COLUMNS
    }
    for column, field in _SOURCE_FIELDS.items():
        value = getattr(first, field)
        cells[column] = "" if value == SourceRecord.model_fields[field].default else value
    cells["sources"] = write_items(further, FORMS["sources"])
    return {name: guard(str(cell or "")) for name, cell in cells.items()}


def from_row(cells: Mapping[str, str]) -> AgreementRecord | list[Fault]:
    """The record that a row's cells describe, or everything that is wrong with them.

    `cells` is keyed by column name; columns that a table lacks may be left out.
    """
    data: dict[str, Any] = {}
    source: dict[str, str] = {}
    faults: list[Fault] = []
    for name, cell in cells.items():
        cell = unguard(cell)
        text = cell.strip(BLANK)
        if not text:
            continue
        if name in FORMS:
            items, wrong = read_items(name, text)
            faults += wrong
            data |= {name: items} if items else {}
        elif name in _SOURCE_FIELDS:
            value = cell if name == "source_text" else text
            source[_SOURCE_FIELDS[name]] = word(value, _WORDS[name]) if name in _WORDS else value
        else:
            data[name] = word(text, _WORDS[name]) if name in _WORDS else text
    data["sources"] = [source, *data.get("sources", [])]
    made = validated(data)
    if isinstance(made, AgreementRecord):
        return faults or made
    return faults + [_in_columns(fault) for fault in made]


def _in_columns(fault: Fault) -> Fault:
    """The fault with its field named as the table's user knows it."""
    match = _SOURCE_PATH.fullmatch(fault.field or "")
    if match is None:
        return fault
    index, field = int(match[1]), match[2]
    if index:
        return replace(fault, field=".".join(filter(None, (f"sources[{index - 1}]", field))))
    if field:
        return replace(fault, field=_SOURCE + field)
    return replace(fault, field="source_url", mend="fill in source_url, source_text or both")
