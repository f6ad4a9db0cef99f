"""Making one organisation of two that are the same, and remembering which are not."""

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q
from django.utils import timezone

from agreements.importing.directory import IDENTIFIERS
from agreements.importing.matching import contradiction
from agreements.importing.retelling import Renamed, retell
from agreements.importing.writing import writing
from agreements.models import (
    Agreement,
    Alias,
    Citation,
    MatchProposal,
    Organisation,
    Participation,
    Party,
    Person,
)
from agreements.vocabulary.kinds import OrganisationType

_FILLED = ("country", "website", *IDENTIFIERS)


class MergeRefusedError(ValueError):
    """Two organisations cannot be one; the message says why."""


def merge(gone: Organisation, kept: Organisation, by: AbstractBaseUser | None = None) -> None:
    """Give `kept` all that is `gone`'s, its names too; `gone` remains as a pointer to it.

    Raises MergeRefusedError where the two contradict each other.
    """
    with writing("merge of organisations", by, merged=[gone.pk, kept.pk]):
        pair = Organisation.objects.select_for_update().in_bulk([gone.pk, kept.pk])
        if len(pair) < 2:
            raise MergeRefusedError("An organisation is not merged with itself.")
        _merge(pair[gone.pk], pair[kept.pk])
        _settle_questions(gone, kept, by)


def judge(
    proposal: MatchProposal, judgement: MatchProposal.Judgement, by: AbstractBaseUser | None = None
) -> None:
    """Answer whether two organisations are one; if they are, merge the new one into the other.

    Raises MergeRefusedError where they contradict each other.
    """
    if judgement == MatchProposal.Judgement.SAME:
        merge(proposal.organisation, proposal.candidate, by)
        return
    MatchProposal.objects.filter(pk=proposal.pk).update(
        judgement=judgement, judged_by_id=by.pk if by else None, judged_at=timezone.now()
    )


def _merge(gone: Organisation, kept: Organisation) -> None:
    for row in (gone, kept):
        if row.merged_into_id:
            raise MergeRefusedError(f"{row} was merged into {row.merged_into} before.")
    if why := contradiction(gone, kept):
        raise MergeRefusedError(f"{gone} is not {kept}: {why}.")
    agreements = set(
        Agreement.objects.filter(
            Q(parties__organisation__in=(gone, kept)) | Q(participations__organisation=gone)
        ).values_list("pk", flat=True)
    )
    renamed = Renamed(organisations={gone.pk: kept.pk})
    _move_parties(gone, kept, renamed)
    _move_people(gone, kept, renamed)
    _move_names(gone, kept)
    _move_family(gone, kept)
    _close(gone, kept)
    retell(agreements, renamed)
    Agreement.objects.filter(pk__in=agreements).refresh_search()


def _move_parties(gone: Organisation, kept: Organisation, renamed: Renamed) -> None:
    """Where both are party to one agreement, one party stays, with the citations of both."""
    there = {(p.agreement_id, p.unit): p for p in kept.parties.all()}
    for party in gone.parties.all():
        same = there.get((party.agreement_id, party.unit))
        if same is None:
            Party.objects.filter(pk=party.pk).update(organisation=kept)
        else:
            renamed.parties[party.pk] = same.pk
            _move_citations("party", party.pk, same.pk)
            party.delete()


def _move_people(gone: Organisation, kept: Organisation, renamed: Renamed) -> None:
    Participation.objects.filter(organisation=gone).update(organisation=kept)
    there = {person.normalised: person for person in kept.people.all()}
    for person in gone.people.all():
        same = there.get(person.normalised)
        if same is None:
            Person.objects.filter(pk=person.pk).update(organisation=kept)
        else:
            renamed.people[person.pk] = same.pk
            _move_participations(person, same, renamed)
            person.delete()


def _move_participations(person: Person, same: Person, renamed: Renamed) -> None:
    there = {(p.agreement_id, p.role): p for p in same.participations.all()}
    for participation in person.participations.all():
        twin = there.get((participation.agreement_id, participation.role))
        if twin is None:
            Participation.objects.filter(pk=participation.pk).update(person=same)
        else:
            renamed.participations[participation.pk] = twin.pk
            _move_citations("participation", participation.pk, twin.pk)
            participation.delete()


def _move_citations(part: str, old: int, new: int) -> None:
    """Let the citations of a part that goes support its twin, unless they do so already."""
    for citation in Citation.objects.filter(**{f"{part}_id": old}):
        span = {name: getattr(citation, name) for name in ("source_id", "start", "end", "value")}
        if not Citation.objects.filter(**{f"{part}_id": new}, **span).exists():
            Citation.objects.filter(pk=citation.pk).update(**{f"{part}_id": new})


def _move_names(gone: Organisation, kept: Organisation) -> None:
    known = {kept.name, *kept.aliases.values_list("name", flat=True)}
    for alias in gone.aliases.exclude(name__in=known):
        Alias.objects.filter(pk=alias.pk).update(organisation=kept)
        known.add(alias.name)
    gone.aliases.all().delete()
    if gone.name not in known:
        Alias.objects.create(organisation=kept, name=gone.name)


def _move_family(gone: Organisation, kept: Organisation) -> None:
    """Children, and what was merged before; nobody comes to belong to its own child."""
    Organisation.objects.filter(parent=gone).exclude(pk=kept.pk).update(parent=kept)
    Organisation.objects.filter(merged_into=gone).update(merged_into=kept)
    if kept.parent_id in (gone.pk, None):
        kept.parent_id = gone.parent_id if gone.parent_id != kept.pk else None


def _close(gone: Organisation, kept: Organisation) -> None:
    """Fill what is empty in the one that stays; an identifier is free once its holder is merged."""
    Organisation.objects.filter(pk=gone.pk).update(merged_into=kept, parent=None)
    for name in _FILLED:
        setattr(kept, name, getattr(kept, name) or getattr(gone, name))
    if kept.type == OrganisationType.OTHER:
        kept.type = gone.type
    kept.save()


def _settle_questions(gone: Organisation, kept: Organisation, by: AbstractBaseUser | None) -> None:
    """Close the question about the two; what was asked or judged of `gone` now holds of `kept`."""
    about = MatchProposal.objects.filter(Q(organisation=gone) | Q(candidate=gone))
    pair = about.filter(Q(organisation=kept) | Q(candidate=kept))
    pair.update(
        judgement=MatchProposal.Judgement.SAME,
        judged_by_id=by.pk if by else None,
        judged_at=timezone.now(),
    )
    for proposal in about.difference(pair):
        other = (
            proposal.candidate_id
            if proposal.organisation_id == gone.pk
            else proposal.organisation_id
        )
        known = MatchProposal.objects.filter(
            Q(organisation=kept, candidate=other) | Q(organisation=other, candidate=kept)
        )
        here = MatchProposal.objects.filter(pk=proposal.pk)
        if known.exists():
            here.delete()
        else:
            here.update(organisation=kept, candidate=other)
