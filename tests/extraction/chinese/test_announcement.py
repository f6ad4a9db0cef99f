import pytest

from agreements.extraction import Document, extract
from agreements.extraction.chinese.events.announcement import events
from tests.extraction.chinese.reading import reading


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("战略合作协议", "strategic_cooperation_agreement"),
        ("全面战略合作协议", "strategic_cooperation_agreement"),
        ("战略合作框架协议", "framework_agreement"),
        ("合作框架协议", "framework_agreement"),
        ("框架协议", "framework_agreement"),
        ("全面合作协议", "comprehensive_cooperation_agreement"),
        ("校企合作协议", "cooperation_agreement"),
        ("协议书", "cooperation_agreement"),
        ("谅解备忘录", "memorandum_of_understanding"),
        ("战略合作备忘录", "memorandum_of_understanding"),
        ("科研合作了解备忘录", "memorandum_of_understanding"),
        ("共建人工智能联合实验室协议", "joint_laboratory"),
        ("联合实验室合作协议", "joint_laboratory"),
        ("“绿色联合实验室”共建协议", "joint_laboratory"),
        ("产学合作合约", "cooperation_agreement"),
        ("合作意向书", "letter_of_intent"),
        ("产学合作意愿书", "letter_of_intent"),
        ("策略联盟", "strategic_cooperation_agreement"),
        ("系列合作文件", "cooperation_agreement"),
        ("技术开发合同", "research_agreement"),
        ("智能制造研究院共建协议", "cooperation_agreement"),
        ("联合研究协议", "research_agreement"),
        ("专利实施许可协议", "licence"),
        ("戰略合作協議", "strategic_cooperation_agreement"),
    ],
)
def test_the_head_noun_decides_the_kind(words: str, kind: str) -> None:
    (event,) = events(reading(f"甲大学与乙公司签署{words}。"), 2020)
    assert (event.kind.value, event.modality.value) == (kind, "done")


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("双方在北京签署了合作协议。", "done"),
        ("校长共同见证了战略合作协议的签署。", "done"),
        ("双方签约，建立战略合作关系。", "done"),
        ("学校与绵阳新希望科技有限公司签署合作协议。", "done"),
        ("学校与星河公司筹备处签署合作协议。", "done"),
        ("双方达成战略合作。", "done"),
        ("双方结为战略伙伴。", "done"),
        ("战略合作协议就此签妥。", "done"),
        ("双方在会后定下产学研合作协议。", "done"),
        ("去年，双方签下合作协议。", "earlier"),
        ("合作协议有望年内签下。", "intended"),
        ("战略合作协议签约仪式在学校举行。", "done"),
        ("双方续签了合作协议。", "done"),
        ("双方在合作协议上落款。", "done"),
        ("双方敲定合作协议。", "done"),
        ("李明与王芳在合作协议上写下自己的名字。", "done"),
        ("双方签署产学合作。", "done"),
        ("协议由李明与王芳亲自签署。", "done"),
        ("双方签定产学研合作协议。", "done"),
        ("三家公司与学校各签产学合作合约。", "done"),
        ("李明先后与王芳、何涛签署合作协议。", "done"),
        ("为推动产教融合，双方签署合作协议。", "done"),
        ("经友好协商，双方签订合作协议。", "done"),
        ("2019年，双方签署合作协议。", "done"),
        ("总裁曾大祥与校长签署合作协议。", "done"),
        ("双方将于下月签署合作协议。", "intended"),
        ("双方拟签署合作协议。", "intended"),
        ("双方就签署合作协议事宜进行了洽谈。", "intended"),
        ("希望尽快签订战略合作协议。", "intended"),
        ("双方尚未签署协议。", "intended"),
        ("双方就签署战略合作协议、共建研究院达成一致。", "intended"),
        ("公司拟与大学共建实验室，并就该事项签署合作协议。", "intended"),
        ("双方正在商谈签署备忘录。", "intended"),
        ("双方曾签署战略合作协议。", "earlier"),
        ("2015年，双方签署合作协议。", "earlier"),
        ("早在2010年双方就签订了框架协议。", "earlier"),
        ("学校此前已与多家企业签署战略合作协议。", "earlier"),
        ("自协议签署以来，双方合作顺利。", "earlier"),
        ("学校先后与多家企业签署合作协议。", "earlier"),
        ("双方签约两年多来，合作顺利。", "earlier"),
        ("双方签署协议五周年之际，校长来访。", "earlier"),
    ],
)
def test_what_was_signed_is_told_from_plans_and_from_the_past(sentence: str, modality: str) -> None:
    found = events(reading(sentence), 2020)
    assert [event.modality.value for event in found] == [modality]


@pytest.mark.parametrize(
    "sentence",
    [
        "双方就人才培养进行了座谈。",
        "华为公司一行来校考察调研。",
        "双方达成广泛共识。",
        "根据协议，双方将开展合作。",
        "双方以此次签约为契机深化合作。",
        "他高度评价双方的合作。",
        "协议的签订标志着双方合作进入新阶段。",
        "公司现场签约学生430人，并与学校合作。",
        "公司与二十名毕业生签订就业协议。",
    ],
)
def test_meetings_and_references_are_no_events(sentence: str) -> None:
    assert events(reading(sentence), 2020) == []


def test_documents_counted_in_one_sentence_are_apart() -> None:
    text = "某大学与甲委员会签署合作备忘录，并与乙公司签署框架协议。"
    assert [event.kind.value for event in events(reading(text), 2020)] == [
        "memorandum_of_understanding",
        "framework_agreement",
    ]


def test_papers_of_one_kind_in_two_clauses_are_apart() -> None:
    text = "甲镇与云山大学签订《产学研合作协议》，星河集团与该校签订《实习基地协议》。"
    assert [event.noun.quotation for event in events(reading(text), 2020)] == [
        "《产学研合作协议",
        "《实习基地协议",
    ]


def test_who_signs_for_a_school_and_a_firm_signs_no_second_paper() -> None:
    text = "甲大学与乙公司缔结战略合作协议，校长李明与董事长王芳签署合作意向书。"
    assert len(events(reading(text), 2020)) == 1


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        ("云山大学分别与星河集团、月亮公司签署合作协议。", [["星河集团"], ["月亮公司"]]),
        ("月亮公司、星河集团与云山大学各签合作协议。", [["月亮公司"], ["星河集团"]]),
        ("云山大学分别与滨海市人民政府、月亮公司签署合作协议。", [["月亮公司"]]),
        ("云山大学与星河集团、月亮公司签署合作协议。", [["星河集团", "月亮公司"]]),
    ],
)
def test_what_a_school_signs_with_each_is_apart(text: str, partners: list[list[str]]) -> None:
    found = extract(Document("release.txt", text)).agreements
    assert [[party.name for party in record.partners] for record in found] == partners


@pytest.mark.parametrize(
    "told",
    [
        "李明代表学校签下三份文件：一份是与滨海市人民政府的联盟协议，一份是与星河公司的合作协议，"
        "另一份是与月亮公司的研发协议，后者涉及传感器。",
        "云山大学签下三份合作协议。\n“星河学院”：与滨海行业协会、星河公司共建，面向制造业；\n"
        "“月亮学院”：与月亮公司共建，面向农业。",
        "云山大学一举拿下两项合作：与星河公司签署育种协议；与月亮公司签署饲料研发协议。",
    ],
)
def test_papers_that_a_text_counts_and_tells_one_by_one_are_apart(told: str) -> None:
    found = extract(Document("release.txt", f"云山大学校长李明来访。{told}")).agreements
    partners = [[party.name for party in record.partners][-1] for record in found]
    assert partners == ["星河公司", "月亮公司"]


def test_people_of_two_firms_sign_apart_with_a_school() -> None:
    text = "星河公司总裁王芳、月亮公司总裁何涛来访。云山大学校长李明与王芳、何涛分别签下合作协议。"
    found = extract(Document("release.txt", text)).agreements
    assert [[p.name for p in record.partners] for record in found] == [["星河公司"], ["月亮公司"]]


def test_papers_that_other_people_sign_are_apart() -> None:
    text = (
        "云山大学与星河集团签下两份文件。副校长李明、星河集团副总裁王芳签署框架协议。"
        "战略合作协议则由校长张伟与星河集团董事长刘洋签署。"
    )
    found = extract(Document("release.txt", text)).agreements
    assert [(r.kind.value, [p.name for p in r.signatories]) for r in found] == [
        ("framework_agreement", ["李明", "王芳"]),
        ("strategic_cooperation_agreement", ["张伟", "刘洋"]),
    ]


def test_who_saw_the_signing_of_a_paper_signs_no_second_one() -> None:
    text = "李明与王芳签署合作协议，张伟与刘洋共同见证战略合作协议签署。"
    assert len(events(reading(text), 2020)) == 1


def test_without_a_day_of_publication_a_year_alone_looks_back() -> None:
    found = events(reading("2015年，双方签署合作协议。"), None)
    assert [event.modality.value for event in found] == ["earlier"]


def test_a_ceremony_of_signing_tells_an_agreement_without_naming_its_paper() -> None:
    text = "云山大学校长李明、星河集团公司总裁王芳出席签约仪式。双方将共建课程。"
    (record,) = extract(Document("release.txt", text)).agreements
    assert [party.name for party in record.partners] == ["星河集团公司"]


def test_a_signing_without_a_paper_is_a_cooperation_agreement() -> None:
    text = "日前，云山大学与星河集团公司签约，将建实习基地。"
    (record,) = extract(Document("release.txt", text)).agreements
    assert record.kind.value == "cooperation_agreement"


def test_a_documents_name_outranks_what_the_ceremony_was_about() -> None:
    text = "云山大学与星河集团公司举行战略合作签约仪式。副校长李明与总裁王芳签署合作框架协议。"
    (record,) = extract(Document("release.txt", text)).agreements
    assert record.kind.value == "framework_agreement"


def test_a_sentence_that_a_page_repeats_tells_its_documents_once() -> None:
    told = "云山大学与滨海研究会签署合作备忘录，并与星河集团签署框架协议。"
    found = extract(Document("release.txt", f"摘要\n{told}\n\n{told}"))
    assert [record.kind.value for record in found.agreements] == [
        "memorandum_of_understanding",
        "framework_agreement",
    ]
