"""One line imports a record: a record with defaults, and a run over records without files."""

import pghistory
from django.contrib.auth.models import AbstractBaseUser

from agreements.importing.areas import add_missing_areas
from agreements.importing.entry import Entry
from agreements.importing.outcome import Report
from agreements.importing.run import Run
from agreements.models import Agreement, ImportBatch, Organisation
from agreements.records import AgreementRecord

TEXT = "Northern University and Acme Robotics Ltd. signed a memorandum on 5 May 2021 in Oslo."
ADDRESS = "https://northern.example/news/1"


def source(
    url: str | None = ADDRESS, text: str | None = TEXT, **fields: object
) -> dict[str, object]:
    """A source of a record."""
    return {"url": url, "text": text, "published_on": "2021-05-06"} | fields


def record(**fields: object) -> AgreementRecord:
    """A record of one agreement, with evidence for its place."""
    defaults: dict[str, object] = {
        "title": "Northern University and Acme Robotics sign a memorandum",
        "kind": "memorandum_of_understanding",
        "signed_on": "2021-05-05",
        "place": "Oslo",
        "institutions": [{"name": "Northern University"}],
        "partners": [{"name": "Acme Robotics Ltd."}],
        "sources": [source()],
    }
    if not fields.keys() & {"evidence", "sources", "place"}:
        start = TEXT.index("Oslo")
        defaults["evidence"] = {"place": {"start": start, "end": start + 4}}
    return AgreementRecord.model_validate(defaults | fields)


def imported(
    *records: AgreementRecord,
    publish: bool = False,
    by: AbstractBaseUser | None = None,
    siblings: frozenset[str] = frozenset(),
) -> Report:
    """Import records as one run."""
    add_missing_areas()
    batch = ImportBatch.objects.create(publish=publish, user_id=by.pk if by else None)
    run = Run(batch)
    for row, one in enumerate(records, start=1):
        run.take(Entry("test.jsonl", row, one, siblings=siblings))
    return run.finish()


def outcomes(report: Report) -> dict[str, int]:
    """The totals without zeros."""
    return {str(outcome): count for outcome, count in report.totals.items() if count}


def edit(agreement: Agreement, **fields: object) -> None:
    """Change an agreement as an editor does."""
    with pghistory.context(why="edited"):
        Agreement.objects.filter(pk=agreement.pk).update(**fields)


def names() -> list[str]:
    """The names of all organisations."""
    return list(Organisation.objects.order_by("name").values_list("name", flat=True))


def batch_of(report: Report) -> ImportBatch:
    """The batch that a report tells of."""
    assert report.batch
    return ImportBatch.objects.get(pk=report.batch)
