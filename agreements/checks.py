"""System checks on settings: with DEBUG off the program refuses to start on an unsafe value."""

from collections.abc import Sequence
from typing import Any

from django.apps.config import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register

MIN_SECRET_LENGTH = 50


@register()
def safe_settings(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """A guessable key and a site that answers to any name are errors unless DEBUG is on."""
    if settings.DEBUG:
        return []
    problems: list[CheckMessage] = []
    key = settings.SECRET_KEY
    if len(key) < MIN_SECRET_LENGTH or len(set(key)) < 5 or key.startswith("django-insecure"):
        problems.append(
            Error(
                "SECRET_KEY can be guessed.",
                hint="Leave it unset, or set at least 50 random characters: "
                "python -c 'import secrets; print(secrets.token_urlsafe(64))'",
                id="agreements.E001",
            )
        )
    if "*" in settings.ALLOWED_HOSTS:
        problems.append(
            Error(
                "ALLOWED_HOSTS lets the site answer to any name.",
                hint="Name the hosts: ALLOWED_HOSTS=catalogue.example.org",
                id="agreements.E002",
            )
        )
    return problems
