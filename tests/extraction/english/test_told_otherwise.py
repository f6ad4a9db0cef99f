"""Signings told in uncommon words: inverted, over several sentences, by what the paper does."""

import pytest

from agreements.extraction import Document
from agreements.extraction.english.assemble import extract_english
from agreements.vocabulary.kinds import AgreementKind as Kind


def extract(text: str) -> list[tuple[Kind, list[str], list[str]]]:
    records = extract_english(Document("a", text), "en").agreements
    return [
        (r.kind, [p.name for p in r.institutions], [p.name for p in r.partners]) for r in records
    ]


TOLD: list[tuple[str, str, list[str], list[str]]] = [
    (
        "Lund University and Nordwind Energy have teamed up so that turbines last longer. Under "
        "the agreement, students will measure blades.",
        "cooperation_agreement",
        ["Lund University"],
        ["Nordwind Energy"],
    ),
    (
        "Nordwind Energy has become a partner of Lund University. This partnership agreement "
        "opens its plants to students.",
        "cooperation_agreement",
        ["Lund University"],
        ["Nordwind Energy"],
    ),
    (
        "Closer ties for Lund University\n\nLund, among the old universities of the north, has a "
        "memorandum of understanding with Nokia.",
        "memorandum_of_understanding",
        ["Lund University"],
        ["Nokia"],
    ),
    (
        "Lund University has a contract with Nordwind Energy under which students will spend a "
        "term in its plants.",
        "cooperation_agreement",
        ["Lund University"],
        ["Nordwind Energy"],
    ),
    (
        "Framework agreement: Nokia chooses Lund\n\nThe agreement was signed in Malmö by Lund "
        "University and Nokia.",
        "framework_agreement",
        ["Lund University"],
        ["Nokia"],
    ),
    (
        "An umbrella agreement was signed by rector Per Holm of Lund University and director Eva "
        "Lind of Nordwind Energy.",
        "framework_agreement",
        ["Lund University"],
        ["Nordwind Energy"],
    ),
    (
        "A cooperation agreement of Tomsk Polytechnic University and PJSC 'Sever' was signed.",
        "cooperation_agreement",
        ["Tomsk Polytechnic University"],
        ["PJSC 'Sever'"],
    ),
    (
        "A memorandum of understanding ties Lund University to industry. In Malmö the papers were "
        "signed, for the one side by Per Holm, Rector of Lund University, for the other by Eva "
        "Lind, CEO of Nokia.",
        "memorandum_of_understanding",
        ["Lund University"],
        ["Nokia"],
    ),
    (
        "Courses on 5G are the content of an MoU. To the document the following set their hands: "
        "Per Holm, Rector of Lund University, Ada Berg, Rector of Umeå University, and Eva Lind, "
        "Head of Radio Research at Nokia.",
        "memorandum_of_understanding",
        ["Lund University", "Umeå University"],
        ["Nokia"],
    ),
    (
        "An MoU promises Nokia's help with laboratories. They are those of Lund University. "
        "Heads of the school and the company signed in Malmö.",
        "memorandum_of_understanding",
        ["Lund University"],
        ["Nokia"],
    ),
    (
        "Lund University wants engineers for the grid. It has found a partner in Nordwind Energy. "
        "On May 3 the two-year agreement was inked in Malmö.",
        "cooperation_agreement",
        ["Lund University"],
        ["Nordwind Energy"],
    ),
    (
        "An MoU was signed by Per Holm, Dean of the Faculty of Law and Chair of Trade, Lund "
        "University, and Eva Lind, Head of Mobile Networks, Northlight Telecom.",
        "memorandum_of_understanding",
        ["Lund University"],
        ["Northlight Telecom"],
    ),
    (
        "Brightwell Telecom, the National Mobile Services Provider, has signed an MoU with the "
        'Grid Research Institute ("GRI") of the University of Lund ("UL").',
        "memorandum_of_understanding",
        ["University of Lund"],
        ["Brightwell Telecom"],
    ),
    (
        "An MoU was signed by Politechnika Gdańska [Technical University of Gdansk] with MTX "
        "Corporation and MTX Academy.",
        "memorandum_of_understanding",
        ["Politechnika Gdańska"],
        ["MTX Corporation", "MTX Academy"],
    ),
    (
        "A new alliance has been forged by Lund University and Nokia with the signature of an MoU.",
        "memorandum_of_understanding",
        ["Lund University"],
        ["Nokia"],
    ),
    (
        "LXU, Lund University, and Northlight Steel Co., Ltd. have come to a consensus and signed "
        "a cooperation agreement.",
        "cooperation_agreement",
        ["LXU", "Lund University"],
        ["Northlight Steel Co., Ltd."],
    ),
    (
        "The Framework Agreement and the Agreement on a Joint Institute were signed by Nokia and "
        "Lund University.",
        "framework_agreement",
        ["Lund University"],
        ["Nokia"],
    ),
    (
        "Nordwind and Lund University: learning\n\nTheir executives signed; the paper is a "
        'memorandum of understanding. "We need allies," said Eva Lind, Chief Executive Officer, '
        "Nordwind.",
        "memorandum_of_understanding",
        ["Lund University"],
        ["Nordwind"],
    ),
    (
        "Collaboration between Nokia and the two leading universities of Sweden begins, since a "
        "memorandum has been signed. It was signed by Per Holm, Rector of Lund University, Ada "
        "Berg, Rector of Malmö University, and Eva Lind, Head of Research at Nokia.",
        "memorandum_of_understanding",
        ["Lund University", "Malmö University"],
        ["Nokia"],
    ),
    (
        "An MoU has been concluded by Lund University and the construction company - M/s. Malmö "
        "Bridges (Pvt) Limited.",
        "memorandum_of_understanding",
        ["Lund University"],
        ["Malmö Bridges (Pvt) Limited"],
    ),
    (
        "Wind turbines will be tested at Lund University, since a memorandum of understanding with "
        "Nordwind Energy says so.",
        "memorandum_of_understanding",
        ["Lund University"],
        ["Nordwind Energy"],
    ),
    (
        "A five-year memorandum of understanding binds two bodies. One of them teaches: Lund "
        "University. The other lends: Scania Bank.",
        "memorandum_of_understanding",
        ["Lund University"],
        ["Scania Bank"],
    ),
    (
        "Research in geology is paid for by Nordwind Energy under an agreement it has signed with "
        "LV. The money goes to students. LV ranks among the leading universities in the field.",
        "cooperation_agreement",
        ["LV"],
        ["Nordwind Energy"],
    ),
    (
        "Students from the land of Northlight Oil learn. Between the oil company, the Ministry "
        "of Education and Lund University a cooperation agreement was concluded today.",
        "cooperation_agreement",
        ["Lund University"],
        ["Ministry of Education", "Northlight Oil"],
    ),
    (
        "Lund University has signed an agreement with two firms, Ostra Vind and Solgard, "
        "on a wind farm.",
        "cooperation_agreement",
        ["Lund University"],
        ["Ostra Vind", "Solgard"],
    ),
]
NOT_TOLD = [
    "Lund University wants to partner with Nokia. The agreement would run for two years.",
    "Lund University received Nokia, which partners with many schools. They spoke of the agreement "
    "of 2019.",
    "Lund University teamed up with Nokia in a hackathon. Prizes were given in Malmö.",
    "Lund University partners with Nokia for its yearly fair. Pupils read about the contract of "
    "employment.",
    "Lund University hopes for an agreement with Nokia, under which students would be trained.",
    "An agreement was signed by Lund University and the Malmö Municipal People's Government.",
    "The National Insurance Commission has signed an MoU with Lund University. It pays out of its "
    "Education Fund for a hall.",
    "A memorandum of understanding may soon bind two bodies: Lund University and Nokia.",
    "Lund University trains engineers for Nokia. A memorandum is no longer in force.",
    "It was with Lund University that LXU signed an MoU. The guests were led by Ada Berg, "
    "President of LXU.",
    "Lund University has signed an MoU.\n\nThe city was represented by Eva Lind, Mayor of Malmö.",
    "LXU and Lund University have signed an MoU.\n\nThe LXU Association was at the ceremony.",
    "Nokia came to Lund University with a draft of a memorandum. No document was signed.",
    "A memorandum ties Lund University to Umeå University. In Malmö both signed the papers.",
]


@pytest.mark.parametrize(("text", "kind", "institutions", "partners"), TOLD)
def test_a_signing_is_read_though_told_in_other_words(
    text: str, kind: str, institutions: list[str], partners: list[str]
) -> None:
    assert extract(text) == [(Kind(kind), institutions, partners)]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_no_signing_is_read_into_other_words(text: str) -> None:
    assert extract(text) == []
