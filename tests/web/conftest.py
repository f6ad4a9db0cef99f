"""Pages as parsed HTML."""

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from django.test import Client
from lxml import html

Page: TypeAlias = Any  # an lxml.html element, which lxml-stubs does not know
Get = Callable[..., Page]


@pytest.fixture
def get(client: Client) -> Get:
    """The parsed page at an address, which must answer with `status`."""

    def get(path: str, status: int = 200) -> Page:
        response = client.get(path)
        assert response.status_code == status, path
        return html.fromstring(response.content.decode())

    return get


def text_of(page: Page, path: str = "//main") -> str:
    """The visible text of the first element that the XPath finds, spaces made one."""
    found = page.xpath(path)
    assert found, path
    return " ".join(found[0].text_content().split())


def links(page: Page, path: str = "//main") -> list[str]:
    """The addresses that the elements below the XPath link to."""
    return [str(address) for address in page.xpath(f"{path}//a/@href")]
