"""Undo one import."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from agreements.importing.undo import undo
from agreements.models import ImportBatch


class Command(BaseCommand):
    """Parses the command line, calls `undo`, prints."""

    help = (
        "Remove what an import created and restore what it changed. What somebody changed since"
        " is left and named. The number of an import stands in its report and in admin."
    )

    requires_system_checks = []  # whether pages can be served is no matter here

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The number of the import."""
        parser.add_argument("batch", metavar="BATCH", type=int)

    def handle(self, *args: Any, **given: Any) -> None:
        """Undo, print what was left and the summary line."""
        try:
            done = undo(ImportBatch.objects.get(pk=given["batch"]))
        except ImportBatch.DoesNotExist as error:
            raise CommandError(f"there is no import {given['batch']}") from error
        except ValueError as error:
            raise CommandError(str(error)) from error
        for left in done.left:
            self.stderr.write(left)
        self.stdout.write(done.summary)
