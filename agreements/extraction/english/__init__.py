"""From an English press release to agreement records.

Packages and modules in the order in which they run: sentences and pipeline; organisations, people
and events (what is named, and what is signed); findings, which holds all of these; parties and
signatories (who signs); when, places and areas; drafting (one record), assemble (all of it).
"""

from agreements.extraction.english.assemble import extract_english

__all__ = ["extract_english"]
