"""JSON and JSON Lines, with evidence."""

import json
from pathlib import Path
from typing import Any

import pytest

from agreements.readers import json_records, read
from agreements.readers.template_files import example

GOOD: dict[str, Any] = {
    "title": "Framework agreement",
    "institutions": [{"name": "Zhejiang University"}],
    "partners": [{"name": "Huawei"}],
    "sources": [{"text": "Zhejiang University and Huawei sign."}],
    "evidence": {"title": {"start": 0, "end": 5}},
}


@pytest.mark.parametrize("wrap", [lambda r: r, lambda r: [r], lambda r: {"agreements": [r]}])
def test_json_is_a_record_or_a_list_of_them(wrap: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(wrap(GOOD)), "utf-8-sig")
    (row,) = read(path, "json")
    assert row.row == 1
    assert row.record
    assert row.record.evidence["title"].end == 5


@pytest.mark.parametrize(
    ("content", "value", "mend"),
    [
        ('[{"title": "a",]', '[{"title": "a",]', "at line 1, column 16"),
        ("[" * 100_000, "", "mend the JSON"),
        ('"text"', "text", "array of records"),
        ('{"agreements": {}}', "{}", "array of records"),
    ],
)
def test_json_that_holds_no_records_is_one_problem(
    content: str, value: str, mend: str, tmp_path: Path
) -> None:
    (tmp_path / "a.json").write_text(content)
    (row,) = read(tmp_path / "a.json", "json")
    (problem,) = row.problems
    assert (problem.row, problem.value) == (None, value)
    assert mend in problem.mend


def test_too_large_a_file_is_sent_to_json_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_records, "LARGEST_JSON", 10)
    (tmp_path / "a.json").write_text(json.dumps([GOOD]))
    (row,) = read(tmp_path / "a.json", "json")
    assert "JSON Lines" in row.problems[0].mend


def test_every_line_stands_for_itself(tmp_path: Path) -> None:
    lines = [json.dumps(GOOD), "", "{", "[]", '"\u2028"', example().model_dump_json()]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), "utf-8")
    rows = list(read(tmp_path / "a.jsonl", "jsonl"))
    assert [(row.row, bool(row.record)) for row in rows] == [
        (1, True),
        (3, False),
        (4, False),
        (5, False),
        (6, True),
    ]
    assert "JSON" in rows[1].problems[0].mend
    assert "object" in rows[2].problems[0].mend


@pytest.mark.parametrize(
    ("change", "field", "value", "mend"),
    [
        ({"titel": "a"}, "titel", "a", "write title"),
        ({"title": 5}, "title", "5", "quotation marks"),
        ({"title": None}, "title", "", "quotation marks"),
        ({"title": "\ud800"}, "title", "\\ud800", "Unicode"),
        ({"partners": []}, "partners", "[]", "at least 1"),
        ({"partners": {"name": "A"}}, "partners", '{"name": "A"}', "square brackets"),
        ({"partners": ["A"]}, "partners[0]", "A", "braces"),
        ({"partners": [{"nme": "A", "name": "B"}]}, "partners[0].nme", "A", "write name"),
        ({"institutions": [{"name": "A", "ror": "0"}]}, "institutions[0].ror", "0", "https"),
        ({"sources": [{"url": "http://a.b", "voice": "me"}]}, "sources[0].voice", "me", "press"),
        ({"sources": [{}], "evidence": {}}, "sources[0]", "", "url"),
        ({"evidence": {"hue": {"start": 0, "end": 1}}}, "evidence.hue", "hue", "title"),
        ({"evidence": {"title": {"start": 5, "end": 5}}}, "evidence.title", "", "ends after"),
        ({"evidence": {"title": {"start": 0, "end": 99}}}, None, "", "beyond"),
        ({"evidence": {"title": {"start": "x", "end": 9}}}, "evidence.title.start", "x", "integer"),
    ],
)
def test_a_wrong_value_is_explained_by_its_path(
    change: dict[str, Any], field: str | None, value: str, mend: str, tmp_path: Path
) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(GOOD | change))
    (row,) = read(tmp_path / "a.jsonl", "jsonl")
    (problem,) = row.problems
    assert (problem.field, problem.value) == (field, value)
    assert mend in problem.mend
