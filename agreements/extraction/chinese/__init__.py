"""From a Chinese press release, in simplified or traditional script, to agreement records.

Stages mirror those for English and run in this order: script, wrapping, sentences, people, when,
announcement, organisations and register (all in findings), parties, signatories, places, areas,
assemble; `grammar` and `titles` serve several of them.
"""

from agreements.extraction.chinese.assemble import extract_chinese

__all__ = ["extract_chinese"]
