"""Review: who decides, what is recorded, and which agreement comes next."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from pghistory.models import Events

from agreements.models import Agreement, EditorialStatus
from tests import factories
from tests.admin.forms import page, shown, submit

SignedIn = Callable[[User], Client]
LIST = "changelist"


def titles(answer: object) -> list[str]:
    return [row.title for row in answer.context["cl"].result_list]  # type: ignore[attr-defined]


def test_what_waits_stands_first(reviewer: User, signed_in: SignedIn) -> None:
    for status in ("published", "rejected", "draft", "in_review"):
        factories.agreement(status, status=status, signed_on="2018")
    listed = titles(signed_in(reviewer).get(page("agreement", LIST)))
    assert listed[:2] == ["in_review", "draft"]


@pytest.mark.parametrize(
    ("action", "status"),
    [("publish", "published"), ("reject", "rejected"), ("send_to_review", "in_review")],
)
@pytest.mark.parametrize("who", ["editor", "reviewer"])
@pytest.mark.django_db
def test_actions_decide_and_record_who(
    action: str, status: str, who: str, request: pytest.FixtureRequest, signed_in: SignedIn
) -> None:
    user = request.getfixturevalue(who)
    rows = [factories.agreement(status="draft") for _ in range(2)]
    signed_in(user).post(
        page("agreement", LIST), {"action": action, "_selected_action": [row.pk for row in rows]}
    )
    for row in Agreement.objects.all():
        assert (row.editorial_status, row.reviewed_by) == (status, user)
        assert row.reviewed_at is not None
    event = Events.objects.tracks(rows[0]).order_by("-pgh_id")[0]
    assert event.pgh_diff["editorial_status"] == ["draft", status]
    assert event.pgh_context["user"] == user.pk


def test_deciding_for_a_group_that_may_only_look_is_refused(signed_in: SignedIn, db: None) -> None:
    row = factories.agreement(status="draft")
    user = User.objects.create_user("guest", is_staff=True)
    browser = signed_in(user)
    browser.post(page("agreement", LIST), {"action": "publish", "_selected_action": [row.pk]})
    answer = browser.post(page("agreement", "decide", row.pk), {"_decide": "published"})
    assert answer.status_code == 403
    row.refresh_from_db()
    assert row.editorial_status == "draft"


def test_a_reviewer_publishes_from_the_page_and_comes_to_the_next(
    reviewer: User, signed_in: SignedIn
) -> None:
    last, middle, first = (
        factories.agreement(f"no. {year}", status="draft", signed_on=year)
        for year in ("2016", "2017", "2018")
    )
    browser = signed_in(reviewer)
    for row, following in ((first, middle), (middle, last)):
        answer = browser.post(page("agreement", "decide", row.pk), {"_decide": "published"})
        assert answer["Location"].startswith(page("agreement", "change", following.pk))
    answer = browser.post(page("agreement", "decide", last.pk), {"_decide": "rejected"})
    assert answer["Location"] == page("agreement", LIST)


def test_an_editor_saves_and_publishes_in_one(editor: User, signed_in: SignedIn) -> None:
    row, following = (factories.agreement(status="draft") for _ in range(2))
    answer = submit(
        signed_in(editor), page("agreement", "change", row.pk), title="Mended", _decide="published"
    )
    assert answer["Location"].startswith(page("agreement", "change", following.pk))
    row.refresh_from_db()
    assert (row.title, row.editorial_status, row.reviewed_by) == ("Mended", "published", editor)


def test_what_cannot_be_saved_is_not_published(editor: User, signed_in: SignedIn) -> None:
    row = factories.agreement(status="draft")
    answer = submit(
        signed_in(editor), page("agreement", "change", row.pk), title="", _decide="published"
    )
    assert answer.status_code == 200
    row.refresh_from_db()
    assert row.editorial_status == "draft"


def test_the_next_one_is_of_the_list_that_the_reviewer_came_from(
    reviewer: User, signed_in: SignedIn
) -> None:
    first = factories.agreement(status="draft", kind="licence", signed_on="2018")
    factories.agreement(status="draft", kind="other", signed_on="2017")
    later = factories.agreement(status="draft", kind="licence", signed_on="2016")
    filtered = "?_changelist_filters=kind__exact%3Dlicence"
    answer = signed_in(reviewer).post(
        page("agreement", "decide", first.pk) + filtered, {"_decide": "published"}
    )
    assert answer["Location"] == page("agreement", "change", later.pk) + filtered


@pytest.mark.parametrize(
    "filters", ["", "?_changelist_filters=nonsense%3D1", "?_changelist_filters=%00"]
)
@pytest.mark.parametrize("decision", ["", "draft", "deleted"])
def test_what_is_no_decision_changes_nothing(
    filters: str, decision: str, reviewer: User, signed_in: SignedIn
) -> None:
    row = factories.agreement(status="draft")
    address = page("agreement", "decide", row.pk) + filters
    assert signed_in(reviewer).post(address, {"_decide": decision}).status_code == 302
    row.refresh_from_db()
    assert row.reviewed_at is None


def test_odd_filters_of_the_list_do_not_stop_a_decision(
    reviewer: User, signed_in: SignedIn
) -> None:
    row, following = (factories.agreement(status="draft") for _ in range(2))
    odd = "?_changelist_filters=nonsense%3D1%26batch%3Dx"
    answer = signed_in(reviewer).post(
        page("agreement", "decide", row.pk) + odd, {"_decide": "published"}
    )
    assert str(following.pk) in answer["Location"]


def test_deciding_what_does_not_exist_is_not_found(reviewer: User, signed_in: SignedIn) -> None:
    browser = signed_in(reviewer)
    for key in ("0", "99999999999999999999"):
        assert browser.post(page("agreement", "decide", key)).status_code == 404


def test_a_reviewer_changes_no_fact(reviewer: User, draft: Agreement, signed_in: SignedIn) -> None:
    browser = signed_in(reviewer)
    address = page("agreement", "change", draft.pk)
    assert browser.post(address, {"title": "Mine"}).status_code == 403
    answer = browser.get(address).content.decode()
    assert "Publish and go to next" in answer
    assert 'name="_save"' not in answer
    assert "formaction" in answer


def test_only_other_statuses_are_offered(editor: User, signed_in: SignedIn) -> None:
    row = factories.agreement(status="published")
    answer = signed_in(editor).get(page("agreement", "change", row.pk)).content.decode()
    assert "Publish and go to next" not in answer
    assert "Reject and go to next" in answer
    assert "_decide" not in shown(signed_in(editor).get(page("agreement", "add")))


def test_what_an_import_added_is_approved_by_publishing_again(
    reviewer: User, signed_in: SignedIn
) -> None:
    agreement = factories.agreement("Published")
    Agreement.objects.filter(pk=agreement.pk).update(unreviewed_additions=True)
    browser = signed_in(reviewer)
    address = reverse("admin:agreements_agreement_change", args=[agreement.pk])
    assert "an import has added to it since" in browser.get(address).content.decode()

    decide = reverse("admin:agreements_agreement_decide", args=[agreement.pk])
    browser.post(decide, {"_decide": "published"})

    agreement.refresh_from_db()
    assert agreement.editorial_status == EditorialStatus.PUBLISHED
    assert (agreement.unreviewed_additions, agreement.reviewed_by) == (False, reviewer)
