"""Addresses of pages, remembered: a page has dozens, and Django takes its time over each."""

from functools import lru_cache

from django.urls import reverse


@lru_cache(maxsize=10_000)
def address(view: str, *parts: str) -> str:
    """The path of a view; raises NoReverseMatch where there is none."""
    return reverse(view, args=parts)
