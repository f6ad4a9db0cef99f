"""Who an organisation of a record is: certain by identifier or exact name, else somebody new.

Nothing is joined on similarity. A name that only resembles a known one makes a new organisation
and a question for a person (see `resembling`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from agreements.importing.directory import IDENTIFIERS, Directory, identifiers_of, names_of
from agreements.models import Organisation
from agreements.names import normalise_organisation
from agreements.records import OrganisationRecord


@dataclass(frozen=True, slots=True)
class Match:
    """An organisation of the catalogue that a stated one is, or may be, and why."""

    organisation: Organisation
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Who a stated organisation is: `match`, or somebody new who shares a name with `namesakes`.

    `settled` says that the same statement was met before, so that it tells nothing new.
    """

    stated: OrganisationRecord
    match: Match | None
    namesakes: tuple[Match, ...] = ()
    settled: bool = False


def identify(stated: OrganisationRecord, directory: Directory) -> Verdict:
    """Find a stated organisation in the catalogue; reads only."""
    named = [
        match
        for match in _named(stated, directory)
        if contradiction(stated, match.organisation) is None
    ]
    match = _by_identifier(stated, directory) or _only(stated, named)
    return Verdict(stated, match, () if match else tuple(named))


def contradiction(stated: OrganisationRecord | Organisation, known: Organisation) -> str | None:
    """Why the two cannot be one: another country or another identifier; None if they can."""
    for attribute in ("country", *IDENTIFIERS):
        one, other = getattr(stated, attribute), getattr(known, attribute)
        if one and other and one != other:
            return f"{attribute} {one} is not {other}"
    return None


def distinct(matches: Iterable[Match]) -> Iterator[Match]:
    """Each organisation once, as it was met first."""
    seen: set[int] = set()
    for match in matches:
        if match.organisation.pk not in seen:
            seen.add(match.organisation.pk)
            yield match


def _by_identifier(stated: OrganisationRecord, directory: Directory) -> Match | None:
    for scheme, value in identifiers_of(stated):
        if known := directory.by_identifier.first((scheme, value)):
            return Match(known, 1.0, (f"{scheme} {value}",))
    return None


def _named(stated: OrganisationRecord, directory: Directory) -> Iterator[Match]:
    """Exact matches, those whose own name it is before those whose alias it is."""
    forms = names_of(stated)
    own = [(f"name “{row.name}”", row) for form in forms for row in directory.by_name[form]]
    other = [(f"alias “{name}”", row) for form in forms for name, row in directory.by_alias[form]]
    return distinct(
        Match(directory.survivor(row), 1.0, (reason,)) for reason, row in (*own, *other)
    )


def _only(stated: OrganisationRecord, named: list[Match]) -> Match | None:
    """The one that the name means: an own name outranks an alias, an equal country none."""
    form = normalise_organisation(stated.name)
    for tier in (
        [match for match in named if match.organisation.normalised == form],
        named,
    ):
        if len(tier) > 1:
            tier = [m for m in tier if m.organisation.country == (stated.country or "")]
        if len(tier) == 1:
            return tier[0]
    return None
