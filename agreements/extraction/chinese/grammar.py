"""Where a Chinese noun phrase begins: what its last word takes in on its left.

Chinese is written without spaces. A phrase that ends in a known word (a type of organisation, an
office) is followed leftwards until punctuation or a word that no name holds: a preposition, a
conjunction, a verb of the trade, a time of day. Words that merely look like one of these inside
a name (the last character of 华为, the first of 同济) are kept.
"""

import re

from agreements.extraction.chinese.proper_names import kept
from agreements.extraction.chinese.script import HAN

_IN_PHRASE = re.compile(
    rf"[{HAN}A-Za-z0-9·•‧・&.（）()]|(?<=[A-Za-z0-9])-(?=[A-Za-z0-9])|(?<=[{HAN}])/(?=[{HAN}])"
)
_KEEP = (
    "华为|成功(?=大学)|[泰祥协义嘉瑞颐雍裕鼎恒盛仁]和|美的|财经|有为|同济|大同|同方|同仁|同程|合同|协同|对外|未来|马来|以色列|自由|埃及|普及|高等|平等|中等|土耳其|其他|其它|将军"
    "|和平|和谐|共和|中和|呼和浩特|和田|[大公天]使|目的|[横纵方定双意导取走志]向(?=[处科部办经战性课项科])|我国|两江|两岸|就业|在线|在职|从业|从化|向阳|国家|专家|厂家|独家"
    "|对接|同步|为民|至诚|至善|联合(?:大学|职业|国|会|集团|学院|实验室|技术|汽车|电子|重工|利华|研究|创新|办公)|行为|希望(?:集团|公司|学院|大学|教育|小学)"
    "|国务院|合作(?:园区|区|社|与交流|交流|部|处|办|局|司|发展|学院|项目|伙伴)|交流(?:处|中心|合作)|支持(?:部|中心)|数据|根据地|经济|经贸|经营|来宾|来安|来凤"
)
SUBJECT = (
    "创意|继续教育|信息|技术|工程|管理|改革|资源|科学|科技|健康|社会|环境|生态|教育|城乡|矿产|文化|旅游|体育|应用|软件|材料|化学|通信|自动化|智能"
    "|经济|贸易|金融|治理|发展|创新|制造|控制|艺术|设计|传播|保护|产业|数字|网络|计算|生物|医学|医疗|能源|电气|电子|机械"
    "|建筑|环境|园林|园艺|动物|植物|营养|护理|[中医]?药|口腔|临床|基础|历史|哲学|心理|音乐|美术|舞蹈|影视|传媒|包装|纺织|服装|轻工|冶金|矿业|地质|测绘"
    "|遥感|水利|交通|运输|铁道|船舶|汽车|轨道|港口|物流|酒店|会展|量子|光电|微电子|集成电路|仪器|精密|机电|车辆|热能|核[科工技]|电力|储能|城市|乡村|消防|应急|司法|税务|保险|财政|审计|民族|考古|图书|情报|档案|出版|体育"
    "|航空|航天|物理|数学|农业|林业|食品|药学|卫生|中东|亚太|中亚|拉美|北非|解决方案|行政|财务|交流|合作|海洋|土木|动力|人文"
    "|公共|国际|对外|校友|学生|教务|科研|研究生|产学研|招生|后勤|资产|成果|知识产权|规划|运营|销售|市场|系统|业务|服务|培训|就业|统计|会计|政策|法律|外语|语言|中东|欧洲|非洲|亚洲|社保|保障|工业|商业|劳工|福利|医务|建设|高等|民政|商务|投资"
)
_CUT = (
    r"\d{1,4}\s*[年月日号]|\d+[时点](?:\d+分)?|[上下中]午|晚[上间]|日晚|凌晨|今[天日年晚]|昨[天日]|当[天日晚]|日前|近[日期年来]|近日来|期间|以来|随后|最后|其中|此外|同时|会上"
    r"|代表(?!处|团|院|办|[，,、。；（])|出席|参加|参与|签署|签订|签约|签定|达成|举行|举办|召开|来自|走访|走进|访问|到访|来访|参观|考察|调研"
    r"|莅临|造访|拜[访会]|回访|做客|入驻|进驻|抵达|座谈|洽谈|商谈|磋商|颁发|颁授|赠[送予]|祝贺|恭[贺喜]|视察|了解|引进|打造|筹建"
    r"|续签|签下|定下|靠着|入职|就读|毕业于|[任供就]职于|聘[请任]|[特诚]邀|[委选]派|派出|致函|牵头|领衔|汇聚|赋能|入选|亮相"
    r"|欢迎|感谢|介绍|表示|指出|强调|认为|希望|携手|会见|会晤|接待|见证|主持|率领|率团|率队|率|陪同|邀请|应邀|作为|成为|担任|包括|以及"
    r"|依照|依托|通过|推动|围绕|聚焦|助力|宣布|获悉|据悉|分别|共同|正式|成功|隆重|联合|合作|一行|双方|双双|校企|先后|之间|旗下|下属|所属|位于|坐落"
    r"|[我他她你]们|帮助|走近|(?:知名|龙头|领军|领先|标杆|骨干|头部|大型)(?:高?(?:科技|新技术))?(?:企业|公司|大?厂商?)|科技大厂|著名|知名|国内|首家|首批|[一两多几三四五六]家|[一两多几三四五六]所|[一两几]名|[一两]位|我[校院所司]|[该本](?:校|院|所|公司|集团)|我市|我省|本市"
    r"|根据|按照|关于|对于|基于|经(?=[^济贸营理纬典])|据(?=[^悉])|[本此这今]次|兼|以?下?[简统]称|下称|标志着|意味着|还有|暨(?!南)|促进|助推|带动|利用|借助|发挥|以(?!色列|及)|选择|联手|牵手|支持|加强|开展|推进|深化|建立|共建|组建|设立|成立|加入|获得|授予|委托|合办|开办|兴办|新设|开设|增设|办学|负责人(?=[^、，。])"
    r"|无需|须|提交|借(?![款贷记调])|趁|[适恰]逢|时值|替(?!代)|看[上中好重]|[选相]中|选定|找(?!钢)|捐[赠资献助](?![部处办])|细[讲说谈述]|[略畅详]谈|[讲谈][到了及起述]|讲解|邀|盼|愿(?!景)|(?<![特招应受])聘(?![用教])|称[道赞]|谢谢|致谢|[挂授揭]牌|带[着领]|(?:董事长|总裁|总经理)(?!办|助|班|俱)|(?<=了)牌|(?:制造|供应|运营|服务|提供|集成|生产|承包|经销|代理|厂)商(?=[^，。；、有股集公]{2})|之一|巨头|大厂|独角兽|老字号|名企|学府|(?:全资|控股)?子公司|(?:本|该)?公司(?=控股|全资|参股)|[讯电]/|报[导道]/|本地|当地|前往|奔赴|相信|走入|(?<![未马以东])来|(?<=[的还宾导人者业位方])有(?![限色机为关])|有(?=董事|总经理|总裁|校长|院长|书记|党委|副)|随(?!州)|方面(?!军)(?:有|是|的)?|(?:(?<=[学院司团所校行会府部心大日前午晚间室厅局委社馆厂店园区市县并后别曾已也又还再先则将拟愿要方者，、（])|^)同(?!洲(?!际)|[济方仁程盾])|(?<![合协大共一会连陪赞相不胡雷异])同(?!机械|洲(?!际)|[济方仁程盾步时期样志意行学城辉花心德福兴创力])|[与和及由在到至了向对从被于是的将并等赴就把给让使跟为该我各某其两且又则即也已曾拟请]"
)
_WORDS = re.compile(rf"(?P<keep>{_KEEP})|(?P<join>[和与及](?={SUBJECT}))|(?P<cut>{_CUT})")
_CLOSED = re.compile(
    r"(?:大学|[科师工交医农财林理]大|学院|公司|集团|医院|研究院|研究所|委员会|政府|银行|学校|华为|[）)”」]|[校院所处部局厅市省区县]长|书记|主任|总裁|经理|董事长)$"
)
_INSIDE = re.compile(
    rf"[（(](?!以下|下称|简称|下文|统称|注册名|前身|暂名|[原图见]|.*(?:记者|通讯员|编辑|摄|星期|周))"
    rf"[{HAN}]{{2,10}}[）)]"
)
"""Brackets that belong to a name, as those around its place do."""
_IN_BODY = re.compile(r"(?:大学|学院|公司|集团|[省市区县])[^长记任裁理日\d]{2,8}$")
_UNIT = re.compile(
    rf"[{HAN}]{{1,10}}(?:处|部|办|办公室|中心|学院|系|所|室|局|厅|科)(?:(?:常务|执行)?副)?"
)
_INNER = frozenset({"与", "合作", "交流"})
"""某大学社会合作与校友工作处: 与 within the name of a unit."""
_LONGEST, _LOOK = 48, 4


def phrase_start(text: str, end: int, floor: int = 0) -> int:
    """The offset at which the noun phrase ending at `end` begins, at the earliest `floor`."""
    left = max(floor, _run_start(text, end, max(floor, end - _LONGEST)))
    start, in_names = left, kept(text)
    for word in _WORDS.finditer(text, left, end + _LOOK):
        if word["keep"] or word.end() > end or word.start() in in_names:
            continue
        before, behind = text[left : word.start()], text[word.end() : end]
        if word["join"] and not _CLOSED.search(before) and word.start() > start:
            continue
        if word[0] in _INNER and _IN_BODY.search(before) and _UNIT.fullmatch(behind):
            continue
        start = word.end()
    while start < end and text[start] in "）)·.-& ":
        start += 1
    return start


def _run_start(text: str, end: int, floor: int) -> int:
    """How far back the characters are such as names are written in, brackets closed."""
    at = end
    while at > floor:
        char = text[at - 1]
        if char in "）)":
            opening = max(text.rfind("（", floor, at), text.rfind("(", floor, at))
            if opening < 0 or not _INSIDE.fullmatch(text, opening, at):
                break
            at = opening
        elif char in "（(" or not (_IN_PHRASE.match(text, at - 1) or _joins_letters(text, at)):
            break
        else:
            at -= 1
    return at


def _joins_letters(text: str, at: int) -> bool:
    """Whether the character before `at` is a space behind a Latin letter: "SAP 中国"."""
    if text[at - 1] != " " or at < 2 or at >= len(text):
        return False
    return bool(re.match(r"[A-Za-z]", text[at - 2]) and re.match(rf"[A-Za-z{HAN}]", text[at]))
