"""The made-up catalogue that benches measure on fits the tables as they are."""

import pytest
from django.db import connection
from django.http import QueryDict

from agreements.browse.filters import AgreementFilterSet
from agreements.importing.areas import add_missing_areas
from agreements.models import Agreement, CooperationArea, Organisation
from bench.generate import Catalogue, fill

AGREEMENTS = 60


@pytest.mark.django_db
def test_a_made_up_catalogue_can_be_browsed() -> None:
    add_missing_areas()
    areas = dict(CooperationArea.objects.values_list("code", "pk"))
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
    fill(Catalogue(AGREEMENTS, 1, areas))
    assert Agreement.objects.count() == AGREEMENTS
    first = Organisation.objects.filter(role="partner").order_by("pk")[0]
    assert first.distinctive
    assert AgreementFilterSet(QueryDict(f"partner={first.slug}")).qs.exists()
