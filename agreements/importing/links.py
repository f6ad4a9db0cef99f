"""References between agreements, also to those that enter the catalogue later."""

from collections.abc import Mapping

from agreements.importing import statements
from agreements.importing.desk import Desk
from agreements.models import Agreement, AgreementLink
from agreements.records import AgreementRecord, LinkRecord

Links = dict[str, bool]
"""The links that a provider states: whether each was made, or awaits its target."""


def write_links(
    desk: Desk, agreement: Agreement, base: Mapping[str, bool], record: AgreementRecord
) -> Links:
    """Link an agreement to those that the record names, as far as they are here.

    As in every list, a link that an editor removed stays away.
    """
    said = statements.links(record)
    for key in set(base) - set(said):
        relation, target = statements.words(key)
        linked = _target(desk, target)
        desk.drop(AgreementLink, from_agreement=agreement, relation=relation, to_agreement=linked)
    return {key: base.get(key, False) or _made(desk, agreement, link) for key, link in said.items()}


def awaited(links: Links) -> list[str]:
    """Keys of the agreements that are not here yet."""
    return [statements.words(key)[1] for key, made in links.items() if not made]


def link_awaiting(desk: Desk, target: Agreement, key: str) -> None:
    """Make the links that earlier records state to an agreement that has just come in."""
    for said in desk.awaiting[key]:
        if key not in said.awaits:
            continue
        links: Links = dict(said.state["links"])
        for statement in links:
            relation, wanted = statements.words(statement)
            if wanted == key:
                _make(desk, desk.agreement_of(said), target, relation)
                links[statement] = True
        desk.change(said, state=said.state | {"links": links}, awaits=awaited(links))


def _made(desk: Desk, agreement: Agreement, link: LinkRecord) -> bool:
    target = _target(desk, link.key)
    if target:
        _make(desk, agreement, target, link.relation)
    return target is not None


def _make(desk: Desk, agreement: Agreement, target: Agreement, relation: str) -> None:
    if agreement.pk != target.pk:
        desk.link(agreement, target, relation)


def _target(desk: Desk, key: str) -> Agreement | None:
    """The agreement of this key, or the one into which a record of this key was folded."""
    if found := desk.agreements.first(key):
        return found
    said = desk.said_by_key.first(key)
    return desk.agreement_of(said) if said else None
