"""The data package is what it says, and can be brought in elsewhere, as every export can."""

import io
import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client
from frictionless import Package

from agreements.browse.export import json_texts
from agreements.browse.package_tables import TABLES
from agreements.importing.run import Options, import_paths
from agreements.models import Agreement, AgreementLink, Organisation
from tests import factories

pytestmark = pytest.mark.django_db

EXAMPLES = Path(__file__).resolve().parents[2] / "fixtures" / "agreements.jsonl"


@pytest.fixture
def _catalogue() -> None:
    import_paths([EXAMPLES], Options(publish=True))
    earlier = factories.agreement("=1+1")
    draft = factories.agreement("Unseen draft", status="draft")
    later = factories.agreement("Later")
    for row in (earlier, draft):
        AgreementLink.objects.create(from_agreement=later, to_agreement=row, relation="renews")
    hidden = factories.organisation("Hidden Holding")
    Organisation.objects.filter(name="Zhejiang University").update(parent=hidden)


@pytest.fixture
def unpacked(client: Client, tmp_path: Path, _catalogue: None) -> Path:
    response = client.get("/data/agreements.zip")
    assert response.status_code == 200
    with ZipFile(io.BytesIO(response.getvalue())) as package:
        assert package.testzip() is None
        package.extractall(tmp_path / "package")
    return tmp_path / "package"


def test_types_references_and_checksums_hold(unpacked: Path) -> None:
    descriptor = json.loads((unpacked / "datapackage.json").read_text())
    tables = [one for one in descriptor["resources"] if one["name"] != "records"]
    assert [one["name"] for one in tables] == [table.name for table in TABLES]
    assert all(one["hash"].startswith("sha256:") and one["bytes"] for one in tables)
    assert descriptor["created"].startswith("20")
    descriptor["resources"] = tables
    report = Package.from_descriptor(descriptor, basepath=str(unpacked)).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])


def test_it_holds_what_readers_may_see_and_nothing_else(unpacked: Path) -> None:
    everything = b"".join(path.read_bytes() for path in unpacked.iterdir())
    assert b"Later" in everything
    assert b"=1+1" in everything
    assert b"Unseen draft" not in everything
    assert b"Hidden Holding" not in (unpacked / "organisations.csv").read_bytes()
    count = len((unpacked / "records.jsonl").read_text().splitlines())
    assert count == Agreement.objects.published().count()


def exported() -> list[str]:
    return [text.decode() for text in json_texts(Agreement.objects.order_by("key"))]


@pytest.mark.parametrize("suffix", ["jsonl", "json", "csv", "xlsx", "datapackage"])
def test_each_export_imported_into_an_empty_catalogue_gives_an_equal_one(
    tmp_path: Path, suffix: str
) -> None:
    def written(name: str) -> Path:
        path = tmp_path / f"{name}.{'zip' if suffix == 'datapackage' else suffix}"
        call_command("export_agreements", "--format", suffix, "-o", str(path))
        if suffix != "datapackage":
            return path
        with ZipFile(path) as package:
            return Path(package.extract("records.jsonl", tmp_path / name))

    with transaction.atomic():
        import_paths([EXAMPLES], Options(publish=True))
        first, before = written("first"), exported()
        transaction.set_rollback(True)
    assert exported() == []
    assert import_paths([first], Options(publish=True)).exit_status == 0
    if suffix in ("csv", "xlsx"):  # tables have no place for evidence
        assert [without_evidence(text) for text in exported()] == [
            without_evidence(text) for text in before
        ]
    else:
        assert exported() == before


def without_evidence(text: str) -> object:
    def bare(value: object) -> object:
        if isinstance(value, dict):
            return {name: bare(one) for name, one in value.items() if name != "evidence"}
        return [bare(one) for one in value] if isinstance(value, list) else value

    return bare(json.loads(text))


def test_a_package_of_a_filter_is_refused(tmp_path: Path) -> None:
    target = str(tmp_path / "out.zip")
    with pytest.raises(CommandError, match="holds the whole catalogue"):
        call_command("export_agreements", "--format=datapackage", "-o", target, "--q=x")


def test_the_page_of_data_names_every_table_and_links_to_the_package(client: Client) -> None:
    page = client.get("/data/").content.decode()
    assert 'href="/data/agreements.zip"' in page
    assert all(table.name in page for table in TABLES)
    assert 'href="/data/"' in client.get("/").content.decode()
