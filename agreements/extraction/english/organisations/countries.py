"""The country of an organisation, where its name or legal form tells it safely.

Names of countries are those of ISO 3166 (pycountry) with their common short forms; legal forms
that one country alone uses, and the provinces of China, which its universities are named after.
"""

import re
from functools import cache

import pycountry

_LEGAL = {
    r"Sdn\.? Bhd": "MY",
    r"Berhad": "MY",
    r"Kft\.?": "HU",
    r"S\.p\.A\.?": "IT",
    r"Oyj?": "FI",
    r"Sp\. z o\.o\.?": "PL",
    r"s\.r\.o\.?": "CZ",
    r"A\.Ş\.?": "TR",
    r"Tbk": "ID",
    r"株式会社": "JP",
}
_SHORT = {
    "Vietnam": "VN",
    "Viet Nam": "VN",
    "Russia": "RU",
    "South Korea": "KR",
    "Korea": "KR",
    "Iran": "IR",
    "Taiwan": "TW",
    "Tanzania": "TZ",
    "Bolivia": "BO",
    "Venezuela": "VE",
    "Moldova": "MD",
    "Laos": "LA",
    "Syria": "SY",
    "Brunei": "BN",
    "Czech Republic": "CZ",
    "Turkey": "TR",
    "México": "MX",
    "Hong Kong": "HK",
    "Macau": "MO",
    "USA": "US",
    "UK": "GB",
    "Indian": "IN",
    "Norwegian": "NO",
    "Deutsche": "DE",
    "Ivory Coast": "CI",
    "Zanzibar": "TZ",
    "Scotland": "GB",
    "Catalonia": "ES",
    "Brasil": "BR",
    "España": "ES",
    "Italia": "IT",
    "London": "GB",
    "Delhi": "IN",
    "Bandung": "ID",
}
_CHINA = frozenset(
    """
    Anhui Beijing Chongqing Fujian Gansu Guangdong Guangxi Guizhou Hainan Hebei Heilongjiang Henan
    Hubei Hunan Jiangsu Jiangxi Jilin Liaoning Ningxia Qinghai Shaanxi Shandong Shanghai Shanxi
    Sichuan Tianjin Tibet Xinjiang Yunnan Zhejiang Harbin Nanjing Wuhan Hangzhou Chengdu Tsinghua
    Peking Shenzhen Guangzhou Dalian Beihang Xiamen
    """.split()
)
_AMBIGUOUS = frozenset(
    {"Georgia", "Jersey", "Jordan", "Chad", "Guernsey", "Niger", "Lebanon", "Cuba", "Ireland"}
)
"""Also names of states, towns or persons; Ireland may be Northern."""


def country_of(name: str) -> str | None:
    """ISO 3166-1 alpha-2 code of the country that a name shows, or None."""
    for form, code in _LEGAL.items():
        if re.search(rf"(?<!\w){form}(?!\w)", name):
            return code
    pattern, codes = _countries()
    found = {codes[match] for match in pattern.findall(name)}
    if not found and not _CHINA.isdisjoint(re.findall(r"\w+", name)):
        return "CN"
    return found.pop() if len(found) == 1 else None


@cache
def states() -> frozenset[str]:
    """The states of the USA, each of which has universities of one name in several towns."""
    return frozenset(
        division.name
        for division in pycountry.subdivisions
        if division.country_code == "US" and division.type == "State"
    )


@cache
def _countries() -> tuple[re.Pattern[str], dict[str, str]]:
    codes = dict(_SHORT)
    for country in pycountry.countries:
        for name in (country.name, getattr(country, "common_name", country.name)):
            if name not in _AMBIGUOUS:
                codes[name.split(",")[0]] = country.alpha_2
    names = "|".join(re.escape(name) for name in sorted(codes, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?<!New )({names})(?![\w-])"), codes
