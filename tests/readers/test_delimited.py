"""CSV as spreadsheets, databases and people write it."""

from pathlib import Path

import pytest

from agreements.readers import ReadRow, read
from agreements.readers.rows import Problem
from tests.readers.files import GOOD, write_csv

HEADER = "title,institutions,partners,source_url"
ROW = "Agreement,Zhejiang University,Huawei,https://www.zju.edu.cn/"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_that_of_the_header(delimiter: str, tmp_path: Path) -> None:
    cells = GOOD | {"partners": "Huawei; ZTE", "summary": "Teaching, research\nand more"}
    path = write_csv(tmp_path / "a.csv", [cells.keys(), cells.values()], delimiter)
    (row,) = read(path, "csv")
    assert row.record
    assert [party.name for party in row.record.partners] == ["Huawei", "ZTE"]
    assert row.record.summary == "Teaching, research\nand more"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_newlines_and_byte_order_marks_make_no_difference(
    newline: str, mark: str, tmp_path: Path
) -> None:
    (row,) = _read(tmp_path, mark + newline.join([HEADER, "", ROW, ",,,", ""]))
    assert row.row == 3
    assert row.record


def test_headers_are_understood_in_other_words(tmp_path: Path) -> None:
    header = " Agreement ,UNIVERSITY,Company,Source URL,Signing date,"
    (row,) = _read(tmp_path, f"{header}\n{ROW},2018-10,\n")
    assert row.record
    assert row.record.signed_on == "2018-10"


def test_rows_are_numbered_by_their_first_line(tmp_path: Path) -> None:
    quoted = ROW.replace("Agreement", '"Agree\n\nment"')
    rows = _read(tmp_path, f"{HEADER}\n{quoted}\n\n{ROW}\n,A,B,C\n")
    assert [row.row for row in rows] == [2, 6, 7]
    assert [bool(row.record) for row in rows] == [True, True, False]


@pytest.mark.parametrize(
    ("line", "field", "value", "mend"),
    [
        ("a,b", None, "a", "4 cells"),
        (f"{ROW},more", None, "more", "cell 5"),
        ('"a" b,c,d,https://e.example', None, "", "double each"),
        ("a\0b,c,d,https://e.example", "title", "a\\x00b", "NUL"),
        ('"a,b,c', None, "", "close every quoted cell"),
    ],
)
def test_a_misshapen_line_is_explained_and_the_others_are_read(
    line: str, field: str | None, value: str, mend: str, tmp_path: Path
) -> None:
    good, bad = _read(tmp_path, f"{HEADER}\n{ROW}\n{line}\n")
    (problem,) = bad.problems
    assert good.record
    assert (problem.row, problem.field, problem.value) == (3, field, value)
    assert mend in problem.mend


def test_ten_good_rows_come_in_beside_five_bad_ones(tmp_path: Path) -> None:
    bad = [
        GOOD | {"title": ""},
        GOOD | {"signed_on": "22.10.2018"},
        GOOD | {"kind": "handshake"},
        GOOD | {"partners": "Huawei | country=China"},
        GOOD | {"source_url": "", "expires_on": "2017", "effective_from": "2018"},
    ]
    header = [*GOOD, "signed_on", "kind", "effective_from", "expires_on"]
    cells = [row for three in zip([GOOD] * 5, bad, [GOOD] * 5, strict=True) for row in three]
    table = [header, *([row.get(name, "") for name in header] for row in cells)]
    got = list(read(write_csv(tmp_path / "a.csv", table), "csv"))
    assert [row.row for row in got if row.record] == [2, 4, 5, 7, 8, 10, 11, 13, 14, 16]
    assert [(p.row, p.field) for row in got for p in row.problems] == [
        (3, "title"),
        (6, "signed_on"),
        (9, "kind"),
        (12, "partners[0].country"),
        (15, "source_url"),
    ]


@pytest.mark.parametrize(
    ("header", "faults"),
    [
        (f"{HEADER},singed_on", [("singed_on", "write signed_on")]),
        (f"{HEADER},Title", [("title", "keep one")]),
        (f"{HEADER},colour,rooms", [("colour", "remove it"), ("rooms", "remove it")]),
        ("title,partners", [("institutions", "add"), ("source_url", "add")]),
        ("a,b", [(None, "name the columns")]),
    ],
)
def test_a_wrong_header_ends_the_reading_with_all_its_faults(
    header: str, faults: list[tuple[str | None, str]], tmp_path: Path
) -> None:
    (row,) = _read(tmp_path, f"{header}\n{ROW}\n")
    assert [p.field for p in row.problems] == [field for field, _ in faults]
    assert all(mend in p.mend for p, (_, mend) in zip(row.problems, faults, strict=True))


def test_another_encoding_is_refused_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(f"{HEADER}\n{ROW}\n{ROW}, Köln\n".encode("latin-1"))
    (row,) = read(path, "csv")
    mend = "the file is not UTF-8; save the file as UTF-8 (in Excel: “CSV UTF-8”)"
    value = "//www.zju.edu.cn/, K\\xf6ln\\n"
    assert row.problems == (Problem(str(path), 3, None, value, mend),)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_wider_encoding_is_named(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"{HEADER}\n{ROW}\n", encoding)
    (row,) = read(path, "csv")
    assert f"the file is {encoding[:6].upper()}; save" in row.problems[0].mend


def test_a_quotation_mark_left_open_does_not_swallow_the_file(tmp_path: Path) -> None:
    (row,) = _read(tmp_path, f'{HEADER}\n"{"x" * 10_000_001}\n')
    assert row.row == 2
    assert "close the quotation mark" in row.problems[0].mend


def _read(folder: Path, content: str) -> list[ReadRow]:
    path = folder / "table.csv"
    path.write_bytes(content.encode())
    return list(read(path, "csv"))
