"""The extractor that needs no network: rules for each language that is read."""

from agreements.extraction.chinese import extract_chinese
from agreements.extraction.confidence import assess
from agreements.extraction.document import Document
from agreements.extraction.english import extract_english
from agreements.extraction.languages import language_name, language_of
from agreements.extraction.prose import why_no_prose
from agreements.extraction.result import Extraction, Rejection

VERSION = "12"
"""Of the rules; raised when the same document may give another record. Imports keep it."""

READ = frozenset({"en", "zh"})
"""Languages that can be read."""


def extract(document: Document) -> Extraction:
    """The agreements that a document announces, its people, and what was set aside and why.

    Every slot has a confidence beside its evidence.
    """
    if why := why_no_prose(document.text):
        return Extraction((), (), document.published_on, (Rejection(f"{why}, so nothing is read"),))
    language = document.language or language_of(document.text)
    if language[:2] not in READ:
        name = language_name(language)
        why = f"the document is in {name}; only English and Chinese can be read so far"
        return Extraction((), (), document.published_on, (Rejection(why),))
    if language[:2] == "zh":
        return assess(extract_chinese(document), document.text, "zh")
    return assess(extract_english(document, language), document.text, "en")
