"""Who an organisation of a record is: certain by identifier or exact name, else to be judged.

Nothing is joined on similarity. A name that only resembles a known one makes a new organisation
and a question for a person, with the score and the reason.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Q

from agreements.models import Alias, Organisation
from agreements.names import normalise_organisation
from agreements.records import OrganisationRecord
from agreements.vocabulary.kinds import AliasKind

IDENTIFIERS = ("ror", "wikidata", "lei")
SIMILAR = 0.45
"""Trigram similarity (pg_trgm, 0 to 1) from which two names are worth a look."""
ALIKE = 0.6
"""Likeness (difflib, 0 to 1) of what is left of two names without the words of `COMMON`."""
COMMON = frozenset(
    """
    university universiti universidad universidade universite universitat universita college
    institute institut instituto school faculty academy of for and de del la the technology
    technologies teknologi science sciences national international group company corporation
    engineering
    """.split()
)
"""Words that say what an organisation is and not which one; alone they make no likeness."""
MOST_CANDIDATES = 5
_LOOKED_AT = 30
_SHORTEST_PREFIX = 4
_SHARED_BY_MANY = frozenset({AliasKind.ACRONYM, AliasKind.SHORT})


@dataclass(frozen=True, slots=True)
class Match:
    """An organisation of the catalogue that a stated one is, or may be, and why."""

    organisation: Organisation
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Who a stated organisation is: `match`, or somebody new who may be one of `candidates`.

    `settled` says that the same statement was met before, so that it tells nothing new.
    """

    stated: OrganisationRecord
    match: Match | None
    candidates: tuple[Match, ...] = ()
    settled: bool = False


def identify(stated: OrganisationRecord, *, look_for_candidates: bool = True) -> Verdict:
    """Find a stated organisation in the catalogue; reads only."""
    named = [match for match in _named(stated) if contradiction(stated, match.organisation) is None]
    match = _by_identifier(stated) or _only(stated, named)
    candidates = _candidates(stated, named) if look_for_candidates and match is None else ()
    return Verdict(stated, match, candidates)


def contradiction(stated: OrganisationRecord | Organisation, known: Organisation) -> str | None:
    """Why the two cannot be one: another country or another identifier; None if they can."""
    for attribute in ("country", *IDENTIFIERS):
        one, other = getattr(stated, attribute), getattr(known, attribute)
        if one and other and one != other:
            return f"{attribute} {one} is not {other}"
    return None


def names_of(stated: OrganisationRecord) -> list[str]:
    """Normal forms by which it may be recognised: its name, and aliases that few others share."""
    lasting = (alias.name for alias in stated.aliases if alias.kind not in _SHARED_BY_MANY)
    forms = (normalise_organisation(name) for name in (stated.name, *lasting))
    return [form for form in dict.fromkeys(forms) if form]


def _by_identifier(stated: OrganisationRecord) -> Match | None:
    for scheme in IDENTIFIERS:
        if value := getattr(stated, scheme):
            known = Organisation.objects.current().filter(**{scheme: value}).first()
            if known:
                return Match(known, 1.0, (f"{scheme} {value}",))
    return None


def _named(stated: OrganisationRecord) -> list[Match]:
    """Exact matches, those whose own name it is before those whose alias it is."""
    forms = names_of(stated)
    own = Organisation.objects.filter(normalised__in=forms).select_related("merged_into")
    other = Alias.objects.filter(normalised__in=forms).select_related("organisation__merged_into")
    matches = [Match(_survivor(row), 1.0, (f"name “{row.name}”",)) for row in own]
    matches += [Match(_survivor(a.organisation), 1.0, (f"alias “{a.name}”",)) for a in other]
    return list(_distinct(matches))


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


def _candidates(stated: OrganisationRecord, named: list[Match]) -> tuple[Match, ...]:
    """Organisations whose names resemble it and that nothing tells apart, most similar first."""
    form = normalise_organisation(stated.name)
    found = [*named, *_similar(form), *_sharing_a_beginning(form), *_by_short_name(stated)]
    likely = [match for match in found if not _told_apart(stated, match.organisation)]
    likely.sort(key=lambda match: (-match.score, match.organisation.pk))
    return tuple(_distinct(likely))[:MOST_CANDIDATES]


def _told_apart(stated: OrganisationRecord, known: Organisation) -> bool:
    """Zhejiang University of Technology, for one, is no part of Zhejiang University."""
    one, other = normalise_organisation(stated.name), known.normalised
    of_another = other.startswith(f"{one} of ") or one.startswith(f"{other} of ")
    return of_another or contradiction(stated, known) is not None


def alike(one: str, other: str) -> bool:
    """Whether two normal forms are alike in more than the words that very many names share."""
    own, theirs = (" ".join(w for w in form.split() if w not in COMMON) for form in (one, other))
    return not own or not theirs or SequenceMatcher(None, own, theirs).ratio() >= ALIKE


def _similar(form: str) -> Iterator[Match]:
    score = TrigramSimilarity("normalised", form)
    near = Q(normalised__trigram_similar=form, score__gte=SIMILAR)
    best = ("-score", "pk")
    own = Organisation.objects.annotate(score=score).filter(near).order_by(*best)
    for row in own.select_related("merged_into")[:_LOOKED_AT]:
        if alike(form, row.normalised):
            yield Match(_survivor(row), row.score, (f"resembles “{row.name}”",))  # type: ignore[attr-defined]
    aliases = Alias.objects.annotate(score=score).filter(near).order_by(*best)
    for alias in aliases.select_related("organisation__merged_into")[:_LOOKED_AT]:
        if alike(form, alias.normalised):
            yield Match(_survivor(alias.organisation), alias.score, (f"resembles “{alias.name}”",))


def _sharing_a_beginning(form: str) -> Iterator[Match]:
    """One name begins with all words of the other, as Huawei Technologies does with Huawei."""
    words = form.split()
    shorter = [" ".join(words[:count]) for count in range(1, len(words))]
    begins = Q(normalised__in=[name for name in shorter if len(name) >= _SHORTEST_PREFIX])
    if len(form) >= _SHORTEST_PREFIX:
        begins |= Q(normalised__startswith=f"{form} ")
    rows = Organisation.objects.filter(begins).annotate(score=TrigramSimilarity("normalised", form))
    for row in rows.select_related("merged_into").order_by("-score", "pk")[:MOST_CANDIDATES]:
        yield Match(_survivor(row), row.score, (f"begins like “{row.name}”",))  # type: ignore[attr-defined]


def _by_short_name(stated: OrganisationRecord) -> Iterator[Match]:
    """Those that share an acronym or short name that the record gives."""
    short = [normalise_organisation(a.name) for a in stated.aliases if a.kind in _SHARED_BY_MANY]
    for alias in Alias.objects.filter(normalised__in=short).select_related(
        "organisation__merged_into"
    ):
        yield Match(_survivor(alias.organisation), SIMILAR, (f"shares “{alias.name}”",))


def _survivor(row: Organisation) -> Organisation:
    while row.merged_into:
        row = row.merged_into
    return row


def _distinct(matches: Iterable[Match]) -> Iterator[Match]:
    seen: set[int] = set()
    for match in matches:
        if match.organisation.pk not in seen:
            seen.add(match.organisation.pk)
            yield match
