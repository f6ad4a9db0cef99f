"""What a filter shows, in its order: how many agreements, and any stretch of them as rows."""

from dataclasses import dataclass
from functools import cached_property

from pyroaring import BitMap

from agreements.browse.filters import NEWEST, OLDEST, RELEVANCE, TITLE, AgreementFilterSet
from agreements.browse.memory import order
from agreements.browse.memory.selection import Selection
from agreements.browse.questions import Question
from agreements.browse.rows import AgreementRow, agreement_rows
from agreements.browse.search import ranked
from agreements.models import Agreement

MOST_RANKED = 200
"""Agreements that are put in order by how well they match the words.

Of more, those count whose title or names hold the words, and of these the newest; the others
follow, newest first.
"""

_ORDERS = {NEWEST: order.newest, OLDEST: order.oldest, TITLE: order.by_title}


@dataclass
class Listing:
    """The agreements of a filter in the order asked for; a paginator can cut it into pages."""

    filterset: AgreementFilterSet

    def count(self) -> int:
        """How many there are."""
        selection = self.filterset.selection()
        return len(selection.keys) if selection else int(self.filterset.qs.count())

    def keys(self, stretch: slice) -> list[int]:
        """Primary keys of the agreements from one place to another, both given."""
        selection = self.filterset.selection()
        if selection is None:
            return list(self.filterset.ordered().values_list("pk", flat=True)[stretch])
        stretch = slice(stretch.start or 0, stretch.stop)
        if self.filterset.order == RELEVANCE:
            return self._best(selection, stretch)
        return _ORDERS[self.filterset.order](selection.catalogue, selection.keys, stretch)

    def __getitem__(self, stretch: slice) -> list[AgreementRow]:
        """The agreements from one place to another."""
        keys = self.keys(stretch)
        found = agreement_rows(keys)
        return [found[key] for key in keys if key in found]

    def _best(self, selection: Selection, stretch: slice) -> list[int]:
        best = self._candidates[stretch.start : stretch.stop]
        others = selection.keys - BitMap(self._candidates)
        places = (max(0, place - len(self._candidates)) for place in (stretch.start, stretch.stop))
        return best + order.newest(selection.catalogue, others, slice(*places))

    @cached_property
    def _candidates(self) -> list[int]:
        """The agreements that are ranked, best match first."""
        selection = self.filterset.selection()
        if selection is None:
            return []
        question = Question(self.filterset.chosen_without("")["q"])
        catalogue, keys = selection.catalogue, selection.keys
        if len(keys) > MOST_RANKED and question.names:
            keys = keys & catalogue.texts.found(question.names, catalogue.published) or keys
        first = order.newest(catalogue, keys, slice(0, MOST_RANKED))
        rows = ranked(Agreement.objects.filter(pk__in=first), question)
        best = rows.order_by("-rank", "-sort_date", "-pk")  # type: ignore[misc]
        return list(best.values_list("pk", flat=True))
