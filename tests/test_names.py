"""Names that readers take for one have one normal form, and no others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreements.names import normalise_organisation, normalise_person, slugify_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Huawei Technologies Co., Ltd.", "HUAWEI Technologies"),
        ("Huawei Technologies Co. Ltd.", "Huawei Technologies Co"),
        ("Huawei Technologies (Malaysia) Sdn Bhd", "Huawei Technologies (Malaysia) Sdn. Bhd."),
        ("The University of Hong Kong", "University of Hong Kong"),
        ("Universität Paderborn", "Universitat Paderborn"),
        ("École polytechnique", "ECOLE POLYTECHNIQUE"),
        ("Power & Project Controls Ltd.", "Power and Project Controls"),
        ("华为技术有限公司", "华为技术"),
        ("Harbin Institute of Technology (HIT)", "Harbin Institute of Technology"),
        ("Siemens A.G.", "Siemens AG"),
        ("ＺＴＥ Corporation", "ZTE"),
    ],
)
def test_spellings_of_one_organisation_agree(one: str, other: str) -> None:
    assert normalise_organisation(one) == normalise_organisation(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Huawei Technologies", "Huawei Pakistan"),
        ("Huawei Technologies Co., Ltd.", "Huawei Technologies (Malaysia) Sdn Bhd"),
        ("Aerospace Corporation", "Eureka Aerospace Corporation"),
        ("Zhejiang University", "Zhejiang University of Technology"),
        ("华为技术有限公司", "中兴通讯股份有限公司"),
    ],
)
def test_different_organisations_stay_apart(one: str, other: str) -> None:
    assert normalise_organisation(one) != normalise_organisation(other)


@pytest.mark.parametrize(
    ("stated", "normal"),
    [
        ("Prof. Dr. Ahmed Yousif Al-Draiweesh", "ahmed yousif al draiweesh"),
        ("Datuk Seri Ir. Zaini Ujang", "zaini ujang"),
        ("H.E. Jörg Müller", "jorg muller"),
        ("周玉", "周玉"),
    ],
)
def test_honorifics_are_no_part_of_a_person(stated: str, normal: str) -> None:
    assert normalise_person(stated) == normal


@pytest.mark.parametrize("name", ["Co., Ltd.", "AG", "The", "Company"])
def test_a_name_of_nothing_but_a_legal_form_keeps_it(name: str) -> None:
    assert normalise_organisation(name)


@given(st.text(max_size=60))
def test_the_normal_form_is_stable_and_fit_for_an_address(name: str) -> None:
    normal = normalise_organisation(name)
    assert normal == normal.strip()
    assert "/" not in slugify_name(name)
    assert len(slugify_name(name)) <= 80
