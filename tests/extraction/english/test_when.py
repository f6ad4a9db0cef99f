"""Dates: as written, relative to publication, and left open where nothing tells them."""

import pytest

from agreements.dates import PartialDate
from agreements.extraction import Document, Span
from agreements.extraction.english.when import published, signed_on
from agreements.extraction.english.written_dates import dates_in

PUBLISHED = PartialDate(2018, 11, 5)  # a Monday


def _whole(text: str) -> Span:
    return Span(0, len(text), Document("a", text))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on October 22nd", "2018-10-22"),
        ("on the 22nd of October", "2018-10-22"),
        ("on 22 October 2017", "2017-10-22"),
        ("on October 22, 2017", "2017-10-22"),
        ("on 2017-10-22", "2017-10-22"),
        ("on 2017/10/22", "2017-10-22"),
        ("in October 2017", "2017-10"),
        ("on December 6", "2017-12-06"),
        ("from October 26 to 27", "2018-10"),
        ("on Sunday", "2018-11-04"),
        ("on Monday", "2018-11-05"),
        ("on Thursday (1/11)", "2018-11-01"),
        ("this morning", "2018-11-05"),
        ("the day before yesterday", "2018-11-03"),
        ("on the 2nd, at noon", "2018-11-02"),
        ("on the 22nd.", "2018-10-22"),
        ("on the 2nd floor", None),
        ("on 13/10/18", "2018-10-13"),
        ("on 10/13/2018", "2018-10-13"),
        ("on 26. 5. 2018", "2018-05-26"),
        ("on 3/5/2018", None),
        ("today", "2018-11-05"),
        ("two days ago", "2018-11-03"),
        ("last Monday", "2018-10-29"),
        ("last Thursday", "2018-11-01"),
        ("last month", "2018-10"),
        ("in March", "2018-03"),
        ("in December", "2017-12"),
        ("yesterday", "2018-11-04"),
        ("they may march on", None),
        ("on February 31", None),
        ("more than 4,000 of them", None),
    ],
)
def test_a_date_is_resolved_by_the_day_of_publication(text: str, day: str | None) -> None:
    found = [mention.resolve(PUBLISHED) for mention in dates_in(_whole(text))]
    assert [str(date) for date in found if date] == ([day] if day else [])


@pytest.mark.parametrize("text", ["on October 22", "on Friday", "today"])
def test_without_a_day_of_publication_what_is_open_stays_open(text: str) -> None:
    assert [mention.resolve(None) for mention in dates_in(_whole(text))] == [None]


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["Two sign", "Updated: 2018/11/05"], "2018-11-05"),
        (["Release date:2025-03-14  Author: X"], "2025-03-14"),
        (["May 11, 2017"], "2017-05-11"),
        (["May 11, '17"], "2017-05-11"),
        (
            [
                "Students to train in the hotel",
                "News Agency | 20 Nov 2025 | Follow us on Google News",
            ],
            "2025-11-20",
        ),
        (["News of the school", "28 - Jan - 2026"], "2026-01-28"),
        (["Published on : 05 Jun, 24 10:06"], "2024-06-05"),
        (["Espoo, 11 May 2017. The university has"], "2017-05-11"),
        (["Business News of Monday, 18 September 2017", "Bank opens doors"], "2017-09-18"),
        (["April 25, 2024", "JOHOR BAHRU, 11 June 2015 – The university has"], "2015-06-11"),
        (["A note, dated (Kigali 28th October 2021), says that both met."], None),
        (["PARIS, May 10, 2023 (AFP) – The university has"], "2023-05-10"),
        (["Islamabad (Point News - 7th April, 2021) The university has"], "2021-04-07"),
        (["The university signed in March. It has 400 students."], None),
        (["Friday April 26, 2024", "Two sign a pact", "By News Desk", "May 3, 2018"], "2018-05-03"),
        (["Two sign", "RoeBy Jane RoeJune 6, 2011Updated:May 3, 2019No Comments"], "2011-06-06"),
        (["Two sign a pact 2015-07-10"], "2015-07-10"),
        (["[2015-07-10] Two sign a pact"], "2015-07-10"),
        (["Two sign a pact", "28 Jun , 2018"], "2018-06-28"),
        (["Two sign a pact", "12-Apr-22"], "2022-04-12"),
        (["Date of Input: 14/04/2021 | Updated: 15/04/2021"], "2021-04-14"),
        (["Published : Monday, 11 April, 2022 at 12:00 AM"], "2022-04-11"),
        (["Two sign a pact on 10/07/2015"], None),
        (["Espoo. 11 May 2017 . The university has signed a memorandum."], "2017-05-11"),
        (["Two sign Industry-The Times — May 11, 2017 comments off"], "2017-05-11"),
        (["Published in the Daily News on 30th Nov, 2009, pg 11"], "2009-11-30"),
        (["Date:12-21-2017"], "2017-12-21"),
        (["Two sign a pact", "Publication date:", "26. 5. 2018"], "2018-05-26"),
        (["Two sign a pact", "Point News | 2 July 2018 1:10 AM IST"], "2018-07-02"),
        (["Two sign a pact", "Office of the Rector. Monday, July 2, 2018"], "2018-07-02"),
        (["Autonomous status – Sept. 16, 2024 – Sept. 15, 2027"], None),
        (["Publication date:\n26. 5. 2023"], "2023-05-26"),
        (["Two sign a pact", "Northern News Service | 2 July 2021 1:10 AM IST"], "2021-07-02"),
        (["Office of the Vice-Chancellor. Thursday, April 29, 2021"], "2021-04-29"),
        (["Updated at 3:27 p.m., Saturday, December 8, 2007"], "2007-12-08"),
        (["NEU and Acme sign", "作者: 编辑:Jane Roe更新日期:2020-12-21浏览次数:10"], "2020-12-21"),
        (["Two sign", "photo: Acme", "15 / 12 / 2022"], "2022-12-15"),
        (["Two sign", "3 / 5 / 2020"], None),
        (["Two sign", "12th April 2024 By: Jane Roe - The Daily Editor"], "2024-04-12"),
        (["Two sign", "Posted July 2020   Email This"], "2020-07"),
        (["Two sign in July 2020"], None),
        (["Menu"] * 20 + ["Two sign a pact", "June 6, 2011"], "2011-06-06"),
    ],
)
def test_the_day_of_publication_is_found_on_the_page(lines: list[str], day: str | None) -> None:
    document = Document("a", "\n".join(lines))
    spans, at = [], 0
    for line in lines:
        spans.append(Span(at, at + len(line), document))
        at += len(line) + 1
    found = published(document, spans)
    assert (str(found[0]) if found else None) == day


@pytest.mark.parametrize(
    ("act", "day"),
    [
        ("They signed on October 22.", "2018-10-22"),
        ("The signing was announced on Friday.", None),
        ("She said so during the signing ceremony on October 18.", "2018-10-18"),
        ("Partners since October 2016, they signed.", None),
        ("They signed.", None),
        ("They signed a memorandum in March.", "2018-03"),
        ("They signed a memorandum for courses that begin in March.", None),
        ("Oct. 22, 2018 – A memorandum was signed by the two.", None),
        ("They have signed, says a statement issued on Monday, October 22, 2018.", None),
        ("They have signed since Monday, October 22, 2018.", "2018-10-22"),
        ("[Lahti, October 22, 2018] Memoranda were signed by the two.", None),
        ("LAHTI – 22 October 2018: It was signed.", None),
        ("A tweet dated October 22 says that they signed the same day.", "2018-10-22"),
    ],
)
def test_only_the_day_of_the_act_is_the_day_of_signing(act: str, day: str | None) -> None:
    found = signed_on([_whole(act)], [], PUBLISHED, None)
    assert (str(found[0]) if found else None) == day


def test_the_day_of_the_occasion_stands_in_for_that_of_the_act() -> None:
    found = signed_on(
        [_whole("They signed.")], [_whole("They met on 3 November.")], PUBLISHED, None
    )
    assert found is not None
    assert str(found[0]) == "2018-11-03"
