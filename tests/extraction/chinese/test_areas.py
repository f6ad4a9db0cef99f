import pytest

from agreements.extraction.chinese.areas.areas import areas
from agreements.extraction.chinese.areas.codes import codes_of
from agreements.extraction.chinese.places import place
from tests.extraction.chinese.reading import reading, whole


@pytest.mark.parametrize(
    ("sentence", "phrases"),
    [
        (
            "双方将在人才培养、科学研究、智慧校园建设等方面开展合作。",
            ["人才培养", "科学研究", "智慧校园建设"],
        ),
        (
            "根据协议，双方将围绕人才培养、技术攻关和成果转化开展合作。",
            ["人才培养", "技术攻关", "成果转化"],
        ),
        (
            "双方将在人才培养与交流、联合研究与创新等领域合作。",
            ["人才培养与交流", "联合研究与创新"],
        ),
        ("协议内容涵盖人工智能、大数据以及云计算等。", ["人工智能", "大数据", "云计算"]),
        ("双方将共建联合实验室和实习基地。", ["联合实验室", "实习基地"]),
        ("校企双方就产教融合、协同育人达成共识。", ["产教融合", "协同育人"]),
        ("双方将深化科研合作。", ["科研"]),
        ("双方表示，将在人才培养方面加强合作。根据协议，双方将共建联合实验室。", ["联合实验室"]),
        ("近年来，双方在人才培养等方面开展合作。", []),
        ("此前已有科研往来，双方将在节能技术、绿色建材等领域合作。", ["节能技术", "绿色建材"]),
        (
            "双方将在新能源领域技术攻关、高端人才培养等方面合作。",
            ["新能源领域技术攻关", "高端人才培养"],
        ),
        ("双方就课程改革、学生实习等方面进行了深入交流。", []),
        ("双方就课程改革、学生实习等方面进行交流并达成共识。", ["课程改革", "学生实习"]),
        ("双方将开展全方位、多层次、宽领域的合作。", []),
        ("双方将推动紧贴产业发展的实习计划及行业推广。", ["实习计划", "行业推广"]),
        ("双方签署关于师资培训和学生竞赛的合作备忘录。", ["师资培训", "学生竞赛"]),
        ("双方深化在矿业及地质学上的交流与合作。", ["矿业及地质学"]),
        ("资金用于基础设施建设、重点课题研究等多层级的合作。", ["基础设施建设", "重点课题研究"]),
        ("双方聚焦人才培养、成果转化等重要任务。", ["人才培养", "成果转化"]),
        ("双方启动绿色矿山产学共创计划。", ["绿色矿山产学共创计划"]),
        ("双方签署协议，见证嘉宾包括校长王芳、院长李明等。", []),
        ("合作范围广泛，包括电动汽车、生物医药等。", ["电动汽车", "生物医药"]),
        ("双方将与甲公司、乙公司等企业共建星河公司。", []),
        (
            "双方以绿色建材、节能技术和智能建造为主攻方向共建中心。",
            ["绿色建材", "节能技术", "智能建造"],
        ),
        ("合作的主要维度为绿色建材、节能技术。", ["绿色建材", "节能技术"]),
        ("双方将聚焦绿色建材、节能技术两个课题。", ["绿色建材", "节能技术"]),
        ("双方在绿色建材、节能技术上全面合作。", ["绿色建材", "节能技术"]),
        ("双方在绿色建材、节能技术上共用资源。", ["绿色建材", "节能技术"]),
        ("协议把绿色建材、节能技术列为两大主题。", ["绿色建材", "节能技术"]),
        (
            "双方合作办好三件事：绿色建材、节能技术、智能建造。",
            ["绿色建材", "节能技术", "智能建造"],
        ),
        ("联合实验室主攻绿色建材和节能技术。", ["绿色建材", "节能技术"]),
        ("合作内容还有绿色建材、节能技术。", ["绿色建材", "节能技术"]),
    ],
)
def test_lists_of_cooperation_are_split_into_phrases(sentence: str, phrases: list[str]) -> None:
    found = areas(reading(sentence + "协议长期有效，双方共同遵守。").told())
    assert [area.phrase.quotation for area in found] == phrases


@pytest.mark.parametrize(
    ("sentence", "phrases"),
    [
        ("云山大学与星河集团举行校企合作签约暨智能建造基地授牌仪式。", ["智能建造基地"]),
        ("云山大学与星河集团签署“青年工程师”联合培养战略合作协议。", ["“青年工程师”联合培养"]),
        ("云山大学与星河集团举行共建智能矿山实验室签约仪式。", ["智能矿山实验室"]),
        ("云山大学与星河集团举行战略合作协议签约仪式。", []),
        ("双方签署全面战略合作框架协议。", []),
    ],
)
def test_a_paper_or_ceremony_may_be_named_for_an_area(sentence: str, phrases: list[str]) -> None:
    told = reading(sentence).told()
    assert [area.phrase.quotation for area in areas(told, told)] == phrases


@pytest.mark.parametrize(
    ("phrase", "codes"),
    [
        ("智慧校园建设", ("smart-campus",)),
        ("人才培养与交流", ("talent-cultivation",)),
        ("人工智能和5G网络", ("artificial-intelligence", "mobile-networks-5g")),
        ("大數據分析", ("big-data",)),
        ("校园马拉松", ()),
    ],
)
def test_phrases_map_to_the_terms_of_the_vocabulary(phrase: str, codes: tuple[str, ...]) -> None:
    assert codes_of(phrase) == codes


@pytest.mark.parametrize(
    ("sentence", "where"),
    [
        ("签约仪式在行政楼626会议室举行。", "行政楼626会议室"),
        ("10月22日，双方在深圳签署协议。", "深圳"),
        ("双方于10月22日在阿里巴巴西溪园区正式签约。", "阿里巴巴西溪园区"),
        ("双方在人才培养方面签署协议。", None),
        ("双方在机电楼209会议室与星河集团举行签约仪式。", "机电楼209会议室"),
        ("校长在备忘录签署仪式上致辞。", None),
        ("在双方领导的见证下，协议正式签署。", None),
        ("签约仪式在学校举行。", None),
        ("签约仪式于槟城举行。", "槟城"),
        ("公司关于合作签署协议。", None),
        ("5月8日上午，行政楼一楼会议室里，双方签署协议。", "行政楼一楼会议室"),
        ("5月8日，云山楼内，双方签署协议。", "云山楼"),
        ("校长于志明与总裁王芳签署协议。", None),
        ("双方在这里签署协议。", None),
    ],
)
def test_the_place_is_where_the_signing_was_held(sentence: str, where: str | None) -> None:
    found = place([whole(sentence)], [])
    assert (found.quotation if found else None) == where
