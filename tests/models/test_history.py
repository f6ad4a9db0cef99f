"""Every change of every row is kept, with who and why, and cannot be altered."""

import pghistory
import pytest
from django.apps import apps
from django.db import DatabaseError, transaction
from pghistory.models import Events

from agreements.models import Agreement
from tests import factories

pytestmark = pytest.mark.django_db
AgreementEvent = apps.get_model("agreements", "AgreementEvent")


def test_bulk_updates_leave_events_with_their_context() -> None:
    row = factories.agreement("Before")
    with pghistory.context(batch=7):
        Agreement.objects.filter(pk=row.pk).update(title="After")
    last = Events.objects.tracks(row).order_by("pgh_created_at", "pgh_id").last()
    assert last.pgh_diff == {"title": ["Before", "After"]}
    assert last.pgh_context["batch"] == 7


def test_a_deleted_row_keeps_its_history() -> None:
    row = factories.agreement("Gone")
    key = row.pk
    row.delete()
    labels = AgreementEvent.objects.filter(id=key).values_list("pgh_label", flat=True)
    assert {"insert", "delete"} <= set(labels)


def test_the_history_cannot_be_rewritten() -> None:
    factories.agreement()
    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        AgreementEvent.objects.update(title="forged")
    with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
        AgreementEvent.objects.all().delete()
