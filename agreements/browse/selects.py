"""The statements of an export: of a chunk of agreements each as a row of cells, or as a JSON text.

Both are made of the same parts, so that a record and its row say the same. They take the
primary keys of the chunk, in the order of the export, as `keys`, and as `longest` how many
characters the texts of an agreement's sources may have together to be told.
"""

from typing import get_args

from agreements.browse.renderings import Items, Objects, Rendering, guarded, literal
from agreements.models import Slot
from agreements.readers.columns import COLUMNS
from agreements.readers.items import FORMS
from agreements.records import ScalarSlot, SourceRecord

_SCALARS = get_args(ScalarSlot)
_SOURCE = {name: f"s.{name}" for name in SourceRecord.model_fields}
_PERSON = {
    "name": "person.name",
    "position": "p.position",
    "on_behalf_of": "COALESCE(NULLIF(p.on_behalf_of, ''), o.name, '')",
    "role": "p.role",
}
_STATED = {"stated_as": "COALESCE(NULLIF(p.stated_name, o.name), '')", "unit": "p.unit"}
_KNOWN = {name: f"o.{name}" for name in ("type", "country", "ror", "wikidata", "lei")}

_CHUNK = """
WITH chosen AS MATERIALIZED (
    SELECT id, place FROM unnest(%(keys)s::bigint[]) WITH ORDINALITY AS c (id, place)
), party AS MATERIALIZED (
    SELECT * FROM agreements_party WHERE agreement_id = ANY(%(keys)s::bigint[])
), cited AS MATERIALIZED (
    SELECT agreement_id, source_id,
        row_number() OVER (PARTITION BY agreement_id ORDER BY min(id)) - 1 AS place
    FROM agreements_citation WHERE agreement_id = ANY(%(keys)s::bigint[]) GROUP BY 1, 2
)"""


def _organisations(as_: Rendering) -> str:
    """The organisations of the chunk, each written once however often it is named."""
    aliases = as_.aliases("name", "kind", "language")
    name, known = as_.fields("partners", {"name": "o.name"}), as_.fields("partners", _KNOWN)
    parent = as_.fields("partners", {"parent": "parent.name"})
    return f""", organisation AS MATERIALIZED (
    SELECT o.id, o.name, o.role, {name} AS head,
        {known} || COALESCE(a.aliases, {literal(as_.no_aliases)}) || {parent} AS rest
    FROM agreements_organisation o
    LEFT JOIN agreements_organisation parent ON parent.id = o.parent_id
    LEFT JOIN (
        SELECT organisation_id, {aliases} AS aliases FROM agreements_alias
        WHERE organisation_id IN (SELECT organisation_id FROM party) GROUP BY 1
    ) a ON a.organisation_id = o.id
    WHERE o.id IN (SELECT organisation_id FROM party)
)"""


_SPANS = f""", span AS MATERIALIZED (
    SELECT DISTINCT ON (c.agreement_id, slot, part) c.agreement_id, slot, part,
        concat('{{"source":', c.place, ',"start":', start, ',"end":', "end",
            ',"confidence":' || c.confidence, '}}') AS evidence
    FROM (
        SELECT *, dense_rank() OVER (PARTITION BY agreement_id ORDER BY first) - 1 AS place
        FROM (
            SELECT *, min(id) OVER (PARTITION BY agreement_id, source_id) AS first,
                COALESCE(party_id, participation_id, agreement_area_id, lifecycle_event_id) AS part
            FROM agreements_citation WHERE agreement_id = ANY(%(keys)s::bigint[])
        ) of_agreement
    ) c JOIN agreements_agreement a ON a.id = c.agreement_id
    WHERE start IS NOT NULL
    -- Before others the one that states the very value that stands.
    ORDER BY c.agreement_id, slot, part,
        value <> CASE slot {" ".join(f"WHEN '{s}' THEN a.{s}" for s in _SCALARS)} ELSE '' END, c.id
)"""


class _Parts:
    """The lists of a record, each a subquery of one text for each agreement."""

    def __init__(self, as_: Rendering, *, evidence: bool) -> None:
        self._as, self._evidence = as_, evidence

    def joined(self) -> str:
        """All of them, joined to the agreements `a`."""
        lists = {
            "parties": self._parties(),
            "participations": self._people(),
            "areas": self._areas(),
            "steps": self._steps(),
            "links": self._links(),
            "sources": self._sources(),
        }
        return "".join(
            f"LEFT JOIN ({select} GROUP BY 1) {name} ON {name}.agreement_id = a.id\n"
            for name, select in lists.items()
        )

    def _parties(self) -> str:
        fields = f"head || {self._as.fields('partners', _STATED)} || rest"
        written = self._written(fields, "p.id", Slot.PARTY)
        return f"""SELECT p.agreement_id,
            {written} FILTER (WHERE role = 'institution') AS institutions,
            {written} FILTER (WHERE role <> 'institution') AS partners
        FROM party p JOIN organisation o ON o.id = p.organisation_id
        {self._spans(Slot.PARTY, "p")}"""

    def _people(self) -> str:
        def written(column: str) -> str:
            fields = self._as.fields(column, _PERSON)
            return self._written(fields, "p.id", Slot.PARTICIPATION)

        return f"""SELECT p.agreement_id,
            {written("signatories")} FILTER (WHERE p.role = 'signatory') AS signatories,
            {written("people")} FILTER (WHERE p.role <> 'signatory') AS people
        FROM agreements_participation p
        JOIN agreements_person person ON person.id = p.person_id
        LEFT JOIN agreements_organisation o ON o.id = p.organisation_id
        {self._spans(Slot.PARTICIPATION, "p")}
        WHERE p.agreement_id = ANY(%(keys)s::bigint[])"""

    def _areas(self) -> str:
        fields = self._as.fields("areas", {"phrase": "n.phrase", "code": "area.code"})
        return f"""SELECT n.agreement_id, {self._written(fields, "n.id", Slot.AREA)} AS areas
        FROM agreements_agreementarea n
        LEFT JOIN agreements_cooperationarea area ON area.id = n.area_id
        {self._spans(Slot.AREA, "n")}
        WHERE n.agreement_id = ANY(%(keys)s::bigint[])"""

    def _steps(self) -> str:
        fields = self._as.fields("lifecycle", {"status": "e.status", "on": "e.on"})
        written = self._written(fields, "e.on, e.id", Slot.LIFECYCLE)
        return f"""SELECT e.agreement_id, {written} AS lifecycle
        FROM agreements_lifecycleevent e {self._spans(Slot.LIFECYCLE, "e")}
        WHERE e.agreement_id = ANY(%(keys)s::bigint[])"""

    def _links(self) -> str:
        fields = self._as.fields("links", {"relation": "l.relation", "key": "earlier.key"})
        return f"""SELECT l.from_agreement_id AS agreement_id,
            {self._written(fields, "l.id")} AS links
        FROM agreements_agreementlink l
        JOIN agreements_agreement earlier ON earlier.id = l.to_agreement_id
        WHERE l.from_agreement_id = ANY(%(keys)s::bigint[])
            AND earlier.editorial_status = 'published'"""

    def _sources(self) -> str:
        """All of them in a record; in a table those after the first, which has its own cells."""
        written = self._written(self._as.fields("sources", _SOURCE), "s.place")
        told = "s.place >= 0" if self._evidence else "s.place > 0"
        return f"SELECT s.agreement_id, {written} AS sources FROM source s WHERE {told}"

    def _written(self, fields: str, order: str, slot: Slot | None = None) -> str:
        if slot and self._evidence:
            fields += """ || COALESCE(',"evidence":' || span.evidence, '')"""
        between = literal(self._as.between)
        return f"string_agg({self._as.whole(fields)}, {between} ORDER BY {order})"

    def _spans(self, slot: Slot, part: str) -> str:
        if not self._evidence:
            return ""
        return f"LEFT JOIN span ON span.slot = '{slot}' AND span.part = {part}.id"


_TOLD = """, source AS MATERIALIZED (
    SELECT c.agreement_id, c.place, s.url, s.title, s.publisher, s.published_on, s.retrieved_on,
        s.language, s.voice, s.text_kind,
        CASE WHEN sum(length(s.text)) OVER (PARTITION BY c.agreement_id) <= %(longest)s
            THEN s.text ELSE '' END AS text
    FROM cited c JOIN agreements_source s ON s.id = c.source_id
)"""


_FIRST = {
    column.name: column.name.removeprefix("source_")
    for column in COLUMNS
    if column.name.startswith("source_")
}
"""Columns of the first source to its fields."""


def _steps_or(status: str) -> str:
    """The steps; where there are none, the state that somebody set without one."""
    return f"COALESCE(steps.lifecycle, CASE WHEN a.lifecycle <> 'announced' THEN {status} END)"


def _table() -> str:
    as_ = Items()
    cells = {name: f"a.{name}" for name in ("key", *_SCALARS)}
    for column, field in _FIRST.items():
        default = SourceRecord.model_fields[field].default or ""
        cells[column] = f"NULLIF(first.{field}, {literal(default)})"
    cells["lifecycle"] = _steps_or("a.lifecycle")
    cells["sources"] = "sources.sources"
    columns = ", ".join(guarded(cells.get(column.name, column.name)) for column in COLUMNS)
    return f"""{_CHUNK}{_organisations(as_)}{_TOLD}
SELECT {columns}
FROM chosen JOIN agreements_agreement a ON a.id = chosen.id
{_Parts(as_, evidence=False).joined()}
LEFT JOIN source first ON first.agreement_id = a.id AND first.place = 0
ORDER BY chosen.place"""


def _objects() -> str:
    as_ = Objects()
    scalars = as_.fields("", {name: f"a.{name}" for name in ("key", *_SCALARS)})
    lists = {name: name for name in FORMS}
    lists["lifecycle"] = _steps_or(as_.whole(as_.fields("", {"status": "a.lifecycle"})))
    lists["sources"] = "sources.sources"
    written = "".join(
        f""" || ',"{name}":[' || COALESCE({texts}, '') || ']'""" for name, texts in lists.items()
    )
    evidence = """',"evidence":{' || COALESCE(evidence.spans, '') || '}'"""
    return f"""{_CHUNK}{_organisations(as_)}{_TOLD}{_SPANS}
SELECT {as_.whole(f"{scalars}{written} || {evidence}")}
FROM chosen JOIN agreements_agreement a ON a.id = chosen.id
{_Parts(as_, evidence=True).joined()}
LEFT JOIN (
    SELECT agreement_id, string_agg('"' || slot || '":' || evidence, ',') AS spans
    FROM span WHERE slot = ANY({literal("{" + ",".join(_SCALARS) + "}")}) GROUP BY 1
) evidence ON evidence.agreement_id = a.id
ORDER BY chosen.place"""


TABLE = _table()
"""A row for each agreement, with the cells of `COLUMNS`, NULL where they are empty."""
OBJECTS = _objects()
"""The JSON text of each agreement's record."""
