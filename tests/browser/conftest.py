"""A real Chromium, a catalogue in which every kind of page has something to show."""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright
from pytest_django.live_server_helper import LiveServer

from agreements.models import Agreement, Citation, LifecycleEvent, Organisation, Slot, Source
from tests import factories

# Playwright's synchronous API runs a loop in this thread, which the tests' own queries share.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

NAMES = ("chromium", "chromium-browser", "google-chrome")

TEXT = (
    "On 22 October 2018 Zhejiang University (浙江大学) and Huawei signed a memorandum in Hangzhou. "
    "Wu Zhaohui, president of the university, signed it.\n\n"
    "They will build a smart campus and study artificial intelligence."
)

NewContext = Callable[..., BrowserContext]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; closed after these tests, as its loop would be in the way of others."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        message = f"needs one of {', '.join(NAMES)} on the PATH"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        yield chromium
        chromium.close()


@pytest.fixture
def new_context(browser: Browser, live_server: LiveServer, catalogue: None) -> Iterator[NewContext]:
    """Opens windows on the served catalogue; every error that they report fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_context(**options: object) -> BrowserContext:
        context = browser.new_context(base_url=live_server.url, **options)  # type: ignore[arg-type]
        context.set_default_timeout(20_000)
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        context.on("console", lambda message: complaints.extend(_complaint(message)))
        contexts.append(context)
        return context

    yield open_context
    for context in contexts:
        context.close()
    assert complaints == []


def _complaint(message: object) -> list[str]:
    kind, text = getattr(message, "type", ""), getattr(message, "text", "")
    answered = "Failed to load resource" in text and (" 400 " in text or " 404 " in text)
    return [text] if kind == "error" and not answered else []


@pytest.fixture
def catalogue(transactional_db: None) -> None:
    """One agreement with everything that a page can show, and thirty beside it."""
    factories.area("artificial-intelligence", axis="field", label_zh="人工智能")
    factories.area("smart-campus", parent=factories.area("shared-resources"), label_zh="智慧校园")
    university = factories.institution(
        "Zhejiang University", country="CN", ror="https://ror.org/00a2xv884"
    )
    factories.alias(university, "浙江大学", kind="native", language="zh")
    factories.organisation("Huawei Technologies Co., Ltd.", country="CN", wikidata="Q160120")
    source = factories.source(
        TEXT, title="A signing", language="en", publisher="The Daily", published_on="2018-10-23"
    )
    row = factories.agreement(
        "The memorandum",
        areas=["smart-campus", "artificial-intelligence"],
        kind="memorandum_of_understanding",
        signed_on="2018-10-22",
        summary="They plan a smart campus.",
        cite=source,
    )
    _cite_everything(row, source, university)
    for number in range(30):
        factories.agreement(
            f"Agreement {number}",
            partners=[f"Partner {number:02} of an Exceedingly Long and Winding Name Limited"],
            signed_on=f"{2001 + number % 20}-03",
        )


def _cite_everything(row: Agreement, source: Source, university: Organisation) -> None:
    def cite(words: str, slot: Slot, **fields: object) -> None:
        start = TEXT.index(words)
        Citation.objects.create(
            agreement=row,
            source=source,
            slot=slot,
            start=start,
            end=start + len(words),
            **fields,
        )

    signatory = factories.signatory(row, "Wu Zhaohui", university, position="President")
    step = LifecycleEvent.objects.create(agreement=row, status="signed", on="2018-10-22")
    cite("22 October 2018", Slot.SIGNED_ON, value="2018-10-22")
    cite("October 2018", Slot.SIGNED_ON, value="2018-11")
    cite("Zhejiang University", Slot.PARTY, party=row.parties.get(organisation=university))
    cite("Wu Zhaohui", Slot.PARTICIPATION, participation=signatory)
    cite("smart campus", Slot.AREA, agreement_area=row.agreement_areas.all()[0])
    cite("signed", Slot.LIFECYCLE, lifecycle_event=step)
    Agreement.objects.filter(pk=row.pk).refresh_search()
