"""Every kind of page, light and dark, on a telephone and on a desk, without a violation."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import NewContext

PAGES = [
    "/",
    "/agreements/",
    "/agreements/?q=campus&partner=huawei-technologies&find_institution=zhe",
    "/agreements/?q=nothing-of-the-kind&year_min=2018",
    "/agreements/?year_min=abc&partnr=x&kind=treaty",
    "/agreements/?page=abc",
    "/agreements/the-memorandum/",
    "/institutions/",
    "/institutions/?q=nobody",
    "/institutions/zhejiang-university/",
    "/partners/",
    "/partners/huawei-technologies/",
    "/people/",
    "/people/wu-zhaohui/",
    "/areas/",
    "/areas/smart-campus/",
    "/areas/artificial-intelligence/",
    "/accuracy/",
    "/api/v1/docs/",
    "/data/",
    "/sources/",
    "/sources/{source}/",
    "/no-such-page/",
]

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""The rules of axe-core to hold to: https://github.com/dequelabs/axe-core/blob/develop/doc/API.md"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_and_nothing_sticks_out(
    new_context: NewContext, scheme: str, width: int
) -> None:
    window = new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
    page = window.new_page()
    found: dict[str, object] = {}
    page.goto("/agreements/the-memorandum/")
    source = page.locator("#sources ~ ul a").first.get_attribute("href")
    for path in PAGES:
        address = source if "{source}" in path and source else path
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        result = Axe().run(page, options={"runOnly": TAGS, "resultTypes": ["violations"]})
        if result.violations_count:
            found[address] = result.generate_report()
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found[f"{address} sticks out"] = width
    assert found == {}
