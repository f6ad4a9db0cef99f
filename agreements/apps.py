"""The one Django app of the catalogue."""

from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    """Registers the system checks when Django starts."""

    name = "agreements"
    verbose_name = "Agreements catalogue"

    def ready(self) -> None:
        """Import what registers itself."""
        from agreements import checks  # noqa: F401
