"""Noun phrases that name a term of the vocabulary of areas, where no list announces them."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from agreements.extraction.document import Span

_IN_PHRASE = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "VBG", "HYPH", "CD", "VBN", "POS"})
_HEADS = frozenset({"NN", "NNS", "NNP", "NNPS", "VBG"})
_LONGEST = 9


def noun_phrases(tokens: Sequence[Token], within: Span) -> Iterator[Span]:
    """Runs of nouns and what modifies them, "and" inside them included, in order."""
    run: list[Token] = []
    for token in (*tokens, None):
        if token is not None and (token.tag_ in _IN_PHRASE or (run and _joins(token, run))):
            run.append(token)
            continue
        if phrase := _phrase(run, within):
            yield phrase
        run = []


def _joins(token: Token, run: list[Token]) -> bool:
    return token.text.casefold() in {"and", "&"} and run[-1].tag_ in _HEADS


def _phrase(run: list[Token], within: Span) -> Span | None:
    while run and run[-1].tag_ not in _HEADS:
        run = run[:-1]
    while run and run[0].tag_ in {"CD", "POS", "HYPH", "VBN"}:
        run = run[1:]
    if not 2 <= len(run) <= _LONGEST:
        return None
    last = run[-1]
    return Span(run[0].idx, last.idx + len(last), within.document)
