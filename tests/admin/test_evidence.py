"""The sources beside an agreement: what is cited is marked, and what is hostile is text."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.test import Client

from agreements.admin.evidence import Passage, Span, find_quotation, passages
from agreements.models import Agreement, Citation, Source
from tests import factories
from tests.admin.forms import errors_of, new_row, page, shown, submit

SignedIn = Callable[[User], Client]


def _span(start: int, end: int, label: str = "x", citation: int = 1) -> Span:
    return Span(start, end, label, citation)


@pytest.mark.parametrize(
    ("spans", "cut"),
    [
        ([], ["abcdef"]),
        ([(0, 6)], ["abcdef"]),
        ([(1, 3)], ["a", "bc", "def"]),
        ([(1, 3), (1, 3)], ["a", "bc", "def"]),
        ([(1, 4), (2, 6)], ["a", "b", "cd", "ef"]),
        ([(1, 5), (2, 3)], ["a", "b", "c", "de", "f"]),
        ([(4, 99)], ["abcd", "ef"]),
        ([(10, 12)], ["abcdef"]),
    ],
)
def test_a_text_is_cut_where_spans_begin_and_end(
    spans: list[tuple[int, int]], cut: list[str]
) -> None:
    found = passages("abcdef", [_span(*span) for span in spans])
    assert [passage.text for passage in found] == cut


def test_overlapping_citations_share_their_words() -> None:
    found = passages("abc", [_span(0, 2, "Date", 1), _span(1, 3, "Place", 2)])
    assert found == [
        Passage("a", ("Date",), (1,)),
        Passage("b", ("Date", "Place"), (2,)),
        Passage("c", ("Place",), ()),
    ]


def test_a_text_without_letters_has_no_passages() -> None:
    assert passages("", [_span(0, 3)]) == []


@pytest.mark.parametrize(
    ("quotation", "places"),
    [
        ("two", [(4, 7)]),
        ("one two", [(0, 7)]),
        ("two\r\n  three", [(4, 13)]),
        ("one", [(0, 3), (14, 17)]),
        ("four", []),
        ("o.e", []),
        ("  ", []),
    ],
)
def test_a_quotation_is_found_whatever_the_line_breaks(
    quotation: str, places: list[tuple[int, int]]
) -> None:
    assert find_quotation("one two\nthree one", quotation) == places


@pytest.mark.parametrize("who", ["editor", "reviewer"])
def test_the_page_marks_what_is_cited_and_escapes_the_rest(
    who: str, draft: Agreement, request: pytest.FixtureRequest, signed_in: SignedIn
) -> None:
    browser = signed_in(request.getfixturevalue(who))
    answer = browser.get(page("agreement", "change", draft.pk)).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in answer
    assert "<script>alert(1)" not in answer
    assert "<b>ceremony" not in answer
    marked = 'data-slot="Signed on" title="Signed on">22 October 2018</mark>'
    assert marked in " ".join(answer.split())
    assert 'title="Party: Zhejiang University">Zhejiang University</mark>' in answer


@pytest.fixture
def browser(editor: User, signed_in: SignedIn) -> Client:
    return signed_in(editor)


def test_a_citation_is_entered_by_quotation(
    browser: Client, draft: Agreement, announced: Source
) -> None:
    row = new_row(
        "citations", 3, supports="title", source=announced.pk, quotation="Zhejiang University\nand"
    )
    assert submit(browser, page("agreement", "change", draft.pk), **row).status_code == 302
    cited = draft.citations.get(slot="title")
    assert cited.start is not None
    assert announced.text[cited.start : cited.end] == "Zhejiang University and"


def test_a_citation_names_the_part_that_it_supports(
    browser: Client, draft: Agreement, announced: Source
) -> None:
    person = draft.participations.get()
    row = new_row(
        "citations", 3, supports=f"participation:{person.pk}", source=announced.pk, quotation=""
    )
    submit(browser, page("agreement", "change", draft.pk), **row)
    cited = draft.citations.get(slot="participation")
    assert (cited.participation, cited.start) == (person, None)


@pytest.mark.parametrize(
    ("fields", "field", "message"),
    [
        ({"quotation": "They met in Paris"}, "quotation", "not in the source"),
        ({"quotation": "an"}, "quotation", "times"),
        ({"supports": "party:0"}, "supports", "not one of the available choices"),
        ({"supports": "party"}, "supports", "not one of the available choices"),
        ({"supports": ""}, "supports", "required"),
        ({"source": ""}, "source", "required"),
    ],
)
def test_what_the_source_does_not_say_is_refused(
    fields: dict[str, str],
    field: str,
    message: str,
    browser: Client,
    draft: Agreement,
    announced: Source,
) -> None:
    entered = {"supports": "title", "source": announced.pk, "quotation": ""} | fields
    answer = submit(
        browser, page("agreement", "change", draft.pk), **new_row("citations", 3, **entered)
    )
    assert message in str(errors_of(answer)[f"citations-3-{field}"])


def test_the_same_citation_twice_is_refused(
    browser: Client, draft: Agreement, announced: Source
) -> None:
    entered = {"supports": "record", "source": announced.pk, "quotation": "Huawei met"}
    rows = new_row("citations", 3, **entered) | new_row("citations", 4, **entered)
    answer = submit(browser, page("agreement", "change", draft.pk), **rows)
    assert answer.status_code == 200
    assert draft.citations.count() == 3


def test_another_value_leaves_the_span_where_it_was(
    browser: Client, draft: Agreement, announced: Source
) -> None:
    repeated = factories.source("They signed. They signed.")
    cited = Citation.objects.create(
        agreement=draft, source=repeated, slot="lifecycle", start=13, end=25,
        lifecycle_event=draft.lifecycle_events.get(),
    )  # fmt: skip
    address = page("agreement", "change", draft.pk)
    data = shown(browser.get(address))
    row = next(
        n.rsplit("-", 1)[0]
        for n, v in data.items()
        if n.endswith("-id") and v == cited.pk and n.startswith("cit")
    )
    answer = submit(browser, address, **{f"{row}-value": "signed"})
    assert answer.status_code == 302
    cited.refresh_from_db()
    assert (cited.start, cited.end, cited.value) == (13, 25, "signed")
