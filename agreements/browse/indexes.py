"""The institutions, partners, people and sources that readers may see, found by their names."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django import forms
from django.db.models import BooleanField, Count, Model, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from agreements.browse.fields import TextField
from agreements.browse.memory import current
from agreements.browse.memory.catalogue import Catalogue
from agreements.browse.memory.columns import Numbers, keys_of
from agreements.browse.together import Together
from agreements.models import (
    Alias,
    Citation,
    EditorialStatus,
    Organisation,
    Participation,
    Party,
    Person,
    Source,
)
from agreements.names import normalise_organisation, normalise_person

Find = Callable[[QuerySet[Any], str], QuerySet[Any]]


class NameForm(forms.Form):
    """A search box for names."""

    q = TextField(required=False, max_length=200)


@dataclass(frozen=True)
class Index:
    """The rows of one kind, in their order, and how they are found by a name.

    Agreements name the rows through those of `part`. `whole` reads what a list shows of a row.
    """

    kind: str
    part: type[Model]
    order: tuple[str, ...]
    find: Find
    whole: Together[Any]
    role: str = ""

    def everything(self) -> QuerySet[Any]:
        """All rows, those of drafts included."""
        rows: QuerySet[Any] = self.whole.model._default_manager.order_by(*self.order)
        return rows.filter(role=self.role) if self.role else rows

    def rows(self) -> QuerySet[Any]:
        """Those that readers may see."""
        rows: QuerySet[Any] = self.everything().published()  # type: ignore[attr-defined]
        return rows

    def one_by_one(self) -> QuerySet[Any]:
        """The same for taking a few in some order: each is looked at when it comes to it.

        Of EXISTS, PostgreSQL makes a join of millions of rows, whatever the LIMIT.
        """
        named = self.part._default_manager.filter(
            **{self.kind: OuterRef("pk")}, agreement__editorial_status=EditorialStatus.PUBLISHED
        )
        yes = Subquery(named.order_by().values(yes=Value(True))[:1], output_field=BooleanField())
        rows = self.everything().filter(Coalesce(yes, False))
        return rows.filter(merged_into=None) if self.role else rows

    def counted(self, rows: Sequence[Any], catalogue: Catalogue | None) -> Sequence[Any]:
        """The same rows, each with the number of its published agreements: `agreement_count`."""
        numbers = self._by_memory(catalogue, rows) if catalogue else self._by_database(rows)
        for row in rows:
            row.agreement_count = numbers.get(row.pk, 0)
        return rows

    def keys(self, catalogue: Catalogue, name: str) -> Numbers:
        """Primary keys of the rows that a name finds, all without one, in their order."""
        names = catalogue.names[self.kind]
        if name:
            return names.found(keys_of(self.find(self.everything(), name)))
        if self.role:
            return names.shown_of(catalogue.organisations.of_role(self.role))
        return names.shown

    def _by_memory(self, catalogue: Catalogue, rows: Sequence[Any]) -> dict[int, int]:
        return {row.pk: catalogue.names[self.kind].count(row.pk) for row in rows}

    def _by_database(self, rows: Sequence[Any]) -> dict[int, int]:
        shown = {f"{self.kind}__in": rows, "agreement__editorial_status": EditorialStatus.PUBLISHED}
        counted = self.part._default_manager.filter(**shown).order_by().values_list(self.kind)
        return dict(counted.annotate(Count("agreement", distinct=True)))


@dataclass
class NameList:
    """The rows of an index that a name finds, counted; a paginator can cut it into pages.

    Without a catalogue the database is asked.
    """

    index: Index
    name: str = ""
    catalogue: Catalogue | None = field(default_factory=current.catalogue)

    def count(self) -> int:
        """How many there are."""
        return int(self._rows.count()) if self._keys is None else len(self._keys)

    def __getitem__(self, stretch: slice) -> Sequence[Any]:
        """The rows from one place to another."""
        keys = list(
            self._rows.values_list("pk", flat=True)[stretch]
            if self._keys is None
            else self._keys[stretch].tolist()
        )
        found = self.index.whole.read(self.index.rows().filter(pk__in=keys))
        return self.index.counted([found[key] for key in keys if key in found], self.catalogue)

    @property
    def _rows(self) -> QuerySet[Any]:
        rows = self.index.rows()
        return self.index.find(rows, self.name) if self.name else rows

    @cached_property
    def _keys(self) -> Numbers | None:
        """Their primary keys, if the catalogue is in memory."""
        return None if self.catalogue is None else self.index.keys(self.catalogue, self.name)


def organisations_named(rows: QuerySet[Any], name: str) -> QuerySet[Any]:
    """Those of which any name holds this one; each kind of name is looked up in its own index."""
    if not (form := normalise_organisation(name)):
        return rows.none()
    first = Organisation.objects.filter(normalised__contains=form).order_by().values("pk")
    others = Alias.objects.filter(normalised__contains=form).order_by().values("organisation")
    return rows.filter(pk__in=first.union(others))


def _people_named(rows: QuerySet[Any], name: str) -> QuerySet[Any]:
    form = normalise_person(name)
    return rows.filter(normalised__contains=form) if form else rows.none()


def _sources_named(rows: QuerySet[Any], name: str) -> QuerySet[Any]:
    return rows.filter(
        Q(title__icontains=name) | Q(publisher__icontains=name) | Q(url__icontains=name)
    )


def _organisations(role: str) -> Index:
    whole = Together(Organisation, "aliases", deferred=("distinctive",))
    order = ("normalised", "pk")
    return Index("organisation", Party, order, organisations_named, whole, role)


INDEXES = {
    "institution": _organisations("institution"),
    "partner": _organisations("partner"),
    "person": Index(
        "person",
        Participation,
        ("normalised", "pk"),
        _people_named,
        Together(Person, "organisation", deferred=("distinctive",)),
    ),
    "source": Index(
        "source",
        Citation,
        ("-published_on", "title", "pk"),
        _sources_named,
        Together(Source, deferred=("text", "set_aside")),
    ),
}
