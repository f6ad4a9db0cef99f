"""The page of an agreement: every fact with its evidence."""

import json
from collections.abc import Callable
from typing import Any

import pghistory
import pytest
from django.contrib.auth.models import User

from agreements.importing.proposals import accept, decline
from agreements.models import Agreement, Citation, ImportBatch, LifecycleEvent, Proposal, Slot
from agreements.models.agreements import AgreementLink
from tests import factories
from tests.web.conftest import Get, Page, links, text_of

pytestmark = pytest.mark.django_db

TEXT = "News of the day. On 22 October 2018 they signed a memorandum in Hangzhou. It rained."


def cite(row: Agreement, quoted: str, **fields: Any) -> Citation:
    """A citation of the words `quoted` of TEXT."""
    source = fields.pop("source", None) or factories.source(TEXT, language="en")
    start = source.text.index(quoted)
    return Citation.objects.create(
        agreement=row, source=source, start=start, end=start + len(quoted), **fields
    )


def fact(page: Page, label: str) -> Page:
    """The description of a fact."""
    (found,) = page.xpath(f"//dl[@class='facts']/div[dt='{label}']/dd")
    return found


def test_a_fact_shows_the_sentence_that_says_so_with_the_words_marked(get: Get) -> None:
    row = factories.agreement(signed_on="2018-10-22")
    citation = cite(row, "22 October 2018", slot=Slot.SIGNED_ON, value="2018-10-22")
    found = fact(get(row.get_absolute_url()), "Signed")
    assert text_of(found, ".//blockquote") == (
        "On 22 October 2018 they signed a memorandum in Hangzhou."
    )
    assert found.xpath(".//mark/text()") == ["22 October 2018"]
    address = f"{citation.source.get_absolute_url()}#c{citation.start}"
    assert address in links(found, ".//figcaption")


def test_a_fact_without_a_quotation_says_so(get: Get) -> None:
    row = factories.agreement(signed_on="2018-10")
    found = fact(get(row.get_absolute_url()), "Signed")
    assert "October 2018" in text_of(found, ".")
    assert "No quotation stored; see the source." in text_of(found, ".")


def test_what_no_source_states_is_said_to_be_not_stated(get: Get) -> None:
    row = factories.agreement()
    assert text_of(fact(get(row.get_absolute_url()), "Signed"), ".") == "Not stated"


def test_two_sources_that_disagree_stand_side_by_side(get: Get) -> None:
    row = factories.agreement(signed_on="2018-10-22")
    cite(row, "22 October 2018", slot=Slot.SIGNED_ON, value="2018-10-22")
    other = factories.source("They signed on 23 October 2018.")
    cite(row, "23 October 2018", source=other, slot=Slot.SIGNED_ON, value="2018-10-23")
    found = fact(get(row.get_absolute_url()), "Signed")
    assert found.get("class") == "disputed"
    sides = [" ".join(side.text_content().split()) for side in found.xpath("./div")]
    assert sides[0].startswith("22 October 2018 in this catalogue")
    assert sides[1].startswith("23 October 2018 according to another source")
    assert [mark.text for mark in found.xpath(".//mark")] == ["22 October 2018", "23 October 2018"]


@pytest.mark.parametrize(
    ("decide", "left"), [(accept, "23 October 2018"), (decline, "22 October 2018")]
)
def test_once_an_editor_has_decided_the_other_value_is_gone(
    decide: Callable[[Proposal], None], left: str, get: Get
) -> None:
    row = factories.agreement(signed_on="2018-10-22")
    cite(row, "22 October 2018", slot=Slot.SIGNED_ON, value="2018-10-22")
    other = factories.source("They signed on 23 October 2018.")
    cite(row, "23 October 2018", source=other, slot=Slot.SIGNED_ON, value="2018-10-23")
    proposal = Proposal.objects.create(
        agreement=row,
        batch=ImportBatch.objects.create(),
        slot=Slot.SIGNED_ON,
        current="2018-10-22",
        proposed="2018-10-23",
    )
    assert fact(get(row.get_absolute_url()), "Signed").get("class") == "disputed"
    decide(proposal)
    found = fact(get(row.get_absolute_url()), "Signed")
    assert found.get("class") is None
    assert [mark.text for mark in found.xpath(".//mark")] == [left]


def test_a_value_that_an_editor_took_back_keeps_its_sentence(get: Get) -> None:
    row = factories.agreement(signed_on="2018-10-22")
    cite(row, "22 October 2018", slot=Slot.SIGNED_ON, value="2018-10-22")
    other = factories.source("They signed on 23 October 2018.")
    cite(row, "23 October 2018", source=other, slot=Slot.SIGNED_ON, value="2018-10-23")
    for current, proposed in (("2018-10-22", "2018-10-23"), ("2018-10-23", "2018-10-22")):
        proposal = Proposal.objects.create(
            agreement=row,
            batch=ImportBatch.objects.create(),
            slot=Slot.SIGNED_ON,
            current=current,
            proposed=proposed,
        )
        accept(proposal)
    found = fact(get(row.get_absolute_url()), "Signed")
    assert [mark.text for mark in found.xpath(".//mark")] == ["22 October 2018"]


def test_a_less_exact_date_is_no_disagreement(get: Get) -> None:
    row = factories.agreement(signed_on="2018-10-22")
    cite(row, "October 2018", slot=Slot.SIGNED_ON, value="2018-10")
    assert fact(get(row.get_absolute_url()), "Signed").get("class") is None


def test_an_abstract_is_called_ours(get: Get) -> None:
    row = factories.agreement(cite=factories.source(TEXT, text_kind="abstract"))
    assert "Our abstract of the announcement" in text_of(get(row.get_absolute_url()))


def test_parties_show_unit_native_name_and_country(get: Get) -> None:
    row = factories.agreement()
    party = row.parties.get(organisation__name="Zhejiang University")
    party.unit = "Polytechnic Institute"
    party.save()
    party.organisation.country = "CN"
    party.organisation.save()
    factories.alias(party.organisation, "浙江大学", kind="native", language="zh")
    section = "//section[h2/@id='parties']"
    page = get(row.get_absolute_url())
    for words in ("Zhejiang University", "浙江大学", "Polytechnic Institute", "China"):
        assert words in text_of(page, section)
    assert page.xpath(f"{section}//bdi[@lang='zh']/text()") == ["浙江大学"]


def test_people_stand_with_position_and_side(get: Get) -> None:
    row = factories.agreement(cite=factories.source(TEXT))
    university = factories.institution()
    factories.signatory(row, "Wu Zhaohui", university, position="President")
    factories.signatory(row, "Ren Shaobo", university, role="witness")
    page = get(row.get_absolute_url())
    people = text_of(page, "//section[h2/@id='people']")
    assert "Signed by Wu Zhaohui President for Zhejiang University" in people
    assert "Also named Ren Shaobo witness" in people


def test_areas_stand_on_their_axis_with_the_phrase_as_stated(get: Get) -> None:
    factories.area("artificial-intelligence", axis="field", label_zh="人工智能")
    row = factories.agreement(areas=["smart-campus", "artificial-intelligence"])
    row.agreement_areas.create(phrase="poetry")
    areas = text_of(get(row.get_absolute_url()), "//section[h2/@id='areas']")
    assert "How they cooperate Smart campus" in areas
    assert "What about Artificial intelligence 人工智能" in areas
    assert "In the words of the source alone “poetry”" in areas


def test_lifecycle_steps_stand_with_their_evidence(get: Get) -> None:
    row = factories.agreement(lifecycle="signed")
    step = LifecycleEvent.objects.create(agreement=row, status="signed", on="2018-10-22")
    cite(row, "signed", slot=Slot.LIFECYCLE, lifecycle_event=step)
    page = get(row.get_absolute_url())
    assert "Signed, 22 October 2018" in text_of(page, "//section[h2/@id='steps']")
    assert page.xpath("//ol[@class='steps']//mark/text()") == ["signed"]


def test_the_history_tells_what_changed_and_hides_who_did_it(get: Get, admin_user: User) -> None:
    with pghistory.context(batch=1):
        row = factories.agreement("Before")
    with pghistory.context(user=admin_user.pk):
        Agreement.objects.filter(pk=row.pk).update(title="After", reviewed_by=admin_user)
    page = get(row.get_absolute_url())
    told = text_of(page, "//section[h2/@id='history']")
    assert "by editor Title: Before → After" in told
    assert "by import: Entered the catalogue" in told
    assert admin_user.get_username() not in page.text_content()


def test_the_history_tells_which_parts_came_changed_and_went(get: Get) -> None:
    row = factories.agreement()
    university = factories.institution()
    signatory = factories.signatory(row, "Wu Zhaohui", university)
    area = row.agreement_areas.create(phrase="smart campus")
    with pghistory.context(user=1):
        signatory.delete()
        area.phrase = "campus"
        area.save()
        row.lifecycle_events.create(status="in_force", on="2019")
    told = text_of(get(row.get_absolute_url()), "//section[h2/@id='history']")
    assert "Person: removed somebody (signatory)" in told, "whom no agreement names any more"
    assert "Area: smart campus → campus" in told
    assert "Step: added In force 2019" in told


def test_an_agreement_that_renews_another_names_it_and_is_named_there(get: Get) -> None:
    old, new, draft = (
        factories.agreement("Old"),
        factories.agreement("New"),
        factories.agreement("Draft", status="draft"),
    )
    AgreementLink.objects.create(from_agreement=new, to_agreement=old, relation="renews")
    AgreementLink.objects.create(from_agreement=draft, to_agreement=old, relation="renews")
    assert "Renews Old" in text_of(get(new.get_absolute_url()), "//aside")
    page = get(old.get_absolute_url())
    assert "Renewed by New" in text_of(page, "//aside")
    assert "Draft" not in page.text_content()


def test_it_says_how_to_cite_it(get: Get) -> None:
    row = factories.agreement("A memorandum")
    cited = text_of(get(row.get_absolute_url()), "//p[@class='cite']")
    assert "“A memorandum”" in cited
    assert f"http://testserver{row.get_absolute_url()} (accessed " in cited


def test_text_from_outside_cannot_leave_its_place(get: Get) -> None:
    title = "</script><script>alert(1)</script>"
    row = factories.agreement(title, partners=['Firm "<b>" & Sons'])
    page = get(row.get_absolute_url())
    assert text_of(page, "//h1") == title
    assert "alert(1)" not in "".join(page.xpath("//script[not(@type)]/text()"))
    described = [
        json.loads(block) for block in page.xpath("//script[@type='application/ld+json']/text()")
    ]
    assert described[1]["name"] == title
    assert [party["name"] for party in described[1]["contributor"]] == [
        "Zhejiang University",
        'Firm "<b>" & Sons',
    ]


def test_it_has_an_address_to_keep_and_a_card_to_share(get: Get) -> None:
    row = factories.agreement("A memorandum", summary="They plan a laboratory.")
    page = get(row.get_absolute_url() + "?utm_source=letter")
    address = f"http://testserver{row.get_absolute_url()}"
    assert page.xpath("//link[@rel='canonical']/@href") == [address]
    assert page.xpath("//meta[@property='og:title']/@content") == ["A memorandum"]
    assert page.xpath("//meta[@property='og:description']/@content") == ["They plan a laboratory."]
    assert links(page, "//nav[@aria-label='Breadcrumbs']") == ["/", "/agreements/"]
