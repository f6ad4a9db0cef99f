"""Whether a text announces an agreement, of which kind, and how certain that is."""

import pytest

from agreements.extraction import Document, extract
from agreements.extraction.english.events.announcement import events
from agreements.extraction.english.pipeline import read
from agreements.extraction.events import Modality
from agreements.vocabulary.kinds import AgreementKind as Kind


def _told(text: str, year: int | None = 2019) -> list[tuple[Kind, Modality]]:
    return [(event.kind, event.modality) for event in events(read(Document("a", text)), year)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The school and Nokia signed a Memorandum.", "memorandum_of_understanding"),
        ("An MoU was inked by Aalto University with Nokia.", "memorandum_of_understanding"),
        ("A Letter of Intent (LoI), signed in May, made it formal.", "letter_of_intent"),
        ("They signed an agreement on the cooperation framework.", "framework_agreement"),
        ("Nokia has entered into a framework agreement with it.", "framework_agreement"),
        ("The two signed a strategic cooperative agreement.", "strategic_cooperation_agreement"),
        (
            "The Agreement of Comprehensive Cooperation Signed between Nokia and Aalto University",
            "comprehensive_cooperation_agreement",
        ),
        ("Nokia signed a research collaboration with Aalto University.", "research_agreement"),
        ("Aalto University concluded a licence agreement with Nokia.", "licence"),
        ("Nokia and Aalto University inked the deal.", "cooperation_agreement"),
        ("Aalto University and Nokia are bound by an MoU.", "memorandum_of_understanding"),
        ("We put our names to a letter of intent.", "letter_of_intent"),
        ("Both put pen to a memorandum of understanding.", "memorandum_of_understanding"),
        ("The memorandum carries since May the names of both.", "memorandum_of_understanding"),
        ("A new agreement between Nokia and the school was made.", "cooperation_agreement"),
        (
            "The memorandum, under which Nokia and the school have worked since 2011, was renewed.",
            "memorandum_of_understanding",
        ),
        (
            "An MoU was signed with a firm that deals in glass.",
            "memorandum_of_understanding",
        ),
        ("Aalto University and Nokia have opened a joint research centre.", "joint_laboratory"),
        ("Aalto University has exclusively licensed the method to Nokia.", "licence"),
    ],
)
def test_a_signing_is_told_with_its_kind(text: str, kind: str) -> None:
    assert _told(text)[:1] == [(Kind(kind), Modality.DONE)]


@pytest.mark.parametrize(
    "text",
    [
        "Both sides expressed interest in signing an MoU in the near future.",
        "Nokia and Aalto University will sign a memorandum of understanding.",
        "The two sides hope to sign an agreement soon.",
        "The meeting laid the ground for a forthcoming Letter of Intent, to be signed in May.",
        "They did not sign any agreement.",
        "The rector approved the agreement, which goes to Nokia for signature.",
        "So far nothing has been signed of the agreement.",
        "The signing of the agreement, planned for June, has been postponed.",
    ],
)
def test_an_intention_is_no_signing(text: str) -> None:
    assert {modality for _, modality in _told(text)} <= {Modality.INTENDED}


@pytest.mark.parametrize(
    "text",
    [
        "He recalled the agreement that both had signed in 2016.",
        "A number of memoranda had been signed in the past, but few were put into practice.",
        "They spoke of the memoranda which firms have signed with the school over the years.",
        "Nokia, which signed a partnership agreement with the school in 2012, was there.",
        "The memorandum signed earlier between the two has expired.",
        "Both looked back on the memorandum that had been signed two years before.",
        "The agreement that both signed in March has been terminated.",
        "They met to turn into reality the memorandum signed by both.",
        "Four years have passed since Nokia and Aalto University signed their first agreement.",
        "Aalto University has only recently concluded a research contract with Nokia.",
        "It is now six years since the partnership agreement was signed.",
    ],
)
def test_background_is_no_news(text: str) -> None:
    assert {modality for _, modality in _told(text)} == {Modality.EARLIER}


@pytest.mark.parametrize(
    "text",
    [
        "In 2016 a memorandum of understanding had been signed by the two.",
        "The visit follows the agreement that Nokia and the school signed in May.",
        "The tests are done under the agreement signed by Nokia in spring.",
    ],
)
def test_what_a_text_about_something_else_looks_back_on_is_no_news(text: str) -> None:
    about = "Guests from Nokia visited Aalto University on Monday. They saw its laboratories. "
    assert {modality for _, modality in _told(about + text)} == {Modality.EARLIER}


@pytest.mark.parametrize(
    "text",
    [
        "Radio is the matter of the agreement that Nokia and the school signed in May.",
        "Tests are done under the agreement signed by Nokia on Monday.",
        "The MoU signing between the rector and the manager was held today.",
    ],
)
def test_what_a_text_opens_with_is_news_however_it_is_told(text: str) -> None:
    assert {modality for _, modality in _told(text)} == {Modality.DONE}


@pytest.mark.parametrize(
    "text",
    [
        "Guests from Nokia visited Aalto University. The two sides talked about recruitment.",
        "The school values its partnership with Nokia and looks for new channels.",
        "Nokia funds a chair at Aalto University.",
        "Under an agreement that awaits approval, Nokia would equip Aalto University.",
        "Nokia and Aalto University reviewed progress made under their memorandum.",
        "By now an agreement between Nokia and Aalto University has been drawn up.",
        "The signing was part of the Cooperation Forum, which Nokia and Aalto University held.",
    ],
)
def test_a_visit_or_a_gift_is_no_agreement(text: str) -> None:
    assert _told(text) == []


def test_one_sentence_may_tell_several_agreements() -> None:
    text = (
        "Aalto University signed a memorandum on training with the Ministry of Education, and an"
        " agreement on the cooperation framework with Nokia."
    )
    found = events(read(Document("a", text)), 2019)
    assert [event.kind for event in found] == [
        Kind.MEMORANDUM_OF_UNDERSTANDING,
        Kind.FRAMEWORK_AGREEMENT,
    ]
    assert "Nokia" not in found[0].scope.quotation
    assert "Nokia" in found[1].scope.quotation


def test_it_may_stand_for_the_agreement_of_the_sentence_before() -> None:
    text = (
        "Aalto University now has an agreement with Nokia. It was signed on Monday by both sides."
    )
    assert (Kind.COOPERATION_AGREEMENT, Modality.DONE) in _told(text)


def test_a_document_may_stand_for_the_cooperation_of_the_sentence_before() -> None:
    text = (
        "Aalto University and Nokia agreed on a framework of cooperation. The document was signed"
        " by the rector and the chief executive."
    )
    assert (Kind.FRAMEWORK_AGREEMENT, Modality.DONE) in _told(text)


def test_the_signing_is_shown_by_the_verb_that_says_so() -> None:
    text = (
        "Both sides reached an agreement on key areas. An MoU of Aalto University and Nokia was "
        "signed by the rector and the CEO."
    )
    (record,) = extract(Document("a", text)).agreements
    evidence = record.lifecycle[0].evidence
    assert evidence is not None
    assert text[evidence.start : evidence.end] == "signed"
