"""A quotation is the sentence around the cited words."""

import pytest

from agreements.browse.quotations import REACH, sentence_around

CASES = [
    ("One. Two is cited here. Three.", "cited", "Two is cited here."),
    (
        "Prof. Wu of Huawei Co. Ltd. signed. Then rain.",
        "signed",
        "Prof. Wu of Huawei Co. Ltd. signed.",
    ),
    ("A heading\nThe cited line", "cited", "The cited line"),
    (
        "A line that goes on\nand is cited there.",
        "cited",
        "A line that goes on\nand is cited there.",
    ),
    ("双方签署了协议。浙江大学出席。", "浙江大学", "浙江大学出席。"),
    ("J. R. Smith signed it!", "signed", "J. R. Smith signed it!"),
    ("He said “We agree.” They cited it.", "cited", "They cited it."),
    ("The first. The second.", "first. The", "The first. The second."),
]


@pytest.mark.parametrize(("text", "words", "sentence"), CASES)
def test_the_sentence_around_the_words_is_quoted(text: str, words: str, sentence: str) -> None:
    start = text.index(words)
    first, last = sentence_around(text, start, start + len(words))
    assert text[first:last].strip() == sentence


def test_an_endless_sentence_is_cut_between_words() -> None:
    text = "word " * 500
    first, last = sentence_around(text, 1000, 1004)
    assert text[first - 1] == " "
    assert last - first <= 2 * REACH + 4


def test_the_cited_words_are_always_whole() -> None:
    text = "a. B c. D e. F"
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            first, last = sentence_around(text, start, end)
            assert 0 <= first <= start < end <= last <= len(text)
