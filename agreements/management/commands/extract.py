"""Print what press releases say, one JSON object a file."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from agreements.checks import EXTRACTOR
from agreements.extraction import FORMATS, Extraction, LoadError, content_of
from agreements.importing.documents import extraction_of, spread
from agreements.importing.entries import DOCUMENT_FORMATS, NothingToReadError, files
from agreements.records import AgreementRecord, Evidence, OrganisationRecord, PersonRecord

if TYPE_CHECKING:
    from agreements.extraction.language_model import LanguageModel


class Command(BaseCommand):
    help = (
        "Read press releases (text, HTML, PDF) and print one JSON object a file on standard output:"
        " publication date, agreements, people, and what was set aside and why. Needs no database."
        " Exits with 1 if a file could not be read; the others are printed all the same."
    )
    requires_system_checks = [EXTRACTOR]

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", metavar="PATH", type=Path, help="file or folder")
        parser.add_argument("--format", choices=FORMATS, default="auto")
        parser.add_argument(
            "--workers", metavar="N", type=int, default=1, help="processes that read documents"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["workers"] < 1:
            raise CommandError("--workers: give 1 or more")
        format_ = options["format"]
        try:
            given = files(options["paths"], DOCUMENT_FORMATS if format_ == "auto" else (format_,))
        except NothingToReadError as error:
            raise CommandError(str(error)) from error
        unread = 0
        lines = spread(_line, [(path, format_) for path in given], options["workers"])
        for path, line in zip(given, lines, strict=True):
            if isinstance(line, LoadError):
                self.stderr.write(self.style.ERROR(f"{path}: {line}"))
                unread += 1
            else:
                self.stdout.write(line)
        if unread:
            raise CommandError(f"{unread} of {len(given)} files could not be read")


def _line(path: Path, format: str, model: "LanguageModel | None") -> str | LoadError:  # noqa: A002
    """What a document says as a line of JSON, or why it cannot be read."""
    try:
        document, extraction = extraction_of(str(path), content_of(path), format, model)
    except LoadError as error:
        return error
    return json.dumps(
        {"file": document.name, **printed(extraction, document.text)}, ensure_ascii=False
    )


def printed(extraction: Extraction, text: str) -> dict[str, Any]:
    """An extraction as plain data, without what every slot of a document repeats."""
    return {
        "published": str(extraction.published) if extraction.published else None,
        "agreements": [_agreement(record, text) for record in extraction.agreements],
        "people": [
            {**_person(person), "organisation": person.on_behalf_of} for person in extraction.people
        ],
        "rejected": [
            {"why": rejection.why, "evidence": _evidence(rejection.evidence)}
            for rejection in extraction.rejected
        ],
    }


def _agreement(record: AgreementRecord, text: str) -> dict[str, Any]:
    return {
        "title": record.title,
        "kind": record.kind,
        "signed_on": record.signed_on,
        "place": record.place,
        "institutions": [_organisation(party, text) for party in record.institutions],
        "partners": [_organisation(party, text) for party in record.partners],
        "signatories": [_person(person) for person in record.signatories],
        "areas": [
            {"phrase": phrase, "codes": codes, "evidence": evidence}
            for (phrase, codes, evidence) in _areas(record)
        ],
        "evidence": {slot: _evidence(evidence) for slot, evidence in record.evidence.items()},
    }


def _areas(record: AgreementRecord) -> list[tuple[str, list[str], dict[str, Any] | None]]:
    """Each phrase once, with all the codes it maps to."""
    codes: dict[str, list[str]] = {}
    for area in record.areas:
        codes.setdefault(area.phrase, []).extend([area.code] if area.code else [])
    first = {area.phrase: area.evidence for area in reversed(record.areas)}
    return [(phrase, found, _evidence(first[phrase])) for phrase, found in codes.items()]


def _organisation(party: OrganisationRecord, text: str) -> dict[str, Any]:
    """The party under its name as stated; a branch is part of that name, a faculty is not."""
    stated = party.evidence and " ".join(text[party.evidence.start : party.evidence.end].split())
    branch = party.unit is None or party.unit.endswith(("Branch", "Campus"))
    return {
        "name": (branch and stated) or party.name,
        "organisation": party.name,
        "unit": party.unit,
        "type": party.type,
        "country": party.country,
        "aliases": [alias.name for alias in party.aliases],
        "evidence": _evidence(party.evidence),
    }


def _person(person: PersonRecord) -> dict[str, Any]:
    return {
        "name": person.name,
        "position": person.position,
        "on_behalf_of": person.on_behalf_of,
        "role": person.role,
        "evidence": _evidence(person.evidence),
    }


def _evidence(evidence: Evidence | None) -> dict[str, Any] | None:
    return evidence.model_dump(include={"start", "end", "confidence"}) if evidence else None
