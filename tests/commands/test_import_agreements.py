"""The command: what it reads, what it prints, what it leaves in the catalogue, how it ends."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from agreements.models import Agreement, ImportBatch, Organisation
from tests.importing.given import ADDRESS, TEXT, record

pytestmark = pytest.mark.django_db

HEADER = "title,kind,signed_on,institutions,partners,source_url,areas"
GOOD = [
    f"Agreement {n},MoU,20{n + 10},Northern University,Acme {chr(64 + n)},https://x.example/{n},"
    for n in range(1, 11)
]
BAD = [
    "Bad date,MoU,22/10/2018,Northern University,Acme,https://x.example/a,",
    "No partner,MoU,2018,Northern University,,https://x.example/b,",
    "Bad country,MoU,2018,Northern University,Acme | country=Norway,https://x.example/c,",
    "Bad address,MoU,2018,Northern University,Acme,x.example,",
    "Bad area,MoU,2018,Northern University,Acme,https://x.example/e,robots | code=no-such-area",
]


def run(*arguments: object, **options: Any) -> tuple[int, str, str]:
    """Exit status, and what was printed on either stream."""
    out, err = StringIO(), StringIO()
    try:
        call_command("import_agreements", *map(str, arguments), stdout=out, stderr=err, **options)
    except SystemExit as end:
        return int(str(end.code)), out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


def written(folder: Path, *records: Any, name: str = "records.jsonl") -> Path:
    """A file of JSON Lines."""
    path = folder / name
    path.write_text("".join(f"{record.model_dump_json(exclude_none=True)}\n" for record in records))
    return path


def test_the_last_line_counts_what_came_of_the_records(tmp_path: Path) -> None:
    path = written(tmp_path, record(), record(key="b", signed_on="2019"))
    line = "created {}, updated 0, unchanged {}, proposed 0, rejected 0\n"
    assert run(path) == (0, line.format(2, 0), "")
    assert run(path) == (0, line.format(0, 2), "")


def test_good_rows_go_in_and_each_bad_one_is_explained(tmp_path: Path) -> None:
    path = tmp_path / "agreements.csv"
    rows = [row for pair in zip(GOOD, [*BAD, *[""] * 5], strict=True) for row in pair if row]
    path.write_text("\n".join([HEADER, *rows]))
    status, out, err = run(path)
    assert (status, out) == (1, "created 10, updated 0, unchanged 0, proposed 0, rejected 5\n")
    assert Agreement.objects.count() == 10
    assert err.splitlines() == [
        f"{path}, row 3, signed_on: '22/10/2018' write 2018, 2018-10 or 2018-10-22",
        f"{path}, row 5, partners: fill it in",
        f"{path}, row 7, partners[0].country: 'Norway'"
        " write the two capital letters of ISO 3166, such as CN",
        f"{path}, row 9, source_url: 'x.example'"
        " write a full address that begins with http:// or https://",
        f"{path}, row 11, areas[0].code: 'no-such-area'"
        " write a code of the list of areas, or leave it out and give the phrase alone",
    ]


def test_a_dry_run_reports_what_a_run_then_does_and_changes_nothing(tmp_path: Path) -> None:
    first = written(tmp_path, record(key="a"), record(key="b", signed_on="2019"), name="1.jsonl")
    run(first)
    Agreement.objects.filter(key="b").update(place="City Hall")
    second = written(
        tmp_path,
        record(key="a", place="Bergen"),
        record(key="b", signed_on="2019", place="Bergen"),
        record(key="c", signed_on="2020", partners=[{"name": "Acme Robotik"}]),
        record(key="c", signed_on="2020", sources=[{"url": "https://c.example/"}]),
        record(key="d", areas=[{"phrase": "x", "code": "no-such-area"}]),
        record(key="e", signed_on="2020-05", partners=[{"name": "Acme Robotik"}]),
        name="2.jsonl",
    )
    reports = [tmp_path / "dry.json", tmp_path / "real.json"]
    before = (Agreement.objects.count(), Organisation.objects.count(), ImportBatch.objects.count())
    dry = run(second, "--dry-run", "--report", reports[0])
    assert before == (
        Agreement.objects.count(),
        Organisation.objects.count(),
        ImportBatch.objects.count(),
    )
    assert Agreement.objects.get(key="a").place == "Oslo"
    assert dry == run(second, "--report", reports[1])
    planned, done = (json.loads(path.read_text()) for path in reports)
    assert (planned.pop("dry_run"), done.pop("dry_run")) == (True, False)
    assert planned.pop("batch") is None
    assert done.pop("batch")
    assert planned == done
    assert sum(planned["totals"].values()) == 6


def test_the_report_tells_of_every_record_what_changed(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    run(written(tmp_path, record()))
    source = {"url": ADDRESS, "text": TEXT, "published_on": "2021-05-06"}
    given = written(tmp_path, record(place="Bergen", sources=[source]))
    run(given, "--report", path)
    report = json.loads(path.read_text())
    assert report["totals"]["updated"] == 1
    assert report["records"] == [
        {
            "file": str(given),
            "row": 1,
            "outcome": "updated",
            "agreement": "northern-university-acme-robotics-memorandum-of-understanding-2021",
            "changes": ["place: Oslo → Bergen", "citations"],
            "notes": [],
            "set_aside": [],
        }
    ]


def test_the_report_lists_an_added_phrase_once_with_its_codes(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    run(written(tmp_path, record()))
    areas = [
        {"phrase": "clever campuses", "code": "smart-campus"},
        {"phrase": "clever campuses", "code": "joint-rd"},
        {"phrase": "robots"},
    ]
    run(written(tmp_path, record(areas=areas)), "--report", path)
    (told,) = json.loads(path.read_text())["records"]
    assert told["changes"] == [
        "areas: clever campuses (smart-campus, joint-rd) added",
        "areas: robots added",
    ]
    run(written(tmp_path, record()), "--report", path)
    (told,) = json.loads(path.read_text())["records"]
    assert sorted(told["changes"]) == ["areas: clever campuses removed", "areas: robots removed"]


def test_a_folder_is_everything_in_it_that_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "deeper").mkdir()
    written(tmp_path / "deeper", record(key="b", signed_on="2019"))
    written(tmp_path, record())
    written(tmp_path, record(key="hidden"), name=".hidden.jsonl")
    for name in ("README.md", "areas.json", "picture.png"):
        (tmp_path / name).write_text("{}")
    status, out, _ = run(tmp_path)
    assert (status, out.split(",")[0]) == (0, "created 2")


@pytest.mark.parametrize("more", [[], ["--dry-run"], ["--queue"], ["--format", "csv"]])
@pytest.mark.parametrize("name", ["picture.png", ".hidden.csv", "README.md"])
def test_a_folder_with_nothing_to_read_is_refused_and_leaves_nothing(
    tmp_path: Path, name: str, more: list[str]
) -> None:
    (tmp_path / name).write_text("x")
    with pytest.raises(CommandError, match=r"no file that can be read; give .*\.csv"):
        run(tmp_path, *more)
    assert not ImportBatch.objects.exists()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b'{"title": "\\u0000"}\n', "NUL"),
        (b'{"title": "\\ud800"}\n', "Unicode"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"{]\n", "mend the JSON"),
        (b"[1]\n", "object"),
    ],
)
def test_what_no_database_can_hold_is_a_problem_of_its_row(
    tmp_path: Path, content: bytes, told: str
) -> None:
    path = tmp_path / "odd.jsonl"
    path.write_bytes(content)
    status, out, err = run(path)
    assert (status, out.split(", ")[-1]) == (1, "rejected 1\n")
    assert told in err


def test_a_missing_file_or_unknown_kind_of_file_is_rejected_by_name(tmp_path: Path) -> None:
    (tmp_path / "notes.odt").write_text("x")
    missing = [tmp_path / name for name in ("missing.csv", "missing.txt", "missing", "missing.odt")]
    status, _, err = run(tmp_path / "notes.odt", *missing)
    assert status == 1
    odt, *others = err.splitlines()
    assert "notes.odt" in odt
    assert "--format" in odt
    for path, line in zip(missing, others, strict=True):
        assert line.startswith(f"{path}: ")
        assert "No such file or directory" in line
        assert "--format" not in line


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["x", "--format", "docx"],
        ["x", "--workers", "0"],
        ["x", "--report", "/no/such/folder/report.json"],
    ],
)
def test_wrong_usage_is_an_error_of_the_command(arguments: list[str]) -> None:
    with pytest.raises(CommandError):
        run(*arguments)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.html", b" \n"),
        ("noise.txt", bytes(range(256)) * 9),
        ("noise.html", bytes(range(256)) * 9),
        ("noise.pdf", bytes(range(256)) * 9),
        ("page.html", b"<html><body></body></html>"),
    ],
)
def test_a_document_that_cannot_be_read_is_named_once(
    tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    _, _, err = run(tmp_path)
    assert err.startswith(f"{tmp_path / name}: ")
    assert err.count(name) == 1
    (problem,) = ImportBatch.objects.get().report["problems"]
    assert name not in problem["mend"]


def test_documents_go_through_extraction_and_those_without_agreement_are_rejected(
    shared: Path, tmp_path: Path
) -> None:
    seeds = sorted(shared.glob("seeds/*.txt"))
    status, out, err = run(*seeds, "--publish", "--workers", "2")
    assert (status, out) == (1, "created 5, updated 0, unchanged 0, proposed 0, rejected 1\n")
    assert len(err.splitlines()) == 1
    assert seeds[-1].name in err
    status, out, _ = run(*seeds, "--publish")
    assert out == "created 0, updated 0, unchanged 5, proposed 0, rejected 1\n"
    assert Agreement.objects.published().count() == 5


def test_an_import_is_undone_by_its_number(tmp_path: Path) -> None:
    run(written(tmp_path, record()))
    batch = ImportBatch.objects.get()
    out = StringIO()
    call_command("undo_import", batch.pk, stdout=out)
    assert out.getvalue().startswith("agreements removed 1,")
    assert not Agreement.objects.exists()
    for number in (batch.pk, batch.pk + 1):
        with pytest.raises(CommandError):
            call_command("undo_import", number)


def test_a_queue_takes_documents_and_reports_what_it_could_not_read(tmp_path: Path) -> None:
    tmp_path.joinpath("a.txt").write_text("The library opens at eight.")
    status, out, err = run(tmp_path, tmp_path / "missing.txt", "--queue")
    assert (status, out.split(" as ")[0]) == (1, "queued 1, failed 1")
    assert "missing.txt" in err


@pytest.mark.parametrize("unfit", ["--dry-run", "--report=report.json", "--workers=2"])
def test_a_queue_refuses_what_only_a_run_of_its_own_can_do(unfit: str, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="does not go with --queue"):
        run(tmp_path, "--queue", unfit)
