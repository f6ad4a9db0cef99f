"""The values that agreements have on each axis, with how many agreements have each."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from agreements.browse.areas import AreaTree
from agreements.browse.countries import also_named, country_name
from agreements.models import Agreement, Alias, Party
from agreements.models.fields import choices
from agreements.names import normalise_organisation, plain
from agreements.vocabulary.kinds import AgreementKind, AliasKind

Agreements = QuerySet[Agreement]
_KINDS = dict(choices(AgreementKind))


@dataclass(frozen=True, slots=True)
class Option:
    """A value as it stands in an address, what readers call it, and its number of agreements."""

    value: str
    label: str
    count: int
    native_label: str = ""


def organisations(role: str, agreements: Agreements, needle: str = "") -> list[Option]:
    """Parties of one role, by slug."""
    parties = Party.objects.filter(agreement__in=agreements.values("pk"), organisation__role=role)
    if needle.strip():
        parties = parties.filter(_organisation_named(needle))
    names = parties.order_by().values_list("organisation__slug", "organisation__name")
    return _ranked(Option(*row) for row in names.annotate(_count()))


def with_native_names(options: list[Option]) -> list[Option]:
    """Organisations with their names in their own script, where they are known."""
    slugs = [option.value for option in options]
    native = Alias.objects.filter(organisation__slug__in=slugs, kind=AliasKind.NATIVE)
    names = dict(native.order_by("-name").values_list("organisation__slug", "name"))
    return [replace(option, native_label=names.get(option.value, "")) for option in options]


def years(agreements: Agreements) -> list[Option]:
    """Years of signing, or else of the announcement, the latest first."""
    counted = agreements.order_by().exclude(year=None).values_list("year").annotate(Count("pk"))
    return [Option(str(year), str(year), count) for year, count in sorted(counted, reverse=True)]


def areas(axis: str, tree: AreaTree, agreements: Agreements, needle: str = "") -> list[Option]:
    """Areas of one axis, by code; a broader one counts what its narrower ones count."""
    return _ranked(
        Option(area.code, area.label_en, count, area.label_zh)
        for pk, count in tree.counts(agreements).items()
        for area in [tree.areas[pk]]
        if area.axis == axis and _found(needle, area.label_en, area.label_zh, *area.keywords)
    )


def kinds(agreements: Agreements, needle: str = "") -> list[Option]:
    """Kinds of agreement."""
    counted = agreements.order_by().values_list("kind").annotate(Count("pk"))
    return _ranked(
        Option(kind, _KINDS[kind], count) for kind, count in counted if _found(needle, _KINDS[kind])
    )


def countries(agreements: Agreements, needle: str = "") -> list[Option]:
    """Countries of any party, by ISO 3166-1 alpha-2 code."""
    parties = Party.objects.filter(agreement__in=agreements.values("pk"))
    coded = parties.exclude(organisation__country="").order_by()
    return _ranked(
        Option(code, country_name(code), count)
        for code, count in coded.values_list("organisation__country").annotate(_count())
        if _found(needle, country_name(code), *also_named(code))
    )


def _count() -> Any:
    return Count("agreement", distinct=True)


def _ranked(options: Iterable[Option]) -> list[Option]:
    return sorted(options, key=lambda option: (-option.count, option.label.casefold()))


def _found(needle: str, *names: str) -> bool:
    """Whether one of the names holds every word of the needle."""
    words = plain(needle).split()
    if not words:
        return not needle.strip()
    return any(all(word in name for word in words) for name in map(plain, names))


def _organisation_named(needle: str) -> Q:
    words = normalise_organisation(needle).split()
    found = Q() if words else Q(pk=None)
    for word in words:
        aliases = Alias.objects.filter(
            organisation=OuterRef("organisation"), normalised__contains=word
        )
        found &= Q(organisation__normalised__contains=word) | Q(Exists(aliases))
    return found
