"""Pages of readers are kept while nothing changed, and not a moment longer."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agreements.models import Agreement, Alias, EditorialStatus, Organisation
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def agreement() -> Agreement:
    return factories.agreement("First title", slug="first")


PATHS = ["/", "/agreements/", "/agreements/first/", "/partners/", "/areas/", "/sitemap.xml"]


@pytest.mark.usefixtures("agreement")
@pytest.mark.parametrize("path", PATHS)
def test_a_page_that_a_reader_has_is_not_sent_again(client: Client, path: str) -> None:
    first = client.get(path)
    assert first.status_code == 200
    again = client.get(path, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]
    assert client.get(path).content == first.content


def test_a_kept_page_costs_nothing_but_the_look_at_the_revision(
    client: Client, agreement: Agreement
) -> None:
    client.get("/agreements/first/")
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/agreements/first/").status_code == 200
    assert len(queries) == 1


def test_a_changed_fact_shows_at_once(client: Client, agreement: Agreement) -> None:
    before = client.get("/agreements/first/")
    Agreement.objects.update(title="Second title")
    after = client.get("/agreements/first/", headers={"if-none-match": before["ETag"]})
    assert after.status_code == 200
    assert "Second title" in after.content.decode()
    Alias.objects.create(organisation=Organisation.objects.partners()[0], name="AKA", kind="native")
    assert "AKA" in client.get("/agreements/first/").content.decode()
    Agreement.objects.all().decide(EditorialStatus.DRAFT, None)
    assert client.get("/agreements/first/").status_code == 404


def test_addresses_and_hosts_do_not_share_pages(client: Client, agreement: Agreement) -> None:
    etags = {client.get(path)["ETag"] for path in (*PATHS[:3], "/agreements/?q=title")}
    etags.add(client.get("/agreements/", headers={"host": "localhost"})["ETag"])
    assert len(etags) == 5


def test_nothing_is_kept_for_those_who_are_logged_in(
    client: Client, admin_client: Client, agreement: Agreement
) -> None:
    client.get("/agreements/first/")
    assert not admin_client.get("/agreements/first/").has_header("ETag")
    assert "Cookie" in client.get("/agreements/first/")["Vary"]


@pytest.mark.parametrize("path", ["/agreements/?yeer=1", "/nowhere/", "/healthz"])
def test_refusals_and_health_are_not_kept(client: Client, path: str) -> None:
    assert not client.get(path).has_header("ETag")
