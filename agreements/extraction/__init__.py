"""From the text of a press release to agreement records with evidence.

`load` reads a file, `extract` reads what it says. Every stage is a module, in the order in which
they run: loading, sentences, pipeline, organisations, people, announcement, parties, signatories,
when, places, areas, assemble.
"""

from agreements.extraction.assemble import VERSION, extract
from agreements.extraction.document import Document, Span
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
