"""Search engines find every public page, and nothing else."""

import re
from urllib.parse import urlsplit

import pytest
from django.test import Client

from tests import factories

pytestmark = pytest.mark.django_db

SECTIONS = ["pages", "agreements", "institutions", "partners", "people", "areas", "sources"]


def locations(client: Client, path: str) -> list[str]:
    response = client.get(path)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/xml"
    found = re.findall("<loc>([^<]*)</loc>", response.content.decode())
    return [urlsplit(location).path for location in found]


def test_the_index_names_a_map_for_every_kind_of_page(client: Client) -> None:
    factories.agreement()
    assert locations(client, "/sitemap.xml") == [f"/sitemap-{name}.xml" for name in SECTIONS]


def test_every_address_leads_to_a_page(client: Client) -> None:
    shown = factories.agreement("Shown", areas=["smart-campus"])
    factories.signatory(shown, "Lu Yong", factories.organisation("Huawei Technologies Co., Ltd."))
    for section in SECTIONS:
        paths = locations(client, f"/sitemap-{section}.xml")
        assert len(paths) == (9 if section == "pages" else 1), section
        for path in paths:
            assert client.get(path).status_code == 200, path


def test_drafts_and_whom_they_name_are_not_in_it(client: Client) -> None:
    hidden = factories.agreement("Hidden", areas=["law"], status="draft")
    factories.signatory(hidden, "Nobody", factories.institution())
    for section in SECTIONS[1:]:
        assert locations(client, f"/sitemap-{section}.xml") == []


@pytest.mark.parametrize("path", ["nothing.xml", "agreements.xml?p=2", "agreements.xml?p=x"])
def test_a_map_that_is_not_there_is_not_found(client: Client, path: str) -> None:
    assert client.get(f"/sitemap-{path}").status_code == 404


def test_robots_are_told_where_the_maps_are(client: Client) -> None:
    told = client.get("/robots.txt").content.decode().splitlines()
    assert "Sitemap: http://testserver/sitemap.xml" in told
    assert "Disallow: /admin/" in told
