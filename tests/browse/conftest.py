"""A small catalogue in which values of every facet overlap."""

import pytest

from agreements.models import Agreement
from tests import factories


@pytest.fixture
def catalogue(db: None) -> None:
    """Six published agreements, and a draft that has a value of its own on every axis."""
    factories.area("research", label_zh="研究合作")
    parent = factories.area("research")
    factories.area("joint-rd", parent=parent)
    factories.area("joint-laboratory", parent=factories.area("joint-rd"))
    factories.area("shared-resources")
    factories.area("smart-campus", parent=factories.area("shared-resources"), label_zh="智慧校园")
    factories.area("artificial-intelligence", axis="field")
    factories.area("law", axis="field")
    zhejiang = factories.institution("Zhejiang University", country="CN")
    factories.alias(zhejiang, "浙江大学", kind="native", language="zh")
    factories.alias(zhejiang, "ZJU", kind="acronym")
    factories.institution("Technische Universität München", country="DE")
    factories.institution("Nanyang Technological University", country="SG")
    huawei = factories.organisation("Huawei Technologies Co., Ltd.", country="CN")
    factories.alias(huawei, "华为技术有限公司", kind="native", language="zh")
    factories.organisation("Siemens AG", country="DE")
    factories.organisation("Ministry of Silly Walks", type="government", country="GB")
    _agreements()


def _agreements() -> None:
    def add(title: str, institution: str, *partners: str, **fields: object) -> Agreement:
        return factories.agreement(
            title,
            institutions=[institution],
            partners=partners,
            **fields,  # type: ignore[arg-type]
        )

    zhejiang, munich = "Zhejiang University", "Technische Universität München"
    nanyang, huawei = "Nanyang Technological University", "Huawei Technologies Co., Ltd."
    memorandum, framework = "memorandum_of_understanding", "framework_agreement"
    add("Campus", zhejiang, huawei, signed_on="2017", kind=framework, areas=["smart-campus"])
    add(
        "Laboratory",
        zhejiang,
        huawei,
        signed_on="2018-10-22",
        kind=memorandum,
        areas=["joint-laboratory", "artificial-intelligence"],
    )
    add(
        "Research",
        munich,
        huawei,
        "Siemens AG",
        signed_on="2018-03",
        kind=memorandum,
        areas=["joint-rd", "smart-campus"],
    )
    add("Intelligence", munich, "Siemens AG", signed_on="2021", areas=["artificial-intelligence"])
    add("Everything", nanyang, "Siemens AG", kind=framework, areas=["research"])
    add("Nothing", nanyang, huawei, signed_on="2021-01-01", lifecycle="expired")
    add(
        "Secret",
        "University of Nowhere",
        "Ministry of Silly Walks",
        signed_on="1999",
        kind="licence",
        areas=["law"],
        status="draft",
    )
