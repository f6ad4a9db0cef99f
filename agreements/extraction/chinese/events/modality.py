"""How a Chinese clause speaks of a signing: done, intended, of an earlier year."""

import re

from agreements.extraction.blocks import Sentence
from agreements.extraction.chinese.organisations.organisations import mentions_in
from agreements.extraction.document import Span
from agreements.extraction.events import Modality

_INTENDED = re.compile(
    r"(?:将(?!军)|拟|计划|有望|准备|即将|争取|希望(?!集团|公司|学院|大学|教育)|期待|期盼|力争|尽[快早]|早日|有待|择机|适时|商讨|洽谈|探讨|磋商|商谈|今后|未来(?!科技|技术|网络|城)|下一步"
    r"|预计|有意|可能|可以|能够|筹备(?![处组委])|如果|愿|为了|尚未|没有|并未|草拟|起草|建议|商定|约定|同意|决定|年内|明年|下个?月|近期|届时)[^，。；]{0,20}$|(?:推进|推动|加快|促成|正在|等待)[^，。；]{0,3}$|(?:不|未|没|待|(?<![华图])为)$"
)
_INTENDED_AFTER = re.compile(
    r"^[^，。；]{0,14}?(?:事宜|意向(?!书|协议|性?备忘录)|可行性|的?可能|的?准备|相关工作|工作|流程|的?筹备|的?前期|草案|文本进行|流程)|^(?:仪式)?(?:将于|将在|拟于)"
)
_ABOUT_TO = re.compile(r"就[^，。；]{0,6}$")
_AGREED_ON = re.compile(
    r"[^，。；]{0,30}?(?:达成(?:一致|共识|意向|初步)|交换(?:了)?意见|进行(?:了)?(?:磋商|洽谈|沟通|商讨))"
)
"""就签署协议达成一致: talk of a signing, whatever stands between."""
_DONE_ANYWAY = re.compile(
    r"为(?:了)?(?:[^，。；]{0,20})(?:起点|契机)|将[^，。；]{1,12}(?:签署|签订)的"
)
_SUPPORT = re.compile(
    r"(?:以(?!下|及|来)|借|藉)(?:此次|本次|这次|协议|双方|合作协议)?[^，。；]{0,8}$|(?:根据|按照|依据|依照|(?<![亲各独])自从?|落实|履行|执行(?![副董总校院官主力]))[^，。；]{0,12}$"
)
_EARLIER = re.compile(
    r"(?:曾(?=[经于在与和同多先就一共签达合获任为有]|$)|此前|之前|早在|早先|去年|前年|当年|往年|上一?轮|上次|首次于|最早(?!的)|先前|已有|年前|原(?:先|有|本)|多年前|历史上|先后[与同和](?=[^，。；]*(?:等|多家|[百千]|\d+\s*[多余]?家))|累计|已先后|已[与同和])[^，。；]{0,26}$|(?:19|20)\d\d年以来"
)
_EARLIER_AFTER = re.compile(
    r"^[^，。；]{0,12}(?:以来|[年月]多?来|周年|之后的[一二三四五六七八九十两几\d]+年)"
)
_YEAR = re.compile(r"((?:19|20)\d\d)\s*(?:年|[-./])")
_LOOKING_BACK = re.compile(r"\s*(?:早?在)?(?:19|20)\d\d年(?:初|底|末)?[，起]")
_LONG_AGO = re.compile(
    r"\s*(?:早?在)?(?:[去前]年|多年前|[\d一两二三四五六七八九十数几]+年前)[^，。；签]{0,6}，"
)
"""Before a clause of its own: 去年，…; so what it tells is no news."""
_GOES_ON = re.compile(r"(?:并(?!非|不)|且|再由|及)")
_WITNESSED = re.compile(r"见证|举行|完成|实现")
_GOES_ON_PLANNING = re.compile(
    r"(?:[^，。；]{0,20}[^发开])?(?:拟|计划|将|有望|准备).*[，；,](?:并|且)"
)
_CLAUSE = re.compile(r"[，,；;：:]")


def modality(sentence: Sentence, verb: Span, year: int | None) -> Modality | None:
    """How the clause speaks of the signing; None where it only refers to one told elsewhere."""
    text = _without_names(sentence)
    at, end = verb.start - sentence.span.start, verb.end - sentence.span.start
    before, after = text[_clause_start(text, at) : at], text[end:]
    if before.endswith("的") and not (after.startswith("仪式") or _WITNESSED.search(before)):
        return None
    if _SUPPORT.search(before) and not _EARLIER_AFTER.match(after):
        return None
    if (
        _EARLIER.search(before)
        or _EARLIER_AFTER.match(after)
        or _LONG_AGO.match(text)
        or _of_past_year(text[:end], before, year)
    ):
        return Modality.EARLIER
    if _DONE_ANYWAY.search(before):
        return Modality.DONE
    if _ABOUT_TO.search(before) and _AGREED_ON.match(after):
        return Modality.INTENDED
    if _INTENDED.search(before) or _INTENDED_AFTER.match(after) or _GOES_ON_PLANNING.match(before):
        return Modality.INTENDED
    return Modality.DONE


def _without_names(sentence: Sentence) -> str:
    """The sentence with the names of bodies blotted out: 新希望公司 hopes for nothing.

    Their first two characters stay, as a name may take in a word that stands before it.
    """
    text = sentence.text
    for mention in mentions_in(sentence.span):
        start, end = mention.own.start - sentence.span.start + 2, mention.own.end
        end -= sentence.span.start
        text = text[:start] + "某" * (end - start) + text[end:] if start < end else text
    return text


def _clause_start(text: str, at: int) -> int:
    """Where the clause of a verb begins; 并, 且 and their like go on with the one before."""
    starts = [0, *(m.end() for m in _CLAUSE.finditer(text, 0, at))]
    while len(starts) > 1 and _GOES_ON.match(text, starts[-1]):
        starts.pop()
    return starts[-1]


def _of_past_year(text: str, clause: str, year: int | None) -> bool:
    """Whether the year stated last lies before the year before publication.

    Where that is unknown, a sentence that begins with a year and no month looks back.
    """
    stated = _YEAR.findall(clause) or _YEAR.findall(text)[-1:]
    if year is None:
        return bool(_LOOKING_BACK.match(text))
    return bool(stated and int(stated[-1]) < year - 1)
