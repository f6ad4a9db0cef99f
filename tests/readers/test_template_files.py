"""The files made from lists in code are those in the repository."""

from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from agreements.readers.columns import COLUMNS
from agreements.readers.items import FORMS
from agreements.readers.template_files import ROOT, generated_files
from agreements.records import AgreementRecord, SourceRecord

REMEDY = "run python -m agreements.readers.template_files"


@pytest.mark.parametrize(("name", "content"), generated_files().items())
def test_a_generated_file_is_fresh(name: str, content: bytes) -> None:
    kept = (ROOT / name).read_bytes()
    if name.endswith(".xlsx"):
        assert _cells(kept) == _cells(content), REMEDY
    else:
        assert kept == content, REMEDY


def test_every_field_of_a_record_has_a_column() -> None:
    fields = set(AgreementRecord.model_fields) - {"evidence"}
    fields |= {f"source_{name}" for name in SourceRecord.model_fields if name != "evidence"}
    assert {column.name for column in COLUMNS} == fields


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.name)
def test_the_manual_describes_every_column(column: Any) -> None:
    manual = (ROOT / "docs/importing.md").read_text("utf-8")
    name = f"**`{column.name}`**" if column.required else f"`{column.name}`"
    assert f"| {name} | {column.meaning} |" in manual


@pytest.mark.parametrize("column", FORMS)
def test_the_manual_names_every_part_of_an_item(column: str) -> None:
    manual = (ROOT / "docs/importing.md").read_text("utf-8")
    parts = ", ".join(f"`{name}`" for name in FORMS[column].named)
    assert f"| `{column}` | {FORMS[column].first} | {parts} |" in manual


def _cells(content: bytes) -> list[list[tuple[Any, ...]]]:
    return [list(sheet.values) for sheet in load_workbook(BytesIO(content)).worksheets]
