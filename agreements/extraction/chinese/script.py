"""Traditional characters and wide letters in one plain form, so that every rule is written once.

The table pairs the traditional characters of Big5 level 1 with their simplified forms where one
character stands for one (from OpenCC's TSCharacters table, 1.1; Apache License 2.0).
"""

import re
from functools import cache
from pathlib import Path

HAN = "㐀-鿿\U00020000-\U0003134f"
"""Chinese characters, rare ones of names too, as ranges for a class of a regular expression."""

_TABLE = Path(__file__).with_name("traditional.txt")
_WIDE = {
    code: code - 0xFEE0
    for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}

_TERMS = {
    "资讯": "信息",
    "雷射": "激光",
    "软体": "软件",
    "硬体": "硬件",
    "网路": "网络",
    "程式": "程序",
    "数位": "数字",
    "人工智慧": "人工智能",
    "奈米": "纳米",
    "伺服器": "服务器",
    "云端运算": "云端计算",
    "资料库": "数据库",
    "行动通讯": "移动通信",
}
"""Terms of Taiwan and Hong Kong beside those of the mainland, of equal length."""
_TERM = re.compile("|".join(_TERMS))


_NARROW = re.compile(r"(?<=[^\x00-\x7f])[,;]|[,;](?=[^\x00-\x7f])")
_FULL = {",": "，", ";": "；"}
"""Punctuation that many sites narrow in Chinese text; between figures or Latin words it stays."""


def folded(text: str) -> str:
    """Simplified characters, narrow letters, wide punctuation; every character keeps its place."""
    plain = text.translate(_table())
    if plain != text:
        plain = _TERM.sub(lambda match: _TERMS[match[0]], plain)
    return _NARROW.sub(lambda match: _FULL[match[0]], plain)


@cache
def _table() -> dict[int, int]:
    pairs = _TABLE.read_text("utf-8").replace("\n", "")
    return _WIDE | {ord(a): ord(b) for a, b in zip(pairs[::2], pairs[1::2], strict=True)}
