import pytest

from agreements.dates import PartialDate
from agreements.extraction.chinese.when import published, signed_on
from agreements.extraction.chinese.written_dates import dates_in
from tests.extraction.chinese.reading import reading, whole

PUBLISHED = PartialDate(2018, 11, 5)  # a Monday


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2018年10月22日", "2018-10-22"),
        ("二〇一八年十月二十二日", "2018-10-22"),
        ("2018-10-22", "2018-10-22"),
        ("2018/10/22", "2018-10-22"),
        ("2018.10.22", "2018-10-22"),
        ("22.10.2018", "2018-10-22"),
        ("2018年10月", "2018-10"),
        ("1012日", "2018-10-12"),  # the sign of the month was lost
        ("421日", "2018-04-21"),
        ("10月22日", "2018-10-22"),
        ("12月22日", "2017-12-22"),
        ("2018年10月22日至23日", "2018-10"),
        ("10月22-23日", "2018-10"),
        ("3日", "2018-11-03"),
        ("22日", "2018-10-22"),
        ("今年6月25日", "2018-06-25"),
        ("去年6月25日", "2017-06-25"),
        ("本月2日", "2018-11-02"),
        ("上月22日", "2018-10-22"),
        ("今(5)日", "2018-11-05"),
        ("昨（四）日", "2018-11-04"),
        ("今日", "2018-11-05"),
        ("昨天", "2018-11-04"),
        ("上周五", "2018-11-02"),
        ("周六", "2018-11-03"),
        ("2018年2月30日", None),
    ],
)
def test_a_date_means_a_day_for_its_readers(words: str, day: str | None) -> None:
    (mention,) = dates_in(whole(words))
    found = mention.resolve(PUBLISHED)
    assert (str(found) if found else None) == day


@pytest.mark.parametrize(
    "words", ["近日", "日前", "前不久", "第22届", "100名", "日本", "112日", "近120日"]
)
def test_what_names_no_day_is_no_date(words: str) -> None:
    assert dates_in(whole(words)) == []


@pytest.mark.parametrize("words", ["10月22日", "昨日", "22日", "周五"])
def test_without_a_day_of_publication_an_open_date_stays_unknown(words: str) -> None:
    (mention,) = dates_in(whole(words))
    assert mention.resolve(None) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("标题\n发布时间：2018-11-05 09:12 来源：新闻网\n正文。", "2018-11-05"),
        ("标题\n发布日期：2018年11月5日\n正文。", "2018-11-05"),
        ("标题\n作者：张三 | 日期：2018/11/05 | 点击：3\n正文。", "2018-11-05"),
        ("标题\n来源：新闻网 2018-11-05\n正文。", "2018-11-05"),
        ("标题\n责任编辑：李明 2018-11-05 18:23:36 来源：新闻网\n正文。", "2018-11-05"),
        ("关于签署协议的公告2018-11-05\n公司于2018年10月22日签署协议。", "2018-11-05"),
        (
            "date 2018-11-05 某大学昨日与某公司签署协议，开展合作，共建实验室，培养人才。",
            "2018-11-05",
        ),
        ("标题\n新华社北京2018年11月5日电 某大学与某公司签署协议。", "2018-11-05"),
        ("标题\n某大学与某公司于10月22日签署协议，双方将开展合作。\n2018年11月5日", "2018-11-05"),
        ("标题\n某大学成立于1920年，与某公司签署协议。", None),
        ("某大学报 2018-11-05 第2版 浏览(56)\n某大学与某公司签署协议，双方将合作。", "2018-11-05"),
    ],
)
def test_the_day_of_publication_is_stated_in_many_forms(text: str, day: str | None) -> None:
    page = reading(text)
    found = published(page.document, [block.span for block in page.blocks])
    assert (str(found[0]) if found else None) == day


@pytest.mark.parametrize(
    ("act", "day"),
    [
        ("10月22日，双方签署协议。", "2018-10-22"),
        ("双方于2018年10月22日在北京签署协议。", "2018-10-22"),
        ("1920年创办的某大学于10月22日签署协议。", "2018-10-22"),
        ("双方自2010年1月1日以来合作，近日签署协议。", None),
        ("近日，双方签署协议。", None),
        ("协议于2030年1月1日到期。", None),
        ("11月26日，双方签署协议。", None),
        ("22日，双方签署协议，今年2月，公司还同部门签署协议。", "2018-10-22"),
    ],
)
def test_the_day_of_signing_is_no_other_day(act: str, day: str | None) -> None:
    found = signed_on([whole(act)], [], PUBLISHED, None)
    assert (str(found[0]) if found else None) == day
