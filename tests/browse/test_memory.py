"""The catalogue in memory answers as the database does, whatever was changed, and by whom."""

import random
import threading
from collections.abc import Callable, Iterator

import pytest
from django.db import connection, connections, transaction
from django.http import QueryDict

from agreements.browse.facets import facets
from agreements.browse.filters import AgreementFilterSet
from agreements.browse.indexes import INDEXES, NameList
from agreements.browse.listing import Listing
from agreements.browse.memory import current
from agreements.importing.merging import merge
from agreements.models import (
    Agreement,
    AgreementArea,
    Alias,
    Citation,
    EditorialStatus,
    Organisation,
    Participation,
    Party,
    Person,
    Slot,
    Source,
    revision,
)
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)

QUERIES = [
    "",
    "partner=siemens",
    "partner=siemens&partner=huawei-technologies&institution=zhejiang-university",
    "year_min=2018&country=DE",
    "year_max=2018&kind=memorandum_of_understanding&kind=framework_agreement",
    "area=research&area=artificial-intelligence",
    "lifecycle=expired&country=CN&country=SG",
    "q=research",
    "q=reserach",
    "q=大学",
    "q=浙江大学 -laboratory",
    "q=campus or laboratory",
    'q="zhejiang university" -"joint laboratory"',
    "q=-campus",
    "q=zzzz",
    "q=a&sort=title",
    "sort=oldest",
    "sort=title&area=research",
]


@pytest.fixture(autouse=True)
def _fresh(catalogue: None) -> Iterator[None]:
    for title, name in (("Campus", "Zoe Zhang"), ("Secret", "Kim Known to Drafts")):
        row = Agreement.objects.get(title=title)
        factories.signatory(row, name, row.parties.all()[0].organisation)
    current.forget()
    yield
    current.forget()


def told(query: str, *, by_memory: bool) -> object:
    """All that a page shows of a question: count, rows in order, every facet, who leads."""
    filterset = AgreementFilterSet(QueryDict(query), None if by_memory else Agreement.objects.all())
    assert (filterset.selection() is not None) is by_memory
    listing = Listing(filterset)
    keys = [listing.keys(slice(first, first + 3)) for first in range(0, 9, 3)]
    tally = filterset.tally("")
    leading = [tally.leading(role, n) for role in ("institution", "partner") for n in (1, 2, 9)]
    return listing.count(), keys, facets(filterset, limit=3), leading


def same(queries: list[str] = QUERIES) -> None:
    for query in queries:
        assert told(query, by_memory=True) == told(query, by_memory=False), query


def listed(kind: str, name: str, *, by_memory: bool) -> object:
    """All that a list of names shows: how many, and rows with their numbers in order."""
    rows = NameList(INDEXES[kind], name) if by_memory else NameList(INDEXES[kind], name, None)
    assert (rows.catalogue is not None) is by_memory
    found = [row for first in range(0, 9, 3) for row in rows[first : first + 3]]
    return rows.count(), [(row.pk, str(row), row.agreement_count) for row in found]


def same_lists() -> None:
    for kind in INDEXES:
        for name in ("", "a", "zhejiang univ", "浙江", "zzzz", "-"):
            by_memory = listed(kind, name, by_memory=True)
            assert by_memory == listed(kind, name, by_memory=False), (kind, name)


def test_memory_tells_what_the_database_tells() -> None:
    same()


def publish() -> None:
    Agreement.objects.filter(title="Secret").decide(EditorialStatus.PUBLISHED, None)


def withdraw() -> None:
    Agreement.objects.filter(title="Research").decide(EditorialStatus.DRAFT, None)


def move_in_time() -> None:
    Agreement.objects.filter(title="Campus").update(signed_on="2020-02-02", kind="licence")


def take_a_party_away() -> None:
    parties = Party.objects.filter(organisation__name="Siemens AG")
    Party.objects.filter(pk__in=[row.pk for row in parties[:1]]).delete()


def change_country() -> None:
    Organisation.objects.filter(name="Siemens AG").update(country="AT", name="Siemens Austria")


def name_in_its_own_script() -> None:
    siemens = Organisation.objects.get(name="Siemens AG")
    factories.alias(siemens, "西门子", kind="native", language="zh")


def forget_native_names() -> None:
    Alias.objects.filter(kind="native").delete()


def change_role() -> None:
    Organisation.objects.filter(name="Siemens AG").update(type="university")


def merge_two() -> None:
    names = ("Siemens AG", "Huawei Technologies Co., Ltd.")
    one, other = (Organisation.objects.get(name=name) for name in names)
    one.country = other.country
    one.save()
    merge(one, other)


def rename() -> None:
    Agreement.objects.filter(title="Laboratory").update(title="Almost nothing, researched")
    Agreement.objects.all().refresh_search()


def name_another_area() -> None:
    AgreementArea.objects.filter(area__code="smart-campus").update(area=factories.area("law"))


def broaden() -> None:
    narrower, broader = factories.area("shared-resources"), factories.area("research")
    narrower.parent = broader
    narrower.save()


def add() -> None:
    factories.agreement("Brand new research", partners=["New Partner"], signed_on="2025")


def delete() -> None:
    Agreement.objects.filter(title__in=["Campus", "Research"]).delete()


def copy_in_bulk() -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE agreements_agreement SET lifecycle = 'signed'")


def truncate() -> None:
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE agreements_agreementarea CASCADE")


def rename_a_partner() -> None:
    Organisation.objects.filter(name="Siemens AG").update(name="Aaa", normalised="aaa")


def name_another_person() -> None:
    row = Agreement.objects.get(title="Research")
    factories.signatory(row, "Ada Aalto", factories.institution())
    Person.objects.filter(name="Zoe Zhang").update(name="Bob", normalised="bob")


def stand_in_for_somebody() -> None:
    Participation.objects.filter(person__name="Zoe Zhang").update(
        person=Person.objects.get(name="Kim Known to Drafts")
    )


def cite_another_source() -> None:
    row = Agreement.objects.get(title="Campus")
    another = factories.source(title="Another one", published_on="2020-01")
    Citation.objects.create(agreement=row, source=another, slot=Slot.TITLE)
    Source.objects.filter(citations__agreement__title="Laboratory").update(title="Aaa")


def take_a_citation_away() -> None:
    Citation.objects.filter(agreement__title="Laboratory").delete()


CHANGES = [
    publish, withdraw, move_in_time, take_a_party_away, change_country, change_role, merge_two,
    name_in_its_own_script, forget_native_names,
    rename, rename_a_partner, name_another_person, stand_in_for_somebody,
    cite_another_source, take_a_citation_away, name_another_area, broaden, add, delete,
    copy_in_bulk, truncate,
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_memory_follows_every_change(change: Callable[[], None]) -> None:
    same(["", "q=research", "sort=title"])
    same_lists()
    change()
    same()
    same_lists()


@pytest.mark.parametrize("seed", range(3))
def test_memory_follows_any_row_of_changes(seed: int) -> None:
    chance = random.Random(seed)
    same(["", "q=research"])
    for change in chance.sample([c for c in CHANGES if c not in (merge_two, truncate)], 5):
        change()
        if chance.random() < 0.7:
            same(chance.sample(QUERIES, 4))
            same_lists()
    same()
    same_lists()


def test_a_transaction_that_commits_late_is_not_missed() -> None:
    same([""])
    started, may_commit = threading.Event(), threading.Event()

    def change_slowly() -> None:
        try:
            with transaction.atomic():
                Agreement.objects.filter(title="Campus").update(kind="licence")
                started.set()
                may_commit.wait(10)
        finally:
            connections.close_all()

    slow = threading.Thread(target=change_slowly)
    slow.start()
    started.wait(10)
    before = revision.current()
    Agreement.objects.filter(title="Research").update(kind="other")
    same(["", "kind=other"])
    between = revision.current()
    may_commit.set()
    slow.join()
    same(["", "kind=licence"])
    after = revision.current()
    assert before
    assert between
    assert after
    assert before.number < between.number < after.number
    assert told("kind=licence", by_memory=True) == told("kind=licence", by_memory=False)


def test_writers_do_not_wait_for_each_other() -> None:
    done = threading.Event()

    def change() -> None:
        try:
            Agreement.objects.filter(title="Research").update(kind="other")
            done.set()
        finally:
            connections.close_all()

    with transaction.atomic():
        Agreement.objects.filter(title="Campus").update(kind="licence")
        other = threading.Thread(target=change)
        other.start()
        assert done.wait(10)
    other.join()


def test_what_is_not_committed_stays_out_of_memory() -> None:
    same([""])
    with transaction.atomic():
        Agreement.objects.filter(title="Campus").decide(EditorialStatus.DRAFT, None)
        assert AgreementFilterSet(QueryDict("")).selection() is None
        assert revision.current() is None
        transaction.set_rollback(True)
    same([""])


def test_the_log_is_pruned_and_the_revision_stays() -> None:
    same([""])
    before = revision.current()
    with connection.cursor() as cursor:
        for _ in range(2):
            cursor.execute("SELECT agreements_prune_changes()")
            cursor.execute("UPDATE agreements_change SET at = at - interval '2 hours'")
        cursor.execute("SELECT agreements_prune_changes()")
        cursor.execute("SELECT count(*) FROM agreements_change WHERE what <> 'mark'")
        assert cursor.fetchone() == (0,)
    assert before
    assert revision.position().revision == before.number
    publish()
    same()
