"""The country of an organisation, where its Chinese name shows it.

Names of countries are the Chinese ones of ISO 3166-1 (pycountry's translations); names of the
provinces of China and of its largest cities stand at the head of its own organisations' names.
"""

import gettext
import re
from functools import cache

import pycountry

_CHINA = re.compile(
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆"
    "|哈尔滨|长春|沈阳|大连|南京|苏州|杭州|宁波|合肥|福州|厦门|济南|青岛|郑州|武汉|长沙|广州|深圳|成都|西安|兰州|昆明|南昌|贵阳|清华|复旦|同济|华为|中国(?!台|香)"
)
_BRANCH = re.compile(r"(?<=.{2})(?=(.{2,6}?)(?:有限|[分子])?公司$)")
_FORMAL = re.compile(
    r"(?:人民)?(?:民主)?(?:联合)?(?:伊斯兰)?(?:共和国|王国|联邦|合众国|公国|酋长国)$"
)


def country_of(name: str) -> str | None:
    """ISO 3166-1 alpha-2 code of the country that a name in simplified script shows, or None."""
    stated = [name, *re.findall(r"[（(]([^）)]+)", name), *_BRANCH.findall(name)]
    found = {
        code
        for country, code in _countries().items()
        for part in stated
        if part.startswith(country)
    }
    if found:
        return found.pop() if len(found) == 1 else None
    return "CN" if _CHINA.match(name) else None


@cache
def _countries() -> dict[str, str]:
    chinese = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=["zh_CN"])
    names: dict[str, str] = {}
    for country in pycountry.countries:
        name = chinese.gettext(country.name)
        names[name] = country.alpha_2
        short = _FORMAL.sub("", name)
        if len(short) >= 2:
            names[short] = country.alpha_2
    return {
        name: code for name, code in names.items() if re.fullmatch(r"[\u3400-\u9fff]{2,}", name)
    }
