"""Records into rows: matched, compared with what stands, written whole, and taken back.

Nothing is imported here, since processes that only read documents need no database.
"""
