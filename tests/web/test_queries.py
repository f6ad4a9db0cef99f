"""The number of queries of a page does not grow with its rows."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from agreements.browse.memory import current
from agreements.models import Agreement, Citation, Organisation, Slot
from tests import factories

pytestmark = pytest.mark.django_db

MOST = {
    "/": 25,
    "/agreements/": 30,
    "/agreements/?q=memorandum": 36,
    "/agreements/agreement-0/": 8,
    "/institutions/": 6,
    "/institutions/zhejiang-university/": 30,
    "/partners/": 6,
    "/partners/huawei-technologies/": 30,
    "/people/": 6,
    "/people/person-0/": 8,
    "/areas/": 4,
    "/areas/smart-campus/": 17,
    "/sources/": 6,
    "/sources/the-source/": 10,
}


@pytest.fixture
def add() -> Callable[[int, int], None]:
    """Adds agreements, from one number up to another, that share parties, area and source."""
    source = factories.source("A memorandum of words.")
    source.slug = "the-source"
    source.save()

    def add(first: int, last: int) -> None:
        for number in range(first, last):
            row = factories.agreement(
                f"Agreement {number}",
                slug=f"agreement-{number}",
                areas=["smart-campus", f"area-{number}"],
                partners=["Huawei Technologies Co., Ltd.", f"Partner {number}"],
                cite=source,
                signed_on=f"{2000 + number}",
            )
            university = Organisation.objects.get(name="Zhejiang University")
            factories.signatory(row, "Person 0", university)
            part = factories.signatory(row, f"Person {number}", university, role="witness")
            Citation.objects.create(
                agreement=row,
                source=source,
                slot=Slot.PARTICIPATION,
                participation=part,
                start=number,
                end=number + 3,
            )

    return add


@pytest.mark.parametrize("path", MOST)
def test_more_rows_cost_no_more_queries(
    client: Client, add: Callable[[int, int], None], path: str
) -> None:
    add(0, 3)
    client.get(path)
    with CaptureQueriesContext(
        connection,
    ) as few:
        assert client.get(path).status_code == 200
    add(3, 12)
    with CaptureQueriesContext(connection) as many:
        assert client.get(path).status_code == 200
    assert len(many) <= len(few) <= MOST[path]


def test_a_rich_agreement_is_read_in_eight_queries(
    client: Client, add: Callable[[int, int], None]
) -> None:
    add(0, 3)
    row = Agreement.objects.get(slug="agreement-0")
    for number in range(12):
        partner = factories.organisation(f"Partner of many {number}")
        factories.alias(partner, f"伙伴{number}", kind="native", language="zh")
        party = row.parties.create(organisation=partner)
        part = factories.signatory(row, f"Signatory {number}", partner)
        row.agreement_areas.create(area=factories.area(f"many-{number}"), phrase=f"many {number}")
        row.lifecycle_events.create(status="in_force", on=f"20{number + 10}")
        other = factories.agreement(f"Later {number}", partners=[f"Partner of many {number}"])
        other.links_out.create(to_agreement=row, relation="renews")
        cited = factories.source("Some text")
        Citation.objects.create(agreement=row, source=cited, slot=Slot.PARTY, party=party)
        Citation.objects.create(
            agreement=row, source=cited, slot=Slot.PARTICIPATION, participation=part
        )
        party.organisation.aliases.create(name=f"Alias {number}")
    gone = row.parties.create(organisation=factories.organisation("Gone"))
    gone.delete()
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/agreements/agreement-0/").status_code == 200
    assert len(queries) <= 8


@pytest.mark.django_db(transaction=True)
def test_pages_from_memory_take_eight_queries_at_most(
    client: Client, add: Callable[[int, int], None], settings: Settings
) -> None:
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "page_cache" not in name]
    current.forget()
    add(0, 12)
    client.get("/")
    for path in (path for path in MOST if not path.startswith("/agreements/?")):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path).status_code == 200
        assert len(queries) <= 8, path
    current.forget()
