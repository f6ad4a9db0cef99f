"""Fixtures that more than one part of the tests uses."""

import os
from pathlib import Path

import pytest

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
