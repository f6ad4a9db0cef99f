"""Fixtures that more than one part of the tests uses."""

import os
from pathlib import Path

import pytest
from pytest_django import Settings

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real press releases beside the checkout, which the product never needs."""
    if not SHARED.is_dir():
        message = f"needs the press releases in {SHARED}"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return SHARED


@pytest.fixture(autouse=True)
def plain_static_files(request: pytest.FixtureRequest, settings: Settings) -> None:
    """Serve static files by their plain names: hashed ones need `collectstatic` first.

    Browser tests keep the hashed storage, as production has it.
    """
    if "browser" not in request.node.nodeid:
        backend = "django.contrib.staticfiles.storage.StaticFilesStorage"
        settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": backend}}
        settings.STATIC_ROOT = settings.STATICFILES_DIRS[0]  # WhiteNoise warns if it is missing
