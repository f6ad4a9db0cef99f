"""`manage.py stop`: end the embedded database, which outlives whoever started it."""

from typing import Any

from django.core.management.base import BaseCommand

from agreements.embedded import server
from agreements.embedded.base import DATA_DIR


class Command(BaseCommand):
    help = (
        "Stops the embedded PostgreSQL in var/postgres. Whatever needs the database, such as a"
        " running site, starts it again."
    )
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """Stop it, and say whether there was anything to stop."""
        stopped = server.stop(DATA_DIR)
        self.stdout.write("The database is stopped." if stopped else "No database runs in var/.")
