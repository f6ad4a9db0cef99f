"""A proposal stands with the sentence that says so, and is answered where it is read."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from lxml import html

from agreements.admin.wording import in_words
from agreements.models import Citation, Participation, Proposal, Source
from tests.admin.forms import page
from tests.importing.given import TEXT, imported, record, source

SignedIn = Callable[[User], Client]
ELSEWHERE = "Both met at noon. In Bergen, Acme Robotics Ltd. and <i>Northern</i> agreed. They left."


@pytest.fixture
def proposal(db: None) -> Proposal:
    """A second press release puts the signing into another town."""
    imported(record())
    start = ELSEWHERE.index("Bergen")
    imported(
        record(
            sources=[
                source(url="https://acme.example/7", text=ELSEWHERE, title="Acme <b>News</b>")
            ],
            place="Bergen",
            evidence={"place": {"start": start, "end": start + 6, "confidence": 0.62}},
        )
    )
    return Proposal.objects.get()


def text_of(answer: Any, css_class: str) -> str:
    """The text of the elements of a class, spaces made one."""
    whole: Any = html.fromstring(answer.content.decode())
    found = whole.find_class(css_class)
    return " ".join(" ".join(element.text_content() for element in found).split())


def test_beside_the_agreement_stands_the_sentence_with_its_source_and_confidence(
    proposal: Proposal, reviewer: User, signed_in: SignedIn
) -> None:
    answer = signed_in(reviewer).get(page("agreement", "change", proposal.agreement_id))
    assert (
        text_of(answer, "support")
        == "In Bergen, Acme Robotics Ltd. and <i>Northern</i> agreed. 62 %, check Acme <b>News</b>"
    )
    content = answer.content.decode()
    assert "In <mark>Bergen</mark>, Acme" in content
    assert "<i>Northern" not in content
    news = Source.objects.get(url="https://acme.example/7")
    assert f'<a href="{page("source", "change", news.pk)}">Acme &lt;b&gt;News' in content


def test_a_table_has_no_sentence_and_its_source_is_named(
    proposal: Proposal, reviewer: User, signed_in: SignedIn
) -> None:
    Citation.objects.filter(slot="place").update(start=None, end=None, confidence=None)
    answer = signed_in(reviewer).get(page("agreement", "change", proposal.agreement_id))
    assert text_of(answer, "support") == ""
    assert "No sentence is stored for it; see Acme <b>News</b>." in text_of(answer, "question")


def test_of_a_part_its_name_stands_with_what_it_says(
    db: None, reviewer: User, signed_in: SignedIn
) -> None:
    start = TEXT.index("Acme")

    def signed_by(position: str) -> None:
        evidence = {"start": start, "end": start + 4, "confidence": 0.9}
        dean = {"name": "Ann Lee", "role": "signatory", "position": position, "evidence": evidence}
        imported(record(key="mou-1", signatories=[dean]))

    signed_by("Dean")
    Participation.objects.update(position="Vice Dean")
    signed_by("Rector")
    proposal = Proposal.objects.get()
    answer = signed_in(reviewer).get(page("agreement", "change", proposal.agreement_id))
    told = text_of(answer, "question")
    assert "Person: Ann Lee (signatory) The catalogue says Position: Vice Dean Import" in told
    assert "says Position: Rector" in told
    assert "signed a memorandum on 5 May 2021 in Oslo. 90 %" in text_of(answer, "support")


@pytest.mark.parametrize(
    ("slot", "value", "words"),
    [
        ("lifecycle", "in_force", "In force"),
        ("kind", "letter_of_intent", "Letter of intent"),
        ("place", "", "empty"),
        ("signed_on", "2018-10", "2018-10"),
        ("party", {"pk": 3, "stated_name": "Acme"}, "Stated name: Acme"),
    ],
)
def test_a_value_is_told_as_people_read_it(slot: str, value: Any, words: str) -> None:
    assert in_words(slot, value) == words


def test_its_own_page_says_what_it_is_of_and_shows_what_stands_beside_the_agreement(
    proposal: Proposal, reviewer: User, signed_in: SignedIn
) -> None:
    browser = signed_in(reviewer)
    answer = browser.get(page("proposal", "change", proposal.pk))
    content = answer.content.decode()
    assert f"<h2>Place of “{proposal.agreement}”</h2>" in content
    assert page("agreement", "change", proposal.agreement_id) in content
    told = text_of(answer, "question")
    assert "The catalogue says Oslo" in told
    assert f"{proposal.batch} says Bergen" in told
    assert "agreed. 62 %, check Acme <b>News</b>" in told
    assert '"Bergen"' not in content
    beside = browser.get(page("agreement", "change", proposal.agreement_id))
    assert told in text_of(beside, "question")


@pytest.mark.parametrize(("answer", "place"), [("accept", "Bergen"), ("decline", "Oslo")])
def test_its_buttons_answer_it_and_lead_back_to_the_list(
    answer: str, place: str, proposal: Proposal, reviewer: User, signed_in: SignedIn
) -> None:
    browser = signed_in(reviewer)
    opened = browser.get(
        page("proposal", "change", proposal.pk), {"_changelist_filters": "status__exact=open"}
    )
    whole: Any = html.fromstring(opened.content.decode())
    address = page("proposal", "answer", proposal.pk)
    [form] = [form for form in whole.forms if form.action == address]
    assert answer in [button.get("value") for button in form.iter("button")]
    answered = browser.post(form.action, {"answer": answer, "next": form.fields["next"]})
    assert answered["Location"] == page("proposal", "changelist") + "?status__exact=open"
    proposal.agreement.refresh_from_db()
    assert proposal.agreement.place == place
    after = text_of(browser.get(page("proposal", "change", proposal.pk)), "question")
    assert "The catalogue said Oslo" in after
    assert "Accept" not in after


def test_who_may_only_look_gets_no_buttons(
    proposal: Proposal, reviewer: User, signed_in: SignedIn
) -> None:
    reviewer.groups.clear()
    reviewer.user_permissions.add(Permission.objects.get(codename="view_proposal"))
    browser = signed_in(reviewer)
    answer = browser.get(page("proposal", "change", proposal.pk))
    assert "says Bergen" in text_of(answer, "question")
    assert "Accept" not in text_of(answer, "question")
    address = page("proposal", "answer", proposal.pk)
    assert browser.post(address, {"answer": "accept"}).status_code == 403


def test_a_question_is_declined_and_not_deleted(
    proposal: Proposal, superuser: User, signed_in: SignedIn
) -> None:
    browser = signed_in(superuser)
    address = page("proposal", "delete", proposal.pk)
    assert address not in browser.get(page("proposal", "change", proposal.pk)).content.decode()
    assert "delete_selected" not in browser.get(page("proposal", "changelist")).content.decode()
    assert browser.post(address, {"post": "yes"}).status_code == 403
    browser.post(page("agreement", "delete", proposal.agreement_id), {"post": "yes"})
    assert not Proposal.objects.exists()
