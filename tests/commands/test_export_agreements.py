"""What the export command writes, and where."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from openpyxl import load_workbook

from agreements.management.commands import export_agreements
from agreements.models import Agreement, Citation, Organisation, Party
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _catalogue() -> None:
    factories.agreement("First", signed_on="2018")
    factories.agreement("Zweite 第二", partners=["Siemens AG"], signed_on="2020")
    factories.agreement("Draft", partners=["Siemens AG"], status="draft")


def printed(*arguments: str) -> str:
    out = io.StringIO()
    call_command("export_agreements", *arguments, stdout=out)
    return out.getvalue()


def titles(*arguments: str) -> list[str]:
    lines = printed("--format", "jsonl", *arguments).splitlines()
    return [json.loads(line)["title"] for line in lines]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ([], ["Zweite 第二", "First"]),
        (["--partner", "siemens"], ["Zweite 第二"]),
        (["--partner", "siemens", "--partner", "huawei-technologies"], ["Zweite 第二", "First"]),
        (["--year-min", "2017", "--year-max", "2019"], ["First"]),
        (["--sort", "oldest"], ["First", "Zweite 第二"]),
        (["--q", "第二"], ["Zweite 第二"]),
        (["--kind", "licence"], []),
    ],
)
def test_the_filters_are_those_of_the_site(filters: list[str], found: list[str]) -> None:
    assert titles(*filters) == found


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        (["--year-min", "soon"], "year_min: Write a year: 2018."),
        (["--year-min", "2020", "--year-max", "2019"], "year_max: The last year, 2019"),
        (["--partner", "nobody"], "partner: No published agreement names the partner “nobody”."),
        (["--partner", "\udcff"], "partner: Write it in Unicode characters."),
        (["--partners", "siemens"], "unrecognized arguments"),
        (["--format", "xml"], "invalid choice: 'xml'"),
    ],
)
def test_a_wrong_filter_writes_nothing(tmp_path: Path, filters: list[str], message: str) -> None:
    target = tmp_path / "out.jsonl"
    with pytest.raises(CommandError, match=message):
        printed("--format", "jsonl", "-o", str(target), *filters)
    assert list(tmp_path.iterdir()) == []


def test_json_is_one_array(tmp_path: Path) -> None:
    assert [record["title"] for record in json.loads(printed("--format", "json"))] == titles()
    assert json.loads(printed("--format", "json", "--kind", "licence")) == []


def test_csv_has_a_row_for_every_agreement() -> None:
    header, *rows = printed("--format", "csv").splitlines()
    assert header.startswith("key,title,kind")
    assert len(rows) == 2


def test_a_workbook_goes_into_a_file_only(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="give a file with -o"):
        printed("--format", "xlsx")
    target = tmp_path / "agreements.xlsx"
    printed("--format", "xlsx", "-o", str(target))
    assert load_workbook(target)["Agreements"].max_row == 3
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_cannot_be_written_is_explained(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"missing/out\.csv cannot be written: No such file"):
        printed("--format", "csv", "-o", str(tmp_path / "missing" / "out.csv"))


def test_a_failure_half_way_leaves_the_earlier_file_alone(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_bytes(b"before")

    def failing() -> Iterator[bytes]:
        yield b"half"
        raise RuntimeError("the database went away")

    with pytest.raises(RuntimeError):
        export_agreements._write(target, failing())
    assert target.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [target]


def test_an_export_imported_into_an_empty_catalogue_gives_the_same(tmp_path: Path) -> None:
    target = tmp_path / "all.jsonl"
    printed("--format", "jsonl", "-o", str(target))
    before = printed("--format", "jsonl")
    for model in (Citation, Party, Agreement, Organisation):
        model.objects.all().delete()
    assert titles() == []
    call_command("import_agreements", str(target), "--publish", stdout=io.StringIO())
    assert printed("--format", "jsonl") == before == target.read_text("utf-8")
