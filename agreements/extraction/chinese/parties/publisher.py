"""Whose page a Chinese text stands on: the school that heads it, or that its furniture names."""

from collections.abc import Iterable

from agreements.extraction.blocks import Role, Sentence
from agreements.extraction.chinese.organisations.organisations import Mention, mentions_in
from agreements.extraction.chinese.sentences import Reading
from agreements.vocabulary.kinds import HIGHER_EDUCATION

_SECTION = 10
"""Characters behind a school's name in the name of its site: 新闻网, 发展规划处."""
_HEAD = 4
"""Lines at the top of a page among which its name stands."""


def school_of_page(reading: Reading) -> list[Mention]:
    """Where the page names the one university or college that publishes it; empty if none is."""
    top = [s for s in reading.sentences[:_HEAD] if s.role is not Role.BODY]
    furniture = [s for s in reading.sentences if s.role is Role.FURNITURE]
    return _of_one(_site_names(top)) or _of_one(_schools(furniture))


def _schools(sentences: Iterable[Sentence]) -> list[Mention]:
    return [m for s in sentences for m in mentions_in(s.span) if m.type in HIGHER_EDUCATION]


def _site_names(top: list[Sentence]) -> list[Mention]:
    """Schools that a line at the top begins with and says little more than."""
    return [
        mention
        for sentence in top
        for mention in _schools([sentence])
        if mention.own.start == sentence.span.start
        and sentence.span.end - mention.own.end <= _SECTION
    ]


def _of_one(mentions: list[Mention]) -> list[Mention]:
    return mentions if len({mention.own.words for mention in mentions}) == 1 else []
