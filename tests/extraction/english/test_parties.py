"""The two sides of a signing under their fullest names."""

import pytest

from agreements.extraction import Document, extract


def _sides(text: str) -> tuple[list[str], list[str]]:
    records = extract(Document("a", text)).agreements
    assert len(records) == 1
    record = records[0]
    return [p.name for p in record.institutions], [p.name for p in record.partners]


@pytest.mark.parametrize(
    ("text", "institutions", "partners"),
    [
        (
            "The University of Leeds and Siemens have signed a strategic partnership agreement.",
            ["University of Leeds"],
            ["Siemens"],
        ),
        (
            "A memorandum of understanding was signed between Machakos University and Huawei"
            " Technologies (Kenya) Company Limited.",
            ["Machakos University"],
            ["Huawei Technologies (Kenya) Company Limited"],
        ),
        (
            "Kongu Engineering College signed MoUs with Zoho, Freshworks and L&T Services.",
            ["Kongu Engineering College"],
            ["Zoho", "Freshworks", "L&T Services"],
        ),
        (
            "Huawei Technologies Nigeria Limited has begun a programme. The company signed a"
            " Memorandum of Understanding (MoU) with the Ahmadu Bello University (ABU).",
            ["Ahmadu Bello University"],
            ["Huawei Technologies Nigeria Limited"],
        ),
        (
            "Harbin Institute of Technology is in Harbin.\n\nOn Monday HIT signed an agreement with"
            ' Huawei Technologies Co., Ltd. (hereafter referred to as "Huawei").',
            ["Harbin Institute of Technology"],
            ["Huawei Technologies Co., Ltd."],
        ),
        (
            "Aalto University and Siemens Ltd signed an agreement in the meeting center of the"
            " Golden School of Architecture.",
            ["Aalto University"],
            ["Siemens Ltd"],
        ),
        (
            'The agreement on "Building the Teaching Base of the School of Physics together" was'
            " signed by Siemens Ltd and Aalto University.",
            ["Aalto University"],
            ["Siemens Ltd"],
        ),
        (
            "A Memorandum of Agreement was signed by Marlin Navigation Philippines and Aalto"
            " University.",
            ["Aalto University"],
            ["Marlin Navigation Philippines"],
        ),
        (
            "Aalto University and Siemens Ltd, which belongs to the Nordwind Group, signed an MoU.",
            ["Aalto University"],
            ["Siemens Ltd"],
        ),
        (
            "An MoU was signed by Aalto University and AB On on Monday.",
            ["Aalto University"],
            ["AB On"],
        ),
        (
            "An MoU was signed between Aalto University, Lund University, Elbindustria and Siemens"
            " Ltd on Monday.",
            ["Aalto University", "Lund University"],
            ["Elbindustria", "Siemens Ltd"],
        ),
        (
            "Technische Universität Dresden and GlobalFoundries have signed a contract.",
            ["Technische Universität Dresden"],
            ["GlobalFoundries"],
        ),
        (
            "Hamad Bin Khalifa University, part of Qatar Foundation, signed an MoU with Huawei.",
            ["Hamad Bin Khalifa University"],
            ["Huawei"],
        ),
        (
            "Two Acme subsidiaries, ACME Minya and ACME Ready Mix, have signed an MoU with Minya "
            "University.",
            ["Minya University"],
            ["ACME Minya", "ACME Ready Mix"],
        ),
        (
            "Acme Limited Company, the owner of the leading station Acme TV and of Acme Studios, "
            "has signed an MoU with Aalto University.",
            ["Aalto University"],
            ["Acme Limited Company"],
        ),
        (
            "Acme Space, a joint venture between Thales 67% and Leonardo 33%, and Aalto University "
            "have signed an agreement.",
            ["Aalto University"],
            ["Acme Space"],
        ),
        (
            "Aalto University has reached an agreement with the Nutrition Research Institute "
            "(NRI), which belongs to Acme Corporation.",
            ["Aalto University"],
            ["Nutrition Research Institute"],
        ),
        (
            "The Distance Learning Centre, Aalto University and Acme Film and Distributing Company "
            "signed an MoU.",
            ["Aalto University"],
            ["Acme Film and Distributing Company"],
        ),
        (
            "The e-Finance Company has signed a protocol with October 6 University.",
            ["October 6 University"],
            ["e-Finance Company"],
        ),
        (
            "Here is a view of it. PHOTO | FILE | ACME MEDIA GROUP\n\nAn MoU has been signed by "
            "Aalto University and a developer.\n\nUnder the deal Nokia Homes Ltd is to build it.",
            ["Aalto University"],
            ["Nokia Homes Ltd"],
        ),
        (
            "An MoU has been signed by Sheikh Khalid Hospitals, which are governed by the Medical "
            "Office, and Elbona Medical and Health Sciences University (EMHSU).",
            ["Elbona Medical and Health Sciences University"],
            ["Sheikh Khalid Hospitals"],
        ),
        (
            "Nokia has signed an MoU with Durham and Newcastle universities. Prof. Jane Roe of "
            "Durham University spoke.",
            ["Durham University", "Newcastle"],
            ["Nokia"],
        ),
        (
            "Research and Production Corporation United Wagon Company (RPC UWC) and Aalto "
            "University have concluded an agreement.",
            ["Aalto University"],
            ["Research and Production Corporation United Wagon Company"],
        ),
        (
            "An agreement was signed by Jane Roe, Rector of Krem National University named after "
            "M. Ostrograd, and John Doe, Director of Human Resources and Regime of PJSC Acme.",
            ["Krem National University named after M. Ostrograd"],
            ["PJSC Acme"],
        ),
        (
            "An MoU was concluded by Coppe/UFRJ, AgroParisTech and Acme Ltd.",
            ["Coppe/UFRJ", "AgroParisTech"],
            ["Acme Ltd."],
        ),
    ],
)
def test_both_sides_are_named(text: str, institutions: list[str], partners: list[str]) -> None:
    assert _sides(text) == (institutions, partners)


def test_other_names_of_a_party_become_its_aliases() -> None:
    text = (
        "Harbin Institute of Technology (HIT) signed an agreement with Huawei Technologies Co.,"
        ' Ltd. (hereinafter referred to as "Huawei").'
    )
    record = extract(Document("a", text)).agreements[0]
    assert [alias.name for alias in record.institutions[0].aliases] == ["HIT"]
    assert "Huawei" in [alias.name for alias in record.partners[0].aliases]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Ghent University and Lund University signed an agreement.", "no company"),
        (
            "The Ministry of Education signed a memorandum of understanding with Microsoft."
            " Makerere University will be among those who benefit.",
            "no university",
        ),
        (
            "An MoU was signed by Minister of Skills Jane Roe and John Doe, Chief Executive of"
            " Nokia. Lund University was named as a place for its academy.",
            "no university",
        ),
        (
            "Lund University's spin-off Alva Glass AB has signed a contract with Volvo.",
            "no university",
        ),
        (
            "Speakers from Lund University met. The Alva Chamber of Trade and the city signed a"
            " letter of intent.",
            "no university",
        ),
        (
            "Lund University and Ghent University have signed a memorandum; Nokia praised the"
            " step.",
            "no company",
        ),
        (
            "At the Lund University (LU) Senate Chamber, LU and Ghent University signed an MoU.",
            "no company",
        ),
        (
            "An MoU was signed by Nokia and the ministry. Swedish university students will gain.",
            "no university",
        ),
        ("Aalto University signed an agreement with the Ministry of Education.", "government"),
        ("Nokia and Aalto University plan to sign an agreement.", "intended"),
        (
            "Nokia planning pact with Aalto University\n\nNokia intends to sign a memorandum with"
            " Aalto University, a newspaper said yesterday.",
            "intended",
        ),
        ("Nokia staff visited Aalto University.", "no signing"),
        (
            "Die Universität und das Unternehmen haben die Vereinbarung für das Jahr mit der Stadt"
            " und dem Land am Montag in der Aula unterzeichnet.",
            "German",
        ),
    ],
)
def test_what_falls_short_is_set_aside_with_the_reason(text: str, why: str) -> None:
    extraction = extract(Document("a", text))
    assert extraction.agreements == ()
    assert any(why in rejection.why for rejection in extraction.rejected)
