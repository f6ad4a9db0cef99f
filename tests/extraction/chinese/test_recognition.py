"""Which documents come here, and what becomes of those in other languages."""

import pytest

from agreements.extraction import Document, extract
from agreements.extraction.languages import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("浙江大学与华为技术有限公司签署战略合作协议。", "zh"),
        ("雲山大學與星河集團簽署合作備忘錄。", "zh"),
        ("云山大学与 Star River Holdings 签署合作协议，共建联合实验室。", "zh"),
        ("云山大学与 Star AG、Moon Co.、SAP SE 签署协议。Star CEO Kim Lee 出席。", "zh"),
        ("この大学と企業は、包括連携協定を締結しました。", "ja"),
        ("雲山大学・星河製作所 産学連携協力調印式\n2019年5月8日 広報課", "ja"),
        ("Star Electronics MOU 체결 Moon National University", "ko"),
        ("Cloud University и Star Co., Ltd. подписали соглашение", "ru"),
        ("Университет пен компания ынтымақтастық туралы меморандумға қол қойды.", "kk"),
        ("Lễ ký kết MOU ĐH Núi Mây – Star Electronics", "vi"),
        ("Univerzita a společnost podepsaly dohodu o spolupráci v oblasti výzkumu.", "cs"),
        ("Universitatea și compania au semnat un acord de parteneriat pentru studenți.", "ro"),
        ("Universitetet og firmaet har underskrevet en aftale om samarbejde.", "da"),
        ("La universitat i l'empresa han signat un conveni amb els estudiants.", "ca"),
        ("Universiti dan syarikat itu menandatangani memorandum dengan pihak industri.", "id"),
        ("CLOUD UNIVERSITY AND STAR GROUP SIGNED A MEMORANDUM OF UNDERSTANDING", "en"),
        ("Cloud University (云山大学) and Star Group (星河集团) signed an agreement.", "en"),
        ("Cloud University signed a memorandum with M/s Star's office, for a year.", "en"),
        ("Star MoU 2020", "en"),
        ("이 대학교와 기업은 양해각서를 체결했다.", "ko"),
        ("Университет подписал соглашение о сотрудничестве с компанией.", "ru"),
        ("وقعت جامعة الملك فهد وأرامكو السعودية اتفاقية إطارية.", "ar"),
        ("มหาวิทยาลัยมหิดลลงนามบันทึกความเข้าใจ", "th"),
        (
            "Die Universität hat mit der Firma einen Vertrag für das Labor unterzeichnet.",
            "de",
        ),
        (
            "La universidad y la empresa firmaron un convenio para los estudiantes.",
            "es",
        ),
        ("L'université et le groupe ont signé un accord pour les étudiants de la région.", "fr"),
        ("A universidade e a empresa assinaram um acordo para os estudantes.", "pt"),
        (
            "Universitas dan perusahaan itu menandatangani nota untuk para mahasiswa.",
            "id",
        ),
        ("Üniversite ile şirket arasında bir iş birliği protokolü için imza atıldı ve bu", "tr"),
    ],
)
def test_languages_are_told_apart(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("この大学と企業は、包括連携協定を締結しました。", "Japanese"),
        ("이 대학교와 기업은 양해각서를 체결했다.", "Korean"),
        ("Университет подписал соглашение о сотрудничестве с компанией.", "Russian"),
        ("La universidad y la empresa firmaron un convenio para los estudiantes.", "Spanish"),
    ],
)
def test_a_document_in_another_language_is_set_aside_by_name(text: str, name: str) -> None:
    found = extract(Document("release.txt", text))
    assert found.agreements == ()
    assert [name in rejection.why for rejection in found.rejected] == [True]


def test_traditional_script_is_read_and_quoted_as_written() -> None:
    text = "2020年5月8日，雲山大學與星河電腦股份有限公司簽署合作備忘錄。"
    (record,) = extract(Document("release.txt", text)).agreements
    assert record.kind.value == "memorandum_of_understanding"
    assert [party.name for party in record.institutions] == ["雲山大學"]
    assert [party.name for party in record.partners] == ["星河電腦股份有限公司"]


def test_punctuation_that_a_site_narrowed_reads_as_the_wide_one() -> None:
    wide = (
        "2020年5月8日，云山大学与星河集团签署合作协议；根据协议，双方将在绿色建材、节能技术等方面合作，"
        "校长李明，董事长王芳（右）出席。"
    )
    narrow = wide.translate(str.maketrans("，；（）", ",;()"))
    records = [extract(Document("release.txt", text)).agreements[0] for text in (wide, narrow)]
    assert len({record.model_dump_json(exclude={"sources"}) for record in records}) == 1


def test_a_text_that_tells_a_thousand_signings_is_read_in_the_end() -> None:
    names = [a + b for a in "明芳刚强伟静丽军洋勇" for b in "艳杰娟涛超秀霞平玉华"]
    told = "云山大学校长李{0}与星河集团董事长王{0}签署合作协议，海天大学校长陈{0}见证。\n"
    text = "".join(map(told.format, names)) * 20
    (record,) = extract(Document("release.txt", text)).agreements
    assert [party.name for party in record.partners] == ["星河集团"]


def test_a_column_once_justified_reads_without_its_spaces() -> None:
    text = (
        "2020年5 月8日，云 山大学与星河集 团有限公司签署合 作协议。"
        "根据 协议，双方将在绿色 建材等方面合作。"
    )
    (record,) = extract(Document("release.txt", text)).agreements
    assert [party.name for party in record.institutions] == ["云山大学"]
    assert [party.name for party in record.partners] == ["星河集团有限公司"]
    evidence = record.partners[0].evidence
    assert evidence is not None
    assert text[evidence.start : evidence.end] == "星河集 团有限公司"
    assert record.signed_on == "2020-05-08"


def test_noise_gives_a_reason_and_no_record() -> None:
    for text in ("大学" * 5_000, "签署协议，" * 5_000, "首页 上一篇 下一篇 分享到\n" * 300):
        found = extract(Document("release.txt", text))
        assert found.agreements == ()
        assert found.rejected


def test_a_paragraph_that_begins_with_its_reporter_is_read() -> None:
    text = (
        "（通讯员 李明）2020年5月8日，云山大学与星河集团签署合作协议。"
        + "双方将在绿色建材、节能技术等方面开展合作，" * 6
        + "共同培养人才。"
    )
    (record,) = extract(Document("release.txt", text)).agreements
    assert [party.name for party in record.partners] == ["星河集团"]


def test_how_characters_are_read_hides_no_name() -> None:
    text = (
        "2020年5月8日，雲山大學(xué)與星河設(shè)計(jì)集團(tuán)簽署合作協(xié)議(yì)，"
        "校長(zhǎng)張權(quán)出席。"
    )
    (record,) = extract(Document("release.txt", text)).agreements
    assert [party.name for party in record.institutions] == ["雲山大學(xué)"]
    assert [party.name for party in record.partners] == ["星河設(shè)計(jì)集團(tuán)"]
    assert [(p.name, p.position) for p in record.people] == [("張權(quán)", "校長(zhǎng)")]
    evidence = record.partners[0].evidence
    assert evidence is not None
    assert text[evidence.start : evidence.end] == "星河設(shè)計(jì)集團(tuán)"
