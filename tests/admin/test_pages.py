"""Every model has its pages, each user sees those that the group allows, and none grows slow."""

import re
from collections.abc import Callable

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agreements.models import (
    Agreement,
    AgreementLink,
    Citation,
    ImportBatch,
    ImportedRecord,
    MatchProposal,
    Organisation,
    Proposal,
    QueuedDocument,
    Slot,
)
from agreements.models.request_counts import RequestCount
from tests import factories
from tests.admin.forms import page, submit

SignedIn = Callable[[User], Client]
MODELS = sorted(
    model._meta.model_name or ""
    for model in apps.get_app_config("agreements").get_models()
    if not hasattr(model, "pgh_tracked_model") and model is not RequestCount
)
WRITTEN_BY_PROGRAM = {
    "importbatch",
    "importedrecord",
    "proposal",
    "matchproposal",
    "queueddocument",
}
PARTS = {"party", "participation", "agreementarea", "lifecycleevent", "agreementlink", "citation"}


@pytest.fixture
def catalogue(draft: Agreement) -> Agreement:
    """At least one row of every model."""
    other = factories.agreement("An older agreement")
    AgreementLink.objects.create(from_agreement=draft, to_agreement=other, relation="renews")
    factories.alias(Organisation.objects.partners()[0], "华为", kind="native", language="zh")
    batch = ImportBatch.objects.create(files=["a.csv"], report={"totals": {"created": 1}})
    QueuedDocument.objects.create(batch=batch, name="a.txt", format="text", content=b"a")
    ImportedRecord.objects.create(agreement=draft, key="k", origin="o", digest="d", batch=batch)
    Proposal.objects.create(agreement=draft, batch=batch, slot="place", proposed="Hangzhou")
    one, two = Organisation.objects.all()[:2]
    MatchProposal.objects.create(organisation=one, candidate=two, score=0.5, reason="alike")
    return draft


@pytest.mark.parametrize("model", MODELS)
def test_every_model_is_registered(model: str) -> None:
    assert admin.site.is_registered(apps.get_model("agreements", model))


@pytest.mark.parametrize("who", ["superuser", "editor", "reviewer"])
def test_list_change_and_history_pages_open(
    who: str, catalogue: Agreement, request: pytest.FixtureRequest, signed_in: SignedIn
) -> None:
    browser = signed_in(request.getfixturevalue(who))
    for model in MODELS:
        row = apps.get_model("agreements", model)._default_manager.first()
        assert row is not None, model
        for address in (
            page(model, "changelist"),
            page(model, "change", row.pk),
            page(model, "history", row.pk),
        ):
            assert browser.get(address).status_code == 200, address


def test_editors_enter_what_people_enter_and_reviewers_nothing(
    catalogue: Agreement, editor: User, reviewer: User, signed_in: SignedIn
) -> None:
    for model in MODELS:
        enters = model not in WRITTEN_BY_PROGRAM | PARTS
        assert signed_in(editor).get(page(model, "add")).status_code == (200 if enters else 403)
        assert signed_in(reviewer).get(page(model, "add")).status_code == 403


def test_a_reviewer_deletes_nothing(
    catalogue: Agreement, reviewer: User, signed_in: SignedIn
) -> None:
    browser = signed_in(reviewer)
    for model in MODELS:
        row = apps.get_model("agreements", model)._default_manager.first()
        assert browser.post(page(model, "delete", row.pk), {"post": "yes"}).status_code == 403


def test_an_editor_may_delete_a_whole_agreement(
    catalogue: Agreement, editor: User, signed_in: SignedIn
) -> None:
    browser = signed_in(editor)
    browser.post(page("agreement", "delete", catalogue.pk), {"post": "yes"})
    assert not Agreement.objects.filter(pk=catalogue.pk).exists()


def test_what_others_need_is_not_deleted_and_the_page_says_why(
    catalogue: Agreement, editor: User, signed_in: SignedIn
) -> None:
    party = catalogue.parties.first()
    assert party is not None
    browser = signed_in(editor)
    answer = browser.post(page("organisation", "delete", party.organisation_id), {"post": "yes"})
    assert "protected related objects" in answer.content.decode()


def test_nobody_sees_the_desk_without_signing_in(client: Client) -> None:
    assert client.get(page("agreement", "changelist")).status_code == 302


def test_the_desk_names_the_site_and_leads_to_it(editor: User, signed_in: SignedIn) -> None:
    answer = signed_in(editor).get(reverse("admin:index")).content.decode()
    assert "Agreements Catalogue" in answer
    assert 'href="/"' in answer
    assert page("organisation", "changelist") not in answer


@pytest.mark.parametrize(
    ("model", "words", "found"),
    [
        ("agreement", "huawei", "Zhejiang University and Huawei cooperate"),
        ("agreement", "华为", "Zhejiang University and Huawei cooperate"),
        ("partner", "华为", "Huawei Technologies Co., Ltd."),
        ("partner", "HUAWEI Technologies", "Huawei Technologies Co., Ltd."),
        ("institution", "zhejiang", "Zhejiang University"),
        ("person", "wu zhaohui", "Wu Zhaohui"),
        ("cooperationarea", "smart", "Smart campus"),
        ("source", "ceremony", "Signing &lt;b&gt;ceremony&lt;/b&gt;"),
    ],
)
def test_lists_are_searched_by_any_name(
    model: str, words: str, found: str, catalogue: Agreement, editor: User, signed_in: SignedIn
) -> None:
    Agreement.objects.all().refresh_search()
    browser = signed_in(editor)
    assert found in browser.get(page(model, "changelist"), {"q": words}).content.decode()
    nothing = browser.get(page(model, "changelist"), {"q": "xyzzy"}).content.decode()
    assert f">{found}</a>" not in nothing


@pytest.mark.parametrize("q", ["\x00", "'", '"', "-", "%", "((", "a" * 5000])
def test_any_search_words_get_a_page(
    q: str, catalogue: Agreement, editor: User, signed_in: SignedIn
) -> None:
    for model in MODELS:
        answer = signed_in(editor).get(page(model, "changelist"), {"q": q})
        assert answer.status_code == 200, model


def test_choosing_an_organisation_finds_it_by_alias(
    catalogue: Agreement, editor: User, signed_in: SignedIn
) -> None:
    answer = signed_in(editor).get(
        reverse("admin:autocomplete"),
        {
            "term": "华为",
            "app_label": "agreements",
            "model_name": "party",
            "field_name": "organisation",
        },
    )
    assert [found["text"] for found in answer.json()["results"]] == [
        "Huawei Technologies Co., Ltd."
    ]


@pytest.mark.parametrize("model", MODELS)
def test_lists_need_as_many_queries_for_many_rows_as_for_few(
    model: str, catalogue: Agreement, editor: User, signed_in: SignedIn
) -> None:
    browser = signed_in(editor)
    few = _queries(browser, page(model, "changelist"))
    _grow(catalogue)
    assert _queries(browser, page(model, "changelist")) <= few


@pytest.mark.parametrize("who", ["editor", "reviewer"])
def test_an_agreement_page_needs_as_many_queries_for_many_parts_as_for_few(
    who: str, catalogue: Agreement, request: pytest.FixtureRequest, signed_in: SignedIn
) -> None:
    browser = signed_in(request.getfixturevalue(who))
    few = _queries(browser, page("agreement", "change", catalogue.pk))
    _grow(catalogue)
    assert _queries(browser, page("agreement", "change", catalogue.pk)) <= few


def test_every_field_of_a_row_has_a_name_for_those_who_do_not_see_its_column(
    catalogue: Agreement, editor: User, signed_in: SignedIn
) -> None:
    answer = signed_in(editor).get(page("agreement", "change", catalogue.pk)).content.decode()
    fields = re.findall(r'<(?:input|select|textarea)[^>]*name="parties-0-\w+"[^>]*>', answer)
    shown = [field for field in fields if 'type="hidden"' not in field]
    assert len(shown) == 4
    assert all("aria-label=" in field for field in shown)


def test_an_agreement_of_very_many_citations_can_be_saved(
    draft: Agreement, editor: User, signed_in: SignedIn
) -> None:
    source = factories.source("word " * 250)
    Citation.objects.bulk_create(
        Citation(agreement=draft, source=source, slot=Slot.RECORD, start=5 * n, end=5 * n + 4)
        for n in range(250)
    )
    answer = submit(signed_in(editor), page("agreement", "change", draft.pk), place="Hangzhou")
    assert answer.status_code == 302


def _queries(browser: Client, address: str) -> int:
    browser.get(address)  # content types are fetched once
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert browser.get(address).status_code == 200
    return len(captured)


def _grow(row: Agreement) -> None:
    """Several more rows of everything, all of them parts of one agreement."""
    batch = ImportBatch.objects.create(files=["b.csv"])
    for number in range(5):
        other = factories.agreement(
            institutions=[f"University {number}"], partners=[f"Company {number}"]
        )
        organisation = factories.organisation(f"Company {number}")
        factories.alias(organisation, f"C{number}", kind="acronym")
        party = row.parties.create(organisation=organisation)
        factories.signatory(row, f"Person {number}", organisation)
        area = factories.area(f"area-{number}")
        row.agreement_areas.create(area=area, phrase=f"phrase {number}")
        row.lifecycle_events.create(status="in_force", on=f"202{number}")
        AgreementLink.objects.create(from_agreement=row, to_agreement=other, relation="amends")
        source = factories.source("Company text")
        Citation.objects.create(
            agreement=row, source=source, slot=Slot.PARTY, party=party, start=0, end=7
        )
        ImportedRecord.objects.create(
            agreement=other, key=f"k{number}", origin="o", digest="d", batch=batch
        )
        Proposal.objects.create(agreement=row, batch=batch, slot="place", proposed=f"P{number}")
        MatchProposal.objects.create(
            organisation=organisation,
            candidate=row.parties.all()[0].organisation,
            score=0.5,
            reason="alike",
        )
        ImportBatch.objects.create(files=["c.csv"])
