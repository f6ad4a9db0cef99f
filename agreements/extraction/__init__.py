"""From the text of a press release to agreement records with evidence.

`load` reads a file, `extract` reads what it says: by the rules of `english` or `chinese`, each a
package of stages. `language_model` asks a model instead. Every slot gets a confidence at the end.
"""

from agreements.extraction.document import Document, Span
from agreements.extraction.extractor import VERSION, extract
from agreements.extraction.loading import FORMATS, LoadError, content_of, load, parse
from agreements.extraction.result import Extraction, Rejection

__all__ = [
    "FORMATS",
    "VERSION",
    "Document",
    "Extraction",
    "LoadError",
    "Rejection",
    "Span",
    "content_of",
    "extract",
    "load",
    "parse",
]
