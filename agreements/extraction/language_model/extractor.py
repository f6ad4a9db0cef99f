"""Documents to records by way of a language model; nothing that goes wrong is an exception."""

from dataclasses import dataclass

from pydantic import ValidationError

from agreements.extraction.document import Document
from agreements.extraction.extractor import extract
from agreements.extraction.language_model.answer import read_answer
from agreements.extraction.language_model.comparison import compared
from agreements.extraction.language_model.question import question
from agreements.extraction.language_model.reading import reading
from agreements.extraction.language_model.server import NoAnswerError, Server
from agreements.extraction.result import Extraction, Rejection


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A model on a server. `longest` is how many characters of text it is given at most."""

    server: Server
    model: str
    longest: int = 40_000

    def extract(self, document: Document) -> Extraction:
        """The agreements that a document announces, and what was set aside and why.

        A longer document is rejected, not cut: what its end says would be lost in silence.
        """
        length = len(document.text)
        if length > self.longest:
            why = f"{length:,} characters, more than the {self.longest:,} that it is given at most"
            return _unread(document, why)
        try:
            answer = read_answer(self.server.ask(question(document, self.model)))
        except NoAnswerError as error:
            return _unread(document, str(error))
        try:
            return compared(reading(answer, document), extract(document))
        except ValidationError as error:  # of the document itself: records are checked before
            return _unread(document, f"it cannot be a source: {error.errors()[0]['msg']}")


def _unread(document: Document, why: str) -> Extraction:
    rejection = Rejection(f"the language model did not read it: {why}")
    return Extraction((), (), document.published_on, (rejection,))
