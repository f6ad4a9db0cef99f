"""Who signs in a Chinese sentence: the people listed before the verb, or announced as signing."""

import re

from agreements.extraction.chinese.organisations.organisations import mentions_in
from agreements.extraction.chinese.people.people import Person
from agreements.extraction.chinese.people.roles import LIST
from agreements.extraction.document import Span
from agreements.extraction.events import Event

_TO_SIGNING = re.compile(
    r"(?:[，,\s]|[（(][^）)]*[）)]|等|两?[人位]|分别|共同|敲定|[坐站]|同时|依次|亲自|亲手|郑重|[提挥执]笔|致[辞词][，后]?并|一[起同道齐]|联[袂手]|先后|双双|正式|现场|上台|随后|又|还|也|并|作为[^，。；]{0,18}?代表|(?:代表?|替|受)[^，。；]{0,28}?|以[^，。；]{2,20}?(?:代表|身份|名义)|出席[^。；]{0,24}?并|[在于][^，。；]{0,20}?|在[^，。；]{20,50}?[上中]"
    r"|教授|博士|院士|先生|女士|就[^，。；]{0,30}?|与[^，。；]{0,24}?|为[^，。；]{0,20}?)*"
)
_CUT_OFF = re.compile(r"见证|主持|致[辞词](?![，后]?并)|陪同下|指出|表示")
_NAMED_AS_SIGNING = re.compile(
    r"(?<!见证)(?<!出席)(?<!参加)(?:签约|签字|签署|签订|落笔|落款)(?!仪式|活动)[^，。；仪]{0,12}?(?:代表|人|的)(?:分别)?[为是有:：]\s*$"
    r"|签[名字约署订][^，。；]{0,4}的[，,:：]?(?:(?:学校|企业|公司|集团|医院|银行)(?:一?方(?:面)?)?|[校企甲乙院我对]方)[是为有]\s*$|(?:签[署订约字]|签字仪式)由\s*$|签[署订约][^，。；：:]{2,24}[:：]\s*$"
)
_SIGNS = re.compile(
    r"签署(?!仪式)|签[订定]|签[约字](?!仪式|现场|活动|前|双方|各方|代表)|签[了下名]|[写签留]下[^，。；]{0,4}(?:名字|姓名|签名)|落款|落笔|敲定|缔结|订立|[交互]换(?:文本|协议|备忘录)"
)


def signing(event: Event, found: list[Person]) -> list[Person]:
    """The people bound to the signing: the list right before its verb, or after 签约代表为."""
    span = event.sentence.span
    here = [person for person in found if span.covers(person.evidence)]
    listed = _announced(span, here)
    if listed:
        return listed
    if event.scope != span and span.covers(event.scope):
        return _signing_one_of_several(event, here)
    verbs = [span.start + m.start() for m in _SIGNS.finditer(span.quotation)]
    chains = [chain for verb in reversed(verbs) if (chain := _subject(span, here, verb))]
    return _of_each_side(chains) if chains else []


def _of_each_side(chains: list[list[Person]]) -> list[Person]:
    """Who signs at the last verb, and one more who signs for the other side at another.

    李某代表学校签署协议，公司由王某签字: each side has a clause of its own.
    """
    last, *earlier = chains
    alone = [chain for chain in earlier if len(chain) == 1 and chain[0].plain != last[0].plain]
    return [*alone[0], *last] if len(last) == 1 and alone else last


def _signing_one_of_several(event: Event, here: list[Person]) -> list[Person]:
    """Who signs one of several documents: the people of its clause, and the subject.

    韩某与甲签署备忘录，并与乙签署协议: the first signs both, with another each time.
    """
    scoped = _subject(
        event.scope, [p for p in here if event.scope.covers(p.evidence)], event.verb.start
    )
    if event.scope.start == event.sentence.span.start:
        return scoped
    first = _SIGNS.search(event.sentence.text)
    leading = (
        _subject(event.sentence.span, here, event.sentence.span.start + first.start())
        if first
        else []
    )
    with_ = re.match(r"[，,；]?(?:并|同时|还|又|随后)?(?:分别)?[与同和]", event.scope.quotation)
    return [*leading[:1], *scoped] if with_ else scoped


def _subject(span: Span, here: list[Person], verb: int) -> list[Person]:
    """The people right before a verb of signing, joined by signs and words of listing."""
    text = span.document.text
    chain: list[Person] = []
    at = verb
    for person in reversed([p for p in here if p.evidence.end <= verb]):
        between = text[person.evidence.end : at]
        if chain:
            fits = _listed(Span(person.evidence.end, at, span.document)) if between else True
        else:
            fits = _TO_SIGNING.fullmatch(between) is not None and _CUT_OFF.search(between) is None
        if not fits:
            break
        chain.insert(0, person)
        at = person.evidence.start
    return chain


def _listed(between: Span) -> bool:
    """Whether what stands between two names only lists them: 李明校长与星河集团王芳董事长."""
    body = next((m for m in mentions_in(between) if m.span.end == between.end), None)
    ends = len(between.quotation) - (len(body.span.quotation) if body else 0)
    return any(LIST.fullmatch(between.quotation[:at]) for at in {ends, len(between.quotation)})


def _announced(span: Span, here: list[Person]) -> list[Person]:
    """签约代表为 A 和 B, 在协议上签字的是 A 和 B: the list behind the words."""
    text = span.document.text
    chain: list[Person] = []
    for person in here:
        between = text[chain[-1].evidence.end if chain else span.start : person.evidence.start]
        if chain and not LIST.fullmatch(between):
            break
        if chain or _NAMED_AS_SIGNING.search(between):
            chain.append(person)
    return chain
