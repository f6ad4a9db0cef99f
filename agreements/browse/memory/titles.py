"""The order of agreements by title."""

from functools import cached_property

import numpy as np

from agreements.browse.memory.columns import Numbers, rows

_BY_TITLE = """
SELECT id::int4 FROM agreements_agreement WHERE editorial_status = 'published'
ORDER BY lower(title), id
"""


class Titles:
    """Read when somebody first asks, since few do; any change of an agreement makes it anew."""

    @cached_property
    def ranks(self) -> Numbers:
        """By primary key, the place in the order of titles."""
        keys = rows(_BY_TITLE, 1)[:, 0]
        ranks = np.zeros(int(keys.max(initial=0)) + 1, np.int64)
        ranks[keys] = np.arange(len(keys))
        return ranks
