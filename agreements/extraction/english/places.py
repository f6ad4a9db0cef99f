"""Where an agreement was signed: the place that stands with the act or the ceremony."""

import re
from collections.abc import Iterator

from agreements.extraction.blocks import Role, Sentence
from agreements.extraction.document import Span
from agreements.extraction.english.organisations.body_types import type_of
from agreements.extraction.english.organisations.names import names_in
from agreements.extraction.english.people.marking import PERSON, Marked, marked
from agreements.extraction.english.people.people import Person
from agreements.extraction.english.pipeline import Reading
from agreements.extraction.events import Event
from agreements.vocabulary.kinds import INSTITUTION_TYPES

_SITE = (
    r"(?i:campus|headquarters?|premises|building|auditorium|hall|offices?|boardroom|library"
    r"|(?:conference|meeting|board|committee|seminar|senate)\s+room|chambers?|secretariat|lounge"
    r"|lobby|rectorate|theat(?:er|re)|pavilion)"
)
_NAME = (
    rf"(?P<place>(?:(?:[A-Za-z]+[’']s?\s+)?(?:(?:new|main|central|administrative)\s+)?{_SITE}\b"
    r"|(?:[a-z]+[’']s\s+)?[A-Z0-9][\w’'.-]*)"
    rf"(?:\s+(?:of\s+(?:the\s+)?(?:(?:university|company|school|college|institute)(?:[’']s\s+"
    rf"|(?=[\s.,;])))?|in\s+(?:the\s+)?|and\s+|de\s+)?(?:[A-Z0-9][\w’'&-]*|(?:(?:new|main|central)\s+)?{_SITE}\b|city\b)"
    rf"|\s+of\s+the\s+(?:university|company|school|college|institute)\b"
    r"|,\s+(?:University|College|Institute)\s+of\s+[A-Z][\w’'-]*|,\s+[A-Z][\w’'-]*(?=[.,;]|$|\s+(?:on|in|at|during|to|with)\b)"
    r"|(?:(?<=Center|Centre)|(?<=Institute))\s+for\s+(?:the\s+)?[A-Z][\w’'-]*"
    rf"|\s+at\s+(?:the\s+)?(?=(?:[A-Z][\w’'-]*\s+){{1,3}}{_SITE}\b)[A-Z][\w’'-]*"
    rf"|(?<=(?i:premises|building))\s+at\s+(?=[A-Z])[A-Z][\w’'-]*|(?<=(?i:campus|office))\s+at\s+(?=[A-Z])[A-Z][\w’'-]*)*)"
)
_BUILDING = re.compile(
    r"(?:\s+\([A-Z][\w ]{1,20}\))?"
    rf"(?:,\s+(?:the\s+)?(?:[A-Z0-9][\w’'-]*\s+){{0,5}}{_SITE}\b(?:,\s+[A-Z][\w’'-]*(?=[.;,]|\s+(?:on|in)\b|\s*$))?)+"
)
"""After a room, in which building it is: "Room A (First), East Building, Leeds"."""
_ROOM = re.compile(r"\b(?i:room|hall|auditorium|theat(?:er|re)|lobby|lounge|boardroom)\b")
_AIM = (
    r"\bto\s+(?:establish|set\s+up|create|build|launch|open|provide|develop|support|promote|train"
    r"|boost|improve|enhance|strengthen|collaborate|cooperate|offer|help)\b"
)
"""What is meant to be done stands elsewhere than where it was signed."""
_HELD = re.compile(
    rf"\b(?:ceremony|signed|signing|event|[Hh]eld|hosted(?=\s+(?:at|in)\b)|(?i:t(?:ook|akes)\s+place)|inked|renewed|exchanged|concluded|sealed|penned|put\s+to\s+paper|signatures?|occasion|formali[sz]ed"
    rf"|attended)\b(?:(?!\bsaid|behalf(?!\s+of\s+(?:their|both|the\s+two)\b)|universit|[Pp]olytechnic|[Cc]olleges?\b|[Ii]nstitut|\bwhose\b|\bthat\b(?!\s+end)|\bwhich\b|{_AIM}|\b(?:first|largest|leading|only)\b)(?:[ap]\.m\.|[^.;])){{0,110}}?\b(?:in"
    rf"|at|on(?=\s+the\s+[A-Z][\w’'-]*\s+campus))\s+(?:(?:the|its|their|our)\s+|an?\s+{_SITE}\s+of\s+)?{_NAME}"
)
_SITED = re.compile(
    r"\b(?:signed|signing|inked|formali[sz]ed|held|ceremony)\b[^;]{0,220}?\bat\s+(?:(?:the|its|their|our)\s+|an?\s+)?(?P<place>"
    rf"(?:(?!(?:said|and|the|in|on|by|with|of|for)\b)[\w’'-]+\s+){{0,3}}{_SITE}\b(?:\s+of\s+(?:the\s+)?"
    r"(?:university|college|institute|company|(?:[A-Z][\w’'-]*\s?)+)|(?:\s+[A-Z][\w’'-]*)+)?)"
)
_DATED = re.compile(
    r"\b[Oo]n\s+(?:the\s+)?(?:[A-Z][a-z]+(?:day|\.)?,?\s+|\d{1,2}\w*,?\s+|\d{4},?\s+|of\s+){1,5}"
    rf"(?:in|at)\s+(?:the\s+)?{_NAME}"
)
"""The place right after the day: "on Friday 3 May at …"."""
_THROUGH = re.compile(
    rf"\b(?:through|via|by\s+means\s+of|of)\s+an?\s+[^.;,]{{4,60}}?\s+at\s+(?:the\s+)?{_NAME}"
)
_SHOWN = re.compile(
    rf"\b(?:in|at)\s+(?:the\s+)?{_NAME}\s+with\s+(?:the|an?|their)\s+(?:signed\s+)?"
    r"(?:documents?|copies|Mo[UA]s?|MO[UA]s?|agreements?)\b"
)
_CAME = re.compile(
    r"\b(?:visited|(?:official\s+)?visit\s+to|came\s+to|travell?ed\s+to|arrived\s+(?:in|at)"
    r"|led\s+a\s+(?:\w+\s+)?delegation\s+to)\s+"
    rf"(?:the\s+)?{_NAME}"
)
_VISIT_SIGNED = re.compile(
    rf"{_CAME.pattern}[^.;]{{0,60}}?\band\s+(?:signed|inked|concluded|held\s+a\s+signing)\b"
)
_DURING_VISIT = re.compile(r"^\W*During\s+(?:the|this|their|his|her)\s+(?:visit|trip|stay)\b")
_OPENING = re.compile(
    rf"^(?:On\s[^,;]{{3,40}},\s+(?:at|in|inside)|At|In|Inside|During\s+[^,.;]{{4,80}}?\s(?:in|at)|On(?=\s+the\s+\S+\s+\S+\s+campus))\s+(?:the\s+)?{_NAME}(?:\s+(?:on|yesterday|today)\b|,)"
)
_WHERE = re.compile(
    rf"\b(?:in|at)\s+(?:the\s+)?{_NAME},?\s+where\s+[^.;]{{0,60}}?\b(?:signed|inked|sealed|concluded"
    r"|(?:signing|ceremony)\s+(?:took\s+place|was\s+held))\b"
)
_GATHERED = re.compile(
    rf"\b(?:gathered|met|convened|assembled|came\s+together)\s+(?:at|in)\s+(?:the\s+)?{_NAME}"
    r"\s+(?:for|to)\s[^.;]{0,60}?\bsign"
)
_CLEFT = re.compile(rf"\bIt\s+was\s+(?:in|at|inside)\s+(?:the\s+)?{_NAME}[^.;]{{0,60}}?\bthat\b")
_SCENE = re.compile(
    rf"(?i:^the|^|\bfor\s+which(?:\s+the)?)\s*{_NAME}(?:,[^,.;]{{3,60}})?,?\s+(?:(?:was|were|is)\s+(?:the\s+(?:place|venue|scene|setting)|where)\b"
    r"|saw,?\s+(?:on\s[^,;]{3,25},\s+)?the\s+(?:[\w-]+\s+){0,2}sign)"
)
_FRONTED = re.compile(
    rf"\b(?:[Ii]n|[Aa]t)\s+(?:the\s+)?{_NAME}\s+(?:the|an?|both)\s+[^.;,]{{3,70}}?"
    r"\b(?:was|were)\s+(?:signed|inked|sealed)\b"
)
"""What is put before the signing: "It was at A that …", "A was the place", "in A the MoU was"."""
_CEREMONY = re.compile(
    r"\b(?:[Cc]eremony|signed|sealed|concluded|signing|signatures?|event|inked|MoU|MOU|occasion|hosted|formali[sz]ed|put\s+to\s+paper"
    r"|renewed|exchanged|penned|venue|scene)\b"
)
_HERE = re.compile(
    r"\b(?:signed|inked|held|ceremony)\b[^.;]{0,170}?\bhere\b|\bhere\b[^.;]{0,60}?\bsigned\b"
)
_DATELINE = re.compile(
    r"(?:^|\n|\d{4}-\d\d-\d\d\s)\W*(?P<place>[A-Z][A-Z’' ]{2,24}[A-Z]|[A-Z][a-z]+)"
    r"\s*(?:\(|:|,\s+(?:\(|[A-Z][a-z]+\s+\d)|\s[–—-]+\s)"
)
_NO_PLACE = re.compile(
    r"^(?:\d(?!\d?(?:st|nd|rd|th)\s+[A-Z])|January|February|March|April|May|June|July|August"
    r"|September|October|November"
    r"|December|Monday|Tuesday|Wednesday|Thursday"
    r"|Friday|Saturday|Sunday|(?:English|Chinese|Spanish|French|German|Japanese|Korean|Arabic|Russian)$|Artificial|Information|ICT|AI|Research|The|This|Science|Technology"
    r"|MO[UA]|MoU|Agreement|Memorandum|Big|Cloud|Digital|Huawei\s+ICT)"
    r"|\b(?:Banking|Finance|Education|Engineering|Sciences?|Inclusion|Management|Development|Studies"
    r"|Training|Research|Technology|Technologies|Innovation|Intelligence|Computing|Security|Materials|Systems"
    r"|Health|Medicine|Agriculture|Energy|Safety|Automation|Analytics|Robotics|Cybersecurity|Tourism"
    r"|Hospitality|Business|Law|Nursing|Entrepreneurship|Learning|Logistics|Marketing|Accounting|Design)$"
)
_IN_ITS_CITY = re.compile(r"\s+in\s+")
_SITE_NAMED = re.compile(
    rf"\b(?:{_SITE}|[Uu]niversity|College|Cent(?:er|re)|Hotel)\b|^(?:Faculty|School|Department|Institute)\b"
)
"""Days, and subjects written in capitals, which stand after "in" too."""


def place(event: Event, reading: Reading, people: list[Person]) -> Span | None:
    """The place of the signing, or None where the text does not tell it.

    `people` are those named in the text: what their positions tell is no place of the signing.
    """
    at = reading.sentences.index(event.sentence)
    near = [s for s in reading.sentences if s.role is not Role.FURNITURE]
    near.sort(key=lambda sentence: abs(reading.sentences.index(sentence) - at))
    told = (s for s in near if _CEREMONY.search(s.text))
    found = next((span for s in told for span in _places_in(_without(s, people))), None)
    if found is None and _DURING_VISIT.match(event.sentence.text) and at:
        before = reading.sentences[at - 1]
        found = next(_spans(_without(before, people), _CAME), None)
        if found is None and at > 1 and before.block == reading.sentences[at - 2].block:
            found = next(_spans(_without(reading.sentences[at - 2], people), _CAME), None)
    return found or _here(event, reading)


def _without(sentence: Sentence, people: list[Person]) -> Marked:
    return marked(sentence.span, [p for p in people if sentence.span.covers(p.name)], ())


def _places_in(sentence: Marked) -> Iterator[Span]:
    for pattern in (
        _CLEFT,
        _WHERE,
        _SCENE,
        _FRONTED,
        _OPENING,
        _DATED,
        _HELD,
        _SITED,
        _VISIT_SIGNED,
        _THROUGH,
        _SHOWN,
        _GATHERED,
    ):
        yield from _spans(sentence, pattern)


def _spans(sentence: Marked, pattern: re.Pattern[str]) -> Iterator[Span]:
    for match in pattern.finditer(sentence.text):
        text = match["place"].rstrip(" ,.-")
        site = _SITE_NAMED.search(text)
        if " and " in text and not site:  # "in Leeds and Acme"
            text = text[: text.index(" and ")]
        if text.endswith(("'s", "’s")):
            continue  # "marks a step in Acme University's work"
        if text and (site or not _NO_PLACE.search(text)) and not re.search(PERSON, text):
            start = match.start("place")
            end = start + len(text)
            if _ROOM.search(text) and (building := _BUILDING.match(sentence.text, end)):
                end = building.end()
            span = sentence.span(start, end)
            if not (_is_quoted(sentence.text[:start]) or _is_within_name(span, sentence.within)):
                yield span


def _is_quoted(before: str) -> bool:
    """Whether a quotation is open, as in the title of an agreement."""
    return before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”")


def _is_within_name(span: Span, within: Span) -> bool:
    """Whether a place is only where a body is that has its name from it: "… University in X"."""
    return any(
        name.start < span.start < name.end
        or (
            type_of(name.words) in INSTITUTION_TYPES
            and _IN_ITS_CITY.fullmatch(span.document.text, name.end, span.start)
        )
        for name in names_in(within)
    )


def _here(event: Event, reading: Reading) -> Span | None:
    """ "signed here": the place that the dateline names."""
    document = reading.document
    dateline = _DATELINE.search(document.text, 0, 300)
    at = reading.sentences.index(event.sentence)
    told = reading.sentences[at : at + 3]
    if dateline is None or not any(_HERE.search(sentence.text) for sentence in told):
        return None
    return Span(dateline.start("place"), dateline.end("place"), document)
