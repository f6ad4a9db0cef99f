"""Reading and filtering in a browser: by keyboard, without scripts, and with them."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewContext


def test_the_keyboard_reaches_content_and_evidence(new_context: NewContext) -> None:
    page = new_context().new_page()
    page.goto("/agreements/the-memorandum/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    summary = page.locator("summary", has_text="Source says about Zhejiang University")
    for _ in range(30):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        if summary.evaluate("element => element === document.activeElement"):
            break
    expect(summary).to_be_focused()
    quotation = summary.locator("xpath=..").locator("blockquote")
    expect(quotation).to_be_hidden()
    page.keyboard.press("Enter")
    expect(quotation).to_be_visible()
    expect(quotation.locator("mark")).to_have_text("Zhejiang University")


def _narrow(page: Page) -> None:
    """Search, choose in a facet, look for a value in a long one, drop a chip."""
    page.goto("/agreements/")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("31 agreements")
    page.get_by_label("From year").fill("2005")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(heading).to_have_text("23 agreements, signed since 2005")
    page.get_by_label("Find in Partner").fill("huawei")
    page.get_by_role("button", name="Find in Partner").click()
    expect(page.locator("#facet-partner li")).to_have_count(1)
    page.get_by_role("link", name=re.compile("^Huawei Technologies")).first.click()
    expect(heading).to_have_text(re.compile("^1 agreement with Huawei .* since 2005$"))
    page.get_by_role("link", name="Remove the filter since 2005").click()
    expect(heading).to_have_text("1 agreement with Huawei Technologies Co., Ltd.")
    expect(page).to_have_url(re.compile(r"/agreements/\?partner=huawei-technologies$"))


def test_the_list_is_narrowed_without_scripts(new_context: NewContext) -> None:
    _narrow(new_context(java_script_enabled=False).new_page())


@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_telephone_the_filters_are_folded_before_the_list(
    new_context: NewContext, scripts: bool
) -> None:
    window = new_context(java_script_enabled=scripts, viewport={"width": 390, "height": 800})
    page = window.new_page()
    page.goto("/agreements/")
    summary, value = page.locator("#narrow > summary"), page.locator("#partner-huawei-technologies")
    expect(value).to_be_hidden()
    folded, first = summary.bounding_box(), page.locator(".entry").first.bounding_box()
    assert folded
    assert first
    assert folded["y"] < first["y"] < 800
    page.get_by_role("button", name="Show", exact=True).focus()
    page.keyboard.press("Tab")
    expect(summary).to_be_focused()
    page.keyboard.press("Enter")
    expect(value).to_be_visible()
    value.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^1 agreement with"))
    expect(summary).to_contain_text("(1 filter set)")
    expect(value).to_be_hidden()
    if scripts:
        expect(summary).to_be_focused()
    page.goto("/agreements/?find_partner=huawei")
    expect(value).to_be_visible()


def test_on_a_desk_nothing_is_folded_and_the_keyboard_can_pass_the_filters(
    new_context: NewContext,
) -> None:
    page = new_context(viewport={"width": 1280, "height": 800}).new_page()
    page.goto("/agreements/")
    expect(page.locator("#narrow > summary")).to_be_hidden()
    expect(page.locator("#partner-huawei-technologies")).to_be_visible()
    page.get_by_role("button", name="Show", exact=True).focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the agreements")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#results') !== null")


def test_with_scripts_the_list_changes_in_place_and_the_way_back_is_kept(
    new_context: NewContext,
) -> None:
    page = new_context().new_page()
    page.goto("/agreements/")
    page.evaluate("window.stayed = true")
    page.locator("#kind-memorandum_of_understanding").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^1 agreement"))
    expect(page.get_by_role("status")).to_have_text(re.compile("^1 agreement"))
    expect(page).to_have_title(re.compile("memorandum of understanding"))
    expect(page).to_have_url(re.compile("kind=memorandum_of_understanding"))
    assert page.evaluate("window.stayed")
    expect(page.locator("#kind-memorandum_of_understanding")).to_be_focused()
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("31 agreements")


def test_with_scripts_the_same_steps_lead_to_the_same_list(new_context: NewContext) -> None:
    _narrow(new_context().new_page())


def test_a_wrong_year_is_told_in_place(new_context: NewContext) -> None:
    page = new_context().new_page()
    page.goto("/agreements/")
    page.get_by_label("From year").fill("soon")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Write a year")
    expect(page.get_by_label("From year")).to_have_attribute("aria-invalid", "true")


def test_a_bar_of_a_chart_leads_to_its_agreements(new_context: NewContext) -> None:
    page = new_context().new_page()
    page.goto("/")
    page.get_by_role("link", name="2018: 2").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2 agreements, signed in 2018")


def test_every_year_of_a_chart_is_in_view_on_a_telephone(new_context: NewContext) -> None:
    page = new_context(viewport={"width": 360, "height": 800}).new_page()
    page.goto("/")
    columns = page.get_by_role("region", name="Agreements by year").locator("a rect.hit")
    assert columns.count() == 20
    for column in columns.all():
        box = column.bounding_box()
        assert box
        assert 0 <= box["x"] < box["x"] + box["width"] <= 360


def test_motion_stops_for_those_who_ask(new_context: NewContext) -> None:
    page = new_context(reduced_motion="reduce").new_page()
    page.goto("/")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert page.evaluate("getComputedStyle(document.querySelector('a')).transitionDuration") == "0s"
