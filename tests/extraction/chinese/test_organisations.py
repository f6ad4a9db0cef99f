import pytest

from agreements.extraction.chinese.organisations.organisations import mentions_in
from agreements.extraction.chinese.parties.register import Register
from tests.extraction.chinese.reading import reading, whole


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "10月22日，哈尔滨工业大学与华为技术有限公司签署协议。",
            ["哈尔滨工业大学", "华为技术有限公司"],
        ),
        ("同济大学和对外经济贸易大学联合举办论坛。", ["同济大学", "对外经济贸易大学"]),
        ("5月10日上午浙江省经济和信息化委员会来访。", ["浙江省经济和信息化委员会"]),
        ("校长代表法赫德国王石油与矿产大学致辞。", ["法赫德国王石油与矿产大学"]),
        ("哈尔滨工业大学（深圳）和腾讯都在深圳。", ["哈尔滨工业大学（深圳）", "腾讯"]),
        ("华为技术（马来西亚）有限公司捐赠设备。", ["华为技术（马来西亚）有限公司"]),
        (
            "江苏省教育厅和中国移动通信集团浙江有限公司参加。",
            ["江苏省教育厅", "中国移动通信集团浙江有限公司"],
        ),
        ("昨日，大陆希望集团与成都大学携手。", ["大陆希望集团", "成都大学"]),
        ("中国建设银行浙江省分行位于杭州。", ["中国建设银行浙江省分行"]),
        ("哈马德·本·哈利法大学位于多哈。", ["哈马德·本·哈利法大学"]),
        ("ABB集团和浙江大学参加。", ["ABB集团", "浙江大学"]),
        (
            "上海市第六人民医院和西门子医疗系统有限公司参加。",
            ["上海市第六人民医院", "西门子医疗系统有限公司"],
        ),
        (
            "生态环境与建筑工程学院和泰和新材料有限公司参加。",
            ["生态环境与建筑工程学院", "泰和新材料有限公司"],
        ),
        ("(中央社台北21日电)云山大学举行校庆。", ["云山大学"]),
        ("签约仪式在滨海校区贵宾厅举行，充分利用云山大学优势。", ["云山大学"]),
        ("他毕业于一所知名大学，现就职于该公司。", []),
        ("双方共建现代产业学院和华为ICT学院。", ["华为"]),
        ("大学生在大学城参观。", []),
        ("我们老年大学与常州老年大学来往。", ["常州老年大学"]),
        ("他们来云山学院洽谈，并前往星河集团参观。", ["云山学院", "星河集团"]),
        ("到会的嘉宾有滨海星河集团董事长。", ["滨海星河集团"]),
        ("学校与滨海月同机械有限公司来往。", ["滨海月同机械有限公司"]),
        ("云山大学同星河集团来往。", ["云山大学", "星河集团"]),
        ("会上，中国农大与建设银行致辞。", ["中国农大", "建设银行"]),
        ("云山经济技术开发区与月亮高新区参加。", ["云山经济技术开发区", "月亮高新区"]),
    ],
)
def test_names_are_found_whole(sentence: str, names: list[str]) -> None:
    assert [mention.span.quotation for mention in mentions_in(whole(sentence))] == names


@pytest.mark.parametrize(
    ("name", "own", "unit", "kind"),
    [
        ("浙江大学工程师学院", "浙江大学", "工程师学院", "university"),
        ("清华大学", "清华大学", None, "university"),
        ("武汉华夏理工学院", "武汉华夏理工学院", None, "college"),
        ("华为战略研究院", "华为", "战略研究院", "company"),
        ("浙江省教育厅", "浙江省教育厅", None, "government"),
        ("滨海师范学院海洋研究院", "滨海师范学院", "海洋研究院", "college"),
        ("滨海人民出版社", "滨海人民出版社", None, "company"),
        ("云山工大", "云山工大", None, "university"),
        ("信息工程学院", "信息工程学院", None, "school"),
        ("科学技术研究院", "科学技术研究院", None, "school"),
        ("南京工程学院", "南京工程学院", None, "college"),
        ("洛阳城市学院", "洛阳城市学院", None, "college"),
        ("云山工程职业技术学院", "云山工程职业技术学院", None, "college"),
        ("建工学院", "建工学院", None, "school"),
        ("中国计算机学会", "中国计算机学会", None, "association"),
    ],
)
def test_a_unit_is_told_from_its_university(
    name: str, own: str, unit: str | None, kind: str
) -> None:
    (mention,) = mentions_in(whole(name))
    assert (mention.own.quotation, mention.unit, mention.type.value) == (own, unit, kind)


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("哈尔滨工业大学来访。哈工大校长讲话。", "哈工大", "哈尔滨工业大学"),
        ("浙江大学来访。浙大校长讲话。", "浙大", "浙江大学"),
        ("上海理工大学来访。上理工校长讲话。", "上理工", "上海理工大学"),
        ("北京航空航天大学来访。北航校长讲话。", "北航", "北京航空航天大学"),
        ("上海交通大学来访。上海交大校长讲话。", "上海交大", "上海交通大学"),
        ("华为技术有限公司来访。华为公司捐赠设备。", "华为公司", "华为技术有限公司"),
        (
            "山东新华医疗器械股份有限公司来访。新华医疗捐赠设备。",
            "新华医疗",
            "山东新华医疗器械股份有限公司",
        ),
        (
            "北京知行科技有限公司（以下简称“知行”）来访。知行捐赠设备。",
            "知行",
            "北京知行科技有限公司",
        ),
        ("浙江省经济和信息化委员会来访。省经信委同意。", "省经信委", "浙江省经济和信息化委员会"),
        ("云山科技大学来访。云山科大校长讲话。", "云山科大", "云山科技大学"),
        ("香江理工大学来访。理大校长讲话。", "理大", "香江理工大学"),
        ("香江工业总会来访。工总主席讲话。", "工总", "香江工业总会"),
        ("多媒体大学（MMU）来访。MMU校长讲话。", "MMU", "多媒体大学"),
        ("浙江大学工程师学院来访。工程师学院成立。", "工程师学院", "浙江大学"),
        ("浙江大学云峰学院来访。云峰学院成立。", "云峰学院", "浙江大学"),
        (
            "星河格力光学公司（简称格力光学）来访。格力光学捐赠设备。",
            "格力光学",
            "星河格力光学公司",
        ),
    ],
)
def test_short_names_mean_the_organisation_of_the_full_one(
    text: str, short: str, full: str
) -> None:
    read = reading(text)
    told = Register(read).mentioned(read.sentences[1].span)
    assert [(at.quotation, organisation.name) for at, organisation in told] == [(short, full)]
