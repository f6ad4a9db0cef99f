"""Signing events: what was signed, and whether it was done, intended, denied or is background."""
