"""The editors' desk shows what a decision needs without scrolling sideways, and to everybody."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from agreements.models import (
    Agreement,
    Citation,
    ImportBatch,
    MatchProposal,
    Organisation,
    Proposal,
    Slot,
)
from tests.admin.forms import page as address
from tests.browser.conftest import NewContext
from tests.browser.test_accessibility import TAGS

LONG = "A memorandum on a joint laboratory for marine robotics, doctoral training and internships"


@pytest.fixture
def questions(catalogue: None) -> list[str]:
    """The addresses of the lists and pages of what waits, with texts as long as they come."""
    row = Agreement.objects.get(slug="the-memorandum")
    Agreement.objects.filter(pk=row.pk).update(
        title=LONG,
        kind="comprehensive_cooperation_agreement",
        signed_on="",
        announced_on="2018-10-22",
    )
    Citation.objects.filter(agreement=row).update(confidence=0.42)
    Citation.objects.filter(agreement=row, slot=Slot.SIGNED_ON).update(value="2018-10-23")
    Agreement.objects.filter(pk=row.pk).refresh_search()
    batch = ImportBatch.objects.create(files=["a.csv"])
    asked = Proposal.objects.create(
        agreement=row, batch=batch, slot="signed_on", current="", proposed="2018-10-23"
    )
    Proposal.objects.create(
        agreement=row,
        batch=batch,
        slot="summary",
        current=f"{LONG}. " * 9,
        proposed=f"{LONG}! " * 9,
    )
    one, two = Organisation.objects.partners().order_by("-name")[:2]
    pair = MatchProposal.objects.create(
        organisation=one, candidate=two, score=0.5, reason=f"“{one}” resembles “{two}”"
    )
    return [
        address("agreement", "changelist"),
        address("proposal", "changelist"),
        address("matchproposal", "changelist"),
        address("proposal", "change", asked.pk),
        address("matchproposal", "change", pair.pk),
        address("agreement", "change", row.pk),
    ]


def signed_in(new_context: NewContext, live_server: LiveServer, width: int, scheme: str) -> Page:
    """A page of a window in which a superuser is signed in."""
    user = User.objects.create_superuser("root")
    client = Client()
    client.force_login(user)
    window = new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
    session = client.cookies["sessionid"].value
    window.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    return window.new_page()


def test_lists_of_what_waits_show_every_column_on_a_desk(
    questions: list[str], new_context: NewContext, live_server: LiveServer
) -> None:
    page = signed_in(new_context, live_server, 1280, "light")
    cut = {}
    for path in questions[:3]:
        page.goto(path)
        results = page.locator(".results")
        assert results.locator("tbody tr").count() > 0
        cut[path] = results.evaluate("each => each.scrollWidth - each.clientWidth")
    assert set(cut.values()) == {0}, cut


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_questions_are_read_by_everybody_and_nothing_sticks_out(
    questions: list[str], new_context: NewContext, live_server: LiveServer, width: int, scheme: str
) -> None:
    page = signed_in(new_context, live_server, width, scheme)
    found: dict[str, object] = {}
    for path in questions:
        page.goto(path)
        if page.locator(".question").count():  # beside it stands what Django lays out
            options = {"runOnly": TAGS, "resultTypes": ["violations"]}
            result = Axe().run(page, context=".question", options=options)
            if result.violations_count:
                found[path] = result.generate_report()
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found[f"{path} sticks out"] = width
    assert found == {}
