"""Errors, headers, and how often one may ask."""

import json

import pytest
from django.test import Client
from pytest_django import Settings

from agreements.models import Agreement
from tests.api.conftest import Ask


@pytest.mark.parametrize(
    ("query", "parameter", "mend"),
    [
        ("yaer_min=2018", "yaer_min", "did you mean year_min?"),
        ("page=2", "page", "There is no parameter page"),
        ("fields=titel", "fields", "did you mean title?"),
        ("fields=", "fields", "Name at least one"),
        ("year_min=x", "year_min", "Write a year"),
        ("year_min=99999999999999999999", "year_min", "less than or equal to 9999"),
        ("year_min=2019&year_max=2018", "year_max", "lies before the first"),
        ("partner=nobody", "partner", "No published agreement names"),
        ("country=cn", "country", "two capital letters"),
        ("partner=%00", "partner", "null character"),
        ("q=%ff%ed%a0%80", "", ""),
        ("sort=best", "sort", "best"),
        ("limit=0", "limit", "from 1 to 100"),
        ("limit=%D9%A3", "limit", "from 1 to 100"),
        ("limit=5&limit=6", "limit", "Give it once."),
        ("total=yes", "total", "true or false"),
        ("cursor=abc", "cursor", "leave it out"),
        ("%00=1", "\\x00", "There is no parameter"),
    ],
)
@pytest.mark.django_db
def test_what_cannot_be_followed_is_named_with_what_mends_it(
    client: Client, query: str, parameter: str, mend: str
) -> None:
    answer = client.get("/api/v1/agreements/", QUERY_STRING=query)
    if not parameter:
        assert answer.status_code == 200
        return
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    [error] = answer.json()["errors"]
    assert error["parameter"] == parameter
    assert mend in error["detail"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
@pytest.mark.django_db
def test_nothing_can_be_written(client: Client, method: str) -> None:
    answer = getattr(client, method)("/api/v1/agreements/")
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert answer.json()["title"] == "Method Not Allowed"


@pytest.mark.parametrize("path", ["nix/", "agreements/nix/", "agreements/%00/", "areas/a/b/"])
@pytest.mark.django_db
def test_what_is_not_there_is_a_problem_too(ask: Ask, path: str) -> None:
    assert ask(path, 404)["status"] == 404


@pytest.mark.django_db
def test_another_form_than_json_is_not_acceptable(client: Client) -> None:
    answer = client.get("/api/v1/agreements/", HTTP_ACCEPT="text/turtle")
    assert (answer.status_code, answer["Content-Type"]) == (406, "application/problem+json")


def test_an_unchanged_answer_is_not_sent_again(client: Client, laboratory: Agreement) -> None:
    address = "/api/v1/agreements/smart-campus-2018/"
    tag = client.get(address)["ETag"]
    again = client.get(address, HTTP_IF_NONE_MATCH=tag)
    assert (again.status_code, again.content) == (304, b"")
    Agreement.objects.filter(pk=laboratory.pk).update(title="Smarter campus")
    changed = client.get(address, HTTP_IF_NONE_MATCH=tag)
    assert (changed.status_code, changed.json()["title"]) == (200, "Smarter campus")


@pytest.mark.django_db
def test_pages_of_other_sites_may_read(client: Client) -> None:
    answer = client.get("/api/v1/agreements/", HTTP_ORIGIN="https://elsewhere.example")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer
    preflight = client.options(
        "/api/v1/agreements/",
        HTTP_ORIGIN="https://elsewhere.example",
        HTTP_ACCESS_CONTROL_REQUEST_METHOD="DELETE",
    )
    assert preflight["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    page = client.get("/agreements/", HTTP_ORIGIN="https://elsewhere.example")
    assert "Access-Control-Allow-Origin" not in page


@pytest.mark.django_db
def test_one_client_may_ask_only_so_often(client: Client, settings: Settings) -> None:
    settings.API_RATE = (2, 86_400)
    asked = [client.get("/api/v1/", REMOTE_ADDR=f"2001:db8::{n}") for n in range(3)]
    assert [answer.status_code for answer in asked] == [200, 200, 429]
    assert 0 < int(asked[2]["Retry-After"]) <= 86_400
    assert json.loads(asked[2].content)["title"] == "Too Many Requests"
    assert client.get("/api/v1/", REMOTE_ADDR="2001:db8:0:1::1").status_code == 200
