"""Names of organisations in Chinese text, by the word that they end in.

大学, 公司, 委员会 and their like close a name; `grammar` tells where it begins. A unit goes
with its university: 浙江大学 + 工程师学院. World-known firms are read by their bare names too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from agreements.extraction.chinese.grammar import SUBJECT, phrase_start
from agreements.extraction.chinese.organisations.body_types import COMPANY_NAMES, HEAD, TRADES
from agreements.extraction.chinese.regions import REGION
from agreements.extraction.chinese.script import HAN
from agreements.extraction.document import Span
from agreements.vocabulary.kinds import INSTITUTION_TYPES, OrganisationType

_T = OrganisationType
_GENERIC = re.compile(
    r"""(?:[办建读上考进做创兴]|[创兴举开]办|建成|建设)?(?:[该本我各两贵全多某这那]|控股|全资|参股|股份|子|有关|相关|有限|[一二三四五六七八九十百几数余\d]+|所|家|个|类|名|国内外|国内|国外|世界|全球|全国|中外|一流|知名|著名|重点|高等
    |综合性?|民办|公办|职业|技术|科技|本科|研究型|应用型|[性型]|高新|大型|龙头|民营|国有|国企|上市|合资|跨国|产业|现代|现代产业|新|二级|附属|教学|直属|双一流|的|外国|中国
    |老年|集团|公司|部分|高水平|高质量|特色|鲜明|省属|部属|市属|新建|新型|现代化|区域性|国际化|创新型|顶尖|世界级|百年|本科|高职|高专|建设|地方|校企|共建|未来技术|互联网|ICT|信息与网络技术|网络|学徒|创新|卓越工程师|联合|特色|专业|专科|实体|虚拟|开放|软件|合作|兄弟|目标|优秀|平台|行业|领军
    |[-“”·（）()])*""",
    re.VERBOSE,
)
_TOWN = re.compile(rf"(?!中国)(?:{REGION})")
"""A town or province, whatever its characters mean: 新余."""
_RANKED = re.compile(r"最[大早强]|第[一二三四五]大|唯一|首屈一指")
"""What describes a body and names none: 全球最大风机制造公司."""
_COUNTED = re.compile(r"[\d两三四五六七八九十数多几余]\s?[家所名个]$")
BUILT = frozenset({_T.SCHOOL, _T.RESEARCH_INSTITUTE})
"""Bodies that an agreement may be about: an 产业学院, a joint institute."""
_MOST = 40
"""Names that are sought in one sentence; the longest real lists have fewer."""
_ACADEMIES = frozenset({"中国科学院", "中国工程院", "中国社会科学院"})
_SUBJECTS_SHORT = (
    "[生建化信机电材土计经文政商外理艺体人农动海食药环能][工管法信科化机经理语文材环能生电建食药教]"
)
"""Two subjects by one character each, as faculties are called: 建工, 经管, 政法."""
_INDEPENDENT = re.compile(
    rf"(?:{REGION}).*学院$|.*(?:理工|文理|职业|职业技术|职业工|技师|师范|专科|独立|大学.{{2,4}})学院$"
    rf"|(?!.*(?:{SUBJECT})|{_SUBJECTS_SHORT}学院)[{HAN}]{{2,3}}学院$"
)
"""Colleges of their own, by place or sort; others bear a subject and are part of a university."""
_OF_SUBJECTS = re.compile(rf"(?:{SUBJECT}|科学)+")
_CAMPUS = re.compile(
    rf"[（(](?!以下|下称|简称|暂名|[图文摄]|记者|[{HAN}]{{1,3}}大[）)])[{HAN}]{{2,8}}[）)](?:校区)?|[{HAN}]{{1,4}}校区"
)
_TRADE = re.compile(
    rf"(?:{TRADES}){{1,2}}(?=[^{HAN}]|[与和同及共将在签等]|党委|董事|总|副|首席|执行|$)"
)
"""What goes on the name of a well-known firm: 潍柴动力."""
_STOCK_CODE = re.compile(r"[（(](?:(?:股票|证券)代码)?[:：]?\s?\d{4,6}(?:\.[A-Z]{2})?[）)]")
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
        trade = _TRADE.match(text, match.end(), span.end)
        at = Span(match.start(), trade.end() if trade else match.end(), span.document)
        if not any(at.overlaps(other.span) for other in found):
            found.append(Mention(at, at, _T.COMPANY))
    for match in _STOCK_CODE.finditer(text, span.start, span.end):
        start = phrase_start(text, match.start(), span.start)
        if any(start < m.span.end and m.span.start < match.start() for m in found):
            continue
        if start < match.start():
            at = Span(start, match.start(), span.document)
            found.append(Mention(at, at, _T.COMPANY))
    return sorted(found, key=lambda mention: mention.span)


def _chains(span: Span) -> Iterator[list[tuple[int, int, int, OrganisationType]]]:
    """Heads that follow one another within one noun phrase: (start of phrase, head, end, type)."""
    text = span.document.text
    chain: list[tuple[int, int, int, OrganisationType]] = []
    for match in islice(HEAD.finditer(text, span.start, span.end), _MOST):
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
    if chain[-1][2] - chain[-1][1] == 3 and document.text.startswith("子公司", chain[-1][1]):
        chain = chain[:-1]
        if not chain:
            return None
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
    elif type_ is _T.RESEARCH_INSTITUTE and chain[0][3] is _T.COMPANY:
        if chain[0][1] == start:
            return None  # 我公司武汉研究院
        own_end, own_type = chain[0][2], _T.COMPANY  # 星河公司武汉研究院 is the firm's
    elif type_ in INSTITUTION_TYPES:
        head = next((link for link in chain if link[3] in INSTITUTION_TYPES), chain[0])
        if (
            head is not chain[-1]
            and end - head[2] > 2
            and (head[3] is _T.UNIVERSITY or _INDEPENDENT.match(text[start : head[2]]))
        ):
            own_end, own_type = head[2], head[3]
    name = text[start:own_end]
    body = text[start : chain[-1][1]]
    local = own_type is _T.GOVERNMENT and body in {"省", "市", "区", "县", "州"}
    if (
        (len(body) < 2 and not local and not name.endswith("大"))
        or (_GENERIC.fullmatch(body) and not (name.endswith("大") or _TOWN.fullmatch(body)))
        or _COUNTED.search(body)
        or _RANKED.search(body)
        or start >= own_end
        or _BUILDING.match(text, end)
    ):
        return None
    nameless = own_type is _T.RESEARCH_INSTITUTE and _OF_SUBJECTS.fullmatch(body)
    if nameless or (own_type is _T.COLLEGE and not _INDEPENDENT.match(name)):
        own_type = _T.SCHOOL
    return Mention(Span(start, end, document), Span(start, own_end, document), own_type)
