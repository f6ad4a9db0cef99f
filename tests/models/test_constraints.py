"""The database itself refuses what would break the catalogue, bulk writes included."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from agreements.models import (
    Agreement,
    AgreementArea,
    AgreementLink,
    Citation,
    Organisation,
    Participation,
    Party,
    Person,
    Slot,
    Source,
)
from tests import factories

pytestmark = pytest.mark.django_db


def _agreement(**fields: object) -> Agreement:
    return Agreement(**{"key": "k", "title": "t", "slug": "t", **fields})


def _organisation(**fields: object) -> Organisation:
    return Organisation(**{"name": "N", "slug": "n", **fields})


@pytest.mark.parametrize(
    ("row", "constraint"),
    [
        (lambda: _agreement(kind="treaty"), "agreement_kind_known"),
        (lambda: _agreement(lifecycle="hoped"), "agreement_lifecycle_known"),
        (lambda: _agreement(editorial_status="live"), "agreement_editorial_status_known"),
        (lambda: _agreement(signed_on="2018/10/22"), "agreement_signed_on_form"),
        (lambda: _agreement(signed_on="2018-13"), "agreement_signed_on_form"),
        (lambda: _agreement(title=""), "agreement_has_title"),
        (
            lambda: _agreement(effective_from="2019-05", expires_on="2018"),
            "agreement_expires_after_it_begins",
        ),
        (lambda: _organisation(type="guild"), "organisation_type_known"),
        (lambda: _organisation(country="cn"), "organisation_country_form"),
        (lambda: _organisation(ror="00a2xv884"), "organisation_ror_form"),
        (lambda: _organisation(wikidata="12"), "organisation_wikidata_form"),
        (lambda: _organisation(lei="1234"), "organisation_lei_form"),
        (lambda: Source(slug="s"), "source_findable"),
        (lambda: Source(slug="s", url="https://x.example", voice="poet"), "source_voice_known"),
    ],
)
def test_a_row_that_breaks_a_rule_is_refused(
    row: Callable[[], models.Model], constraint: str
) -> None:
    built = row()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        type(built)._default_manager.bulk_create([built])


@pytest.mark.parametrize(
    ("effective_from", "expires_on"),
    [("2018-05", "2018"), ("2018", "2018-02"), ("2018-05-01", "2023-04-30"), ("", "2020")],
)
def test_dates_of_different_precision_are_compared_as_far_as_both_are_known(
    effective_from: str, expires_on: str
) -> None:
    row = _agreement(effective_from=effective_from, expires_on=expires_on)
    Agreement.objects.bulk_create([row])


def test_a_party_a_person_an_area_and_a_link_stand_once_in_an_agreement() -> None:
    one, other = factories.agreement(), factories.agreement()
    partner = factories.organisation("Huawei Technologies Co., Ltd.")
    participation = factories.signatory(one, "Lu Yong", partner)
    AgreementLink.objects.create(from_agreement=one, to_agreement=other, relation="renews")
    AgreementArea.objects.create(agreement=one, area=None, phrase="campus services")
    doubles: list[models.Model] = [
        Party(agreement=one, organisation=partner),
        Participation(agreement=one, person=participation.person, role="signatory"),
        AgreementArea(agreement=one, area=None, phrase="campus services"),
        AgreementLink(from_agreement=one, to_agreement=other, relation="renews"),
        AgreementLink(from_agreement=one, to_agreement=one, relation="renews"),
        Person(name="LU Yong", slug="lu-yong-2", organisation=partner),
    ]
    for double in doubles:
        with pytest.raises(IntegrityError), transaction.atomic():
            type(double)._default_manager.bulk_create([double])


def test_people_of_one_name_without_an_organisation_are_not_one_person() -> None:
    Person.objects.create(name="Zhang Wei", slug="zhang-wei")
    Person.objects.create(name="Zhang Wei", slug="zhang-wei-2")


@pytest.mark.parametrize(
    "fields",
    [
        {"slot": "title", "start": 5, "end": 5},
        {"slot": "title", "start": 5, "end": None},
        {"slot": "mood"},
        {"slot": Slot.PARTY},
    ],
)
def test_a_citation_without_a_sound_span_or_part_is_refused(fields: dict[str, object]) -> None:
    row = factories.agreement(cite=factories.source("A text."))
    source = Source.objects.get(text="A text.")
    with pytest.raises(IntegrityError), transaction.atomic():
        Citation.objects.bulk_create([Citation(agreement=row, source=source, **fields)])


def test_an_organisation_with_agreements_cannot_be_deleted() -> None:
    factories.agreement()
    with pytest.raises(models.ProtectedError):
        factories.institution().delete()


def test_a_day_that_no_calendar_has_is_an_error_on_the_form() -> None:
    with pytest.raises(ValidationError, match="not in the calendar"):
        _agreement(signed_on="2018-02-31").full_clean()
