"""Which signings of a text are of one agreement, and which of another."""

import pytest

from agreements.extraction import Document, extract
from agreements.vocabulary.kinds import AgreementKind


def _told(text: str) -> list[tuple[list[str], list[str]]]:
    return [
        ([p.name for p in record.institutions], [p.name for p in record.partners])
        for record in extract(Document("a", text)).agreements
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Lund University signed an MoU with Nokia. Another MoU was entered with the Brightwell "
        "Society. The secretary smiled.",
        "Lund University signed an MoU with Nokia on Monday. It also signed an agreement with "
        "the Brightwell Society.",
        "Lund University signed an MoU with Nokia on Monday. This was followed by the signing "
        "of a memorandum with the Brightwell Society.",
        "Lund University signed an MoU with Nokia. On Tuesday the rector signed a memorandum "
        "with the Brightwell Society.",
        "Nokia announced an agreement with Lund University. Earlier this year, the Brightwell "
        "Society announced a new partnership with Lund University.",
        "Lund University and Nokia signed an MoU. An agreement between Lund University and the "
        "Brightwell Society was sealed on Tuesday.",
    ],
)
def test_a_further_paper_with_another_partner_is_another_agreement(text: str) -> None:
    school = ["Lund University"]
    assert _told(text) == [(school, ["Nokia"]), (school, ["Brightwell Society"])]


def test_papers_that_are_counted_may_be_told_one_by_one() -> None:
    text = (
        "Lund University signed four memoranda of understanding on 3 May 2021. The first is with "
        "Nokia, which will train teachers. With the Brightwell Society, represented by its head, "
        "the university agreed on internships. Orbis Glass Pvt Ltd is the third partner. The "
        "fourth, executed for Ericsson by Jane Roe, deals with farming."
    )
    partners = ["Nokia", "Brightwell Society", "Orbis Glass Pvt Ltd", "Ericsson"]
    assert _told(text) == [(["Lund University"], [partner]) for partner in partners]
    records = extract(Document("a", text)).agreements
    assert {record.kind for record in records} == {AgreementKind.MEMORANDUM_OF_UNDERSTANDING}
    assert {record.signed_on for record in records} == {"2021-05-03"}


def test_items_that_each_say_what_they_are_about_are_agreements_of_their_own() -> None:
    text = (
        "Lund University signed three MoUs at the summit:\n\n- Siemens Energy: research on steam\n"
        "- Alva Group: a joint centre for bridges\n- Orbis Industries: internships in Malmo"
    )
    partners = ["Siemens Energy", "Alva Group", "Orbis Industries"]
    assert _told(text) == [(["Lund University"], [partner]) for partner in partners]


def test_papers_whose_parties_a_later_sentence_counts_are_other_agreements() -> None:
    text = (
        "Lund University signed an MoU with Nokia. On 3 May firms came for the signing of "
        "internship memoranda. The three are Alva Glass (Malmo) Pty. Ltd., Brightwell plc, and "
        "the Skane Grid Operator."
    )
    partners = ["Alva Glass (Malmo) Pty. Ltd.", "Brightwell plc", "Skane Grid Operator"]
    assert _told(text) == [(["Lund University"], ["Nokia"]), (["Lund University"], partners)]


@pytest.mark.parametrize(
    "text",
    [
        "Lund University and Nokia signed a memorandum of understanding and a framework agreement.",
        "Two papers were signed by Lund University and Nokia: the Memorandum on skills, and then "
        "the Framework Agreement on laboratories.",
    ],
)
def test_two_papers_of_the_same_parties_are_two_agreements(text: str) -> None:
    assert [record.kind for record in extract(Document("a", text)).agreements] == [
        AgreementKind.MEMORANDUM_OF_UNDERSTANDING,
        AgreementKind.FRAMEWORK_AGREEMENT,
    ]
    assert _told(text) == [(["Lund University"], ["Nokia"])] * 2


def test_each_item_of_a_gathering_page_is_an_agreement_of_its_own_day() -> None:
    text = (
        "Two of our partnerships\n\n12 May 2024\n\nLund University signed an MoU with PT Alva Tbk "
        "on Friday (10/5).\n\n3 June 2023\n\nGhent University signed an agreement with PT Orbis "
        "Tbk on Thursday (1/6)."
    )
    records = extract(Document("a", text)).agreements
    assert [record.signed_on for record in records] == ["2024-05-10", "2023-06-01"]
    assert _told(text) == [
        (["Lund University"], ["PT Alva Tbk"]),
        (["Ghent University"], ["PT Orbis Tbk"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Lund University signed an MoU with Nokia. The MoU was signed by its rector and Alva "
        "Energy Ltd at Malmo.",
        "The Department of Physics of Lund University and Nokia have announced an MoU. Per Holm "
        "signed the MoU for Nokia, while Lund University was represented by Eva Lind, who also "
        "signed.",
        "Lund University signed an MoU with Nokia. The memorandum between Lund University and "
        "the Swedish maker Brightwell Ltd was signed in Malmo.",
    ],
)
def test_a_paper_told_again_is_no_other_agreement(text: str) -> None:
    assert len(_told(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Lund University signed two memoranda of understanding with Nokia and Siemens.",
        "Lund University has entered into separate agreements with Nokia and Siemens.",
        "Lund University concluded two agreements at the fair:\n\n1. Nokia: research in radio\n"
        "2. Siemens: fire safety in houses",
    ],
)
def test_a_paper_for_each_of_several_partners_is_an_agreement_with_each(text: str) -> None:
    school = ["Lund University"]
    assert _told(text) == [(school, ["Nokia"]), (school, ["Siemens"])]


@pytest.mark.parametrize(
    "text",
    [
        "Nokia has signed separate agreements with Lund University and Ghent University.",
        "Nokia signed memoranda of understanding with two universities this week. The first was "
        "signed with Lund University in Malmo. The second, with Ghent University, was signed on "
        "5 May 2021.",
    ],
)
def test_a_firm_may_sign_with_several_schools_in_turn(text: str) -> None:
    assert _told(text) == [(["Lund University"], ["Nokia"]), (["Ghent University"], ["Nokia"])]


def test_respectively_tells_who_signs_with_whom() -> None:
    text = (
        "Lund University and Ghent University signed memoranda of understanding with Nokia and "
        "Siemens, respectively."
    )
    assert _told(text) == [
        (["Lund University"], ["Nokia"]),
        (["Ghent University"], ["Siemens"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Lund University signed a memorandum of understanding with Nokia and Siemens.",
        "Lund University signed two tripartite agreements with Nokia and Siemens.",
    ],
)
def test_a_paper_that_several_partners_share_is_one_agreement(text: str) -> None:
    assert _told(text) == [(["Lund University"], ["Nokia", "Siemens"])]


def test_each_agreement_has_its_own_signatories_and_areas() -> None:
    text = (
        "Lund University signed an MoU with Nokia on 3 March 2024. Rector Anna Berg and Nokia "
        "director Lars Holm signed the document. It covers radio engineering.\n\nIn a separate "
        "ceremony on 9 April 2024, the university signed an MoU with Siemens on fire "
        "safety. Dean Maria Lind and Chief Executive Per Sand signed it. "
        "Both agreements run for five years."
    )
    records = extract(Document("a", text)).agreements
    assert [[p.name for p in record.signatories] for record in records] == [
        ["Anna Berg", "Lars Holm"],
        ["Maria Lind", "Per Sand"],
    ]
    assert [[a.phrase for a in record.areas] for record in records] == [
        ["radio engineering"],
        ["fire safety"],
    ]
    assert [record.signed_on for record in records] == ["2024-03-03", "2024-04-09"]


def test_papers_told_as_one_of_them_and_the_remaining_are_agreements_of_their_own() -> None:
    text = (
        "Lund University signed four memoranda of understanding on 3 May 2021. One of them, with "
        "Nokia, provides for a radio laboratory. Another, with Siemens, concerns turbines. The "
        "remaining two are with Brightwell Ltd and the Orbis Society."
    )
    partners = ["Nokia", "Siemens", "Brightwell Ltd", "Orbis Society"]
    assert _told(text) == [(["Lund University"], [partner]) for partner in partners]


def test_a_paper_among_schools_is_not_that_which_one_of_them_signs_with_a_firm() -> None:
    text = (
        "Lund University and Ghent University signed a memorandum of understanding on exchange. "
        "During the same visit an agreement was signed with Nokia by the rector of Lund University."
    )
    assert _told(text) == [(["Lund University"], ["Nokia"])]


@pytest.mark.parametrize(
    "text",
    [
        "While Lund University signed a memorandum with Nokia, Ghent University signed a "
        "cooperation agreement with Siemens.",
        "Lund University signed an MoU with Nokia, and Ghent University has signed an MoU with "
        "Siemens on turbines.",
    ],
)
def test_clauses_of_one_sentence_may_tell_an_agreement_each(text: str) -> None:
    assert _told(text) == [(["Lund University"], ["Nokia"]), (["Ghent University"], ["Siemens"])]


def test_a_clause_about_who_signed_tells_no_other_agreement() -> None:
    text = (
        "Lund University signed an MoU with Nokia, and Rector Anna Berg signed the document for "
        "the university."
    )
    assert _told(text) == [(["Lund University"], ["Nokia"])]
