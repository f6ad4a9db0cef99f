"""Pages of readers are kept while nothing changed, and not a moment longer."""

from io import BytesIO
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agreements.models import Agreement, Alias, EditorialStatus, Organisation
from agreements.web.page_cache import kept_pages
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


def asked(path: str, **sent: str) -> tuple[str, dict[str, str], bytes]:
    """What a server hears from the application: status, headers and body."""
    told: list[tuple[str, dict[str, str]]] = []
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "SCRIPT_NAME": "",
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        **sent,
    }

    def start_response(status: str, headers: list[tuple[str, str]], *_: object) -> Any:
        told.append((status, dict(headers)))

    body = b"".join(kept_pages(WSGIHandler())(environ, start_response))
    return (*told[0], body)


@pytest.mark.usefixtures("agreement")
def test_a_server_gets_the_same_page_from_those_kept() -> None:
    made, kept = asked("/agreements/first/"), asked("/agreements/first/")
    assert made[0] == kept[0] == "200 OK"
    assert made[2] == kept[2]
    assert made[1]["ETag"] == kept[1]["ETag"]
    assert set(made[1]) - {"Last-Modified"} == set(kept[1]) - {"Last-Modified"}
    status, headers, body = asked("/agreements/first/", HTTP_IF_NONE_MATCH=made[1]["ETag"])
    assert (status, headers["ETag"], body) == ("304 Not Modified", made[1]["ETag"], b"")


@pytest.mark.usefixtures("agreement")
def test_a_server_gets_a_changed_fact_at_once() -> None:
    asked("/agreements/first/")
    Agreement.objects.update(title="Second title")
    assert "Second title" in asked("/agreements/first/")[2].decode()


@pytest.mark.usefixtures("agreement")
def test_addresses_are_told_apart_before_django_sees_them() -> None:
    asked("/agreements/")
    filtered = asked("/agreements/", QUERY_STRING="q=nothing-has-this")
    assert filtered[2] != asked("/agreements/")[2]
    assert asked("/agreements/", QUERY_STRING="yeer=1")[0].startswith("400")
    assert asked("/agreements/", HTTP_COOKIE="sessionid=x")[1].get("ETag") is None
