"""The public, read-only API: what the pages show, from the same filters, for programs."""
