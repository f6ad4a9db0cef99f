"""Editors see how sure extraction was, beside each fact and in the order of the queue."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.test import Client

from agreements.admin.wording import how_sure
from agreements.models import Agreement, Citation, ImportBatch, ImportedRecord, Source
from tests import factories
from tests.admin.forms import page, shown, submit

SignedIn = Callable[[User], Client]


@pytest.mark.parametrize(
    ("confidence", "words"),
    [(None, ""), (0.923, "92 %"), (0.7, "70 %"), (0.699, "69 %, check"), (0.1, "10 %, check")],
)
def test_a_low_confidence_asks_to_be_checked(confidence: float | None, words: str) -> None:
    assert how_sure(confidence) == words


def _sure(row: Agreement, **confidences: float) -> None:
    for slot, confidence in confidences.items():
        Citation.objects.filter(agreement=row, slot=slot).update(confidence=confidence)
    Agreement.objects.filter(pk=row.pk).refresh_search()


def test_each_fact_stands_with_its_confidence_the_least_certain_first(
    draft: Agreement, editor: User, signed_in: SignedIn
) -> None:
    _sure(draft, signed_on=0.95, party=0.4)
    answer = signed_in(editor).get(page("agreement", "change", draft.pk))
    [cited] = answer.context["cited_sources"]
    assert [(fact.label.split(":")[0], fact.how_sure) for fact in cited.facts] == [
        ("Party", "40 %, check"),
        ("Signed on", "95 %"),
    ]
    assert "40 %, check" in answer.content.decode()
    for fact in cited.facts:
        assert f'id="citation-{fact.citation}"' in answer.content.decode()


def test_the_queue_begins_with_the_least_certain(editor: User, signed_in: SignedIn) -> None:
    for title, confidence in (("table", None), ("sure", 0.9), ("doubtful", 0.3)):
        row = factories.agreement(title, status="draft", signed_on="2018")
        Agreement.objects.filter(pk=row.pk).update(confidence=confidence)
    row = factories.agreement("sent", status="in_review", signed_on="2018")
    answer = signed_in(editor).get(page("agreement", "changelist"))
    titles = [row.title for row in answer.context["cl"].result_list]
    assert titles == ["sent", "doubtful", "sure", "table"]


def test_what_an_editor_quotes_anew_is_no_longer_a_guess(
    draft: Agreement, editor: User, signed_in: SignedIn
) -> None:
    _sure(draft, signed_on=0.5)
    browser, address = signed_in(editor), page("agreement", "change", draft.pk)
    data = shown(browser.get(address))
    [field] = [n for n, v in data.items() if n.endswith("-quotation") and v == "22 October 2018"]
    submit(browser, address, **{field: "October 2018"})
    assert Citation.objects.get(agreement=draft, slot="signed_on").confidence is None


def test_saving_without_a_change_keeps_the_confidence(
    draft: Agreement, editor: User, signed_in: SignedIn
) -> None:
    _sure(draft, signed_on=0.5)
    submit(signed_in(editor), page("agreement", "change", draft.pk), title="Another title")
    assert Citation.objects.get(agreement=draft, slot="signed_on").confidence == 0.5


def test_what_was_set_aside_stands_beside_the_agreement_and_with_its_source(
    draft: Agreement, announced: Source, editor: User, signed_in: SignedIn
) -> None:
    start = announced.text.index("They")
    aside = {"why": "the signing told here is an earlier one", "start": start, "end": start + 12}
    whole = {"why": "the document is long", "start": None, "end": None}
    Source.objects.filter(pk=announced.pk).update(set_aside=[aside, whole])
    browser = signed_in(editor)
    review = browser.get(page("agreement", "change", draft.pk)).content.decode()
    source = browser.get(page("source", "change", announced.pk)).content.decode()
    for answer in (review, source):
        assert "he signing told here is an earlier one" in answer
        assert "They signed." in answer
        assert "he document is long" in answer


def test_the_import_lists_what_its_documents_set_aside_once(
    editor: User, signed_in: SignedIn
) -> None:
    aside = {"why": "it is <b>planned</b>", "quotation": "They will sign.", "start": 0, "end": 9}
    record = {"file": "news.txt", "set_aside": [aside]}
    batch = ImportBatch.objects.create(report={"records": [record, record, {"file": "old"}]})
    answer = signed_in(editor).get(page("importbatch", "change", batch.pk))
    assert answer.context["set_aside"] == [("news.txt", "it is <b>planned</b>", "They will sign.")]
    assert "it is &lt;b&gt;planned&lt;/b&gt;" in answer.content.decode()


def test_records_read_by_older_rules_can_be_found(
    draft: Agreement, editor: User, signed_in: SignedIn
) -> None:
    from agreements.extraction import VERSION

    batch = ImportBatch.objects.create()
    for number, read_by in enumerate(("rules 0", f"rules {VERSION}", "model m", "")):
        ImportedRecord.objects.create(
            agreement=draft, key=str(number), origin="x", digest="y", batch=batch, read_by=read_by
        )
    answer = signed_in(editor).get(page("importedrecord", "changelist"), {"older": "yes"})
    assert [row.read_by for row in answer.context["cl"].result_list] == ["rules 0"]
