"""When a Chinese release was published, and when the agreement was signed."""

import re
from collections.abc import Iterator

from agreements.dates import PartialDate
from agreements.extraction.chinese.written_dates import DateMention, dates_in
from agreements.extraction.document import Document, Span

_LABEL = re.compile(
    r"(?i)"
    r"(?:发布|发表|更新|发稿|刊发|编辑|上传|录入|添加|创建|上线|公布)?(?:时间|日期)\s*[:：|]?\s*$|(?:发布|发表)(?:于|在)?\s*[:：]?\s*$|来源\s*[:：].{0,20}$|(?:date|posted|published)(?:\son)?\s*[:：]?\s*$"
)
_AGENCY = re.compile(r"[\u3400-\u9fff]{0,10}(?:电|讯)|[^。【】]{0,4}】")
_HISTORY = re.compile(
    r"^[^，。；]{0,8}(?:成立|创办|创建|建校|始建|诞生|入选|更名|升格|以来|起(?!草)|之前|前夕|出台)|^前"
)
_SINCE = re.compile(
    r"(?:自|自从|截至|截止|从|始于|创办于|成立于|建于|始建于|追溯到|早在|将于|拟于|计划于|预计)\s*(?:于|在)?$"
)
_CLOCK = re.compile(r"\s*\d{1,2}[:：]\d\d")
_COUNTER = re.compile(r"第\s*\d+\s*版|(?:浏览|阅读|点击|查看|访问)(?:次数|量|数)?\s*[:：(（]")
"""What stands beside the date in the head of a page: its place in the paper, its readers."""
_NEWS = 300
"""Days; what is older is no news."""
_HEAD_LINES = 14
_NEAR_LABEL, _SHORT = 100, 24


def published(document: Document, lines: list[Span]) -> tuple[PartialDate, Span | None] | None:
    """The day of publication: from metadata, a labelled line, a dateline, a date alone."""
    if document.published_on:
        return document.published_on, None
    for _, mention in sorted(_candidates(lines), key=lambda found: found[0]):
        if (day := mention.resolve(None)) and day.day:
            return day, mention.span
    return None


def _candidates(lines: list[Span]) -> Iterator[tuple[int, DateMention]]:
    for number, line in enumerate(lines):
        for mention in dates_in(Span(line.start, min(line.end, line.start + 140), line.document)):
            if mention.year and mention.day is not None:
                rank = _rank(mention, line, number < _HEAD_LINES)
                if rank is not None:
                    yield rank, mention


def _rank(mention: DateMention, line: Span, head: bool) -> int | None:
    """How well a line shows that its date is that of publication, 0 best; None if it does not."""
    text = line.document.text
    before, after = text[line.start : mention.span.start], text[mention.span.end : line.end]
    if _LABEL.search(before) and len(before) < _NEAR_LABEL:
        return 0
    if head and _AGENCY.match(after) and len(before) < _SHORT:
        return 1
    rest = len(line.words) - len(mention.span.words)
    counted = head and _COUNTER.search(after) and "。" not in after
    stamped = counted or (head and _CLOCK.match(after) and rest < _NEAR_LABEL)
    ends = head and not after and rest < _NEAR_LABEL and "。" not in before
    alone = rest < _SHORT and (head or len(before) + len(after) < _SHORT / 2)
    return 2 if stamped or ends or alone else None


def signed_on(
    acts: list[Span], occasions: list[Span], day: PartialDate | None, dateline: Span | None
) -> tuple[PartialDate, Span] | None:
    """The day of signing: stated with the act, else that of the occasion.

    `acts` are the sentences that tell the signing, `occasions` those that may tell its occasion,
    both in the order in which they are trusted; `day` is the day of publication, `dateline` its
    place in the text.
    """
    dates = [(span, mention) for span in acts for mention in dates_in(span)]
    dates.sort(key=lambda pair: pair[1].month is None and pair[1].day is None)  # 昨日 comes last
    dates += [(span, mention) for span in occasions for mention in dates_in(span)]
    for span, mention in dates:
        if (dateline and mention.span.overlaps(dateline)) or not _tells(mention, span):
            continue
        found = mention.resolve(day)
        if found and _plausible(found, day) and not _stale(mention, found, day):
            return found, mention.span
    return None


def _plausible(found: PartialDate, day: PartialDate | None) -> bool:
    """Not after publication, and not from a year long before it."""
    return day is None or (found.first_day <= day.last_day and found.year >= day.year - 1)


def _stale(mention: DateMention, found: PartialDate, day: PartialDate | None) -> bool:
    """Whether a day without a year would lie so long before publication that it is no news."""
    told = mention.year is not None or mention.years_ago is not None
    return not told and day is not None and (day.first_day - found.first_day).days > _NEWS


def _tells(mention: DateMention, span: Span) -> bool:
    """Whether a date is one of the signing, not of a founding, a plan or an agency's line."""
    text = span.document.text
    before, after = text[span.start : mention.span.start], text[mention.span.end : span.end]
    return not (
        _HISTORY.match(after)
        or _SINCE.search(before)
        or (_AGENCY.match(after) and len(before) < 20)
    )
