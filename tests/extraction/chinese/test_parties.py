"""Who agrees with whom in a Chinese telling, and what a page without a second side gives."""

import pytest

from agreements.extraction import Document, extract


@pytest.mark.parametrize(
    ("text", "institutions", "partners"),
    [
        (
            "云山大学与星河制药战略合作签约仪式在校举行，双方签署战略合作协议。",
            ["云山大学"],
            ["星河制药"],
        ),
        ("星河重工与云山大学签署校企合作协议。", ["云山大学"], ["星河重工"]),
        (
            "云山大学与甲光、乙电及丙能三家公司签署产学合作合约。",
            ["云山大学"],
            ["甲光", "乙电", "丙能"],
        ),
        ("5日，云山大学与滨海工业总会签署合作备忘录。", ["云山大学"], ["滨海工业总会"]),
        (
            "云山大学副校长李明致辞。学校与星河集团有限公司签署合作协议。",
            ["云山大学"],
            ["星河集团有限公司"],
        ),
        (
            "云山大学与滨海星河矿业(集团)有限公司(以下简称星河集团)签署协议，星河集团捐赠设备。",
            ["云山大学"],
            ["滨海星河矿业(集团)有限公司"],
        ),
        (
            "滨海市云山区管委会李明主任出席。云山大学与星河集团签署合作协议。",
            ["云山大学"],
            ["星河集团"],
        ),
        (
            "本报讯(记者李明)云山大学与星河银行滨海分行签署协议。",
            ["云山大学"],
            ["星河银行滨海分行"],
        ),
        (
            "副校长李明与董事长王芳签署协议。云山大学滨海研究院落成，云山大学与星河集团将共建课程。",
            ["云山大学"],
            ["星河集团"],
        ),
        (
            "滨海星河矿山机械有限公司与云山大学签订协议。星河公司捐赠设备。",
            ["云山大学"],
            ["滨海星河矿山机械有限公司"],
        ),
        (
            "云山大学与星河集团有限公司签署协议，星河集团滨海石油设备有限公司随行。",
            ["云山大学"],
            ["星河集团有限公司"],
        ),
        (
            "星河医疗(01234.HK)与滨海医学中心管理委员会、云山大学签署战略合作协议。",
            ["云山大学"],
            ["滨海医学中心管理委员会", "星河医疗"],
        ),
        (
            "云山大学董事会李明、我校艺术学院负责人和王芳代表双方签署协议，星河集团捐款。",
            ["云山大学"],
            ["星河集团"],
        ),
        (
            "云山大学设立奖学金。副校长兼云山大学教育基金会副理事长李明、星河集团董事长王芳出席签约仪式。李明和王芳签署协议。",
            ["云山大学"],
            ["星河集团"],
        ),
        (
            "星河集团控股子公司月亮生物有限公司与云山大学签订合作框架协议。",
            ["云山大学"],
            ["月亮生物有限公司"],
        ),
    ],
)
def test_the_sides_are_those_who_sign(
    text: str, institutions: list[str], partners: list[str]
) -> None:
    (record,) = extract(Document("release.txt", text)).agreements
    assert [party.name for party in record.institutions] == institutions
    assert [party.name for party in record.partners] == partners


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "滨海市人民政府与星河集团举行签约仪式，签署框架协议。滨海市拥有云山大学等名校。",
            "no university",
        ),
        (
            "云山大学成立高校联盟，与月亮大学、河东大学签署合作意向书，推动企业发展。",
            "no company",
        ),
        ("星河集团来我校签约。我院与星河集团签署合作协议，并捐赠给机械工程学院。", "no university"),
        (
            "云山大学首次和外国大学签署谅解备忘录，今后还将与星河集团联系。",
            "no company",
        ),
        ("滨海市政府与云山大学签署战略合作协议。", "only partner is a government body"),
    ],
)
def test_a_signing_without_two_sides_is_set_aside_with_the_reason(text: str, why: str) -> None:
    found = extract(Document("release.txt", text))
    assert found.agreements == ()
    assert why in found.rejected[-1].why
