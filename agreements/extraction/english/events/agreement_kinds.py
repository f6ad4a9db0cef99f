"""What was signed: the names of agreements, and the deeds that bind two sides without a paper."""

import re

from agreements.extraction.document import Span
from agreements.vocabulary.kinds import AgreementKind as Kind

_AGREEMENT = (
    r"(?:agreements?|accords?|pacts?|deal|(?<![,)]\s)deals(?!\s+(?:also\s+)?in\b)|contracts?|protocols?"
    r"|(?<=framework )conventions?|(?<=cooperation )conventions?|(?<=partnership )conventions?"
    r"|(?<=signed a )convention|(?<=signed the )convention)"
)
_COOPERATION = r"(?:co-?operat\w+|collaborat\w+|partner\w*|alliances?)"
_NO_OCCASION = r"(?!\s+(?-i:Forum|Conference|Summit|Week|Day|Meeting|Fair|Exhibition|Symposium)\b)"
"""After cooperation that only an occasion is named after: "the Cooperation Forum"."""
_GAP = r"(?:[\w’'/&-]+\s+){0,4}?"
_TO_LICENSE = (
    r"[^;]{0,160}?(?:\bto\s+(?:exclusively\s+)?licen[cs]e\b"
    r"|\b(?:for|grant\w*|giv\w+)\s+(?:[\w-]+\s+){0,3}(?:exclusive|worldwide|global)\s+(?:[\w-]+\s+){0,2}"
    r"(?:licen[cs]e|rights)\b)"
)
"""After "an agreement" that lets a firm use what a university invented."""
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (
            Kind.MEMORANDUM_OF_UNDERSTANDING,
            r"\bmemorand(?:um|a|ums)\s+of\s+(?:understandings?|co-?operation)|\bmous?\b"
            r"|\b(?-i:M[Oo]C)s?\b"
            r"|\bmemorand(?:um|a|ums)\b(?!\s+of\s+agreement)",
        ),
        (
            Kind.LETTER_OF_INTENT,
            r"\b(?:letter|declaration)s?\s+of\s+(?:intent(?:ion)?|interest)\b|\blois?\b",
        ),
        (Kind.LICENCE, rf"\blicen[cs](?:e|ing)\s+{_AGREEMENT}"),
        (
            Kind.FRAMEWORK_AGREEMENT,
            rf"\b(?:framework|umbrella)\s+{_GAP}{_AGREEMENT}|\b{_AGREEMENT}\s+(?:on|for|of)\s+{_GAP}framework\b"
            rf"|\bframework\s+(?:of|for)\s+{_COOPERATION}",
        ),
        (
            Kind.JOINT_LABORATORY,
            rf"\bjoint\s+(?:\w+\s+)?(?:laborator\w+|labs?)\s+(?:\w+\s+)?{_AGREEMENT}"
            rf"|\b{_AGREEMENT}(?=\s+(?:on|for|to\s+(?:set\s+up|establish|create|build|open|launch|found|form)"
            r"|(?:which|that)\s+will\s+give\s+rise\s+to)\s+(?:(?:the\s+)?(?:\w+ment|creation|opening)\s+of\s+)?(?:an?\s+|the\s+)?"
            r"(?:\w+\s+)?joint\s+(?:[\w-]+\s+){0,3}lab)",
        ),
        (
            Kind.STRATEGIC_COOPERATION_AGREEMENT,
            rf"\bstrategic\s+{_GAP}(?<!and )(?:{_AGREEMENT}|memorandum)",
        ),
        (Kind.COMPREHENSIVE_COOPERATION_AGREEMENT, rf"\bcomprehensive\s+{_GAP}{_AGREEMENT}"),
        (
            Kind.COMPREHENSIVE_COOPERATION_AGREEMENT,
            rf"\b{_AGREEMENT}\s+(?:of|on|for)\s+(?:a\s+)?comprehensive\s+{_GAP}{_COOPERATION}",
        ),
        (
            Kind.STRATEGIC_COOPERATION_AGREEMENT,
            rf"\b{_AGREEMENT}\s+(?:of|on|for)\s+(?:a\s+)?strategic\s+{_GAP}{_COOPERATION}",
        ),
        (
            Kind.RESEARCH_AGREEMENT,
            rf"\b(?:research|r&d)\s+(?:and\s+(?:development"
            rf"|innovation)\s+)?(?:{_COOPERATION}\s+)?{_AGREEMENT}"
            rf"|\b{_AGREEMENT}\s+(?:on|for)\s+(?:joint\s+)?research\b"
            rf"|\bresearch\s+{_COOPERATION}\b",
        ),
        (
            Kind.COOPERATION_AGREEMENT,
            r"\bmemorand(?:um|a|ums)\s+of\s+agreements?\b|\b(?-i:M[Oo]A)s?\b"
            rf"|\b(?:letter|certificate|statement|note|declaration)s?\s+of\s+(?:{_COOPERATION}|agreement)"
            r"|\b(?-i:Lo[CA])s?\b",
        ),
        (Kind.LICENCE, rf"\b{_AGREEMENT}\b(?={_TO_LICENSE})"),
        (Kind.COOPERATION_AGREEMENT, rf"\b(?:{_COOPERATION}\s+)?{_AGREEMENT}\b"),
        (
            Kind.STRATEGIC_COOPERATION_AGREEMENT,
            rf"\bstrategic\s+(?!partners?\b){_COOPERATION}\b",
        ),
        (Kind.COMPREHENSIVE_COOPERATION_AGREEMENT, rf"\bcomprehensive\s+{_COOPERATION}\b"),
        (Kind.COOPERATION_AGREEMENT, rf"\b{_COOPERATION}\b{_NO_OCCASION}"),
    )
)
_ANY = re.compile(
    rf"\b(?=\w)(?:{_AGREEMENT}|memorand|mo[uac]|letter|certificate|statement|note|declaration|lo[ica]"
    rf"|{_COOPERATION})",
    re.IGNORECASE,
)
"""What every name of an agreement has in it: most sentences have none of these."""
_PAPER = re.compile(
    rf"\b(?:{_AGREEMENT}|memorand\w+|mo[uac]s?|letters?|certificates?|statements?|declarations?|lo[ica]s?)\b",
    re.IGNORECASE,
)
"""The last two kinds are named without a word for a document: only a verb of signing counts."""

_FOUND = (
    r"(?:open|launch|establish|set\s+up|sets\s+up|inaugurat|unveil|found|creat|form|forg|announc"
    r"|start|begin|began|enter)\w*"
)
_DEEDS = (
    (
        Kind.JOINT_LABORATORY,
        re.compile(
            rf"\b{_FOUND}\s+(?:[\w’'-]+\s+){{0,6}}?(?:joint|corporate)\s+(?:[\w&-]+\s+){{0,4}}?(?:laborator(?:y"
            rf"|ies)|labs?|institute|(?:research|innovation|r&d)\s+cent(?:er|re))\b"
            rf"|\b(?:joint|corporate)\s+(?:[\w&-]+\s+){{0,4}}?(?:laboratory|lab|institute|cent(?:er"
            rf"|re))\s+(?:[\w’'-]+\s+){{0,8}}?(?:was|were|has\s+been|have)\s+{_FOUND}",
            re.IGNORECASE,
        ),
    ),
    (
        Kind.LICENCE,
        re.compile(
            r"\b(?:has|have|was|were|is)\s+(?:exclusively\s+)?licen[cs]ed\b|\b(?:grant|acquir"
            r"|obtain|receiv|gain)\w*\s+(?:an?\s+)?(?:[\w-]+,?\s+){0,4}licen[cs]e"
            r"|\blicen[cs]es\s+(?:(?!to\b)[\w-]+\s+){1,6}to\s",
            re.IGNORECASE,
        ),
    ),
    (
        Kind.COOPERATION_AGREEMENT,
        re.compile(
            r"\b(?:partnership|collaboration|alliance)\b[^.;]{0,60}?\b(?:has|have|was|were)\s+(?:been\s+)?"
            r"(?:agreed|formali[sz]ed|sealed|forged)\b|"
            r"\bpartnership\s+(?:between|of|among)\b[^.;]{3,160}?\b(?:announced|made\s+public|unveiled)\b|"
            rf"\b{_FOUND}\s+(?:into\s+)?(?:an?\s+|their\s+)?(?:new\s+"
            rf"|(?!through\b|under\b|by\b)[\w$£€.,-]+\s+){{0,3}}?(?:strategic|research|innovation|long-term|academic|formal"
            rf"|\S+-years?,?|\S+-million)\s+"
            rf"(?:[\w-]+\s+)?(?:partnership|collaboration|alliance)\b"
            rf"|\bma(?:de|kes?)\s+(?:their|its)\s+{_COOPERATION}\s+(?:formal|official)\b"
            rf"|\b(?:ties|tied|tying)\s+up\s+with\b|\btie-up\b"
            rf"|\b(?:agreed\s+(?:up)?on|agreed\s+to|entered|enters|begun|began)\s+(?:into\s+)?"
            rf"(?:an?|their)\s+(?:[\w-]+\s+){{0,2}}?"
            rf"(?:partnership|collaboration|cooperation|alliance)\b",
            re.IGNORECASE,
        ),
    ),
)


_TOWARDS = re.compile(
    r"(?:\s*\([^()]*\))?\s+(?:for|towards?|regarding|about)\s+(?:an?\s+|the\s+|their\s+)?(?:\w+\s+){0,2}"
)
_OTHER_MATTER = re.compile(
    r"\b(?:collective|bargaining|labou?r|wage|settlement|disclosure|confidentiality|peace|trade"
    r"|land|land-use|lease|rental|pay|salary|loan|purchase|merger|acquisition|user|plea|tenancy|employment)\s+$",
    re.IGNORECASE,
)
"""Before "agreement" where it is about no cooperation."""


def agreements_in(span: Span) -> list[tuple[Kind, Span]]:
    """Every name of an agreement in a sentence, the more telling reading of each place."""
    found: list[tuple[Kind, Span]] = []
    for kind, pattern in _KINDS if _ANY.search(span.quotation) else ():
        for match in pattern.finditer(span.quotation):
            at = _at(span, match)
            before = span.quotation[max(0, match.start() - 20) : match.start()]
            if not any(at.overlaps(other) for _, other in found) and not (
                match[0].casefold().startswith("agreement") and _OTHER_MATTER.search(before)
            ):
                found.append((kind, at))
    found.sort(key=lambda pair: pair[1])
    return [pair for n, pair in enumerate(found) if not (n and _leads_to(found[n - 1][1], pair[1]))]


def _leads_to(paper: Span, other: Span) -> bool:
    """Whether a paper is only one "for" or "on" what is named next: "an LOI for an agreement"."""
    between = paper.document.text[paper.end : other.start]
    return is_paper(paper) and _TOWARDS.fullmatch(between) is not None


def papers_in(span: Span) -> list[tuple[Kind, Span]]:
    """Names of agreements that are words for a document, not for cooperation at large."""
    return [(kind, noun) for kind, noun in agreements_in(span) if is_paper(noun)]


def is_paper(noun: Span) -> bool:
    """Whether a name of an agreement is a word for a document: "memorandum", not "partnership"."""
    return _PAPER.search(noun.quotation) is not None


def deeds_in(span: Span) -> list[tuple[Kind, Span]]:
    """What binds two sides though no paper is named: a joint laboratory, a licence, an alliance."""
    return [
        (kind, _at(span, match)) for kind, deed in _DEEDS if (match := deed.search(span.quotation))
    ]


def _at(span: Span, match: re.Match[str]) -> Span:
    return Span(span.start + match.start(), span.start + match.end(), span.document)
