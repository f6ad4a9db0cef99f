"""The organisations of the catalogue by identifier and name, looked up for many at once."""

from collections.abc import Iterable, Iterator

from django.db.models import Q

from agreements.importing.shelf import Shelf
from agreements.models import Alias, Organisation
from agreements.names import normalise_organisation
from agreements.records import OrganisationRecord
from agreements.vocabulary.kinds import AliasKind

IDENTIFIERS = ("ror", "wikidata", "lei")
SHARED_BY_MANY = frozenset({AliasKind.ACRONYM, AliasKind.SHORT})
"""Kinds of names that several organisations bear; by them alone nobody is recognised."""
Identifier = tuple[str, str]
"""A scheme of `IDENTIFIERS` and the value in it."""


class Directory:
    """Organisations as they stand and as they were made or filled since, each one object."""

    def __init__(self) -> None:
        self.made: set[int] = set()
        self._one: dict[int, Organisation] = {}
        self.by_pk: Shelf[int, Organisation] = Shelf(self._of_pk)
        self.by_identifier: Shelf[Identifier, Organisation] = Shelf(self._of_identifier)
        self.by_name: Shelf[str, Organisation] = Shelf(self._of_name)
        self.by_alias: Shelf[str, tuple[str, Organisation]] = Shelf(self._of_alias)
        self.aliases: Shelf[int, str] = Shelf(self._aliases_of)

    def look_up(self, everybody: Iterable[OrganisationRecord]) -> None:
        """Find all that a record's organisations could be, in few statements."""
        stated = list(everybody)
        forms = [form for one in stated for form in names_of(one)]
        self.by_identifier.look_up(pair for one in stated for pair in identifiers_of(one))
        self.by_name.look_up(forms)
        self.by_alias.look_up(forms)

    def survivor(self, row: Organisation) -> Organisation:
        """The organisation into which a row was merged, or itself."""
        while row.merged_into_id:
            row = self.by_pk[row.merged_into_id][0]
        return row

    def put(self, row: Organisation) -> None:
        """Enter a new organisation, which has its primary key and no other names yet."""
        self.made.add(row.pk)
        self._one[row.pk] = row
        self.aliases.open(row.pk)
        self.by_pk.open(row.pk)
        self.by_pk.put(row.pk, row)
        self.by_name.put(normalise_organisation(row.name), row)
        self.put_identifiers(row, IDENTIFIERS)

    def put_identifiers(self, row: Organisation, schemes: Iterable[str]) -> None:
        """Enter an organisation under identifiers that it has got."""
        for scheme in schemes:
            if value := getattr(row, scheme):
                self.by_identifier.put((scheme, value), row)

    def put_alias(self, row: Organisation, name: str) -> None:
        """Enter an organisation under another name that it has got."""
        self.aliases.put(row.pk, name)
        self.by_alias.put(normalise_organisation(name), (name, row))

    def _same(self, row: Organisation) -> Organisation:
        return self._one.setdefault(row.pk, row)

    def _of_pk(self, keys: list[int]) -> Iterator[tuple[int, Organisation]]:
        for row in Organisation.objects.filter(pk__in=keys):
            yield row.pk, self._same(row)

    def _of_identifier(self, keys: list[Identifier]) -> Iterator[tuple[Identifier, Organisation]]:
        wanted = Q(pk__in=[])
        for scheme in IDENTIFIERS:
            if values := [value for kind, value in keys if kind == scheme]:
                wanted |= Q(**{f"{scheme}__in": values})
        for row in map(self._same, Organisation.objects.current().filter(wanted)):
            yield from ((pair, row) for pair in identifiers_of(row) if pair in set(keys))

    def _of_name(self, forms: list[str]) -> Iterator[tuple[str, Organisation]]:
        for row in Organisation.objects.filter(normalised__in=forms).order_by("pk"):
            yield row.normalised, self._same(row)

    def _of_alias(self, forms: list[str]) -> Iterator[tuple[str, tuple[str, Organisation]]]:
        rows = Alias.objects.filter(normalised__in=forms).select_related("organisation")
        for row in rows.order_by("pk"):
            yield row.normalised, (row.name, self._same(row.organisation))

    def _aliases_of(self, keys: list[int]) -> Iterator[tuple[int, str]]:
        found = Alias.objects.filter(organisation__in=keys).order_by("pk")
        yield from found.values_list("organisation_id", "name")


def identifiers_of(one: OrganisationRecord | Organisation) -> list[Identifier]:
    """All identifiers that it has."""
    return [(scheme, value) for scheme in IDENTIFIERS if (value := getattr(one, scheme))]


def names_of(stated: OrganisationRecord) -> list[str]:
    """Normal forms by which it may be recognised: its name, and aliases that few others share."""
    lasting = (alias.name for alias in stated.aliases if alias.kind not in SHARED_BY_MANY)
    forms = (normalise_organisation(name) for name in (stated.name, *lasting))
    return [form for form in dict.fromkeys(forms) if form]
