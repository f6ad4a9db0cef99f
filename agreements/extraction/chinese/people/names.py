"""Names of people in Chinese text: a surname with one or two characters, or a foreign name.

A name must stop where a verb, a conjunction or punctuation goes on.
"""

import re
from collections import Counter
from functools import lru_cache

from agreements.extraction.chinese.organisations.organisations import mentions_in
from agreements.extraction.chinese.regions import REGION
from agreements.extraction.chinese.script import HAN
from agreements.extraction.chinese.titles import NO_NAME, OFFICE, SURNAME
from agreements.extraction.document import Span

_VERBAL = (
    "商谈|商讨|商议|洽谈|磋商|协商|研讨|探讨|看来|看到|找|会面|会晤|回以|回答|回访|回赠|致谢|谢过|觉得|笑[言谈道]|直言|出面|前来|日前|近[日期]|[昨今当][日天]|[上下]午|上周|本周|前往|率先|落座|完成|通报|解读|展示|谈及|以及|一同|一道|一齐|相继|坦言|透露|回应|报告|说明|接过|勉励|寄语|鼓励|赞赏|聆听|察看|全部|悉数|当场|补充|解释|宣读|随即|旋即|二人|两人|三人|登台|专门|亲手|率先|最后|手[中里]|代表|出席|致辞|致词|致欢|讲话|发言|发表|主持|见证|参加|参与|参观|介绍|表示|指出|强调|认为|希望|宣布|陪同|会见|会谈|接待|欢迎|回顾|首先|结合|围绕"
    "|详细|深入|高度|充分|衷心|热烈|共同|亲自|莅临|应邀|带队|带领|前往|来到|来访|担任|随后|现场|分别|双双|进行|听取|走访|考察|调研|座谈|交流|祝贺|感谢|期待"
    "|举行|系统[介阐梳]|关[怀心]|期望|提到|提出|总结|通过|签署|签订|签约|签字|上台|一起|一行|先后|重点|简要|作了|做了|先生|女士|教授|博士|院士|同志|到场|到会|揭牌|讲述|阐述|回应|受邀|牵头"
    "|看好|引导|热[情烈忱]|乐见|期许|肯定|建议|提议|分享|呼吁|重申|直言|联袂|到[院校场会访]|负责|会上|当日|现任|专程|全程|逐一|亲切|握手|互换|交换"
)
AFTER = (
    rf"$|[^{HAN}A-Za-z_]|{_VERBAL}|与|和|及|同(?!志)|致|说|讲|称|替|跟|盼|听|另|则|敲|带|坐|站|走|挥|落|送|接|赶|递|颁|授|亦|各|再|把|被|让|给|均|都|谈|也|还|并|从|以|携|赴|于|将|已|任|是|代|签|作|做|对|向|就|为|在|等|的|率|受|曾"
    r"|[副校院书主总董部处局厅]"
)
_VERBAFTER = re.compile(_VERBAL)
_FUNCTION = frozenset(
    "与和及等说讲称替则敲带坐站走挥落送接赶递颁授亦各再把被让给均都在对向就率作做的将并也还是从于为以签代受携致谈曾"
)
_SOUNDS = (
    "阿埃艾安昂奥巴白班邦保鲍贝本比彼宾波博伯布查达戴丹道德登迪蒂丁东杜多厄恩尔法范菲费芬弗福富盖戈格古哈汉豪赫亨胡华怀惠霍基吉加简杰金卡凯坎康考科克肯库夸昆拉莱赖兰朗劳勒雷里利理力"
    "列林龙隆卢鲁路伦罗洛吕马玛迈麦曼芒毛梅门蒙米密明莫默姆穆纳奈南内尼努诺欧帕派潘佩彭皮珀普奇齐乔切钦琼丘热容茹儒瑞若萨赛桑瑟森沙山尚绍申圣施史什舒斯苏索塔泰坦汤唐陶特腾图托瓦"
    "万旺威韦维魏温文沃乌武西希锡夏香谢辛休逊雅亚扬耶叶伊尤约泽扎詹珍朱兹祖佐娜妮丝莎琳莉黛娅蕾薇露艳萍宾桥敦英阁辰丽莲卜末嘉易欣甘侯罕农哥乃依赞佳冉延"
)
_FOREIGN = re.compile(
    rf"(?!(?P<twice>.{{2,4}})(?P=twice))[{_SOUNDS}]{{4,9}}(?={AFTER})|[{HAN}]{{1,8}}?(?:[·•‧・][{_SOUNDS}]{{1,8}})+|[A-Z][A-Za-zÀ-ž'’.-]+(?:\s(?:[A-Z][A-Za-zÀ-ž'’.-]*|bin|binti|al|de|von|van))+"
)
_ON_BEHALF = re.compile("代表(?!大会|团|处)")
"""A verb that 在 does not stand before, so that it ends a name: 吴存在代表学校签字."""
_THREE = re.compile(rf"{SURNAME}[{HAN}]{{2}}(?={AFTER})")
_LONG_NAME = 30
"""Characters in which the name of a body ends."""
_REGION = re.compile(REGION)
_FULL = re.compile(rf"{SURNAME}[{HAN}]{{2}}")
_TWO = re.compile(rf"{SURNAME}[ \u3000]?[{HAN}](?={AFTER})")


def name_at(within: Span, at: int, *, listed: bool = False) -> Span | None:
    """The name that begins at a place, or None where none does.

    `listed`: whether other names stand before it, so that less shows that it is one.
    """
    text = within.document.text
    if NO_NAME.match(text, at) or OFFICE.match(text, at):
        return None
    if match := _FOREIGN.match(text, at, within.end):
        return Span(match.start(), match.end(), within.document)
    three, two = _THREE.match(text, at), _TWO.match(text, at)
    if not (two or three or listed):
        return _repeated(within, at)
    short = two and (
        three is None
        or (three[0][-1] in _FUNCTION and not _ON_BEHALF.match(text, three.end()))
        or _VERBAFTER.match(text, two.end())
    )
    match = two if short else three
    if match is None or match.end() > within.end:
        return None
    return Span(match.start(), match.end(), within.document)


def _repeated(within: Span, at: int) -> Span | None:
    """A name that no known word follows here, where the text writes its characters again."""
    text = within.document.text
    name = _FULL.match(text, at, within.end)
    if name is None or not 1 < _uses(text, 3)[name[0]] == _uses(text, 2)[name[0][:2]]:
        return None
    behind = Span(at, min(at + _LONG_NAME, within.end), within.document)
    if _REGION.match(name[0]) or any(body.span.start == at for body in mentions_in(behind)):
        return None
    return Span(name.start(), name.end(), within.document)


@lru_cache(maxsize=4)
def _uses(text: str, length: int) -> Counter[str]:
    """How often a text has each run of so many characters."""
    return Counter(text[at : at + length] for at in range(len(text) - length + 1))


def plain_name(name: str) -> str:
    """A name as it is written elsewhere: 周玉 for 周 玉; Latin names keep their spaces."""
    return " ".join(name.split()) if re.search(r"[A-Za-z]", name) else "".join(name.split())
