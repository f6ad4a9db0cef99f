"""Noun phrases and lists of them, where no words announce what the cooperation is about."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Token

from agreements.extraction.document import Span

_IN_PHRASE = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "VBG", "HYPH", "CD", "VBN", "POS"})
_HEADS = frozenset({"NN", "NNS", "NNP", "NNPS", "VBG"})
_NEVER_FIRST = frozenset({"CD", "POS", "HYPH", "VBN", "CC"})
_AND = frozenset({"and", "&"})
_ALONE = frozenset(
    {"internship", "internships", "scholarships", "fellowships", "apprenticeships", "placements"}
)
"""Words that name an area without any other beside them."""
_DOINGS = frozenset(
    "exchange exchanges training development transfer sharing cultivation integration supervision"
    " commercialization commercialisation employability mentoring teaching".split()
)
"""Nouns that say what is done, and after "of" with what."""
_LONGEST, _LONGEST_LIST = 9, 18
"""Words of one phrase and of a list of phrases."""


def noun_phrases(tokens: Sequence[Token], within: Span) -> Iterator[Span]:
    """Runs of nouns and what modifies them, in order; "A, B and C" is one run."""
    run: list[Token] = []
    for token in (*tokens, None):
        if token is not None and (token.tag_ in _IN_PHRASE or (run and _joins(token, run))):
            run.append(token)
            continue
        yield from _phrases(run, within)
        run = []


def _joins(token: Token, run: list[Token]) -> bool:
    if token.text == "of":
        return run[-1].text.casefold() in _DOINGS
    if run[-1].text == "of":
        return token.tag_ in {"DT", "PRP$"}
    if run[-1].tag_ in {"DT", "PRP$"}:
        return token.tag_ in _IN_PHRASE
    if token.text.casefold() in _AND:
        return run[-1].tag_ in _HEADS or run[-1].text == ","
    return token.text == "," and run[-1].tag_ in _IN_PHRASE


def _phrases(run: list[Token], within: Span) -> Iterator[Span]:
    """The run as a list if its last comma is followed by "and", else what stands between commas."""
    commas = [at for at, token in enumerate(run) if token.text == ","]
    ands = [at for at, token in enumerate(run) if token.text.casefold() in _AND]
    clause = len(commas) == 1 and commas[0] + 1 in ands  # "A, and B does"
    listed = bool(commas) and not clause and any(at > commas[-1] for at in ands)
    ends = [-1, len(run)] if listed else [-1, *commas, len(run)]
    for before, end in pairwise(ends):
        if phrase := _phrase(run[before + 1 : end], within, _LONGEST_LIST if listed else _LONGEST):
            yield phrase


def _phrase(run: list[Token], within: Span, longest: int) -> Span | None:
    while run and run[-1].tag_ not in _HEADS:
        run = run[:-1]
    while run and run[0].tag_ in _NEVER_FIRST and not _is_part(run):
        run = run[1:]
    if len(run) == 1 and run[0].text.casefold() not in _ALONE:
        return None
    if not 1 <= len(run) <= longest:
        return None
    last = run[-1]
    return Span(run[0].idx, last.idx + len(last), within.document)


def _is_part(run: list[Token]) -> bool:
    """Whether the first token is only the beginning of a word: "5" of "5G"."""
    return len(run) > 1 and not run[0].whitespace_ and run[1].text.isalpha()
