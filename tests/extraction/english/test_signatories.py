"""Who signed and for whom, and what the others did."""

from string import ascii_lowercase
from time import monotonic

import pytest

from agreements.extraction import Document, extract
from agreements.records import AgreementRecord

PARTIES = "Aalto University and Siemens signed an agreement. "


def _record(text: str) -> AgreementRecord:
    return extract(Document("a", text)).agreements[0]


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        (
            "Jane Roe, Rector of Aalto University, and John Doe, CEO of Siemens, signed the MoU.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            "The agreement was signed by Jane Roe, President of Aalto University, and John Doe,"
            " CEO of Siemens, in the presence of Mary Major, Minister of Education.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            "Jane Roe, Rector of Aalto University, signed the MoU with John Doe, CEO of Siemens.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "Jane Roe, the Rector, signed on behalf of Aalto University.",
            [("Jane Roe", "Aalto University")],
        ),
        (
            PARTIES + "Jane Roe, the Rector, signed for the university, and John Doe, the Chief"
            " Executive Officer, signed for the company.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            "Jane Roe (left), Rector of Aalto University, and John Doe (second from right), CEO of"
            " Siemens, signed the MoU.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "Dr. Jane Roe and Mr. John Doe on behalf of the two sides signed the paper"
            " of agreement.",
            [("Jane Roe", None), ("John Doe", None)],
        ),
        (
            PARTIES + "Dr. Jane Roe, Rector of Aalto University, and Mr. John Doe, CEO of Siemens,"
            " represented their institutions as the signatories of the MoU.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            "Aalto University and Siemens signed an MoU. The MoU was signed by Dr. Jane Roe for"
            " Aalto University, while Siemens was represented by Mr. John Doe.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (PARTIES + "Dr. Jane Roe (left) at Aalto Hall with the signed MoU.", []),
        (PARTIES + "The ceremony was attended by Jane Roe, Rector of Aalto University.", []),
        (
            "Jane Roe, rector of Aalto University, and John Doe, director of Siemens, which "
            "belongs to the Anvil group, have signed an agreement. The agreement was signed on the "
            "occasion of a visit to the company by Max Muster, adviser to the prime minister.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
    ],
)
def test_only_those_who_sign_are_signatories(text: str, signed: list[tuple[str, str]]) -> None:
    assert [(p.name, p.on_behalf_of) for p in _record(text).signatories] == signed


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        (
            PARTIES + "Two signed on behalf of Siemens: John Doe, CEO of Siemens, and Max Muster,"
            " Head of Training of Siemens.",
            [("John Doe", "Siemens"), ("Max Muster", "Siemens")],
        ),
        (
            PARTIES + "The signatories were Jane Roe, Rector of Aalto University, and John Doe, "
            "CEO of Siemens.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "The signees representing Aalto University and Siemens were Prof. Jane Roe, "
            "the Rector, and John Doe, Country Manager, respectively.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "The signatory representing Siemens was its Chief Executive Officer, Mr "
            "John Doe, and for Aalto University it was Vice-Chancellor Prof. Jane Roe.",
            [("John Doe", "Siemens"), ("Jane Roe", "Aalto University")],
        ),
        (
            "Jane Roe, President of Aalto University, and John Doe, CEO of Siemens, put "
            "their signatures to the memorandum of understanding.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "Jane Roe signed for Aalto University while John Doe did so for Siemens.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "Signing the MoU on behalf of Aalto University was its President Ir Prof Dr "
            "Jane Roe while Siemens was represented by its Country Manager Mr John Doe. "
            "The signing ceremony was witnessed by Aalto University Vice President Prof "
            "Ts Dr Mary Major and Siemens Pro Director Peter Minor.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "Aalto University vice-chancellor Prof Datuk Khairuddin Ab Hamid signed on "
            "behalf of the university, witnessed by deputy vice-chancellor Dr Mohd "
            "Shahril Osman; while Siemens was represented by its group general manager "
            "Choa Wei Keong, and witnessed by deputy general manager Low Kwong Fei.",
            [("Khairuddin Ab Hamid", "Aalto University"), ("Choa Wei Keong", "Siemens")],
        ),
        (
            "The MoU was inked between Siemens director Dr Shankar V Nakhe and Aalto "
            "University pro vice-chancellor Prof Dhruva Ghai on behalf of their "
            "respective institutions. Siemens and Aalto University signed it last week.",
            [("Shankar V Nakhe", "Siemens"), ("Dhruva Ghai", "Aalto University")],
        ),
        (
            PARTIES + "The Vice-Chancellor of the University, Prof. Benjamin Ozumba, who signed "
            "on behalf of the institution, said the programme would benefit students. "
            "The Channel Service Project Manager, Mr Simon Zhang who signed on behalf "
            "of Siemens, said it was the first.",
            [("Benjamin Ozumba", "Aalto University"), ("Simon Zhang", "Siemens")],
        ),
        (
            PARTIES + "The Memorandum of Understanding (MoU) was jointly signed by the Vice "
            "Chancellor of the university, Prof Olanrewaju Fagbohun and the Managing "
            "Director of Siemens, Dr Ayodele Ajayi.",
            [("Olanrewaju Fagbohun", "Aalto University"), ("Ayodele Ajayi", "Siemens")],
        ),
        (
            "The agreement was formalised between Aalto University and Siemens in the "
            "presence of vice-chancellor Prof. G.P. Rajashekar, with registrar Prof. K. "
            "Rambabu and Siemens senior manager V. Manohar Reddy signing the document.",
            [("K. Rambabu", "Aalto University"), ("V. Manohar Reddy", "Siemens")],
        ),
        (
            PARTIES + "On behalf of Aalto University, the MoU was signed by its Rector, Prof. Dr. "
            "Jane Roe, and on behalf of Siemens by Mr. John Doe, Regional Director.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "The document was signed by Jane Roe on the part of Aalto University and by "
            "John Doe, General Director, on the part of Siemens.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "The MoU bears the signatures of Prof. Jane Roe (Aalto University) and Mr "
            "John Doe (Siemens).",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "Aalto University, represented by its rector Jane Roe, and Siemens, "
            "represented by its CEO John Doe, signed the agreement.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "The MoU was signed for Aalto University by Professor Jane Roe, Provost, "
            "and for Siemens by John Doe, Head of Talent.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "Dr. Jane Roe, Dean of the Faculty of Engineering, inked the deal on the "
            "university's behalf, with John Doe, Siemens' Head of Campus Relations, "
            "signing for the company.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "The MoU was signed by Tan Sri Dato' Seri Dr. Lim Kok Wing, Founder "
            "President of Aalto University and Tengku Datuk Zaitun Zawiyah Puteri, "
            "Executive Director of Siemens.",
            [("Lim Kok Wing", "Aalto University"), ("Zaitun Zawiyah Puteri", "Siemens")],
        ),
        (
            PARTIES + "Dr. S. Sandhya, Registrar, Aalto University and Mr. K. V. S. Rao, "
            "Vice-President (HR), Siemens signed the MoU.",
            [("S. Sandhya", "Aalto University"), ("K. V. S. Rao", "Siemens")],
        ),
        (
            PARTIES + "The deal was sealed with the signatures of Jane Roe, vice-chancellor, and "
            "John Doe, chief executive.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "The Rector, Prof. Jane Roe, and Siemens's Managing Director, Mr. John Doe, "
            "signed the pact, witnessed by Minister Mary Major.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "It was Rector Jane Roe who signed on the side of Aalto University; for "
            "Siemens, CEO John Doe signed.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "The MoU was signed by Jane Roe and John Doe, representing Aalto University "
            "and Siemens respectively.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "Jane Roe, the Rector, and John Doe, the CEO, signed the MoU on behalf of "
            "Aalto University and Siemens respectively.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "The Rector of Aalto University, Jane Roe, signed; so did John Doe, CEO of"
            " Siemens.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "Jane Roe, Rector, signed on Aalto University's behalf, while on the"
            " company's side the signature was that of John Doe, Vice President for Research.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "Jane Roe, Rector of Aalto University, put her signature next to that of"
            " John Doe, CEO of Siemens.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "John Doe, director, Siemens and Colonel Ali Khan, psc signed the MoU.",
            [("John Doe", "Siemens"), ("Ali Khan", "Aalto University")],
        ),
        (
            PARTIES + "Signing the MoU were Prof. Dato’ Dr. Ali bin Omar, President of Aalto"
            " University and Dr. John Doe, CEO of Siemens.",
            [("Ali bin Omar", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "Aalto University was represented by its rector Jane Roe, and Siemens by its"
            " director John Doe.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "On behalf of Aalto University, Rector Dr Jane Roe while on behalf of Siemens"
            " CEO Dr John Doe signed the MoU.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "President Jane Roe and President John Doe, on behalf of AU and SAG"
            " respectively, concluded this cooperation agreement.",
            [("Jane Roe", "AU"), ("John Doe", "SAG")],
        ),
        (
            PARTIES + "Siemens President John Doe and Aalto University IT and Design Dean Dr Jane"
            " Roe signed it.",
            [("John Doe", "Siemens"), ("Jane Roe", "Aalto University")],
        ),
        (
            PARTIES + "Jane Roe, who is the Rector, and her counterpart, Mr John Doe of "
            "Siemens, signed it.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "The MoU was executed by Jane Roe (Rector) and John Doe (CEO, Siemens).",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "Rector Jane Roe signed the memorandum for the university and CEO John "
            "Doe for the company.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "From the university side, Registrar Dr. Jane Roe and from the company "
            "side, CEO Mr. John Doe signed the MoU.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "John Doe, CEO, and Jane Roe, Rector, shake hands after signing the "
            "agreement.",
            [("John Doe", "Siemens"), ("Jane Roe", "Aalto University")],
        ),
        (
            PARTIES + "Aalto University's Rector Jane Roe and Siemens' Director John Doe signed "
            "the contract.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "Witnessed by President Mary Major and Chairman Max Meyer, Rector Jane "
            "Roe and CEO John Doe signed the agreement.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "Under the witness of the leaders, Jane Roe, Rector of Aalto University, "
            "and John Doe, CEO of Siemens, signed the agreement.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "It was signed by the Rector, Prof. Jane Roe, for the university, and by "
            "Mr John Doe, Director, and Ms Mary Major, Secretary, for Siemens.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens"), ("Mary Major", "Siemens")],
        ),
        (
            PARTIES + "The papers were signed, for the one side by John Doe, CEO, Siemens, for the"
            " other by Jane Roe, Rector, Aalto University.",
            [("John Doe", "Siemens"), ("Jane Roe", "Aalto University")],
        ),
        (
            PARTIES + "For their organisations acted John Doe, CEO, and Rector Jane Roe.",
            [("John Doe", "Siemens"), ("Jane Roe", "Aalto University")],
        ),
        (
            PARTIES + "Rector Jane Roe was the one who signed for the university.",
            [("Jane Roe", "Aalto University")],
        ),
        (
            PARTIES + "CEO John Doe set his name under it, as did Rector Jane Roe.",
            [("John Doe", "Siemens"), ("Jane Roe", "Aalto University")],
        ),
        (
            PARTIES + "The following set their hands: John Doe, CEO, and Rector Jane Roe.",
            [("John Doe", "Siemens"), ("Jane Roe", "Aalto University")],
        ),
        (
            PARTIES + "It bears the names of Jane Roe, dean of the Faculty of Law, and of John Doe,"
            " CEO of Siemens.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "Siemens, for its part, was represented in the signing by John Doe, CEO.",
            [("John Doe", "Siemens")],
        ),
        (
            PARTIES + "Signatures were put to it by Jane Roe, Rector of Aalto University.",
            [("Jane Roe", "Aalto University")],
        ),
        (
            PARTIES + "Jane Roe, Rector, and John Doe, CEO of Siemens, put their names to it, with"
            " Mary Major, Chair of Siemens, and Max Meyer, Dean, looking on.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "Rector Jane Roe (left) and Siemens CEO John Doe seen after they signed it.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES
            + "Jane Roe, Rector, and John Doe, CEO of Siemens, show the papers they signed.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "The letter was signed by Jane Roe, Rector of Aalto University.",
            [("Jane Roe", "Aalto University")],
        ),
        (
            PARTIES + "Rector Jane Roe for Aalto University and Chairman SATO Jiro for Siemens met."
            " The papers were initialled by Chairman Sato.",
            [("SATO Jiro", "Siemens")],
        ),
        (
            PARTIES + "Signing the MoU in Espoo last week, Rector Jane Roe was glad.",
            [("Jane Roe", "Aalto University")],
        ),
        (
            PARTIES + "Jane Roe, Rector, and John Doe, CEO, represent the two sides in signing it.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "Jane Roe, Rector, and John Doe, CEO of Siemens, led the MoU signing.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES
            + "Those who put their names to the MoU were Jane Roe, Rector, and John Doe, CEO.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES
            + "The signatures under the agreement are those of the Rector, Jane Roe, and the"
            " CEO of Siemens, John Doe.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "Rector Jane Roe and Siemens Chief Innovation and Culture Officer John Doe"
            " recently signed the MoU.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "Signatures came from Jane Roe, Rector of Aalto University, and John Doe,"
            " CEO of Siemens.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "Jane Roe, Rector of Aalto University, and John Doe, CEO of "
            "Siemens, met in Oslo and signed the memorandum.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "Jane Roe, Rector of Aalto University, and John Doe, CEO of "
            "Siemens, announced that they had signed the memorandum.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "The signing parties were represented by Jane Roe, Rector of Aalto "
            "University, and John Doe, CEO of Siemens.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "The pact was inked by Jane Roe for Aalto University and by "
            "Odhiambo Farhiya for Siemens.",
            [("Jane Roe", "Aalto University"), ("Odhiambo Farhiya", "Siemens")],
        ),
        (
            PARTIES + "With their signatures the rector of Aalto University Jane Roe and "
            "Siemens CEO John Doe put it into force.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "The agreement is signed by (from left to right) Jane Roe, Rector "
            "of Aalto University, and John Doe, CEO of Siemens.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "Jane Roe, Rector of Aalto University, and John Doe, who is "
            "general manager of Siemens, signed the agreement yesterday.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "Acad. Prof. Jane Roe, rector of Aalto University, and John Doe "
            "the General Manager of Siemens signed the memorandum.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "The agreement was signed by Jane Roe (centre), Rector of Aalto "
            "University, and John Doe (left), CEO of Siemens, while Max "
            "Muster, the Guild president, looks on.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "It was signed by Jane Roe, Rector of Aalto University, the Dean "
            "(Planning), and John Doe, CEO of Siemens.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "Jane Roe (right), Rector of Aalto University, and John Doe, CEO of "
            "Siemens, affix their signatures to the memorandum.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            PARTIES + "It was signed by Prof. Jane Roe, Rector of Aalto University, and by John "
            "Doe and Max Muster, members of the management board of Siemens.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens"), ("Max Muster", "Siemens")],
        ),
        (
            PARTIES + "Rector Jane Roe signed it with John Doe, Chair at Aalto University, "
            "Finland, and Max Muster, CEO of Siemens.",
            [
                ("Jane Roe", "Aalto University"),
                ("John Doe", "Aalto University"),
                ("Max Muster", "Siemens"),
            ],
        ),
        (
            "Jane Roe, Rector of Aalto University, and John Doe, CEO of Siemens, putting their "
            "signatures to the Memorandum of Understanding.",
            [("Jane Roe", "Aalto University"), ("John Doe", "Siemens")],
        ),
        (
            "Siemens Ltd (President John Doe) and Aalto University (Rector Jane Roe) concluded "
            "an agreement. After a talk, both signed it.",
            [("John Doe", "Siemens Ltd"), ("Jane Roe", "Aalto University")],
        ),
    ],
)
def test_signing_is_told_in_many_ways(text: str, signed: list[tuple[str, str]]) -> None:
    assert [(p.name, p.on_behalf_of) for p in _record(text).signatories] == signed


def test_a_long_list_takes_no_long_time() -> None:
    people = ", ".join(f"John Doe{letter}, CEO of Firm{letter}" for letter in ascii_lowercase * 2)
    began = monotonic()
    extract(Document("a", f"{PARTIES}It was signed by {people}."))
    assert monotonic() - began < 10


@pytest.mark.parametrize(
    "text",
    [
        "The agreement will be signed by Jane Roe, Rector of Aalto University.",
        "The MoU was signed in the presence of Jane Roe, Rector of Aalto University.",
        "The signing ceremony was attended by Jane Roe, Rector of Aalto University.",
        "Jane Roe, Rector of Aalto University, spoke at the signing.",
        "Present during the ceremonial signing were Jane Roe, Dean, and John Doe, Registrar.",
        "A press release signed by Jane Roe, Dean, told the news.",
        "Siemens was represented by John Doe, CEO; Mary Major, director; and other officers.",
        "Representing Siemens were John Doe, CEO; Mary Major, director; and Max Meyer, head.",
        "From left are Dr. Jane Roe and Dr. John Doe at the MoU signing between both sides.",
        "Aalto University was represented by Jane Roe, Rector; Mary Major, "
        "Dean; and Max Meyer, Dean.",
        "Siemens was represented by John Doe, CEO; Mary Major, director; and "
        "leaders of its branch.",
    ],
)
def test_who_is_only_present_or_only_will_sign_is_no_signatory(text: str) -> None:
    assert _record(PARTIES + text).signatories == ()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Jane Roe, Rector of Aalto University, said that she was glad.", "speaker"),
        ("The act was witnessed by Jane Roe, Rector of Aalto University.", "witness"),
        ("The ceremony was hosted by Jane Roe, Rector of Aalto University.", "host"),
        ("Jane Roe, Rector of Aalto University, attended.", "attendee"),
    ],
)
def test_the_others_have_the_part_that_the_text_tells(text: str, role: str) -> None:
    assert [person.role.value for person in _record(PARTIES + text).people] == [role]
