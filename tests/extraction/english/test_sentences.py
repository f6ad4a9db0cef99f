"""The shape of a page: paragraphs, sentences, and what is furniture."""

import pytest

from agreements.extraction import Document
from agreements.extraction.blocks import Role
from agreements.extraction.english.sentences import split_blocks, split_sentences

BODY = "The University of Leeds and Siemens signed an agreement on Monday in Leeds."


def _sentences(text: str) -> list[str]:
    return [s.text for s in split_sentences(split_blocks(Document("a", text)))]


def _roles(text: str) -> list[tuple[Role, str]]:
    return [(b.role, b.span.words) for b in split_blocks(Document("a", text))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Prof. Dr. Jane Roe of Acme Co., Ltd. and Mr. A. B. Bello of Beta Inc. met on Friday.",
        "The St. Gallen office of Acme Sdn. Bhd. was opened by H.E. the Minister on Dec. 6.",
    ],
)
def test_abbreviations_do_not_end_a_sentence(sentence: str) -> None:
    assert _sentences(sentence) == [sentence]


def test_a_company_at_the_end_of_a_sentence_ends_it() -> None:
    for text in (
        "The school signed with Acme Co., Ltd. The two sides will cooperate on training.",
        "It was signed by Jane Roe, CEO of Acme Ltd. Present were the leaders of the school.",
    ):
        assert len(_sentences(text)) == 2


def test_lines_broken_by_hand_are_one_sentence() -> None:
    text = "Cooperation in technology\nhas been agreed on by the university and\nthe company today."
    assert len(_sentences(text)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Written by: Jane Roe",
        "Editor: Jane Roe",
        "By Jane Roe",
        "Home > News > Press",
        "Leave a Reply",
        "Photo: Jane Roe",
    ],
)
def test_credits_and_menus_are_furniture(line: str) -> None:
    assert _roles(f"{line}\n\n{BODY}")[0] == (Role.FURNITURE, line)


def test_headlines_of_other_news_after_the_text_are_furniture() -> None:
    others = ["New laboratory opened", "Dean wins award", "Rector visits Oslo"]
    roles = _roles("\n\n".join([BODY, *others]))
    assert [role for role, _ in roles] == [Role.BODY] + [Role.FURNITURE] * 3


def test_a_headline_that_ends_in_a_company_name_is_no_sentence() -> None:
    roles = _roles(f"Agreement signed with Acme Technologies Co., Ltd.\n\n{BODY}")
    assert roles[0][0] is Role.HEADING


def test_an_endless_line_is_cut_between_words() -> None:
    pieces = _sentences("word " * 5_000)
    assert len(pieces) > 5
    assert all(len(piece) <= 3_000 for piece in pieces)
