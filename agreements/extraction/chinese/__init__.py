"""From a Chinese press release, in simplified or traditional script, to agreement records.

Stages mirror those for English and run in this order: script, sentences, grammar, organisations,
people, announcement, register, parties, signatories, when, places, areas, assemble.
"""

from agreements.extraction.chinese.assemble import extract_chinese

__all__ = ["extract_chinese"]
