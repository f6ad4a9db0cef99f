"""Whether a text has anything to read at all: so that noise is refused at once, and by its name."""

import re

_SAMPLE = 50_000
_WORD = re.compile(r"[^\W\d_]+")
_SPACE = re.compile(r"\s+")
_LETTERS_AT_LEAST = 0.3
"""Share of the characters that are not white space."""
_LONGEST_WORD = 1_000
_LETTERS_A_WORD = 2
_MANY, _FEW = 500, 25
"""Words of a sample, and how many of them have to be different."""


def why_no_prose(text: str) -> str | None:
    """What is wrong with a text that no sentence can be in; None where nothing is."""
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample)
    lengths = [len(word) for word in words]
    if sum(lengths) < _LETTERS_AT_LEAST * len(_SPACE.sub("", sample)):
        return "the text has hardly any letters"
    if len(words) > _MANY and sum(lengths) < _LETTERS_A_WORD * len(words):
        return "the text has single letters in place of words"
    if max(lengths, default=0) > _LONGEST_WORD:
        return "the text is one endless word"
    if len(words) > _MANY and len({word.casefold() for word in words}) < _FEW:
        return "the text repeats the same few words"
    return None
