"""Every slot has a confidence; none is surer than that there is an agreement."""

import pytest

from agreements.extraction import Document, extract
from agreements.extraction.clues import CLUES
from agreements.extraction.confidence import APART, LISTS, SCALARS, fitted, probability
from agreements.records import AgreementRecord, Evidence

TEXT = """University of Oslo and Nokia sign a memorandum of understanding

On 3 May 2019, the University of Oslo and Nokia Corporation signed a memorandum of understanding
in Oslo. Ole Hansen, Rector of the University of Oslo, and Jane Roe, Vice President of Nokia,
signed the memorandum. The partners will cooperate in wireless networks and joint research.
"""
CHINESE = (
    "2019年5月3日，浙江大学与华为技术有限公司在杭州签署战略合作协议。双方将在人才培养方面合作。"
)


def _evidence(record: AgreementRecord) -> list[tuple[str, Evidence]]:
    found = [(slot, at) for slot, at in record.evidence.items() if slot in SCALARS]
    parts = [(sort, part) for name, sort in LISTS.items() for part in getattr(record, name)]
    return found + [(sort, part.evidence) for sort, part in parts]


@pytest.mark.parametrize("text", [TEXT, CHINESE])
def test_every_slot_says_how_likely_it_is_right(text: str) -> None:
    [record] = extract(Document("a", text)).agreements
    for sort, at in _evidence(record):
        assert at.confidence is not None, sort
        assert 0 < at.confidence < 1, sort


@pytest.mark.parametrize("text", [TEXT, CHINESE])
def test_no_slot_is_surer_than_that_there_is_an_agreement(text: str) -> None:
    [record] = extract(Document("a", text)).agreements
    told = record.lifecycle[0].evidence
    assert told is not None
    assert told.confidence is not None
    for sort, at in _evidence(record):
        assert sort in APART or (at.confidence or 0) <= told.confidence, sort


def test_people_have_a_confidence_where_nothing_is_signed() -> None:
    text = "Dr. Ole Hansen, Rector of the University of Oslo, visited the laboratory on Monday."
    extraction = extract(Document("a", text))
    assert extraction.agreements == ()
    [person] = extraction.people
    assert person.evidence is not None
    assert person.evidence.confidence is not None


def test_a_cut_name_is_less_likely_than_a_whole_one() -> None:
    whole = "Aalto University and Nokia Ltd. signed a memorandum of understanding on 3 May 2019."
    [good] = extract(Document("a", whole)).agreements
    odd = "Aalto University and Banking signed a memorandum of understanding. Banking is fun, and"
    odd += " banking is old. The two met in Espoo and signed it with Finance."
    found = extract(Document("b", odd)).agreements
    partners = [p.evidence for record in found for p in record.partners if p.evidence]
    at = good.partners[0].evidence
    assert at is not None
    assert all((p.confidence or 0) < (at.confidence or 0) for p in partners)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_sort_of_slot_has_weights(language: str) -> None:
    assert set(fitted()[language]) == set(CLUES)


def test_a_clue_moves_the_probability_by_its_weight() -> None:
    weights = {"": 0.0, "for": 2.0, "against": -2.0}
    assert probability({}, weights) == 0.5
    assert probability({"for": 1.0}, weights) > 0.85
    assert probability({"against": 1.0, "unknown": 1.0}, weights) < 0.15
