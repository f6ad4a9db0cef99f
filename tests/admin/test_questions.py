"""What imports leave to people: proposals, pairs of organisations, merging, undoing."""

import re
from collections.abc import Callable

import pghistory
import pytest
from django.contrib.auth.models import User
from django.test import Client

from agreements.importing import merging
from agreements.models import (
    Agreement,
    EditorialStatus,
    ImportBatch,
    MatchProposal,
    Organisation,
    Party,
    Proposal,
)
from tests import factories
from tests.admin.forms import page

SignedIn = Callable[[User], Client]


@pytest.fixture
def proposal(draft: Agreement) -> Proposal:
    batch = ImportBatch.objects.create(files=["a.csv"])
    return Proposal.objects.create(
        agreement=draft, batch=batch, slot="place", current="", proposed="<i>Hangzhou</i>"
    )


@pytest.fixture
def pair(draft: Agreement) -> MatchProposal:
    """The company of the draft, and another of a similar name with an agreement of its own."""
    factories.agreement("Another agreement", partners=["Huawei Tech"])
    return MatchProposal.objects.create(
        organisation=factories.organisation("Huawei Tech"),
        candidate=Organisation.objects.get(slug="huawei-technologies"),
        score=0.6,
        reason="resembles “Huawei”",
    )


def test_the_agreement_page_shows_what_waits(
    proposal: Proposal, pair: MatchProposal, editor: User, signed_in: SignedIn
) -> None:
    answer = signed_in(editor).get(page("agreement", "change", proposal.agreement_id))
    content = answer.content.decode()
    assert "&lt;i&gt;Hangzhou&lt;/i&gt;" in content
    assert "<i>Hangzhou" not in content
    assert page("proposal", "answer", proposal.pk) in content
    assert page("organisation", "merge", pair.organisation_id, pair.candidate_id) in content


def test_a_reviewer_sees_no_way_to_merge(
    pair: MatchProposal, draft: Agreement, reviewer: User, signed_in: SignedIn
) -> None:
    browser = signed_in(reviewer)
    for here in (page("agreement", "change", draft.pk), page("matchproposal", "change", pair.pk)):
        content = browser.get(here).content.decode()
        assert "They are different" in content
        assert "They are one" not in content
    assert 'value="same"' not in browser.get(page("matchproposal", "changelist")).content.decode()
    address = page("organisation", "merge", pair.organisation_id, pair.candidate_id)
    assert browser.get(address).status_code == 403
    assert browser.post(address, {"keep": pair.candidate_id}).status_code == 403
    chosen = {"action": "merge", "_selected_action": [pair.organisation_id, pair.candidate_id]}
    browser.post(page("partner", "changelist"), chosen)
    assert not Organisation.objects.exclude(merged_into=None).exists()


@pytest.mark.parametrize(
    ("answer", "status", "place"),
    [("accept", "accepted", "<i>Hangzhou</i>"), ("decline", "declined", "")],
)
def test_a_reviewer_answers_a_proposal_and_returns_to_the_page(
    answer: str,
    status: str,
    place: str,
    proposal: Proposal,
    reviewer: User,
    signed_in: SignedIn,
) -> None:
    here = page("agreement", "change", proposal.agreement_id)
    found = signed_in(reviewer).post(
        page("proposal", "answer", proposal.pk), {"answer": answer, "next": here}
    )
    assert found["Location"] == here
    proposal.refresh_from_db()
    assert (proposal.status, proposal.decided_by) == (status, reviewer)
    assert Agreement.objects.get(pk=proposal.agreement_id).place == place


def test_an_answer_never_leads_to_another_site(
    proposal: Proposal, reviewer: User, signed_in: SignedIn
) -> None:
    found = signed_in(reviewer).post(
        page("proposal", "answer", proposal.pk), {"answer": "x", "next": "https://evil.example/"}
    )
    assert found["Location"] == page("proposal", "changelist")


def test_a_proposal_that_the_catalogue_cannot_hold_stays_open(
    proposal: Proposal, editor: User, signed_in: SignedIn
) -> None:
    Agreement.objects.filter(pk=proposal.agreement_id).update(effective_from="2020")
    Proposal.objects.filter(pk=proposal.pk).update(slot="expires_on", proposed="2019")
    browser = signed_in(editor)
    chosen = {"action": "accept", "_selected_action": [proposal.pk]}
    browser.post(page("proposal", "changelist"), chosen)
    content = browser.get(page("proposal", "changelist")).content.decode()
    assert "The agreement expires before it takes effect." in content
    proposal.refresh_from_db()
    assert proposal.status == "open"


def test_a_pair_called_different_is_remembered_with_who_said_so(
    pair: MatchProposal, reviewer: User, signed_in: SignedIn
) -> None:
    signed_in(reviewer).post(page("matchproposal", "answer", pair.pk), {"answer": "different"})
    pair.refresh_from_db()
    assert (pair.judgement, pair.judged_by) == ("different", reviewer)


def test_a_pair_s_own_page_offers_both_answers(
    pair: MatchProposal, editor: User, signed_in: SignedIn
) -> None:
    browser, address = signed_in(editor), page("matchproposal", "change", pair.pk)
    content = browser.get(address).content.decode()
    for words in (
        f"{pair.organisation} = {pair.candidate}?",
        page("organisation", "merge", pair.organisation_id, pair.candidate_id),
        page("matchproposal", "answer", pair.pk),
        "They are different",
    ):
        assert words in content
    assert page("matchproposal", "delete", pair.pk) not in content
    merging.merge(pair.organisation, pair.candidate, editor)
    content = browser.get(address).content.decode()
    assert "They are one" not in content
    assert "They are different" not in content


def test_the_list_of_pairs_leads_to_the_merge_page_for_one(
    pair: MatchProposal, editor: User, reviewer: User, signed_in: SignedIn
) -> None:
    address = page("matchproposal", "changelist")
    chosen = {"action": "same", "_selected_action": [pair.pk]}
    merge = page("organisation", "merge", pair.organisation_id, pair.candidate_id)
    assert signed_in(editor).post(address, chosen)["Location"] == merge
    assert merge not in signed_in(reviewer).post(address, chosen, follow=True).content.decode()
    second = MatchProposal.objects.create(
        organisation=factories.organisation("Third"), candidate=pair.candidate, score=0.5, reason=""
    )
    both = chosen | {"_selected_action": [pair.pk, second.pk]}
    told = signed_in(editor).post(address, both, follow=True).content.decode()
    assert "exactly one" in told


def test_the_merge_page_says_what_is_kept_and_what_moves(
    pair: MatchProposal, editor: User, signed_in: SignedIn
) -> None:
    factories.alias(pair.organisation, "HW")
    address = page("organisation", "merge", pair.organisation_id, pair.candidate_id)
    content = " ".join(
        re.sub("<[^>]+>", " ", signed_in(editor).get(address).content.decode()).split()
    )
    assert "Keep “Huawei Technologies Co., Ltd.” “Huawei Tech” disappears" in content
    assert (
        "These move from “Huawei Tech” to “Huawei Technologies Co., Ltd.”: "
        "agreements: 1 other names: 1"
    ) in content


@pytest.mark.parametrize("keep", ["organisation", "candidate"])
def test_merging_keeps_the_one_that_was_named(
    keep: str, pair: MatchProposal, editor: User, signed_in: SignedIn
) -> None:
    kept = getattr(pair, keep)
    gone = pair.candidate if keep == "organisation" else pair.organisation
    address = page("organisation", "merge", pair.organisation_id, pair.candidate_id)
    answer = signed_in(editor).post(address, {"keep": kept.pk})
    assert answer["Location"] == page("partner", "change", kept.pk)
    gone.refresh_from_db()
    assert gone.merged_into == kept
    assert kept.aliases.filter(name=gone.name).exists()
    assert Party.objects.filter(organisation=kept).count() == 2
    assert not Party.objects.filter(organisation=gone).exists()
    pair.refresh_from_db()
    assert (pair.judgement, pair.judged_by) == ("same", editor)


def test_nothing_is_merged_before_one_is_named(
    pair: MatchProposal, editor: User, signed_in: SignedIn
) -> None:
    address = page("organisation", "merge", pair.organisation_id, pair.candidate_id)
    for keep in ({}, {"keep": "0"}, {"keep": "x"}):
        assert signed_in(editor).post(address, keep).status_code == 200
    assert not Organisation.objects.exclude(merged_into=None).exists()


def test_two_that_contradict_each_other_are_not_merged(
    pair: MatchProposal, editor: User, signed_in: SignedIn
) -> None:
    Organisation.objects.filter(pk=pair.organisation_id).update(country="CN")
    Organisation.objects.filter(pk=pair.candidate_id).update(country="DE")
    browser = signed_in(editor)
    address = page("organisation", "merge", pair.organisation_id, pair.candidate_id)
    content = browser.get(address).content.decode()
    assert "These two cannot be one: country CN is not DE" in content
    assert 'name="keep"' not in content
    answer = browser.post(address, {"keep": pair.candidate_id}, follow=True)
    assert "Not merged." in answer.content.decode()


def test_what_was_merged_is_no_longer_found(
    pair: MatchProposal, editor: User, signed_in: SignedIn
) -> None:
    merging.merge(pair.organisation, pair.candidate, editor)
    browser = signed_in(editor)
    one, other = pair.organisation_id, pair.candidate_id
    for keys in ((one, other), (other, other), (0, other)):
        assert browser.get(page("organisation", "merge", *keys)).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_merging_needs_exactly_two(
    count: int, pair: MatchProposal, editor: User, signed_in: SignedIn
) -> None:
    factories.organisation("Third")
    keys = list(Organisation.objects.partners().values_list("pk", flat=True))[:count]
    answer = signed_in(editor).post(
        page("partner", "changelist"), {"action": "merge", "_selected_action": keys}, follow=True
    )
    assert "exactly two" in answer.content.decode()


def test_the_action_opens_the_merge_page(
    pair: MatchProposal, editor: User, signed_in: SignedIn
) -> None:
    keys = [pair.organisation_id, pair.candidate_id]
    answer = signed_in(editor).post(
        page("partner", "changelist"), {"action": "merge", "_selected_action": keys}
    )
    assert answer["Location"] == page("organisation", "merge", *sorted(keys))


@pytest.fixture
def batch(db: None) -> ImportBatch:
    """An import of one agreement, with a problem."""
    problem = {
        "file": "a.csv", "row": 7, "field": "signed_on", "value": "<b>22</b>", "mend": "write 2018"
    }  # fmt: skip
    row = ImportBatch.objects.create(
        files=["a.csv"],
        report={
            "totals": {"created": 1, "rejected": 1},
            "problems": [problem],
        },
    )
    with pghistory.context(batch=row.pk):
        factories.agreement("Imported", status=EditorialStatus.DRAFT)
    return row


def test_an_import_s_page_tells_every_problem(
    batch: ImportBatch, reviewer: User, signed_in: SignedIn
) -> None:
    content = signed_in(reviewer).get(page("importbatch", "change", batch.pk)).content.decode()
    for words in ("a.csv", "signed_on", "&lt;b&gt;22&lt;/b&gt;", "write 2018"):
        assert words in content
    assert "<b>22" not in content
    assert "Undo this import" not in content


def test_an_editor_undoes_an_import_after_confirming(
    batch: ImportBatch, editor: User, signed_in: SignedIn
) -> None:
    browser = signed_in(editor)
    address = page("importbatch", "undo", batch.pk)
    assert address in browser.get(page("importbatch", "change", batch.pk)).content.decode()
    assert "removes" in browser.get(address).content.decode()
    assert Agreement.objects.filter(title="Imported").exists()
    answer = browser.post(address, follow=True)
    assert "is undone" in answer.content.decode()
    assert not Agreement.objects.filter(title="Imported").exists()
    batch.refresh_from_db()
    assert batch.undone_at is not None
    again = browser.post(address, follow=True)
    assert again.status_code == 200
    assert "was undone on" in again.content.decode()


def test_a_reviewer_undoes_nothing(batch: ImportBatch, reviewer: User, signed_in: SignedIn) -> None:
    address = page("importbatch", "undo", batch.pk)
    assert signed_in(reviewer).get(address).status_code == 403
    assert signed_in(reviewer).post(address).status_code == 403


def test_nobody_edits_or_forgets_an_import(
    batch: ImportBatch, superuser: User, signed_in: SignedIn
) -> None:
    browser = signed_in(superuser)
    assert browser.post(page("importbatch", "change", batch.pk)).status_code == 403
    assert browser.post(page("importbatch", "delete", batch.pk)).status_code == 403
