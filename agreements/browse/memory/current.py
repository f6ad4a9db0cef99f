"""The catalogue in memory that this process has, kept true by a look at the log of changes.

The first request for it starts to build it, in a thread of its own; until then, and within a
transaction that has itself written, the database answers. A small catalogue is built at once.
"""

import gc
import logging
import threading

from django.db import connection

from agreements.browse.memory.catalogue import Catalogue, build, patched
from agreements.models import Agreement
from agreements.models.revision import changes, look, position, writing

SMALL = 20_000
"""Agreements that are read within a request."""

MOST_CHANGES = 5_000
"""Changed agreements from which it is quicker to read all of them."""

logger = logging.getLogger(__name__)
_lock = threading.Lock()
_building = threading.Lock()
_held: Catalogue | None = None


def catalogue() -> Catalogue | None:
    """The published catalogue as it stands now; None where the database has to be asked."""
    held = _held
    if held is None:
        return None if writing() else _built()
    seen = look(held.position)
    if seen.writing:
        return None
    if seen.lost:
        return _built()
    return _followed() if seen.changed else held


def is_building() -> bool:
    """Whether a thread reads the catalogue, or the orders of its rows."""
    return _building.locked()


def forget() -> None:
    """Hold nothing, as when the process began."""
    global _held
    _held = None


def _followed() -> Catalogue | None:
    """The catalogue after what changed; one thread works, the others wait for it."""
    global _held
    with _lock:
        held = _held
        if held is None:
            return None
        now = position()
        news = changes(held.position)
        if news.agreements is None or None in news.rows.values():
            return _built()
        if len(news.agreements) > MOST_CHANGES:
            return _built()
        _held = patched(held, news, now)
        return _held


def _built() -> Catalogue | None:
    """A new catalogue at once if it is small; or else None, while a thread reads it."""
    global _held
    if Agreement.objects.order_by().values("pk")[: SMALL + 1].count() <= SMALL:
        _held = build(position())
        return _held
    if _building.acquire(blocking=False):
        threading.Thread(target=_build_apart, daemon=True).start()
    return None


def _build_apart() -> None:
    global _held
    try:
        made = build(position())
        _held = made
        _ = made.titles.ranks, [names.shown for names in made.names.values()]
        # A look for garbage among millions of names that stay would hold up requests.
        gc.collect()
        gc.freeze()
    except Exception:
        logger.exception("The catalogue could not be read into memory")
    finally:
        connection.close()
        _building.release()
