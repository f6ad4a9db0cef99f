"""What holds for every document, however it was made."""

import time

import pytest

from agreements.extraction import Document, extract

ODD = {
    "nothing but dots": ". " * 5_000,
    "one endless word": "A" * 20_000,
    "one endless list of names": "The Alpha, " * 1_500,
    "one endless sentence of signings": "University of X and Huawei signed an MoU with A, B. "
    * 200,
    "brackets": "the (of " * 2_000,
    "one Chinese sentence without end": "浙江大学与华为签署协议" * 2_000,
    "people without end": "The President Jane Roe, CEO of Huawei, and of " * 150,
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_any_text_takes_bounded_time(text: str) -> None:
    extract(Document("warm", "The university signed."))
    begin = time.monotonic()
    extraction = extract(Document("odd", text))
    assert time.monotonic() - begin < 30
    assert extraction.agreements or extraction.rejected


@pytest.mark.parametrize("text", [".", "x", "The", "signed", "MoU signed.", "\n\n \n-"])
def test_scraps_give_a_reason_and_no_error(text: str) -> None:
    extraction = extract(Document("scrap", text))
    assert extraction.agreements == ()
    assert extraction.rejected


def test_what_a_header_tells_reaches_the_source() -> None:
    document = Document(
        "a",
        "Aalto University and Nokia signed an MoU today.",
        url="https://example.org/1",
        title="Two sign",
    )
    record = extract(document).agreements[0]
    assert record.title == "Two sign"
    assert record.sources[0].url == "https://example.org/1"
    assert record.sources[0].text == document.text


def test_reading_twice_gives_the_same() -> None:
    document = Document("a", "Aalto University and Nokia signed an MoU in Espoo on 3 May 2019.")
    assert extract(document) == extract(document)
