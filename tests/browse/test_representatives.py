"""Who stood for an organisation at most agreements, as memory and the database tell it."""

from collections.abc import Iterator

import pytest

from agreements.browse.memory import current
from agreements.browse.representatives import representatives
from agreements.models import Organisation
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def university() -> Iterator[Organisation]:
    """Bob stood for it twice, Zoe and Ada once each, Dora at a draft, Kim for the other side."""
    current.forget()
    rows = [factories.agreement(f"Agreement {number}") for number in range(3)]
    draft = factories.agreement("A draft", status="draft")
    university = factories.institution()
    for row in rows[:2]:
        factories.signatory(row, "Bob Berg", university)
    factories.signatory(rows[0], "Bob Berg", university, role="witness")
    factories.signatory(rows[1], "Zoe Zhang", university)
    factories.signatory(rows[2], "Ada Aalto", university)
    factories.signatory(draft, "Dora Draft", university)
    factories.signatory(rows[0], "Kim Other", factories.organisation("Siemens AG"))
    yield university
    current.forget()


@pytest.mark.parametrize("by_memory", [True, False])
def test_those_of_most_agreements_come_first_then_by_name(
    university: Organisation, by_memory: bool
) -> None:
    catalogue = current.catalogue() if by_memory else None
    assert (catalogue is not None) is by_memory
    found = representatives(university, 10, catalogue)
    told = [(person.name, person.agreement_count) for person in found]  # type: ignore[attr-defined]
    assert told == [("Bob Berg", 2), ("Ada Aalto", 1), ("Zoe Zhang", 1)]
    assert [person.name for person in representatives(university, 1, catalogue)] == ["Bob Berg"]


@pytest.mark.parametrize("by_memory", [True, False])
def test_an_organisation_may_have_nobody(university: Organisation, by_memory: bool) -> None:
    catalogue = current.catalogue() if by_memory else None
    assert representatives(factories.organisation("Nobody Ltd"), 5, catalogue) == []
