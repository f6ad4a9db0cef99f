"""What is no text to read: refused at once and by its name; and that time stays bounded."""

import time

import pytest

from agreements.extraction import Document, extract
from agreements.extraction.loading import LARGEST_TEXT
from agreements.extraction.prose import why_no_prose

LENGTH = LARGEST_TEXT // 5
NEWS = (
    "Aalto University and Nokia Ltd. signed a memorandum of understanding in Espoo on Monday. The"
    " two will cooperate in radio research, joint teaching and student internships. The rector and"
    " the chief executive of the company spoke at a ceremony that guests from both sides attended,"
    " and thanked all who had prepared it over many months.\n"
)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("(" * 1_000, "hardly any letters"),
        (". , ; ! 12 34 " * 100, "hardly any letters"),
        ("a" * 2_000, "endless word"),
        ("signed an agreement with " * 500, "the same few words"),
        ("(a " * 2_000, "single letters"),
        (NEWS, None),
        ("Memorandum of Understanding", None),
        ("甲大学与乙公司签署战略合作协议。" * 3, None),
        ("", None),
    ],
)
def test_what_no_sentence_can_be_in_is_told(text: str, why: str | None) -> None:
    found = why_no_prose(text)
    assert found is None if why is None else found and why in found


def test_noise_is_rejected_with_a_reason() -> None:
    extraction = extract(Document("a", "[" * LARGEST_TEXT))
    assert not extraction.agreements
    assert "hardly any letters" in extraction.rejected[0].why


@pytest.mark.parametrize(
    "filling",
    [
        "(" * 400 + " ",
        "word" + " " * 30_000,
        "signed an agreement with ",
        "Prof. Dr. Jane Roe, Dean of Beta University, ",
        "Alpha University signed an agreement with Beta Limited, ",
        "Dr. ",
        "the research of the ",
    ],
)
def test_time_grows_no_faster_than_the_text(filling: str) -> None:
    text = (NEWS * 4 + filling * LENGTH)[:LENGTH]
    extract(Document("a", NEWS))
    begun = time.process_time()
    extract(Document("a", text, language="en"))
    assert time.process_time() - begun < 10
