"""The append-only history: database triggers write an event for every change of every row.

Bulk writes and plain SQL are recorded too. Events carry the context of the change: the user
and address of a request, or the batch of an import (see `pghistory.context`). The triggers fire
once a statement, so that an import of many rows pays little for them.
"""

from typing import Any

import pghistory


def tracked(**options: Any) -> Any:
    """Class decorator: keep the history of a model's rows; `options` are pghistory.track's."""
    return pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        level=pghistory.Statement,
        **options,
    )
