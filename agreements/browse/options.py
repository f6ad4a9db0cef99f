"""The values that agreements have on each axis, with how many agreements have each."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from agreements.browse.areas import AreaTree
from agreements.browse.countries import also_named, country_name
from agreements.browse.tallies import Counted, Ranking, Tally
from agreements.models import Alias, Organisation
from agreements.models.fields import choices
from agreements.names import normalise_organisation, plain
from agreements.vocabulary.kinds import AgreementKind

_KINDS = dict(choices(AgreementKind))


@dataclass(frozen=True, slots=True)
class Option:
    """A value as it stands in an address, what readers call it, and its number of agreements."""

    value: str
    label: str
    count: int
    native_label: str = ""


def organisations(role: str, tally: Tally, needle: str = "") -> Ranking:
    """Parties of one role, those that the needle finds by any of their names."""
    if not needle.strip():
        return tally.organisations(role)
    named = Organisation.objects.filter(_organisation_named(needle), role=role)
    return tally.organisations(role, named.order_by().values_list("pk", flat=True))


def of_organisations(counted: Iterable[Counted]) -> list[Option]:
    """Organisations by slug, with their names in their own script where they are known."""
    return [Option(row.slug, row.name, row.number, row.native) for row in counted]


def years(tally: Tally) -> list[Option]:
    """Years of signing, or else of the announcement, the latest first."""
    counted = sorted(tally.years().items(), reverse=True)
    return [Option(str(year), str(year), count) for year, count in counted]


def areas(axis: str, tree: AreaTree, tally: Tally, needle: str = "") -> list[Option]:
    """Areas of one axis, by code; a broader one counts what its narrower ones count."""
    return _ranked(
        Option(area.code, area.label_en, count, area.label_zh)
        for pk, count in tally.areas().items()
        for area in [tree.areas[pk]]
        if area.axis == axis and _found(needle, area.label_en, area.label_zh, *area.keywords)
    )


def kinds(tally: Tally, needle: str = "") -> list[Option]:
    """Kinds of agreement."""
    return _ranked(
        Option(kind, _KINDS[kind], count)
        for kind, count in tally.terms("kind").items()
        if _found(needle, _KINDS[kind])
    )


def countries(tally: Tally, needle: str = "") -> list[Option]:
    """Countries of any party, by ISO 3166-1 alpha-2 code."""
    return _ranked(
        Option(code, country_name(code), count)
        for code, count in tally.terms("country").items()
        if _found(needle, country_name(code), *(also_named(code) if needle else ()))
    )


def _ranked(options: Iterable[Option]) -> list[Option]:
    return sorted(options, key=lambda option: (-option.count, option.label.casefold()))


def _found(needle: str, *names: str) -> bool:
    """Whether one of the names holds every word of the needle."""
    if not needle.strip():
        return True
    words = plain(needle).split()
    return bool(words) and any(all(word in name for word in words) for name in map(plain, names))


def _organisation_named(needle: str) -> Q:
    words = normalise_organisation(needle).split()
    found = Q() if words else Q(pk=None)
    for word in words:
        aliases = Alias.objects.filter(organisation=OuterRef("pk"), normalised__contains=word)
        found &= Q(normalised__contains=word) | Q(Exists(aliases))
    return found
