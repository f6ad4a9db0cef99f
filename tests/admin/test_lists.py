"""Lists of the admin say what they leave out, count what they show, and find by every name."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from agreements.admin import lists
from agreements.admin.base import CatalogueAdmin
from agreements.models import Agreement, Citation, Slot
from tests import factories
from tests.admin.forms import page

List = Callable[..., str]


@pytest.fixture
def listed(superuser: User) -> List:
    """The text of a model's list under some parameters, spaces made one."""
    browser = Client()
    browser.force_login(superuser)

    def listed(model: str, status: int = 200, **parameters: str | int) -> str:
        answer = browser.get(page(model, "changelist"), parameters)
        assert answer.status_code == status, (model, parameters)
        if status != 200:
            return ""
        whole: Any = html.fromstring(answer.content.decode())
        shown = whole.get_element_by_id("changelist")
        return " ".join(shown.text_content().split())

    return listed


@pytest.fixture
def five(db: None) -> None:
    """Agreements of 2001 to 2005, each with a partner and a person of its own."""
    for number in range(1, 6):
        row = factories.agreement(
            f"Agreement {number}",
            partners=["Siemens AG", *["Zenith Ltd"][: number == 5], f"Partner {number}"],
            areas=["smart-campus"],
            signed_on=f"200{number}-05",
            status="draft" if number == 2 else "published",
        )
        partner = row.parties.get(organisation__name=f"Partner {number}").organisation
        factories.signatory(row, f"Person {number}", partner)


def test_a_long_list_is_counted_and_paged_as_far_as_it_goes(
    five: None, listed: List, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "5 agreements" in listed("agreement")
    monkeypatch.setattr(lists, "MOST", 3)
    monkeypatch.setattr(CatalogueAdmin, "list_per_page", 2)
    for model, noun in (("agreement", "agreements"), ("party", "parties"), ("person", "people")):
        assert f"more than 3 {noun}" in listed(model)
        listed(model, p=2)
        listed(model, status=302, p=3)
    assert "more than 3 results" in listed("agreement", q="agreement")
    assert "1 result" in listed("agreement", q="zenith")


def test_rows_show_what_belongs_to_them_and_are_sorted_by_it(five: None, listed: List) -> None:
    [siemens] = (line for line in _rows(listed("partner", o="-4")) if "Siemens" in line)
    assert "5" in siemens
    most_first = listed("partner", o="-4")
    least_first = listed("partner", o="4")
    assert most_first.index("Siemens") < most_first.index("Zenith")
    assert least_first.index("Siemens") > least_first.index("Zenith")


def _rows(text: str) -> list[str]:
    """A list's text cut before each name of a partner."""
    for name in ("Siemens", "Zenith", "Partner "):
        text = text.replace(name, f"\n{name}")
    return text.splitlines()


@pytest.mark.parametrize(
    ("model", "words", "found", "not_found"),
    [
        ("party", "zenith", "Zenith Ltd", "Partner 1"),
        ("participation", "zenith", "Person 5", "Person 1"),
        ("agreementarea", "zenith", "Agreement 5", "Agreement 1"),
        ("citation", "zenith", "Agreement 5", "Agreement 1"),
        ("alias", "zenith", "ZNT", "SIE"),
        ("alias", "znt", "ZNT", "SIE"),
        ("partner", "znt", "Zenith Ltd", "Siemens"),
        ("partner", "529900T8BM49AURSDO55", "Zenith Ltd", "Siemens"),
        ("source", "news.example/zenith", "The zenith", "Announcement"),
        ("person", "5 person", "Person 5", "Person 1"),
    ],
)
def test_a_search_finds_by_every_name(
    five: None, listed: List, model: str, words: str, found: str, not_found: str
) -> None:
    zenith = factories.organisation("Zenith Ltd")
    zenith.lei = "529900T8BM49AURSDO55"
    zenith.save()
    factories.alias(zenith, "ZNT", kind="acronym")
    factories.alias(factories.organisation("Siemens AG"), "SIE", kind="acronym")
    factories.source("Text", title="The zenith", url="https://news.example/zenith")
    text = listed(model, q=words)
    assert found in text
    assert not_found not in text


def test_years_and_languages_that_occur_can_be_chosen(five: None, listed: List) -> None:
    factories.source("A", title="Of May", published_on="2017-05-01", language="en")
    factories.source("B", title="Of June", published_on="2017-06", language="zh")
    factories.source("C", title="Of then", published_on="1999", language="zh-Hant")
    factories.source("D", title="Of never")
    years = listed("agreement")
    assert all(str(year) in years for year in range(2001, 2006))
    assert "Agreement 4" in listed("agreement", year=2004)
    assert "Agreement 3" not in listed("agreement", year=2004)
    sources = listed("source")
    assert sources.index("2017") < sources.index("1999")
    assert "Of May" in listed("source", year="2017")
    assert "Of then" not in listed("source", year="2017")
    assert "Of June" in listed("source", language="zh")
    assert "Of then" not in listed("source", language="zh")


@pytest.mark.parametrize(
    "model", ["agreement", "institution", "partner", "person", "source", "party", "citation"]
)
def test_more_rows_cost_no_more_queries(five: None, superuser: User, model: str) -> None:
    browser = Client()
    browser.force_login(superuser)
    browser.get(page(model, "changelist"))
    with CaptureQueriesContext(connection) as few:
        browser.get(page(model, "changelist"))
    for number in range(6, 12):
        row = factories.agreement(f"Agreement {number}", partners=[f"Partner {number}"])
        row.parties.create(organisation=factories.institution(f"University {number}"))
        factories.signatory(row, f"Person {number}", factories.institution())
        Citation.objects.create(agreement=row, source=factories.source("T"), slot=Slot.TITLE)
    assert Agreement.objects.count() == 11
    with CaptureQueriesContext(connection) as many:
        browser.get(page(model, "changelist"))
    assert len(many) <= len(few) <= 14
