"""Feeds tell what was last published, under any filter."""

import datetime as dt
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from django.utils import timezone

from agreements.models import Agreement, EditorialStatus
from tests import factories

pytestmark = pytest.mark.django_db

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def feed(client: Client, query: str = "") -> ET.Element:
    response = client.get(f"/feed.atom?{query}")
    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    return ET.fromstring(response.content)


def titles(root: ET.Element) -> list[str | None]:
    return [entry.findtext("a:title", None, ATOM) for entry in root.findall("a:entry", ATOM)]


def test_a_feed_holds_what_its_filter_shows_and_says_so(client: Client) -> None:
    factories.agreement("First", partners=["Siemens AG"])
    factories.agreement("Other", partners=["Bosch"])
    factories.agreement("Draft", partners=["Siemens AG"], status="draft")
    root = feed(client, "partner=siemens")
    assert titles(root) == ["First"]
    assert root.findtext("a:title", "", ATOM).startswith("Agreements with Siemens AG – ")
    links = {link.get("rel"): link.get("href") for link in root.findall("a:link", ATOM)}
    assert links["alternate"] == "http://testserver/agreements/?partner=siemens"
    assert links["self"] == "http://testserver/feed.atom?partner=siemens"


def test_what_was_published_last_comes_first_whenever_it_was_signed(client: Client) -> None:
    factories.agreement("Old", signed_on="2001", status="draft")
    factories.agreement("New", signed_on="2024")
    Agreement.objects.filter(title="Old").decide(EditorialStatus.PUBLISHED, None)
    assert titles(feed(client)) == ["Old", "New"]


def test_an_entry_keeps_its_identifier_and_tells_when_it_changed(client: Client) -> None:
    row = factories.agreement("Before", key="stable")
    before = feed(client).find("a:entry", ATOM)
    later = timezone.now() + dt.timedelta(days=1)
    Agreement.objects.filter(pk=row.pk).update(title="After", slug="after", updated_at=later)
    after = feed(client).find("a:entry", ATOM)
    assert before is not None
    assert after is not None
    assert after.findtext("a:id", "", ATOM) == before.findtext("a:id", "", ATOM)
    assert after.findtext("a:updated", "", ATOM) == later.isoformat()


def test_an_entry_has_a_summary_and_its_areas(client: Client) -> None:
    factories.agreement(summary="Training.", areas=["smart-campus"])
    factories.agreement(institutions=["Aalto University"], partners=["Nokia"])
    parties, training = feed(client).findall("a:entry", ATOM)
    assert training.findtext("a:summary", "", ATOM) == "Training."
    assert [c.get("term") for c in training.findall("a:category", ATOM)] == ["Smart campus"]
    assert parties.findtext("a:summary", "", ATOM) == "Other: Aalto University, Nokia"


def test_a_feed_of_nothing_and_one_with_odd_characters_are_well_formed(client: Client) -> None:
    assert titles(feed(client)) == []
    factories.agreement("Vertical\x0btab & <b>bold</b> \ufffe", summary="\x1f")
    assert titles(feed(client)) == ["Verticaltab & <b>bold</b> "]


def test_an_unchanged_feed_is_not_sent_again(client: Client) -> None:
    factories.agreement()
    first = client.get("/feed.atom")
    again = client.get("/feed.atom", headers={"If-Modified-Since": first.headers["Last-Modified"]})
    assert again.status_code == 304


def test_a_wrong_filter_is_refused(client: Client) -> None:
    response = client.get("/feed.atom?partners=siemens")
    assert response.status_code == 400
    assert "did you mean partner?" in response.content.decode()
