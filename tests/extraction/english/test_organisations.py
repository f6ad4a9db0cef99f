"""Organisations: which words are a name, and what kind of body it shows."""

import pytest

from agreements.extraction import Document, Span
from agreements.extraction.english.organisations.body_types import type_of
from agreements.extraction.english.organisations.countries import country_of
from agreements.extraction.english.organisations.organisations import described_in, mentions_in
from agreements.extraction.english.organisations.units import unit_and_whole
from agreements.vocabulary.kinds import OrganisationType as Type


def _whole(text: str) -> Span:
    return Span(0, len(text), Document("a", text))


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("University of Leeds", Type.UNIVERSITY),
        ("Supervisory Board", None),
        ("Indian Company", None),
        ("Universiti Teknologi Malaysia", Type.UNIVERSITY),
        ("Politecnico di Milano", Type.UNIVERSITY),
        ("Technische Universität Dresden", Type.UNIVERSITY),
        ("Harbin Institute of Technology", Type.UNIVERSITY),
        ("IIT Madras", Type.UNIVERSITY),
        ("KAIST", Type.UNIVERSITY),
        ("Kongu Engineering College", Type.COLLEGE),
        ("Tyndall National Institute", Type.RESEARCH_INSTITUTE),
        ("Huawei Technologies Co., Ltd.", Type.COMPANY),
        ("Top Glove Corporation Bhd", Type.COMPANY),
        ("Power & Project Controls Ltd.", Type.COMPANY),
        ("Siemens", Type.COMPANY),
        ("Ministry of Education", Type.GOVERNMENT),
        ("Qatar Foundation", Type.FOUNDATION),
        ("Huawei ICT Competition", None),
        ("Seeds", None),
        ("Elbona Training Centre for Airport Science", Type.OTHER),
        ("Doctrine and Training Centre of the Armed Forces", Type.GOVERNMENT),
        ("Texas A&M Engineering Experiment Station", Type.UNIVERSITY),
        ("Berkeley Space Center", Type.UNIVERSITY),
        ("Academia Closer", None),
        ("Elbona Institute of Railway Engineers", Type.RESEARCH_INSTITUTE),
        ("Institution of Railway Engineers", Type.ASSOCIATION),
    ],
)
def test_a_name_shows_what_kind_of_body_it_is(name: str, type_: Type | None) -> None:
    assert type_of(name) is type_


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "University of Shanghai for Science and Technology and Huawei Technologies Co sign",
            ["University of Shanghai for Science and Technology", "Huawei Technologies Co"],
        ),
        (
            "Machakos University and Huawei Technologies (Kenya) Company Limited met",
            ["Machakos University", "Huawei Technologies (Kenya) Company Limited"],
        ),
        ("Jane Roe, President of Aalto University, spoke", ["Aalto University"]),
        ("Dean Dr Jane Roe of Aalto University spoke", ["Aalto University"]),
        (
            "the King Mongkut's Institute of Technology Ladkrabang",
            ["King Mongkut's Institute of Technology Ladkrabang"],
        ),
        ("The Director of Siemens Managing Director", ["Siemens"]),
        (
            "The Baltic Energy Forum (BEF) Nordwind Oil Company and Lund University met",
            ["Nordwind Oil Company", "Lund University"],
        ),
        ("Nigeria Steel (NS) Ltd. came", ["Nigeria Steel (NS) Ltd."]),
        (
            "With Sri Lanka Airlines came the University of Sri Vijaya to talk",
            ["Sri Lanka Airlines", "University of Sri Vijaya"],
        ),
        ("Nokia and Lund University Joined Forces", ["Nokia", "Lund University"]),
        ("Université du Québec à Rimouski hosted it", ["Université du Québec à Rimouski"]),
        ("They met at Nokia in Seongnam, Gyeonggi Province, to sign", ["Nokia"]),
        ("Gyeonggi Province and Nokia met", ["Gyeonggi Province", "Nokia"]),
        ("officials of ADM Electric Inc. came", ["ADM Electric Inc."]),
        (
            "Makerere University College of Design, Arts and technology (CDAT) met Nokia",
            ["Makerere University College of Design, Arts and technology", "Nokia"],
        ),
    ],
)
def test_names_are_found_whole_and_alone(text: str, names: list[str]) -> None:
    assert [mention.name for mention in mentions_in(_whole(text))] == names


@pytest.mark.parametrize(
    "name",
    [
        "Prince Mohammad bin Fahd University",
        "Universiti Tun Hussein Onn Malaysia",
        "Politeknik Negeri Bandung",
        "Dr. A.P.J. Abdul Kalam Technical University",
        "Dr. B.R. Ambedkar National Institute of Technology Jalandhar",
        "L.N. Gumilyov Eurasian National University",
        "Ghana Institute of Management and Public Administration",
        "German University in Cairo",
        "University of California, San Diego",
        "Università degli Studi di Padova",
        "Eli Lilly and Company",
        "Dubai Electricity and Water Authority",
        "Institution of Engineers (India)",
        "British Council",
        "Banco de Comércio e Indústria",
        "Acme A/S",
        "Nordtel (Hong Kong) Innovation Research Institute",
        "Nordwind (Shenzhen) Software Company",
        "Associated Chambers of Commerce and Industry of Elbonia",
        "Ministry of Communications and Information Technology",
        "Academy of Economics in Poznan",
        "Al al-Bayt University",
        "All India Institute of Medical Sciences",
        "American International University - Bangladesh",
        "Centro Universitario de Occidente",
        "Charles R. Drew University of Medicine and Science",
        "Erasmushogeschool Brussel",
        "Hochschule Ludwigshafen am Rhein",
        "Indiana University at Kokomo",
        "Kazan State Music Conservatory",
        "New Jersey Institute of Technology",
        "New York University",
        "Old Dominion University",
        "Technical University in Zvolen",
        "Universidad Mayor",
        "Universidade de Mogi das Cruzes",
        "University of Medicine and Pharmacy of Timisoara",
        "University of Nevada - Reno",
        "PJT Partners Inc.",
        "Elbona Institute of Irrigation and Agricultural Mechanization Engineers",
        "Elbonian Locomotive and Motor Industry Inc.",
        "Indian Institute of Information Technology, Design and Manufacturing",
    ],
)
def test_names_of_many_habits_are_one_name(name: str) -> None:
    text = f"Yesterday {name} and Nokia signed a memorandum of understanding."
    assert [mention.name for mention in mentions_in(_whole(text))] == [name, "Nokia"]


@pytest.mark.parametrize(
    "text",
    [
        "the telecommunications giant Zantel came",
        "Zoho, a software company from Chennai, came",
    ],
)
def test_a_company_may_be_known_by_what_the_text_calls_it(text: str) -> None:
    assert [mention.type for mention in described_in(_whole(text))] == [Type.COMPANY]


def test_a_person_who_heads_something_is_no_firm_though_one_is_spoken_of() -> None:
    text = "Per Holm, the Lund director, thanked the hosts for receiving him and his group."
    assert described_in(_whole(text)) == []


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Universiti Teknologi Malaysia", "MY"),
        ("Huawei Technologies (Malaysia) Sdn Bhd", "MY"),
        ("Tungsram Operations Kft.", "HU"),
        ("Zhejiang University", "CN"),
        ("University of Nigeria Nsukka", "NG"),
        ("Georgia Institute of Technology", None),
        ("New Mexico State University", None),
        ("Siemens", None),
    ],
)
def test_a_country_is_told_only_where_the_name_is_safe(name: str, country: str | None) -> None:
    assert country_of(name) == country


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        (
            "Polytechnic Institute of Zhejiang University",
            ("Polytechnic Institute", "Zhejiang University"),
        ),
        (
            "School of Computing of the National University of Singapore",
            ("School of Computing", "National University of Singapore"),
        ),
        (
            "Universiti Teknologi MARA (UiTM) Johor Branch",
            ("Johor Branch", "Universiti Teknologi MARA"),
        ),
        ("Harbin Institute of Technology", None),
        ("University of Leeds", None),
    ],
)
def test_a_unit_is_told_from_its_university(name: str, parts: tuple[str, str] | None) -> None:
    assert unit_and_whole(name) == parts
