"""A language model as extractor: what a good one answers, and what a bad one cannot do."""

import json
from typing import Any

import pytest

from agreements.dates import PartialDate
from agreements.extraction import Document, Extraction, Span
from agreements.extraction.language_model import LanguageModel
from agreements.records import AgreementRecord, Evidence
from tests.extraction.language_model.answers import (
    FIELDS,
    SIGNING,
    answered,
    good_answer,
    party,
    stated,
)
from tests.extraction.language_model.protocol import SpeakingServer, completion


def _reasons(extraction: Extraction) -> str:
    return "\n".join(rejection.why for rejection in extraction.rejected)


def _said(document: Document, evidence: Evidence | None) -> str:
    assert evidence
    return Span(evidence.start, evidence.end, document).words


def test_a_good_answer_becomes_a_record_whose_every_slot_is_quoted(
    server: SpeakingServer, model: LanguageModel, document: Document
) -> None:
    server.responses = [answered(good_answer())]
    extraction = model.extract(document)
    assert extraction.rejected == ()
    [record] = extraction.agreements
    assert (record.kind, record.signed_on) == ("strategic_cooperation_agreement", "2018-10-22")
    assert record.title == document.title
    assert record.place == "Room 626 of the university's Administration Building"
    [institution], [partner] = record.institutions, record.partners
    assert _said(document, institution.evidence) == institution.name
    assert _said(document, partner.evidence) == partner.name == "Huawei Technologies Co., Ltd."
    [signatory] = record.signatories
    assert (signatory.name, signatory.position) == ("Han Jiecai", "Vice President")
    assert _said(document, signatory.evidence) == "Han Jiecai, Vice President"
    assert [person.name for person in record.people] == ["Zhou Yu"]
    assert [person.name for person in extraction.people] == ["Han Jiecai", "Zhou Yu"]
    for area in record.areas:
        assert _said(document, area.evidence) == area.phrase
    assert _said(document, record.evidence["signed_on"]) == "on October 22, 2018"
    assert record.announced_on == "2018-11-05" == str(extraction.published)


def test_the_model_is_asked_by_the_protocol_with_the_document_as_data(
    server: SpeakingServer, model: LanguageModel, document: Document
) -> None:
    server.responses = [answered(good_answer())]
    model.extract(document)
    [request] = server.requests
    assert request.path == "/v1/chat/completions"
    assert request.authorization == "Bearer secret"
    assert (request.body["model"], request.body["temperature"]) == ("test-model", 0)
    system, user = request.body["messages"]
    assert (system["role"], user["role"]) == ("system", "user")
    assert document.text in user["content"]
    assert document.text not in system["content"]
    assert request.body["response_format"]["json_schema"]["strict"] is True


def test_the_schema_asks_for_slots_of_the_record_and_no_others(
    server: SpeakingServer, model: LanguageModel, document: Document
) -> None:
    server.responses = [answered(good_answer())]
    model.extract(document)
    schema = server.requests[0].body["response_format"]["json_schema"]["schema"]
    asked = set(schema["$defs"]["Agreement"]["properties"]) - {"signing"}
    assert asked < set(AgreementRecord.model_fields)
    for part in [schema, *schema["$defs"].values()]:
        if part["type"] == "object":  # what servers with strict schemas ask for
            assert part["additionalProperties"] is False
            assert set(part["required"]) == set(part["properties"])
            assert not [
                slot for slot in part["properties"].values() if {"$ref", "description"} <= set(slot)
            ]
    assert not {"status", "publish", "published", "editorial_status"} & asked


@pytest.mark.parametrize("fence", ["```json\n{}\n```", "```\n{}\n```", "\n  {}\n"])
def test_an_answer_in_a_markdown_fence_is_read(
    fence: str, server: SpeakingServer, model: LanguageModel, document: Document
) -> None:
    server.responses = [completion(fence.replace("{}", json.dumps(good_answer())))]
    assert len(model.extract(document).agreements) == 1


def test_quotations_may_differ_in_space_case_and_marks(
    server: SpeakingServer, model: LanguageModel, document: Document
) -> None:
    answer = good_answer()
    agreement = answer["agreements"][0]
    agreement["place"] = stated(
        "room 626 of the university’s\nadministration building",
        "in  Room 626 of the university’s Administration\u00a0Building",
    )
    server.responses = [answered(answer)]
    [record] = model.extract(document).agreements
    assert record.place == "Room 626 of the university's Administration Building"


def _hallucinated_quotation(agreement: dict[str, Any]) -> None:
    agreement["partners"].append(party("Huawei", "company", "Huawei paid for all of it"))


def _fabricated_party(agreement: dict[str, Any]) -> None:
    agreement["partners"].append(party("Example Holdings", "company"))


def _part_of_a_word(agreement: dict[str, Any]) -> None:
    agreement["partners"].append(party("Tech", "company"))


def _nothing_at_all(agreement: dict[str, Any]) -> None:
    agreement["partners"].append(party(" — ", "company", ""))


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (_hallucinated_quotation, "“Huawei”: its quotation does not stand in the text"),
        (_fabricated_party, "“Example Holdings”: these words do not stand in its quotation"),
        (_part_of_a_word, "“Tech”: these words do not stand in its quotation"),
        (_nothing_at_all, "“—”: its quotation does not stand in the text"),
    ],
)
def test_a_party_that_the_text_does_not_name_is_set_aside(
    spoil: Any, why: str, server: SpeakingServer, model: LanguageModel, document: Document
) -> None:
    answer = good_answer()
    spoil(answer["agreements"][0])
    server.responses = [answered(answer)]
    extraction = model.extract(document)
    [record] = extraction.agreements
    assert [partner.name for partner in record.partners] == ["Huawei Technologies Co., Ltd."]
    assert _reasons(extraction) == f"unsupported partner {why}"


@pytest.mark.parametrize(
    ("slot", "given", "why"),
    [
        ("signed_on", stated("2018-10-23", "on October 22, 2018"), "does not tell this date"),
        ("signed_on", stated("2018-10-22", "on 22 October 2018"), "does not stand in the text"),
        ("signed_on", stated("22.10.2018", "on October 22, 2018"), "this is not a date"),
        ("effective_from", stated("2019", SIGNING), "does not tell this date"),
        ("place", stated("Harbin", "The ceremony took place in Room 626"), "do not stand"),
        ("kind", stated("licence", "a licence agreement"), "does not stand in the text"),
    ],
)
def test_a_slot_that_its_quotation_does_not_support_stays_empty(
    slot: str,
    given: dict[str, str],
    why: str,
    server: SpeakingServer,
    model: LanguageModel,
    document: Document,
) -> None:
    answer = good_answer()
    answer["agreements"][0][slot] = given
    server.responses = [answered(answer)]
    extraction = model.extract(document)
    [record] = extraction.agreements
    assert slot not in record.evidence
    assert getattr(record, slot) in {None, "other"}
    assert why in _reasons(extraction)


@pytest.mark.parametrize(
    ("text", "published", "value", "supported"),
    [
        ("They signed it on 22 October 2018.", None, "2018-10-22", True),
        ("They signed it on 22 October 2018.", None, "2018-10", True),
        ("They signed it on 22 October.", "2018-11-05", "2018-10-22", True),
        ("They signed it on 22 October.", None, "2018-10-22", False),
        ("They signed it on Monday.", "2018-11-07", "2018-11-05", True),
        ("They signed it on Monday.", "2018-11-07", "2018-11-06", False),
        ("Sie unterzeichneten am 22.10.2018.", None, "2018-10-22", True),
        ("双方于2018年10月22日签署协议。", None, "2018-10-22", True),
        ("双方于10月22日签署协议。", "2018-11-05", "2018-10-22", True),
        ("They signed it in 2018.", None, "2018", True),
        ("They signed it on 22 October 2018.", "2018-10-01", "2018-10-22", False),
    ],
)
def test_a_date_must_follow_from_its_quotation_and_the_day_of_publication(
    text: str,
    published: str | None,
    value: str,
    supported: bool,
    server: SpeakingServer,
    model: LanguageModel,
    document: Document,
) -> None:
    answer = good_answer()
    answer["agreements"][0]["signed_on"] = stated(value, text)
    day = PartialDate.parse(published) if published else None
    told = Document("told.txt", f"{document.text}\n\n{text}", published_on=day)
    server.responses = [answered(answer)]
    [record] = model.extract(told).agreements
    assert record.signed_on == (value if supported else None)


def test_of_several_places_the_one_nearest_to_the_signing_is_the_evidence(
    server: SpeakingServer, model: LanguageModel, document: Document
) -> None:
    answer = good_answer()
    name = "Huawei Technologies Co., Ltd."
    answer["agreements"][0]["partners"] = [party(name, "company", name)]
    twice = Document("twice.txt", f"{name} has news.\n\n{'Much else. ' * 40}\n\n{document.text}")
    server.responses = [answered(answer)]
    [record] = model.extract(twice).agreements
    assert record.partners[0].evidence
    assert record.partners[0].evidence.start > 400


def test_headline_and_day_of_publication_are_taken_from_a_text_that_states_them(
    server: SpeakingServer, model: LanguageModel, document: Document
) -> None:
    headline = "Strategic cooperation agreement signed"
    bare = Document("bare.txt", f"{headline}\n5 November 2018\n\n{document.text}")
    told = {
        "headline": stated(headline, headline),
        "published_on": stated("2018-11-05", "5 November 2018"),
    }
    server.responses = [answered({**good_answer(), **told})]
    extraction = model.extract(bare)
    [record] = extraction.agreements
    assert str(extraction.published) == record.sources[0].published_on == "2018-11-05"
    assert _said(bare, record.evidence["title"]) == record.title == headline


def test_a_document_that_cannot_be_a_source_is_rejected(
    server: SpeakingServer, model: LanguageModel, document: Document
) -> None:
    server.responses = [answered(good_answer())]
    extraction = model.extract(Document("nul.txt", document.text + "\0"))
    assert extraction.agreements == ()
    assert "it cannot be a source" in _reasons(extraction)


def test_a_person_may_act_for_a_party_that_another_sentence_names(
    server: SpeakingServer, model: LanguageModel, document: Document
) -> None:
    answer = good_answer()
    [signatory] = answer["agreements"][0]["signatories"]
    signatory["on_behalf_of"] = "the Harbin Institute of Technology"
    answer["people"][0]["on_behalf_of"] = "Example Holdings"
    server.responses = [answered(answer)]
    extraction = model.extract(document)
    [record] = extraction.agreements
    assert record.signatories[0].on_behalf_of == "Harbin Institute of Technology"
    assert record.people[0].on_behalf_of is None
    assert "unsupported on_behalf_of “Example Holdings”" in _reasons(extraction)


def test_an_agreement_without_a_partner_in_the_text_is_rejected(
    server: SpeakingServer, model: LanguageModel, document: Document
) -> None:
    answer = good_answer()
    answer["agreements"][0]["partners"] = [party("Example Holdings", "company")]
    server.responses = [answered(answer)]
    extraction = model.extract(document)
    assert extraction.agreements == ()
    assert "no partner that stands in the text is among its parties" in _reasons(extraction)


def test_what_the_model_sets_aside_comes_with_its_sentence(
    server: SpeakingServer, model: LanguageModel, document: Document
) -> None:
    aside = [{"why": "intended", "quote": FIELDS}, {"why": "earlier", "quote": "not in the text"}]
    server.responses = [answered({**good_answer(), "agreements": [], "set_aside": aside})]
    first, second = model.extract(document).rejected
    assert first.why == "the signing is intended, possible or denied, not done"
    assert _said(document, first.evidence) == FIELDS
    assert second.why.startswith("unsupported set_aside")


def test_a_document_without_an_agreement_is_rejected_as_such(
    server: SpeakingServer, model: LanguageModel, document: Document
) -> None:
    server.responses = [answered({**good_answer(), "agreements": []})]
    extraction = model.extract(document)
    assert extraction.agreements == ()
    assert _reasons(extraction) == "no signing of an agreement is told"


def test_the_same_agreement_told_twice_is_one_record(
    server: SpeakingServer, model: LanguageModel, document: Document
) -> None:
    answer = good_answer()
    answer["agreements"] *= 2
    server.responses = [answered(answer)]
    assert len(model.extract(document).agreements) == 1
