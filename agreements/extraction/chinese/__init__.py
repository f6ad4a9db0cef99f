"""From a Chinese press release, in simplified or traditional script, to agreement records.

Packages and modules bear the names of those for English where they do the same, and run in this
order: script and wrapping (the text as rules read it), sentences; organisations, people and events;
findings, which holds all of these; parties and signatories; when, places and areas; drafting (one
record), assemble (all of it). `grammar` and `titles` serve several of them.
"""

from agreements.extraction.chinese.assemble import extract_chinese

__all__ = ["extract_chinese"]
