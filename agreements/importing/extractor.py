"""Who reads documents: the rules, or the language model that the settings name."""

from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from agreements.extraction.language_model import LanguageModel


def language_model() -> "LanguageModel | None":
    """The model that the settings name, with the budget of one run; None for the rules."""
    if not settings.EXTRACTOR_URL:
        return None
    from agreements.extraction.language_model import Budget, LanguageModel, Server

    budget = Budget(settings.EXTRACTOR_REQUESTS)
    server = Server(settings.EXTRACTOR_URL, budget, key=settings.EXTRACTOR_KEY)
    return LanguageModel(server, settings.EXTRACTOR_MODEL)
