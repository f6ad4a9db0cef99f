"""Downloads hold exactly what the list shows."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from agreements.browse.filters import AgreementFilterSet
from agreements.browse.formats import FORMATS
from agreements.models import Agreement
from agreements.readers import read
from tests import factories

pytestmark = pytest.mark.django_db

SUFFIXES = ["csv", "xlsx", "jsonl"]


@pytest.fixture(autouse=True)
def _catalogue() -> None:
    text = "=A huge text, with “quotes”; and | bars\n" * 3
    factories.agreement("Zhejiang", signed_on="2018", cite=factories.source(text=text))
    factories.agreement("Munich; Siemens | 慕尼黑", partners=["Siemens AG"], signed_on="2019")
    factories.agreement("=cmd|' /C calc'!A0", partners=["Siemens AG"])
    factories.agreement("Draft", status="draft", partners=["Siemens AG"])


def download(client: Client, path: str) -> bytes:
    response = client.get(path)
    assert response.status_code == 200
    return response.getvalue()


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(
    "query", ["", "partner=siemens", "year_min=2018&sort=oldest", "q=munich", "kind=licence"]
)
def test_an_export_holds_exactly_the_rows_that_the_filter_shows(
    client: Client, tmp_path: Path, suffix: str, query: str
) -> None:
    path = tmp_path / f"download.{suffix}"
    path.write_bytes(download(client, f"/agreements.{suffix}?{query}"))
    rows = list(read(path, suffix))
    assert not [problem for row in rows for problem in row.problems]
    titles = [row.record.title for row in rows if row.record]
    filterset = AgreementFilterSet(client.get(f"/agreements/?{query}").wsgi_request.GET)
    assert titles == [row.title for row in filterset.ordered()]


def test_a_table_has_the_columns_of_the_template_and_no_byte_order_mark(client: Client) -> None:
    content = download(client, "/agreements.csv")
    template = Path("static/templates/agreements.csv").read_text("utf-8-sig")
    assert content.decode().splitlines()[0] == template.splitlines()[0]
    rows = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
    assert "Munich; Siemens | 慕尼黑" in {row["title"] for row in rows}


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_file_is_named_after_the_day(client: Client, suffix: str) -> None:
    name = client.get(f"/agreements.{suffix}").headers["Content-Disposition"]
    assert name.startswith('attachment; filename="agreements-20')
    assert name.endswith(f'.{suffix}"')


def test_a_workbook_tells_what_it_holds(client: Client) -> None:
    content = download(client, "/agreements.xlsx?partner=siemens")
    book = load_workbook(io.BytesIO(content))
    about = [row[0] for row in book["About"].iter_rows(values_only=True)]
    assert "Agreements with Siemens AG" in about
    assert "http://testserver/agreements/?partner=siemens" in about


def test_a_text_too_long_for_a_cell_leaves_the_rest_of_the_row(client: Client) -> None:
    factories.agreement("Long", cite=factories.source(text="x\x0b" * 40_000))
    book = load_workbook(io.BytesIO(download(client, "/agreements.xlsx?q=long")))
    header, row = book["Agreements"].iter_rows(values_only=True)
    cells = dict(zip(header, row, strict=True))
    assert cells["title"] == "Long"
    assert not cells["source_text"]
    [line] = download(client, "/agreements.jsonl?q=long").splitlines()
    assert len(json.loads(line)["sources"][0]["text"]) == 80_000


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_agreement_without_source_or_party_is_exported_too(client: Client, suffix: str) -> None:
    row = factories.agreement("Bare")
    row.citations.all().delete()
    row.parties.all().delete()
    assert download(client, f"/agreements.{suffix}")


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("partners=siemens", "partners: there is no filter of this name; did you mean partner?"),
        ("foo%0Abar=1", "foo\\nbar: there is no filter of this name; leave it out"),
        ("year_min=soon", "year_min: Write a year: 2018."),
        ("partner=nobody", "partner: No published agreement names the partner “nobody”."),
    ],
)
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_wrong_filter_is_refused_with_what_would_mend_it(
    client: Client, suffix: str, query: str, message: str
) -> None:
    response = client.get(f"/agreements.{suffix}?{query}")
    assert response.status_code == 400
    assert response.headers["Content-Type"].startswith("text/plain")
    assert response.content.decode().splitlines()[0] == message


@pytest.mark.parametrize("path", ["/agreements.csv", "/feed.atom", "/sitemap.xml", "/healthz"])
def test_only_reading_is_allowed(client: Client, path: str) -> None:
    assert client.post(path).status_code == 405
    head = client.head(path)
    assert head.status_code == 200
    assert head.getvalue() == b""


def test_drafts_are_in_no_export(client: Client) -> None:
    assert Agreement.objects.filter(title="Draft").exists()
    for suffix in ("csv", "jsonl"):
        assert b"Draft" not in download(client, f"/agreements.{suffix}")


def test_a_list_longer_than_a_sheet_is_refused_with_what_to_take_instead(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert FORMATS["xlsx"].most == 2**20 - 1
    monkeypatch.setitem(FORMATS, "xlsx", replace(FORMATS["xlsx"], most=2))
    response = client.get("/agreements.xlsx")
    assert response.status_code == 400
    assert "holds 2 agreements below its header, and these are 3" in response.content.decode()
    assert "CSV or JSON Lines" in response.content.decode()
    assert client.get("/agreements.xlsx?year_max=2019").status_code == 200
    assert client.get("/agreements.csv").status_code == 200


def test_a_file_begins_before_its_rows_are_read(client: Client) -> None:
    with CaptureQueriesContext(connection) as queries:
        response: Any = client.get("/agreements.csv")
        before = len(queries)
        stream = iter(response.streaming_content)
        assert next(stream).startswith(b"key,title,")
        assert len(queries) == before
        assert b"".join(stream).count(b"\r\n") >= 3
