"""References between agreements, also to those that enter the catalogue later."""

from collections.abc import Mapping

from agreements.importing import statements
from agreements.models import Agreement, AgreementLink, ImportedRecord
from agreements.records import AgreementRecord, LinkRecord

Links = dict[str, bool]
"""The links that a provider states: whether each was made, or awaits its target."""


def write_links(agreement: Agreement, base: Mapping[str, bool], record: AgreementRecord) -> Links:
    """Link an agreement to those that the record names, as far as they are here.

    As in every list, a link that an editor removed stays away.
    """
    said = statements.links(record)
    for key in set(base) - set(said):
        relation, target = statements.words(key)
        links = AgreementLink.objects.filter(from_agreement=agreement, relation=relation)
        links.filter(to_agreement=_target(target)).delete()
    return {key: base.get(key, False) or _made(agreement, link) for key, link in said.items()}


def awaited(links: Links) -> list[str]:
    """Keys of the agreements that are not here yet."""
    return [statements.words(key)[1] for key, made in links.items() if not made]


def link_awaiting(target: Agreement, key: str) -> None:
    """Make the links that earlier records state to an agreement that has just come in."""
    for said in ImportedRecord.objects.filter(awaits__contains=[key]).select_related("agreement"):
        links: Links = dict(said.state["links"])
        for statement in links:
            relation, wanted = statements.words(statement)
            if wanted == key:
                _make(said.agreement, target, relation)
                links[statement] = True
        said.state["links"], said.awaits = links, awaited(links)
        said.save(update_fields=["state", "awaits"])


def _made(agreement: Agreement, link: LinkRecord) -> bool:
    target = _target(link.key)
    if target:
        _make(agreement, target, link.relation)
    return target is not None


def _make(agreement: Agreement, target: Agreement, relation: str) -> None:
    if agreement != target:
        AgreementLink.objects.get_or_create(
            from_agreement=agreement, to_agreement=target, relation=relation
        )


def _target(key: str) -> Agreement | None:
    """The agreement of this key, or the one into which a record of this key was folded."""
    found = Agreement.objects.filter(key=key).first()
    if found is None:
        said = ImportedRecord.objects.filter(key=key).select_related("agreement").first()
        found = said.agreement if said else None
    return found
