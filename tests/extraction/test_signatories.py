"""Who signed and for whom, and what the others did."""

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
    ],
)
def test_only_those_who_sign_are_signatories(text: str, signed: list[tuple[str, str]]) -> None:
    assert [(p.name, p.on_behalf_of) for p in _record(text).signatories] == signed


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
