"""Organisations named in a text: where, of what type, and which names mean the same one.

A mention is a chain of capitalised words with the small words that bind them, cut at offices and
honorifics; its type follows from the word that names the kind of body, in the naming habits of
many countries, or from a legal form (`agreements.names.LEGAL_FORMS`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agreements.extraction.document import Span
from agreements.extraction.titles import is_honorific, is_office
from agreements.names import LEGAL_FORMS
from agreements.vocabulary.kinds import OrganisationType

_UPPER = "".join(chr(code) for code in range(0x250) if chr(code).isupper())
_WORD = re.compile(
    rf"(?<=\w\s)(?:university|polytechnic)\b|\d{{0,2}}[{_UPPER}][\w]*(?:&[{_UPPER}]\w*)?(?:[-’'](?!s\b)\w+)*"
    r"(?:(?<=\bCo)\.|(?<=\bLtd)\.|(?<=\bInc)\.|(?<=\bCorp)\.|(?<=\bSt)\.|(?<=\bPvt)\.|(?<=\bPte)\.|(?<=\bKft)\.)?"
)
_SMALL = re.compile(r"\s+(?:of|for|de|del|da|do|dos|di|du|des|für|und|voor|van|von)(?:\s+(?:the|la|los))?\s+")
_FIELDS = frozenset(
    """
    technology technologies science sciences engineering medicine minerals economics economy trade
    telecommunication telecommunications arts law management agriculture commerce finance industry
    information communication communications design business research education applied innovation
    computing humanities geosciences health healthcare electronics marine astronautics forestry
    culture petroleum technical tourism energy environment transport sport media politics letters
    aeronautics labour welfare planning development employment social training
    """.split()
)
_UNIVERSITY = frozenset(
    """
    university universiti universidad universidade université universite universität universitat universitas
    universität politecnico politécnica politecnica polytechnic polytechnique hochschule kaist eth epfl mit
    multiversity université universita università uni
    """.split()
)
_INSTITUTION_HEADS: dict[str, OrganisationType] = {
    **dict.fromkeys(_UNIVERSITY, OrganisationType.UNIVERSITY),
    **dict.fromkeys("college kolej colegio collège".split(), OrganisationType.COLLEGE),
    **dict.fromkeys("school faculty schools".split(), OrganisationType.SCHOOL),
    **dict.fromkeys("hospital clinic".split(), OrganisationType.HOSPITAL),
    **dict.fromkeys(
        "institute institut instituto institution academy akademie academia".split(),
        OrganisationType.RESEARCH_INSTITUTE,
    ),
}
_INSTITUTE_OF_TECHNOLOGY = re.compile(
    r"\b(?:Institut[eo]?s?|Institution)\s+(?:of\s+|de\s+|für\s+)?(?:(?:\w+\s+){0,2}and\s+)?(?:Te[ck]\w+|Science)"
    r"|\bIIT\b|\bInstituto Tecnol\w+|\bNIT\b|\bInstitute of (?:Engineering|Management|Information)"
)
_GOVERNMENT = frozenset(
    """
    ministry government commission bureau municipality secretariat authority agency council department
    board administration province county prefecture office embassy consulate committee
    """.split()
)
_ASSOCIATION = frozenset("association federation society union chamber consortium alliance".split())
_FOUNDATION = frozenset("foundation trust fund charity stiftung".split())
_COMPANY_WORDS = LEGAL_FORMS | frozenset(
    """
    group technologies corporation holdings holding industries bank motors enterprise enterprises systems
    solutions telecom electronics pharmaceuticals airlines energy kft insurance microsystems software
    networks consulting petroleum oil semiconductor laboratories pharma mobile communications services
    """.split()
)
COMPANY_NAMES = frozenset(
    """
    huawei alibaba tencent baidu zte xiaomi lenovo bytedance jd byd intel microsoft google ibm oracle cisco
    amazon apple meta facebook nvidia amd qualcomm ericsson nokia siemens bosch sap bmw audi volkswagen
    mercedes daimler airbus boeing rolls-royce thales safran total totalenergies shell bp exxonmobil equinor
    aramco petronas novartis roche pfizer astrazeneca gsk bayer basf samsung lg hyundai sony toyota hitachi
    fujitsu nec toshiba panasonic honda nissan infosys tcs wipro tata reliance accenture deloitte kpmg pwc
    philips unilever nestlé nestle dell hp vmware adobe salesforce iflytek sensetime dji hikvision inspur
    """.split()
)
"""World-known firms whose bare name does not show that they are companies."""

_NOT_FIRST = frozenset(
    """
    the a an in on at by for of with and to from both during under according as since when after before this
    these that its their his her representatives monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december signing also
    while besides through between earlier students professors deans rectors agreement memorandum mou mous
    moreover furthermore signed two three four five six seven recently today yesterday
    """.split()
)
_AGREEMENT_WORD = re.compile(
    r"^(?:M[Oo][Uu]s?|Memorand\w+|Agreement|Letter|Lo[Iii]|Understanding|Intent|Cooperation|Strategic|Framework"
    r"|Comprehensive|Cooperative|Signing|Ceremony|Signs?|Signed|Inks?|Hold|Holds|Partner|Partners|Partnership)$"
)
_PROGRAMME = re.compile(
    r"\b(?:Program(?:me)?s?|Competition|Talent|Award|Summit|Forum|Conference|Campus|Laborator(?:y|ies)|Lab"
    r"|Project|Certification|Scholarships?|Exhibition|Convention|Hotel|Plan|Initiative|Ceremony|Museum"
    r"|Building|Headquarters|Park|ICT Academy|Room|Hall|News)$"
)
CORPORATE_TAIL = LEGAL_FORMS | frozenset("technologies technology group corporation holdings international operations".split())


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of an organisation at one place, and the type its words show (None: they do not)."""

    span: Span
    type: OrganisationType | None

    @property
    def name(self) -> str:
        """The name with white space evened out."""
        return self.span.words

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name in lower case, without punctuation."""
        return tuple(re.findall(r"[\w&'’-]+", self.name.casefold()))


def mentions_in(within: Span, known: frozenset[str] = frozenset()) -> list[Mention]:
    """Organisations named in a stretch of text, in order.

    `known` holds names (acronyms, short forms) that the document introduces elsewhere.
    """
    found = []
    for chain in _chains(within):
        span = _trimmed(chain, within)
        if span and not (found and found[-1].span.overlaps(span)):
            type_ = type_of(span.words)
            if type_ is not None or span.words in known:
                found.append(Mention(span, type_))
    return found


def type_of(name: str) -> OrganisationType | None:
    """What kind of body a name shows; None for a name that could be anything."""
    if _PROGRAMME.search(name):
        return None
    words = [word.casefold().rstrip(".") for word in re.findall(r"[\w&'’.-]+", name)]
    if words and words[-1] in LEGAL_FORMS and len(words) > 1 and words[-1] not in {"se", "sa"}:
        return OrganisationType.COMPANY
    head = next((w for w in words if w in _UNIVERSITY), None)
    if head and len(words) > 1 or name in {"KAIST", "EPFL", "MIT"}:
        return OrganisationType.UNIVERSITY
    if _INSTITUTE_OF_TECHNOLOGY.search(name):
        return OrganisationType.UNIVERSITY
    if words and words[0] in COMPANY_NAMES or words[-1:] and words[-1] in COMPANY_NAMES:
        return OrganisationType.COMPANY
    if len(words) > 1:
        return _type_by_head(words)
    return None


def _type_by_head(words: list[str]) -> OrganisationType | None:
    for word in words:
        if word in _INSTITUTION_HEADS:
            return _INSTITUTION_HEADS[word]
    for heads, type_ in (
        (_GOVERNMENT, OrganisationType.GOVERNMENT),
        (_ASSOCIATION, OrganisationType.ASSOCIATION),
        (_FOUNDATION, OrganisationType.FOUNDATION),
        (_COMPANY_WORDS, OrganisationType.COMPANY),
    ):
        if any(word in heads for word in words):
            return type_
    return None


def _chains(within: Span) -> Iterator[Span]:
    """Runs of capitalised words and what binds them, cut at offices and honorifics."""
    text = within.quotation
    run: list[re.Match[str]] = []
    named, after = False, 0  # after an honorific: "Dr A B of Y University" is no name of an organisation
    for word in _WORD.finditer(text):
        outside = is_office(word[0]) or is_honorific(word[0])
        if run and named and not text[run[-1].end() : word.start()].isspace():
            yield _span(run, within)
            run = []
        if run and (outside or not _joins(text, run, word)):
            yield _span(run, within)
            run = []
        if outside:
            named, after = is_honorific(word[0]), word.end()
        elif run:
            run.append(word)
        else:
            named = named and not text[after : word.start()].strip(" .()R")
            run = [word]
    if run:
        yield _span(run, within)


def _span(run: list[re.Match[str]], within: Span) -> Span:
    return Span(within.start + run[0].start(), within.start + run[-1].end(), within.document)


def _joins(text: str, run: list[re.Match[str]], word: re.Match[str]) -> bool:
    """Whether a capitalised word goes on the name that the run before it has begun."""
    gap = text[run[-1].end() : word.start()]
    left, right = run[-1][0].casefold().rstrip("."), word[0].casefold().rstrip(".")
    if gap.isspace() or gap in {"-", "–"}:
        return True
    if gap in {"'s ", "’s "}:
        return right in _INSTITUTION_HEADS and not _has_head(run)
    if _SMALL.fullmatch(gap) or re.fullmatch(r"\s*&\s*", gap):
        return True
    if re.fullmatch(r"\.?,\s*|\.\s+", gap):
        return right in LEGAL_FORMS or (left in _FIELDS and right in _FIELDS and _has_head(run))
    if re.fullmatch(r",?\s+and\s+", gap):
        fields = right in _FIELDS and left in _FIELDS
        return fields or (right in _FIELDS and _has_head(run) and left not in _COMPANY_WORDS)
    if gap == " (":
        return re.match(r"[\w ]*\)\s*(?:Company|Co\b|Ltd|Limited|Sdn|Pvt|Private|Inc|Pte)", text[word.end() :]) is not None or (
            right == "pvt"
        )
    if gap in {") ", ")"}:
        return right in LEGAL_FORMS and "(" in text[run[0].start() : run[-1].end()]
    return False


def _has_head(run: list[re.Match[str]]) -> bool:
    return any(
        word[0].casefold() in _INSTITUTION_HEADS or word[0].casefold() in _GOVERNMENT for word in run
    )


def _trimmed(chain: Span, within: Span) -> Span | None:
    """The chain without words that only stand beside the name; None where nothing is left."""
    words = list(_WORD.finditer(chain.quotation))
    while words and (words[0][0].casefold() in _NOT_FIRST or _AGREEMENT_WORD.match(words[0][0])):
        words = words[1:]
    cut = next((i for i, word in enumerate(words) if _AGREEMENT_WORD.match(word[0])), len(words))
    words = words[:cut]
    if not words:
        return None
    span = Span(chain.start + words[0].start(), chain.start + words[-1].end(), chain.document)
    return _with_acronym_tail(span, within)


def _with_acronym_tail(span: Span, within: Span) -> Span:
    """Take in what goes on after an acronym: "Institute of X (IX) – Y", "University Z (UZ) K Branch"."""
    rest = within.document.text[span.end : within.end]
    tail = re.match(
        rf"\s*\([{_UPPER}][\w&-]{{1,10}}\)\s*(?:[–-]\s*[{_UPPER}]\w+|(?:[{_UPPER}]\w+\s+){{1,2}}(?:Branch|Campus)\b)",
        rest,
    )
    return Span(span.start, span.end + tail.end(), span.document) if tail else span
