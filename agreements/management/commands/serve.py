"""`manage.py serve`: the catalogue on this machine, from nothing to a running site."""

import os
import socket
import sys
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from agreements.models import ImportBatch

EXAMPLES = settings.BASE_DIR / "fixtures"


def _free_port(given: str) -> int:
    """The port, if a server can listen there; raises what argparse reports as a bad argument."""
    try:
        port = int(given)
        with socket.create_server(("127.0.0.1", port)):
            return port
    except (ValueError, OverflowError):
        raise ArgumentTypeError(f"{given!r} is no port; write PORT=8000") from None
    except OSError as error:
        mend = f"port {given} cannot be used ({error.strerror}); choose another, such as PORT=8001"
        raise ArgumentTypeError(mend) from None


class Command(BaseCommand):
    """Prepare the database, load the examples if no import was ever finished, and serve."""

    help = (
        "Migrates the database, collects static files, imports the examples in fixtures/ unless "
        "the catalogue has seen a finished import already, and serves on 127.0.0.1."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One option, with the environment's PORT as its default."""
        parser.add_argument("--port", type=_free_port, default=settings.PORT)

    def handle(self, *args: Any, port: int, **options: Any) -> None:
        """Run the steps in order, then become the web server."""
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        if not ImportBatch.objects.filter(finished_at__isnull=False).exists():
            self.stdout.write("Loading the examples …")
            try:
                call_command("import_agreements", str(EXAMPLES), publish=True)
            except SystemExit as stop:
                raise CommandError("The examples did not load; see above.") from stop
        self._say_where(port)
        gunicorn = [
            "gunicorn",
            "agreements.wsgi",
            f"--bind=127.0.0.1:{port}",
            "--workers=2",
            "--threads=4",
            "--log-level=warning",
            "--max-requests=10000",
        ]
        os.execv(sys.executable, [sys.executable, "-m", *gunicorn])  # noqa: S606

    def _say_where(self, port: int) -> None:
        self.stdout.write(f"\n  The catalogue   http://127.0.0.1:{port}/")
        self.stdout.write(f"  The admin       http://127.0.0.1:{port}/admin/")
        if not get_user_model().objects.filter(is_superuser=True).exists():
            self.stdout.write(
                "  There is no admin yet. Make one: .venv/bin/python manage.py createsuperuser"
            )
        self.stdout.write("  Stop it with Ctrl+C.\n")
        self.stdout.flush()
