"""However many records are brought in together, the catalogue is the same."""

from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agreements.importing.areas import add_missing_areas
from agreements.importing.entry import Entry
from agreements.importing.outcome import Report
from agreements.importing.run import Run
from agreements.models import Agreement, ImportBatch, Organisation
from agreements.records import AgreementRecord
from tests import factories
from tests.importing.given import edit, record, source
from tests.importing.scratch import CONTENT

pytestmark = pytest.mark.django_db

INSTITUTIONS: list[dict[str, Any]] = [
    {"name": "Northern University"},
    {"name": "Northern University", "country": "NO"},
    {"name": "Northern University", "unit": "Law", "aliases": [{"name": "NU", "kind": "acronym"}]},
    {"name": "Northen University"},
    {"name": "Southern Institute", "aliases": [{"name": "Northern Institute"}]},
    {"name": "Northern Institute", "wikidata": "Q42"},
]
PARTNERS: list[dict[str, Any]] = [
    {"name": "Acme Robotics Ltd."},
    {"name": "Acme Robotics", "parent": "Acme Holding", "aliases": [{"name": "Akme"}]},
    {"name": "Acme", "country": "NO"},
    {"name": "Akme", "wikidata": "Q43"},
    {"name": "Beta", "wikidata": "Q42"},
]
PEOPLE: list[dict[str, Any]] = [
    {"name": "Prof. Li Wei", "on_behalf_of": "Northern University"},
    {"name": "Li Wei"},
    {"name": "Ada Berg", "position": "Rector", "on_behalf_of": "Acme"},
    {"name": "Ada Berg", "on_behalf_of": "Akme"},
]
AREAS: list[dict[str, Any]] = [{"phrase": "digital"}, {"phrase": "x", "code": "no-such-area"}]
TEXT = "Northern University and Acme signed in Oslo."


@st.composite
def records(draw: st.DrawFn) -> AgreementRecord:
    """One of few agreements, told by one of few sources, so that most of them meet."""
    key = draw(st.sampled_from([None, None, "a", "b", "c"]))
    told = source(
        url=draw(st.sampled_from([None, "https://a.example/", "https://b.example/"])),
        text=draw(st.sampled_from([TEXT, f"{TEXT} More."])),
        published_on=draw(st.sampled_from(["2021-05-06", "2021-06-01"])),
    )
    links = [
        {"relation": "renews", "key": target} for target in draw(st.sets(st.sampled_from("abc")))
    ]
    return record(
        key=key,
        kind=draw(st.sampled_from(["research_agreement", "licence"])),
        signed_on=draw(st.sampled_from([None, "2021-05", "2021-05-05", "2021"])),
        place=draw(st.sampled_from([None, "Oslo", "Bergen"])),
        institutions=[draw(st.sampled_from(INSTITUTIONS))],
        partners=draw(st.lists(st.sampled_from(PARTNERS), min_size=1, max_size=2)),
        signatories=draw(st.lists(st.sampled_from(PEOPLE), max_size=2)),
        areas=draw(
            st.lists(
                st.sampled_from([{"phrase": "digital"}, {"phrase": "x", "code": "no"}]), max_size=1
            )
        ),
        links=links,
        sources=[told],
    )


def brought_in(entries: list[Entry], size: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the catalogue holds and the run reports, after portions of this size; taken back."""
    with transaction.atomic():
        add_missing_areas()
        standing = factories.organisation("Acme", type="company")
        factories.alias(standing, "Acme Co")
        run = Run(ImportBatch.objects.create())
        half = len(entries) // 2
        _take(run, entries[:half], size)
        for agreement in Agreement.objects.filter(key="a"):
            edit(agreement, place="City Hall")
        _take(run, entries[half:], size)
        report = run.finish()
        connection.check_constraints()
        found = content() | {"merged": Organisation.objects.count()}
        told = reported(report)
        transaction.set_rollback(True)
    return found, told


def _take(run: Run, entries: list[Entry], size: int) -> None:
    for start in range(0, len(entries), size):
        run.take_all(entries[start : start + size])


def content() -> dict[str, Any]:
    """Every row, in an order and in words that no run decides."""
    found = {}
    with connection.cursor() as cursor:
        for name, query in CONTENT.items():
            cursor.execute(query)
            found[name] = sorted(cursor.fetchall(), key=repr)
    return found


def reported(report: Report) -> dict[str, Any]:
    """What the report says, but for the batch."""
    return {name: value for name, value in report.as_json().items() if name != "batch"}


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(records(), min_size=2, max_size=8))
def test_together_and_one_by_one_come_to_the_same(given_records: list[AgreementRecord]) -> None:
    entries = [Entry("t.jsonl", row, one) for row, one in enumerate(given_records, start=1)]
    alone, together = brought_in(entries, 1), brought_in(entries, len(entries))
    assert together[0] == alone[0]
    assert together[1] == alone[1]
