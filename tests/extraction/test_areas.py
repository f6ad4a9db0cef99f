"""Areas: lists split into phrases, phrases mapped to the vocabulary."""

import pytest

from agreements.extraction import Document
from agreements.extraction.areas import areas, codes_of
from agreements.extraction.sentences import split_blocks, split_sentences


def _phrases(text: str) -> list[str]:
    found = areas(split_sentences(split_blocks(Document("a", text))))
    return [area.phrase.words for area in found]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        (
            "Both parties will cooperate in the fields of joint talent training, smart campus"
            " construction, and applied research projects.",
            ["joint talent training", "smart campus construction", "applied research projects"],
        ),
        (
            "The agreement covers student internships, joint research projects and shared"
            " laboratory equipment.",
            ["student internships", "joint research projects", "shared laboratory equipment"],
        ),
        (
            "The two will work with each other in materials, devices and sensors.",
            ["materials, devices and sensors"],
        ),
        (
            "The MoU provides for an industry centre of excellence and a talent program.",
            ["industry centre of excellence", "talent program"],
        ),
        ("Under the agreement a joint laboratory will be established.", ["joint laboratory"]),
        (
            "The partnership aims to promote talent development in 5G.",
            ["talent development in 5G"],
        ),
        ("The partnership covers courses.", []),
        ("The two sides thanked each other for the cooperation in the past.", []),
    ],
)
def test_phrases_of_cooperation_are_found(text: str, phrases: list[str]) -> None:
    assert _phrases(text) == phrases


def test_a_phrase_has_the_codes_of_everything_it_names() -> None:
    assert set(codes_of("artificial intelligence and big data")) == {
        "artificial-intelligence",
        "big-data",
    }


def test_a_longer_keyword_hides_the_shorter_in_it() -> None:
    assert "education" not in codes_of("continuing education")


def test_a_phrase_that_the_vocabulary_does_not_know_has_no_code() -> None:
    assert codes_of("matters of the day") == ()
