"""Stated organisations into rows: made when new, their empty fields filled when known."""

from collections.abc import Hashable

from django.db.models import Q

from agreements.importing.matching import IDENTIFIERS, Match, Verdict, identify
from agreements.models import Agreement, Alias, MatchProposal, Organisation, unique_slug
from agreements.names import normalise_organisation, slugify_name
from agreements.records import OrganisationRecord
from agreements.vocabulary.kinds import INSTITUTION_TYPES, OrganisationType
from agreements.vocabulary.organisation_types import guess_type

_REASON = 500


class Register:
    """The organisations met in one run, so that each statement about one is looked up once."""

    def __init__(self) -> None:
        self._keys: dict[Hashable, int] = {}

    def identify(self, stated: OrganisationRecord) -> Verdict:
        """Who a stated organisation is; whether it still is so is asked of the database."""
        key = self._keys.get(_statement(stated))
        row = Organisation.objects.current().filter(pk=key).first() if key else None
        if row is None:
            return identify(stated)
        return Verdict(stated, Match(row, 1.0, ("met before",)), settled=True)

    def settle(self, verdict: Verdict, *, institution: bool) -> Organisation:
        """The row of a stated organisation."""
        row = settle(verdict, institution=institution)
        self._keys[_statement(verdict.stated)] = row.pk
        return row


def _statement(stated: OrganisationRecord) -> Hashable:
    identifiers = (getattr(stated, scheme) for scheme in IDENTIFIERS)
    return (
        stated.name, stated.type, stated.country, stated.parent, stated.aliases, *identifiers
    )  # fmt: skip


def settle(verdict: Verdict, *, institution: bool) -> Organisation:
    """The row of a stated organisation, made if nobody known is it."""
    if verdict.match:
        if not verdict.settled:
            enrich(verdict.match.organisation, verdict.stated)
        return verdict.match.organisation
    made = _create(verdict.stated, institution=institution)
    for candidate in verdict.candidates:
        propose(made, candidate)
    return made


def enrich(known: Organisation, stated: OrganisationRecord) -> None:
    """Fill what is empty, add names that are new; nothing that stands is overwritten."""
    filled = {
        name: getattr(stated, name)
        for name in ("country", *IDENTIFIERS)
        if getattr(stated, name) and not getattr(known, name)
    }
    for scheme in IDENTIFIERS:
        if scheme in filled and (holder := _holder(scheme, filled[scheme])):
            del filled[scheme]
            propose(known, Match(holder, 1.0, (f"the same {scheme}",)))
    if stated.type and known.type == OrganisationType.OTHER:
        filled["type"] = stated.type
    if known.parent_id is None and (parent := _parent(stated)) and known.pk not in _line_of(parent):
        filled["parent"] = parent
    if filled:
        for name, value in filled.items():
            setattr(known, name, value)
        known.save(update_fields=list(filled))
    if _add_aliases(known, stated):
        Agreement.objects.filter(parties__organisation=known).refresh_search()


def propose(organisation: Organisation, candidate: Match) -> None:
    """Ask a person whether two are one, unless the pair was asked about or judged before."""
    one, other = organisation, candidate.organisation
    asked = Q(organisation=one, candidate=other) | Q(organisation=other, candidate=one)
    if one == other or MatchProposal.objects.filter(asked).exists():
        return
    MatchProposal.objects.create(
        organisation=one,
        candidate=other,
        score=min(candidate.score, 1.0),
        reason="; ".join(candidate.reasons)[:_REASON],
    )


def _create(stated: OrganisationRecord, *, institution: bool) -> Organisation:
    made = Organisation.objects.create(
        name=stated.name,
        slug=unique_slug(Organisation, slugify_name(normalise_organisation(stated.name))),
        type=stated.type or _likely_type(stated.name, institution=institution),
        country=stated.country or "",
        parent=_parent(stated),
        **{scheme: getattr(stated, scheme) or "" for scheme in IDENTIFIERS},
    )
    _add_aliases(made, stated)
    return made


def _likely_type(name: str, *, institution: bool) -> OrganisationType:
    guess = guess_type(name)
    if institution:
        return guess if guess in INSTITUTION_TYPES else OrganisationType.UNIVERSITY
    return guess or OrganisationType.COMPANY


def _parent(stated: OrganisationRecord) -> Organisation | None:
    own = normalise_organisation(stated.name)
    if stated.parent is None or normalise_organisation(stated.parent) == own:
        return None
    verdict = identify(OrganisationRecord(name=stated.parent))
    like_child = (stated.type or guess_type(stated.name)) in INSTITUTION_TYPES
    return settle(verdict, institution=like_child)


def _line_of(row: Organisation | None) -> set[int]:
    """The organisation and all that it belongs to."""
    line: set[int] = set()
    while row and row.pk not in line:
        line.add(row.pk)
        row = row.parent
    return line


def _holder(scheme: str, value: str) -> Organisation | None:
    return Organisation.objects.current().filter(**{scheme: value}).first()


def _add_aliases(row: Organisation, stated: OrganisationRecord) -> bool:
    """Add the names that it lacks; returns whether there were any."""
    if not stated.aliases:
        return False
    known = {row.name, *row.aliases.values_list("name", flat=True)}
    new = {alias.name: alias for alias in stated.aliases if alias.name not in known}
    for alias in new.values():
        Alias.objects.create(
            organisation=row, name=alias.name, kind=alias.kind, language=alias.language or ""
        )
    return bool(new)
