"""The published catalogue in memory: sets of agreements that are cut and counted in microseconds.

An agreement is its primary key. `Catalogue` never changes; what changed in the database makes
another one of it, which shares what stayed. `current.catalogue()` is the one to ask.
"""
