"""Signing events: what was signed, and whether it was done, intended or is background."""
