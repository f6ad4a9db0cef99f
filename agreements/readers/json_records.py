"""JSON and JSON Lines: records as the exchange format has them, evidence included."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from agreements.readers.encoding import ENCODING, require_utf8
from agreements.readers.rows import (
    Fault,
    ReadRow,
    UnreadableFileError,
    accepted_or_rejected,
    shown,
)
from agreements.readers.validation import validated
from agreements.records import AgreementRecord

LARGEST_JSON = 64 * 2**20
"""Bytes of a JSON file, which is read as a whole, unlike JSON Lines."""


def read_json(path: Path) -> Iterator[ReadRow]:
    """The records of an array, of ``{"agreements": […]}``, or the one record of an object."""
    require_utf8(path)
    if path.stat().st_size > LARGEST_JSON:
        mend = "write it as JSON Lines, one record a line; JSON is read as a whole, up to 64 MiB"
        raise UnreadableFileError(Fault(None, "", mend))
    content = _parsed(path.read_text(ENCODING))
    if isinstance(content, Fault):
        raise UnreadableFileError(content)
    if isinstance(content, dict):
        content = content.get("agreements", [content])
    if not isinstance(content, list):
        mend = 'write an array of records, {"agreements": […]} or one record'
        raise UnreadableFileError(Fault(None, shown(content), mend))
    for position, value in enumerate(content, start=1):
        yield accepted_or_rejected(path, position, _record(value))


def read_json_lines(path: Path) -> Iterator[ReadRow]:
    """One record a line; blank lines are left out."""
    require_utf8(path)
    with path.open(encoding=ENCODING, newline="\n") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                yield accepted_or_rejected(path, number, _record(_parsed(line)))


def _parsed(text: str) -> Any:
    """The value that JSON text stands for, or the fault that says why there is none."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        near = shown(text[max(error.pos - 20, 0) : error.pos + 20])
        mend = f"mend the JSON: {error.msg} at line {error.lineno}, column {error.colno}"
        return Fault(None, near, mend)
    except (ValueError, RecursionError) as error:
        return Fault(None, "", f"mend the JSON: {error}")


def _record(value: Any) -> AgreementRecord | list[Fault]:
    if isinstance(value, Fault):
        return [value]
    if not isinstance(value, dict):
        return [Fault(None, shown(value), "write a record as an object, in braces")]
    return validated(value)
