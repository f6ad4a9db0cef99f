"""Who signs in one sentence: a list of people before a verb of signing, or after "signed by".

All patterns run over a marked sentence, in which people and bodies are single characters, so that
what lies between two names of a list is short, however long their positions are.
"""

import re

from agreements.extraction.english.people.marking import BODY, Marked
from agreements.extraction.english.signatories.behalf import (
    AND_BY,
    FOR,
    FOR_WHOM,
    NAMED,
    PARTY,
    REPRESENTATIVE,
    REPRESENTED,
)

_BEHALF = (
    rf"(?:,?\s*(?:(?:both|signing|acting)\s+)?{FOR}(?:(?:two|both|their)\s+(?:respective\s+)?\w+"
    rf"|{FOR_WHOM}(?:\s*,?\s*and\s+(?:the\s+)?{FOR_WHOM})?(?:,?\s+respectively)?))?"
)
_ONE = rf"{NAMED}{_BEHALF}"
_WORD = rf"(?:{BODY}|(?-i:[A-Z])[\w&.-]*)(?:[’']s?)?"
_REST_OF_OFFICE = rf"(?:{_WORD}(?:\s+(?:(?:of|and|for)\s+)?{_WORD}){{0,6}}\s+(?:and\s+)?)?"
"""Words of a long position that were not read as such: "X University IT and" before a person."""
_BEFORE_ONE = (
    rf"(?:{REPRESENTED}|{AND_BY}|{FOR}(?:{PARTY}|(?:one|other)(?:\s+side)?)\s*,?\s*"
    rf"(?:(?:it\s+)?(?:was|were|is)\s+|by\s+)?|{FOR}"
    rf"|from\s+(?:the\s+)?{PARTY}(?:[’']s)?\s+side\s*,?\s*)?"
    rf"(?:by\s+|of\s+|both\s+)?{REPRESENTATIVE}{_REST_OF_OFFICE}"
)
_AND = (
    r"(?:,\s+(?-i:[A-Z])\w+(?:\s+(?-i:[A-Z])\w+)?(?=,))?"
    r"(?:,\s+(?-i:[A-Z])[\w\s.“”\"'\ue800-\uefff-]{2,70}(?=,?\s+and\b))?"
    r"(?:,\s+(?:the|its)\s+(?:(?-i:[A-Z])\w+\s*(?:of\s+|and\s+)?){1,5}(?:\([^()]{1,50}\))?(?=\s*(?:,|and\b)))?[\s,;*•]*(?:\b(?:and|while|whereas|with|as\s+well\s+as|together\s+with|along\s+with)\b)?"
    r"[\s,*]*"
)
_LIST = rf"{_ONE}(?:{_AND}{_BEFORE_ONE}{_ONE}){{0,9}}+"
"""Never taken apart again once matched, which for a hundred names would take minutes."""
_ADVERB = (
    r"(?:(?:who|both|as\s+they|also|\w+ly|then|have|has|had|later|today|each"
    r"|yesterday|both\s+of\s+whom|(?:on\s+)?\w+day|(?:after|when|as|where|while)\s+(?:(?:they|both|the\s+two)\b"
    r"|(?=signing\b))|(?:pictured|shown|seen|photographed|posing|smiling)\b)\s*,?\s*)*"
)
_FIRST = (
    r"(?:(?:met|gathered|came|\w+ed)\b[^.;:\ue000-\ue7ff]{0,80}?\band\s+(?:\w+ly\s+|then\s+)?"
    r"|(?:announced|said|confirmed|declared)\s+(?:that\s+)?(?:they|both|the\s+two)\s+(?:have|had)\s+)?"
)
"""What those who sign do before: "met in Oslo and", "announced that they had"."""
_TO_ACT = (
    rf"(?:,\s+which\s[^,;\ue000-\ue7ff]{{3,60}}(?=,))?[\s,*]*(?:represent(?:ed)?\s+(?:their|both|the)\b[\w\s]{{0,40}}?\b(?:as|in|at|to)\s+(?:the\s+)?"
    rf"|(?:were|was|are|is|served\s+as|acted\s+as)\s+(?:both\s+)?(?:the\s+)?)?"
    rf"(?:(?:ones?|two|people|persons?)\s+(?=who\b))?{_ADVERB}{_FIRST}"
)
_PAPER = r"(?:mou|moa|memorandum|agreement|pact|accord|deal|contract|partnership)\b"
_WEAK = (
    r"(?:concluded|sealed|exchanged|formali[sz]ed|finali[sz]ed|renewed|extended|entered|reached"
    r"|struck)"
)
_SIGNS = (
    r"(?:(?:co-?)?sign(?:ed|s|ing)?\b(?!\s+(?:up|off|in\s+to)\b|\s+(?:ceremony|event|session|of|between)\b)"
    r"|ink(?:ed|s|ing)?\b|initiall?(?:ed|s|ing)\b|penned\b|signator(?:y|ies)\b|signees?\b|put(?:ting)?\s+(?:their|his|her)\s+(?:names?"
    r"|signatures?|pens?)\b|put\s+pen\b|led\s+the\s+(?:\w+\s+){0,2}signing\b|set\s+(?:their|his|her)\s+(?:names?|hands?|seals?|signatures?)\b|affix(?:ed|es|ing)?\b|exchang(?:e|ed|es|ing)\s+(?:the\s+)?signed\b"
    r"|sh(?:ake|ook|aking)\s+hands\s+(?:after|following|upon)\s+(?:the\s+)?signing\b"
    r"|(?:show|display|present|hold)(?:s|ed|ing)?\s+(?:up\s+)?(?:the|their)\s+(?:[\w-]+\s+){1,4}(?:that\s+|which\s+)?they"
    r"\s+(?:have\s+|had\s+)?(?:just\s+)?signed\b|append(?:ed|s|ing)\b|execut(?:ed|es|ing)\s+(?:the|an?|this)\b"
    r"|act(?:ed|s)\s+for\b|did\s+(?:so|the\s+honou?rs|the\s+same|likewise)\b|exchanged\s+(?:(?:the|signed|copies\s+of|an?|their)\s+)*(?:documents?"
    rf"|copies|papers)\b|{_WEAK}\s+(?:(?:the|an?|this|their|into)\s+)+(?:[\w-]+\s+){{0,4}}{_PAPER})"
)
_WITH = (
    r"[^.;\ue000-\ue7ff]{0,120}?\b(?:with|next\s+to(?:\s+that\s+of)?|alongside)\s+(?:the\s+)?"
    rf"{_LIST}"
)
_AND_FOR = rf"[^.;\ue000-\ue7ff]{{0,120}}?\band\s+(?:the\s+)?{NAMED}\s*,?\s+{FOR}{PARTY}"
_ACTIVE = re.compile(
    rf"(?<!\w)(?P<who>(?:{_BEFORE_ONE})(?:{_LIST})){_TO_ACT}{_SIGNS}"
    rf"(?P<others>(?:{_AND_FOR}|{_WITH}(?:,?\s+and\s+(?:also\s+)?an?\s{_WITH}){{0,3}})?)",
    re.IGNORECASE,
)
_CAME_TO = re.compile(
    rf"(?P<who>{_LIST})(?:[^.;\ue000-\uefff]{{0,60}}?\bto\s+(?:\w+ly\s+)?(?:sign|ink)\b"
    rf"|[\s,]*(?:was|were)\b[^.;\ue000-\ue7ff]{{0,60}}?\b(?:team|delegation)\s+(?:that|which)\s+(?:signed|inked)\b)",
    re.IGNORECASE,
)
_NOT_BY_OTHERS = (
    r"(?:(?!\b(?!signed|inked|sealed)\w+ed\s+(?:over\s+)?by\b|\b(?:visit|tour|trip|speech|lecture)\s[^,;]{0,40}?\bby\b)"
    r"[^;\ue000-\ue7ff])"
)
_PASSIVE = re.compile(
    rf"(?<!\w)(?:\b(?:(?:co-?)?signed|inked|initiall?ed|penned|executed|{_WEAK})\b"
    rf"{_NOT_BY_OTHERS}{{0,200}}?\b(?:by|between)\s+(?:\([^()\ue000-\ue7ff]{{3,40}}\)\s+)?"
    r"|\bwith\s+their\s+signatures?,?\s+(?:the\s+)?|\bsigning\s+parties\s+(?:(?:was|were|are)\s+)?represented\s+by\s+"
    rf"|\b(?:signed|inked)\s+{FOR}{PARTY}\s*,?\s+(?:was|were)\s+"
    rf"|\b(?:signator(?:y|ies)|signees?|signers?|signing\s+parties)\b[^.;\ue000-\ue7ff]{{0,90}}?(?:\b(?:was|were|are|is"
    r"|includ(?:ed|ing))\s+|[:–—-]\s*)"
    r"|\bsignatures?\s+(?:(?:was|were)\s+\w+\s+(?:(?:to|on|under|in)\s+[^.;,\ue000-\ue7ff]{0,60}?)?by|(?:(?:came|come|was|is|were|are)\s+)?(?:that\s+|those\s+)?(?:of|from|by)"
    r"|[^.;,\ue000-\ue7ff]{1,60}?\s(?:are|is|were|was)\s+those\s+of)\s+"
    r"|\b(?:so|as)\s+did\s+|\b(?:bears?|carr(?:y|ies)|bore|carried)\b[^.;\ue000-\ue7ff]{0,60}?\b(?:names?|signatures?)\s*"
    r"(?:of|:\s*those\s+of)\s+(?:the\s+)?"
    r"|\bset\s+their\s+(?:names|hands|seals|signatures)\s*:\s*|\bput\s+to\s+paper\b[^.;\ue000-\ue7ff]{0,90}?\bby\s+"
    r"|\bsigning\b[^.;\ue000-\ue7ff]{0,120}?\b(?:was|were|is|are)\s+(?:(?:done|conducted|performed|carried\s+out"
    r"|made|led|completed|formali[sz]ed|executed|effected|concluded|accomplished)\s+by\s+)?"
    r"|\b(?:present|there|who|those)\b[^.;\ue000-\ue7ff]{0,20}?\b(?:sign(?:ed)?|(?:put|set|affixed)\s+their\s+(?:names?|signatures?|hands))\b[^.;\ue000-\ue7ff]{0,80}?\b(?:was|were|included)\s+"
    r"|\b(?:for|on\s+behalf\s+of)\s+[^.;,\ue000-\ue7ff]{0,50}?\b(?:acted|signed)\s+"
    r"|\bsigned\s+(?:for|on\s+behalf\s+of)\s+[^.;:\ue000-\ue7ff]{0,60}:\s*"
    r"|^\W*(?:(?:\w+\s+){0,5}?after\s+)?signing\s+(?:the|an?)\s+(?:[\w-]+\s+){0,4}?"
    rf"{_PAPER}[^.;\ue000-\ue7ff]{{0,90}},\s*"
    rf"|\brepresenting\s+(?:the\s+)?{PARTY}[^.;\ue000-\uefff]{{0,40}}?\b(?:was|were)\s+"
    rf"|(?={REPRESENTED}))"
    rf"(?P<who>{_BEFORE_ONE}{_LIST})",
    re.IGNORECASE,
)
_HE_AND = re.compile(r"\b(?:he|she)\s+and\s+$", re.IGNORECASE)
_SIGNER = rf"(?:\s*,?\s*and\s+(?:the\s+)?{NAMED})?{_TO_ACT}{_SIGNS}"
_WATCHED = re.compile(
    r"[,;(]?\s*(?:\band\s+)?(?:(?:was|were|also)\s+)*(?:\b(?:witnessed|attended|accompanied|facilitated"
    r"|supervised|joined|overseen|officiated|presided\s+over|flanked|observed|graced|headed|led)\s+by\b"
    r"|\b(?:in|under)\s+(?:the\s+)?(?:\w+\s+)?(?:presence|witness|auspices|supervision)\s+of\b)"
    rf"(?:\s+among\s+others,|[^.,;\ue000-\ue7ff]){{0,60}}?{NAMED}"
    rf"(?:\s*[,;]\s*(?:the\s+|its\s+)?{NAMED}(?!{_SIGNER}))*"
    rf"(?:[\s,]*\b(?:and|as\s+well\s+as)\b\s*(?:the\s+|its\s+)?{NAMED}(?!{_TO_ACT}{_SIGNS}))*",
    re.IGNORECASE,
)
"""Those who looked on; they are taken out before lists of signatories are sought."""
_LOOKED_ON = re.compile(
    rf",?\s*(?:\band\s+)?\b(?:with|while|as)\s+(?:the\s+)?(?:{_REST_OF_OFFICE}){_LIST},?\s*(?:\b(?:both|all|also)\s+)?"
    r"(?:\b(?:looking|looked|looks?)\s+on\b|\bwatch(?:ing|ed|es)\b|\bobserving\b|\bwitnessing\b"
    r"|\b(?:(?:acting|serving|standing)\s+)?as\s+(?:the\s+)?witness(?:es)?\b|\b(?:present|in\s+attendance)\b)",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:will|would|shall|should|may|might|could|can|must|to|not|never|plans?|hopes?|intends?"
    r"|expected)\s+(?:be\s+|also\s+|then\s+){0,2}$",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\b(?:present|attend\w*|witness\w*|gracing|graced|participa\w+|in\s+attendance)\b[^.;]*$",
    re.IGNORECASE,
)
"""Before "the signing were A and B": those who were there."""
_DELEGATION = re.compile(
    r"[\s,;]*(?:\band\b|\bas\s+well\s+as\b|\btogether\s+with\b)\s+(?:\w+\s+){0,3}?(?:others?|staff|members"
    r"|leaders|faculty|teachers|managers|experts|officers|officials|heads|representatives|delegates|colleagues)\b",
    re.IGNORECASE,
)
"""After "X was represented by A": more people than would sign."""
_OTHER_PAPER = re.compile(
    r"\b(?:release|statement|letter(?!\s+(?:of|was|were|is)\b)|circular|notice|report|bulletin)"
    r"\s+(?:\w+\s+){0,2}$",
    re.I,
)
"""Before "signed by A": what is no agreement."""
_CUE = re.compile(
    r"\b(?:co-?)?(?:sign(?:ed|s|ing|ator\w+|atures?|ees?|ers?)?|ink(?:ed|s)?|penned|pen|represent(?:ed|ing)|acted|put"
    r"|executed|set|bears?|bore|carr(?:y|ies|ied)|did|shake|affix(?:ed)?|appended|sealed|formali[sz]ed|exchang(?:ed?|ing)|concluded|renewed|extended|entered)\b",
    re.IGNORECASE,
)


def signing(sentence: Marked) -> list[str]:
    """The marks of those who sign in a marked sentence, in order of mention."""
    text = _LOOKED_ON.sub("", _WATCHED.sub("", sentence.text))
    found: set[str] = set()
    for act in (*_ACTIVE.finditer(text), *_CAME_TO.finditer(text)):
        if _HE_AND.search(text[: act.start("who")]):
            found.update(sentence.people_in(text[: act.start("who")])[-1:])
        found.update(sentence.people_in(act["who"]))
        found.update(sentence.people_in(act.groupdict().get("others") or ""))
    for act in _PASSIVE.finditer(text):
        before = text[: act.start()]
        by = act.start("who") == act.start()  # "X was represented by": nothing before the list
        if by and _DELEGATION.match(text, act.end()):
            continue
        represented = by or act[0].casefold().startswith("representing")
        if represented and len(sentence.people_in(act["who"])) > 2:
            continue  # a delegation
        if not any(form.search(before) for form in (_NOT_YET, _PRESENT, _OTHER_PAPER)):
            found.update(sentence.people_in(act["who"]))
    return sorted(found, key=text.index)


def may_sign(text: str) -> bool:
    """Whether a sentence has a word of signing or representing at all."""
    return _CUE.search(text) is not None
