"""A proposal stands with the sentence that says so, and is answered where it is read."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
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
    found = html.fromstring(answer.content.decode()).find_class(css_class)
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
