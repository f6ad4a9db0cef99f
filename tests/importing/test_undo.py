"""An import is taken back as a whole, except what somebody changed since."""

from typing import Any

import pghistory
import pytest
from django.apps import apps

from agreements.importing.undo import undo
from agreements.models import (
    Agreement,
    Alias,
    Citation,
    ImportedRecord,
    Organisation,
    Participation,
    Party,
    Person,
    Source,
)
from tests import factories
from tests.importing.given import batch_of, edit, imported, outcomes, record, source

pytestmark = pytest.mark.django_db

ROWS = (
    Agreement,
    Party,
    Participation,
    Person,
    Organisation,
    Alias,
    Source,
    Citation,
    ImportedRecord,
)
RICH: dict[str, Any] = {
    "key": "k",
    "partners": [
        {
            "name": "Acme Robotics Ltd.",
            "parent": "Acme Holding",
            "aliases": [{"name": "Acme", "kind": "short"}],
        }
    ],
    "signatories": [{"name": "Ada", "position": "Rector", "on_behalf_of": "Northern University"}],
    "areas": [{"phrase": "digital campus", "code": "smart-campus"}],
    "lifecycle": [{"status": "signed", "on": "2021-05-05"}],
}


def contents() -> dict[str, list[Any]]:
    """Every row of the catalogue, without what search and time stamps derive."""
    left_out = {"search_vector", "updated_at"}
    found = {}
    for model in ROWS:
        columns = [f.attname for f in model._meta.concrete_fields if f.name not in left_out]
        found[model.__name__] = list(model._default_manager.order_by("pk").values_list(*columns))
    return found


def test_what_an_import_created_is_gone() -> None:
    before = contents()
    report = imported(record(**RICH))
    done = undo(batch_of(report))
    assert contents() == before
    assert (done.agreements, done.left) == (1, [])
    assert outcomes(imported(record(**RICH))) == {"created": 1}


def test_what_an_import_changed_is_as_it_was() -> None:
    imported(record(**RICH))
    before = contents()
    changed = RICH | {
        "partners": [{"name": "Beta", "country": "NO"}],
        "institutions": [
            {"name": "Northern University", "country": "NO", "aliases": [{"name": "NU"}]}
        ],
        "signatories": [{"name": "Ada", "position": "Dean", "on_behalf_of": "Northern University"}],
        "areas": [],
        "place": "Bergen",
        "sources": [source(text="Another text.")],
    }
    undo(batch_of(imported(record(**changed))))
    assert contents() == before
    assert outcomes(imported(record(**RICH))) == {"unchanged": 1}


def test_a_folded_source_is_taken_out_again() -> None:
    imported(record(key="k"))
    before = contents()
    folded = record(
        key="k", place=None, expires_on="2030", sources=[source(url="https://b.example/")]
    )
    undo(batch_of(imported(folded)))
    assert contents() == before


def test_an_address_that_got_its_text_loses_it_again() -> None:
    imported(record(key="k", sources=[source(text=None)]))
    undo(batch_of(imported(record(key="k"))))
    assert (Source.objects.get().text, Source.objects.get().text_hash) == ("", "")


def test_an_agreement_that_an_editor_changed_stays_whole_and_is_named() -> None:
    report = imported(record(**RICH), record(key="b", signed_on="2019"))
    edit(Agreement.objects.get(key="k"), title="As an editor wrote it")
    before = contents()
    done = undo(batch_of(report))
    assert Agreement.objects.get().key == "k"
    for part in ("Party", "Participation", "Citation"):
        kept = [row for row in before[part] if row in contents()[part]]
        assert kept == contents()[part]
        assert kept
    assert done.left == ["agreement As an editor wrote it: changed since"]


def test_an_agreement_to_which_an_editor_added_something_stays() -> None:
    report = imported(record(**RICH))
    with pghistory.context(why="edited"):
        Party.objects.create(
            agreement=Agreement.objects.get(), organisation=factories.organisation("Beta")
        )
    undo(batch_of(report))
    assert Agreement.objects.get().parties.count() == 3


def test_an_agreement_that_another_import_states_too_stays() -> None:
    first = imported(record(key="k"))
    imported(record(key="k", sources=[source(url="https://b.example/")]))
    assert undo(batch_of(first)).agreements == 0
    assert Agreement.objects.exists()


def test_a_changed_value_that_an_editor_changed_again_stays() -> None:
    imported(record(key="k"))
    report = imported(record(key="k", place="Bergen", summary="More."))
    edit(Agreement.objects.get(), place="City Hall")
    done = undo(batch_of(report))
    assert Agreement.objects.get().place == "City Hall"
    assert len(done.left) == 1


def test_an_organisation_that_others_use_by_now_stays() -> None:
    first = imported(record(key="k"))
    imported(record(key="b", signed_on="2019", partners=[{"name": "Beta"}]))
    undo(batch_of(first))
    assert set(Organisation.objects.values_list("name", flat=True)) == {
        "Northern University",
        "Beta",
    }


def test_an_import_is_undone_once() -> None:
    report = imported(record())
    undo(batch_of(report))
    with pytest.raises(ValueError, match="was undone"):
        undo(batch_of(report))


def test_the_history_says_who_undid_it_and_why() -> None:
    report = imported(record())
    undo(batch_of(report))
    event = apps.get_model("agreements", "AgreementEvent").objects.order_by("pgh_id").last()
    assert event.pgh_label == "delete"
    assert event.pgh_context.metadata == {"why": "undo of an import", "undone": report.batch}
