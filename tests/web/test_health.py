"""Monitors learn whether the database answers."""

from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client

pytestmark = pytest.mark.django_db


def test_a_site_whose_database_answers_is_well(client: Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.json()["status"]) == (200, "ok")
    assert "no-store" in response.headers["Cache-Control"]


def test_a_site_whose_database_is_gone_says_so_but_not_why(client: Client) -> None:
    def gone(*_: Any) -> None:
        raise OperationalError("connection to server at 10.0.0.7 failed")

    with connection.execute_wrapper(gone):
        response = client.get("/healthz")
    assert (response.status_code, response.json()["status"]) == (503, "unavailable")
    assert b"10.0.0.7" not in response.content
    assert "no-store" in response.headers["Cache-Control"]
