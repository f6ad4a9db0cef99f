"""Files to read, written as a user's programs write them."""

import csv
import json
import re
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from agreements.readers.columns import COLUMNS
from agreements.readers.tables import to_row
from agreements.readers.template_files import example
from agreements.records import AgreementRecord

HEADER = [column.name for column in COLUMNS]
GOOD = {
    "title": "Framework agreement",
    "institutions": "Zhejiang University",
    "partners": "Huawei",
    "source_url": "http://www.zju.edu.cn/english/2017/0601/c4152a529292/page.htm",
}


def some_records(count: int) -> Iterable[AgreementRecord]:
    """Records that differ in their keys."""
    record = example()
    return (record.model_copy(update={"key": f"test-{number}"}) for number in range(count))


def write_csv(path: Path, rows: Iterable[Iterable[str]], delimiter: str = ",") -> Path:
    """A table of these rows."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


def write_xlsx(path: Path, rows: Iterable[Sequence[Any]]) -> Path:
    """A workbook with these rows of values on its first sheet."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet()
    for row in rows:
        sheet.append(row)
    workbook.save(path)
    return path


def share_strings(path: Path) -> Path:
    """Move a workbook's texts into the table of strings where spreadsheet programs put them."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    strings: list[str] = []

    def share(match: re.Match[str]) -> str:
        strings.append(f"<si>{match[1]}</si>")
        return f't="s"><v>{len(strings) - 1}</v>'

    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = re.sub(r't="inlineStr"><is>(.*?)</is>', share, parts[sheet])
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{namespace}">{"".join(strings)}</sst>'
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        "</Types>", f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def write_records(
    path: Path, records: Iterable[AgreementRecord], columns: Sequence[str] = HEADER
) -> Path:
    """A file of the format that its suffix names; `columns` are those of a table."""
    if path.suffix in (".csv", ".xlsx"):
        rows = [[row[column] for column in columns] for row in map(to_row, records)]
        write = write_csv if path.suffix == ".csv" else write_xlsx
        return write(path, [columns, *rows])
    if path.suffix == ".jsonl":
        path.write_text("".join(r.model_dump_json() + "\n" for r in records), "utf-8")
    else:
        path.write_text(json.dumps([r.model_dump(mode="json") for r in records]), "utf-8")
    return path
