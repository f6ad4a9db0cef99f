"""Static files as production serves them: under names that change with their content."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from agreements.web import page_cache
from tests.web.conftest import Get

pytestmark = pytest.mark.django_db


def test_pages_link_to_hashed_files_that_are_kept_for_ever(
    settings: Settings, tmp_path: Path, get: Get, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_cache, "_pages", page_cache.Pages())  # others link to plain names
    backend = "whitenoise.storage.CompressedManifestStaticFilesStorage"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": backend}}
    settings.STATIC_ROOT = tmp_path
    call_command("collectstatic", interactive=False, verbosity=0)
    page = get("/")
    files = page.xpath(
        "//link[@rel='stylesheet']/@href | //script/@src | //link[@rel='icon']/@href"
    )
    assert len(files) >= 4
    browser = Client()
    for address in [*files, "/static/site.css"]:
        response = browser.get(address)
        assert response.status_code == 200, address
        kept = "immutable" in response.headers["Cache-Control"]
        assert kept == (address != "/static/site.css")
        response.close()
