"""What was signed: the names of agreements in Chinese, and the kind that each shows."""

import re

from agreements.extraction.document import Span
from agreements.vocabulary.kinds import AgreementKind as Kind

_PAPER = r"(?:协议书?|协定|合同|合约|契约|合作书|合作文件|盟约)"
_GAP = r"[^，。；：！？、“”\s签署订了]{0,16}?"
_LABORATORY = (
    r"(?:联合|共建|合作共建|共同建设|成立)" + _GAP + r"(?:实验室|研究中心|研发中心|创新中心|研究院)"
)
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            Kind.MEMORANDUM_OF_UNDERSTANDING,
            r"(?:战略|友好|全面)?(?:合作)?(?:谅解|理解|了解|合作)*(?:意向)?备忘录|\bMOU\b|\bMoU\b",
        ),
        (Kind.LETTER_OF_INTENT, rf"(?:合作)?(?:意向|意愿)(?:书|{_PAPER})"),
        (Kind.LICENCE, rf"(?:专利|技术|知识产权)?(?:实施)?许可(?:使用)?{_PAPER}"),
        (
            Kind.FRAMEWORK_AGREEMENT,
            rf"(?:全面|深化|战略|校企|产学研|合作|伙伴|关系|校地|共建)*框架(?:性)?(?:合作)?(?:协议书?|{_PAPER})",
        ),
        (Kind.JOINT_LABORATORY, rf"{_LABORATORY}”?{_GAP}{_PAPER}"),
        (
            Kind.STRATEGIC_COOPERATION_AGREEMENT,
            rf"(?:全面)?(?:深化)?战略{_GAP}{_PAPER}|战略(?:性)?(?:合作)?协议|策略联盟{_PAPER}?",
        ),
        (
            Kind.COMPREHENSIVE_COOPERATION_AGREEMENT,
            rf"全面(?:深化)?(?:校企|校地|产学研)?合作{_GAP}{_PAPER}",
        ),
        (
            Kind.RESEARCH_AGREEMENT,
            rf"(?:科研|研究(?![院所生中])|研发|科技(?:合作|开发|攻关|服务)|技术(?:开发|服务)|联合攻关|委托(?:开发|研究)){_GAP}{_PAPER}",
        ),
        (
            Kind.COOPERATION_AGREEMENT,
            rf"(?!(?<=[签敲定立谈议])[定下立成拢]|(?<=订)立)(?:(?!定下|立下|谈[定成拢]|议定)[^，。；：！？、“”\s与和了署订签敲]){{0,10}}{_PAPER}",
        ),
        (Kind.STRATEGIC_COOPERATION_AGREEMENT, r"战略(?:合作|(?=伙伴))(?:伙伴)?(?:关系)?"),
        (Kind.COMPREHENSIVE_COOPERATION_AGREEMENT, r"全面合作(?:关系)?"),
        (Kind.COOPERATION_AGREEMENT, r"合作(?:关系)?"),
    )
)
"""The more telling first. The head noun decides: 战略合作框架协议 is a framework agreement
(框架协议), 战略合作备忘录 a memorandum; 全面战略合作协议 is strategic, as in English."""
_WITHOUT_PAPER = 3
"""The last kinds name no document; only a word that means signing by itself goes with them."""


def nouns(span: Span) -> list[tuple[Kind, Span, bool]]:
    """Every name of an agreement in a sentence, and whether it names a document."""
    found: list[tuple[Kind, Span, bool]] = []
    for number, (kind, pattern) in enumerate(_KINDS):
        for match in pattern.finditer(span.quotation):
            at = _at(span, match)
            if not any(at.overlaps(other) for _, other, _ in found):
                found.append((kind, at, number < len(_KINDS) - _WITHOUT_PAPER))
    return sorted(found, key=lambda triple: triple[1])


def _at(span: Span, match: re.Match[str]) -> Span:
    return Span(span.start + match.start(), span.start + match.end(), span.document)
