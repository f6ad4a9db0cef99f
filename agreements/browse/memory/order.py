"""A stretch of a set of agreements in an order, without putting all of them in order."""

from collections.abc import Iterator

import numpy as np
from pyroaring import BitMap

from agreements.browse.memory.catalogue import UNDATED, Catalogue
from agreements.browse.memory.columns import Numbers, sequence


def newest(catalogue: Catalogue, keys: BitMap, stretch: slice) -> list[int]:
    """Those from one place to another of the order by date, the latest first."""
    years = sorted(catalogue.terms["year"], reverse=True)
    return _stretch(catalogue, keys, years, stretch, latest_first=True)


def oldest(catalogue: Catalogue, keys: BitMap, stretch: slice) -> list[int]:
    """Likewise, the earliest first and those without a year last."""
    years = sorted(catalogue.terms["year"], key=lambda year: (year == UNDATED, year))
    return _stretch(catalogue, keys, years, stretch, latest_first=False)


def by_title(catalogue: Catalogue, keys: BitMap, stretch: slice) -> list[int]:
    """Likewise, by title."""
    found = sequence(keys)
    ranks = catalogue.titles.ranks
    found = found[found < len(ranks)]
    last = min(stretch.stop, len(found))
    rank = ranks[found]
    if last < len(found):
        first = np.argpartition(rank, last)[:last]
        found, rank = found[first], rank[first]
    return [int(key) for key in found[np.argsort(rank, kind="stable")][stretch.start : last]]


def _stretch(
    catalogue: Catalogue, keys: BitMap, years: list[int], stretch: slice, *, latest_first: bool
) -> list[int]:
    """Only the years that the stretch touches are put in order."""
    found: list[int] = []
    for before, of_year in _years(catalogue, keys, years):
        if before >= stretch.stop:
            break
        if before + len(of_year) > stretch.start:
            first, last = max(0, stretch.start - before), stretch.stop - before
            ordered = _by_date(catalogue, of_year, latest_first=latest_first)
            found += (ordered[first:last] & 0xFFFFFFFF).tolist()
    return found


def _years(catalogue: Catalogue, keys: BitMap, years: list[int]) -> Iterator[tuple[int, BitMap]]:
    """Those of each year, with how many come before."""
    before = 0
    for year in years:
        of_year = keys & catalogue.terms["year"][year]
        yield before, of_year
        before += len(of_year)


def _by_date(catalogue: Catalogue, keys: BitMap, *, latest_first: bool) -> Numbers:
    found = sequence(keys)
    order = np.sort(catalogue.dates[found].astype(np.int64) << 32 | found)
    return order[::-1] if latest_first else order
