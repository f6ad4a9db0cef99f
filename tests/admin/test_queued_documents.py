"""The admin shows how far workers are with an import, and has documents read again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.test import Client

from agreements.importing.queueing import queue_paths, read_queued
from agreements.importing.run import Options
from agreements.models import ImportBatch, QueuedDocument
from tests.admin.forms import page

SignedIn = Callable[[User], Client]
LIST = "?batch__id__exact={}&amp;state__exact=failed"


@pytest.fixture
def batch(tmp_path: Path, db: None) -> ImportBatch:
    """An import of which one document was rejected and one waits."""
    for name in ("a", "b"):
        tmp_path.joinpath(f"{name}.txt").write_text("The library opens at eight.")
    batch = queue_paths([tmp_path], Options()).batch
    read_queued(document=batch.documents.earliest("pk").pk)
    return batch


def read_again(browser: Client, batch: ImportBatch) -> str:
    """The page after the action on all documents."""
    keys = list(batch.documents.values_list("pk", flat=True))
    data = {"action": "read_again", "_selected_action": keys}
    answer = browser.post(page("queueddocument", "changelist"), data, follow=True)
    return answer.content.decode()


def test_the_page_of_an_import_tells_how_far_the_workers_are(
    batch: ImportBatch, reviewer: User, signed_in: SignedIn
) -> None:
    browser = signed_in(reviewer)
    content = browser.get(page("importbatch", "change", batch.pk)).content.decode()
    assert "rejected 1, waiting 1" in content
    assert LIST.format(batch.pk) in content
    assert (
        "1 waiting for a worker" in browser.get(page("importbatch", "changelist")).content.decode()
    )


def test_a_rejected_document_says_why_and_is_read_again(
    batch: ImportBatch, editor: User, signed_in: SignedIn
) -> None:
    browser = signed_in(editor)
    content = browser.get(page("queueddocument", "changelist") + "?state__exact=rejected").content
    assert b"no signing of an agreement is told" in content
    assert "1 document will be read again" in read_again(browser, batch)
    assert batch.documents.waiting().count() == 2
    assert "None of them failed or was rejected" in read_again(browser, batch)


def test_a_reviewer_sets_no_worker_to_work(
    batch: ImportBatch, reviewer: User, signed_in: SignedIn
) -> None:
    read_again(signed_in(reviewer), batch)
    assert batch.documents.filter(state=QueuedDocument.State.REJECTED).count() == 1
