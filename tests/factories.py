"""One line builds a row: plain functions with the domain's defaults."""

from collections.abc import Sequence
from itertools import count
from typing import Any

from agreements.models import (
    Agreement,
    AgreementArea,
    Alias,
    Citation,
    CooperationArea,
    EditorialStatus,
    Organisation,
    Participation,
    Party,
    Person,
    Slot,
    Source,
    unique_slug,
)
from agreements.names import normalise_organisation, slugify_name

_numbers = count(1)


def organisation(name: str, type: str = "company", **fields: Any) -> Organisation:  # noqa: A002
    """The organisation of this name, made unless it is there."""
    found = Organisation.objects.filter(name=name).first()
    slug = unique_slug(Organisation, slugify_name(normalise_organisation(name)))
    return found or Organisation.objects.create(name=name, type=type, slug=slug, **fields)


def institution(name: str = "Zhejiang University", **fields: Any) -> Organisation:
    """A university."""
    return organisation(name, type=fields.pop("type", "university"), **fields)


def alias(of: Organisation, name: str, **fields: Any) -> Alias:
    """Another name of an organisation."""
    return Alias.objects.create(organisation=of, name=name, **fields)


def area(code: str = "smart-campus", axis: str = "activity", **fields: Any) -> CooperationArea:
    """A term of the vocabulary."""
    label = code.replace("-", " ").capitalize()
    return CooperationArea.objects.get_or_create(
        code=code, defaults={"axis": axis, "label_en": label, **fields}
    )[0]


def source(text: str = "", **fields: Any) -> Source:
    """A document."""
    number = next(_numbers)
    fields.setdefault("url", f"https://news.example/{number}")
    fields.setdefault("title", f"Announcement {number}")
    return Source.objects.create(slug=f"source-{number}", text=text, **fields)


def agreement(
    title: str = "",
    *,
    institutions: Sequence[str] = ("Zhejiang University",),
    partners: Sequence[str] = ("Huawei Technologies Co., Ltd.",),
    areas: Sequence[str] = (),
    status: str = EditorialStatus.PUBLISHED,
    cite: Source | None = None,
    **fields: Any,
) -> Agreement:
    """A published agreement of these parties, searchable as an imported one is."""
    number = next(_numbers)
    title = title or f"{institutions[0]} and {partners[0]} sign agreement {number}"
    row = Agreement.objects.create(
        key=fields.pop("key", f"test:{number}"),
        title=title,
        slug=fields.pop("slug", unique_slug(Agreement, slugify_name(title))),
        editorial_status=status,
        **fields,
    )
    for name in institutions:
        Party.objects.create(agreement=row, organisation=institution(name), stated_name=name)
    for name in partners:
        Party.objects.create(agreement=row, organisation=organisation(name), stated_name=name)
    for code in areas:
        AgreementArea.objects.create(agreement=row, area=area(code), phrase=code.replace("-", " "))
    Citation.objects.create(agreement=row, source=cite or source(), slot=Slot.RECORD)
    Agreement.objects.filter(pk=row.pk).refresh_search()
    row.refresh_from_db()
    return row


def signatory(of: Agreement, name: str, on_behalf_of: Organisation, **fields: Any) -> Participation:
    """Somebody who signed."""
    person, _ = Person.objects.get_or_create(
        name=name,
        organisation=on_behalf_of,
        defaults={"slug": unique_slug(Person, slugify_name(name))},
    )
    return Participation.objects.create(
        agreement=of,
        person=person,
        organisation=on_behalf_of,
        role=fields.pop("role", "signatory"),
        **fields,
    )
