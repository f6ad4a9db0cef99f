"""Two organisations that are one become one; what contradicts is refused."""

import pytest

from agreements.importing.merging import MergeRefusedError, judge, merge
from agreements.models import (
    Agreement,
    Citation,
    MatchProposal,
    Organisation,
    Participation,
    Person,
    Proposal,
)
from tests import factories
from tests.importing.given import imported, outcomes, record

pytestmark = pytest.mark.django_db


def signed(key: str, partner: str, **fields: object) -> object:
    person = {"name": "Ada Lund", "position": "Manager", "on_behalf_of": partner}
    return record(key=key, partners=[{"name": partner}], signatories=[person], **fields)


def two() -> tuple[Organisation, Organisation]:
    """Two partners with an agreement and a signatory each."""
    imported(signed("a", "Acme Robotik"), signed("b", "Acme Robotics", signed_on="2019"))  # type: ignore[arg-type]
    return (
        Organisation.objects.get(name="Acme Robotik"),
        Organisation.objects.get(name="Acme Robotics"),
    )


def test_everything_of_the_one_becomes_the_others() -> None:
    gone, kept = two()
    factories.alias(gone, "阿克米", kind="native")
    child = factories.organisation("Acme Robotik Nord", parent=gone)
    Organisation.objects.filter(pk=gone.pk).update(wikidata="Q42", country="NO")
    merge(gone, kept)
    gone.refresh_from_db()
    kept.refresh_from_db()
    child.refresh_from_db()
    assert (gone.merged_into, child.parent) == (kept, kept)
    assert (kept.wikidata, kept.country) == ("Q42", "NO")
    assert set(kept.aliases.values_list("name", flat=True)) == {"阿克米", "Acme Robotik"}
    assert Agreement.objects.filter(parties__organisation=kept).count() == 2
    assert Person.objects.get().organisation == kept
    assert Participation.objects.filter(organisation=kept).count() == 2


def test_the_next_import_finds_the_one_that_stayed_and_changes_nothing() -> None:
    gone, kept = two()
    merge(gone, kept)
    given = [
        signed("a", "Acme Robotik", summary="More."),
        signed("b", "Acme Robotics", signed_on="2019"),
    ]
    assert outcomes(imported(*given)) == {"updated": 1, "unchanged": 1}  # type: ignore[arg-type]
    assert outcomes(imported(signed("c", "Acme Robotik", signed_on="2020"))) == {"created": 1}  # type: ignore[arg-type]
    assert Agreement.objects.get(key="c").parties.filter(organisation=kept).exists()
    assert Organisation.objects.count() == 3


def test_the_next_import_may_still_take_back_what_its_provider_said() -> None:
    gone, kept = two()
    merge(gone, kept)
    imported(record(key="a", partners=[{"name": "Beta"}]))
    agreement = Agreement.objects.get(key="a")
    assert not agreement.parties.filter(organisation=kept).exists()
    assert not agreement.participations.exists()
    assert not Proposal.objects.exists()


def test_two_parties_of_one_agreement_become_one_with_the_citations_of_both() -> None:
    partners = [
        {"name": "Acme Robotik", "evidence": {"start": 0, "end": 3}},
        {"name": "Acme Robotics", "evidence": {"start": 4, "end": 9}},
    ]
    imported(record(key="k", partners=partners))
    gone, kept = (Organisation.objects.get(name=partner["name"]) for partner in partners)
    merge(gone, kept)
    assert Agreement.objects.get().parties.count() == 2
    assert set(Citation.objects.filter(slot="party").values_list("start", flat=True)) == {0, 4}
    assert outcomes(imported(record(key="k", partners=partners, summary="x"))) == {"updated": 1}
    assert Agreement.objects.get().parties.count() == 2


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ({"country": "NO"}, {"country": "SE"}, "country NO is not SE"),
        ({"wikidata": "Q1"}, {"wikidata": "Q2"}, "wikidata Q1 is not Q2"),
    ],
)
def test_contradictions_are_refused(one: dict[str, str], other: dict[str, str], why: str) -> None:
    gone, kept = factories.organisation("Acme", **one), factories.organisation("Acme 2", **other)
    with pytest.raises(MergeRefusedError, match=why):
        merge(gone, kept)


def test_nobody_is_merged_with_themselves_or_twice() -> None:
    one, other, third = (factories.organisation(name) for name in ("One", "Other", "Third"))
    with pytest.raises(MergeRefusedError):
        merge(one, one)
    merge(one, other)
    with pytest.raises(MergeRefusedError, match="before"):
        merge(one, third)


def test_what_was_merged_before_follows() -> None:
    one, other, third = (factories.organisation(name) for name in ("One", "Other", "Third"))
    merge(one, other)
    merge(other, third)
    one.refresh_from_db()
    assert one.merged_into == third
    imported(record(partners=[{"name": "One"}]))
    assert Agreement.objects.get().parties.filter(organisation=third).exists()


def test_a_parent_merged_into_its_child_leaves_no_circle() -> None:
    holding = factories.organisation("Acme Holding")
    parent = factories.organisation("Acme Group", parent=holding)
    child = factories.organisation("Acme", parent=parent)
    merge(parent, child)
    child.refresh_from_db()
    assert child.parent == holding


def test_judging_the_same_merges_and_closes_the_question() -> None:
    two()
    proposal = MatchProposal.objects.get()
    judge(proposal, MatchProposal.Judgement.SAME)
    proposal.refresh_from_db()
    assert proposal.judgement == "same"
    assert proposal.judged_at
    assert Organisation.objects.current().filter(type="company").count() == 1


def test_what_was_judged_of_the_one_holds_of_the_other() -> None:
    gone, kept, stranger = (factories.organisation(n) for n in ("Acme A", "Acme B", "Acme C"))
    MatchProposal.objects.create(
        organisation=gone, candidate=stranger, score=0.5, judgement="different"
    )
    merge(gone, kept)
    proposal = MatchProposal.objects.get()
    assert {proposal.organisation, proposal.candidate} == {kept, stranger}
    assert proposal.judgement == "different"
