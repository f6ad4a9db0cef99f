"""System checks on settings: the program refuses to start on an unsafe or half-set value."""

from collections.abc import Sequence
from typing import Any

from django.apps.config import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register

MIN_SECRET_LENGTH = 50
EXTRACTOR = "extractor"
"""Tag of the checks that a command needs which only reads documents."""


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


@register(EXTRACTOR)
def whole_extractor(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """A language model needs a server and a name: with half of it the rules would read instead."""
    url, model = settings.EXTRACTOR_URL, settings.EXTRACTOR_MODEL
    hint = "Set both, EXTRACTOR_URL=http://localhost:8080/v1 and EXTRACTOR_MODEL=name, or neither."
    if bool(url) != bool(model):
        missing = "EXTRACTOR_MODEL" if url else "EXTRACTOR_URL"
        return [Error(f"{missing} is not set.", hint=hint, id="agreements.E003")]
    if url and not url.startswith(("http://", "https://")):
        return [Error(f"EXTRACTOR_URL={url!r} is no address.", hint=hint, id="agreements.E003")]
    return []
