"""Whoever writes or reads files of records finds their format, and templates, on the site."""

import json
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client

from agreements.readers.template_files import generated_files
from tests.web.conftest import Get, links

pytestmark = pytest.mark.django_db


def test_the_site_serves_the_schema_that_is_documented(client: Client) -> None:
    response = client.get("/record.schema.json")
    assert response.headers["Content-Type"] == "application/schema+json"
    documented = Path(settings.BASE_DIR, "docs", "record.schema.json").read_text("utf-8")
    assert response.json() == json.loads(documented)


def test_every_page_leads_to_the_format_and_its_templates(get: Get) -> None:
    assert "/accuracy/#format" in links(get("/areas/"), "//footer")
    linked = links(get("/accuracy/"), "//section[@aria-labelledby='format']")
    assert "/record.schema.json" in linked
    for suffix in ("csv", "xlsx", "json", "jsonl"):
        assert any(address.endswith(f".{suffix}") and "templates" in address for address in linked)


def test_every_template_is_a_static_file() -> None:
    for name in generated_files():
        folder, _, file = name.partition("/")
        assert folder == "docs" or finders.find(file), name
