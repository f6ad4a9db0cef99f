"""The whole catalogue as a Frictionless data package, a ZIP file of tables that tells of itself.

Beside the tables it holds the records, which an import takes. Form of ``datapackage.json``:
https://specs.frictionlessdata.io/data-package/
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.utils import timezone
from psycopg import Connection

from agreements.browse.chunks import at_one_moment
from agreements.browse.export import json_texts
from agreements.browse.package_tables import TABLES, Table
from agreements.browse.zipped import LEVEL, PIECE, Pieces
from agreements.models import Agreement
from agreements.models.agreements import AgreementQuerySet

DESCRIPTION = (
    "Cooperation agreements between universities and companies as their sources state them. The"
    " tables hold plain values, also such as a spreadsheet would take for a formula. A partial"
    " date is a year, a month or a day. records.jsonl holds the same once more, one agreement a"
    " line, for `manage.py import_agreements`. No licence is stated: the texts of sources belong"
    " to their publishers, whom sources.csv names."
)
RECORDS = "records.jsonl"
Resource = dict[str, Any]


def package_pieces(agreements: AgreementQuerySet, about: list[str]) -> Iterator[bytes]:
    """The ZIP file, piece by piece: all published agreements, as they were at one moment.

    `about` begins with the title of the package.
    """
    out, resources = Pieces(), []
    with (
        at_one_moment(agreements.db) as (database, _),
        ZipFile(out, "w", ZIP_DEFLATED, compresslevel=LEVEL) as package,
    ):
        members = [(described(table), _copied(database.connection, table)) for table in TABLES]
        texts = (text + b"\n" for text in json_texts(Agreement.objects.order_by("pk")))
        for resource, content in [*members, (_records(), texts)]:
            yield from _written(package, out, resource, content)
            resources.append(resource)
        described_by = _descriptor(about[0] if about else "Agreements", resources)
        package.writestr("datapackage.json", json.dumps(described_by, ensure_ascii=False, indent=2))
    yield out.taken()


def described(table: Table) -> Resource:
    """What the package says of a table, before its size is known."""
    return {
        "name": table.name,
        "description": table.meaning,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": table.schema(),
    }


def _records() -> Resource:
    return {
        "name": "records",
        "description": "The agreements as records that an import takes, one a line",
        "path": RECORDS,
        "format": "jsonl",
        "mediatype": "application/jsonl",
        "encoding": "utf-8",
    }


def _copied(connection: Connection, table: Table) -> Iterator[bytes]:
    statement = f"COPY ({table.select()}) TO STDOUT CSV HEADER"
    with connection.cursor() as cursor, cursor.copy(statement) as rows:
        for row in rows:
            yield bytes(row)


def _written(
    package: ZipFile, out: Pieces, resource: Resource, content: Iterable[bytes]
) -> Iterator[bytes]:
    """Put a file into the package, and its size and checksum into what is said of it."""
    size, checksum = 0, hashlib.sha256()
    with package.open(resource["path"], "w", force_zip64=True) as file:
        for line in content:
            file.write(line)
            checksum.update(line)
            size += len(line)
            if out.size > PIECE:
                yield out.taken()
    resource |= {"bytes": size, "hash": f"sha256:{checksum.hexdigest()}"}


def _descriptor(title: str, resources: list[Resource]) -> dict[str, Any]:
    now = timezone.now()
    return {
        "profile": "data-package",
        "name": "agreements",
        "title": title,
        "description": DESCRIPTION,
        "version": f"{now:%Y.%m.%d}",
        "created": f"{now:%Y-%m-%dT%H:%M:%SZ}",
        "sources": [{"title": "The documents named in sources.csv", "path": "sources.csv"}],
        "resources": resources,
    }
