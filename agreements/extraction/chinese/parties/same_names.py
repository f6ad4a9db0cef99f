"""The ways in which Chinese names are shortened: 哈工大, 浙大, 上理工, 北航, 新华医疗."""

import re

from agreements.extraction.chinese.regions import REGION
from agreements.extraction.chinese.script import HAN
from agreements.vocabulary.kinds import OrganisationType

_PLACE = re.compile(rf"{REGION}|[^省市]{{2,3}}[省市]")
_TRADE = re.compile(
    r"(?:技术|科技|信息|电子|通信|通讯|网络|软件|数字|智能|云计算|控股|实业|投资|股份|国际|集团|产业|发展|服务|\(.*\)|（.*）)+$"
)
_LEGAL = re.compile(r"(?:集团)?(?:股份|有限|责任)*公司$|集团$")
_BANK = re.compile(
    rf"(?:中国(?=银行)|(?:中国)?(?P<name>农业|建设|工商|交通|招商))银行(?P<place>{REGION})?(?:分行)?"
)
"""Banks go by two characters: 农行, and 省农行 for the branch of a province."""
_PLACES_AT_MOST = 4
"""Characters: a province and a city."""
_SCHOOL = re.compile(r"大学|学院")


_SHORT = re.compile(
    rf"(?:^|(?<=[^{HAN}])|(?<=[与和及同由在向对从为]))(?P<name>[{HAN}]{{1,3}}[大会总])"
    r"(?=[副常首校党会主理秘与和及、，将在学师教研的\-—])"
)
_WORDS = frozenset(
    "重大 广大 最大 强大 巨大 扩大 加大 人大 盛大 宏大 远大 正大 高大 伟大 更大".split()
)


def abbreviations(text: str) -> frozenset[str]:
    """Words of a text that read like the short name of a university or association: 理大, 工总."""
    return frozenset(match["name"] for match in _SHORT.finditer(text)) - _WORDS


def in_order(short: str, full: str) -> bool:
    """Whether the characters of a short name stand in the full one in this order."""
    characters = iter(full)
    return all(char in characters for char in short)


def shortens(short: str, full: str) -> bool:
    """Whether a firm's name is another's from its beginning, or from behind the places in it."""
    if short.endswith("有限公司") or (short.endswith("集团") and "集团" not in full):
        return False
    at = core(full).find(core(short))
    return at == 0 or (0 < at <= _PLACES_AT_MOST and len(core(short)) > 1)


def core(name: str) -> str:
    """The name of a firm without its legal form."""
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
    region = _PLACE.match(body)
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
    if bank := _BANK.fullmatch(name):
        short = (bank["name"] or "中")[0] + "行"
        place = bank["place"] or ""
        return [short, *([place[-1] + short] if place[-1:] in {"省", "市"} else [])]
    proper = core(name)
    region = _PLACE.match(proper)
    without = proper[region.end() :] if region and len(proper) - region.end() >= 2 else proper
    bare = _TRADE.sub("", without)
    shorts = [proper, without, *(without[:n] for n in range(len(without) - 1, 3, -1))]
    return [
        *(s for s in shorts if len(s) >= 3),
        *([bare] if len(bare) >= 2 and bare != without else []),
    ]
