"""Names of organisations in Chinese text, by the word that they end in.

大学, 公司, 委员会 and their like close a name; `grammar` tells where it begins. A unit goes
with its university: 浙江大学 + 工程师学院. World-known firms are read by their bare names too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from agreements.extraction.chinese.grammar import HAN, phrase_start
from agreements.extraction.document import Span
from agreements.vocabulary.kinds import INSTITUTION_TYPES, OrganisationType

_T = OrganisationType
_HEADS: tuple[tuple[OrganisationType, str], ...] = (
    (
        _T.COMPANY,
        r"(?:股份|责任)?有限(?:责任)?公司|集团公司|[总分子]公司|公司(?![里内外上下制化])|集团(?!化|军)(?:有限公司)?|银行(?!业|家|卡)|[支分]行(?=[^为动业])|事务所",
    ),
    (_T.HOSPITAL, r"医院"),
    (_T.RESEARCH_INSTITUTE, r"研究总?院|研究所|科学院|工程院|设计院"),
    (_T.UNIVERSITY, r"大学(?!生|城|科技园|出版社|学[生费])"),
    (_T.COLLEGE, r"学院(?!派|路)|书院|高等专科学校|分校"),
    (_T.SCHOOL, r"学校|中学(?!生)|小学(?!生)"),
    (
        _T.GOVERNMENT,
        r"委员会|人民政府|政府|管委会|组委会|教育部|科技部|科学技术部|工业和信息化部|工信部|商务部|财政部|外交部|国防部|卫生部|农业农村部|交通运输部"
        r"|发改委|经信委|国资委|卫健委|(?<=[省市区县州国])[^，。、；：\s“”（）与]{2,10}?(?:[厅局](?!长期|面|部|域)|发改委|经信委|国资委|卫健委)|大使馆|领事馆|发改委|经信委|国资委|卫健委",
    ),
    (_T.FOUNDATION, r"基金会"),
    (_T.ASSOCIATION, r"协会|学会(?!了)|联盟|商会|联合会|促进会|研究会"),
)
_HEAD = re.compile("|".join(f"(?P<{type_.name}>{words})" for type_, words in _HEADS))
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

_GENERIC = re.compile(
    r"""(?:[该本我各两贵全多某这那]|有关|相关|有限|[一二三四五六七八九十百几数余\d]+|所|家|个|类|名|国内外|国内|国外|世界|全球|全国|中外|一流|知名|著名|重点|高等
    |综合性?|民办|公办|职业|技术|科技|本科|研究型|应用型|高新|大型|龙头|民营|国有|国企|上市|合资|跨国|产业|现代|现代产业|新|二级|附属|教学|直属|双一流|的|外国|中国
    |地方|校企|共建|未来技术|互联网|ICT|信息与网络技术|网络|学徒|创新|卓越工程师|联合|特色|专业|专科|实体|虚拟|开放|软件|合作|兄弟|目标|优秀|平台|行业|领军
    |[-“”·（）()])*""",
    re.VERBOSE,
)
_MOST = 40
"""Names that are sought in one sentence; the longest real lists have fewer."""
_ACADEMIES = frozenset({"中国科学院", "中国工程院", "中国社会科学院"})
_INDEPENDENT = re.compile(
    r"(?:理工|职业技术|职业|师范|工业|财经|医|外国语|体育|音乐|美术|科技|工程|农|商|政法|民族|独立|人文|大学.{2,4})学院$"
)
_CAMPUS = re.compile(rf"[（(](?!以下|下称|简称)[{HAN}]{{2,8}}[）)](?:校区)?|[{HAN}]{{1,4}}校区")
_BUILDING = re.compile(r"(?:校园|大厦|大楼|总部大?楼|展厅|会议室|礼堂|校区|科技园|产业园)")


@dataclass(frozen=True, slots=True)
class Mention:
    """The name of an organisation where it stands; `own` leaves out the unit behind it."""

    span: Span
    own: Span
    type: OrganisationType

    @property
    def academic(self) -> bool:
        """Whether it is an institution and no partner."""
        return self.type in INSTITUTION_TYPES

    @property
    def unit(self) -> str | None:
        """The unit that the name ends in: 工程师学院."""
        return self.span.document.text[self.own.end : self.span.end] or None


def mentions_in(span: Span) -> list[Mention]:
    """Every organisation named in a stretch of text, in order."""
    found = [mention for chain in _chains(span) if (mention := _mention(chain, span))]
    text = span.document.text
    for match in COMPANY_NAMES.finditer(text, span.start, span.end):
        at = Span(match.start(), match.end(), span.document)
        if not any(at.overlaps(other.span) for other in found):
            found.append(Mention(at, at, _T.COMPANY))
    return sorted(found, key=lambda mention: mention.span)


def _chains(span: Span) -> Iterator[list[tuple[int, int, int, OrganisationType]]]:
    """Heads that follow one another within one noun phrase: (start of phrase, head, end, type)."""
    text = span.document.text
    chain: list[tuple[int, int, int, OrganisationType]] = []
    for match in islice(_HEAD.finditer(text, span.start, span.end), _MOST):
        floor = chain[0][0] if chain else span.start
        start = phrase_start(text, match.start(), floor)
        if chain and start > chain[0][0]:
            yield chain
            chain = []
        chain.append((start, match.start(), match.end(), OrganisationType[str(match.lastgroup)]))
    if chain:
        yield chain


def _mention(chain: list[tuple[int, int, int, OrganisationType]], within: Span) -> Mention | None:
    document = within.document
    text, start = document.text, chain[0][0]
    end, type_ = chain[-1][2], chain[-1][3]
    if type_ in INSTITUTION_TYPES and (campus := _CAMPUS.match(text, end, within.end)):
        end = campus.end()
    own_end, own_type = end, type_
    firm = COMPANY_NAMES.match(text, start)
    if firm and type_ in INSTITUTION_TYPES and type_ is not _T.UNIVERSITY:
        if type_ is not _T.RESEARCH_INSTITUTE:
            return None  # 华为ICT学院 is a programme
        own_end, own_type = firm.end(), _T.COMPANY
    elif type_ in INSTITUTION_TYPES:
        head = next((link for link in chain if link[3] in INSTITUTION_TYPES), chain[0])
        if head is not chain[-1] and end - head[2] > 2 and head[3] is _T.UNIVERSITY:
            own_end, own_type = head[2], head[3]
    name = text[start:own_end]
    body = text[start : chain[-1][1]]
    local = own_type is _T.GOVERNMENT and body in {"省", "市", "区", "县", "州"}
    if (
        (len(body) < 2 and not local)
        or _GENERIC.fullmatch(body)
        or start >= own_end
        or _BUILDING.match(text, end)
    ):
        return None
    if own_type is _T.COLLEGE and not _INDEPENDENT.search(name):
        own_type = _T.SCHOOL
    return Mention(Span(start, end, document), Span(start, own_end, document), own_type)
