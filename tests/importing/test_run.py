"""Importing records: whole, once, and never over an editor's value."""

import pytest

from agreements.importing.proposals import accept, decline
from agreements.models import (
    Agreement,
    Citation,
    ImportedRecord,
    Organisation,
    Participation,
    Party,
    Person,
    Proposal,
    Source,
)
from agreements.readers.tables import from_row, to_row
from agreements.records import AgreementRecord
from tests.importing.given import (
    ADDRESS,
    TEXT,
    edit,
    imported,
    names,
    outcomes,
    record,
    source,
)

pytestmark = pytest.mark.django_db


def the_agreement() -> Agreement:
    return Agreement.objects.get()


def test_a_record_becomes_a_draft_with_all_its_parts() -> None:
    report = imported(
        record(
            signatories=[
                {
                    "name": "Dr. Ada Lund",
                    "position": "Rector",
                    "on_behalf_of": "Northern University",
                }
            ],
            areas=[{"phrase": "digital campus", "code": "smart-campus"}, {"phrase": "sleep"}],
            lifecycle=[{"status": "signed", "on": "2021-05-05"}],
        )
    )
    agreement = the_agreement()
    assert outcomes(report) == {"created": 1}
    assert agreement.slug == "northern-university-acme-robotics-memorandum-of-understanding-2021"
    assert (agreement.editorial_status, agreement.lifecycle) == ("draft", "signed")
    assert agreement.announced_on == "2021-05-06"
    assert [str(p) for p in agreement.parties.all()] == [
        "Northern University",
        "Acme Robotics Ltd.",
    ]
    assert [a.area and a.area.code for a in agreement.agreement_areas.all()] == [
        "smart-campus",
        None,
    ]
    signatory = agreement.participations.get()
    assert (signatory.person.name, signatory.position) == ("Dr. Ada Lund", "Rector")
    assert signatory.organisation == Organisation.objects.get(name="Northern University")


def test_a_citation_points_at_the_words_of_the_source() -> None:
    imported(record())
    citation = Citation.objects.get(slot="place")
    assert citation.source.text[citation.start : citation.end] == citation.value == "Oslo"


def test_published_records_name_who_let_them_in() -> None:
    imported(record(), publish=True)
    assert the_agreement().editorial_status == "published"
    assert the_agreement().reviewed_at is not None


def test_publishing_later_publishes_drafts_on_which_nobody_decided() -> None:
    imported(record(), record(key="b", signed_on="2019"))
    edit(Agreement.objects.get(key="b"), editorial_status="rejected")
    assert outcomes(imported(record(), record(key="b", signed_on="2019"), publish=True)) == {
        "updated": 1,
        "unchanged": 1,
    }
    assert list(Agreement.objects.order_by("key").values_list("editorial_status", flat=True)) == [
        "rejected",
        "published",
    ]


def test_importing_twice_changes_nothing() -> None:
    given = (
        record(),
        record(key="b", signed_on="2019", sources=[source(url="https://b.example/")]),
    )
    imported(*given)
    counts = [model.objects.count() for model in (Agreement, Organisation, Source, Citation)]
    assert outcomes(imported(*given)) == {"unchanged": 2}
    assert counts == [
        model.objects.count() for model in (Agreement, Organisation, Source, Citation)
    ]


SCALARS = [
    # before, the editor's, now; what stands, what is proposed
    ({"place": "Oslo"}, {}, {"place": "Bergen"}, "Bergen", None),
    (
        {"place": "Oslo"},
        {"place": "Oslo City Hall"},
        {"place": "Bergen"},
        "Oslo City Hall",
        "Bergen",
    ),
    ({"place": "Oslo"}, {"place": "Oslo City Hall"}, {"place": "Oslo"}, "Oslo City Hall", None),
    ({"place": "Oslo"}, {"place": "Bergen"}, {"place": "Bergen"}, "Bergen", None),
    ({"place": "Oslo"}, {}, {"place": None}, "", None),
    ({"place": "Oslo"}, {"place": ""}, {"place": None}, "", None),
    ({"place": None}, {"place": "Oslo"}, {"place": "Bergen"}, "Oslo", "Bergen"),
    ({"place": None}, {}, {"place": "Bergen"}, "Bergen", None),
]


@pytest.mark.parametrize(("before", "edited", "now", "stands", "proposed"), SCALARS)
def test_a_changed_record_gives_way_to_an_editors_value(
    before: dict[str, object],
    edited: dict[str, object],
    now: dict[str, object],
    stands: str,
    proposed: str | None,
) -> None:
    imported(record(key="k", **before))
    if edited:
        edit(the_agreement(), **edited)
    imported(record(key="k", summary="Newly told.", **now))
    assert (the_agreement().place, the_agreement().summary) == (stands, "Newly told.")
    assert [p.proposed for p in Proposal.objects.all()] == ([proposed] if proposed else [])


def test_a_proposal_counts_as_proposed_and_only_once() -> None:
    imported(record(key="k"))
    edit(the_agreement(), place="City Hall")
    changed = record(key="k", place="Bergen")
    assert outcomes(imported(changed)) == {"proposed": 1}
    assert outcomes(imported(changed)) == {"unchanged": 1}
    assert outcomes(imported(record(key="k", place="Bergen", summary="More."))) == {"updated": 1}
    assert Proposal.objects.count() == 1


def test_an_accepted_proposal_is_written_and_follows_its_provider_from_then_on() -> None:
    imported(record(key="k"))
    edit(the_agreement(), place="City Hall")
    imported(record(key="k", place="Bergen"))
    accept(Proposal.objects.get())
    assert the_agreement().place == "Bergen"
    assert outcomes(imported(record(key="k", place="Bodø"))) == {"updated": 1}
    assert the_agreement().place == "Bodø"


def test_a_declined_proposal_is_not_made_again() -> None:
    imported(record(key="k"))
    edit(the_agreement(), place="City Hall")
    imported(record(key="k", place="Bergen"))
    decline(Proposal.objects.get())
    imported(record(key="k", place="Oslo"))
    imported(record(key="k", place="Bergen"))
    assert the_agreement().place == "City Hall"
    assert Proposal.objects.get(proposed="Bergen").status == "declined"


def test_parties_merge_as_a_set() -> None:
    imported(record(key="k", partners=[{"name": "Acme"}, {"name": "Beta"}]))
    beta = Party.objects.get(organisation__name="Beta")
    Party.objects.filter(organisation__name="Acme").delete()  # an editor knows better
    imported(record(key="k", partners=[{"name": "Acme"}, {"name": "Gamma"}]))
    standing = the_agreement().parties.values_list("organisation__name", flat=True)
    assert set(standing) == {"Northern University", "Gamma"}
    assert not Party.objects.filter(pk=beta.pk).exists()


def test_a_party_that_an_editor_changed_stays() -> None:
    imported(record(key="k", partners=[{"name": "Acme"}, {"name": "Beta"}]))
    Party.objects.filter(organisation__name="Beta").update(unit="Oslo branch")
    imported(record(key="k", partners=[{"name": "Acme"}]))
    assert Party.objects.filter(unit="Oslo branch").exists()


def test_a_changed_position_is_taken_over_unless_an_editor_wrote_another() -> None:
    def signed(ada: str, bo: str) -> object:
        people = [{"name": "Ada", "position": ada}, {"name": "Bo", "position": bo}]
        return imported(record(key="k", signatories=people))

    signed("Dean", "Manager")
    Participation.objects.filter(person__name="Bo").update(position="Director")
    signed("Rector", "President")
    positions = dict(Participation.objects.values_list("person__name", "position"))
    assert positions == {"Ada": "Rector", "Bo": "Director"}
    accept(Proposal.objects.get())
    assert Participation.objects.get(person__name="Bo").position == "President"


def test_people_are_one_within_an_organisation_only() -> None:
    def signed(key: str, partner: str, year: str) -> AgreementRecord:
        person = {"name": "Prof. Li Wei", "on_behalf_of": partner}
        return record(key=key, partners=[{"name": partner}], signed_on=year, signatories=[person])

    imported(signed("a", "Acme", "2019"), signed("b", "Acme", "2021"), signed("c", "Beta", "2021"))
    assert Person.objects.filter(organisation__name="Acme").count() == 1
    assert Person.objects.count() == 2


def test_people_of_no_organisation_are_never_matched_but_not_doubled_either() -> None:
    people = [{"name": "Li Wei", "role": "speaker"}, {"name": "Li Wei", "role": "host"}]
    one = record(key="a", people=people)
    other = record(key="b", signed_on="2019", people=people)
    imported(one, other)
    imported(record(key="a", people=people, summary="More."))
    assert Person.objects.count() == 2
    assert Participation.objects.count() == 4


@pytest.mark.parametrize(
    ("behalf", "organisation"),
    [
        ("Huawei", "Huawei Technologies Co., Ltd."),
        ("School of Design", "Northern University"),
        ("Northern University", "Northern University"),
        ("NU", "Northern University"),
        ("Ministry of Magic", None),
        (None, None),
    ],
)
def test_somebody_acts_for_the_party_that_is_meant(
    behalf: str | None, organisation: str | None
) -> None:
    institution = {
        "name": "Northern University",
        "unit": "School of Design",
        "aliases": [{"name": "NU", "kind": "acronym"}],
    }
    imported(
        record(
            institutions=[institution],
            partners=[{"name": "Huawei Technologies Co., Ltd."}],
            signatories=[{"name": "Ada", "on_behalf_of": behalf}],
        )
    )
    found = Participation.objects.get()
    assert (found.organisation and found.organisation.name) == organisation
    assert found.on_behalf_of == (behalf or "")


def test_a_changed_text_is_a_source_of_its_own_and_the_old_one_is_cited_no_more() -> None:
    imported(record(key="k"))
    imported(record(key="k", sources=[source(text=f"{TEXT} Corrected.")]))
    assert Source.objects.count() == 2
    assert set(Citation.objects.values_list("source__text", flat=True)) == {f"{TEXT} Corrected."}


def test_an_address_gets_its_text_when_it_comes_later() -> None:
    imported(record(key="k", sources=[source(text=None)]))
    imported(record(key="k"))
    assert Source.objects.get().text == TEXT


def test_links_find_agreements_that_come_later() -> None:
    later = record(
        key="later",
        signed_on="2022",
        links=[{"relation": "renews", "key": "earlier"}, {"relation": "renews", "key": "never"}],
    )
    earlier = record(key="earlier", signed_on="2018")
    imported(later, earlier)
    agreement = Agreement.objects.get(key="later")
    assert agreement.links.get().key == "earlier"
    assert ImportedRecord.objects.get(key="later").awaits == ["never"]
    imported(record(key="later", signed_on="2022"))
    assert not agreement.links.exists()


def test_two_different_records_of_one_key_in_one_run_are_an_error() -> None:
    report = imported(record(key="k"), record(key="k", place="Bergen"), record(key="k"))
    assert outcomes(report) == {"created": 1, "rejected": 1, "unchanged": 1}
    (problem,) = report.problems
    assert (problem.row, problem.field, problem.value) == (2, "key", "k")


def test_an_unknown_area_is_named() -> None:
    report = imported(record(areas=[{"phrase": "a"}, {"phrase": "b", "code": "no-such-area"}]))
    (problem,) = report.problems
    assert (problem.field, problem.value) == ("areas[1].code", "no-such-area")
    assert names() == []


def test_an_organisation_on_both_sides_is_refused() -> None:
    report = imported(record(partners=[{"name": "The Northern University"}]))
    (problem,) = report.problems
    assert (problem.field, problem.value) == ("partners", "The Northern University")


def test_publishing_a_changed_record_publishes_its_draft() -> None:
    imported(record(key="k"))
    report = imported(record(key="k", summary="More."), publish=True)
    assert report.results[0].changes[-1] == "published"
    assert the_agreement().editorial_status == "published"


def test_what_the_catalogue_forbids_is_a_problem_of_its_record_alone() -> None:
    imported(record(key="k", effective_from="2021"))
    edit(the_agreement(), effective_from="2030")
    report = imported(
        record(key="k", effective_from="2021", expires_on="2025"), record(key="b", signed_on="2019")
    )
    assert outcomes(report) == {"created": 1, "rejected": 1}
    assert "agreement_expires_after_it_begins" in report.problems[0].mend
    assert ADDRESS in Source.objects.values_list("url", flat=True)


def test_another_spelling_of_a_party_changes_nothing() -> None:
    imported(record(key="k", partners=[{"name": "Acme Robotics", "stated_as": "Acme"}]))
    again = record(key="k", partners=[{"name": "ACME Robotics Ltd.", "stated_as": "Acme"}])
    assert outcomes(imported(again)) == {"unchanged": 1}
    assert Party.objects.get(organisation__name="Acme Robotics").stated_name == "Acme"


def test_a_table_which_holds_no_evidence_takes_none_back() -> None:
    start = TEXT.index("Acme")
    acme = {"name": "Acme Robotics Ltd.", "evidence": {"start": start, "end": start + 18}}
    told = record(partners=[acme])
    imported(told)
    quoted = set(Citation.objects.values_list("slot", "start", "end"))
    assert {
        ("place", TEXT.index("Oslo"), TEXT.index("Oslo") + 4),
        ("party", start, start + 18),
    } <= quoted
    row = from_row(to_row(told))
    assert isinstance(row, AgreementRecord)
    assert outcomes(imported(row)) == {"unchanged": 1}
    assert set(Citation.objects.values_list("slot", "start", "end")) == quoted
    elsewhere = from_row(to_row(told) | {"place": "Bergen"})
    assert isinstance(elsewhere, AgreementRecord)
    imported(elsewhere)
    assert set(Citation.objects.filter(slot="place").values_list("value", "start")) == {
        ("Bergen", None)
    }
