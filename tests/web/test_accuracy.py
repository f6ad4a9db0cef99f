"""Readers can see how often extraction is right, from the figures that were measured."""

import json
import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from agreements.web.accuracy import FIELDS, FIGURES

pytestmark = pytest.mark.django_db


def test_the_page_shows_every_measured_figure_of_every_set(client: Client) -> None:
    page = unescape(client.get(reverse("accuracy")).content.decode())
    for one in json.loads(FIGURES.read_text())["sets"]:
        table = page.split(f"<h3>{one['name']}</h3>")[1].split("</table>")[0]
        shown = dict(re.findall(r'<th scope="row">(.+?)</th>\s*<td class="number">(\d+)', table))
        slots = one["slots"].items()
        assert shown == {FIELDS[s]: str(round(100 * row["precision"])) for s, row in slots}


def test_the_page_says_how_many_documents_have_confidences_to_judge(client: Client) -> None:
    page = " ".join(client.get(reverse("accuracy")).content.decode().split())
    for one in json.loads(FIGURES.read_text())["confidence"]:
        assert f"in {one['documents']} of {one['documents_of']} documents" in page
