"""Whatever a visitor sends is answered with the right status; nothing breaks the server."""

import pytest
from django.template import loader
from django.test import Client, RequestFactory
from django.views import defaults

from tests import factories
from tests.web.conftest import Get, links, text_of

pytestmark = pytest.mark.django_db

PAGES = [
    "/",
    "/agreements/",
    "/agreements/shown/",
    "/institutions/",
    "/institutions/zhejiang-university/",
    "/partners/",
    "/partners/huawei-technologies/",
    "/people/",
    "/areas/",
    "/areas/smart-campus/",
    "/sources/",
]


@pytest.fixture(autouse=True)
def _catalogue() -> None:
    factories.agreement("Shown", areas=["smart-campus"], signed_on="2018")


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_for_reading(client: Client, path: str) -> None:
    assert client.get(path).status_code == 200
    head = client.head(path)
    assert (head.status_code, head.content) == (200, b"")
    for method in (client.post, client.put, client.delete, client.patch):
        assert method(path).status_code == 405


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("accept", ["", "*/*", "application/json", "text/html;q=x", "\x7f"])
def test_any_accept_header_gets_the_page(client: Client, path: str, accept: str) -> None:
    assert client.get(path, headers={"accept": accept}).status_code == 200


LISTS = ["/agreements/", "/institutions/", "/people/", "/sources/", "/areas/smart-campus/"]


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize(
    "number", ["0", "-1", "9" * 5000, "abc", "1e9", "%00", "", "nan", "1.5", "<b>"]
)
def test_what_is_no_number_of_a_page_is_named(get: Get, path: str, number: str) -> None:
    page = get(f"{path}?page={number}", status=400)
    assert text_of(page, "//h1") == "The list has no such page"
    assert "is no number of a page; write a whole number" in text_of(page, "//*[@role='alert']")


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("number", ["2", "999999", "9" * 4000, "１０"])
def test_a_page_beyond_the_last_is_not_found_and_says_so(get: Get, path: str, number: str) -> None:
    page = get(f"{path}?page={number}", status=404)
    assert "the last one is 1." in text_of(page, "//*[@role='alert']")


def test_a_list_without_such_a_page_leads_to_its_first_one(get: Get) -> None:
    for number, status in (("x", 400), ("7", 404)):
        page = get(f"/agreements/?kind=other&page={number}", status=status)
        assert {"?kind=other&page=1", "/agreements/"} <= set(links(page))


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("kind", "memorandum_of_understanding"),
        ("lifecycle", "in_force"),
        ("sort", "newest, oldest, title, relevance."),
    ],
)
def test_an_unknown_term_is_told_with_those_that_are_known(
    get: Get, name: str, allowed: str
) -> None:
    told = text_of(get(f"/agreements/?{name}=nonsense", status=400), "//*[@role='alert']")
    assert "“nonsense” is unknown; write one of: " in told
    assert allowed in told


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/agreements/none/", 404),
        ("/agreements/%00/", 404),
        ("/agreements/a%00b/", 404),
        ("/agreements/%ff%fe/", 404),
        ("/agreements/%F0%9F%98%80/", 404),
        ("/agreements/a b/", 404),
        ("/institutions/%27%3B--/", 404),
        ("/partners/" + "x" * 3000 + "/", 404),
        ("/people/../admin/", 404),
        ("/areas/%E6%99%BA/", 404),
        ("/sources/\u202e/", 404),
        ("/agreements/?q=%00", 400),
        ("/agreements/?q=%ff", 200),
        ("/agreements/?q=%F0%9F%98%80", 200),
        ("/agreements/?q=" + "x" * 201, 400),
        ("/agreements/?q='%22%5C%3A*()%26|!<->", 200),
        ("/agreements/?find_partner=%00&find_country=%ff%5C%25_", 200),
        ("/agreements/?find_nothing=1", 400),
        ("/agreements/?all=nothing&all=partner", 200),
        ("/agreements/?year_min=99999999999999999999", 400),
        ("/agreements/?year_min=２０１８", 200),
        ("/agreements/?partner=%00", 400),
        ("/agreements/?partner=" + "&partner=".join("abcdefghij" * 10), 400),
        ("/agreements/?page=1&page=1", 200),
        ("/agreements/?" + "&".join(f"a{n}=1" for n in range(500)), 400),
        ("/agreements/?" + "&".join(f"a{n}=1" for n in range(2000)), 400),
        ("/institutions/?q=%00", 400),
        ("/institutions/?q=%ff", 200),
        ("/institutions/?q=...", 200),
        ("/people/?q=%25_", 200),
        ("/sources/?q=%5C%25_", 200),
        ("/areas/?q=%00", 400),
        ("/areas/?page=1", 400),
        ("/?anything=1", 200),
        ("/agreements/shown/?page=x", 200),
    ],
)
def test_an_odd_address_has_its_status(client: Client, path: str, status: int) -> None:
    client.raise_request_exception = False
    assert client.get(path).status_code == status


def test_a_missing_page_offers_ways_on(client: Client, get: Get) -> None:
    page = get("/nothing/here", status=404)
    assert text_of(page, "//h1") == "There is no page at this address"
    assert {"/", "/agreements/"} <= set(links(page))


def test_an_unknown_host_gets_a_designed_400(client: Client) -> None:
    response = client.get("/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert "cannot be understood" in response.content.decode()


def test_a_forbidden_page_offers_ways_on(rf: RequestFactory) -> None:
    response = defaults.permission_denied(rf.get("/"), PermissionError())
    assert b"This is not open to you" in response.content


def test_a_form_without_its_token_gets_a_designed_403() -> None:
    response = Client(enforce_csrf_checks=True).post("/admin/login/")
    assert response.status_code == 403
    assert b"This form is out of date" in response.content


def test_the_page_for_a_broken_server_needs_nothing() -> None:
    body = loader.get_template("500.html").render()
    assert "Something broke on our side" in body


def test_a_failure_shows_that_page(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object) -> None:
        raise RuntimeError("for the test")

    monkeypatch.setattr("agreements.web.home.charts.by_year", broken)
    client.raise_request_exception = False
    response = client.get("/")
    assert response.status_code == 500
    assert b"Something broke on our side" in response.content
    assert b"for the test" not in response.content


def test_pages_allow_nothing_from_elsewhere(client: Client) -> None:
    policy = client.get("/").headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "Content-Security-Policy" not in client.get("/admin/login/").headers


@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_anything_inline_that_the_policy_forbids(get: Get, path: str) -> None:
    page = get(path)
    assert not page.xpath("//*[@style] | //style | //@*[starts-with(name(), 'on')]")
    scripts = page.xpath("//script[not(@src)]/@type")
    assert set(scripts) == {"application/ld+json"}
