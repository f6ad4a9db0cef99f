"""Whole Chinese press releases, against records made by hand and their English counterparts."""

import json
from pathlib import Path
from typing import Any

import pytest

from agreements.extraction import Document, Extraction, extract, load
from agreements.extraction.english.areas.codes import codes_of
from agreements.names import normalise_organisation
from agreements.records import AgreementRecord, OrganisationRecord

DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.txt"))
ENGLISH = {
    "哈尔滨工业大学": "Harbin Institute of Technology",
    "武汉华夏理工学院": "HXIT",
    "浙江大学 工程师学院": "Polytechnic Institute of Zhejiang University",
    "浙江大学": "Zhejiang University",
    "上海理工大学": "University of Shanghai for Science and Technology",
    "北京航空航天大学": "Beihang University",
    "巴库国立大学": "Baku State University",
    "山东理工大学": "SDUT",
    "马来西亚多媒体大学": "Multimedia University",
    "成都大学": "Chengdu University",
    "帕德博恩大学": "Universität Paderborn",
    "法赫德国王石油与矿产大学": "King Fahd University of Petroleum and Minerals",
    "巴黎綜合理工學院": "École polytechnique",
    "哈马德·本·哈利法大学": "Hamad Bin Khalifa University",
    "华为技术有限公司": "Huawei Technologies",
    "华为": "Huawei",
    "浙江省经济和信息化委员会": "Zhejiang Economy and Information Technology Commission",
    "阿里巴巴集团": "Alibaba",
    "山东新华医疗器械股份有限公司": "SHINVA",
    "中兴通讯股份有限公司": "ZTE Corporation",
    "大陆希望集团": "Continental Hope Group",
    "西门子股份公司": "Siemens AG",
    "沙特阿美公司": "Saudi Aramco",
    "泰雷茲集團": "Thales",
    "鲁勇": "Lu Yong",
    "韩杰才": "Han Jiecai",
    "严建华": "Yan Jianhua",
    "张建锋": "Zhang Jianfeng",
    "王立忠": "Wang Lizhong",
}
"""Names in the documents and the first words of those in the English counterparts."""
Case = tuple[Extraction, dict[str, Any], str]


@pytest.fixture(scope="module", params=DOCUMENTS, ids=lambda path: path.stem)
def case(request: pytest.FixtureRequest) -> Case:
    """What was read, what should be, and the text."""
    document = load(request.param)
    wanted = json.loads(request.param.with_suffix(".json").read_text("utf-8"))
    return extract(document), wanted, document.text


def _stated(party: OrganisationRecord) -> str:
    return " ".join(part for part in (party.name, party.unit) if part)


def _areas(record: AgreementRecord) -> dict[str, list[str]]:
    areas: dict[str, list[str]] = {}
    for area in record.areas:
        areas.setdefault(area.phrase, []).extend([area.code] if area.code else [])
    return areas


def _told(record: AgreementRecord) -> dict[str, Any]:
    return {
        "kind": record.kind.value,
        "signed_on": record.signed_on,
        "place": record.place,
        "institutions": [_stated(party) for party in record.institutions],
        "partners": [_stated(party) for party in record.partners],
        "signatories": [[p.name, p.position, p.on_behalf_of] for p in record.signatories],
        "areas": _areas(record),
    }


def test_its_agreements_are_read_slot_by_slot(case: Case) -> None:
    found, wanted, _ = case
    assert [_told(record) for record in found.agreements] == wanted["agreements"]


def test_it_knows_the_day_of_publication(case: Case) -> None:
    found, wanted, _ = case
    assert (str(found.published) if found.published else None) == wanted["published"]


def test_lines_broken_at_a_fixed_width_change_nothing(case: Case) -> None:
    _, wanted, text = case
    narrow = "\n".join(line for long in text.splitlines() for line in _wrapped(long) or [""])
    again = extract(Document("release.txt", narrow))
    assert [_told(record) for record in again.agreements] == wanted["agreements"]
    for record in again.agreements:
        for area in record.areas:
            assert area.evidence is not None
            quotation = narrow[area.evidence.start : area.evidence.end]
            assert quotation.replace("\n", "") == area.phrase


def _wrapped(line: str, width: int = 34) -> list[str]:
    return [line[at : at + width] for at in range(0, len(line), width)]


def test_everybody_named_has_position_and_part(case: Case) -> None:
    found, wanted, _ = case
    signed = {person.name for record in found.agreements for person in record.signatories}
    assert {
        p.name: [p.position, "signatory" if p.name in signed else p.role.value]
        for p in found.people
    } == wanted["people"]


def test_what_announces_no_signing_is_set_aside_with_a_reason(case: Case) -> None:
    found, wanted, _ = case
    if not found.agreements:
        assert [rejection.why for rejection in found.rejected] == wanted["rejected"]


def test_every_slot_stands_in_the_text_at_its_evidence(case: Case) -> None:
    found, _, text = case
    for record in found.agreements:
        for party in (*record.institutions, *record.partners):
            assert party.evidence is not None
            assert text[party.evidence.start : party.evidence.end] == party.name + (
                party.unit or ""
            )
        for person in (*record.signatories, *record.people):
            assert person.evidence is not None
            quotation = text[person.evidence.start : person.evidence.end]
            assert person.name in quotation
            assert (person.position or "") in quotation
        for area in record.areas:
            assert area.evidence is not None
            assert text[area.evidence.start : area.evidence.end] == area.phrase
        assert record.evidence.keys() >= {"kind"}
        if record.place:
            place = record.evidence["place"]
            assert text[place.start : place.end] == record.place
        assert record.sources[0].language == "zh"


@pytest.fixture
def counterpart(case: Case, shared: Path) -> list[tuple[AgreementRecord, dict[str, Any]]]:
    """Each record with the gold record of the English document that tells the same agreement."""
    found, wanted, _ = case
    gold = json.loads((shared / "corpus" / wanted["counterpart"]).read_text("utf-8"))
    assert len(found.agreements) == len(gold["agreements"])
    ours = sorted(found.agreements, key=lambda record: record.kind.value)
    return list(zip(ours, sorted(gold["agreements"], key=lambda a: a["type"]), strict=True))


Counterpart = list[tuple[AgreementRecord, dict[str, Any]]]


def test_kind_and_day_are_those_of_the_english_counterpart(counterpart: Counterpart) -> None:
    for record, english in counterpart:
        assert (record.kind.value, record.signed_on) == (english["type"], english["signed_on"])


def _same(names: list[str], english: list[str]) -> bool:
    ours = sorted(normalise_organisation(ENGLISH[name]) for name in names)
    theirs = sorted(normalise_organisation(name) for name in english)
    return len(ours) == len(theirs) and all(
        theirs_.startswith(ours_) for ours_, theirs_ in zip(ours, theirs, strict=True)
    )


def test_parties_are_those_of_the_english_counterpart(counterpart: Counterpart) -> None:
    for record, english in counterpart:
        assert _same([_stated(p) for p in record.institutions], english["institutions"])
        assert _same([_stated(p) for p in record.partners], english["partners"])


def test_signatories_are_among_those_of_the_english_counterpart(counterpart: Counterpart) -> None:
    for record, english in counterpart:
        names = {ENGLISH[person.name] for person in record.signatories}
        assert names <= {person["name"] for person in english["signatories"]}


def test_areas_map_to_most_codes_of_the_english_counterpart(counterpart: Counterpart) -> None:
    for record, english in counterpart:
        theirs = {code for phrase in english["areas"] for code in codes_of(phrase)}
        ours = {area.code for area in record.areas}
        assert 2 * len(theirs & ours) >= len(theirs)
