"""The shape of a Chinese page: its lines, which of them are furniture, and their sentences."""

import re
from dataclasses import dataclass

from agreements.extraction.blocks import Block, Role, Sentence
from agreements.extraction.document import Document, Span

_LINE = re.compile(r"[^\n]*\S[^\n]*")
ENDS = re.compile(r"[。！？!?；;…][”’」』）)]*\s*$")
_SENTENCE = re.compile(r"[^。！？!?；]*(?:[。！？!?；]+[”’」』）)]*|$)")
_FURNITURE = re.compile(
    r"""^\W*(?:
    首\s*页|当前位置|您(?:现在)?的位置|所在位置|导航|网站地图|设为首页|加入收藏|收藏本站|无障碍|English\b|登录|注册|搜索
    |分享(?:到|至|本文)?|扫一扫|扫码|微信|微博|打印|关闭|字[号体]|返回|回到顶部|点赞|收藏|阅读全文
    |上[一1][篇条则页]|下[一1][篇条则页]|前一篇|后一篇|相关(?:阅读|新闻|链接|文章|报道)|延伸阅读|推荐阅读|热[点门]|最新(?:新闻|动态)
    |友情链接|联系(?:我们|方式|电话)|版权所有|Copyright|©|地址[:：]|邮编|电话[:：]|.{0,8}ICP备|技术支持[:：]
    |(?:点击|浏览|阅读|访问)(?:次数|量|数|率)?\s*[:：]|\[?\s*(?:大|中|小)\s*\]?$
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_CREDIT = re.compile(
    r"""^\W*(?:
    (?:文字?|图片?|文图|图文|摄影|摄像|撰稿|撰文|供稿|作者|编辑|责任?编辑?|美编|校对|审核|审稿|监制|终审|初审|复审|记者|通讯员|翻译|编译
       |来源|稿源|信息来源|发布(?:时间|日期|者|人|单位)?|更新(?:时间|日期)?|日\s*期|时\s*间|点击|关键[词字]|标签|栏目|部门)
    (?:[/／、|｜和](?:文字?|图片?|摄影|编辑|供稿|审核|记者|通讯员))?\s*[:：|｜/／]
    |[（(]?(?:本报|本网|特约)?(?:记者|通讯员|供稿|撰稿|文图?|图文|图|摄影|编辑)(?:[/／、][文图摄])?\s*[:：/／|｜\s]
    )""",
    re.VERBOSE,
)
_BYLINE = re.compile(r"[（(][^（）()]{2,30}[）)].{20,}。")
"""A reporter in brackets and the sentence that follows: （记者 李明）昨日，…。"""
_CAPTION = re.compile(
    r"^(?:图\s*[一二三四五六\d]?\s*[:：为]|▲|△)|[（(][^（）()]{0,12}(?:摄|供图|图片)[）)]$|(?:合影|签约仪式|签约)现场$"
)
_RELATED = re.compile(
    r"^\W*(?:(?:相关|其[他它]|更多|往期)(?:阅读|新闻|链接|文章|报道|动态)|延伸阅读|推荐阅读|热[点门]|最新(?:新闻|动态)|友情链接|[上下][一1][篇条])"
)
_OTHER_NEWS = re.compile(r"\W*\w{2,8}\W*")
"""A line of nothing but such a heading: —— 其他新闻 ——."""
_HEADLINE_AT_MOST, _PARAGRAPH = 70, 120
_LONGEST_SENTENCE = 600
"""Characters."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document in plain script, its lines and its sentences."""

    document: Document
    blocks: list[Block]
    sentences: list[Sentence]

    @property
    def text(self) -> str:
        """The text that all spans count."""
        return self.document.text

    def told(self) -> list[Sentence]:
        """Every sentence that belongs to the article."""
        return [sentence for sentence in self.sentences if sentence.role is not Role.FURNITURE]

    def headline(self) -> Span | None:
        """The last line before the first paragraph that reads like a headline."""
        body = next(
            (i for i, block in enumerate(self.blocks) if block.role is Role.BODY), len(self.blocks)
        )
        heads = [
            b.span for b in self.blocks[:body] if b.role is Role.HEADING and len(b.span.words) >= 8
        ]
        return max(heads, key=_tells, default=None)


def _tells(span: Span) -> tuple[bool, int]:
    """How much a line reads like a headline: news goes before the name of a site."""
    return bool(re.search(r"签|协议|合作|备忘录|访|举行|会", span.words)), -span.start


def read(document: Document) -> Reading:
    """Split a document whose text is in plain script."""
    spans = [Span(start, end, document) for start, end in _lines(document.text)]
    prose = [i for i, span in enumerate(spans) if _is_prose(span.words)]
    last = prose[-1] if prose else len(spans)
    related = next(
        (i for i, span in enumerate(spans) if _ends_article(span.words, i, prose)), len(spans)
    )
    blocks = [Block(span, _role(span.words, i, last, related)) for i, span in enumerate(spans)]
    sentences = [
        Sentence(Span(start, end, document), number, block.role)
        for number, block in enumerate(blocks)
        for start, end in _sentence_offsets(block.span)
    ]
    return Reading(document, blocks, sentences)


def _ends_article(text: str, number: int, prose: list[int]) -> bool:
    """Whether a line opens other news: behind all prose, or as a heading of its own."""
    if not prose or not _RELATED.match(text):
        return False
    return number > (prose[0] if _OTHER_NEWS.fullmatch(text) else prose[-1])


def is_furniture(line: str) -> bool:
    """Whether a line belongs to the page and not to the article: navigation, credits, dates."""
    return bool(_FURNITURE.match(line) or _CREDIT.match(line))


def _role(text: str, number: int, last_prose: int, related: int) -> Role:
    if number >= related or _FURNITURE.match(text) or _is_credit(text):
        return Role.FURNITURE
    if _CAPTION.search(text):
        return Role.CAPTION
    if _is_prose(text):
        return Role.BODY
    return (
        Role.HEADING if number < last_prose and len(text) <= _HEADLINE_AT_MOST else Role.FURNITURE
    )


def _is_prose(text: str) -> bool:
    """A paragraph: it ends like a sentence, or holds one and is long."""
    if _FURNITURE.match(text) or _is_credit(text):
        return False
    return (bool(re.search(r"[。；]", text)) and len(text) > 12) or len(text) > _HEADLINE_AT_MOST


def _is_credit(text: str) -> bool:
    """Whether a line only names who made the page, and does not begin a paragraph with it."""
    story = _BYLINE.match(text) or re.search(r"。.*。", text)
    return bool(_CREDIT.match(text)) and len(text) < _PARAGRAPH and not story


def _lines(text: str) -> list[tuple[int, int]]:
    """Offsets of lines without the space around them."""
    found = []
    for line in _LINE.finditer(text):
        words = line[0].strip()
        start = line.start() + line[0].index(words)
        found.append((start, start + len(words)))
    return found


def _sentence_offsets(block: Span) -> list[tuple[int, int]]:
    """Sentences; what goes on without end is cut, so that no stage meets an endless one."""
    found = []
    for match in _SENTENCE.finditer(block.quotation):
        for at in range(0, len(match[0]), _LONGEST_SENTENCE):
            piece = match[0][at : at + _LONGEST_SENTENCE]
            if words := piece.strip():
                start = block.start + match.start() + at + piece.index(words)
                found.append((start, start + len(words)))
    return found
