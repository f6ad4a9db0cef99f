"""What lies on the desk while records are brought in together: rows found, rows to be written.

Everything that planning and applying ask of the catalogue is asked here, so that the answers
include what records before, which are not in the database yet, have brought. Rows that are new
wait for `flush`; what changes or removes a row that stands is written at once.
"""

from collections.abc import Iterable
from typing import Any, Self

from django.db.models import Model, Q

from agreements.importing.catalogue import PARTS, UNREAD, Catalogue, Row
from agreements.importing.cited import Cited
from agreements.importing.copying import Keys, copy_rows, copy_values, insert_agreements
from agreements.importing.slugs import give_slugs
from agreements.models import (
    Agreement,
    AgreementLink,
    Alias,
    Citation,
    ImportedRecord,
    MatchProposal,
    Organisation,
    Party,
    Person,
    Source,
)

_COPIED: tuple[type[Model], ...] = (
    Organisation, Alias, Person, Source, *PARTS, ImportedRecord, MatchProposal
)  # fmt: skip


class Desk(Catalogue):
    """The rows of one transaction."""

    def __init__(self, keys: Keys) -> None:
        super().__init__()
        self.keys = keys
        self.touched: dict[frozenset[int], dict[int, Agreement]] = {}
        self._new: dict[type[Model], dict[int, Any]] = {model: {} for model in _COPIED}
        self._new[Agreement] = {}
        self._slugs: dict[type[Model], list[Any]] = {}
        self._cited: dict[tuple[int, Cited], float | None] = {}
        self._links: dict[tuple[int, int, str], AgreementLink] = {}
        self._locked: set[int] = set()
        self._stale: set[int] = set()
        self._renamed: set[int] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of all rows at once.

        Shelves refer to whoever they ask, which only the collector of garbage would notice.
        """
        for holder in (self.directory, self):
            vars(holder).clear()

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
        for now in rows.defer(*UNREAD):
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

    def flush(self) -> None:
        """Write all rows that wait."""
        self._flush_citations()
        if any(self._new.values()):
            for model, wishing in self._slugs.items():
                give_slugs(model, wishing)
            self._slugs.clear()
            for model in _COPIED:
                if rows := self._new[model]:
                    copy_rows(model, rows.values())
            if made := self._new[Agreement]:
                insert_agreements(made.values())
                self._stale -= made.keys()
            for rows in self._new.values():
                rows.clear()
        AgreementLink.objects.bulk_create(self._links.values(), ignore_conflicts=True)
        self._links.clear()
        if self._stale or self._renamed:
            stale = Q(pk__in=self._stale)
            if self._renamed:
                stale |= Q(parties__organisation__in=self._renamed)
            Agreement.objects.filter(stale).refresh_search()
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
