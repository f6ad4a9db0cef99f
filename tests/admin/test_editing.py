"""What editors enter is saved and searched; what cannot stand is told beside its field."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from agreements.models import (
    Agreement,
    Alias,
    CooperationArea,
    Organisation,
    Party,
    Person,
    Source,
)
from tests import factories
from tests.admin.forms import errors_of, new_row, page, shown, submit

SignedIn = Callable[[User], Client]


@pytest.fixture
def browser(editor: User, signed_in: SignedIn) -> Client:
    return signed_in(editor)


def test_an_agreement_entered_by_hand_gets_address_key_and_status(browser: Client) -> None:
    answer = submit(browser, page("agreement", "add"), title="浙江大学 and Huawei cooperate")
    assert answer.status_code == 302
    row = Agreement.objects.get()
    assert row.slug == "浙江大学-and-huawei-cooperate"
    assert row.key.startswith("manual:")
    assert row.editorial_status == "draft"


def test_an_organisation_gets_an_address_without_its_legal_form(browser: Client) -> None:
    for _ in range(2):
        submit(
            browser, page("partner", "add"), name="Huawei Technologies Co., Ltd.", type="company"
        )
    slugs = set(Organisation.objects.values_list("slug", flat=True))
    assert slugs == {"huawei-technologies", "huawei-technologies-2"}


def test_a_source_needs_only_an_address(browser: Client) -> None:
    submit(browser, page("source", "add"), url="https://news.example/a")
    assert Source.objects.get().slug


def test_a_new_party_is_found_by_search_at_once(browser: Client, draft: Agreement) -> None:
    siemens = factories.organisation("Siemens AG")
    row = new_row("parties", 2, organisation=siemens.pk)
    submit(browser, page("agreement", "change", draft.pk), **row)
    draft.refresh_from_db()
    assert "siemens" in draft.search_text


@pytest.mark.parametrize(
    ("model", "find", "field", "value"),
    [
        ("partner", Organisation.objects.partners, "name", "Honor Device"),
        ("person", Person.objects.all, "name", "Honor Device"),
        ("cooperationarea", CooperationArea.objects.all, "label_zh", "Honor Device"),
    ],
)
def test_search_follows_a_new_name(
    model: str,
    find: Callable[[], Any],
    field: str,
    value: str,
    browser: Client,
    draft: Agreement,
) -> None:
    row = find().get()
    assert submit(browser, page(model, "change", row.pk), **{field: value}).status_code == 302
    found = Agreement.objects.extra(where=["search_vector @@ plainto_tsquery('simple', 'honor')"])
    assert found.get() == draft


def test_search_follows_aliases_that_come_and_go(browser: Client, draft: Agreement) -> None:
    partner = Organisation.objects.partners().get()
    submit(
        browser,
        page("partner", "change", partner.pk),
        **new_row("aliases", 0, name="华为", kind="native", language="zh"),
    )
    draft.refresh_from_db()
    assert "华为" in draft.search_text
    browser.post(page("alias", "delete", Alias.objects.get().pk), {"post": "yes"})
    draft.refresh_from_db()
    assert "华为" not in draft.search_text


def test_a_corrected_date_of_a_source_is_the_announcement_s(
    browser: Client, draft: Agreement, announced: Source
) -> None:
    submit(browser, page("source", "change", announced.pk), published_on="2018-10-25")
    draft.refresh_from_db()
    assert draft.announced_on == "2018-10-25"


def test_saving_without_a_change_changes_nothing(browser: Client, draft: Agreement) -> None:
    before = Agreement.objects.get(pk=draft.pk).updated_at
    assert submit(browser, page("agreement", "change", draft.pk)).status_code == 302
    assert Agreement.objects.get(pk=draft.pk).updated_at == before


def test_changing_a_part_changes_the_agreement(browser: Client, draft: Agreement) -> None:
    before = Agreement.objects.get(pk=draft.pk).updated_at
    submit(browser, page("agreement", "change", draft.pk), **{"parties-0-unit": "Law School"})
    assert Agreement.objects.get(pk=draft.pk).updated_at > before


def test_a_company_entered_as_a_university_moves_to_its_role(browser: Client) -> None:
    row = factories.institution("Siemens AG")
    answer = submit(browser, page("institution", "change", row.pk), type="company")
    assert answer["Location"] == page("partner", "change", row.pk)


def test_the_text_of_a_cited_source_cannot_be_changed(
    browser: Client, draft: Agreement, announced: Source
) -> None:
    address = page("source", "change", announced.pk)
    assert "text" not in shown(browser.get(address))
    submit(browser, address, text="forged", title="New title")
    text = announced.text
    announced.refresh_from_db()
    assert (announced.title, announced.text) == ("New title", text)


@pytest.mark.parametrize(
    ("fields", "field", "message"),
    [
        ({"title": ""}, "title", "required"),
        ({"signed_on": "2018-13"}, "signed_on", "2018-13"),
        ({"signed_on": "22.10.2018"}, "signed_on", "22.10.2018"),
        ({"effective_from": "2020", "expires_on": "2019"}, "expires_on", "before it takes effect"),
        ({"kind": "marriage"}, "kind", "not one of the available choices"),
        ({"slug": "taken"}, "slug", "already exists"),
        ({"slug": "not a slug"}, "slug", "valid"),
        ({"title": "x" * 501}, "title", "500"),
        ({"title": "a\x00b"}, "title", "Null characters"),
    ],
)
def test_what_an_agreement_cannot_hold_is_told_beside_the_field(
    fields: dict[str, str], field: str, message: str, browser: Client, draft: Agreement
) -> None:
    factories.agreement(slug="taken")
    answer = submit(browser, page("agreement", "change", draft.pk), **fields)
    errors = errors_of(answer)
    assert any(message in str(errors[name]) for name in errors if name in {field, "effective_from"})


@pytest.mark.parametrize(
    ("fields", "field", "message"),
    [
        ({"country": "chn"}, "country", "2"),
        ({"country": "cn"}, "country", "two capital letters"),
        ({"ror": "ror.org/1"}, "ror", "https://ror.org/"),
        ({"ror": "https://ror.org/00a2xv884"}, "ror", "Another organisation"),
        ({"wikidata": "160120"}, "wikidata", "Write Q and a number"),
        ({"lei": "529900T8BM49AURSDO56"}, "lei", "Not a LEI"),
        ({"website": "nowhere"}, "website", "valid URL"),
        ({"parent": "itself"}, "parent", "does not belong to itself"),
        ({"slug": "zhejiang"}, "slug", "already exists"),
    ],
)
def test_what_an_organisation_cannot_hold_is_told_beside_the_field(
    fields: dict[str, Any], field: str, message: str, browser: Client
) -> None:
    factories.institution("Zhejiang", ror="https://ror.org/00a2xv884")
    row = factories.organisation("Huawei")
    if fields.get("parent"):
        fields = {"parent": row.pk}
    answer = submit(browser, page("partner", "change", row.pk), **fields)
    assert message in str(errors_of(answer)[field])


@pytest.mark.parametrize(
    ("model", "fields", "field", "message"),
    [
        ("source", {}, "url", "an address, a text, or both"),
        (
            "source",
            {"url": "https://news.example/x", "published_on": "1"},
            "published_on",
            "is not a date",
        ),
        ("source", {"url": "https://news.example/known"}, "url", "in the catalogue already"),
        ("person", {"name": "Wu Zhaohui", "organisation": "its"}, "name", "already"),
        ("cooperationarea", {"label_en": "X", "axis": "field"}, "code", "required"),
        (
            "cooperationarea",
            {"label_en": "X", "axis": "field", "code": "smart-campus"},
            "code",
            "already exists",
        ),
        ("alias", {"name": "浙大", "organisation": "its"}, "organisation", "this alias already"),
    ],
)
def test_what_the_others_cannot_hold_is_told_beside_the_field(
    model: str, fields: dict[str, Any], field: str, message: str, browser: Client, draft: Agreement
) -> None:
    organisation = Organisation.objects.institutions().get()
    factories.alias(organisation, "浙大")
    factories.source(url="https://news.example/known")
    if "organisation" in fields:
        fields = fields | {"organisation": organisation.pk}
    errors = errors_of(submit(browser, page(model, "add"), **fields))
    told = errors[field] if field in errors else errors.get("organisation", "")
    assert message in str(told)


@pytest.mark.parametrize(
    ("rows", "field"),
    [
        (lambda a: new_row("parties", 2, organisation=_party(a).organisation_id), "organisation"),
        (lambda a: new_row("agreement_areas", 1, phrase="smart campus", area=_area(a)), "phrase"),
        (lambda a: new_row("links_out", 0, relation="renews", to_agreement=a.pk), "to_agreement"),
        (lambda a: new_row("lifecycle_events", 1, status="signed", on="2018-10-22"), "status"),
    ],
)
def test_a_part_that_cannot_stand_is_told_in_its_row(
    rows: Callable[[Agreement], dict[str, Any]], field: str, browser: Client, draft: Agreement
) -> None:
    answer = submit(browser, page("agreement", "change", draft.pk), **rows(draft))
    assert answer.status_code == 200
    assert draft.parties.count() == 2
    assert draft.links_out.count() == 0


def test_two_equal_new_rows_are_refused_also_where_a_value_is_empty(
    browser: Client, draft: Agreement
) -> None:
    rows = new_row("agreement_areas", 1, phrase="robots") | new_row(
        "agreement_areas", 2, phrase="robots"
    )
    errors = errors_of(submit(browser, page("agreement", "change", draft.pk), **rows))
    assert "has this phrase already" in str(errors["agreement_areas-2-__all__"])


@pytest.mark.django_db(transaction=True)
def test_a_citation_of_a_party_removed_at_the_same_time_is_refused_without_an_error_page(
    superuser: User, signed_in: SignedIn, draft: Agreement
) -> None:
    browser = signed_in(superuser)
    cited = draft.citations.get(slot="party")
    address = page("agreement", "change", draft.pk)
    data = shown(browser.get(address))
    number = next(
        name.split("-")[1]
        for name, value in data.items()
        if name.startswith("citations-") and name.endswith("-id") and value == cited.pk
    )
    place = next(
        name.split("-")[1]
        for name, value in data.items()
        if name.startswith("parties-") and name.endswith("-id") and value == cited.party_id
    )
    answer = submit(
        browser,
        address,
        **{f"parties-{place}-DELETE": "on", f"citations-{number}-value": "Zhejiang"},
    )
    assert answer.status_code == 302
    assert "Not saved" in browser.get(answer["Location"]).content.decode()
    assert Party.objects.filter(citations=cited).exists()


def _party(row: Agreement) -> Party:
    return row.parties.all()[0]


def _area(row: Agreement) -> int | None:
    return row.agreement_areas.all()[0].area_id
