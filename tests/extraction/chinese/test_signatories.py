import pytest

from agreements.extraction import Document, extract

_LEAD = "2020年5月8日，云山大学与星河集团公司举行签约仪式。"


@pytest.mark.parametrize(
    ("sentence", "signed"),
    [
        (
            "协议签署由副校长李明和星河集团副总裁王芳完成。",
            [("李明", "云山大学"), ("王芳", "星河集团")],
        ),
        ("副校长李明替学校同星河集团签了合作协议。", [("李明", "云山大学")]),
        ("副校长李明代学校在协议上签字。", [("李明", "云山大学")]),
        (
            "在协议上签字的，学校一方是副校长李明，企业一方是总裁王芳。",
            [("李明", "云山大学"), ("王芳", "星河集团公司")],
        ),
        (
            "代表两方落笔的是副校长李明与星河集团总裁王芳。",
            [("李明", "云山大学"), ("王芳", "星河集团")],
        ),
        (
            "在协议书上签名的，校方是副校长李明，企业方是星河集团副总裁王芳。",
            [("李明", "云山大学"), ("王芳", "星河集团")],
        ),
        (
            "副校长李明代表学校签署《校企合作协议》，星河集团由副总裁王芳签字。",
            [("李明", "云山大学"), ("王芳", "星河集团公司")],
        ),
        (
            "副校长李明和星河集团副总裁王芳分别代表双方签署战略合作协议。",
            [("李明", "云山大学"), ("王芳", "星河集团")],
        ),
        (
            "李明副校长代表学校、王芳副总裁代表公司在协议上签字。",
            [("李明", "云山大学"), ("王芳", "星河集团公司")],
        ),
        (
            "在校长张伟、董事长刘洋的共同见证下，副校长李明与副总裁王芳签署合作协议。",
            [("李明", "云山大学"), ("王芳", "星河集团公司")],
        ),
        (
            "协议由云山大学副校长李明与星河集团副总裁王芳共同签署。",
            [("李明", "云山大学"), ("王芳", "星河集团")],
        ),
        (
            "副校长李明出席仪式并代表学校签署合作协议。",
            [("李明", "云山大学")],
        ),
        (
            "副校长李明教授与星河集团副总裁王芳于签约仪式上签署协议。",
            [("李明", "云山大学"), ("王芳", "星河集团")],
        ),
        (
            "双方签署协议。副校长李明、副总裁王芳为双方代表签约。",
            [("李明", "云山大学"), ("王芳", "星河集团公司")],
        ),
        (
            "副校长李明与副总裁王芳，分别代表云山大学与星河集团签署合作协议。",
            [("李明", "云山大学"), ("王芳", "星河集团")],
        ),
        (
            "副校长李明和副总裁王芳分别代表学校与公司签署合作协议。",
            [("李明", "云山大学"), ("王芳", "星河集团公司")],
        ),
        (
            "星河集团副总裁王芳与我校药学院李明教授作为双方代表签署合作协议。",
            [("王芳", "星河集团"), ("李明", "云山大学")],
        ),
        (
            "代表双方签约的是星河集团副总裁王芳和副校长李明。",
            [("王芳", "星河集团"), ("李明", "云山大学")],
        ),
        (
            "星河集团总裁王芳致辞。甲方代表李明、乙方代表王芳共同签署了合作协议。",
            [("李明", "云山大学"), ("王芳", "星河集团")],
        ),
        ("双方签署合作协议。出席签约的有副校长李明和副总裁王芳。", []),
        (
            "星河集团党委书记王芳、监事长何涛到会。副校长李明与何涛在合作协议上落款。",
            [("李明", "云山大学"), ("何涛", "星河集团")],
        ),
        (
            "副校长李明先后与总裁王芳、监事长何涛签署合作协议。",
            [("李明", "云山大学"), ("王芳", "星河集团公司"), ("何涛", None)],
        ),
        (
            "李明副校长与星河集团王芳总裁一同签署合作协议。",
            [("李明", "云山大学"), ("王芳", "星河集团公司")],
        ),
        (
            "副校长李明、总裁王芳分别代表校企双方在《云山大学与星河集团公司共建研究院战略合作协议》上签字。",
            [("李明", "云山大学"), ("王芳", "星河集团公司")],
        ),
        (
            "代表星河集团签约的是总裁王芳，代表学校签约的是副校长李明。",
            [("王芳", "星河集团"), ("李明", "云山大学")],
        ),
        (
            "副校长李明与星河集团总裁王芳分别致辞并签署合作协议。",
            [("李明", "云山大学"), ("王芳", "星河集团")],
        ),
        (
            "双方签署合作协议，王芳和李明分别代表星河集团和云山大学签字。",
            [("王芳", "星河集团"), ("李明", "云山大学")],
        ),
        (
            "副校长李明与董事长兼总裁王芳分别代表双方在协议上签字。",
            [("李明", "云山大学"), ("王芳", "星河集团公司")],
        ),
        ("双方签署合作协议。校长张伟在签约仪式上表示欢迎。", []),
        ("校长张伟、董事长刘洋出席仪式，双方签署合作协议。", []),
        ("校长张伟主持签约仪式，双方签署了合作协议。", []),
    ],
)
def test_signatories_are_those_bound_to_the_signing(
    sentence: str, signed: list[tuple[str, str]]
) -> None:
    (record,) = extract(Document("release.txt", f"{_LEAD}{sentence}")).agreements
    assert [(person.name, person.on_behalf_of) for person in record.signatories] == signed


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("校长张伟出席仪式。", "attendee"),
        ("校长张伟致辞。", "speaker"),
        ("校长张伟指出，合作意义重大。", "speaker"),
        ("仪式由校长张伟主持。", "host"),
        ("校长张伟主持签约仪式。", "host"),
        ("校长张伟共同见证签约。", "witness"),
        ("在校长张伟、董事长刘洋的见证下，双方签署合作协议。", "witness"),
    ],
)
def test_others_have_the_part_that_the_text_gives_them(sentence: str, role: str) -> None:
    (record,) = extract(Document("release.txt", f"{_LEAD}双方签署合作协议。{sentence}")).agreements
    assert [p.role.value for p in record.people if p.name == "张伟"] == [role]


def test_a_title_behind_one_name_is_not_the_next_ones_position() -> None:
    text = f"{_LEAD}云山大学校长张伟院士、副校长李明，星河集团副总裁王芳出席。双方签署合作协议。"
    (record,) = extract(Document("release.txt", text)).agreements
    assert [(p.name, p.position) for p in record.people] == [
        ("张伟", "校长"),
        ("李明", "副校长"),
        ("王芳", "副总裁"),
    ]


@pytest.mark.parametrize(
    ("stated", "position"),
    [
        ("星河集团副总裁", "副总裁"),
        ("云山大学文学院院长", "文学院院长"),
        ("教育部科技司司长", "科技司司长"),
        ("中建九局党委书记、董事长", "党委书记、董事长"),
        ("学校党委书记", "党委书记"),
        ("公司副总经理", "副总经理"),
        ("集团党委委员、副总经理", "党委委员、副总经理"),
        ("滨海医疗器械常务副总裁", "常务副总裁"),
        ("科研院横向处处长", "科研院横向处处长"),
        ("机电学院院长", "机电学院院长"),
        ("中国科学院院士", "中国科学院院士"),
        ("云山大学校长、星河集团董事", "云山大学校长、星河集团董事"),
        ("杭州市分行副行长", "杭州市分行副行长"),
    ],
)
def test_a_position_leaves_out_the_body_which_has_a_slot_of_its_own(
    stated: str, position: str
) -> None:
    text = f"{_LEAD}双方签署合作协议。{stated}张伟出席仪式。"
    (record,) = extract(Document("release.txt", text)).agreements
    assert [person.position for person in record.people] == [position]


@pytest.mark.parametrize(
    ("position", "side"),
    [
        ("云山大学文学院院长", "云山大学"),
        ("文学院院长", "云山大学"),
        ("集团公司总工程师", "星河集团公司"),
    ],
)
def test_an_officer_acts_for_the_party_that_the_position_is_part_of(
    position: str, side: str
) -> None:
    text = f"{_LEAD}{position}张伟代表双方签署合作协议。"
    (record,) = extract(Document("release.txt", text)).agreements
    assert [person.on_behalf_of for person in record.signatories] == [side]


def test_what_a_position_leaves_out_is_told_as_whom_somebody_acts_for() -> None:
    text = f"{_LEAD}双方签署合作协议。教育部司长张伟、星河集团副总裁王芳出席仪式。"
    (record,) = extract(Document("release.txt", text)).agreements
    assert [(p.position, p.on_behalf_of) for p in record.people] == [
        ("司长", "教育部"),
        ("副总裁", "星河集团"),
    ]


def test_an_officer_of_a_faculty_is_not_of_the_firm_that_a_list_names_before() -> None:
    text = (
        f"{_LEAD}星河集团董事长王芳，医学院党总支书记张伟出席仪式。张伟和王芳代表双方签署合作协议。"
    )
    (record,) = extract(Document("release.txt", text)).agreements
    assert [(p.name, p.on_behalf_of) for p in record.signatories] == [
        ("张伟", "云山大学"),
        ("王芳", "星河集团"),
    ]
