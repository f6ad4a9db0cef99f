"""The record format refuses what nobody could mean, and identifies what stays the same."""

from typing import Any

import pytest
from pydantic import ValidationError

from agreements.records import AgreementRecord

TEXT = "Zhejiang University signed an agreement with Alibaba."


def _record(**changes: Any) -> AgreementRecord:
    data: dict[str, Any] = {
        "title": "Zhejiang University and Alibaba",
        "kind": "framework_agreement",
        "signed_on": "2020-03-27",
        "institutions": [{"name": "Zhejiang University"}],
        "partners": [{"name": "Alibaba Group"}],
        "sources": [{"url": "https://www.zju.edu.cn/news", "text": TEXT}],
    }
    return AgreementRecord.model_validate(data | changes)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"institutions": []}, "at least 1 item"),
        ({"sources": []}, "at least 1 item"),
        ({"sources": [{"title": "no address"}]}, "needs a url, a text, or both"),
        ({"sources": [{"url": "ftp://x"}]}, "URL scheme"),
        ({"signed_on": "27/03/2020"}, "write 2018, 2018-10 or 2018-10-22"),
        ({"signed_on": "2020-02-30"}, "not in the calendar"),
        ({"kind": "treaty"}, "Input should be"),
        ({"colour": "red"}, "Extra inputs"),
        ({"effective_from": "2021", "expires_on": "2020-12"}, "lies before"),
        ({"institutions": [{"name": "X", "type": "company"}]}, "is a partner"),
        ({"partners": [{"name": "X", "lei": "5493001KJTIIGC8Y1R13"}]}, "not a LEI"),
        ({"partners": [{"name": "X", "country": "China"}]}, "pattern"),
        ({"evidence": {"kind": {"source": 1, "start": 0, "end": 3}}}, "not there"),
        ({"evidence": {"kind": {"start": 0, "end": len(TEXT) + 1}}}, "beyond its source"),
        ({"evidence": {"kind": {"start": 3, "end": 3}}}, "ends after it starts"),
    ],
)
def test_a_record_that_makes_no_sense_is_refused(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        _record(**changes)


def test_json_reads_back_as_the_same_record() -> None:
    record = _record(
        signatories=[{"name": "Wu Zhaohui", "evidence": {"start": 0, "end": 8}}],
        evidence={"kind": {"start": 27, "end": 39}},
    )
    again = AgreementRecord.model_validate_json(record.model_dump_json())
    assert again == record
    assert again.digest() == record.digest()


def test_who_signs_is_a_signatory_whatever_the_role_says() -> None:
    record = _record(signatories=[{"name": "Wu Zhaohui", "role": "witness"}])
    assert record.signatories[0].role == "signatory"


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Another headline"},
        {"partners": [{"name": "ALIBABA Group"}]},
        {"sources": [{"url": "https://elsewhere.example/"}]},
    ],
)
def test_the_derived_key_outlives_spelling_and_source(changes: dict[str, Any]) -> None:
    assert _record(**changes).stable_key() == _record().stable_key()


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "licence"},
        {"signed_on": "2021-03-27"},
        {"partners": [{"name": "Tencent"}]},
        {"institutions": [{"name": "Zhejiang University", "unit": "School of Medicine"}]},
    ],
)
def test_the_derived_key_tells_agreements_apart(changes: dict[str, Any]) -> None:
    assert _record(**changes).stable_key() != _record().stable_key()


def test_the_providers_key_is_kept() -> None:
    assert _record(key="zju:17").stable_key() == "zju:17"
