"""A second extractor behind the same interface: a language model on a server of the user's own.

A model may invent, so nothing of its answer is taken over as it says it: each slot comes with a
quotation, what is recorded are the document's own characters there, and a slot whose quotation
does not stand in the text is set aside with its reason. The modules in the order in which they
work: question, server, answer, quotations, support, reading, extractor.
"""

from agreements.extraction.language_model.extractor import LanguageModel
from agreements.extraction.language_model.server import Budget, Server

__all__ = ["Budget", "LanguageModel", "Server"]
