"""Parties of a Chinese signing that their names do not show to be any, or that it does not name."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from agreements.extraction.blocks import Role
from agreements.extraction.chinese.grammar import phrase_start
from agreements.extraction.chinese.organisations.organisations import Mention
from agreements.extraction.chinese.parties.acting import named_as_party
from agreements.extraction.chinese.parties.register import Organisation, Register
from agreements.extraction.chinese.parties.same_names import shortens
from agreements.extraction.chinese.people.people import Person
from agreements.extraction.chinese.script import HAN
from agreements.extraction.chinese.sentences import Reading
from agreements.extraction.chinese.titles import OFFICE
from agreements.extraction.document import Span
from agreements.vocabulary.kinds import HIGHER_EDUCATION, OrganisationType

_WITH = re.compile(
    r"(?:[与和跟]|同(?![步时期样济志意仁行])|携手|联手|牵手|—{1,2}(?=[^—]{2,12}共建))"
)
_NAME = rf"[{HAN}A-Za-z·（）]{{2,16}}?"
_ENDS = (
    r"(?=等|[上本这]周|星期|[上下中]午|首次|再次|一起|正式|共同|联合|合作|校企|战略|全面|深化|深度|产学研|共建|建立|在|就|于|今|昨|近|日前|举行|签|续签"
    r"|达成|携手|双方|两|分别|[，、。：（“《「\d]|$)"
)
_OTHER_END = re.compile(rf"(?P<name>{_NAME}){_ENDS}")
_MEMBER = rf"(?:(?![、和及与等])[{HAN}A-Za-z·]){{2,16}}"
_LAST_OF_LIST = re.compile(rf"(?P<name>[{HAN}A-Za-z]{{2,8}}?)(?=(?:分别|共同|正式)?签)")
_CLAUSE_WITH = re.compile(
    rf"(?:[，。；]|并|[还又]|随后|现场)[与和同](?P<name>[{HAN}A-Za-z·]{{2,12}}?)(?:正式|共同|当场|现场|成功)?签[署订约]"
)
_COUNTED = re.compile(
    rf"(?:[与和同跟]|携手|包括|(?<=[，。：；]))(?P<list>{_MEMBER}(?:[、和及与]{_MEMBER}){{1,12}}?)"
    r"等?\s*(?:\d+|[两三四五六七八九十]+|多)\s*家(?:\w{0,6}?)(?:企业|公司|厂商|机构|集团|银行|单位|伙伴)"
)
_LISTED = re.compile(r"[、和及与]")
_BRACKET = re.compile(r"[（(][^（()）]{1,20}[)）]$")
_ACADEMIC = re.compile(r"(?:中心|实验室|研究[院所]|学[院校]|系|馆)$")
_OUR_SCHOOL = re.compile(r"学校|该学院|(?<![㐀-鿿])学院(?=[与和同])|[我该本]校|校方|我院")
_FREE_BEFORE = re.compile(r"[，。、：\s日午]$|代表$")
"""Before a name that nothing else belongs to."""
_ACT_TOGETHER = re.compile(
    rf"、(?P<name>[{HAN}A-Za-z·]{{2,12}}?)(?=(?:分别|共同|联合|正式|三方)?签[署订约])"
)
"""The other of two who sign: 云山大学、星河共同签署."""
_BODY = re.compile(r".(?:中心|网|社|厂|园|馆|台|局|站)$")
"""The last word of bodies that may be anybody's, so that only company makes parties of them."""
_SOMEBODY = re.compile(
    r"双方|校方|企方|学校|公司|企业|高校|我[校院]|[该本]校|其|他|她|政府|代表|单位|部门|多家|领导|负责人|学院|嘉宾|伙伴|友好|各方|多方|董事长|兼|[省市区县乡镇]$"
)
"""Words that name no party of their own."""
_SCHOOL = re.compile(
    r"学校|该学院|(?<![㐀-鿿])学院(?=[与和同])|[我该本]校|校方|校企|[我该本]院|两校|校长|校党委"
)
_FIRM = re.compile(r"公司|企业|集团|银行|校企")
_NUMBERS = "两三四五六"
_HOW_MANY = re.compile(rf"([{_NUMBERS}])家(?:企业|公司|集团)")
_TOGETHER = re.compile(r"[双两三四多各]方")


def unknown_partners(
    span: Span, register: Register, people: Sequence[Person]
) -> list[Organisation]:
    """Partners whose names do not show what they are: counted as firms, or joined to a party."""
    names = [name for name in _counted(span) if not register.mentioned(name)]
    names = names or [
        name
        for name in [
            *_other_ends(span, register),
            *_beside(span, register),
            *_behind(span, register),
            *_signed_with(span, register),
        ]
        if not any(name.overlaps(person.evidence) for person in people)
    ]
    return [
        _known_firm(name, register) or _firm(name)
        for name in {name.words: name for name in names}.values()
    ]


def _known_firm(name: Span, register: Register) -> Organisation | None:
    """The one firm of the text whose longer name this shortens."""
    longer = [
        o
        for o in register.organisations()
        if o.type is OrganisationType.COMPANY and shortens(name.words, o.name)
    ]
    return longer[0] if len(longer) == 1 else None


def _firm(name: Span) -> Organisation:
    """The firm of that name, by its full one where the text says so: 甲二院（以下简称“二院”）."""
    text, document = name.document.text, name.document
    whole = name
    stated = re.search(
        rf"[（(](?:以下|下文)?[简统]?称[“「]?{re.escape(name.words)}[”」]?[）)]", text
    )
    if stated and (start := phrase_start(text, stated.start())) < stated.start():
        whole = Span(start, stated.start(), document)
    return Organisation([Mention(at, at, OrganisationType.COMPANY) for at in {whole, name}])


def _counted(span: Span) -> Iterator[Span]:
    """与甲、乙及丙三家公司: each member of the list."""
    if match := _COUNTED.search(span.quotation):
        at = span.start + match.start("list")
        for name in _LISTED.split(match["list"]):
            if name and not _SOMEBODY.fullmatch(name):
                yield Span(at, at + len(name), span.document)
            at += len(name) + 1


def _other_ends(span: Span, register: Register) -> Iterator[Span]:
    """The other end of 与 beside a known party, or beside 学校."""
    text, document = span.document.text, span.document
    named = register.mentioned(span)
    ends = [at.end for at, organisation in named if organisation.academic]
    ends += [span.start + match.end() for match in _OUR_SCHOOL.finditer(span.quotation)]
    for end in sorted(ends):
        joint = _WITH.match(text, end)
        other = _OTHER_END.match(text, joint.end(), span.end) if joint else None
        other = other or _ACT_TOGETHER.match(text, end, span.end)
        name = Span(*other.span("name"), document) if other else None
        if name and not any(at.overlaps(name) for at, _ in named):
            yield from _party(name, register)
    for known, _ in named:
        if known.start > span.start and text[known.start - 1] in "与和同及":
            end = known.start - 1
            if bracket := _BRACKET.search(text, span.start, end):
                end = bracket.start()
            start = phrase_start(text, end, span.start)
            school = _ACADEMIC.search(text, start, end)
            if (
                start < end
                and not any(at.start < end and start < at.end for at, _ in named)
                and not school
                and (start == span.start or _FREE_BEFORE.search(text, start - 2, start))
            ):
                yield from _party(Span(start, end, document), register)


def _beside(span: Span, register: Register) -> Iterator[Span]:
    """In a list with a known partner: 甲检测中心、乙网和丙公司, from the known one leftwards."""
    text, document = span.document.text, span.document
    known = register.mentioned(span)
    for at, organisation in known:
        end = at.start
        while not organisation.academic and end > span.start and text[end - 1] in "、和":
            start = phrase_start(text, end - 1, span.start)
            if not _BODY.search(text, start, end - 1):
                break
            yield from _party(Span(start, end - 1, document), register, longest=24)
            end = start


def _behind(span: Span, register: Register) -> Iterator[Span]:
    """In a list behind 与, after a known partner: 与甲集团、乙联签约."""
    text, document = span.document.text, span.document
    for at, organisation in register.mentioned(span):
        listed = not organisation.academic and text[at.start - 1 : at.start] in {"与", "和", "、"}
        joint = _LISTED.match(text, at.end, span.end) if listed else None
        other = _LAST_OF_LIST.match(text, joint.end(), span.end) if joint else None
        if other:
            yield from _party(Span(other.start(), other.end("name"), document), register)


def _signed_with(span: Span, register: Register) -> Iterator[Span]:
    """Whom the subject of the sentence signs with, in a clause of its own: 并与云山动力签订."""
    for match in _CLAUSE_WITH.finditer(span.quotation):
        name = Span(span.start + match.start("name"), span.start + match.end("name"), span.document)
        if not register.mentioned(name):
            yield from _party(name, register)


def _party(name: Span, register: Register, longest: int = 12) -> Iterator[Span]:
    nameless = _SOMEBODY.search(name.words) or OFFICE.search(name.words)
    known = sum(len(at.quotation) for at, _ in register.mentioned(name))
    if 2 <= len(name.words) <= longest and not nameless and known * 2 <= len(name.words):
        yield name


def _named_in_a_label(register: Register, reading: Reading) -> list[Organisation]:
    """The one university whose name is part of a joint body's: “云山大学—星河联合实验室”."""
    text = reading.text
    found = {
        organisation
        for sentence in reading.told()
        for at, organisation in register.mentioned(sentence.span)
        if organisation.type is OrganisationType.UNIVERSITY
        and text[at.start - 1] == "“"
        and text[at.end : at.end + 1] in {"-", "—", "－"}
    }
    return list(found) if len(found) == 1 else []


def _without_own_schools(
    spoken: Counter[Organisation], register: Register
) -> Counter[Organisation]:
    """Schools that bear no firm's name, 星河大学 beside 星河集团, unless there are no others."""
    firms = {o.name[:2] for o in register.organisations() if o.type is OrganisationType.COMPANY}
    others = Counter({o: many for o, many in spoken.items() if o.name[:2] not in firms})
    return others or spoken


def referred(
    span: Span, academic: bool, register: Register, reading: Reading
) -> list[Organisation]:
    """What 学校 or 公司 in this sentence stands for: the one that the article speaks of most."""
    word = _SCHOOL if academic else _FIRM
    if not (word.search(span.quotation) or _TOGETHER.search(span.quotation)):
        return []
    types = HIGHER_EDUCATION if academic else (OrganisationType.COMPANY,)
    spoken: Counter[Organisation] = Counter(
        organisation
        for sentence in reading.told()
        for _, organisation in named_as_party(sentence.span, register, academic)
        if organisation.type in types and sentence.role is not Role.FURNITURE
    )
    if academic:
        spoken = _without_own_schools(spoken, register)
    counted = _HOW_MANY.search(span.quotation)
    many = 1 if academic or counted is None else _NUMBERS.index(counted[1]) + 2
    found = [organisation for organisation, _ in spoken.most_common(many)]
    if academic and not found:
        found = _named_in_a_label(register, reading)
    if academic and not found and register.publisher:
        return [register.publisher]
    return found
