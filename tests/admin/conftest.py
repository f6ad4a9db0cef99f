"""Users of each group, and browsers in which they are signed in."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from agreements.models import Agreement, Citation, LifecycleEvent, Slot, Source
from tests import factories

TEXT = (
    "On 22 October 2018 Zhejiang University and Huawei met. <script>alert(1)</script> They signed."
)


def _user(name: str, *groups: str) -> User:
    user = User.objects.create_user(name, password=None, is_staff=True)
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


@pytest.fixture
def superuser(db: None) -> User:
    """Somebody who may do everything."""
    return User.objects.create_superuser("root")


@pytest.fixture
def editor(db: None) -> User:
    """A member of the group Editor."""
    return _user("editor", "Editor")


@pytest.fixture
def reviewer(db: None) -> User:
    """A member of the group Reviewer."""
    return _user("reviewer", "Reviewer")


@pytest.fixture
def signed_in() -> Callable[[User], Client]:
    """A browser in which a user is signed in."""

    def client(user: User) -> Client:
        browser = Client()
        browser.force_login(user)
        return browser

    return client


@pytest.fixture
def announced(db: None) -> Source:
    """A source whose text is hostile."""
    return factories.source(TEXT, title="Signing <b>ceremony</b>", published_on="2018-10-23")


@pytest.fixture
def draft(announced: Source) -> Agreement:
    """A draft of every part, cited from its source."""
    row = factories.agreement(
        "Zhejiang University and Huawei cooperate",
        status="draft",
        areas=["smart-campus"],
        cite=announced,
        signed_on="2018-10-22",
    )
    party = row.parties.select_related("organisation")[0]
    factories.signatory(row, "Wu Zhaohui", party.organisation, position="President")
    LifecycleEvent.objects.create(agreement=row, status="signed", on="2018-10-22")
    _cite(row, announced, "22 October 2018", slot=Slot.SIGNED_ON, value="2018-10-22")
    _cite(row, announced, "Zhejiang University", slot=Slot.PARTY, party=party)
    Agreement.objects.filter(pk=row.pk).refresh_search()
    return row


def _cite(row: Agreement, source: Source, words: str, **fields: object) -> Citation:
    start = source.text.index(words)
    return Citation.objects.create(
        agreement=row, source=source, start=start, end=start + len(words), **fields
    )
