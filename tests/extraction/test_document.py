"""Spans: the only way in which a fact may point at a text."""

import pytest

from agreements.extraction import Document, Span

DOCUMENT = Document("release.txt", "Aalto  University\nand Nokia")


def test_a_span_quotes_its_characters() -> None:
    assert Span(7, 17, DOCUMENT).quotation == "University"


def test_words_even_out_white_space() -> None:
    assert Span(0, 27, DOCUMENT).words == "Aalto University and Nokia"


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 4), (-1, 4), (0, 99)])
def test_a_span_is_never_empty_nor_outside_its_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=r"release\.txt"):
        Span(start, end, DOCUMENT)


def test_two_spans_join_to_the_smallest_that_holds_both() -> None:
    joined = Span(0, 5, DOCUMENT).to(Span(22, 27, DOCUMENT))
    assert (joined.start, joined.end) == (0, 27)


def test_evidence_counts_the_same_characters() -> None:
    evidence = Span(7, 17, DOCUMENT).evidence()
    assert DOCUMENT.text[evidence.start : evidence.end] == "University"
