"""What a model says is as sure as the rules where both say the same, and unknown elsewhere."""

from agreements.extraction import Document, extract
from agreements.extraction.language_model.comparison import compared

DOCUMENT = Document(
    "a",
    "On 3 May 2019, the University of Oslo and Nokia Corporation signed a memorandum of"
    " understanding in Oslo. The partners will cooperate in joint research.",
)


def test_the_same_reading_has_the_rules_confidence() -> None:
    by_rules = extract(DOCUMENT)
    assert compared(by_rules, by_rules) == by_rules


def test_what_the_rules_do_not_say_is_of_unknown_confidence() -> None:
    by_rules = extract(DOCUMENT)
    [record] = by_rules.agreements
    [partner] = record.partners
    other = partner.model_copy(update={"name": "Nokia Bell Labs"})
    said = record.model_copy(update={"partners": (other,), "signed_on": "2019-05"})
    [found] = compared(
        type(by_rules)((said,), by_rules.people, by_rules.published, ()), by_rules
    ).agreements
    assert found.partners[0].evidence is not None
    assert found.partners[0].evidence.confidence is None
    assert found.evidence["signed_on"].confidence is None
    assert found.institutions == record.institutions
    assert found.evidence["kind"] == record.evidence["kind"]
