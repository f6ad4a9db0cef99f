"""When a page was published, and when what it tells was signed."""

import re
from collections.abc import Iterator

from agreements.dates import PartialDate
from agreements.extraction.document import Document, Span
from agreements.extraction.english.written_dates import DateMention, dates_in

_TIME_AND_BAR = r",?\s*(?:(?:at\s+)?\d\d?[:.]\d\d\s*(?:[ap]\.?m\.?)?\s*)?(?:[A-Z]{2,4}\s*)?[|•·]"
"""After a date that opens a line of what is said of a page: "3 May 2021 07:52 pm |"."""
_HEAD = 14
"""Lines at the head of a page in which its date is sought."""
_PUBLISHED_BEFORE = re.compile(
    r"(?:updated?|release[ds]?(?:\s+(?:date|time|on))?|published(?:\s+(?:on|at|date))?"
    r"|publication\s+date"
    r"|published\s+in\s+[\w\s]{3,40}?\s+on|posted(?:\s+on)?|(?:发布|更新|发表)(?:日期|时间)|date(?:\s+of\s+\w+)?|time|issued|created|added)\s*(?:on)?\s*[::]?\s*"
    r"(?:at\s+)?(?:\d\d?[:.]\d\d\s*(?:[ap]\.?m\.?)?\s*(?:[a-z]{2,4}\b)?,?\s+(?:on\s+)?)?"
    r"(?:[a-z]{3,9},?\s+)?$",
    re.IGNORECASE,
)

_LABELLED = 0
"""Rank of a date that is said to be that of publication; it counts even if it is a month alone."""
_LABEL_ALONE = re.compile(
    r"(?:publication\s+date|date(?:\s+of\s+publication)?|(?:published|posted|released)(?:\s+on)?)\s*:?",
    re.IGNORECASE,
)
"""A line that says what the next one is."""
_SET_OFF = re.compile(r"^[^.]{3,80}(?:\.|\s\|)\s+(?:[A-Z][a-z]+day,\s+)?$")
_CLOCK_TO_END = r"(?:,?\s+(?:at\s+)?\d\d?[:.]\d\d\s*(?:[AaPp]\.?[Mm]\.?)?(?:\s+[A-Z]{2,4})?)?\s*$"
"""Beside a date that ends a line of what is said of a page."""
_AT_AN_END = re.compile(
    r"[^.]{0,160}\w(?<!\b(?:on|of|in|to))\s+\d+[-/.]\d+[-/.]\d+(?:,?\s\d\d?:\d\d)?|\W*[(\[【][^()\[\]]{6,20}[)\]】]\s*[A-Z][^.]{0,160}"
    r"|[A-Z][^.]{3,80}\.\s+[A-Z][a-z]+day,\s+[A-Z][a-z]+\s+\d{1,2},\s+\d{4}"
)
"""A headline or an office with a day after it, or a day in brackets before it."""
_CLOCK = re.compile(
    r"[,\s]*(?:at\s+)?\d\d?[:.]\d\d\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?$", re.IGNORECASE
)
"""The hour after a day."""
_BETWEEN_BARS = re.compile(r"[|•·]\s*$"), re.compile(r"\s*[|•·]")
_PERIOD = re.compile(r"\s*(?:[-–—]|to\b|until\b)\s*(?:[A-Z][a-z]{2,8}\.?\s+\d|\d{1,2}\s+[A-Z])")
_PERIOD_BEFORE = re.compile(r"\d{4}\s*(?:[-–—]|to\b|until\b)\s*$")
"""Beside a day that begins or ends a time: "Sept. 16, 2024 – Sept. 15, 2027"."""
_UPDATED = re.compile(r"(?:last\s+)?updated?\b", re.IGNORECASE)
"""A day that counts only where none of publication stands before it."""
_BYLINE = re.compile(r"^\W*(?:(?:[Ww]ritten\s+|[Pp]osted\s+)?(?:by|BY|\w*By)\s|Author\b)\W*\w")
"""Before the day of publication; a page's own clock stands above its headline."""


def published(document: Document, lines: list[Span]) -> tuple[PartialDate, Span | None] | None:
    """The day of publication: from the file's metadata, a labelled line, a dateline, a date alone.

    `lines` are the document's blocks in order. None where nothing states it.
    """
    if document.published_on:
        return document.published_on, None
    candidates = sorted(_publication_candidates(lines), key=lambda found: found[0])
    for _, mention in candidates:
        if (day := mention.resolve(None)) and day.day:
            return day, mention.span
    for rank, mention in candidates:
        if rank == _LABELLED and (month := mention.resolve(None)):
            return month, mention.span
    return None


def _publication_candidates(lines: list[Span]) -> Iterator[tuple[int, DateMention]]:
    told = [line for line in lines if len(line.words.split()) > 2 or re.search(r"\d", line.words)]
    last = len(told) - 5
    for number, line in enumerate(told):
        if _HEAD <= number < last:
            continue
        text = line.quotation
        head = Span(line.start, min(line.end, line.start + 140), line.document)
        for mention in dates_in(head):
            before = text[: mention.span.start - line.start]
            if not mention.year or re.search(r"\bdated\b", before):
                continue
            after = text[mention.span.end - line.start :]
            if _PERIOD.match(after) or _PERIOD_BEFORE.search(before):
                continue
            if (label := _PUBLISHED_BEFORE.search(before)) and len(before) < 100:
                rank = 3 if _UPDATED.match(label[0]) else _LABELLED
                yield rank if number < _HEAD else 4, mention
            elif number and _LABEL_ALONE.fullmatch(told[number - 1].words) and not before.strip():
                yield _LABELLED, mention
            elif number >= _HEAD:
                continue
            elif _SET_OFF.search(before) and re.match(_CLOCK_TO_END, after):
                yield 3, mention  # News Service | 11 June 2015 7:52 pm
            elif re.match(r"[^(]{2,60}\([^()]*$", before) and re.match(r"\s*\)", after):
                yield 1, mention  # PLACE (Agency - 11 June 2015)
            elif re.match(r"\s?\.\s+[A-Z]", after) and re.fullmatch(
                r"[A-Z][\w’' -]{2,30}[,.]\s+", before
            ):
                yield 1, mention  # PLACE, 11 June 2015.
            elif re.search(r"\s[—–|]\s+$", before) and re.match(r"\s+(?:comments?|by)\b", after):
                yield 3, mention  # Source — 11 June 2015 comments off
            elif re.match(r"\s*(?:\)|\([^)]{1,30}\))?\s*(?:[-–—:]|/\w)", after) and re.match(
                r"\W*[A-Z]", before
            ):
                yield 1, mention  # dateline: PLACE, 11 June 2015 –
            elif not before.strip() and re.match(r"\s+[Bb]y\b:?\s+[A-Z]", after):
                yield 2, mention  # 11 June 2015 By: Jane Roe
            elif _BYLINE.search(before) and len(before) < 60:
                yield 2, mention  # By Jane Roe, 11 June 2015
            elif _BETWEEN_BARS[0].search(before) and _BETWEEN_BARS[1].match(after):
                yield 3, mention  # Agency | 11 June 2015 | Follow us
            elif number < 8 and (
                len(line.words) - len(mention.span.words) - _length(_CLOCK.search(after)) < 32
                or (not before.strip() and re.match(_TIME_AND_BAR, after))
                or _AT_AN_END.fullmatch(f"{before}{mention.span.quotation}{after}")
            ):
                byline = number > 0 and _BYLINE.match(told[number - 1].words)
                yield 2 if byline else 3, mention


def _length(match: re.Match[str] | None) -> int:
    return len(match[0]) if match else 0


_REPORTED = re.compile(
    r"\b(?:announced|made\s+public|unveiled|said|told|release|stated|reported|noted|according|press|published|since|beg[au]n|begins|start(?:s|ed)|effective"
    r"|until|before|dated?\s+back|from)\b[^,;]{0,30}$"
    r"|\b(?:issued|released|published|posted)\s+(?:on\s+)?(?:\w+day,\s+)?$"
    r"|\bby\s+(?:the\s+)?(?:(?:end|middle|beginning)\s+of\s+|early\s+|mid-|late\s+)?$",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(r"\s+(?:announced|said|reported|confirmed)\b")
_MONTH_OF_ACT = re.compile(
    r"\b(?:signed|inked|sealed|concluded|penned|entered|held|renewed|exchanged|took\s+place)\b"
    r"(?:(?!\b(?:to|will|until|from|starting|begin\w*|for|which|due|by|since)\b)[^.;]){0,90}$",
    re.IGNORECASE,
)
"""Before a month without day and year that is the act's own: "signed a memorandum in March"."""
_THAT_DAY = re.compile(r"\b(?:that|(?:on\s+)?the\s+same)\s+day\b", re.IGNORECASE)
NAMES_DAY = re.compile(
    r"\b(?:signing|ceremony),?\s+(?:(?:which\s+was\s+)?held\s+)?(?:on\s|today\b|yesterday\b|last\s)|\b(?:formali[sz]ed|sealed|put\s+(?:on|to|in)\s+(?:paper|writing))\b[^.;]{0,120}?\bon\s"
    r"|\b(?:signing|ceremony)\s+(?:took\s+place|was\s+held)\b[^.;]{0,60}?\bon\s",
    re.I,
)
"""In a sentence, however far from the signing's own, that tells the day of the ceremony."""
_OF_THE_ACT = re.compile(r"\b(?:ceremony|signing|event)\s+(?:held\s+)?(?:on\s+)?$", re.IGNORECASE)
_FILED_BEFORE = re.compile(r"\W*(?P<place>[A-Z][\w’'. -]{1,30}(?:,|\s[–—-])\s+)?")
_FILED_AFTER = re.compile(r"\s*(?P<mark>[–—-]+|\]|:)\s+(?:The|An?|[A-Z]\w+)\b")
"""Around the day of a report, which stands before its first sentence: "Espoo, Sept. 28 – The"."""
_RANGE_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)


def signed_on(
    acts: list[Span], occasions: list[Span], day: PartialDate | None, dateline: Span | None
) -> tuple[PartialDate, Span] | None:
    """The day of signing: stated with the act, else that of the occasion.

    `acts` are the sentences that tell the signing, `occasions` those that may tell the visit or
    ceremony at which it took place, both in the order in which they are trusted; `day` is the
    day of publication, `dateline` its place in the text.
    """
    mentions = [(sentence, mention) for sentence in acts for mention in dates_in(sentence)]
    mentions.sort(key=lambda pair: pair[1].month is None)  # a calendar date before "on Monday"
    mentions += [(sentence, mention) for sentence in occasions for mention in dates_in(sentence)]
    for sentence, mention in mentions:
        if dateline is not None and mention.span.overlaps(dateline):
            continue
        found = mention.resolve(day) if _tells_signing(mention, sentence) else None
        if found and _plausible(found, day):
            return found, mention.span
    return None


def _tells_signing(mention: DateMention, sentence: Span) -> bool:
    before = sentence.quotation[: mention.span.start - sentence.start]
    if _ANNOUNCED.match(sentence.quotation, mention.span.end - sentence.start):
        return False
    filed = _FILED_BEFORE.fullmatch(before)
    report = _FILED_AFTER.match(sentence.quotation, mention.span.end - sentence.start)
    if filed and report and (filed["place"] or report["mark"] != ":"):
        return False
    if mention.is_month and before.strip() and not _MONTH_OF_ACT.search(before):
        return False
    if mention.day and _THAT_DAY.search(sentence.quotation, mention.span.end - sentence.start):
        return True
    if _RANGE_FROM.search(before) and mention.last_day is not None:
        return True
    return _OF_THE_ACT.search(before) is not None or not _REPORTED.search(before)


def _plausible(found: PartialDate, day: PartialDate | None) -> bool:
    """Not after publication, and not from a year long before it."""
    if day is None:
        return True
    return found.first_day <= day.last_day and found.year >= day.year - 1
