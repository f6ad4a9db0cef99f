"""What a filter shows, in its order: how many agreements, and any stretch of them as rows."""

from dataclasses import dataclass, field

from agreements.browse.filters import AgreementFilterSet
from agreements.models import Agreement
from agreements.models.agreements import AgreementQuerySet


def list_rows() -> AgreementQuerySet:
    """Agreements with what a row of a list shows."""
    rows = Agreement.objects.prefetch_related("parties__organisation__aliases")
    return rows.defer("search_text", "search_vector")


@dataclass(slots=True)
class Listing:
    """The agreements of a filter in the order asked for; a paginator can cut it into pages.

    `rows` says what to fetch with each agreement.
    """

    filterset: AgreementFilterSet
    rows: AgreementQuerySet = field(default_factory=list_rows)

    def count(self) -> int:
        """How many there are."""
        return int(self.filterset.qs.count())

    def keys(self, stretch: slice) -> list[int]:
        """Primary keys of the agreements from one place to another."""
        return list(self.filterset.ordered().values_list("pk", flat=True)[stretch])

    def __getitem__(self, stretch: slice) -> list[Agreement]:
        """The agreements from one place to another."""
        keys = self.keys(stretch)
        found = self.rows.published().in_bulk(keys)
        return [found[key] for key in keys if key in found]
