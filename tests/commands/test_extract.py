"""`manage.py extract`: one object a file, with offsets that hold, and no database."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

TEXT = (
    "Aalto University (Aalto) and Nokia signed a memorandum of understanding in Espoo on 3 May"
    " 2019. Jane Roe, Rector of Aalto University, signed the document with John Doe, CEO of Nokia."
)


def _file(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, "utf-8")
    return str(path)


def _printed(*paths: str) -> list[dict[str, Any]]:
    out = StringIO()
    call_command("extract", *paths, stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_it_prints_one_object_a_file(tmp_path: Path) -> None:
    paths = [_file(tmp_path, "a.txt", TEXT), _file(tmp_path, "b.txt", "Nothing was signed here.")]
    first, second = _printed(*paths)
    assert (first["file"], second["file"]) == ("a.txt", "b.txt")
    assert second["agreements"] == []
    assert second["rejected"][0]["why"]


def test_several_processes_print_the_same_in_the_same_order(tmp_path: Path) -> None:
    paths = [_file(tmp_path, f"{number}.txt", TEXT) for number in range(3)]
    assert _printed(*paths, "--workers=2") == _printed(*paths)
    with pytest.raises(CommandError, match="1 or more"):
        _printed(*paths, "--workers=0")
    with pytest.raises(CommandError, match="1 of 4 files"):
        _printed(*paths, str(tmp_path / "missing.txt"), "--workers=2")


def test_every_slot_stands_in_the_file_at_its_evidence(tmp_path: Path) -> None:
    agreement = _printed(_file(tmp_path, "a.txt", TEXT))[0]["agreements"][0]
    slots = [
        (party["name"], party) for side in ("institutions", "partners") for party in agreement[side]
    ]
    slots += [(person["name"], person) for person in agreement["signatories"]]
    assert len(slots) == 4
    for value, slot in slots:
        assert value in TEXT[slot["evidence"]["start"] : slot["evidence"]["end"]]
    day = agreement["evidence"]["signed_on"]
    assert TEXT[day["start"] : day["end"]] == "3 May 2019"


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_printed(tmp_path: Path) -> None:
    bad, good = _file(tmp_path, "bad.txt", ""), _file(tmp_path, "good.txt", TEXT)
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError, match="1 of 2"):
        call_command("extract", bad, good, stdout=out, stderr=err)
    assert err.getvalue() == f"{bad}: the file is empty; save the document again\n"
    assert json.loads(out.getvalue())["file"] == "good.txt"


def test_of_a_folder_it_takes_the_documents_that_an_import_would(tmp_path: Path) -> None:
    (tmp_path / "deeper").mkdir()
    for name in ("deeper/b.txt", "a.txt", "table.csv", "README.md", ".hidden.txt"):
        _file(tmp_path, name, TEXT)
    _file(tmp_path, "c.html", f"<html><body><article><p>{TEXT}</p></article></body></html>")
    printed = [line["file"] for line in _printed(str(tmp_path))]
    assert printed == ["a.txt", "c.html", "b.txt"]


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    _file(tmp_path, "table.csv", TEXT)
    with pytest.raises(CommandError, match=r"no file that can be read; give .*\.txt, .* or \.pdf"):
        _printed(str(tmp_path))


def test_it_reads_a_file_as_what_it_is_told_to_be(tmp_path: Path) -> None:
    path = _file(tmp_path, "page.html", TEXT)
    out = StringIO()
    call_command("extract", path, format="text", stdout=out)
    assert json.loads(out.getvalue())["agreements"]
