"""Several announcements of one signing are one agreement; what is not certain stays apart."""

import pytest

from agreements.importing.merging import merge
from agreements.importing.proposals import accept
from agreements.models import (
    Agreement,
    Citation,
    EditorialStatus,
    Organisation,
    Proposal,
    Source,
)
from tests.importing.given import edit, imported, outcomes, record, source

pytestmark = pytest.mark.django_db

ELSEWHERE = "https://acme.example/press/7"
OTHER_TEXT = "In Bergen, Acme Robotics Ltd. and Northern University agreed to work together."


def other(published_on: str | None = "2021-05-10", **fields: object) -> object:
    """What another source says of the default record."""
    sources = [source(url=ELSEWHERE, text=OTHER_TEXT, published_on=published_on)]
    return record(**{"sources": sources} | fields)


FOLDED = [
    ("the same day", {}),
    ("less exact", {"signed_on": "2021-05"}),
    ("unknown, announced within sixty days", {"signed_on": None}),
    ("another title", {"title": "Acme Robotics and Northern University join forces"}),
    ("the same key, another kind", {"key": "mou-1", "kind": "research_agreement"}),
]


@pytest.mark.parametrize("changes", [c for _, c in FOLDED], ids=[name for name, _ in FOLDED])
def test_one_signing_is_one_agreement_with_two_sources(changes: dict[str, object]) -> None:
    imported(record(key=changes.get("key")))
    assert outcomes(imported(other(**changes))).keys() <= {"updated", "proposed"}  # type: ignore[arg-type]
    agreement = Agreement.objects.get()
    assert Source.objects.filter(citations__agreement=agreement).distinct().count() == 2
    assert agreement.title == record().title


def test_a_signing_is_recognised_by_the_parties_that_it_has_now() -> None:
    imported(record(partners=[{"name": "Acme Robotik"}]), record(key="b", signed_on="2019"))
    merge(
        Organisation.objects.get(name="Acme Robotik"),
        Organisation.objects.get(name="Acme Robotics Ltd."),
    )
    assert outcomes(imported(other())) == {"updated": 1}  # type: ignore[arg-type]
    assert Agreement.objects.count() == 2


APART = [
    ("another year", {"signed_on": "2022-05-05"}, 0),
    ("another day", {"signed_on": "2021-05-07"}, 0),
    ("announced much later", {"signed_on": None, "published_on": "2021-12-01"}, 0),
    ("announced without a date", {"signed_on": None, "published_on": None}, 0),
    ("another partner", {"partners": [{"name": "Beta"}]}, 0),
    ("one partner more", {"partners": [{"name": "Acme Robotics Ltd."}, {"name": "Beta"}]}, 0),
    ("another kind", {"kind": "research_agreement"}, 1),
    ("another unit", {"institutions": [{"name": "Northern University", "unit": "Law"}]}, 1),
]


@pytest.mark.parametrize(
    ("changes", "notes"), [(c, n) for _, c, n in APART], ids=[name for name, _, _ in APART]
)
def test_what_is_not_certain_is_an_agreement_of_its_own(
    changes: dict[str, object], notes: int
) -> None:
    imported(record(institutions=[{"name": "Northern University", "unit": "Medicine"}]))
    report = imported(other(**changes))  # type: ignore[arg-type]
    assert outcomes(report) == {"created": 1}
    assert sum(len(result.notes) for result in report.results) == notes


def test_two_keys_of_the_providers_own_stay_two() -> None:
    imported(record(key="a"))
    report = imported(other(key="b"))  # type: ignore[arg-type]
    assert outcomes(report) == {"created": 1}
    assert report.results[0].notes


def test_a_key_of_an_agreement_of_other_parties_is_refused() -> None:
    imported(record(key="1"))
    report = imported(
        other(key="1", institutions=[{"name": "Southern University"}], partners=[{"name": "Beta"}])  # type: ignore[arg-type]
    )
    assert outcomes(report) == {"rejected": 1}
    assert report.problems[0].field == "key"


def test_a_second_source_fills_what_is_empty_and_disputes_what_is_not() -> None:
    imported(record())
    report = imported(other(place="Bergen", expires_on="2026", summary="They will build robots."))  # type: ignore[arg-type]
    agreement = Agreement.objects.get()
    assert outcomes(report) == {"proposed": 1}
    assert (agreement.place, agreement.expires_on) == ("Oslo", "2026")
    assert agreement.summary == "They will build robots."
    proposal = Proposal.objects.get()
    assert (proposal.current, proposal.proposed) == ("Oslo", "Bergen")
    assert proposal.source
    assert proposal.source.url == ELSEWHERE


def test_values_that_disagree_stand_side_by_side_with_their_sources() -> None:
    imported(record(), other(place="Bergen", evidence={"place": {"start": 3, "end": 9}}))  # type: ignore[arg-type]
    cited = Citation.objects.filter(slot="place").order_by("value")
    assert [(c.value, c.source.text[c.start : c.end]) for c in cited] == [
        ("Bergen", "Bergen"),
        ("Oslo", "Oslo"),
    ]


def test_what_another_source_states_too_stays_when_one_takes_it_back() -> None:
    two = [{"name": "Acme Robotics Ltd."}, {"name": "Beta"}]
    imported(record(key="k", partners=two), other(key="k", partners=two))  # type: ignore[arg-type]
    imported(record(key="k"))
    assert Agreement.objects.get().parties.count() == 3


def test_a_document_read_better_today_stays_the_agreement_it_was() -> None:
    undated = record(signed_on=None)
    imported(undated, siblings=frozenset({undated.stable_key()}))
    edit(Agreement.objects.get(), title="As an editor wrote it")
    dated = record()
    report = imported(dated, siblings=frozenset({dated.stable_key()}))
    assert outcomes(report) == {"updated": 1}
    assert Agreement.objects.get().signed_on == "2021-05-05"
    assert outcomes(imported(dated, siblings=frozenset({dated.stable_key()}))) == {"unchanged": 1}


def test_two_agreements_of_one_document_stay_two() -> None:
    one, two = record(signed_on=None), record(signed_on="2021-05")
    siblings = frozenset({one.stable_key(), two.stable_key()})
    assert outcomes(imported(one, two, siblings=siblings)) == {"created": 2}


@pytest.mark.parametrize("units", [("", "Medicine"), ("Medicine", "")])
def test_a_university_with_and_without_its_unit_is_one_party(units: tuple[str, str]) -> None:
    first, second = (
        [{"name": "Northern University", **({"unit": unit} if unit else {})}] for unit in units
    )
    imported(record(institutions=first))
    imported(other(institutions=second))  # type: ignore[arg-type]
    parties = Agreement.objects.get().parties.filter(organisation__name="Northern University")
    assert [party.unit for party in parties] == [units[0]]
    assert outcomes(imported(other(institutions=second))) == {"unchanged": 1}  # type: ignore[arg-type]
    for proposal in Proposal.objects.all():
        accept(proposal)
    assert [party.unit for party in parties.all()] == ["Medicine"]


@pytest.mark.parametrize(
    ("roles", "left"),
    [
        (("attendee", "host"), ["attendee"]),
        (("host", "attendee"), ["host"]),
        (("host", "speaker"), ["host", "speaker"]),
    ],
)
def test_who_attended_is_not_told_again_beside_what_the_same_person_did(
    roles: tuple[str, str], left: list[str]
) -> None:
    first, second = (
        [{"name": "Jane Roe", "role": role, "on_behalf_of": "Acme Robotics Ltd."}] for role in roles
    )
    imported(record(people=first))
    imported(other(people=second))  # type: ignore[arg-type]
    told = Agreement.objects.get().participations.values_list("role", flat=True)
    assert sorted(told) == left
    assert Proposal.objects.count() == (roles == ("attendee", "host"))


@pytest.mark.parametrize("publish", [False, True])
def test_what_an_import_adds_to_a_published_agreement_waits_for_a_reviewer(publish: bool) -> None:
    imported(record(), publish=True)
    imported(other(people=[{"name": "Jane Roe", "role": "host"}]), publish=publish)  # type: ignore[arg-type]
    added_to = Agreement.objects.filter(unreviewed_additions=True)
    assert added_to.exists() is not publish
    Agreement.objects.all().decide(EditorialStatus.PUBLISHED, None)
    assert not added_to.exists()


def test_what_an_import_adds_to_a_draft_is_read_with_it() -> None:
    imported(record())
    imported(other(people=[{"name": "Jane Roe", "role": "host"}]))  # type: ignore[arg-type]
    assert not Agreement.objects.filter(unreviewed_additions=True).exists()
