"""Nothing of a draft shows at any public address, whatever the address is."""

import re

import pytest
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLResolver

from agreements.models import AgreementLink, EditorialStatus, Organisation
from agreements.web import urls
from tests import factories

pytestmark = pytest.mark.django_db

SECRET = "Clandestine"
"""A word in every name that only the draft brings into the catalogue."""

PUBLIC: dict[str, list[tuple[str, ...]]] = {
    "home": [()],
    "agreement_list": [()],
    "agreement": [("shown",)],
    "institution_list": [()],
    "institution": [("zhejiang-university",)],
    "partner_list": [()],
    "partner": [("huawei-technologies",)],
    "person_list": [()],
    "person": [("wu-zhaohui",)],
    "area_list": [()],
    "area": [("smart-campus",)],
    "source_list": [()],
    "source": [("shared-source",)],
    "accuracy": [()],
    "export": [("csv",), ("xlsx",), ("jsonl",)],
    "record_schema": [()],
    "feed": [()],
    "sitemap_index": [()],
    "sitemap": [(name,) for name in ("agreements", "institutions", "partners", "people")],
    "robots": [()],
    "healthz": [()],
    "citation": [("shown", suffix) for suffix in ("bib", "ris", "json")],
    "data": [()],
    "data_package": [()],
}
"""Every route with arguments that show something published; a new route must be added."""

HIDDEN = {
    "agreement": "clandestine-pact",
    "institution": "clandestine-university",
    "partner": "clandestine-works",
    "person": "clandestine-agent",
    "source": "clandestine-source",
}
"""Pages of what only the draft names."""


@pytest.fixture(params=[s for s in EditorialStatus if s != EditorialStatus.PUBLISHED])
def unpublished(request: pytest.FixtureRequest) -> None:
    """A published agreement, and an unpublished one that shares all it can with it."""
    source = factories.source("Both are told here.")
    source.slug = "shared-source"
    source.save()
    shown = factories.agreement("Shown", cite=source, areas=["smart-campus"], signed_on="2018")
    university = Organisation.objects.get(name="Zhejiang University")
    factories.signatory(shown, "Wu Zhaohui", university)
    draft = factories.agreement(
        f"{SECRET} pact",
        status=request.param,
        institutions=["Zhejiang University", f"{SECRET} University"],
        partners=["Huawei Technologies Co., Ltd.", f"{SECRET} Works"],
        areas=["smart-campus"],
        cite=source,
        signed_on="1987",
        summary=f"{SECRET} summary",
        place=f"{SECRET} place",
    )
    works = Organisation.objects.get(name=f"{SECRET} Works")
    works.parent = Organisation.objects.get(name="Huawei Technologies Co., Ltd.")
    works.save()
    factories.signatory(draft, f"{SECRET} Agent", works)
    factories.signatory(draft, "Wu Zhaohui", university, role="witness")
    draft.agreement_areas.create(phrase=f"{SECRET} phrase")
    own = factories.source(f"{SECRET} text", title=f"{SECRET} source")
    own.slug = "clandestine-source"
    own.save()
    draft.citations.create(source=own, slot="record")
    draft.citations.create(source=source, slot="title", start=0, end=4, value=SECRET)
    AgreementLink.objects.create(from_agreement=draft, to_agreement=shown, relation="renews")


def _routes() -> set[str]:
    return {str(route.name) for route in urls.urlpatterns}


def test_every_public_route_is_walked() -> None:
    outside = [r for r in get_resolver().url_patterns if isinstance(r, URLResolver)]
    assert {str(route.pattern) for route in outside} <= {"admin/", "api/", ""}
    assert _routes() == set(PUBLIC)


@pytest.mark.usefixtures("unpublished")
@pytest.mark.parametrize("name", PUBLIC)
def test_a_page_shows_nothing_of_a_draft(client: Client, name: str) -> None:
    for arguments in PUBLIC[name]:
        response = client.get(reverse(name, args=arguments))
        assert response.status_code == 200
        body = response.getvalue()
        assert not re.search(SECRET.encode(), body, re.IGNORECASE), (name, arguments)
        assert b"1987" not in body


@pytest.mark.usefixtures("unpublished")
@pytest.mark.parametrize(("name", "slug"), HIDDEN.items())
def test_a_page_of_what_only_a_draft_names_is_not_there(
    client: Client, name: str, slug: str
) -> None:
    response = client.get(reverse(name, args=[slug]))
    assert response.status_code == 404
    assert SECRET not in response.content.decode()


@pytest.mark.usefixtures("unpublished")
@pytest.mark.parametrize(
    "path",
    [
        "/agreements/?q=Clandestine+pact",
        "/agreements/?find_partner=works&find_institution=university",
        "/agreements/?q=place&sort=relevance",
        "/institutions/?q=university",
        "/people/?q=agent",
        "/sources/?q=source",
        "/areas/?q=phrase",
    ],
)
def test_a_search_finds_nothing_of_a_draft(client: Client, path: str) -> None:
    body = client.get(path).content.decode()
    asked = "Clandestine pact"
    assert SECRET not in body.replace(asked, "").replace("Clandestine+pact", "")
