"""The tables of the data package: what each holds, in SQL and as a Table Schema.

Only what a published agreement names is in them.
"""

from dataclasses import dataclass, field
from typing import Any

from agreements.dates import EDTF_PATTERN
from agreements.models import Slot
from agreements.vocabulary.areas import Axis
from agreements.vocabulary.kinds import (
    AgreementKind,
    AliasKind,
    Lifecycle,
    OrganisationType,
    PersonRole,
    Relation,
    TextKind,
    Voice,
)

Field = dict[str, Any]
_SHOWN = "SELECT id FROM agreements_agreement WHERE editorial_status = 'published'"
_PARTIES = f"SELECT organisation_id FROM agreements_party WHERE agreement_id IN ({_SHOWN})"
_CITED = f"SELECT source_id FROM agreements_citation WHERE agreement_id IN ({_SHOWN})"
_NAMED = f"SELECT person_id FROM agreements_participation WHERE agreement_id IN ({_SHOWN})"
_ORGANISATIONS = f"SELECT id FROM agreements_organisation WHERE id IN ({_PARTIES})"


def _if_shown(column: str) -> str:
    """An organisation's key, NULL where no published agreement names it as a party."""
    return f"CASE WHEN {column} IN ({_ORGANISATIONS}) THEN {column} END"


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `fields` has the SQL of each column, `schema` what Table Schema says of it."""

    name: str
    meaning: str
    rows: str
    columns: dict[str, str]
    types: dict[str, Field] = field(default_factory=dict)
    key: str = "id"
    refers: dict[str, str] = field(default_factory=dict)
    """Columns that hold the key of a row of another table."""

    def select(self) -> str:
        """All rows, in a stable order."""
        columns = ", ".join(f'{sql} AS "{name}"' for name, sql in self.columns.items())
        return f"SELECT {columns} FROM {self.rows} ORDER BY 1"

    def schema(self) -> dict[str, Any]:
        """https://specs.frictionlessdata.io/table-schema/"""
        return {
            "fields": [{"name": name, **self._type(name)} for name in self.columns],
            "missingValues": [""],
            "primaryKey": self.key,
            "foreignKeys": [
                {
                    "fields": column,
                    "reference": {"resource": table, "fields": KEYS.get(table, "id")},
                }
                for column, table in self.refers.items()
            ],
        }

    def _type(self, name: str) -> Field:
        if name == "id" or name.endswith("_id"):
            return {"type": "integer"}
        return self.types.get(name, {"type": "string"})


_DATE = {"type": "string", "constraints": {"pattern": EDTF_PATTERN}}


def _one_of(terms: Any) -> Field:
    return {"type": "string", "constraints": {"enum": [str(term) for term in terms]}}


def _of_agreement(table: str) -> str:
    return f"{table} WHERE agreement_id IN ({_SHOWN})"


def _plain(*names: str) -> dict[str, str]:
    return {name: f'"{name}"' for name in names}


TABLES = (
    Table(
        "agreements",
        "Who agreed what with whom, one row an agreement",
        "agreements_agreement WHERE editorial_status = 'published'",
        _plain(
            "id", "key", "slug", "title", "kind", "summary", "signed_on", "effective_from",
            "expires_on", "place", "lifecycle",
        ),
        {
            "kind": _one_of(AgreementKind),
            "lifecycle": _one_of(Lifecycle),
            **dict.fromkeys(("signed_on", "effective_from", "expires_on"), _DATE),
        },
    ),
    Table(
        "organisations",
        "Institutions and partners",
        f"agreements_organisation WHERE id IN ({_ORGANISATIONS})",
        _plain("id", "slug", "name", "role", "type", "country", "website", "ror", "wikidata", "lei")
        | {"parent_id": _if_shown("parent_id")},
        {"type": _one_of(OrganisationType), "role": _one_of(("institution", "partner"))},
        refers={"parent_id": "organisations"},
    ),
    Table(
        "aliases",
        "Other names of organisations",
        f"agreements_alias WHERE organisation_id IN ({_ORGANISATIONS})",
        _plain("id", "organisation_id", "name", "kind", "language"),
        {"kind": _one_of(AliasKind)},
        refers={"organisation_id": "organisations"},
    ),
    Table(
        "parties",
        "Which organisations are party to which agreement",
        _of_agreement("agreements_party"),
        _plain("id", "agreement_id", "organisation_id", "unit") | {"stated_as": "stated_name"},
        refers={"agreement_id": "agreements", "organisation_id": "organisations"},
    ),
    Table(
        "people",
        "Who is named; equal names in two organisations are two people",
        f"agreements_person WHERE id IN ({_NAMED})",
        _plain("id", "slug", "name") | {"organisation_id": _if_shown("organisation_id")},
        refers={"organisation_id": "organisations"},
    ),
    Table(
        "participations",
        "Who signed or was there, in the position stated that day",
        _of_agreement("agreements_participation"),
        _plain("id", "agreement_id", "person_id", "role", "position", "on_behalf_of")
        | {"organisation_id": _if_shown("organisation_id")},
        {"role": _one_of(PersonRole)},
        refers={
            "agreement_id": "agreements",
            "person_id": "people",
            "organisation_id": "organisations",
        },
    ),
    Table(
        "areas",
        "The vocabulary of areas of cooperation",
        "agreements_cooperationarea a",
        _plain("code", "axis", "label_en", "label_zh")
        | {"parent": "(SELECT code FROM agreements_cooperationarea b WHERE b.id = a.parent_id)"},
        {"axis": _one_of(Axis)},
        key="code",
        refers={"parent": "areas"},
    ),
    Table(
        "agreement_areas",
        "The phrases in which agreements name what they are about, and the area, if there is one",
        f"agreements_agreementarea n WHERE agreement_id IN ({_SHOWN})",
        _plain("id", "agreement_id", "phrase")
        | {"area": "(SELECT code FROM agreements_cooperationarea a WHERE a.id = n.area_id)"},
        refers={"agreement_id": "agreements", "area": "areas"},
    ),
    Table(
        "lifecycle_events",
        "The steps of agreements that sources report",
        _of_agreement("agreements_lifecycleevent"),
        _plain("id", "agreement_id", "status", "on"),
        {"status": _one_of(Lifecycle), "on": _DATE},
        refers={"agreement_id": "agreements"},
    ),
    Table(
        "links",
        "Which earlier agreement one renews, amends or implements",
        f"agreements_agreementlink WHERE from_agreement_id IN ({_SHOWN})"
        f" AND to_agreement_id IN ({_SHOWN})",
        _plain("id", "relation")
        | {"agreement_id": "from_agreement_id", "earlier_id": "to_agreement_id"},
        {"relation": _one_of(Relation)},
        refers={"agreement_id": "agreements", "earlier_id": "agreements"},
    ),
    Table(
        "sources",
        "The documents that say so",
        f"agreements_source WHERE id IN ({_CITED})",
        _plain(
            "id", "slug", "url", "title", "publisher", "published_on", "retrieved_on", "language",
            "voice", "text_kind", "text",
        ),
        {
            "published_on": _DATE,
            "retrieved_on": _DATE,
            "voice": _one_of(Voice),
            "text_kind": _one_of(TextKind),
        },
    ),
    Table(
        "citations",
        "Which characters of which source's text support which fact",
        _of_agreement("agreements_citation"),
        _plain(
            "id", "agreement_id", "source_id", "slot", "party_id", "participation_id",
            "agreement_area_id", "lifecycle_event_id", "value", "start", "end", "confidence",
        ),
        {
            "slot": _one_of(Slot.values),
            "start": {"type": "integer"},
            "end": {"type": "integer"},
            "confidence": {"type": "number", "constraints": {"minimum": 0, "maximum": 1}},
        },
        refers={
            "agreement_id": "agreements",
            "source_id": "sources",
            "party_id": "parties",
            "participation_id": "participations",
            "agreement_area_id": "agreement_areas",
            "lifecycle_event_id": "lifecycle_events",
        },
    ),
)  # fmt: skip
KEYS = {table.name: table.key for table in TABLES}
