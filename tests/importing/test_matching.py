"""Organisations: certain matches are joined, likely ones are asked about, the rest are new."""

import pytest
from django.db.models.signals import post_init

from agreements.importing.directory import Directory
from agreements.importing.matching import identify
from agreements.importing.merging import judge
from agreements.models import Agreement, Alias, MatchProposal, Organisation
from agreements.records import OrganisationRecord
from tests import factories
from tests.importing.given import imported, names, record

pytestmark = pytest.mark.django_db

ROR, OTHER_ROR = "https://ror.org/00a2xv884", "https://ror.org/01an7q238"

EXACT = [
    # the catalogue's, the record's
    ({"name": "Huawei Technologies Co., Ltd."}, {"name": "HUAWEI Technologies"}),
    ({"name": "The Acme Group"}, {"name": "Acme Group, Inc."}),
    ({"name": "Universität Öster"}, {"name": "Universitat Oster"}),
    ({"name": "Acme", "country": "NO"}, {"name": "Acme"}),
    ({"name": "Acme"}, {"name": "Acme", "country": "NO"}),
    ({"name": "Acme", "ror": ROR}, {"name": "Something else", "ror": ROR}),
    ({"name": "Acme", "wikidata": "Q42"}, {"name": "Something else", "wikidata": "Q42"}),
    (
        {"name": "北方大学"},
        {"name": "Northern U", "aliases": [{"name": "北方大学", "kind": "native"}]},
    ),
]


@pytest.mark.parametrize(("known", "stated"), EXACT)
def test_a_name_or_identifier_that_agrees_is_a_match(
    known: dict[str, str], stated: dict[str, object]
) -> None:
    row = factories.organisation(**known)
    verdict = identify(OrganisationRecord.model_validate(stated), Directory())
    assert verdict.match
    assert verdict.match.organisation == row
    assert verdict.match.reasons


DIFFERENT = [
    ({"name": "Acme", "country": "NO"}, {"name": "Acme", "country": "SE"}),
    ({"name": "Acme", "ror": ROR}, {"name": "Acme", "ror": OTHER_ROR}),
    ({"name": "Acme"}, {"name": "Acme Robotics"}),
    ({"name": "Eastern University"}, {"name": "Eastern Univercity"}),
]


@pytest.mark.parametrize(("known", "stated"), DIFFERENT)
def test_a_contradiction_or_mere_likeness_is_no_match(
    known: dict[str, str], stated: dict[str, str]
) -> None:
    factories.organisation(**known)
    assert identify(OrganisationRecord.model_validate(stated), Directory()).match is None


ALIKE = [
    ("Huawei", "Huawei Technologies Co., Ltd.", True),
    ("Huawei Technologies Co., Ltd.", "Huawei", True),
    ("Zhejiang University", "Zhejang University", True),
    ("University of Pécs", "University of Szeged", False),
    ("Bandung Institute of Technology", "Harbin Institute of Technology", False),
    ("Northern University", "Northern University of Technology", False),
    ("Acme", "Zebra", False),
]


@pytest.mark.parametrize(("known", "stated", "asked"), ALIKE)
def test_likely_candidates_are_asked_about(known: str, stated: str, asked: bool) -> None:
    row = factories.organisation(known)
    imported(record(institutions=[{"name": "Elsewhere College"}], partners=[{"name": stated}]))
    questions = MatchProposal.objects.filter(organisation__name=stated)
    assert [question.candidate for question in questions] == ([row] if asked else [])


def test_a_likely_candidate_is_proposed_and_never_joined() -> None:
    imported(record(), record(key="b", partners=[{"name": "Acme Robotik"}], signed_on="2019"))
    assert names() == ["Acme Robotics Ltd.", "Acme Robotik", "Northern University"]
    proposal = MatchProposal.objects.get()
    assert (proposal.organisation.name, proposal.candidate.name) == (
        "Acme Robotik",
        "Acme Robotics Ltd.",
    )
    assert "Acme Robotics Ltd." in proposal.reason
    assert 0.45 <= proposal.score <= 1


def test_an_alias_that_two_share_makes_a_third_and_two_questions() -> None:
    for name in ("Mid-Isle Institute", "Meadow Island Institute"):
        factories.alias(factories.institution(name), "MII", kind="acronym")
    imported(record(institutions=[{"name": "MII"}]))
    assert Organisation.objects.filter(name="MII").exists()
    assert {p.candidate.name for p in MatchProposal.objects.all()} == {
        "Mid-Isle Institute",
        "Meadow Island Institute",
    }
    imported(record(key="again", institutions=[{"name": "MII"}], signed_on="2019"))
    assert Organisation.objects.count() == 4


def test_one_name_in_two_countries_stays_two() -> None:
    def of(country: str | None, key: str) -> object:
        return record(key=key, institutions=[{"name": "Northern University", "country": country}])

    imported(of("NO", "a"), of("CA", "b"), of(None, "c"), of(None, "d"), of("CA", "e"))  # type: ignore[arg-type]
    rows = Organisation.objects.filter(name="Northern University").order_by("country")
    assert list(rows.values_list("country", flat=True)) == ["", "CA", "NO"]


def test_a_pair_judged_different_is_not_proposed_again() -> None:
    imported(record(), record(key="b", partners=[{"name": "Acme Robotik"}], signed_on="2019"))
    judge(MatchProposal.objects.get(), MatchProposal.Judgement.DIFFERENT)
    again = {"name": "Acme Robotik", "country": "NO", "aliases": [{"name": "Acme Robotics AS"}]}
    imported(record(key="b", partners=[again], signed_on="2019"))
    assert MatchProposal.objects.get().judgement == "different"
    assert Organisation.objects.count() == 3


def test_a_known_organisation_is_filled_and_nothing_of_it_overwritten() -> None:
    known = factories.organisation("Acme Robotics Ltd.", country="NO", type="other")
    factories.alias(known, "Acme")
    partner = {
        "name": "Acme Robotics",
        "type": "company",
        "wikidata": "Q42",
        "parent": "Acme Holding",
        "aliases": [{"name": "Acme"}, {"name": "艾克米", "kind": "native", "language": "zh"}],
    }
    imported(record(partners=[partner]))
    known.refresh_from_db()
    assert (known.name, known.country, known.type) == ("Acme Robotics Ltd.", "NO", "company")
    assert known.wikidata == "Q42"
    assert known.parent == Organisation.objects.get(name="Acme Holding")
    assert set(known.aliases.values_list("name", flat=True)) == {"Acme", "艾克米"}


def test_filling_one_organisation_reads_none_that_nobody_named() -> None:
    factories.organisation("Acme Robotics")
    factories.organisation("Bystander Foods")
    read: list[str] = []

    def note(instance: Organisation, **_: object) -> None:
        read.append(instance.name)

    post_init.connect(note, sender=Organisation)
    try:
        imported(record(partners=[{"name": "Acme Robotics", "country": "NO"}]))
    finally:
        post_init.disconnect(note, sender=Organisation)
    assert "Acme Robotics" in read
    assert "Bystander Foods" not in read


def test_earlier_agreements_are_found_by_a_name_that_is_new() -> None:
    imported(record(key="a"))
    partner = {"name": "Acme Robotics", "aliases": [{"name": "艾克米", "kind": "native"}]}
    imported(record(key="b", signed_on="2019", partners=[partner]))
    assert Agreement.objects.filter(search_text__contains="艾克米").count() == 2


def test_an_alias_that_an_editor_removed_stays_away() -> None:
    partner = {"name": "Acme", "aliases": [{"name": "Akme"}]}
    imported(record(key="k", partners=[partner]))
    Alias.objects.all().delete()
    imported(record(key="k", partners=[partner | {"country": "NO"}]))
    assert not Alias.objects.exists()
    assert Organisation.objects.get(name="Acme").country == "NO"


def test_an_identifier_that_another_has_is_a_question() -> None:
    factories.organisation("Acme", wikidata="Q42", ror=ROR)
    other = factories.organisation("Beta", lei="")
    imported(record(partners=[{"name": "Beta", "ror": ROR}]))
    assert Organisation.objects.get(pk=other.pk).ror == ""
    imported(record(key="c", partners=[{"name": "Beta", "wikidata": "Q43"}], signed_on="2019"))
    assert Organisation.objects.get(pk=other.pk).wikidata == "Q43"


@pytest.mark.parametrize(
    ("name", "side", "type_"),
    [
        ("Northern University", "institutions", "university"),
        ("Northern Labs", "institutions", "university"),
        ("Royal Hospital", "institutions", "hospital"),
        ("City College", "institutions", "college"),
        ("东方大学", "institutions", "university"),
        ("Acme", "partners", "company"),
        ("Ministry of Education", "partners", "government"),
        ("Chamber of Commerce", "partners", "association"),
        ("Acme Foundation", "partners", "foundation"),
        ("Hospital Supplies Ltd.", "partners", "company"),
    ],
)
def test_a_missing_type_is_told_by_the_name_and_the_side(name: str, side: str, type_: str) -> None:
    imported(record(**{side: [{"name": name}]}))
    assert Organisation.objects.get(name=name).type == type_


def test_addresses_of_organisations_leave_out_the_legal_form() -> None:
    imported(record(partners=[{"name": "Huawei Technologies Co., Ltd."}]))
    assert Organisation.objects.get(type="company").slug == "huawei-technologies"
