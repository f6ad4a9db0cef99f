"""What people other than the signatories did at the signing: witnessed, spoke, hosted, attended."""

import re

from agreements.extraction.blocks import Role
from agreements.extraction.english.people.name_words import SAYING
from agreements.extraction.english.people.people import Person
from agreements.extraction.english.pipeline import Reading
from agreements.vocabulary.kinds import PersonRole

_SPOKE = re.compile(
    rf"[^.;]{{0,12}}?\b(?:{'|'.join(sorted(SAYING))}|spoke|told|emphasi[sz]ed"
    r"|thanked|welcomed|recalled|expressed"
    r"|pointed\s+out|highlighted|introduced|announced|praised"
    r"|gave\s+(?:a\s+)?(?:brief\s+)?(?:speech|address|introduction|remarks)"
    r"|delivered\s+(?:a\s+)?(?:speech|speeches|remarks|address))\b"
)
_SPEECH = re.compile(
    r"\b(?:gave|delivered|made)\s+(?:\w+\s+)?(?:speech|speeches|remarks|an?\s+address|addresses)\b"
)
_WITNESSED_BY = re.compile(r"\b(?:witness(?:ed|es)?|in\s+the\s+presence\s+of)\b", re.IGNORECASE)
_HOSTED = re.compile(
    r"[^.;]{0,12}?\b(?:hosted|chaired|moderated|presided\s+over|was\s+(?:the\s+)?host"
    r"|warmly\s+received)\b"
)
_HOSTED_BY = re.compile(r"\b(?:hosted|chaired|moderated|presided\s+over)\s+by\b[^.;]*$")


def role_of(person: Person, reading: Reading) -> PersonRole:
    """The fullest part that somebody is told to have had."""
    sentence = person.sentence
    text = reading.document.text
    before = text[sentence.span.start : person.evidence.start]
    after = text[person.evidence.end : sentence.span.end]
    if _WITNESSED_BY.search(before) or re.match(r"[^.;]{0,12}\bwitnessed\b", after):
        return PersonRole.WITNESS
    if _HOSTED.match(after.lstrip(",")) or _HOSTED_BY.search(before):
        return PersonRole.HOST
    if _SPEECH.search(after) or _speaks(person, reading):
        return PersonRole.SPEAKER
    return PersonRole.ATTENDEE


def _speaks(person: Person, reading: Reading) -> bool:
    """Whether any sentence has the person, by full name or part of it, say something."""
    words = [word for word in person.name.words.split() if len(word) > 2]
    for sentence in reading.sentences:
        if sentence.role is Role.FURNITURE:
            continue
        rest = _after_first(sentence.text, [person.name.words, *words])
        if rest is not None and _SPOKE.match(rest.removeprefix(",")):
            return True
    after = reading.document.text[person.evidence.end : person.sentence.span.end]
    return _SPOKE.match(after.lstrip(",")) is not None


def _after_first(text: str, names: list[str]) -> str | None:
    """What follows the first whole mention of one of these names; of two that begin alike, the
    first listed.
    """
    found: tuple[int, int] | None = None
    for name in names:
        at = text.find(name)
        while at >= 0 and not _stands_whole(text, at, at + len(name)):
            at = text.find(name, at + 1)
        if at >= 0 and (found is None or at < found[0]):
            found = at, at + len(name)
    return text[found[1] :] if found else None


def _stands_whole(text: str, start: int, end: int) -> bool:
    """Whether no letter or digit goes on a stretch of text on either side."""
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
