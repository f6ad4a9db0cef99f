"""The files that users download to fill in, and the JSON Schema, made from the lists in code.

``python -m agreements.readers.template_files`` writes them anew into ``static/templates`` and
``docs``; tests fail while they are stale.
"""

import csv
import io
import json
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from agreements.readers.columns import COLUMNS
from agreements.readers.tables import from_row
from agreements.records import AgreementRecord, json_schema

ROOT = Path(__file__).resolve().parents[2]


def example() -> AgreementRecord:
    """The record that the examples of the columns make together."""
    record = from_row({column.name: column.example for column in COLUMNS})
    assert isinstance(record, AgreementRecord), record  # noqa: S101 - a promise of columns.py
    return record


def generated_files() -> dict[str, bytes]:
    """Every generated file by its path from the root of the repository."""
    record = example().model_dump(mode="json", exclude_defaults=True)
    return {
        "static/templates/agreements.csv": _csv(),
        "static/templates/agreements.xlsx": _xlsx(),
        "static/templates/agreements.json": _json([record]),
        "static/templates/agreements.jsonl": json.dumps(record, ensure_ascii=False).encode()
        + b"\n",
        "docs/record.schema.json": _json(json_schema()),
    }


def _csv() -> bytes:
    """With a byte order mark, without which Excel takes the file for its own 8-bit encoding."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(_rows())
    return text.getvalue().encode("utf-8-sig")


def _xlsx() -> bytes:
    """All cells are formatted as text, so that a spreadsheet leaves ``2018-10`` as it is."""
    workbook = Workbook()
    sheet = workbook.active or workbook.create_sheet()
    sheet.title = "agreements"
    for row in _rows():
        sheet.append(row)
    for index in range(1, len(COLUMNS) + 1):
        sheet.column_dimensions[get_column_letter(index)].number_format = "@"
        sheet.column_dimensions[get_column_letter(index)].width = 24
    for cell in (cell for row in sheet.iter_rows() for cell in row):
        cell.number_format = "@"
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    meanings = workbook.create_sheet("columns")
    for column in COLUMNS:
        meanings.append([column.name, column.meaning, "required" if column.required else ""])
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2).encode() + b"\n"


def _rows() -> list[list[str]]:
    return [[column.name for column in COLUMNS], [column.example for column in COLUMNS]]


def main() -> None:
    """Write every generated file."""
    for name, content in generated_files().items():
        (ROOT / name).write_bytes(content)


if __name__ == "__main__":
    main()
