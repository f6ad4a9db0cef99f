"""Names that hold a word which otherwise ends them, where the text itself shows that they do.

江苏共同建材有限公司 begins with its province, so that 共同 belongs to the name; （下称“共同建材”）
states a name whole. Wherever such a name stands in the text, its words are not cut.
"""

import re
from functools import lru_cache

from agreements.extraction.chinese.regions import REGION
from agreements.extraction.chinese.script import HAN

_STATED = re.compile(
    rf"[（(]\s*(?:以下|下文|下)?[统简]?(?:简)?称(?:为)?\s*[“\"「『‘]?(?P<name>[{HAN}A-Za-z]{{2,10}})[”\"」』’]?\s*[）)]"
)
_NO_BODY = re.compile("协议|项目|计划|活动|大会|论坛|双方|三方|课题")
_LIKE_A_NAME = "[和至同以来由向到]|共同|联合|成功|合作|希望|正式|支持|发挥|共建|推动|先后"
"""Words of the language that firms call themselves by, or whose characters begin their names."""
_FORM = r"(?:有限|股份|集团|控股|总?公司|[（(])"
_WORD = rf"(?:{_LIKE_A_NAME})(?:(?!大学|学院|公司|的|等|[与])[{HAN}]){{1,10}}?"
_PLACED = re.compile(
    rf"(?:^|[，。、：；（“「\s与和同及])(?:{REGION})(?:[{HAN}]{{1,3}}[市区县])?(?P<name>[{HAN}]?{_WORD}){_FORM}"
)
"""Behind the place that heads a name; 在, 赴 and their like before it would make it a place."""
_JOINED = re.compile(rf"[与“「](?P<name>(?!希望|合作){_WORD}){_FORM}")
"""What no sentence could go on with: 与 is followed by a name."""
_MOST = 30


@lru_cache(maxsize=4)
def kept(text: str) -> frozenset[int]:
    """The offsets of characters that stand in such a name."""
    names = {match["name"] for match in _STATED.finditer(text) if not _NO_BODY.search(match[0])}
    names |= {match["name"] for form in (_PLACED, _JOINED) for match in form.finditer(text)}
    if not names:
        return frozenset()
    longest = sorted(names, key=lambda name: (-len(name), name))[:_MOST]
    found = re.finditer("|".join(map(re.escape, longest)), text)
    return frozenset(at for match in found for at in range(*match.span()))
