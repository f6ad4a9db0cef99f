import pytest

from agreements.extraction.chinese.people.people import people
from tests.extraction.chinese.reading import reading


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("副校长韩杰才出席仪式。", [("韩杰才", "副校长")]),
        ("华为高级副总裁、中国区总裁鲁勇代表公司签字。", [("鲁勇", "华为高级副总裁、中国区总裁")]),
        (
            "校长周玉、学校党委常务副书记熊四皓会见客人。",
            [("周玉", "校长"), ("熊四皓", "学校党委常务副书记")],
        ),
        ("校长周 玉表示欢迎。", [("周玉", "校长")]),
        ("中国科学院院士、浙江大学校长吴朝晖致辞。", [("吴朝晖", "中国科学院院士、浙江大学校长")]),
        ("副校长严建华、罗卫东与客人座谈。", [("严建华", "副校长"), ("罗卫东", "副校长")]),
        ("董事局主席兼首席执行官张勇到场。", [("张勇", "董事局主席兼首席执行官")]),
        ("马来西亚总理安瓦尔·易卜拉欣见证签约。", [("安瓦尔·易卜拉欣", "马来西亚总理")]),
        ("首席执行官Fan Tao与校长会面。", [("Fan Tao", "首席执行官")]),
        ("云山大学管理系李明教授表示欢迎。", [("李明", None)]),
        (
            "集团总经济师綦小明、党委委员、董事会秘书蔚大成出席。",
            [("綦小明", "集团总经济师"), ("蔚大成", "党委委员、董事会秘书")],
        ),
        ("大使馆公使衔参赞李明举行会谈。", [("李明", "大使馆公使衔参赞")]),
        ("王副院长介绍了学院。", []),
        ("校长欧阳明高主持会议。", [("欧阳明高", "校长")]),
        ("浙江省经济和信息化委员会主任李大明讲话。", [("李大明", "浙江省经济和信息化委员会主任")]),
        ("丁晓东校长介绍了学校历史。", [("丁晓东", "校长")]),
        ("徐直军先生感谢学校。", [("徐直军", None)]),
        ("校長韓傑才出席儀式。", [("韩杰才", "校长")]),
        ("校长办公会研究决定，有关负责人方面表示同意。", []),
        ("公司总经理高度评价双方合作。", []),
        ("公司高级副总裁一行来访。", []),
    ],
)
def test_names_come_with_their_positions(
    sentence: str, named: list[tuple[str, str | None]]
) -> None:
    found = people(reading(sentence))
    assert [(p.plain, p.position.quotation if p.position else None) for p in found] == named


def test_a_name_is_known_again_without_its_position() -> None:
    found = people(reading("副校长韩杰才出席。\n韩杰才代表学校签字。"))
    assert [person.plain for person in found] == ["韩杰才", "韩杰才"]
