"""Export published agreements to a file or to standard output."""

import os
from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from agreements.browse.filters import AgreementFilterSet
from agreements.browse.formats import FORMATS

_BINARY = ("xlsx", "datapackage")


class Command(BaseCommand):
    """Parses the command line, calls the format, writes."""

    help = (
        "Export published agreements, all or those that the filters show. A file is written"
        " whole or not at all."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The format, the file, and every filter of the list of agreements."""
        parser.add_argument("--format", choices=FORMATS, required=True)
        parser.add_argument("-o", "--output", metavar="FILE", type=Path)
        filters = parser.add_argument_group("filters", "as on the site; may be repeated")
        for name, each in AgreementFilterSet.base_filters.items():
            flag = f"--{name.replace('_', '-')}"
            filters.add_argument(
                flag, dest=name, metavar="VALUE", action="append", default=[], help=each.label
            )

    def handle(self, *args: Any, **given: Any) -> None:
        """Write the file, or to standard output; a wrong filter is a CommandError."""
        chosen = {name: given[name] for name in AgreementFilterSet.base_filters if given[name]}
        filterset = AgreementFilterSet(MultiValueDict(chosen))
        if not filterset.is_sound():
            raise CommandError("\n".join(filterset.complaints()))
        if chosen and FORMATS[given["format"]].only_whole:
            raise CommandError("A data package holds the whole catalogue; leave out the filters.")
        about = [filterset.sentence(), f"Exported {timezone.now():%Y-%m-%d}"]
        chosen_format, agreements = FORMATS[given["format"]], filterset.ordered()
        if complaint := chosen_format.complaint(agreements):
            raise CommandError(complaint)
        pieces = chosen_format.pieces(agreements, about)
        if given["output"]:
            _write(given["output"], pieces)
        elif given["format"] in _BINARY:
            raise CommandError("This format is no text for a terminal; give a file with -o FILE.")
        else:
            for piece in pieces:
                self.stdout.write(piece.decode(), ending="")


def _write(path: Path, pieces: Iterable[bytes]) -> None:
    """Write beside the file, then take its place, so that nobody ever reads half of it."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise CommandError(f"{path} cannot be written: {error.strerror}") from error
    finally:
        part.unlink(missing_ok=True)
