"""What every reader promises, whatever its format."""

import tracemalloc
from pathlib import Path

import pytest

from agreements.readers import READERS, format_of, read
from agreements.readers.template_files import ROOT, example
from tests.readers.files import GOOD, share_strings, some_records, write_records

FORMATS = sorted(READERS)
STREAMED = [name for name in FORMATS if name != "json"]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_a_template_that_holds_the_example(name: str) -> None:
    path = ROOT / f"static/templates/agreements.{name}"
    assert format_of(path) == name
    assert [row.record for row in read(path, name)] == [example()]


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_written_is_read_in_order(name: str, tmp_path: Path) -> None:
    records = list(some_records(3))
    path = write_records(tmp_path / f"records.{name}", records)
    assert [row.record for row in read(path, name)] == records


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe\x00\x00", b"PK\x03\x04 no", b"\x00" * 9])
def test_an_unreadable_file_is_one_problem(
    name: str, content: bytes | None, tmp_path: Path
) -> None:
    path = tmp_path / f"broken.{name}"
    if content is not None:
        path.write_bytes(content)
    if name == "jsonl" and content == b"":
        assert list(read(path, name)) == []
        return
    (row,) = read(path, name)
    assert row.record is None
    assert row.problems[0].file == str(path)
    assert row.problems[0].mend


@pytest.mark.parametrize("name", sorted({*FORMATS} - {"jsonl"}))
@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\n" * 100_000])
def test_an_empty_file_is_called_empty(name: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"empty.{name}"
    path.write_bytes(content)
    (row,) = read(path, name)
    (problem,) = row.problems
    assert (problem.row, problem.value) == (None, "")
    assert "the file is empty" in problem.mend


@pytest.mark.parametrize("name", sorted({*FORMATS} - {"xlsx"}))
@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01",
        b"PK\x03\x04\x14\x00\x00\x00\x08\x00 no",
        b"\x00" * 9,
        bytes(range(256)) * 400,
    ],
)
def test_binary_data_is_called_so(name: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"picture.{name}"
    path.write_bytes(content)
    (row,) = read(path, name)
    (problem,) = row.problems
    assert problem.value == ""
    assert "binary data, not text" in problem.mend


@pytest.mark.parametrize("name", FORMATS)
def test_a_folder_is_one_problem(name: str, tmp_path: Path) -> None:
    (row,) = read(tmp_path, name)
    assert "path of a file" in row.problems[0].mend


@pytest.mark.parametrize(
    ("name", "expected"),
    [("A.CSV", "csv"), ("a.tsv", "csv"), ("a.ndjson", "jsonl"), ("a.pdf", None), ("a", None)],
)
def test_the_suffix_names_the_format(name: str, expected: str | None) -> None:
    assert format_of(Path(name)) == expected


@pytest.mark.parametrize("name", STREAMED)
def test_ten_times_the_rows_take_no_more_memory(name: str, tmp_path: Path) -> None:
    few, many = (_peak(name, tmp_path, count) for count in (200, 2_000))
    assert many <= 1.5 * few


def _peak(name: str, folder: Path, count: int) -> int:
    records = [example()] * count  # alike, since pydantic remembers the strings it met last
    path = write_records(folder / f"{count}.{name}", records, columns=list(GOOD))
    if name == "xlsx":
        share_strings(path)
    tracemalloc.start()
    try:
        read_rows = sum(row.record is not None for row in read(path, name))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert read_rows == count
    return peak
