"""What lies on the desk while records are brought in together: rows found, rows to be written.

Everything that planning and applying ask of the catalogue is asked here, so that the answers
include what records before, which are not in the database yet, have brought. Rows that are new
wait for `flush`; what changes or removes a row that stands is written at once.
"""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from django.db.models import Model, Q

from agreements.importing.cited import Cited
from agreements.importing.copying import Keys, copy_rows, copy_values
from agreements.importing.directory import Directory
from agreements.importing.shelf import Shelf
from agreements.importing.signings import Signing, find_signings
from agreements.importing.slugs import give_slugs
from agreements.models import (
    Agreement,
    AgreementArea,
    AgreementLink,
    Alias,
    Citation,
    ImportedRecord,
    LifecycleEvent,
    MatchProposal,
    Organisation,
    Participation,
    Party,
    Person,
    Source,
)

Row = TypeVar("Row", bound=Model)
PARTS: tuple[type[Model], ...] = (Party, Participation, AgreementArea, LifecycleEvent)
_WRITTEN: tuple[type[Model], ...] = (
    Organisation, Alias, Person, Source, Agreement, *PARTS, ImportedRecord, MatchProposal
)  # fmt: skip
_PEOPLE = """
SELECT p.* FROM unnest(%s::bigint[], %s::text[]) AS asked(organisation, name)
JOIN agreements_person p ON p.organisation_id = asked.organisation AND p.normalised = asked.name
"""
_UNREAD = ("search_text", "search_vector")
Said = tuple[str, str]
"""Origin and key of a record."""


class Desk:
    """The rows of one transaction, each one object however often it is found."""

    def __init__(self, keys: Keys) -> None:
        self.keys = keys
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
        self.touched: dict[frozenset[int], dict[int, Agreement]] = {}
        self.by_pk: Shelf[int, Agreement] = Shelf(self._agreements_of_pk)
        self._one: dict[tuple[type[Model], int], Any] = {}
        self._new: dict[type[Model], dict[int, Model]] = {model: {} for model in _WRITTEN}
        self._slugs: dict[type[Model], list[Any]] = {}
        self._cited: dict[tuple[int, Cited], float | None] = {}
        self._links: dict[tuple[int, int, str], AgreementLink] = {}
        self._locked: set[int] = set()
        self._stale: set[int] = set()
        self._renamed: set[int] = set()

    def add(self, row: Row) -> Row:
        """Let a new row wait; gives it its primary key. Its slug is only a wish until `flush`."""
        model = type(row)
        row.pk = self.keys.take(model)
        self._new[model][row.pk] = row
        if hasattr(row, "slug"):
            self._slugs.setdefault(model, []).append(row)
        return row

    def is_new(self, row: Model) -> bool:
        """Whether a row waits."""
        return row.pk in self._new[type(row)]

    def change(self, row: Model, **values: Any) -> None:
        """Set columns of a row."""
        for name, value in values.items():
            setattr(row, name, value)
        if not self.is_new(row):
            type(row)._default_manager.filter(pk=row.pk).update(**values)

    def cite(self, agreement: Agreement, cited: Cited, confidence: float | None) -> None:
        """Let a new citation wait, unless the agreement has it already."""
        self._cited.setdefault((agreement.pk, cited), confidence)

    def link(self, agreement: Agreement, target: Agreement, relation: str) -> None:
        """Let a new link wait, unless the agreement has it already."""
        row = AgreementLink(
            from_agreement_id=agreement.pk, to_agreement_id=target.pk, relation=relation
        )
        self._links.setdefault((agreement.pk, target.pk, relation), row)

    def drop(self, model: type[Model], **which: Any) -> None:
        """Remove rows, new ones too."""
        self.flush()
        model._default_manager.filter(**which).delete()

    def lock(self, agreement: Agreement) -> None:
        """Keep editors away from an agreement that is about to be compared and changed."""
        self.lock_all([agreement])

    def lock_all(self, agreements: Iterable[Agreement]) -> None:
        """As `lock`, in one statement; what was read of them before is read again."""
        standing = {a.pk: a for a in agreements if not self.is_new(a)}
        wanted = [pk for pk in standing if pk not in self._locked]
        if not wanted:
            return
        rows = Agreement.objects.select_for_update().filter(pk__in=wanted).order_by("pk")
        for now in rows.defer(*_UNREAD):
            vars(standing[now.pk]).update(vars(now))
        self._locked.update(wanted)
        for shelf in self.parts.values():
            for pk in wanted:
                shelf.forget(pk)
            shelf.look_up(wanted)
        self.said_of.look_up(wanted)

    def load_agreements(self, keys: Iterable[int]) -> None:
        """Find agreements with what tells whether they are the ones meant."""
        wanted = list(keys)
        self.by_pk.look_up(wanted)
        self.parts[Party].look_up(wanted)
        self.said_of.look_up(wanted)

    def touch(self, agreement: Agreement) -> None:
        """Let records that follow find an agreement as it is now."""
        parties = frozenset(party.organisation_id for party in self.parts[Party][agreement.pk])
        self.touched.setdefault(parties, {})[agreement.pk] = agreement

    def make_findable(self, agreement: Agreement) -> None:
        """Rewrite what search reads of an agreement, with the next `flush`."""
        self._stale.add(agreement.pk)

    def rename(self, organisation: Organisation) -> None:
        """Do so for all agreements of an organisation that got another name."""
        self._renamed.add(organisation.pk)

    def name_all(self) -> None:
        """Settle the slugs of all rows that wait."""
        for model, rows in self._slugs.items():
            give_slugs(model, rows)
        self._slugs.clear()

    def flush(self) -> None:
        """Write all rows that wait."""
        self._flush_citations()
        if any(self._new.values()):
            self.name_all()
            for model, rows in self._new.items():
                if rows:
                    copy_rows(model, list(rows.values()))
                    rows.clear()
        AgreementLink.objects.bulk_create(self._links.values(), ignore_conflicts=True)
        self._links.clear()
        if self._stale or self._renamed:
            stale = Q(pk__in=self._stale) | Q(parties__organisation__in=self._renamed)
            Agreement.objects.filter(
                stale if self._renamed else Q(pk__in=self._stale)
            ).refresh_search()
            self._stale.clear()
            self._renamed.clear()

    def _flush_citations(self) -> None:
        """Citations of new agreements are new; others may be there already."""
        new, fresh, standing = self._new[Agreement], [], []
        for (agreement, cited), confidence in self._cited.items():
            if agreement in new:
                fresh.append((agreement, confidence, *cited))
            else:
                row = Citation(agreement_id=agreement, confidence=confidence, **cited._asdict())
                standing.append(row)
        self._cited.clear()
        if fresh:
            copy_values(Citation, ("agreement_id", "confidence", *Cited._fields), fresh)
        Citation.objects.bulk_create(standing, ignore_conflicts=True)

    def enter_agreement(self, row: Agreement) -> None:
        """Enter a new agreement, which has no parts yet."""
        self._one[Agreement, row.pk] = row
        self.by_pk.open(row.pk)
        self.by_pk.put(row.pk, row)
        self.agreements.put(row.key, row)
        self.said_of.open(row.pk)
        for shelf in self.parts.values():
            shelf.open(row.pk)

    def enter_said(self, row: ImportedRecord) -> None:
        """Enter what a provider says of an agreement for the first time."""
        self._one[ImportedRecord, row.pk] = row
        self.said_of.put(row.agreement_id, row)
        self._enter_words(row)

    def say_again(self, row: ImportedRecord, **values: Any) -> None:
        """Write what a provider says now, under another key perhaps."""
        self.said[row.origin, row.key].remove(row)
        self.said_by_key[row.key].remove(row)
        self.change(row, **values)
        self._enter_words(row)

    def _enter_words(self, row: ImportedRecord) -> None:
        self.said.put((row.origin, row.key), row)
        self.said_by_key.put(row.key, row)
        for key in row.awaits:
            if row not in self.awaiting[key]:
                self.awaiting.put(key, row)

    def same(self, row: Row) -> Row:
        """The one object of a row, as it was found first and changed since."""
        known: Row = self._one.setdefault((type(row), row.pk), row)
        return known

    def agreement_of(self, said: ImportedRecord) -> Agreement:
        """The agreement that a provider spoke of."""
        return self.same(said.agreement)

    def _agreements(self, keys: list[str]) -> Iterator[tuple[str, Agreement]]:
        for row in Agreement.objects.filter(key__in=keys).defer(*_UNREAD):
            yield row.key, self.same(row)

    def _agreements_of_pk(self, keys: list[int]) -> Iterator[tuple[int, Agreement]]:
        for row in Agreement.objects.filter(pk__in=keys).defer(*_UNREAD):
            yield row.pk, self.same(row)

    def _records(self, condition: Q) -> Iterator[ImportedRecord]:
        rows = ImportedRecord.objects.filter(condition).select_related("agreement").order_by("pk")
        for row in rows.defer(*(f"agreement__{name}" for name in _UNREAD)):
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
