"""One `migrate` on an empty database makes both groups complete."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.db import connection

pytestmark = pytest.mark.django_db


def permissions(group: str) -> set[str]:
    found = Group.objects.get(name=group).permissions
    return set(found.values_list("codename", flat=True))


def test_editors_keep_the_catalogue() -> None:
    for act in ("add", "change", "delete", "view"):
        for model in ("agreement", "institution", "partner", "organisation", "citation", "source"):
            assert f"{act}_{model}" in permissions("Editor")
    assert {"review_agreement", "change_importbatch", "change_proposal"} <= permissions("Editor")


def test_reviewers_look_and_decide_and_no_more() -> None:
    more = {name for name in permissions("Reviewer") if not name.startswith("view_")}
    assert more == {"review_agreement", "change_proposal", "change_matchproposal"}


def test_neither_group_manages_users() -> None:
    for group in Group.objects.all():
        labels = group.permissions.values_list("content_type__app_label", flat=True)
        assert set(labels) == {"agreements"}


def test_groups_are_complete_without_the_work_after_migrations() -> None:
    Group.objects.all().delete()
    from django.contrib.auth.models import Permission

    Permission.objects.filter(content_type__app_label="agreements").delete()
    call_command("migrate", "agreements", "0002", verbosity=0, fake=True)
    call_command("migrate", "agreements", "0003", verbosity=0)
    assert len(permissions("Editor")) > 60
    assert "review_agreement" in permissions("Reviewer")
    assert connection.introspection.table_names()
    assert User.objects.count() == 0
