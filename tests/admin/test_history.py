"""The history page: which field became what, by whom, in which import, and why."""

from collections.abc import Callable

import pghistory
from django.contrib.auth.models import User
from django.test import Client

from agreements.admin import history
from agreements.models import Agreement, ImportBatch, Organisation
from tests import factories
from tests.admin.forms import page, submit

SignedIn = Callable[[User], Client]


def test_a_change_is_told_with_its_author(
    draft: Agreement, editor: User, signed_in: SignedIn
) -> None:
    browser = signed_in(editor)
    submit(browser, page("agreement", "change", draft.pk), place="<b>Hangzhou</b>")
    content = browser.get(page("agreement", "history", draft.pk)).content.decode()
    assert "<ins>&lt;b&gt;Hangzhou&lt;/b&gt;</ins>" in content
    assert "editor" in content


def test_related_rows_imports_and_reasons_are_named(
    draft: Agreement, editor: User, signed_in: SignedIn
) -> None:
    batch = ImportBatch.objects.create()
    with pghistory.context(batch=batch.pk, why="corrected by the provider"):
        draft.parties.create(organisation=factories.organisation("Siemens AG"))
    content = signed_in(editor).get(page("agreement", "history", draft.pk)).content.decode()
    assert "Siemens AG" in content
    assert page("importbatch", "change", batch.pk) in content
    assert "Corrected by the provider" in content


def test_both_values_of_a_changed_field_are_told(draft: Agreement) -> None:
    Agreement.objects.filter(pk=draft.pk).update(place="Hangzhou")
    Agreement.objects.filter(pk=draft.pk).update(place="Shenzhen")
    newest = history.changes(history.events_of(draft), draft)[0]
    assert newest.fields == (history.FieldChange("place", "Hangzhou", "Shenzhen"),)


def test_what_was_removed_is_told(draft: Agreement) -> None:
    draft.citations.all().delete()
    party = draft.parties.select_related("organisation")[0]
    party.delete()
    told = history.changes(history.events_of(draft, [type(party)]), draft)
    removed = next(change for change in told if change.action == "removed")
    assert removed.row == "party"
    assert str(party.organisation) in [change.before for change in removed.fields]


def test_both_roles_of_an_organisation_have_its_history(
    draft: Agreement, editor: User, signed_in: SignedIn
) -> None:
    row = Organisation.objects.partners().get()
    browser = signed_in(editor)
    submit(browser, page("partner", "change", row.pk), name="Huawei Device")
    for model in ("partner", "organisation"):
        content = browser.get(page(model, "history", row.pk)).content.decode()
        assert "<del>Huawei Technologies Co., Ltd.</del>" in content


def test_long_histories_come_in_pages(draft: Agreement, editor: User, signed_in: SignedIn) -> None:
    for number in range(60):
        Agreement.objects.filter(pk=draft.pk).update(place=f"Place {number}")
    browser = signed_in(editor)
    first = browser.get(page("agreement", "history", draft.pk)).content.decode()
    assert "Place 59" in first
    assert "Place 3<" not in first
    for asked in ("2", "x", "999"):
        answer = browser.get(page("agreement", "history", draft.pk), {"p": asked})
        assert answer.status_code == 200
