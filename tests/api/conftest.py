"""A small catalogue, and questions to the API."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from agreements.models import Agreement, Citation, Slot, Source
from tests import factories

Ask = Callable[..., Any]


@pytest.fixture
def ask(client: Client) -> Ask:
    """The JSON at an address below the API's root, which must answer with `status`."""

    def ask(path: str, status: int = 200, **parameters: Any) -> Any:
        response = client.get(f"/api/v1/{path}", parameters)
        assert response.status_code == status, response.content
        kind = "application/json" if status == 200 else "application/problem+json"
        assert response["Content-Type"] == kind
        return response.json()

    return ask


@pytest.fixture
def laboratory(db: None) -> Agreement:
    """A published agreement with a signatory, an area and a quotation for each."""
    text = "Zhejiang University and Huawei signed a smart campus agreement. Wu Zhaohui signed."
    document = factories.source(text, language="en", publisher="Zhejiang University")
    Source.objects.filter(pk=document.pk).update(slug="announcement")
    factories.area("smart-campus", label_zh="智慧校园")
    row = factories.agreement(
        "Smart campus",
        slug="smart-campus-2018",
        signed_on="2018-10-22",
        areas=["smart-campus"],
        cite=document,
    )
    zhejiang = factories.institution("Zhejiang University")
    signed = factories.signatory(row, "Wu Zhaohui", zhejiang, position="President")
    party = row.parties.get(organisation=zhejiang)
    for slot, words, part in (
        (Slot.PARTY, "Zhejiang University", {"party": party}),
        (Slot.PARTICIPATION, "Wu Zhaohui", {"participation": signed}),
        (Slot.AREA, "smart campus", {"agreement_area": row.agreement_areas.get()}),
        (Slot.KIND, "agreement", {}),
    ):
        start = text.index(words)
        Citation.objects.create(
            agreement=row, source=document, slot=slot, start=start, end=start + len(words), **part
        )
    return row


@pytest.fixture
def draft(db: None) -> Agreement:
    """An agreement that readers do not see, with parties, a person and a source of its own."""
    document = factories.source("Nowhere signed.", title="Secret announcement")
    row = factories.agreement(
        "Secret",
        slug="secret",
        institutions=["University of Nowhere"],
        partners=["Silly Walks Ltd."],
        status="draft",
        cite=document,
    )
    factories.signatory(row, "Teabag Putey", factories.institution("University of Nowhere"))
    return row
