"""Which kind of body a Chinese name shows: the words that close one, and well-known firms."""

import re

from agreements.vocabulary.kinds import OrganisationType

_T = OrganisationType
_HEADS: tuple[tuple[OrganisationType, str], ...] = (
    (
        _T.COMPANY,
        r"(?:股份|责任)?有限(?:责任)?公司|集团公司|[总分子]公司|公司(?![里内外上下制化])|集团(?!化|军|[)）])(?:有限公司)?|银行(?!业|家|卡)|[支分]行(?![为动业])|事务所",
    ),
    (_T.HOSPITAL, r"医院"),
    (_T.RESEARCH_INSTITUTE, r"研究总?院|研究所|科学院|工程院|设计院"),
    (_T.UNIVERSITY, r"大学(?!生|城|科技园|出版社|学[生费])"),
    (_T.COLLEGE, r"学院(?!派|路)|书院|高等专科学校|分校"),
    (
        _T.SCHOOL,
        r"(?:(?<=[职事专]业)|(?<=技[术工师])|(?<=国语)|(?<=专科)|(?<=[实经]验)|(?<=附属)|(?<=卫生)|(?<=师范)|(?<=[艺体][术育]))学校"
        r"|中学(?!生)|小学(?!生)",
    ),
    (
        _T.GOVERNMENT,
        r"委员会|人民政府|政府|管委会|组委会|教育部|科技部|科学技术部|工业和信息化部|工信部|商务部|财政部|外交部|国防部|卫生部|农业农村部|交通运输部"
        r"|发改委|经信委|国资委|卫健委|(?<=[省市区县州国])(?<!校区)(?<!园区)[^，。、；：\s“”（）与]{2,10}?(?:(?<!宾)(?<!议)(?<!告)(?<!展)(?<!能)[厅局](?!长期|面|部|域)|发改委|经信委|国资委|卫健委)|大使馆|领事馆|发改委|经信委|国资委|卫健委",
    ),
    (_T.FOUNDATION, r"基金会"),
    (_T.ASSOCIATION, r"协会|学会(?!了)|联盟|商会|联合会|促进会|研究会|总会|公会|[工商农渔同]业会"),
)
HEAD = re.compile("|".join(f"(?P<{type_.name}>{words})" for type_, words in _HEADS))
_KNOWN = """
    华为 阿里巴巴 阿里云 蚂蚁集团 达摩院 腾讯 百度 京东 小米 中兴通讯 中兴 联想 字节跳动 美团
    滴滴 网易 科大讯飞 商汤科技 旷视科技 海康威视 大疆 浪潮 新华三 曙光 海尔 美的 格力 比亚迪
    宁德时代 吉利 上汽 一汽 东风汽车 中国移动 中国电信 中国联通 中国铁塔 国家电网 南方电网
    中国石油 中国石化 中石油 中石化 中海油 中国商飞 中国中车 中车 中国航天科技 中国电子 中国电科
    三一重工 徐工 微软 英特尔 谷歌 甲骨文 思科 亚马逊 苹果 英伟达 高通 爱立信 诺基亚 西门子 博世
    宝马 奥迪 大众汽车 戴姆勒 奔驰 空客 空中客车 波音 三星 索尼 丰田 本田 日立 松下 东芝 富士通
    施耐德 霍尼韦尔 泰雷兹 道达尔 壳牌 沙特阿美 巴斯夫 拜耳 诺华 罗氏 辉瑞 阿斯利康 强生
    印孚瑟斯 埃森哲 德勤 毕马威 普华永道 沃达丰 飞利浦 联合利华 雀巢 戴尔 惠普
    """
COMPANY_NAMES = re.compile(
    "|".join(sorted(map(re.escape, _KNOWN.split()), key=len, reverse=True))
    + r"|IBM|SAP|ABB|ARM|AMD"
)
"""Firms so well known that releases give the bare name, as in `body_types` for English."""

REGION = (
    "中国|内蒙古|黑龙江|哈尔滨|石家庄|呼和浩特|乌鲁木齐|马鞍山|秦皇岛|连云港|景德镇|牡丹江|佳木斯|齐齐哈尔"
    "|(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西"
    "|甘肃|青海|广西|西藏|宁夏|新疆|深圳|广州|杭州|南京|苏州|武汉|成都|西安|青岛|大连|厦门|宁波|济南|合肥|长沙|香港|澳门|台湾|台北)[省市]?"
)
"""Provinces and large cities, with which names of organisations begin."""
