"""What can be asked of agreements."""

import pytest

from agreements.models import Agreement, EditorialStatus, Institution, Organisation, Partner
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("signed_on", "published_on", "year"),
    [
        ("2018-10-22", "2018-11-05", 2018),
        ("2018", "", 2018),
        ("", "2019-07", 2019),
        ("", "", None),
    ],
)
def test_the_year_is_the_signings_or_else_the_announcements(
    signed_on: str, published_on: str, year: int | None
) -> None:
    source = factories.source(published_on=published_on)
    assert factories.agreement(signed_on=signed_on, cite=source).year == year


@pytest.mark.parametrize("status", ["draft", "in_review", "rejected"])
def test_only_published_agreements_and_who_they_name_are_public(status: str) -> None:
    factories.agreement(institutions=["Beihang University"], status=status)
    assert not Agreement.objects.published().exists()
    assert not Organisation.objects.published().exists()


def test_a_decision_records_who_made_it(django_user_model: type) -> None:
    editor = django_user_model.objects.create_user("editor")  # type: ignore[attr-defined]
    row = factories.agreement(status="draft")
    assert Agreement.objects.decide(EditorialStatus.PUBLISHED, editor) == 1
    row.refresh_from_db()
    assert (row.editorial_status, row.reviewed_by) == ("published", editor)
    assert row.reviewed_at is not None


def test_the_type_of_an_organisation_decides_its_role() -> None:
    institution = factories.organisation("Fraunhofer", type="research_institute")
    partner = factories.organisation("Siemens AG")
    assert list(Institution.objects.values_list("pk", flat=True)) == [institution.pk]
    assert list(Partner.objects.values_list("pk", flat=True)) == [partner.pk]
