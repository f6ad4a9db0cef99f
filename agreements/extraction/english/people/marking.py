"""A sentence with each person and each body in it as one character, so that its grammar shows.

"Prof. A, President of X, and B, CEO of Y, signed for Z" becomes "1 and 2 signed for 3": what a list
of people is, and which verb follows it, can then be told by patterns over what is left. The
characters are of Unicode's private use area, which no text of ours has a meaning for.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agreements.extraction.document import Span
from agreements.extraction.english.people.people import Person
from agreements.extraction.english.titles import AFTER_HONORIFICS, HONORIFICS

_FIRST_PERSON, _FIRST_BODY, _MOST = 0xE000, 0xE800, 0x800
PERSON, BODY = "[\ue000-\ue7ff]", "[\ue800-\uefff]"
_TITLES = sorted(HONORIFICS | AFTER_HONORIFICS, key=len, reverse=True)
_TITLE = "|".join(re.escape(title).replace("'", "['’]") for title in _TITLES)
_TITLES_BEFORE = re.compile(
    rf"(?<![\w’'-])(?:(?:{_TITLE})(?![\w’'-])[.’']?\s*,?|\([A-Za-z.]{{1,5}}\.?\)|[\s.’'])+$",
    re.IGNORECASE,
)
_LOOKED_AT = 60
"""Characters before a name in which its honorifics are sought."""


@dataclass(frozen=True, slots=True)
class Marked:
    """The sentence as it reads with marks, what each mark stands for, and where all of it stood.

    `offsets` are those of the document, one for each character of `text` and one for its end.
    """

    text: str
    people: tuple[Person, ...]
    bodies: tuple[Span, ...]
    offsets: tuple[int, ...]
    within: Span

    def span(self, start: int, end: int) -> Span:
        """Where in the document a stretch of the marked text stands."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1, self.within.document)

    def person(self, mark: str) -> Person:
        """Whom a mark stands for."""
        return self.people[ord(mark) - _FIRST_PERSON]

    def body(self, mark: str) -> Span:
        """The name that a mark stands for."""
        return self.bodies[ord(mark) - _FIRST_BODY]

    def people_in(self, stretch: str) -> list[str]:
        """The marks of people in a stretch of the marked text."""
        return re.findall(PERSON, stretch)


def marked(within: Span, people: Sequence[Person], bodies: Sequence[Span]) -> Marked:
    """Mark a stretch of text; a body within a person's position has no mark of its own."""
    places = [
        (_whole(p, within, people), chr(_FIRST_PERSON + i)) for i, p in enumerate(people[:_MOST])
    ]
    taken = [span for span, _ in places]
    places += [
        (body, chr(_FIRST_BODY + i))
        for i, body in enumerate(bodies[:_MOST])
        if not any(body.overlaps(span) for span in taken)
    ]
    text, pieces, at = within.document.text, [], within.start
    offsets: list[int] = []
    for span, mark in sorted(places, key=lambda place: place[0]):
        if span.start >= at:
            pieces += [text[at : span.start], mark]
            offsets += range(at, span.start + 1)
            at = span.end
    pieces.append(text[at : within.end])
    offsets += range(at, within.end + 1)
    return Marked("".join(pieces), tuple(people), tuple(bodies), tuple(offsets), within)


def _whole(person: Person, within: Span, people: Sequence[Person]) -> Span:
    """The person with the position beside the name and the honorifics that stand before."""
    shared = person.listed and person.position is not None and person.position < person.name
    shared = shared or any(person.name < p.name and person.evidence.covers(p.name) for p in people)
    whole = within.covers(person.evidence) and not shared
    span = person.evidence if whole else person.name
    before = span.document.text[max(within.start, span.start - _LOOKED_AT) : span.start]
    titles = _TITLES_BEFORE.search(before)
    kept = titles[0].lstrip(" ,.'’") if titles else ""
    open_ = span.quotation.count("(") > span.quotation.count(")")  # "A B (CEO, C Ltd)"
    closed = open_ and span.document.text[span.end : span.end + 1] == ")"
    return Span(span.start - len(kept), span.end + closed, span.document)
