"""References that programs which manage literature read as they are meant."""

import json
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from django.test import Client

from agreements.models import Agreement
from tests import factories
from tests.web.conftest import Get, links

pytestmark = pytest.mark.django_db

TITLE = r"浙江大学 & Huawei: 100% {joint} \lab_1 ~ #5 ^ $"
PARTNER = "Huawei Technologies Co., Ltd."


def agreement(**fields: Any) -> Agreement:
    return factories.agreement(TITLE, slug="浙江-huawei", partners=[PARTNER], **fields)


def cited(client: Client, suffix: str, slug: str = "浙江-huawei") -> str:
    response = client.get(f"/agreements/{slug}/cite.{suffix}")
    assert response.status_code == 200
    return response.content.decode()


DATES = ["2018", "2018-10", "2018-10-22", ""]


@pytest.mark.parametrize("day", DATES)
def test_bibtex_reads_back(client: Client, day: str) -> None:
    agreement(signed_on=day)
    library = parse_string(cited(client, "bib"))
    assert not library.failed_blocks
    [entry] = library.entries
    fields = {field.key: field.value for field in entry.fields}
    assert fields["author"] == f"{{Zhejiang University}} and {{{PARTNER}}}"
    assert r"浙江大学 \& Huawei: 100\% \{joint\} \textbackslash{}lab\_1" in fields["title"]
    assert fields.get("date", "") == day
    assert fields.get("year", "") == day[:4]
    assert fields["url"].startswith("http://testserver/agreements/")


@pytest.mark.parametrize("day", DATES)
def test_ris_reads_back(client: Client, day: str) -> None:
    agreement(signed_on=day)
    [entry] = rispy.loads(cited(client, "ris"))
    assert entry["title"] == TITLE
    assert entry["authors"] == ["Zhejiang University", "Huawei Technologies Co. Ltd."]
    assert entry.get("year", "") == day[:4]
    known = (*day.split("-"), "", "")[:3]
    assert entry.get("date", "") == ("/".join(known) + "/" if day else "")


@pytest.mark.parametrize("day", DATES)
def test_csl_json_holds_as_much_of_the_date_as_is_known(client: Client, day: str) -> None:
    agreement(signed_on=day)
    [item] = json.loads(cited(client, "json"))
    assert item["title"] == TITLE
    assert item["author"] == [{"literal": "Zhejiang University"}, {"literal": PARTNER}]
    issued = item.get("issued", {"date-parts": [[]]})["date-parts"]
    assert issued == [[int(part) for part in day.split("-") if part]]


def test_the_page_links_to_the_references(get: Get) -> None:
    row = agreement()
    page = get(row.get_absolute_url())
    for suffix in ("bib", "ris", "json"):
        assert any(link.endswith(f"/cite.{suffix}") for link in links(page))


@pytest.mark.parametrize("suffix", ["bib", "ris", "json"])
def test_nobody_cites_a_draft(client: Client, suffix: str) -> None:
    agreement(status="draft")
    assert client.get(f"/agreements/浙江-huawei/cite.{suffix}").status_code == 404
    assert client.get(f"/agreements/nobody/cite.{suffix}").status_code == 404


def test_organisations_and_areas_point_to_their_feeds(get: Get, client: Client) -> None:
    agreement(areas=["smart-campus"])
    for path, query in (
        ("/institutions/zhejiang-university/", "institution=zhejiang-university"),
        ("/areas/smart-campus/", "area=smart-campus"),
    ):
        found = get(path).xpath('//link[@rel="alternate"]/@href')
        assert f"/feed.atom?{query}" in found
        assert b"<entry>" in client.get(f"/feed.atom?{query}").content
