"""The first page of the admin says what waits, and leads there."""

import re
from collections.abc import Callable

from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from agreements.models import Agreement, EditorialStatus, MatchProposal, Organisation
from tests import factories

SignedIn = Callable[[User], Client]


def _waiting(browser: Client) -> dict[str, str]:
    """The addresses of the queues by what the page calls them."""
    html = browser.get(reverse("admin:index")).content.decode()
    module = html.split('id="waiting-module"')[1].split("</div>")[0]
    return {label: href for href, label in re.findall(r'<a href="([^"]+)">([^<]+)</a>', module)}


def test_each_queue_is_counted_and_its_list_holds_what_was_counted(
    draft: Agreement, reviewer: User, signed_in: SignedIn
) -> None:
    factories.agreement("In review", status=EditorialStatus.IN_REVIEW)
    one, two = Organisation.objects.all()[:2]
    added_to = factories.agreement("Published and added to")
    Agreement.objects.filter(pk=added_to.pk).update(unreviewed_additions=True)
    MatchProposal.objects.create(organisation=one, candidate=two, score=0.5, reason="alike")
    browser = signed_in(reviewer)

    queues = _waiting(browser)

    assert list(queues) == [
        "Agreements in review: 1",
        "Drafts of agreements: 1",
        "Published agreements that imports have added to: 1",
        "Organisations that may be one: 1",
    ]
    for address in queues.values():
        assert browser.get(address).context["cl"].result_count == 1


def test_where_nothing_waits_the_page_says_so(
    db: None, superuser: User, signed_in: SignedIn
) -> None:
    factories.agreement("Published")

    html = signed_in(superuser).get(reverse("admin:index")).content.decode()

    assert "Nothing at the moment." in html


def test_a_user_sees_no_queue_of_what_the_group_may_not_see(
    draft: Agreement, signed_in: SignedIn
) -> None:
    clerk = User.objects.create_user("clerk", is_staff=True)

    assert _waiting(signed_in(clerk)) == {}
