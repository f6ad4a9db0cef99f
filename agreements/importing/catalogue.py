"""Rows of the catalogue as records ask for them, each one object however often it is found."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from django.db.models import Model, Q

from agreements.importing.directory import Directory
from agreements.importing.shelf import Shelf
from agreements.importing.signings import Signing, find_signings
from agreements.models import (
    Agreement,
    AgreementArea,
    ImportedRecord,
    LifecycleEvent,
    Participation,
    Party,
    Person,
    Source,
)

Row = TypeVar("Row", bound=Model)
PARTS: tuple[type[Model], ...] = (Party, Participation, AgreementArea, LifecycleEvent)
UNREAD = ("search_text", "search_vector", "organisation_ids")
"""Columns of an agreement that no import reads."""
_PEOPLE = """
SELECT p.* FROM unnest(%s::bigint[], %s::text[]) AS asked(organisation, name)
JOIN agreements_person p ON p.organisation_id = asked.organisation AND p.normalised = asked.name
"""
Said = tuple[str, str]
"""Origin and key of a record."""


class Catalogue:
    """What was found, by every key by which it is asked for."""

    def __init__(self) -> None:
        self.directory = Directory()
        self.people: Shelf[tuple[int, str], Person] = Shelf(_people)
        self.persons: Shelf[int, Person] = Shelf(_persons)
        self.sources: Shelf[str, Source] = Shelf(self._sources)
        self.texts: Shelf[str, Source] = Shelf(self._texts)
        self.agreements: Shelf[str, Agreement] = Shelf(self._agreements)
        self.said: Shelf[Said, ImportedRecord] = Shelf(self._said)
        self.said_by_key: Shelf[str, ImportedRecord] = Shelf(self._said_by_key)
        self.said_of: Shelf[int, ImportedRecord] = Shelf(self._said_of)
        self.awaiting: Shelf[str, ImportedRecord] = Shelf(self._awaiting)
        self.parts: dict[type[Model], Shelf[int, Any]] = {
            model: Shelf(lambda keys, model=model: _parts(model, keys))  # type: ignore[misc]
            for model in PARTS
        }
        self.signings: Shelf[Signing, int] = Shelf(find_signings)
        self.by_pk: Shelf[int, Agreement] = Shelf(self._agreements_of_pk)
        self._one: dict[tuple[type[Model], int], Any] = {}

    def load_agreements(self, keys: Iterable[int]) -> None:
        """Find agreements with what tells whether they are the ones meant."""
        wanted = list(keys)
        self.by_pk.look_up(wanted)
        self.parts[Party].look_up(wanted)
        self.said_of.look_up(wanted)

    def same(self, row: Row) -> Row:
        """The one object of a row, as it was found first and changed since."""
        known: Row = self._one.setdefault((type(row), row.pk), row)
        return known

    def agreement_of(self, said: ImportedRecord) -> Agreement:
        """The agreement that a provider spoke of."""
        return self.same(said.agreement)

    def _agreements(self, keys: list[str]) -> Iterator[tuple[str, Agreement]]:
        for row in Agreement.objects.filter(key__in=keys).defer(*UNREAD):
            yield row.key, self.same(row)

    def _agreements_of_pk(self, keys: list[int]) -> Iterator[tuple[int, Agreement]]:
        for row in Agreement.objects.filter(pk__in=keys).defer(*UNREAD):
            yield row.pk, self.same(row)

    def _records(self, condition: Q) -> Iterator[ImportedRecord]:
        rows = ImportedRecord.objects.filter(condition).select_related("agreement").order_by("pk")
        for row in rows.defer(*(f"agreement__{name}" for name in UNREAD)):
            one = self.same(row)
            if one is row:
                row.agreement = self.same(row.agreement)
            yield one

    def _said(self, keys: list[Said]) -> Iterator[tuple[Said, ImportedRecord]]:
        wanted = set(keys)
        self.said_by_key.look_up(key for _, key in keys)
        for row in (row for _, key in keys for row in self.said_by_key[key]):
            if (row.origin, row.key) in wanted:
                yield (row.origin, row.key), row

    def _said_by_key(self, keys: list[str]) -> Iterator[tuple[str, ImportedRecord]]:
        return ((row.key, row) for row in self._records(Q(key__in=keys)))

    def _said_of(self, keys: list[int]) -> Iterator[tuple[int, ImportedRecord]]:
        return ((row.agreement_id, row) for row in self._records(Q(agreement__in=keys)))

    def _awaiting(self, keys: list[str]) -> Iterator[tuple[str, ImportedRecord]]:
        wanted = set(keys)
        for row in self._records(Q(awaits__overlap=keys)):
            yield from ((key, row) for key in row.awaits if key in wanted)

    def _sources(self, addresses: list[str]) -> Iterator[tuple[str, Source]]:
        """Newest first."""
        for row in Source.objects.filter(url__in=addresses).defer("text").order_by("-pk"):
            yield row.url, self.same(row)

    def _texts(self, hashes: list[str]) -> Iterator[tuple[str, Source]]:
        found = Source.objects.filter(url="", text_hash__in=hashes).defer("text")
        for row in found.order_by("pk"):
            yield row.text_hash, self.same(row)


def _parts(model: type[Model], keys: list[int]) -> Iterator[tuple[int, Any]]:
    rows: Any = model._default_manager.filter(agreement__in=keys).order_by("pk")
    return ((row.agreement_id, row) for row in rows)


def _people(keys: list[tuple[int, str]]) -> Iterator[tuple[tuple[int, str], Person]]:
    """People of these names in these organisations."""
    organisations, names = zip(*keys, strict=True)
    for row in Person.objects.raw(_PEOPLE, [list(organisations), list(names)]):
        yield (row.organisation_id or 0, row.normalised), row


def _persons(keys: list[int]) -> Iterator[tuple[int, Person]]:
    return ((row.pk, row) for row in Person.objects.filter(pk__in=keys))
