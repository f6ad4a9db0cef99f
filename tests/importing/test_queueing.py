"""An import through the queue does what an import at once does, document by document."""

from pathlib import Path

import pytest
from django.contrib.auth.models import User

from agreements.importing.queueing import NotQueueableError, queue_paths, read_again, read_queued
from agreements.importing.run import Options, import_paths
from agreements.importing.undo import undo
from agreements.models import Agreement, EditorialStatus, ImportBatch, QueuedDocument
from tests.importing.generated import write_generated
from tests.importing.given import batch_of

pytestmark = pytest.mark.django_db

SIGNED = "Northern University and Acme Robotics Ltd. signed a memorandum of understanding in Oslo."
IDLE = "The library of Northern University opens at eight."
State = QueuedDocument.State


def written(folder: Path, **texts: str) -> Path:
    """A folder of documents."""
    for name, text in texts.items():
        folder.joinpath(f"{name}.txt").write_text(text)
    return folder


def queued(*paths: Path, publish: bool = False) -> ImportBatch:
    """An import that waits for workers."""
    return queue_paths(paths, Options(publish=publish)).batch


def read_all(batch: ImportBatch) -> ImportBatch:
    """What workers do, one document after the other; the import as it is then."""
    for document in batch.documents.waiting():
        read_queued(document=document.pk)
    return ImportBatch.objects.get(pk=batch.pk)


def states(batch: ImportBatch) -> dict[str, str]:
    """The state of each document."""
    return {Path(one.name).stem: one.state for one in batch.documents.all()}


def test_the_report_is_that_of_an_import_at_once(tmp_path: Path) -> None:
    folder = written(tmp_path, a=SIGNED, b=IDLE, c="  ")
    paths = [folder, folder / "missing.txt", folder / "a.docx"]
    batch = read_all(queued(*paths))
    undo(batch)
    at_once = batch_of(import_paths(paths, Options())).report
    assert batch.report == at_once | {"batch": batch.pk}
    totals = {"created": 1, "updated": 0, "unchanged": 0, "proposed": 0, "rejected": 4}
    assert batch.report["totals"] == totals


def test_an_import_ends_with_its_last_document(tmp_path: Path) -> None:
    batch = queued(written(tmp_path, a=SIGNED, b=IDLE))
    first, second = batch.documents.all()
    assert states(batch) == {"a": State.WAITING, "b": State.WAITING}
    read_queued(document=first.pk)
    batch.refresh_from_db()
    assert (batch.finished_at, batch.report) == (None, {})
    read_queued(document=second.pk)
    batch.refresh_from_db()
    assert batch.finished_at
    assert states(batch) == {"a": State.DONE, "b": State.REJECTED}


def test_documents_that_cannot_be_read_end_an_import_at_once(tmp_path: Path) -> None:
    batch = queued(tmp_path / "missing.txt")
    assert batch.documents.get().state == State.FAILED
    assert ImportBatch.objects.get().report["totals"]["rejected"] == 1


def test_a_document_that_is_read_twice_is_taken_once(tmp_path: Path) -> None:
    batch = queued(written(tmp_path, a=SIGNED))
    for _ in range(2):
        read_queued(document=batch.documents.get().pk)
    batch.refresh_from_db()
    assert [record["outcome"] for record in batch.report["records"]] == ["created"]


def test_the_file_may_be_gone_when_a_worker_reads_it(tmp_path: Path) -> None:
    batch = queued(written(tmp_path, a=SIGNED), publish=True)
    (tmp_path / "a.txt").unlink()
    read_all(batch)
    assert Agreement.objects.get().editorial_status == EditorialStatus.PUBLISHED


def test_what_is_in_keeps_no_second_copy_of_its_file(tmp_path: Path) -> None:
    batch = read_all(queued(written(tmp_path, a=SIGNED, b=IDLE)))
    done, rejected = batch.documents.all()
    assert (bytes(done.content), bytes(rejected.content)) == (b"", IDLE.encode())


def test_a_document_that_cannot_be_read_or_breaks_the_reading_has_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noise = tmp_path / "noise.txt"
    noise.write_bytes(bytes(range(256)) * 40)
    batch = read_all(queued(written(tmp_path, b=IDLE)))
    assert states(batch) == {"b": State.REJECTED, "noise": State.FAILED}

    def broken(*_: object) -> None:
        raise RuntimeError("for the test")

    monkeypatch.setattr("agreements.extraction.extract", broken)
    read_again(batch.documents.all())
    assert states(read_all(batch)) == {"b": State.FAILED, "noise": State.FAILED}


def test_a_document_that_brought_nothing_can_be_read_again(tmp_path: Path) -> None:
    batch = read_all(queued(written(tmp_path, a=SIGNED, b=IDLE), tmp_path / "missing.txt"))
    rejected = batch.documents.get(name__endswith="b.txt")
    assert rejected.problems[0]["mend"] == "no signing of an agreement is told"
    assert read_again(batch.documents.all()) == 1
    batch.refresh_from_db()
    assert batch.finished_at is None
    assert states(batch) == {"a": State.DONE, "b": State.WAITING, "missing": State.FAILED}
    batch = read_all(batch)
    assert batch.finished_at
    assert batch.report["totals"]["rejected"] == 2


def test_an_undo_withdraws_what_still_waits(tmp_path: Path) -> None:
    batch = queued(written(tmp_path, a=SIGNED, b=IDLE))
    read_queued(document=batch.documents.earliest("pk").pk)
    undo(batch)
    assert not Agreement.objects.exists()
    assert states(batch) == {"a": State.DONE, "b": State.WITHDRAWN}
    read_queued(document=batch.documents.latest("pk").pk)
    assert states(batch) == {"a": State.DONE, "b": State.WITHDRAWN}


def test_of_an_import_that_was_undone_nothing_is_read_again(tmp_path: Path) -> None:
    batch = read_all(queued(written(tmp_path, b=IDLE)))
    undo(batch)
    assert read_again(batch.documents.all()) == 0


def test_a_table_is_not_queued(tmp_path: Path) -> None:
    write_generated(tmp_path / "records.jsonl", 1)
    written(tmp_path, a=SIGNED)
    with pytest.raises(NotQueueableError, match=r"records\.jsonl is a table"):
        queued(tmp_path)
    assert not ImportBatch.objects.exists()


def test_the_history_names_whoever_queued(tmp_path: Path) -> None:
    user = User.objects.create(username="ada")
    batch = queue_paths([written(tmp_path, a=SIGNED)], Options(by=user)).batch
    read_all(batch)
    event = Agreement.pgh_event_models["insert"].objects.get(pgh_label="insert")  # type: ignore[attr-defined]
    assert event.pgh_context.metadata["user"] == user.pk
