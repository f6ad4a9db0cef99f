"""Readable addresses for many new rows at once: the wish, or the wish with the next number."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Model


def give_slugs(model: type[Model], rows: Sequence[Any]) -> None:
    """Make the slugs that the rows wish for unique, in the order of the rows."""
    wishes = [row.slug or str(model._meta.model_name) for row in rows]
    taken = _taken(model, wishes)
    numbers = _next_numbers(model, taken)
    while True:
        slugs = _numbered(wishes, taken, numbers)
        # Where a number before the last is free, those after it need not be.
        clashes = _taken(model, slugs)
        if not clashes:
            break
        taken |= clashes
    for row, slug in zip(rows, slugs, strict=True):
        row.slug = slug


def _numbered(wishes: Iterable[str], taken: set[str], numbers: Mapping[str, int]) -> list[str]:
    given: dict[str, None] = {}
    following = dict(numbers)
    for wish in wishes:
        slug = wish
        while slug in taken or slug in given:
            number = following.get(wish, 2)
            following[wish] = number + 1
            slug = f"{wish}-{number}"
        given[slug] = None
    return list(given)


def _next_numbers(model: type[Model], wishes: Iterable[str]) -> dict[str, int]:
    """A free number for each wish, found by doubling and halving: thousands may share a wish."""
    low, high = dict.fromkeys(wishes, 1), dict.fromkeys(wishes, 2)
    rising = set(low)
    while rising:
        taken = _taken(model, (f"{wish}-{high[wish]}" for wish in rising))
        rising = {wish for wish in rising if f"{wish}-{high[wish]}" in taken}
        for wish in rising:
            low[wish], high[wish] = high[wish], 2 * high[wish]
    while between := [wish for wish in low if high[wish] - low[wish] > 1]:
        middle = {wish: (low[wish] + high[wish]) // 2 for wish in between}
        taken = _taken(model, (f"{wish}-{number}" for wish, number in middle.items()))
        for wish, number in middle.items():
            (low if f"{wish}-{number}" in taken else high)[wish] = number
    return high


def _taken(model: type[Model], slugs: Iterable[str]) -> set[str]:
    rows = model._default_manager.filter(slug__in=set(slugs))
    return set(rows.values_list("slug", flat=True))
