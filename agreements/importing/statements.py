"""What a record says, slot by slot, in the form in which two readings of it are compared.

Every item of a list has a key made of what it states, so that the last reading and the new one
can be compared without asking who anybody is. `ImportedRecord.state` keeps, as JSON::

    {"scalars": {"title": "…", …},
     "parties": {key: {"pk": 7, "said": {column: value, …}}, …},   # likewise the other lists
     "links": {key: true or false},                                # false: its target is awaited
     "citations": [[…], …]}
"""

import json
from collections.abc import Iterable
from json.encoder import encode_basestring
from typing import Any, TypeVar

from agreements.names import normalise_organisation, normalise_person
from agreements.records import (
    AgreementRecord,
    AreaRecord,
    LifecycleStep,
    LinkRecord,
    OrganisationRecord,
    PersonRecord,
)
from agreements.vocabulary.kinds import AgreementKind, Lifecycle

State = dict[str, Any]
Part = TypeVar("Part")
SCALARS = (
    "title", "kind", "summary", "signed_on", "effective_from", "expires_on", "place"
)  # fmt: skip
NOTHING_SAID = {"kind": AgreementKind.OTHER, "lifecycle": Lifecycle.ANNOUNCED}
"""Values that stand in a row of which no source says more."""


def scalars(record: AgreementRecord) -> dict[str, str]:
    """Every single-valued slot, "" where the record does not fill it."""
    said = {slot: str(getattr(record, slot) or "") for slot in SCALARS}
    steps = sorted(record.lifecycle, key=lambda step: step.on or "")
    said["lifecycle"] = steps[-1].status if steps else ""
    return {slot: "" if value == NOTHING_SAID.get(slot) else value for slot, value in said.items()}


def parties(record: AgreementRecord) -> dict[str, OrganisationRecord]:
    """Institutions, then partners."""
    return _keyed((_party_key(p), p) for p in (*record.institutions, *record.partners))


def on_both_sides(record: AgreementRecord) -> OrganisationRecord | None:
    """A partner that is an institution of the same agreement as well."""
    institutions = {_party_key(party) for party in record.institutions}
    return next((party for party in record.partners if _party_key(party) in institutions), None)


def people(record: AgreementRecord) -> dict[str, PersonRecord]:
    """Signatories, then everybody else."""
    everybody = (*record.signatories, *record.people)
    return _keyed(
        (_key(normalise_person(p.name), p.role, (p.on_behalf_of or "").casefold()), p)
        for p in everybody
    )


def areas(record: AgreementRecord) -> dict[str, AreaRecord]:
    """Phrases with their terms."""
    return _keyed((_key(a.code or "", a.phrase), a) for a in record.areas)


def steps(record: AgreementRecord) -> dict[str, LifecycleStep]:
    """What was reported of its life."""
    return _keyed((_key(s.status, s.on or ""), s) for s in record.lifecycle)


def links(record: AgreementRecord) -> dict[str, LinkRecord]:
    """References to other agreements."""
    return _keyed((_key(link.relation, link.key), link) for link in record.links)


def words(key: str) -> list[str]:
    """What a statement's key is made of."""
    return [str(word) for word in json.loads(key)]


def _party_key(party: OrganisationRecord) -> str:
    name = normalise_organisation(party.name) or party.name
    return _key(name, (party.unit or "").casefold())


def _key(*words: str) -> str:
    return f"[{', '.join(map(encode_basestring, words))}]"


def _keyed(pairs: Iterable[tuple[str, Part]]) -> dict[str, Part]:
    found: dict[str, Part] = {}
    for key, part in pairs:
        found.setdefault(key, part)
    return found
