"""The ways in which Chinese names are shortened: 哈工大, 浙大, 上理工, 北航, 新华医疗."""

import re

from agreements.vocabulary.kinds import OrganisationType

_REGION = re.compile(
    "中国|内蒙古|黑龙江|哈尔滨|石家庄|呼和浩特|乌鲁木齐|马鞍山|秦皇岛|连云港|景德镇|牡丹江|佳木斯|齐齐哈尔"
    "|(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西"
    "|甘肃|青海|广西|西藏|宁夏|新疆|深圳|广州|杭州|南京|苏州|武汉|成都|西安|青岛|大连|厦门|宁波|济南|合肥|长沙)[省市]?"
    "|[^省市]{2,3}[省市]"
)
_TRADE = re.compile(
    r"(?:技术|科技|信息|电子|通信|通讯|网络|软件|数字|智能|云计算|控股|实业|投资|股份|国际|集团|产业|发展|服务|\(.*\)|（.*）)+$"
)
_LEGAL = re.compile(r"(?:集团)?(?:股份|有限|责任)*公司$|集团$")
_SCHOOL = re.compile(r"大学|学院")


def in_order(short: str, full: str) -> bool:
    characters = iter(full)
    return all(char in characters for char in short)


def core(name: str) -> str:
    return _LEGAL.sub("", name) or name


def short_names(name: str, type_: OrganisationType) -> list[str]:
    """The ways in which such names are shortened: 哈工大, 浙大, 上理工, 北航, 新华医疗."""
    if type_ is OrganisationType.COMPANY:
        return _short_company(name)
    match = _SCHOOL.search(name)
    if match is None or match.end() != len(name):
        return []
    body, last = name[: match.start()], match[0][0]
    if len(body) < 2:
        return []
    region = _REGION.match(body)
    place = region[0] if region else body[:2]
    rest = body[len(place) :]
    first = place[0]
    if not rest:
        return [first + "大"] if last == "大" else []
    shorts = [
        place + rest,
        first + rest,
        first + rest[0] + "大",
        place + rest[0] + "大",
        place + rest[:2] + "大",
    ]
    if last == "大" and first != "中":
        shorts += [first + rest[0]]
    if len(rest) >= 4:
        shorts += [rest, rest + "大"]
    return [short for short in shorts if len(short) >= 2]


def _short_company(name: str) -> list[str]:
    proper = core(name)
    region = _REGION.match(proper)
    without = proper[region.end() :] if region and len(proper) - region.end() >= 2 else proper
    bare = _TRADE.sub("", without)
    shorts = [proper, without, *(without[:n] for n in range(len(without) - 1, 3, -1))]
    return [
        *(s for s in shorts if len(s) >= 3),
        *([bare] if len(bare) >= 2 and bare != without else []),
    ]
